# Orders from a file: template, card, names, result file
orders-list-entry = From a file
orders-list-title = <b>Orders from a file</b>
orders-list-how = Send an Excel or CSV file right here: delivery lists of your ERP, monthly sheets, any list of your own. It is checked first; nothing is logged before you confirm.
orders-list-how-template = The template has your customers, projects and models to choose from.
orders-list-template-key = Template
orders-list-template-name = Orders
orders-list-template-asked = The template is on its way; send it here when it is filled in.
job-orders-template = Template of a list of orders
job-import-orders = Orders from a file
job-take-back-orders = Orders of a file taken back
job-count-late-orders = Late orders confirmed
list-sent-what = What is this a list of?
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
orders-list-sample-day = 2026-11-05
orders-list-sample-customer = 深圳市星河联创电子有限公司
orders-list-sample-project = 变频空调主控
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
orders-list-foreseen = { $total } rows, { $count } can be logged
orders-list-asks = Nothing logged yet: confirm to begin.
orders-list-cancelled = Cancelled; no order was logged.
orders-list-month = { $month }: { $rows } rows, { $pieces } pcs, { $amounts }
orders-list-month-plain = { $month }: { $rows } rows, { $pieces } pcs
orders-list-months-more = { $count } earlier months: { $rows } rows
orders-list-count-returns = ↩ { $count } returns: each against the project's latest order, else as sold before the system
orders-list-count-late = ⏳ { $count } late rows: their month is closed; they count when the owner confirms
orders-list-count-known = Logged already, not again: { $count } rows
orders-list-count-refused = ⚠ To be corrected: { $count } rows
orders-list-count-left = Left out as you said: { $count } rows
orders-list-asked = ❓ { $count } names to confirm, { $rows } rows
orders-list-meant-customer = “{ $typed }” is taken for { $meant } ({ $count } rows)
orders-list-meant-project = Project “{ $typed }” is taken for { $meant } ({ $count } rows)
orders-list-meant-more = { $count } more short names were understood
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
orders-list-outcome = ✅ { $rows } rows logged, { $count } orders
orders-list-outcome-late = ⏳ { $count } of them late: the owner confirms
orders-list-nothing = No new orders were logged
orders-list-names-key = Confirm names ({ $count })

## Names
orders-list-name-title = <b>Names</b> { $index }/{ $count }
orders-list-name-customer = Which customer? From row { $row } on, { $count } rows
orders-list-name-project = Which project? From row { $row } on, { $count } rows
orders-list-name-hint = Type some characters to find a customer; your agency is understood from then on.
orders-list-name-none = Nothing found for “{ $text }”. Try other characters.
orders-list-name-out-key = Leave out { $count } rows
orders-list-name-later-key = Later
orders-list-names-said = The list is checked anew; see the card below.
orders-list-names-over = This list is done with; see the latest card.

## Taking back, late orders
orders-list-back-sure = Take back all orders of this file? They become void; those corrected, returned, delivered or confirmed since stay.
orders-list-back-done = ✅ { $count } orders taken back
orders-list-back-kept = ⚠ { $count } orders were worked on meanwhile and stay
orders-list-counted = ✅ { $count } orders count in their months
orders-list-late-title = ⚠ <b>Late orders</b> · file from { $by }
orders-list-late-month = { $month }: { $count } orders
orders-list-late-none = ✅ Nothing waits any more
orders-list-late-key = Confirm late orders ({ $count })
orders-list-late-begun = They are being counted
notice-orders-brought = 📥 { $by } logged { $count } orders of your customers from a file
notice-late-counted = ✅ { $by } confirmed the late orders of your file: { $count } count in their months
notice-batches-shared = ⚠ { $count } batches are named by several agencies, e.g. { $batches }
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
orders-list-known = An order says the same already
orders-list-left = Left out as you said
orders-list-return-of = Returned from { $number }
orders-list-return-before = Taken as sold before the system

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
orders-list-wrong-no-order = “{ $typed }” is no order, not logged
orders-list-wrong-customer-unknown = No customer “{ $typed }”: confirm the name, or report it first
orders-list-wrong-customer-like = Is “{ $typed }” { $hint }? Please confirm
orders-list-wrong-customer-several = “{ $typed }” may be { $hint }: please confirm
orders-list-wrong-not-yours = “{ $typed }” isn't your agency's customer
orders-list-wrong-no-project = This customer has no project with a model yet: its salesperson adds it in a follow-up
orders-list-wrong-project-like = No project “{ $typed }”; is it { $hint }? Please confirm
orders-list-wrong-project-several = “{ $typed }” fits several projects, { $hint }: please confirm
orders-list-wrong-mcu-other = The project's model isn't “{ $typed }”: { $hint }
orders-list-wrong-mcu-none = No project uses “{ $typed }”; there are { $hint }

## Cells that are taken in a certain way
orders-list-remark-day-serial = { $typed } is read as the date { $hint }
orders-list-remark-day-year = “{ $typed }” has no year: read as { $hint }
orders-list-remark-own-unit = “{ $typed }” has another unit than the column: read as { $hint } pieces
orders-list-remark-net = Price without tax, converted by the rate: { $hint }
orders-list-remark-price-digits = “{ $typed }” is kept with six decimals: { $hint }
orders-list-remark-price-of-amount = No price: { $hint } by the amount
orders-list-remark-kind = The type “{ $typed }” is read as an order
orders-list-remark-slip-price = The price { $typed } is far from the last, { $hint }
orders-list-remark-slip-quantity = The quantity { $typed } is far above the largest so far, { $hint }
orders-list-remark-twin = Word for word as row { $hint }: please check whether they are two orders
