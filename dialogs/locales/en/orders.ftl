# Logging orders, and the orders on record
log-order-entry = Log order
log-orders-title = <b>Log order</b> · Choose the customer
log-orders-row = { $index } { $name }
    　{ $contact }
log-orders-row-lost = { $index } { $name }
    　no longer yours: earlier contracts only
log-orders-none = No customers to log orders for yet.
sale-headed = { $mark }<b>{ $number }</b>
log-order-title = Log order
log-order-lines = Lines
log-order-lines-hint = One order may have several lines, each for a project
log-order-day = Contract date
log-order-day-hint = The day the contract was signed, e.g. yesterday or 11-20
log-order-reference = Contract number
log-order-reference-hint = Skip it if there is none
order-line-title = Line
order-line-project = Project
order-line-project-hint = MCU model and product domain come with it
order-line-quantity = Quantity
order-line-quantity-hint = For example 5000 or 5k
order-line-price = Unit price (yuan, tax included)
order-line-price-hint = A piece, e.g. 3.2; in another currency 0.45 USD
order-line-maybe-price = Unit price (yuan, tax included)
order-line-maybe-price-hint = A piece, e.g. 3.2; may be skipped
order-line-batches = Batches
order-line-batches-hint = For example A12 A13; with quantities A12:2000 A13:3000
order-line-shares = Quantity of each batch
order-line-shares-hint = More batches than one order holds become linked orders. Write the quantities in the order of the batches, e.g. 2000 2000 1000
sale-project = { $name } · { $mcu } · { $domain }
sale-project-not-there = Project isn't listed
sale-pieces = { $value } { $value ->
    [1] piece
   *[other] pieces
}
sale-pieces-about = The quantity is counted in pieces
sale-money = { $currency ->
    [CNY] { MONEY($value, "¥") }
    [USD] { MONEY($value, "US$") }
    [HKD] { MONEY($value, "HK$") }
   *[other] { $value } { $currency }
}
sale-batch-of = { $code } ({ $quantity })
sale-evenly = shared evenly
sale-evenly-key = Share evenly
sale-not-a-batch = “{ $typed }” doesn't look like a batch. Write batches with blanks between them, e.g. A12 A13; quantities after a colon, e.g. A12:2000
sale-batch-twice = Batch { $code } is there twice
sale-batches-many = At most { $most } batches at a time
sale-not-shares = “{ $typed }” wasn't understood. Write the quantities in the order of the batches, e.g. 2000 2000 1000
sale-shares-off = Of { $batches ->
    [one] 1 batch
   *[other] { $batches } batches
} with { $quantity ->
    [one] 1 piece
   *[other] { $quantity } pieces
} in all, you wrote { $count ->
    [one] 1 number
   *[other] { $count } numbers
}, { $told } in all. Please write them again
sale-too-few-pieces = { $quantity ->
    [one] 1 piece isn't
   *[other] { $quantity } pieces aren't
} enough for every batch; change the quantity or the batches
sale-slip-quantity = ⚠ Quantity { $quantity }; the largest so far was { $before }
sale-slip-price = ⚠ Price { $price }; last time it was { $before }
sale-slip-right = It's right
sale-line-called = { $project } · { $mcu } · { $quantity } pcs{ $priced ->
    [yes] {" "}× { $price }
   *[no] {""}
}{ $batched ->
    [yes] {" "}· batches { $batches }
   *[no] {""}
}
sale-of-contact = <b>{ $name }</b> · { $contact }
sale-until = Contracts up to { $until } only
sale-price-to-vendor-full = Prices: the vendor sees them
sale-price-to-vendor-average = Prices: the vendor sees quarterly averages by model only
sale-price-to-vendor-none = Prices: the vendor doesn't see them
sale-late-told = The month of { $day } is closed: this will be a late order and counts once the owner confirms it.
sale-logged = ✅ Logged <b>{ $number }</b> · { $day }
sale-logged-return = ✅ Return logged <b>{ $number }</b> · { $day }
sale-logged-late = ⏳ Late order <b>{ $number }</b> · { $day }
sale-waits-for-owner = The owner has been asked; once confirmed it counts in its month.
sale-linked = Many batches: split into { $count ->
    [one] 1 linked order
   *[other] { $count } linked orders
}.
log-another-key = Log another
log-same-key = Same customer again
project-missing-title = <b>Log order</b> · No such project yet
project-missing-why = An order names a project. { $contact } can be asked to add it; the order is kept as a draft.
project-missing-hint = You may write the order down first, e.g. BAT32G135 5000 pcs 3.2 yuan batch A12
project-ask-key = Ask { $contact } for it
project-asked = ✅ { $contact } has been asked to add the project
project-asked-then = The order is kept as a draft; you'll hear when the project is there.

sale-row = ▪ { $project } · { $mcu }
sale-row-numbered = { $index } { $project } · { $mcu }
sale-row-batches = 　Batches { $batches }
sale-from-before = From before the system
sale-figures = 　{ $quantity } × { $price } = { $amount }
sale-figures-mean = 　{ $quantity } · quarter's average { $price }
sale-figures-plain = 　{ $quantity } pcs
sale-total = Total { $amount }
sale-more-lines = 　… { $count } more { $count ->
    [1] line
   *[other] lines
}
sale-mark-void = ⛔ Void{" "}
sale-mark-waits = ⏳ Late, unconfirmed{" "}
sale-mark-late = Late{" "}
sale-mark-return = Return{" "}
sale-mark-late-return = Late return{" "}
sale-mark-none = {""}
sale-said = { $day } · { $author }
sale-said-by = { $day } · logged by { $author } · salesperson { $contact }
sale-agency = { $agency }
sale-reference-line = Contract { $reference }
sale-logged-at = Logged { $at }
sale-linked-to = Linked orders { $numbers }
sale-returned = Returned { $day } { $quantity } pcs ({ $number })
sale-delivered = Shipped { $day } { $quantity } pcs{ $batched ->
    [yes] {" "}· { $batches }
   *[no] {""}
}
sale-confirmed = Confirmed { $at } by { $author }
sale-changed = Corrected { $times ->
    [1] once
   *[other] { $times } times
}, last { $at } { $author }
sale-closed = Closed on { $on }; the owner can still correct it.
sale-line-of = <b>{ $number }</b> line { $index }
sale-line-key = Line { $index }
sale-batches-key = Add batches
sale-deliver-key = Ship
sale-return-key = Return goods
sale-return-before-key = Older return
sale-void-key = Void
sale-void-sure = Void <b>{ $number }</b>? Only for what was never sold; it stays on record.
sale-void-yes = Yes, void it
sale-versions-title = Corrections <b>{ $number }</b>
sale-version = Version { $version } · changed { $at } by { $author } ({ $why })
sale-version-day = Contract date { $day }
sale-why-slip = Our slip
sale-why-changed = By customer
sale-why-other = Other
sale-why-batches = batches added
sale-why-voided = voided

sales-key = Orders
sales-title = <b>Orders</b> · { $count }
sales-none = No orders yet.
sales-none-found = No orders match.
sales-price-average = Prices are quarterly averages by model
sales-price-none = Prices aren't shown
sales-row = { $index } { $mark }{ $day } · { $facts }
sales-row-agency = { $agency } { $person }
sales-row-customer = 　{ $name }
sales-row-lines = 　{ $count ->
    [one] 1 line
   *[other] { $count } lines
} · { $about }
sales-filter-title = Filter orders
sales-all-key = All orders
sales-narrowed = Only: { $facts }
sales-period-month = This month
sales-period-last-month = Last month
sales-period-quarter = This quarter
sales-period-year = This year
sales-by-project = By project
sales-by-model = By model
sales-by-author = By author
batch-search-key = Find a batch
batch-title = <b>Find a batch</b>
batch-hint = Write the batch, e.g. A12
batch-found = <b>Batch { $code }</b> · { $count ->
    [1] 1 order
   *[other] { $count } orders
}
batch-none = No order names this batch.
batch-another-key = Another batch
batch-look-key = Look at the batch

correct-order-title = Correct order
correct-order-day = Contract date
correct-order-lines = Lines
correct-order-why = Reason
sale-correcting = Correcting { $number }; the old version stays on record
sale-corrected = ✅ Corrected <b>{ $number }</b>
add-batches-title = Add batches
add-batches-batches = Batches
add-batches-batches-hint = For example A14; with its quantity A14:2000
sale-batches-added = ✅ Batches added to <b>{ $number }</b>
return-goods-title = Return of goods
return-goods-quantity = Quantity returned
return-goods-day = Day of the return
return-goods-reference = Document number
return-goods-reference-hint = Skip it if there is none
sale-left = Up to { $left ->
    [one] 1 piece
   *[other] { $left } pieces
} can come back
return-from-before-title = Return from before the system
return-from-before-mcu = MCU model
return-from-before-quantity = Quantity returned
return-from-before-price = Unit price (yuan, tax included)
return-from-before-price-hint = What a piece cost then, e.g. 3.2
return-from-before-day = Day of the return
return-from-before-reference = Document number
return-from-before-reference-hint = Skip it if there is none
return-from-before-why = For goods sold before the system was introduced
deliver-title = Ship
deliver-quantity = Quantity shipped
deliver-day = Day of shipping
deliver-batches = Batches
deliver-batches-hint = For example A12 A13; may be skipped
sale-unshipped = { $left ->
    [one] 1 piece
   *[other] { $left } pieces
} not shipped yet
sale-more-than-unshipped = { $quantity ->
    [one] 1 piece is
   *[other] { $quantity } pieces are
} too many; { $left } not shipped yet
sale-before-contract = { $day } is before the contract of { $since }
sale-delivery-kept = ✅ Shipping noted <b>{ $number }</b>

notice-batch-shared = ⚠ Batch { $batch } is named by two agencies
notice-batch-shared-who = { $agencies }

refusal-no-lines = The order has no lines yet; add one.
refusal-day-outside = { $day } won't do: the contract date lies between { $since } and { $until }.
refusal-quantity-outside = Quantity { $quantity } won't do; it lies between 1 and { $largest }.
refusal-price-outside = Price { $price } won't do; it lies between { $lowest } and { $highest }, with at most six decimals.
refusal-price-missing = Please give the unit price.
refusal-unknown-currency = { $currency } isn't supported; use { $known }.
refusal-batches-dont-add-up = { $missing ->
    [0] The batches make { $told }, the quantity is { $quantity }.
    [1] One batch has no quantity: give all of them, or none.
   *[other] { $missing } batches have no quantity: give all of them, or none.
}
refusal-bad-batch = “{ $code }” doesn't look like a batch.
refusal-project-without-model = Project “{ $project }” has no MCU model yet; ask the salesperson to add it in a report.
refusal-agency-suspended = Your company is suspended and can't log orders; please ask your channel manager.
refusal-month-closed = That month closed on { $on }; the owner can still correct it.
refusal-already-void = { $number } is void.
refusal-nothing-changed = Nothing was changed.
refusal-returns-or-deliveries = { $number } has returns or deliveries: it can't be voided, nor become less than they are.
refusal-more-than-sold = { $quantity ->
    [one] 1 piece is
   *[other] { $quantity } pieces are
} too many; at most { $left }.
refusal-too-many-batches = An order holds at most { $most } batches; log another order for more.
refusal-return-is-voided = { $number } is a return: void it and log it anew.
refusal-not-late = { $number } needs no confirming any more.
refusal-no-salesperson = This customer has no salesperson just now who could add the project.
refusal-nothing-ready = Some questions are still open.
refusal-card-changed = A colleague has just changed this card. Please check it as it is now.

job-export-orders = Export orders
export-orders-file = Orders { $day }.xlsx
export-orders-lines = Lines
export-orders-old = Old form
export-orders-deliveries = Deliveries
export-orders-column-number = System order no
export-orders-column-state = State
export-orders-column-day = Contract date
export-orders-column-name = Customer
export-orders-column-agency = Agency
export-orders-column-contact = Salesperson
export-orders-column-project = Project
export-orders-column-mcu = MCU model
export-orders-column-written = Full model
export-orders-column-domain = Product domain
export-orders-column-quantity = Quantity
export-orders-column-price = Unit price (tax included)
export-orders-column-currency = Currency
export-orders-column-amount = Amount
export-orders-column-batches = Batches
export-orders-column-reference = Contract number
export-orders-column-author = Logged by
export-orders-column-at = Logged at
export-orders-column-of = Line
export-orders-column-batch-1 = Batch 1
export-orders-column-batch-2 = Batch 2
export-orders-column-batch-3 = Batch 3
export-orders-column-delivered = Shipped on
export-orders-state-void = Void
export-orders-state-waits = Late, unconfirmed
export-orders-state-order = Order
export-orders-state-order-late = Late order
export-orders-state-return = Return
export-orders-state-return-late = Late return
sales-summed = { $by ->
    [delivery] By delivery: { $parts }
   *[contract] In all: { $parts }
}
sales-summed-late = { $pieces } pcs of it logged late
sales-in-yuan = { $amount } in yuan
sales-by-delivery-key = By delivery
sales-by-contract-key = By contract
