## 汇率
rates-entry = 汇率
rates-title = <b>汇率</b> · 1 单位外币折人民币
rates-month = { $month }　{ $rates }
rates-one = { order-currency } { $rate }
rates-none = { order-currency } 未定
rates-which = { order-currency } { $month }
rates-wanted = ⚠ 有订单而汇率未定：{ $which }
rates-changes = 最近改动
rates-change = { $at } { $by } · { $which } { $changed ->
    [yes] { $before } → { $rate }
   *[no] { $rate }
}
rates-other-key = 其它月份
rates-why = 按合同月份折算人民币；原币金额不变，每次改动都有记录。
rates-far = ⚠ { $rate }，上月是 { $before }
rates-set = ✅ { $which } 汇率 { $rate }
set-rate-title = 设定汇率
set-rate-currency = 币种
set-rate-month = 月份
set-rate-rate = 汇率
set-rate-rate-hint = 1 单位外币合多少元，例如 7.12
order-in-yuan = 　折合 { $amount } 元（{ $month } 月汇率 { $rate }）
order-no-rate = 　{ $month } 月{ order-currency }汇率未定，暂不折合人民币
sale-total-yuan = 合计折合 { $amount }
sale-takes-back = 退自 { $number } · { $day }
export-orders-column-rate = 汇率
export-orders-column-yuan = 折合人民币
refusal-rate-outside = 汇率 { $rate } 不行，应在 { $lowest } 到 { $highest } 之间，最多六位小数。
refusal-month-outside = 只能设本月和前两年的汇率。
refusal-same-rate = 汇率本来就是这个，没有改动。
