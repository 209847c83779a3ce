changes-entry = Changes
changes-title = <b>Changes ({ $count })</b>
changes-narrowed = { $by }
changes-row = { $index } { $at } { $by }
changes-what = 　{ $what }
changes-nobody = system
changes-none = None on record.
changes-all-key = All changes
changes-search-hint = Type who did it to search
changes-people = People
changes-units = Units
changes-agencies = Agencies
changes-lists = Lists
changes-published = Published
changes-policy = Policy and rates
changes-to = → { $name }
changes-from = from { $name }
changes-again = a new link
changes-handed-over = customers { $customers }, reports { $reports }
changes-listed = { $names }
changes-rate = { $currency } { $month }: { $rate }
changes-values = { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
changes-customers = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
}
changes-receivers = { $count } people
event-person-invited = Invited
event-person-joined = Joined
event-join-undone = Joining undone
event-type-changed = Account type changed
event-administrator-set = Administrator's right
event-person-left = Deactivated
event-person-corrected = Personal data corrected
event-handed-over = Handed over
event-deputy-set = Deputy set
event-deputyship-over = Deputyship over
event-unit-added = Unit added
event-provinces-taken = Provinces taken
event-head-set = Head set
event-approval-path-set = Approval path set
event-agency-added = Agency added
event-agency-state-set = Agency's state
event-manager-changed = Channel manager changed
event-agency-file-corrected = Agency's file corrected
event-agency-renamed = Agency renamed
event-customers-brought = List of customers imported
event-import-taken-back = Import taken back
event-announced = Announced
event-published = Document published
event-publication-withdrawn = Document taken down
event-policy-changed = Policy file changed
event-rate-set = Rate set
changes-into = into { $name }
changes-agency-count = { $count ->
    [one] one agency
   *[other] { $count } agencies
}
event-unit-renamed = Unit renamed
event-unit-ended = Unit merged or ended
