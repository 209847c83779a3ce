## Exchange rates
rates-entry = Exchange rates
rates-title = <b>Exchange rates</b> · yuan for one of the currency
rates-month = { $month } · { $rates }
rates-one = { order-currency } { $rate }
rates-none = { order-currency } not set
rates-which = { order-currency } { $month }
rates-wanted = ⚠ Orders without a rate: { $which }
rates-changes = Latest changes
rates-change = { $at } { $by } · { $which } { $changed ->
    [yes] { $before } → { $rate }
   *[no] { $rate }
}
rates-other-key = Another month
rates-why = Converts by the contract's month. The original stays as it is; each change is on record.
rates-far = ⚠ { $rate }; the month before it was { $before }
rates-set = ✅ { $which }: rate { $rate }
set-rate-title = Set a rate
set-rate-currency = Currency
set-rate-month = Month
set-rate-rate = Rate
set-rate-rate-hint = Yuan for one of the currency, e.g. 7.12
order-in-yuan = 　CNY { $amount } (rate { $rate }, { MONTH($month) })
order-no-rate = 　No { order-currency } rate for { MONTH($month) } yet: not converted
sale-total-yuan = Total in yuan: { $amount }
sale-takes-back = Return of { $number } · { $day }
export-orders-column-rate = Rate
export-orders-column-yuan = In yuan
refusal-rate-outside = A rate of { $rate } doesn't work: between { $lowest } and { $highest }, six decimals at most.
refusal-month-outside = Only this month and the last two years.
refusal-same-rate = It is that already; nothing changed.
