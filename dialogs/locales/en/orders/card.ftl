## Please check the order
order-read-as = Log an order
order-read-as-both = Log the order, then write the follow-up
order-told-elsewhere = This looks like an order of { $names }.
order-told-elsewhere-keep = Keep as { LABEL($label) }
order-read-as-batch = Find batch { $code }
order-read-as-correction = Change open order #{ $number }
order-cards-entry = Orders to check
order-cards-title = <b>Orders to check</b> · { $count }
order-cards-row = { $index } { $author } { $at } · { $text }
order-cards-project = 　waits for { $name } to add the project
order-card-title = <b>Check the order</b> #{ $number }
order-card-title-of = <b>Check the order</b> #{ $number } · { $author } { $at }
order-card-none = No orders to check. Just write the next one.
order-another-key = Log another
order-write-next = Just write the next one.
order-card-empty = Nothing is left of it.
order-card-dropped = Cancelled, nothing was logged.
order-card-gone = This order card was confirmed or cancelled already; see Orders.
order-not-understood = Not understood, the order is unchanged. Write e.g. 6k, price 3.3, yesterday, batch A14
order-no-such-row = { $count ->
    [one] There is only one row
   *[other] There are only { $count } rows
 } on this card, no row { $row }; the order is unchanged
order-row = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}<b>{ $customer }</b> · { $what }
order-row-who = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}<b>{ $customer }</b>
order-customer-open = customer?
order-unknown = ?
order-model = { $project } → { $mcu }
order-money = { $currency ->
    [CNY] { MONEY($value, "¥") }
    [USD] { MONEY($value, "US$") }
    [HKD] { MONEY($value, "HK$") }
   *[other] { $value } { $currency }
}
order-currency = { $currency ->
    [CNY] yuan
    [USD] US dollars
    [HKD] HK dollars
   *[other] { $currency }
}
order-pieces = { $count } pcs
order-figures = 　{ $quantity } × { $price } = { $amount }
order-figures-open = 　{ $quantity } × { $price }
order-batch-of = { $code } ({ $count })
order-batches = Batches { $batches }
order-no-batches = No batches
order-day = Contract day { $day }
order-day-line = 　Contract day { $day }
order-batches-and-day = 　Batches { $batches } · contract day { $day }
order-without-tax = 　without tax, { $percent }%
order-total = Total { $amount }
order-total-line = 　Total { $amount }
order-reference = 　Contract no. { $reference }
order-marks = 　{ $marks }
order-rest = 　Left over: { $text }
order-slip-price = 　⚠ Last price { $before }
order-slip-quantity = 　⚠ Largest so far { $before }
order-day-outside = 　⚠ The contract day lies between { $since } and { $until }; write another one, e.g. yesterday
order-is-late = 　⚠ Late: { MONTH($month) } is closed, it counts once the owner confirms
order-how-only-project = { $what }: the only project
order-how-from-project = { $what }: from the project
order-how-heading = { $what }: as above
order-how-short = { $what }: short name
order-how-pinyin = { $what }: by pinyin
order-how-homophone = { $what }: sounds alike
order-how-today = { $what }: today
order-how-total = { $what }: from the total
order-how-likely-year = { $what }: latest year
order-how-looks-so = { $what }: by its looks
order-how-again = { $what }: as last time
order-how-none-before = no order before
order-how-sum = { $what }: sum of the batches
order-of-customer = customer
order-of-project = project
order-of-mcu = model
order-of-quantity = quantity
order-of-price = price
order-of-day = day
order-of-batches = batches
order-of-total = total
order-of-other = content
order-ask-customer = 　⚠ Which customer?
order-ask-project = 　⚠ Which project?
order-ask-no-project = 　⚠ The customer has no such project yet
order-ask-mcu = 　⚠ Model and project differ. Which one?
order-ask-figures = 　⚠ Which is the quantity, which the price?
order-ask-quantity = 　⚠ How many? Just write, e.g. 5k
order-ask-unit-price = 　⚠ At what price? Just write, e.g. ¥3.2
order-ask-total = 　⚠ The total doesn't fit quantity and price
order-ask-tax = 　⚠ What is the price with tax?
order-ask-tax-currency = 　⚠ In which currency, and what with tax?
order-ask-currency = 　⚠ In which currency?
order-ask-date = 　⚠ Which contract day? Just write, e.g. yesterday
order-ask-batches = 　⚠ Which batches?
order-ask-batch-quantities = 　⚠ More than three batches make several orders: how many of each?
order-ask-return = 　⚠ A return of which order? It counts at that order's price
order-ask-batch-each = 　⚠ How many of each batch? Write all of them or none
order-ask-batch-sum = 　⚠ The batches come to { $told }, the quantity is { $quantity }
order-evenly = Evenly: { $count } each ({ $batches })
order-wrong = 　⚠ { $why }
order-tax-added = { $price } with tax
order-tax-already = { $price } has tax already
order-reading = { $quantity } × { $price }
order-readings = { $parts }
order-reading-key = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}{ $reading }
order-confirm = Confirm
order-confirm-all = Confirm all ({ $count })
order-insist-key = { $number ->
    [0] Figures are right
   *[other] { $number } Figures are right
}
order-apart-key = Split into { $count }
order-together-key = Join into { $count }
order-together = { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
order-known = Logged already ({ $count })
order-known-key = Logged already ({ $count })
order-known-row = 　{ $index ->
    [0] {""}
   *[other] { $index }{" "}
}{ $customer } { $quantity } · { $number } { $author } { $at }
order-project-key = { $number ->
    [0] Ask for the project
   *[other] { $number } Ask for the project
}
order-add-project-key = Add it in a report
order-project-asked = { $name } is asked to add the project. Once it is there, assistants are told and the order can be confirmed.
order-mend-key = Change
order-drop-key = Cancel
order-drop-row-key = Remove this row
order-other-project-key = Another project
order-field-quantity = Pieces
order-field-price = Price
order-field-day = Day
order-field-batches = Batches
order-write = Write what changes: 6k, ¥3.3, yesterday, batch A14
order-write-quantity = Write the new quantity, e.g. 6k
order-write-price = Write the new price, e.g. 3.3
order-write-day = Write the contract day, e.g. yesterday, 3/5
order-write-batches = Write the batches, e.g. A14 A15
order-logged = ✅ Logged <b>{ $number }</b>
order-line = { $what } · { $figures }
order-line-figures = { $quantity } × { $price }
order-batches-of = Batches { $batches }
order-and-more = { $count } more
order-waits-for-owner = ⚠ Late: counts for { MONTH($month) } once the owner confirms
order-what-next = Just write the next one. Reply to this to correct it (“change to 6k”, “void”), add batches (“batch A14”) or tell a delivery (“shipped 2k”).
order-alias-learned = From now on “{ $name }” means { $meant }
order-forget-key = Forget “{ $name }”
order-alias-forgotten = “{ $name }” is forgotten.
order-late-key = Confirm late { $number }
order-late-confirm = Confirm late order
order-late-confirmed = Confirmed, it counts for its month
order-late-entry = Late orders to confirm
order-late-title = ⚠ <b>Late order</b>, { MONTH($month) } · { $author }
order-late-day = Contract day { $day } · { $number }
order-late-hint = The month is closed. Once confirmed it counts for its month, marked as late.
order-late-is-logged = ✅ Confirmed
order-late-is-void = Void
order-check-key = Check the order
order-reply-done = ✅ Updated
order-reply-which = Which row is meant?
order-reply-line = { $number } { $project }
order-shipped = Shipped { $count } pcs · { $day } { $batches }
notice-project-wanted = 📋 An order by { $by } waits for a project of yours
notice-project-wanted-why = Add the project in a report; then the order can be confirmed.
notice-project-came = ✅ The project is there, the order can be checked
notice-late-confirmed = ✅ Late order { $number } was confirmed by { $by }, it counts for { MONTH($month) }
event-project-came = Project of a waiting order came
order-untaxed = { $added ->
    [yes] 　{ $price } without tax, plus { $percent }%
   *[no] 　Written as { $price } without tax, taken as including it ({ $percent }%)
}
order-how-tax-habit = { $what }: tax as usual for this customer
order-keeps = 　Once confirmed, the customer is protected until { $until }
order-kept = Customer protected until { $until }, by its orders
order-correcting = Correct <b>{ $number }</b>? The old version stays on record
order-was = 　Was: { $line } · { $day }
order-taken-away = 　Taken away: { $line }
order-why = Tap the reason to correct it:
order-reply-keep = Leave it
order-reply-gone = This order was voided, or isn't yours.
order-reply-about = About <b>{ $numbers }</b>
order-reply-hint = You may reply: change to 6k, price 3.3, yesterday, lot A14, shipped 2k, return 500, void
order-reply-unclear = Not understood: { $text }. The order is unchanged.
order-reply-back = Return from <b>{ $number }</b>?
order-reply-back-what = 　{ $count } pcs back · { $day }
order-reply-back-how-many = How many pieces? Reply once more, e.g. “return 500”
order-correct-key = Correct { $number }
order-void-key = Void { $number }
order-void-which = Void which one? Only for what was never sold; one tap does it, the record stays.
order-edited-late = The message was changed, but { $numbers } is logged already and didn't change with it.
order-reply-back-when = A return has a day up to today. Reply then, for example "return 500 today"
order-reply-back-too-many = ⚠ { $count } pcs are too many, { $left } at most; please reply again
order-reply-ship = Delivery of <b>{ $number }</b>?
order-reply-ship-what = 　{ $count } · { $day } { $batches }
order-reply-ship-all = All that is left
order-reply-ship-when = ⚠ Not noted yet: a delivery has a day up to today. Reply once it is shipped, for example "shipped 2k today"
order-reply-ship-how-many = ⚠ Not noted yet: how many were shipped? Please reply again, for example "shipped 2k"
order-change = { $row ->
    [0] { $what }
   *[other] { $what } of row { $row }
} { $before } → { $after }
order-change-away = { $row ->
    [0] { $what } taken away
   *[other] row { $row } ({ $what }) taken away
}
order-changed = ✓ Changed: { $what }
order-unused = Not understood: { $text }
order-edit-what = { $row ->
    [0] { $what }
   *[other] { $what } of row { $row }
}
order-edit-wins = As the edited message says: { $what }. What was changed before it no longer counts.
order-edit-gone = { $count ->
    [one] A row that you had corrected
   *[other] { $count } rows that you had corrected
} left the message, and the card.
order-ask-date-closed = 　⚠ { MONTH($month) } is closed: which contract day?
order-day-late = Contract day { $day } · late
order-back = 　Return { $quantity }
order-back-at = 　Return { $quantity } × { $price }
order-back-of = { $number } · { $day } · { $price }
order-back-other = Another order
order-back-none = See the customer's orders
order-ask-return-quantity = 　⚠ How many came back? Just write it, e.g. 500
order-already = <b>{ $number }</b> says so already · contract day { $day }
order-no-day = Not a day
order-another = { $index ->
    [0] Another order
   *[other] { $index } is another order
}
order-nothing-ready = Something is still asked, nothing can be confirmed yet.
order-brief = 　{ $customer } · { $what } · { $quantity } × { $price } · { $day }
order-brief-open = 　⚠ { $customer } · { $what } · { $quantity } × { $price } · { $day }
order-brief-known = 　Logged: { $customer } · { $what } · { $quantity } × { $price } · { $day }
order-beside = { $count ->
    [one] Another one, written just before:
   *[other] { $count } others, written just before:
}
order-confirm-with = Confirm all, these too ({ $count })
order-drop-batch = Without { $code }
