write-follow-up-title = <b>Follow-up report</b> · choose a customer
whose-report-drop-key = Drop it
whose-report-waits = Report “{ $text }”
whose-report-title = <b>Follow-up report</b> · which customer is this about?
write-follow-up-row = { $index } { $name }
    　{ $due }
follow-up-overdue = ⏰ Follow-up overdue by { $days ->
    [one] 1 day
   *[other] { $days } days
}
follow-up-due = Next follow-up by { $due }
unread-key = 🟢 Open comments ({ $count })
follow-up-entry = Follow up
follow-up-title = Follow-up report
follow-up-dynamics = Customer dynamics
follow-up-dynamics-hint = How things stand (you can add pictures); add a project on a new line, e.g. Inverter pilot first 500 pcs
follow-up-files = Pictures
follow-up-projects = Projects
follow-up-projects-hint = Tap a project to bring it in and change only what moved; finish when nothing did
follow-up-helpers = Engineers who helped
follow-up-helpers-hint = May be skipped
follow-up-item-how = Or just write: stage progress, e.g. pilot first 500 pcs
follow-up-correcting = Correcting { $number }; the earlier version is kept
follow-up-written = ✅ Submitted <b>{ $number }</b>
follow-up-corrected = ✅ Corrected <b>{ $number }</b>
follow-up-next = Next report by { $due }.
project-bring = ＋ { $name } ({ $stage })
correct-named-key = Correct { $name }
correct-report-key = Correct
mcu-as-typed = Use “{ $model }”
mcu-unlisted = { $model } (not in the product table)
mcu-label = { $label }
project-called = { $name } ({ $stage }) { $progress }
follow-up-next-visit = Next visit
follow-up-next-visit-hint = For example next Wednesday, 12-08; we'll remind you
