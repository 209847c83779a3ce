orders-day-entry = Today's orders
orders-day-title = <b>Orders</b> · { $agency } · { $day }
orders-day-today = Today
orders-day-on = { $day }
orders-day-nothing = { $when }: no orders
orders-day-sum = <b>{ $when }: { $count ->
    [one] 1 order
   *[other] { $count } orders
}, { $what }</b>
orders-day-yuan = CNY { $amount }
orders-day-foreign = { $currency ->
    [USD] { MONEY($amount, "US$") }
    [HKD] { MONEY($amount, "HK$") }
   *[other] { $currency } { $amount }
}
orders-day-amounts = { $parts }
orders-day-pieces = { $pieces } pcs
orders-day-returns = { $count ->
    [one] 1 return
   *[other] { $count } returns
} among them
orders-day-late = ⏳ { $count ->
    [one] 1 late order waits
   *[other] { $count } late orders wait
} for the owner
orders-day-rows = <pre>{ $rows }</pre>
orders-day-silent = ⚠ Nothing said yet by { $names }
orders-day-before = ◀ Day before
orders-day-after = Day after ▶
orders-day-agencies = <b>Orders</b> · { $day } ({ $count })
orders-day-no-agencies = No agency had orders to log that day.
orders-day-agency = { $index } { $name } · { $what }
orders-day-agency-sum = { $count ->
    [one] 1 order
   *[other] { $count } orders
} · { $pieces } pcs
orders-day-agency-silent = ⚠ nothing said yet
event-order-logged = order logged
event-order-corrected = order corrected
event-order-voided = order voided
event-late-order-confirmed = late order confirmed
event-project-wanted = order waits for a project
evidence-no-orders = No orders
evidence-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}, { $pieces } pcs, the last one on { $last }
customer-ordered = Last order: { $last } · { $pieces ->
    [0] none
   *[other] { $pieces } pcs
} this quarter
customer-kept-by-orders = Kept by orders until { $until }
orders-day-in-yuan = CNY { $amount } in all
