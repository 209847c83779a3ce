approval-title = 📋 客户报备 <b>{ $number }</b>
approval-title-plain = 客户报备 { $number }
strong = <b>{ $text }</b>
approval-code = 统一社会信用代码 { $code }
approval-code-doubtful = ⚠ 统一社会信用代码 { $code }　校验码不符，申请人称执照如此
approval-applicant = { $agency } · { $person }（在保 { $held } · 逾期跟进 { $overdue } · 近一年被拒 { $refused }）
approval-due = { $at } 提交 · 请在 { $due } 前处理
approval-queue = ⏳ 排队：{ $agency } { $person } · { $at }
approval-queue-apart = ⚠ 排队：{ $agency } { $person } · { $at } · 所报不同：{ $what }
approval-claim = 🔁 资源池客户，{ $agency } · { $person } 持有至 { $at }
approval-no-legal-form = ⚠ 无法律形式
approval-mixed-letters = ⚠ 含其它文字的字母：{ $words }
name-elsewhere = ⚠ 名称含 { $place }，区域为 { $region }
approval-odd-signs = ⚠ 含营业执照上没有的符号：{ $signs }
approval-known-as = ⚠ 与已知客户 <b>{ $name }</b> 相同（代码或别名），批准后以本次名称为准
approval-queue-more = ⏳ 另有 { $count } 条排队
approval-who = { $name } · { $agency } { $person }
approval-until = 保护至 { $until }
approval-reason = { $reason }
approve-key = 批准
reject-key = 驳回
return-key = 退回修改
detail-key = 详情
next-key = 下一条
decide-key = 去审批
approved-toast = 已批准
decided-approve = ✅ 已批准 · { $by } · { $at }
decided-reject = ⛔ 已驳回 · { $by } · { $at }
decided-return = ⚠ 已退回修改 · { $by } · { $at }
decided-withdraw = 已撤回 · { $by } · { $at }
decided-resubmit = 📋 已交回 · { $by } · { $at }
report-state-pending = ⏳ 待审批
report-state-queued = ⏳ 排队中
report-state-returned = ⚠ 退回修改
report-state-approved = ✅ 已批准
report-state-rejected = ⛔ 已驳回
report-state-withdrawn = 已撤回
report-state-closed = ⛔ 暂不可报备
inbox-title = <b>待审批</b>
inbox-title-count = <b>待审批</b> ({ $count })
inbox-title-of = <b>待审批</b> · { $group } ({ $count })
inbox-group = { $group } { $count }
inbox-age-late = ⏰ 超时
inbox-age-today = 今天到期
inbox-age-later = 未到期
inbox-all-key = 全部
inbox-empty = 没有待审批的申请。
inbox-row = { $index } { $late ->
    [-1] { "" }
    [0] ⏰{ " " }
   *[other] ⏰ { $late } 天{ " " }
}{ $name }
    　{ $kind } · { $agency } { $person }{ $late ->
    [-1] { " · " }{ $at }
   *[other] { "" }
}
approval-kind-appeal = 申诉
approval-kind-data-change = 更正资料
approval-kind-customer-report = 客户报备

reject-request-title = 驳回
reject-request-same-as = 与已有客户为同一家
reject-request-same-as-hint = 名称不同实为同一客户时选择，可跳过
reject-request-reason = 驳回原因
reject-request-reason-hint = 会告知申请人，可点选或直接输入
return-request-title = 退回修改
return-request-fields = 要修改的内容
return-request-fields-hint = 可选多项，申请人只需修改所选内容
return-request-reason = 修改说明
return-request-reason-hint = 会告知申请人，可点选或直接写明要改什么
decided-forward = ➡ 已转交 · { $by } · { $at }
hand-on-key = 转交
hand-on-request-title = 转交
hand-on-request-to = 转交给
hand-on-request-to-hint = 输入姓名、拼音、省区或工号可查找，审批时限不变
hand-on-request-reason = 说明
hand-on-request-reason-hint = 可跳过，会记入审批记录
signed-to = { $name } → { $to }
approval-signed = ✅ { $by } · { $at }
approval-waits = ⏳ 待 { $approvers } 审批
decided-sign-before = ➕ 已请先签 · { $by } · { $at }
decided-sign-after = ➕ 已请后签 · { $by } · { $at }
add-signer-key = 加签
add-signer-title = 加签
add-signer-to = 加签人
add-signer-to-hint = 输入姓名、拼音、省区或工号可查找
add-signer-place = 加签位置
add-signer-place-hint = 在您之前：先由加签人审批，再回到您；在您之后：您批准后由加签人审批
add-signer-place-before = 在我之前
add-signer-place-after = 在我之后
add-signer-reason = 说明
add-signer-reason-hint = 可跳过，会记入审批记录
approval-late = ⏰ { $days ->
    [0] 已超时
   *[other] 已超时 { $days } 天
}
approval-escalated = ⏰ 超时{ $days ->
    [0] { "" }
   *[other] { " " }{ $days } 天
}升级：{ $first } → { $then }{ $people ->
    [1] { "" }
   *[other] ，任何一位均可决定
}
approval-record = <b>记录</b>
approval-asked = 📋 已提交 · { $agency } { $person } · { $at }
approval-mended = <b>修改后交回</b>
approval-change = { LABEL($label) }　{ $before } → { $after }
approval-reporter = 填报人 { $person }
card-below = 📋 { $kind }：↓ 有更新，请看下面最新的卡片。
appeal-history-key = 全部经过
customer-pending = ⏳ { $kind }待 { $approvers } 决定{ $late ->
    [-1] { "" }
    [0] { "（⏰ 已超时）" }
   *[other] （⏰ 超时 { $late } 天）
}
customer-pending-key = 打开{ $kind }
approval-takes-no-reply = { $number } 已不接收回复。
