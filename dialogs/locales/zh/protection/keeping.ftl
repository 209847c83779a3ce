ask-extension-title = 申请延期
ask-extension-months = 延长几个月
ask-extension-months-hint = 从到期日起算，例如 3
months = { $value } 个月
ask-extension-reason = 延期原因
ask-extension-reason-hint = 例如 小批样机测试中，预计三月量产
extension-too-long = 一次最多 { $longest } 个月。
extension-asked = ✅ 已提交延期申请 <b>{ $number }</b>
extension-asked-who = 待 { $approvers } 审批。审批期间客户继续受保护。
extension-pending-key = 延期审批中
give-up-title = 放弃保护
give-up-reason = 放弃原因
give-up-reason-hint = 例如 客户已停产
give-up-means = ⚠ 提交后客户立即进入资源池，在审的延期等申请失效；本公司 { $days } 天内不能再申请该客户。
give-up-submit = 放弃保护
given-up = 已放弃保护，客户进入资源池。
grant-months-title = 批准延期
grant-months-months = 批准几个月
grant-months-months-hint = 从到期日起算，已到期的从批准当天起算，例如 2
grant-key = 批准 { $months } 个月
grant-other-key = 改月数
confirm-stage-key = 确认阶段
review-keep-key = 继续保护
review-release-key = 释放
withdrawing-releases = ⚠ 保护期已过，撤回后客户立即进入资源池。
refusing-releases = ⚠ 提交后客户立即进入资源池。
approval-kind-extension = 申请延期
approval-kind-stage-confirmation = 阶段确认
approval-kind-production-review = 量产复核
protection-state-pending = ⏳ 待审批
protection-state-approved = ✅ 已批准
protection-state-rejected = ⛔ 已驳回
protection-state-withdrawn = 已撤回
protection-state-dropped = 已失效
protection-request-plain = { $kind } { $number }
protection-request-title = 📋 { $kind } <b>{ $number }</b>
protection-until = 保护至 { $until }（{ $days ->
    [0] 今天到期
   *[other] 剩 { $days } 天
}）
protection-past = 保护至 { $until }（已过期 { $days } 天，审批期间继续受保护）
protection-would-be = 批准后：{ $until }
protection-would-be-late = ⚠ 确认已晚，现在确认保护至 { $until }（及时确认为 { $in_time }）
extension-wish = 申请延长 { $months } 个月：{ $reason }
extension-set = 拟批准 { $months } 个月
stage-entered = { $day } 进入{ $stage }
stage-left = { $day } 已结束{ $stage }
review-asked = 量产满复核期，是否继续保护？
evidence-no-follow-ups = ⚠ 没有跟进报告
evidence-follow-ups = 跟进 { $count } 次，最近 { $last }
evidence-earlier = 另有原保护方的跟进 { $count } 次
evidence-overdue = ⏰ 跟进逾期 { $days } 天
evidence-project = { $name }　{ $stage } · { $yearly } 片/年
evidence-project-inherited = { $name }　{ $stage } · { $yearly } 片/年（沿用，尚未跟进）
evidence-projects-more = 另有 { $count } 个项目
protection-requests-key = 延期与阶段
protection-requests-title = <b>延期与阶段</b> · 进行中 { $count }
protection-requests-title-all = <b>延期与阶段</b> · 全部 { $count }
protection-requests-row = { $index } { $name }
    　{ $kind } · { $state } · { $number }
notice-released = 🔴 { $why ->
    [ended] 保护期已满，客户进入资源池
    [refused] 保护期已满，申请未获批准，客户进入资源池
    [given_up] 已放弃保护，客户进入资源池
    [agency_ended] 合作终止，客户进入资源池
    [appealed] 申诉裁定：不再持有该客户
    [merged] 经核实与另一客户为同一家，已合并，不再持有
   *[reviewed] 量产复核未保留，客户进入资源池
}
notice-released-into = 并入 <b>{ $name }</b>
notice-lapsed = 该客户另有 { $count } 项待审批的申请，已一并失效。
protection-dropped = { $why ->
    [lost] 已失效：客户已不由申请方持有
   *[other] 已失效：客户的阶段已变化
}
notice-extended = ✅ 延期通过 <b>{ $number }</b>，延长 { $months } 个月
notice-stage-confirmed = ✅ 阶段确认：{ $stage }
notice-protection-orders = 📋 订单作废或退货，保护期随之调整
notice-protection-now = 📋 保护期有变
notice-reviewed = ✅ 量产复核：继续保护
notice-extension-refused = ⛔ 延期未批准 <b>{ $number }</b>
notice-stage-refused = ⛔ 阶段未确认 <b>{ $number }</b>
notice-stage-again = { $day } 起，新的跟进仍为{ $stage }时会再次提请确认。
notice-stage-protected = 保护至 { $until }，到期前可申请延期。
notice-extension-needless = 延期申请 <b>{ $number }</b> 已失效：客户已进入量产，保护期没有到期日。
notice-escalated = ⏰ { $kind }审批超时
notice-escalated-to = 已请 { $approvers } 处理，任何一位均可决定。
