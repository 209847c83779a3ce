# Disputes: a customer's history, the dispute pack
disputes-entry = Disputes
disputes-title = <b>Disputes</b>
disputes-hint = Write a customer's name, code or number to see what happened to it.
disputes-row = { $index } { $name } · { $holder }
disputes-appeal = appeal { $number }{ $open ->
    [yes] { " " }⏳ open
   *[no] { "" }
}
disputes-none = Nobody has appealed. { $hint }
disputes-none-found = Nothing found. Write the full name, the credit code or a number, e.g. BB-2026-00001.
disputes-all-key = All appeals
timeline-key = History
dispute-nobody = held by nobody at present
dispute-row = { $at } { $what }
dispute-row-more = 　{ $more }
dispute-by = { $agency } { $person }
dispute-system = by itself
dispute-asked = asked → { $answer }
check-answer-open = open
check-answer-review = to be reviewed
check-answer-closed = not open
dispute-numbered = { $what } { $number }
dispute-name = { $name }
dispute-file = file { $name }
dispute-renamed = { $before } → { $after }
dispute-to = to { $to }
dispute-until = until { $until }
dispute-reason = { $reason }
dispute-pictures = Pictures: { $names }
dispute-loss-ended = protection ended
dispute-loss-refused = extension or stage was refused
dispute-loss-given-up = given up
dispute-loss-reviewed = production review: not kept
dispute-loss-agency-ended = the agency ended
dispute-loss-appealed = another agency's appeal was accepted
dispute-loss-merged = merged with a known customer
dispute-aspect = { $chosen ->
    [yes] { $name } ({ $count }) ✓
   *[no] { $name } ({ $count })
}
dispute-aspect-all = All
dispute-aspect-asked = Asked
dispute-aspect-reported = Requests
dispute-aspect-decided = Decided
dispute-aspect-saw = Seen
dispute-aspect-worked = Work
dispute-pack-key = Dispute pack
dispute-pack-toast = Being made; it will be sent
dispute-state-open = held by nobody
dispute-state-protected = protected
dispute-state-pool = in the pool
dispute-state-merged = merged
dispute-endless = in production, without end
dispute-yes = yes
dispute-report-pending = waits for approval
dispute-report-queued = queued
dispute-report-returned = returned for changes
dispute-report-approved = approved
dispute-report-rejected = rejected
dispute-report-withdrawn = withdrawn
dispute-report-closed = closed
dispute-appeal-pending = open
dispute-appeal-accepted = accepted
dispute-appeal-dismissed = dismissed
dispute-appeal-withdrawn = withdrawn
event-customer-seen = looked at the customer
event-dispute-pack-asked = had the dispute pack made
event-request-handed-on = handed the request on
event-signer-added = added a signer
event-request-copied = copied a colleague in
event-request-commented = commented
event-escalated = overdue, escalated
job-dispute-pack = Dispute pack
verb-answer = answered
verb-comment = commented
verb-copy = copied in
