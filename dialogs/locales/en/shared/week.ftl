week-line = This week: { $facts }
week-moved = { $count ->
    [one] 1 project
   *[other] { $count } projects
} updated in 7 days
week-still = no project updated in 7 days
week-overdue = ⏰ { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
} overdue{ $silent ->
    [0] {""}
   *[other] {" "}({ $silent } silent for long)
}
week-ending = 🔴 { $count ->
    [one] 1 customer
   *[other] { $count } customers
} ending in { $days } days
week-target = { $span }: { $told }
week-calibrated = calibrated forecast { $this } pcs more this month, { $next } next (three-month mean { $naive })
week-standard = standard forecast { $this } pcs more this month, { $next } next (three-month mean { $naive })
week-standard-biased = standard forecast { $this } pcs more this month, { $next } next (three-month mean { $naive }, its bias so far { $bias })
