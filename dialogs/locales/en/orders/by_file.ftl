# Orders from a file: template, card, names, result file
orders-list-entry = From a file
orders-list-title = <b>Orders from a file</b>
orders-list-how = Send an Excel or CSV file right here: delivery lists of your ERP, monthly sheets, any list of your own. It is checked first; nothing is logged before you confirm.
orders-list-how-template = The template has your customers, projects and models to choose from.
orders-list-template-key = Template
orders-list-template-name = Order template
orders-list-template-asked = The template is on its way; send it here when it is filled in.
job-orders-template = Order template
job-import-orders = Orders from a file
job-take-back-orders = Orders of a file taken back
job-count-late-orders = Late orders confirmed
list-sent-what = What is this a list of?
list-sent-others = Lists of agencies, people and models don't come in here: they are imported with baobei import agencies, people, mcus
list-sent-more = Received as well: { $name }. To be answered next: { $count }
list-sent-waits = { $name }{ $count ->
    [1] {""}
   *[other] {" "}and { $count } lists in all
} sent before: nothing chosen yet, it waits at home
list-sent-drop-key = Don't import it
list-sent-dropped = This list wasn't imported
list-sent-contract = 📎 This is the workbook of contract { $number }; nothing was read. Open its draft under Contracts and send it once more
list-sent-contract-other = 📎 This is the workbook of contract { $number }; nothing was read. It goes to that agency's owner, who sends it in the contract's draft
import-checking = It is being checked; see the card below. Nothing happens before you confirm.
orders-list-list = Orders
orders-list-catalogue = Choices
orders-list-units = pcs K
orders-list-taxed = incl.
orders-list-untaxed = excl.
orders-list-choose = Choose from the list, please.

## Columns
orders-list-column-day = Contract date
orders-list-column-customer = Customer
orders-list-column-project = Project
orders-list-column-mcu = MCU model
orders-list-column-quantity = Quantity
orders-list-column-unit = Unit
orders-list-column-price = Unit price (per piece)
orders-list-column-net-price = Net price
orders-list-column-tax = Tax
orders-list-column-currency = Currency
orders-list-column-amount = Amount
orders-list-column-batches = Batches
orders-list-column-batch-2 = Batch 2
orders-list-column-batch-3 = Batch 3
orders-list-column-reference = Contract no
orders-list-column-kind = Type
orders-list-column-status = Status
orders-list-column-number = System order number
orders-list-column-voided = Void
orders-list-sample-day = 2026-11-05
orders-list-sample-customer = Example Electronics Co., Ltd.
orders-list-sample-project = Air conditioner control
orders-list-sample-mcu = BAT32G139
orders-list-sample-quantity = 5000
orders-list-sample-unit = pcs
orders-list-sample-price = 3.2
orders-list-sample-tax = incl.
orders-list-sample-currency = CNY
orders-list-sample-batches = A12, A13
orders-list-sample-reference = HT2026-0305
orders-list-note-day = Required: the day on which the contract was signed
orders-list-note-customer = Required: choose it, or write a short name
orders-list-note-project = May be left out where the customer has one project, or the model tells it
orders-list-note-mcu = May be left out beside a project
orders-list-note-quantity = Required; negative for a return
orders-list-note-unit = Empty: pieces
orders-list-note-price = Of one piece
orders-list-note-tax = Empty: included; without tax it is converted by the rate
orders-list-note-currency = Empty: CNY
orders-list-note-batches = Several with commas; more than three need quantities: A12:2000, A13:3000
orders-list-note-reference = Rows of one customer, day and contract number are one order

## The card
orders-list-foreseen = Rows: { $total }, can be logged: { $count }
orders-list-asks = Nothing logged yet: confirm to begin.
orders-list-cancelled = Cancelled; no order was logged.
orders-list-month = { $month }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $pieces } pcs, { $amounts }
orders-list-month-plain = { $month }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $pieces } pcs
orders-list-months-more = { $count ->
    [one] 1 earlier month
   *[other] { $count } earlier months
}: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
orders-list-count-returns = ↩ { $count ->
    [one] 1 return, against
   *[other] { $count } returns, each against
} the project's latest order
orders-list-count-late = ⏳ { $count ->
    [one] 1 late row: its month is closed, it counts
   *[other] { $count } late rows: their month is closed, they count
} once the owner confirms
orders-list-count-known = Logged already, not again: { $count ->
    [one] 1 row
   *[other] { $count } rows
}
orders-list-count-refused = ⚠ <b>To be corrected: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-count-left = Left out as you said: { $count ->
    [one] 1 row
   *[other] { $count } rows
}
orders-list-count-waits = ⏳ { $count ->
    [one] 1 row waits
   *[other] { $count } rows wait
} for a project: once it is there, assistants are told
orders-list-asked = ❓ { $count ->
    [one] 1 name
   *[other] { $count } names
} to confirm, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
orders-list-meant-customer = “{ $typed }” is taken for { $meant } ({ $count ->
    [one] 1 row
   *[other] { $count } rows
})
orders-list-meant-project = Project “{ $typed }” is taken for { $meant } ({ $count ->
    [one] 1 row
   *[other] { $count } rows
})
orders-list-meant-more = { $count ->
    [one] 1 more short name was
   *[other] { $count } more short names were
} understood
orders-list-told-merged = Merged customer names: all of rows { $rows }{ $more ->
    [0] {""}
   *[other] {" "}and others
} are that customer's
import-told-unit-pieces = “{ $title }” is read in { $unit } and converted to pieces
orders-list-phase-read = Reading the sheet
orders-list-phase-foresee = Checking rows
orders-list-phase-take = Logging rows
orders-list-phase-tell = Telling people
orders-list-phase-result = Writing the result file
orders-list-outcome = ✅ { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} logged, { $count ->
    [one] 1 order
   *[other] { $count } orders
}
orders-list-outcome-late = ⏳ { $count } of them late: the owner confirms
orders-list-nothing = No new orders were logged
orders-list-names-key = Confirm names ({ $count })
orders-list-count-corrected = ✏ { $count ->
    [one] 1 row corrects
   *[other] { $count } rows correct
} what was logged, nothing is added
orders-list-count-held = ❓ Not confirmed, not logged: { $count ->
    [one] 1 row
   *[other] { $count } rows
}
orders-list-hold-changed = ❓ <b>Corrections: { $count ->
    [one] 1 row</b> differs
   *[other] { $count } rows</b> differ
} from logged orders
orders-list-hold-above = ❓ <b>Customer or date empty: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-slip = ❓ <b>Far from the habit: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-net = ❓ <b>Prices without tax: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-currency = ❓ <b>Other currencies: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-before = ❓ <b>Returns without a sale: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-project = ❓ <b>The customer hasn't the project yet: { $count ->
    [one] 1 row
   *[other] { $count } rows
}</b>
orders-list-hold-row = Row { $row }: { $what }
orders-list-hold-row-of = Row { $row }, { $number }: { $what }
orders-list-hold-cell = { $column } { $what }
orders-list-remarks = ℹ <b>Read like this, please check</b>
orders-list-hold-more = { $count ->
    [one] 1 more row
   *[other] { $count } more rows
} in the file
orders-list-hold-changed-slip-key = Correct a slip ({ $count })
orders-list-hold-changed-changed-key = Customer changed it ({ $count })
orders-list-hold-changed-add-key = Other orders ({ $count })
orders-list-hold-slip-right-key = Figures are right ({ $count })
orders-list-hold-above-right-key = As the row above ({ $count })
orders-list-hold-net-excluded-key = Add the tax ({ $count })
orders-list-hold-net-included-key = Tax is included ({ $count })
orders-list-hold-currency-right-key = Currency is right ({ $count })
orders-list-hold-before-right-key = Sold before the system ({ $count })
orders-list-hold-project-ask-key = Ask the salesperson ({ $count })

## Names
orders-list-name-title = <b>Names</b> { $index }/{ $count }
orders-list-name-customer = Which customer? { $count ->
    [one] Row { $row }
   *[other] { $count } rows, the first is row { $row }
}
orders-list-name-project = Which project? { $count ->
    [one] Row { $row }
   *[other] { $count } rows, the first is row { $row }
}
orders-list-name-hint = Type some characters to find a customer; the answer is remembered for your agency.
orders-list-name-none = Nothing found for “{ $text }”. Try other characters.
orders-list-name-out-key = Leave out { $count ->
    [one] 1 row
   *[other] { $count } rows
}
orders-list-name-new-key = A new one: ask the salesperson ({ $count })
orders-list-name-later-key = Later
orders-list-names-said = The list is checked anew; see the card below.
orders-list-names-over = This list is done with; see the latest card.

## Taking back, late orders
orders-list-back-sure = Take back all orders of this file? They become void, and drafts waiting for a project are deleted. Those corrected, returned, delivered or confirmed since stay.
orders-list-back-done = ✅ { $count ->
    [one] 1 order
   *[other] { $count } orders
} taken back
orders-list-back-drafts = ✅ { $count ->
    [one] 1 draft row
   *[other] { $count } draft rows
} that waited for a project deleted
orders-list-back-corrected = ⚠ { $count ->
    [one] 1 correction stays. Change it back on its order
   *[other] { $count } corrections stay. Change them back on their orders
}
orders-list-back-kept = ⚠ { $count ->
    [one] 1 order was worked on meanwhile and stays
   *[other] { $count } orders were worked on meanwhile and stay
}
orders-list-counted = ✅ { $count ->
    [one] 1 order counts in its month
   *[other] { $count } orders count in their months
}
orders-list-late-title = ⚠ <b>Late orders</b> · file from { $by }
orders-list-late-month = { $month }: { $count ->
    [one] 1 order
   *[other] { $count } orders
}
orders-list-late-none = ✅ Nothing waits any more
orders-list-late-key = Confirm late orders ({ $count })
orders-list-late-begun = They are being counted
notice-orders-brought = 📥 { $by } logged { $count ->
    [one] 1 order
   *[other] { $count } orders
} of your customers from a file
notice-late-counted = ✅ { $by } confirmed the late orders of your file: { $count ->
    [one] 1 counts in its month
   *[other] { $count } count in their months
}
notice-batches-shared = ⚠ { $count ->
    [one] 1 batch is
   *[other] { $count } batches are
} named by several agencies, e.g. { $batches }
refusal-nothing-to-take-back = There is no order left to take back.
refusal-nothing-late = No late order waits any more.

## Result file
orders-list-look = To look at
orders-list-result = Result
orders-list-head-row = Row
orders-list-head-customer = Customer
orders-list-head-fate = Outcome
orders-list-head-column = Column
orders-list-head-why = Why
orders-list-head-order = Order
orders-list-fate-logged = logged
orders-list-fate-remark = can be logged, please check
orders-list-fate-known = known, not logged again
orders-list-fate-refused = not logged: to correct
orders-list-fate-left = not logged
orders-list-fate-held = not logged: to confirm
orders-list-fate-waits = Waits for its project
orders-list-fate-corrected = corrected
orders-list-known = An order says the same already
orders-list-left = Left out as you said
orders-list-waits = The salesperson was asked for the project; then it is confirmed as a draft
orders-list-return-of = Returned from { $number }
orders-list-return-before = Taken as sold before the system
orders-list-corrected = The order was corrected
refusal-changed-meanwhile = { $number } was changed just now: send the file once more to check.

## What is wrong with a cell
orders-list-wrong-missing = Required, must not be empty
orders-list-wrong-formula = A formula without a saved result: open the file in Excel and save it
orders-list-wrong-error = A cell with an error (such as #N/A): please fill it in
orders-list-wrong-long = Too long, at most { $hint } characters
orders-list-wrong-merged = A merged number may be for several rows: please fill in each
orders-list-wrong-subtotal = “{ $typed }” looks like a subtotal, not logged
orders-list-wrong-not-a-day = “{ $typed }” is no date, e.g. { $hint }
orders-list-wrong-day-month = “{ $typed }” is a month: the day, please
orders-list-wrong-day-several = “{ $typed }” may be read as { $hint }
orders-list-wrong-day-future = { $typed } is to come: the day on which the contract was signed, please
orders-list-wrong-day-outside = { $typed } isn't within your agency's protection ({ $hint })
orders-list-wrong-unit = Nobody knows how many pieces the unit “{ $typed }” is: in pieces, please
orders-list-wrong-units = The quantity “{ $hint }” has a unit beside that of its column, “{ $typed }”
orders-list-wrong-quantity = “{ $typed }” is no exact whole number
orders-list-wrong-zero = A quantity can't be 0
orders-list-wrong-quantity-outside = { $typed } is too large, at most { $hint }
orders-list-wrong-price-unit = Is the price for a piece or for one { $hint }? Add a column with the amount, or write the price of a piece
orders-list-wrong-price-inexact = No price, and { $hint } gives none: fill in the unit price
orders-list-wrong-price-outside = The price { $typed } isn't within { $hint }
orders-list-wrong-amount = The amount “{ $typed }” doesn't agree: { $hint }
orders-list-wrong-money = “{ $typed }” is no amount of money
orders-list-wrong-free = What costs nothing is no order; leave samples out
orders-list-wrong-tax = “{ $typed }” doesn't tell whether tax is included
orders-list-wrong-currency = The currency “{ $typed }” isn't known; there are { $hint }
orders-list-wrong-currencies = Currencies contradict each other: { $hint }
orders-list-wrong-batch = The batch “{ $hint }” can't be read
orders-list-wrong-batches = More than { $hint } batches need quantities that add up: A12:2000, A13:3000
orders-list-wrong-batches-sum = The batches don't add up to the quantity: { $hint }
orders-list-wrong-batches-some = Some batches have a quantity, others none: { $hint }
orders-list-wrong-no-order = “{ $typed }” is no order, not logged
orders-list-wrong-status = The document is “{ $typed }”: not logged
orders-list-wrong-not-approved = Not approved ({ $typed }): not logged
orders-list-wrong-voided = Void ({ $typed }): not logged
orders-list-wrong-status-unknown = The status “{ $typed }” doesn't tell whether it is valid: approved, please, or leave the column out
orders-list-wrong-scientific = “{ $typed }” is in the scientific notation of Excel: a plain number, please
orders-list-wrong-customer-unknown = No customer “{ $typed }”: confirm the name, or report it first
orders-list-wrong-customer-like = Is “{ $typed }” { $hint }? Please confirm
orders-list-wrong-customer-several = “{ $typed }” may be { $hint }: please confirm
orders-list-wrong-not-yours = “{ $typed }” isn't your agency's customer
orders-list-wrong-no-project = This customer has no project with a model yet: its salesperson adds it in a follow-up
orders-list-wrong-project-like = No project “{ $typed }”; is it { $hint }? Please confirm
orders-list-wrong-project-several = “{ $typed }” fits several projects, { $hint }: please confirm
orders-list-wrong-mcu-other = The project's model isn't “{ $typed }”: { $hint }
orders-list-wrong-mcu-none = No project uses “{ $typed }”; there are { $hint }
orders-list-wrong-return-more = { $typed } pcs came back, at most { $hint } of one order can: a row for each order, please
orders-list-wrong-return-price = The price { $typed } isn't that of the order, { $hint }: that one, please
orders-list-wrong-moved-part = { $typed } differs from { $hint }, but that order has other lines: please open and correct it
orders-list-wrong-number-unknown = Your company has no order { $typed }; to log a new one empty this cell
orders-list-wrong-number-void = { $typed } is void and can't be corrected; to log it anew empty this cell
orders-list-wrong-number-customer = { $typed } is another customer's; a customer can't be corrected: void the order and log it anew
orders-list-wrong-number-return = { $typed } can't become a return or stop being one; void a return and log it anew
orders-list-wrong-number-line = { $typed } has no line left that this row could be: open the order and correct it there
orders-list-wrong-number-add = This row names { $typed } and can only correct that; for another order empty this cell
orders-list-wrong-change-closed = Differs from { $typed }, whose month closed on { $hint }: the owner corrects it

## Cells that are taken in a certain way
orders-list-remark-day-serial = { $typed } is read as the date { $hint }
orders-list-remark-day-year = “{ $typed }” has no year: read as { $hint }
orders-list-remark-day-relative = “{ $typed }” is read as { $hint }
orders-list-remark-above = Empty; of the same document as the row above, read as “{ $hint }”
orders-list-remark-above-document = Empty: a line of the document above, read as “{ $hint }”
orders-list-remark-above-blank = Empty; the row above says { $hint }
orders-list-remark-own-unit = “{ $typed }” has another unit than the column: read as { $hint } pieces
orders-list-remark-net = Price without tax, converted by the rate: { $hint }
orders-list-remark-price-digits = “{ $typed }” is kept with six decimals: { $hint }
orders-list-remark-price-of-amount = No price: { $hint } by the amount
orders-list-remark-kind = The type “{ $typed }” is read as an order
orders-list-remark-slip-price = price { $typed } (last { $hint })
orders-list-remark-slip-quantity = quantity { $typed } (largest so far { $hint })
orders-list-remark-near = like row { $hint } but for the price; please check
orders-list-remark-batch-range = “{ $hint }” is taken for one batch; write several one by one
orders-list-remark-three-zeros = “{ $typed }” is read as { $hint } pcs, the point parts no thousands
orders-list-remark-amount-net = the amount { $typed } is without tax and agrees with the price { $hint } with it
orders-list-remark-twin = Word for word as row { $hint }: please check whether they are two orders
orders-list-remark-changed = { $hint }
orders-list-remark-beside = { $hint } pcs of the project were logged for that day; this row, { $typed } pcs, is another order: please check
orders-list-remark-before = { $typed } pcs came back, none were ever sold
orders-list-remark-no-project = The customer has no project { $typed } yet
orders-list-remark-mcu-none = No project with “{ $typed }” yet
orders-list-remark-currency = Price { $hint } { $typed }
orders-list-remark-net-habit = Without tax; tax added as usual with this customer: { $hint }
orders-list-remark-net-habit-included = “{ $typed }” is taken with tax, as usual with this customer
orders-list-remark-net-included = “{ $typed }” is taken with tax, as you said
orders-list-told-looks-like-person = ⚠ This looks like an address book or a list of people, who aren't taken from a file. Your company's owner invites colleagues one by one under People
orders-list-told-looks-like-agency = ⚠ This looks like a list of companies, not of orders. Agencies are added by the channel manager, new customers are reported one by one
