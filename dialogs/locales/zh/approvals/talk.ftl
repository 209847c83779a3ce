# 点评
comment-request-title = 点评
comment-request-text = 点评内容
comment-request-text-hint = 双方可见，不影响审批，可附图片，例如 请补充终端年产量的依据
answer-request-title = 回复
decided-comment = 已点评 · { $by } · { $at }

# 抄送
copy-key = 抄送
copy-request-title = 抄送
copy-request-to = 抄送给
copy-request-to-hint = 对方可查看、点评，不参与审批；输入姓名、拼音、省区或工号可查找
copy-request-reason = 说明
copy-request-reason-hint = 可跳过，对方会看到
copy-sent = ✅ 已抄送，有结果会通知对方。
copied-to-you = 📎 { $by } 抄送给您{ $reason ->
    [none] {""}
   *[other] ：{ $reason }
}
decided-copy = 📎 已抄送 · { $by } · { $at }
notice-copied-over = 📎 抄送的申请有结果
notice-copied-lapsed = 已撤回或不再需要审批
