# 争议：客户经过、争议材料
disputes-entry = 争议
disputes-title = <b>争议</b>
disputes-hint = 写客户名称、信用代码或编号，可查看任何客户的经过。
disputes-row = { $index } { $name }　{ $holder }
disputes-appeal = 申诉 { $number }{ $open ->
    [yes] { " " }⏳ 待答复
   *[no] { "" }
}
disputes-none = 没有申诉。{ $hint }
disputes-none-found = 没有找到。写全称、信用代码或编号，例如 BB-2026-00001。
disputes-all-key = 全部申诉
timeline-key = 经过
dispute-nobody = 目前无人持有
dispute-row = { $at } { $what }
dispute-row-more = 　{ $more }
dispute-by = { $agency } { $person }
dispute-system = 系统
dispute-asked = 查询 → { $answer }
check-answer-open = 可报备
check-answer-review = 需人工核实
check-answer-closed = 暂不可报备
dispute-numbered = { $what } { $number }
dispute-name = { $name }
dispute-file = 文件 { $name }
dispute-renamed = { $before } → { $after }
dispute-to = 给 { $to }
dispute-until = 至 { $until }
dispute-reason = { $reason }
dispute-pictures = 图片：{ $names }
dispute-loss-ended = 保护期已过
dispute-loss-refused = 延期或阶段未获批准
dispute-loss-given-up = 主动放弃
dispute-loss-reviewed = 量产复核未保留
dispute-loss-agency-ended = 代理商已终止
dispute-loss-appealed = 其他代理商申诉成立
dispute-loss-merged = 与已有客户合并
dispute-aspect = { $chosen ->
    [yes] { $name } ({ $count }) ✓
   *[no] { $name } ({ $count })
}
dispute-aspect-all = 全部
dispute-aspect-asked = 查询
dispute-aspect-reported = 申请
dispute-aspect-decided = 决定
dispute-aspect-saw = 查看
dispute-aspect-worked = 跟进
dispute-pack-key = 争议材料
dispute-pack-toast = 正在生成，完成后发来
dispute-state-open = 无人持有
dispute-state-protected = 保护中
dispute-state-pool = 资源池
dispute-state-merged = 已合并
dispute-endless = 量产保护，无截止日
dispute-yes = 是
dispute-report-pending = 待审批
dispute-report-queued = 排队中
dispute-report-returned = 退回修改
dispute-report-approved = 已批准
dispute-report-rejected = 已驳回
dispute-report-withdrawn = 已撤回
dispute-report-closed = 已关闭
dispute-appeal-pending = 待答复
dispute-appeal-accepted = 申诉成立
dispute-appeal-dismissed = 维持原决定
dispute-appeal-withdrawn = 已撤回
event-customer-seen = 查看客户
event-dispute-pack-asked = 生成争议材料
event-request-handed-on = 转交
event-signer-added = 加签
event-request-copied = 抄送
event-request-commented = 批注
event-escalated = 逾期升级
job-dispute-pack = 争议材料
verb-answer = 答复
verb-comment = 批注
verb-copy = 抄送
