approval-title = 📋 Customer report <b>{ $number }</b>
approval-title-plain = Customer report { $number }
strong = <b>{ $text }</b>
approval-code = Credit code { $code }
approval-code-doubtful = ⚠ Credit code { $code }: its check character doesn't fit, the applicant says it is so on the licence
approval-applicant = { $agency } · { $person } (protected { $held } · overdue { $overdue } · rejected in a year { $refused })
approval-due = Submitted { $at } · please decide by { $due }
approval-queue = ⏳ Behind it: { $agency } { $person } · { $at }
approval-queue-apart = ⚠ Behind it: { $agency } { $person } · { $at } · reported otherwise: { $what }
approval-claim = 🔁 From the pool; { $agency } · { $person } held it until { $at }
approval-no-legal-form = ⚠ No legal form
approval-mixed-letters = ⚠ Letters of another alphabet: { $words }
name-elsewhere = ⚠ The name says { $place }, the region is { $region }
approval-odd-signs = ⚠ Signs that no licence has: { $signs }
approval-known-as = ⚠ The same as <b>{ $name }</b>, by code or another name; approved, it is called as reported here
approval-queue-more = ⏳ and { $count } more behind it
approval-who = { $name } · { $agency } { $person }
approval-until = Protected until { $until }
approval-reason = { $reason }
approve-key = Approve
reject-key = Reject
return-key = Send back
detail-key = Details
next-key = Next
decide-key = Decide
approved-toast = Approved
decided-approve = ✅ Approved · { $by } · { $at }
decided-reject = ⛔ Rejected · { $by } · { $at }
decided-return = ⚠ Sent back · { $by } · { $at }
decided-withdraw = Withdrawn · { $by } · { $at }
decided-resubmit = 📋 Came back · { $by } · { $at }
report-state-pending = ⏳ being decided
report-state-queued = ⏳ in the queue
report-state-returned = ⚠ sent back
report-state-approved = ✅ approved
report-state-rejected = ⛔ rejected
report-state-withdrawn = withdrawn
report-state-closed = ⛔ not open
inbox-title = <b>To decide</b>
inbox-title-count = <b>To decide</b> ({ $count })
inbox-title-of = <b>To decide</b> · { $group } ({ $count })
inbox-group = { $group } { $count }
inbox-age-late = ⏰ Late
inbox-age-today = Due today
inbox-age-later = Not due yet
inbox-all-key = All
inbox-empty = Nothing waits for your decision.
inbox-row = { $index } { $late ->
    [-1] { "" }
    [0] ⏰{ " " }
    [1] ⏰ 1 day{ " " }
   *[other] ⏰ { $late } days{ " " }
}{ $name }
    　{ $kind } · { $agency } { $person }{ $late ->
    [-1] { " · " }{ $at }
   *[other] { "" }
}
approval-kind-appeal = Appeal
approval-kind-data-change = Correction
approval-kind-customer-report = Customer report

reject-request-title = Reject
reject-request-same-as = The same as a known customer
reject-request-same-as-hint = If it is one of these under another name; may be skipped
reject-request-reason = Reason
reject-request-reason-hint = The applicant will read it; tap one or write your own
return-request-title = Send back for changes
return-request-fields = What is to be changed
return-request-fields-hint = Several are possible; the applicant is asked for these alone
return-request-reason = What to change
return-request-reason-hint = The applicant will read it; tap one or write what to change
decided-forward = ➡ Handed on · { $by } · { $at }
hand-on-key = Hand on
hand-on-request-title = Hand on
hand-on-request-to = To whom
hand-on-request-to-hint = Type a name, pinyin, unit or number to search; the deadline stays
hand-on-request-reason = Remark
hand-on-request-reason-hint = Optional; it goes on record
signed-to = { $name } → { $to }
approval-signed = ✅ { $by } · { $at }
approval-waits = ⏳ Waits for { $approvers }
decided-sign-before = ➕ Signer before · { $by } · { $at }
decided-sign-after = ➕ Signer after · { $by } · { $at }
add-signer-key = Add signer
add-signer-title = Add a signer
add-signer-to = Who signs, too
add-signer-to-hint = Type a name, pinyin, unit or number to search
add-signer-place = Before or after you
add-signer-place-hint = Before: the signer decides first, then it comes back to you; after: the signer is asked once you have approved
add-signer-place-before = Before me
add-signer-place-after = After me
add-signer-reason = Remark
add-signer-reason-hint = Optional; it goes on record
approval-late = ⏰ { $days ->
    [0] Late since today
    [one] 1 day late
   *[other] { $days } days late
}
approval-escalated = ⏰ { $days ->
    [0] Late and escalated
    [one] 1 day late, escalated
   *[other] { $days } days late, escalated
}: { $first } → { $then }{ $people ->
    [1] { "" }
   *[other] ; any of them may decide
}
approval-record = <b>Record</b>
approval-asked = 📋 Submitted · { $agency } { $person } · { $at }
approval-mended = <b>Mended and handed in again</b>
approval-change = { LABEL($label) }: { $before } → { $after }
approval-reporter = Filled in by { $person }
card-below = 📋 { $kind }: ↓ there is news, see the newest card below.
appeal-history-key = All that happened
customer-pending = ⏳ { $kind } with { $approvers }{ $late ->
    [-1] { "" }
    [0] { " (⏰ late)" }
    [one] { " (⏰ 1 day late)" }
   *[other] { " " }(⏰ { $late } days late)
}
customer-pending-key = Open { $kind }
approval-takes-no-reply = { $number } takes no replies any more.
