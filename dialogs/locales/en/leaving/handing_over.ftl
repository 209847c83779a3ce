hand-over-title = Hand customers over
hand-over-key = Hand customers over
hand-over-submit = Yes, hand over
hand-over-what = What to hand over
hand-over-all = Everything ({ $what })
hand-over-some = Choose customers
hand-over-customers = Customers
hand-over-customers-hint = Several may be ticked
hand-over-to = Hand over to
hand-over-to-hint = An owner or salesperson of the same agency
hand-over-holds = Holds { $what }
hand-over-nobody = ⛔ There is no colleague to take over. Invite somebody first.
hand-over-done = ✅ Handed over to { $name }: { $what } (from { $source })
hand-over-done-kept = Protection, place in the queue, open requests and the day of the next report stay.
refusal-handed-meanwhile = { $name } has just become { $holder }’s, so nothing was handed over. Tap once more if you still mean it.
hand-customer-over-key = Hand over
hand-customer-over-hint = Tap or type who takes over; it happens at once
hand-customer-over-all-key = All colleagues
handed-named = { $names }
handed-named-more = { $names } … ({ $count } in all)
handed-reported = open reports on { $names }
handed-reported-more = open reports on { $names } … ({ $count } in all)
handed-both-named = { $first }; { $then }
handed-customers = { $count ->
    [one] 1 protected customer
   *[other] { $count } protected customers
}
handed-reports = { $count ->
    [one] 1 open report
   *[other] { $count } open reports
}
handed-both = { $first }, { $then }
handed-own = their own list
notice-handed-over = 📋 { $by } handed you from { $source }: { $what }.
notice-handed-drafts = { $count ->
    [one] 1 draft about them came
   *[other] { $count } drafts about them came
} along: More → Drafts.
notice-handed-away = 📋 { $by } handed over to { $name } what was yours: { $what }.
notice-handed-colleague = 📋 { $agency }: { $by } handed over from { $source } to { $name }: { $what }.
notice-handed-orders = { $count ->
        [one] An order of it waits: you check it now.
       *[other] { $count } orders of it wait: you check them now.
    }
notice-handed-visits-away = { $count ->
        [one] The visit planned there goes along: { $name } makes it.
       *[other] { $count } visits planned there go along: { $name } makes them.
    }
notice-handed-orders-away = { $count ->
        [one] { $name } checks the order of it that waits.
       *[other] { $name } checks the { $count } orders of it that wait.
    }
