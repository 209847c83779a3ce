home-who = <b>{ $name }</b> · { $place } · { $type }
home-approvals = 📋 { $count ->
    [one] 1 request waits
   *[other] { $count } requests wait
} for your decision
home-ending = 🔴 { $count ->
    [one] 1 customer's protection ends
   *[other] { $count } customers' protection ends
} within { $days ->
    [one] 1 day
   *[other] { $days } days
}
report-entry = Report customer
customers-entry = My customers
requests-entry = Requests
approvals-entry = To decide
people-entry = People
home-left-key = Go on: “{ $text }”
link-label = { $label ->
   *[other] { $english }
}
more-entry = More
more-title = More
drafts-entry = Drafts
language-entry = Language
accounts-entry = Switch account
help-entry = Help
home-overdue = ⏰ Follow-up overdue: { $count ->
    [one] 1 customer
   *[other] { $count } customers
}
home-unread = 🟢 { $count ->
    [one] 1 new comment
   *[other] { $count } new comments
}
