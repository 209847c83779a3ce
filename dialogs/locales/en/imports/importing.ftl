# Taking in existing customers: the list, progress, the result file
import-entry = Import customers
job-import-customers = Import of customers
import-customers-title = Import customers
import-customers-file = Customer list (Excel)
import-customers-file-hint = Send an Excel or CSV file with column names: customer, agency and salesperson are required
import-template-key = Template
import-template-how = An empty Excel list with column names, examples and notes.
import-template-make-key = Send it to me
import-template-asked = The template is on its way; send it back under “Import customers” when it is filled in.
import-template-name = Customer list
job-list-template = Template of a customer list
import-received = ✅ Received { $name }
import-received-hint = It is being checked; see the card below. Nothing is imported before you confirm.
import-received-other = { $by } has sent the same file already, so it isn't imported twice; its card is below.
import-file = 📎 { $name }
import-foreseen = Rows: { $total }, can be imported: { $imported }
import-asks = Nothing imported yet: confirm to begin.
import-cancelled = Cancelled; no customer was imported.
import-begin-key = Import
import-phase-read = Reading the sheet
import-phase-foresee = Checking rows
import-phase-take = Taking rows in
import-phase-compare = Looking for similar names
import-phase-result = Writing the result file
import-outcome = ✅ { $imported ->
    [one] 1 customer
   *[other] { $imported } customers
} imported
import-outcome-alike = ⚠ { $alike } of them have similar names, see the result file
import-count-standing = Rows known already, unchanged: { $count }
import-count-conflict = ⛔ Rows in conflict, not to be imported: { $count }
import-count-refused = ⚠ Rows to be corrected: { $count }

## Result file and template
import-result = Result
import-to-mend = To correct
import-list = Customers
import-notes = Notes
import-head-row = Row
import-head-name = Customer
import-head-fate = Outcome
import-head-column = Column
import-head-why = Why
import-head-other = Same or similar customer
import-head-agency = Held by
import-head-person = Salesperson
import-head-until = Protected until
import-head-score = Likeness
import-head-reasons = Reasons
import-head-sample = Example
import-head-note = Note
import-column-name = Customer name
import-column-code = Credit code
import-column-province = Province
import-column-district = District
import-column-region = Region
import-column-domain = Product domain
import-column-volume = Volume (pieces a year)
import-column-mcus = MCUs in use
import-column-buyer = Buyer
import-column-factory = Factory
import-column-background = Background
import-column-agency = Agency
import-column-contact = Salesperson
import-column-until = Protected until
import-column-aliases = Other names
import-sample-name = Example Electronics Co., Ltd.
import-sample-code = 91440300708461136T
import-sample-region = Shenzhen, Guangdong
import-sample-domain = Home appliances · Air conditioners
import-sample-volume = 1,200,000
import-sample-mcus = STM32F103
import-sample-buyer = Example Sourcing
import-sample-factory = Example Assembly
import-sample-background = Founded in 2010, capital 50 million
import-sample-agency = Example Technology
import-sample-contact = Li Ming
import-sample-until = 2027-02-22
import-sample-aliases = Example; EEC
import-note-name = Required: the full name as on the licence
import-note-code = 18 characters; where given it decides whether two are the same customer
import-note-region = Down to the city
import-note-domain = A product domain of the system, or one of its products
import-note-volume = All MCUs together, pieces a year
import-note-mcus = Models mainly used now
import-note-buyer = Optional
import-note-factory = Optional
import-note-background = Optional, at most 1,000 characters
import-note-agency = Required: the agency's name, short name or credit code in the system
import-note-contact = Required: name or e-mail of the agency's salesperson or owner
import-note-until = Last protected day; empty: counted by policy from the day of the import
import-note-aliases = Short, English and former names, separated by ;
import-fate-alike = imported, has look-alikes
import-fate-conflict = not imported: conflict
import-fate-refused = not imported: to correct
import-clash-held = Another agency holds this customer
import-clash-pending = A report of this customer is being decided
import-clash-pool = This customer lies in the resource pool
import-clash-reserved = After an appeal it is kept for another agency for some days
import-clash-twice = The same customer as in row { $row }{ $by ->
    [code] {" "}(same credit code)
    [name] {" "}(same name)
    [alias] {" "}(an alias of that row)
   *[other] {""}
}
import-alike = Similar name: please check whether it is the same customer{ $row ->
    [0] {""}
   *[other] {" "}(row { $row } of this list)
}

## What is wrong with a cell
import-wrong-missing = Required, must not be empty
import-wrong-long = Too long, at most { $hint } characters
import-wrong-fragment = “{ $typed }” is too short: the full name as on the licence, please
import-wrong-code = “{ $typed }” is no valid credit code (18 characters, the last is a check character)
import-wrong-formula = A formula without a saved result: open the file in Excel and save it, or paste the values
import-wrong-error = A cell with an error (such as #N/A): please fill it in
import-wrong-code-number = Excel kept the credit code as a number and lost its last digits: format the column as text and fill it in again
import-wrong-code-scientific = “{ $typed }” is how Excel writes a large number, not a credit code: all 18 characters, please
import-wrong-domain-near = No product domain “{ $typed }”; near are { $hint }
import-wrong-volume-range = “{ $typed }” is a range: one number, please
import-wrong-contact-phone = A phone number: name or e-mail, please
import-wrong-day-several = “{ $typed }” may be read as { $hint }: please write it like 2027-03-31
import-wrong-region-unknown = No city “{ $typed }” is known; down to the city, please, e.g. Shenzhen, Guangdong
import-wrong-region-several = “{ $typed }” may be { $hint }: province and city, please, e.g. Shenzhen, Guangdong
import-wrong-region-province = “{ $typed }” is a province; down to the city, please, e.g. { $hint }
import-wrong-domain-unknown = No product domain “{ $typed }”; there are e.g. { $hint }
import-wrong-domain-several = “{ $typed }” is more than one: { $hint } (the one that it ships most, please)
import-wrong-volume = “{ $typed }” is no number above 0, e.g. 1,200,000 or 35,000
import-wrong-volume-large = “{ $typed }” is too large: at most { PIECES($hint) } a year
import-wrong-agency-unknown = No agency “{ $typed }”: its name in the system or its credit code, please
import-wrong-agency-several = Several agencies are called “{ $typed }”: use the credit code
import-wrong-agency-ended = Agency “{ $typed }” is not active
import-wrong-contact-unknown = { $hint } has no “{ $typed }”: name or e-mail, please; invite them first
import-wrong-contact-several = { $hint } has several “{ $typed }”: use the e-mail address
import-wrong-contact-not-sales = “{ $typed }” of { $hint } is neither salesperson nor owner
import-wrong-not-a-day = “{ $typed }” is no date, e.g. { $hint }
import-wrong-day-past = { $typed } is over: today or later, please
import-wrong-day-far = { $typed } is too far: ten years at most
import-wrong-alias = The other name “{ $hint }” is too short or too long
import-wrong-aliases-many = At most { $hint } other names

## Files that can't be opened
refusal-no-workbook = This is no Excel or CSV file that can be opened: save it as an Excel workbook (.xlsx) and send it again.
refusal-other-file = { $kind ->
    [page] This is a web page saved as .xls, as older systems export it. Please open it in Excel or WPS, save it as “Excel Workbook (.xlsx)” and send that.
    [pdf] This is a PDF, from which no table can be read. Please send an Excel or CSV file.
    [picture] This is a picture, from which no table can be read. Please send an Excel or CSV file.
    [numbers] This is a Numbers table. Please choose “Export to Excel” in Numbers and send that.
    [word] This is a document, not a table. Please paste the table into Excel and send that.
    [wps] This is a format of WPS's own. Please save it as “Excel Workbook (.xlsx)” in WPS and send that.
   *[archive] This is an archive. Please unpack it and send the table that is inside.
}
refusal-encrypted-workbook = The file has a password: remove it and send it again.
refusal-workbook-too-big = The file is too large, at most { $rows } rows: divide it into several files.
refusal-empty-workbook = There is nothing in the file.
refusal-no-rows = There are column names, but nothing beneath.
refusal-header-missing = Columns not found: { $columns }. Put the column names into the first twenty rows, or use the template.

## What the check found: how it was read, what isn't used
import-foreseen-nothing = Required columns are missing: nothing can be imported yet
import-foreseen-cancelled = Rows: { $total }, can be imported: { $imported }
import-told-heading = 📄 Sheet “{ $sheet }”, column names in row { $rows }
import-told-heading-alone = 📄 Column names in row { $rows }
import-told-other-sheets = Sheets not read: { $sheets }
import-told-hidden-sheets = Hidden sheets, not read: { $sheets }
import-told-text = 📄 Read as { $encoding }, separated by { $separator }
import-separator-comma = commas
import-separator-semicolon = semicolons
import-separator-tab = tabs
import-told-blind = This format doesn't tell hidden rows and columns, nor cells with errors; .xlsx does
import-told-missing = ⚠ Columns missing: { $columns }
import-told-chosen = { $column } is taken from the column “{ $title }”
import-told-remembered = As said before, “{ $title }” is { $column }
import-sheet = 📄 Sheet “{ $sheet }”
import-sheet-key = Read another sheet: { $sheet }
import-names-take-key = { $count ->
    [one] Use the proposed name
   *[other] Use the { $count } proposed names
}
import-names-leave-key = Names as in the list
import-columns-change-key = Change what columns are
import-columns-none-key = None of these
import-remark-name-noise = “{ $typed }” comes in as it stands; proposed: “{ $hint }”
import-remark-name-proposed = “{ $typed }” comes in as “{ $hint }”
import-reasons = { $reasons }
import-told-unused = Columns not used: { $titles }
import-told-monthly = “{ $title }” is by the month: counted twelve times
import-told-unit = “{ $title }” is read in { $unit } and converted
import-told-unit-same = “{ $title }” is in { $unit }
import-told-unit-unknown = ⚠ The unit { $unit } of “{ $title }” isn't known
import-then = { $one }; { $other }
import-told-no-unit = “{ $title }” names no unit: read as 10,000 pieces a year each
import-told-hidden-rows = 🙈 { $count ->
    [one] 1 row is hidden ({ $rows }) and will be imported, too
   *[other] { $count } rows are hidden ({ $rows }) and will be imported, too
}
import-told-hidden-rows-left = 🙈 { $count ->
    [one] 1 hidden row
   *[other] { $count } hidden rows
} won't be imported: { $rows }
import-told-hidden-columns = 🙈 Hidden columns: { $titles }
import-hidden-used = { $title } (used)
import-told-errors = Cells with errors, read as empty: { $cells }
import-told-formulas = Formulas without a saved result, read as empty: { $cells } (open the file in Excel and save it)
import-cells = row { $row } { $columns }
import-more = { $count } more
import-told-merged = Merged customer names: rows { $rows }{ $more ->
    [0] {""}
   *[other] {" "}and others
} are one customer each, only the first row is imported
import-told-groups-more = { $count ->
    [one] 1 more kind of remark is
   *[other] { $count } more kinds of remarks are
} in the file
import-told-tables-more = { $count ->
    [one] 1 more heading
   *[other] { $count } more headings
} further down
import-told-samples = Row { $rows } is the template's example, not read
import-told-totals = Row { $rows } is a total, not imported
import-told-headings-again = Row { $rows } repeats the column names, not imported
import-told-strays = Row { $rows } has nothing but unused columns, not imported
import-told-table = 📄 Another table begins at row { $row }, read by its own headings: { $titles }
import-told-cut = ⚠ Too many columns: nothing behind column { $column } is read
import-told-rows-like = Rows { $rows }, { $column }; row { $first } for instance: { $what }
import-told-rows = Row { $rows }, { $column }: { $what }
import-rows-more = { $rows } and others, { $count } in all
import-look-key = Rows to look at (Excel)
import-columns-key = What are the unused columns?
import-columns-which = Which column? The list is then checked again, and the column is known next time.
import-columns-what = What is “{ $title }”?
import-rows-leave-key = Leave out { $count ->
    [one] 1 hidden row
   *[other] { $count } hidden rows
}
import-rows-take-key = Import { $count ->
    [one] 1 hidden row
   *[other] { $count } hidden rows
}
import-columns-leave-key = Don't use hidden columns
import-columns-take-key = Use hidden columns
import-to-look-at = To look at
import-fate-remark = can be imported, please check

## Taking an import back
import-back-key = Take back
import-back-sure = Take back all customers of this import? They lose their protection and can be reported or imported again.
import-back-sure-key = Take all back
job-take-back-import = Import taken back
import-back-done = ✅ { $count ->
    [one] 1 customer
   *[other] { $count } customers
} taken back
import-back-kept = ⚠ { $count ->
    [one] 1 customer was worked on meanwhile and stays
   *[other] { $count } customers were worked on meanwhile and stay
}
refusal-built-on = It can't be taken back: { $count ->
    [one] 1 of its customers has
   *[other] { $count } of its customers have
} a report, follow-up, project or request since, e.g. { $names }
notice-customers-brought = 📥 { $by } imported { $count ->
    [one] 1 existing customer
   *[other] { $count } existing customers
} in your name

## Cells that are taken in a certain way
import-remark-no-legal-form = “{ $typed }” has no legal form; please compare with the licence
import-remark-volume-unbelievable = ⚠ { PIECES($hint) } a year is a lot: is the unit right?
import-remark-until-none = “{ $typed }” is read as empty: protected from the day of the import on
import-remark-volume-about = “{ $typed }” is read as { PIECES($hint) } a year
import-remark-volume-monthly = “{ $typed }” is by the month: × 12 it is { PIECES($hint) } a year
import-remark-volume-own-unit = “{ $typed }” has another unit than the column: read by the cell as { PIECES($hint) } a year
import-remark-day-month = “{ $typed }” is a month: its last day { $hint } is taken
import-remark-day-serial = { $typed } is read as the date { $hint }
import-remark-contact-phone-beside = “{ $typed }” is a name and a phone number: taken for { $hint }
import-remark-region-below = “{ $typed }” belongs to { $hint }; the rest goes into the background

## The product table (baobei import mcus)
mcus-sheet = Models
mcus-column-model = Model *
mcus-column-series = Series
mcus-column-note = Note
mcus-brought = { $count ->
    [one] 1 model
   *[other] { $count } models
}, { $fresh } of them new
mcus-refused = ⚠ Row { $row } wasn't taken in: model or series is longer than { $longest } characters

## Columns that are missing: which one, or the same in all rows
import-told-found = Columns found: { $columns }
import-told-same = { $column }: “{ $value }” in all rows
import-missing-key = { $column }: which column?
import-missing-which = { $column }: which column? The list is then checked again, and the column is known next time.
import-missing-used = { $title } (now { $column })
import-same-agency-key = All belong to one agency
import-same-agency-title = To which agency do all of these customers belong?
import-same-change-agency-key = Change agency: { $value }
import-same-contact-key = One contact for all
import-same-contact-title = Whose are all of these customers?
import-same-change-contact-key = Change contact: { $value }
import-same-not-key = Not the same for all
import-same-none = Nothing found
import-same-said = Noted. The list is being checked again; see its card.
import-same-over = This list has been dealt with already.
import-told-looks-like-customer = ⚠ This looks like a list of customers, not of orders. The vendor imports existing customers: send it to your channel manager. New ones are reported one by one.
import-told-looks-like-order = ⚠ This looks like a list of orders, not of customers. Orders are sent by the agency's assistant or owner.
import-told-looks-like-agency = ⚠ This looks like a list of agencies: it is imported with baobei import agencies.
import-told-looks-like-person = ⚠ This looks like a list of people, not of customers. Invite them under People; many at once are imported with baobei import people.
import-remark-alike = “{ $typed }” is like the known customer “{ $hint }”
import-told-turned = ⚠ The table lies on its side: column names stand in the first column. Copy it, “paste special, transpose”, and send it again
import-told-untitled = ⚠ Columns without a name: { $titles }. Please name them in the file and send it again
