## The next visit
visit-key = Next visit
visits-entry = Visits
visits-title = 🗓 Visits { $count }
visits-row = { $index } { $on } { $name } · { $person }{ $past ->
    [yes] { " " }(past)
   *[no] { "" }
}
visits-none = No visit is planned. Tap “Next visit” on a customer's card, or give the day in a follow-up report
visit-title = 🗓 Visit on { $on }
visit-person = Followed up by { $person }
visit-stands = Planned for { $on }; enter another day to move it
visit-planned = ✅ Next visit on { $on }
visit-planned-how = You'll be reminded the working day before and that morning; a report written then or later completes the visit
visit-move-key = Reschedule
visit-cancel-key = Cancel visit
visit-cancel-sure = Call this visit off?
visit-cancel-sure-key = Yes, call it off
visit-cancelled = Called off
plan-visit-title = Next visit
plan-visit-on = Day of the visit
plan-visit-on-hint = For example next Wednesday, 12-08
customer-visit = 🗓 Next visit on { $on }
customer-visit-past = 🗓 A visit was planned for { $on }; no report yet
home-visits = 🗓 { $count ->
    [one] 1 visit today
   *[other] { $count } visits today
}
follow-up-visit-next = Next visit on { $on }
follow-up-visit-moved = Next visit moved from { $before } to { $on }
visit-day-only = { $day } (only the day is kept; please note “{ $hour }” yourself)
visit-hour-not-kept = Of the next visit only the day is kept; “{ $hour }” stays in your words, the reminder has no time
visit-not-read = “{ $said }” isn't one day, so no visit is planned; you can fill it in here
whose-visit-title = Which customer is visited?
read-as-visit = Next visit · { $name }
reminder-visit = 🗓 Visit to { $name } { $when ->
    [today] today
   *[later] on { $on }
}
reminder-visit-past = 🗓 Was { $name } visited on { $on }? There is no report yet
notice-visit-set = 🗓 { $by } planned a visit to { $name } on { $on }
notice-visit-cancelled = 🗓 { $by } called off the visit to { $name } on { $on }
notice-visit-handed-over = 🗓 { $name } was handed over to you, with the visit on { $on }
refusal-visit-past = Please choose a day from today on, within two years; { $on } isn't one
event-visit-set = planned a visit
event-visit-ended = a visit ended
event-visit-handed-over = visit handed over with the customer
