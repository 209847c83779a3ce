customers-title = <b>My customers</b> · { $count }
customers-found = <b>My customers</b> · { $by } · { $count }
customers-none = No protected customers yet.
customers-none-found = No customer fits; try other characters.
customers-search-hint = Type a few characters of a customer, project, model or person to search
customers-row = { $index } { $marks }{ $name }
    　{ $facts }
customers-at = { $agency } · { $person }
customers-deciding = { $kind ->
    [stage_confirmation] stage to be confirmed
   *[extension] extension being decided
} (end was { $until })
customers-found-by = 　▪ { $name }
customers-until = protected until { $until }
customers-endless = protected in mass production
customers-all-key = All customers
customer-stage = Project stage: { $stage }
customer-contact = { $agency } · { $person }
customer-protected = { $mark ->
    [red] 🔴{" "}
   *[none] {""}
}Protected until { $until } ({ $days ->
    [one] 1 day
   *[other] { $days } days
} left)
customer-protected-past = 🔴 Protected until { $until } (ended { $days ->
    [one] yesterday
   *[other] { $days } days ago
}, being decided)
customer-protected-endless = Protected while in mass production
customer-contact-helped = { $agency } · { $person } · engineer { $engineers }
customer-project = ▪ { $name }: { $stage } · { $yearly } a year · { $milestone } { $due }
customer-followed = Last report { $at } { $who }: { $text }
quoted = “{ $text }”
filter-key = Filter
filter-title = <b>Filter customers</b>
filter-ending = Ending in { $days } days
filter-overdue = Follow-up overdue
filter-silent = Silent for long
filter-without-project = Without a project
filter-agency = By agency
filter-agency-hint = Type a few characters of an agency to search
filter-stage = By stage
filter-domain = By domain
filter-region = By region
filter-region-hint = Type a province or a city to search
filter-person = By salesperson
filter-person-hint = Type a few characters of a name to search
