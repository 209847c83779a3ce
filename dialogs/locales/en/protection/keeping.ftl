ask-extension-title = Extend
ask-extension-months = How many months
ask-extension-months-hint = Counted from the end, e.g. 3
months = { $value ->
    [one] { $value } month
   *[other] { $value } months
}
ask-extension-reason = Why
ask-extension-reason-hint = E.g. pilot run in test, production expected in March
extension-too-long = At most { $longest } months at once.
extension-asked = ✅ Extension asked for: <b>{ $number }</b>
extension-asked-who = To be decided by { $approvers }. The customer stays protected meanwhile.
extension-pending-key = Being decided
give-up-title = Give up
give-up-reason = Why
give-up-reason-hint = E.g. the customer stopped production
give-up-means = ⚠ On submitting the customer goes to the pool at once, what waits for it (an extension, say) lapses, and your agency can't claim it for { $days } days.
give-up-submit = Give up
given-up = Given up. The customer is in the pool.
grant-months-title = Grant an extension
grant-months-months = How many months
grant-months-months-hint = Counted from the end, past it from the day of the approval, e.g. 2
grant-key = Grant { $months ->
    [one] 1 month
   *[other] { $months } months
}
grant-other-key = Other
confirm-stage-key = Confirm
review-keep-key = Keep
review-release-key = Release
withdrawing-releases = ⚠ Its protection is over: withdrawn, the customer goes to the pool at once.
refusing-releases = ⚠ On submitting the customer goes to the pool at once.
approval-kind-extension = Extension
approval-kind-stage-confirmation = Stage confirmation
approval-kind-production-review = Production review
protection-state-pending = ⏳ waiting
protection-state-approved = ✅ granted
protection-state-rejected = ⛔ refused
protection-state-withdrawn = withdrawn
protection-state-dropped = no longer needed
protection-request-plain = { $kind } { $number }
protection-request-title = 📋 { $kind } <b>{ $number }</b>
protection-until = Protected until { $until } ({ $days ->
    [0] ends today
    [one] 1 day left
   *[other] { $days } days left
})
protection-past = Protected until { $until } (ended { $days ->
    [one] yesterday
   *[other] { $days } days ago
}; kept while something is being decided)
protection-would-be-late = ⚠ Late: confirmed now it is protected until { $until } (in time: { $in_time })
protection-would-be = If granted: { $until }
extension-wish = { $months ->
    [one] 1 month
   *[other] { $months } months
} asked for: { $reason }
extension-set = To be granted: { $months ->
    [one] 1 month
   *[other] { $months } months
}
stage-entered = { $stage } since { $day }
stage-left = { $stage } ended on { $day }
review-asked = The review period of mass production is over: keep it protected?
evidence-no-follow-ups = ⚠ No follow-up reports
evidence-follow-ups = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}, last { $last }
evidence-earlier = And { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
} in other hands
evidence-overdue = ⏰ Follow-up { $days ->
    [one] 1 day
   *[other] { $days } days
} overdue
evidence-project = { $name } · { $stage } · { $yearly } pcs/year
evidence-project-inherited = { $name } · { $stage } · { $yearly } pcs/year (taken over, not reported on yet)
evidence-projects-more = And { $count ->
    [one] 1 more project
   *[other] { $count } more projects
}
protection-requests-key = Extensions, stages
protection-requests-title = <b>Extensions, stages</b> · { $count } open
protection-requests-title-all = <b>Extensions, stages</b> · { $count } in all
protection-requests-row = { $index } { $name }
    　{ $kind } · { $state } · { $number }
notice-released = 🔴 { $why ->
    [ended] Protection is over: the customer is in the pool
    [refused] Protection is over and the request was refused: the customer is in the pool
    [given_up] Given up: the customer is in the pool
    [agency_ended] The cooperation ended: the customer is in the pool
    [appealed] After an appeal the customer is no longer held
    [merged] The customer was found to be the same as another one; they are merged, and it is no longer held
   *[reviewed] Not kept after the production review: the customer is in the pool
}
notice-released-into = It is now <b>{ $name }</b>
notice-lapsed = { $count ->
    [one] 1 request about this customer that waited for a decision has lapsed.
   *[other] { $count } requests about this customer that waited for a decision have lapsed.
}
protection-dropped = { $why ->
    [lost] Lapsed: the customer isn't the applicant's any more
   *[other] Lapsed: the customer's stage has changed
}
notice-extended = ✅ Extension <b>{ $number }</b>: { $months ->
    [one] 1 month
   *[other] { $months } months
}
notice-stage-confirmed = ✅ Stage confirmed: { $stage }
notice-protection-orders = 📋 An order was voided or came back: its protection changes
notice-protection-now = 📋 Its protection has changed
notice-reviewed = ✅ Production reviewed: protection goes on
notice-extension-refused = ⛔ Extension refused <b>{ $number }</b>
notice-stage-refused = ⛔ Stage not confirmed <b>{ $number }</b>
notice-stage-again = From { $day } on, a new follow-up at { $stage } asks once more.
notice-stage-protected = Protected until { $until }; until then an extension can be asked for.
notice-extension-needless = Extension <b>{ $number }</b> is no longer needed: in mass production the customer's protection has no end.
notice-escalated = ⏰ { $kind }: the decision is late
notice-escalated-to = Now with { $approvers }; any of them may decide.
