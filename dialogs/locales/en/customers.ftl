customers-title = <b>My customers</b> · { $count }
customers-found = <b>My customers</b> · “{ $text }” { $count }
customers-none = No protected customers yet.
customers-none-found = No customer fits; try other characters.
customers-search-hint = Type a few characters of the name to search
customers-row = { $index } { $mark ->
    [red] 🔴{" "}
   *[none] {""}
}{ $name }
    　{ $ends } · { $person }
customers-until = protected until { $until }
customers-endless = in mass production
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
customer-protected-endless = Protected while in mass production
