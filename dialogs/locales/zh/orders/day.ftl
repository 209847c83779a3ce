orders-day-entry = 今日订单
orders-day-title = <b>订单</b> · { $agency } · { $day }
orders-day-today = 今日
orders-day-on = { $day }
orders-day-nothing = { $when }还没有订单
orders-day-sum = <b>{ $when } { $count } 单 { $what }</b>
orders-day-yuan = { $amount } 元
orders-day-foreign = { $amount } { $currency ->
    [USD] 美元
    [HKD] 港元
   *[other] { $currency }
}
orders-day-amounts = { $parts }
orders-day-pieces = { $pieces } 片
orders-day-returns = 含退货 { $count } 单
orders-day-late = ⏳ 另有补录 { $count } 单待主账户确认
orders-day-rows = <pre>{ $rows }</pre>
orders-day-silent = ⚠ 尚未上报：{ $names }
orders-day-before = ◀ 前一天
orders-day-after = 后一天 ▶
orders-day-agencies = <b>订单</b> · { $day } ({ $count })
orders-day-no-agencies = 这一天没有代理商要录订单。
orders-day-agency = { $index } { $name }　{ $what }
orders-day-agency-sum = { $count } 单 · { $pieces } 片
orders-day-agency-silent = ⚠ 尚未上报
event-order-logged = 录入订单
event-order-corrected = 更正订单
event-order-voided = 作废订单
event-late-order-confirmed = 确认补录
event-project-wanted = 订单待添加项目
evidence-no-orders = 没有订单
evidence-orders = 订单 { $count } 单，共 { $pieces } 片，最近 { $last }
customer-ordered = 最近订单　{ $last } · 本季{ $pieces ->
    [0] 无
   *[other] {" "}{ $pieces } 片
}
customer-kept-by-orders = 订单保护　至 { $until }
orders-day-in-yuan = 折合人民币共 { $amount } 元
