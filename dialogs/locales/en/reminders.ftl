digest-title = ⏰ <b>Today</b>{ $count ->
    [0] {""}
   *[other] {" "}({ $count })
}
digest-row = { $index } { $text }
digest-key = { $index } { $label }
digest-done = All done.
missed-title = 📎 <b>What didn't reach you</b> ({ $count })
missed-seen-key = Got it
missed-entry = Missed reminders
home-missed = 📎 { $count ->
    [one] { $count } reminder
   *[other] { $count } reminders
} didn't reach you
reminder-protection = { $name } · protection { $days ->
    [0] ends today
    [one] ends in { $days } day ({ $until })
   *[other] ends in { $days } days ({ $until })
}{ $confirming ->
    [yes] , its stage waits to be confirmed
   *[no] {""}
}{ $person ->
    [none] {""}
   *[other] { " " }({ $person })
}
reminder-follow-up = { $name } · { $days ->
    [one] 1 day
   *[other] { $days } days
} without a report
reminder-follow-ups-late = { $count ->
    [one] Reports overdue: 1 customer over { $limit } days, at { $days ->
    [one] 1 day
   *[other] { $days } days
}
   *[other] Reports overdue: { $count } customers over { $limit } days, the longest { $days } days
}
reminder-follow-up-late = { $name } · { $days ->
    [one] 1 day
   *[other] { $days } days
} without a report ({ $person })
reminder-answer-late = { $name } · { $kind } undecided, { $days ->
    [one] 1 day
   *[other] { $days } days
} past the end ({ $approvers })
reminder-approval = { $kind } · { $name } · { $agency } · asked { $at }
reminder-draft = Unfinished draft: { $title } ({ $at })
reminder-pool = New in the pool: { $what }, open from { $at }
reminder-announcement = Unread announcement: { $title }
reminder-unreachable = { $name } ({ $company }) can't be reached; ask them to open the bot
reminder-milestone = { $name }  { $project }: { $milestone } is due ({ $due })
reminder-milestone-past = { $name }  { $project }: { $milestone } is past ({ $due })
reminder-document = { $number }: { $documents } { $when ->
    [passed] out of date
    [both] out of date, or soon so
   *[coming] soon out of date
}, please renew
reminder-contract = The contract of fiscal year { $year } ends on { $until }; please submit the one for { $next }
digest-reply-hint = Reply to this message to write the report
digest-reply-hint-several = Reply to this message to write a report, the customer's name first
mail-unreachable = Reminders in the chat don't reach you: open the bot and press Start. If your account isn't there, ask whoever invited you for a new link.
mail-open = Open the bot: { $link }
