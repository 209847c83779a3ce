# What is pushed when something happened
notice-approved = ✅ 报备通过 <b>{ $number }</b>
notice-approved-until = 保护至 { $until }。
notice-first-report = { $due } 前写第一份跟进。
notice-rejected = ⛔ 报备被驳回 <b>{ $number }</b>
notice-by-reason = { $by }：{ $reason }
notice-returned = ⚠ 退回修改 <b>{ $number }</b>
notice-returned-fields = 请修改：{ $fields }
notice-moved-up = 📋 轮到您的报备 <b>{ $number }</b>，已送 { $approvers } 审批。
notice-closed = ⛔ <b>暂不可报备</b> { $number }
notice-closed-why = 该客户的更早报备已获批准，本报备已关闭。
notice-closed-not-open = 该客户目前不开放报备，本报备已关闭。
notice-place-lost = ⏰ { $number } 未按时交回，交回后从队尾重新排队。
notice-binding-renewed = 🔒 { $name }（{ $company }）的邀请链接已重发，本聊天不再是该账户。请用新链接加入。
notice-binding-rebound = 🔒 { $name }（{ $company }）已在别处重新绑定，本聊天不再是该账户。
notice-binding-left = 🔒 { $name }（{ $company }）的账户已停用。
blanked = 🔒 此内容已收回。
notice-join-undone = 🔒 { $name }（{ $company }）的加入已被撤销。
notice-invitation = { $name } 的邀请链接（{ $company } · { $type }）：
notice-invitation-link = { $link }
notice-invitation-hint = { $hours } 小时内有效，只能用一次。请转发给本人。
customer-card-key = 客户卡片
notice-invitation-qr = 也可用另一部手机扫码打开
notice-policy-changed = ⚙ 策略文件已更改：{ $names }{ $more ->
    [0] {""}
   *[other] 等，另有 { $more } 项
}
notice-policy-beginning = ⚠ { $names } 仅用于首次启动，之后不再读取：省区与行业请在聊天中调整，型号用清单导入
