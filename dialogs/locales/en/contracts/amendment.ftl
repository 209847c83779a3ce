# Amendments: form, cards, approval, notices
amend-key = Amend
amend-year-key = Amend { $year }
amend-contract-title = Amend contract
amend-contract-above = { $number } · { $year }
amend-contract-how = Send what is to change, e.g. Station of arrival, or “Station of arrival: Shenzhen North”; new licences as files.
amend-contract-meanwhile = ⚠ Amended meanwhile ({ $numbers }): { $labels }
amend-contract-submitted = ✅ Amendment { $number } of { $contract } submitted
amend-contract-holds = Until it is approved the contract stays as it is
contract-section-why = Reason
contract-reason = Reason for the amendment
contract-reason-hint = For the approvers, e.g. the warehouse has moved
contract-document = { $kind } { $name }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } pages)
}
contract-document-until = { $document } (until { $until })
contract-version = <b>Version { $number }</b>
contract-being-amended = Amendment { $number } { $state }
amendments-key = Amendments ({ $count })
amendments-title = { $number } · <b>Amendments</b> { $count }
amendments-none = No amendments.
amendments-row = { $index } { $number } { $state } · { $at }
    { $labels }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
amendments-first-key = First version
amendment-title = Amendment <b>{ $number }</b> · { $contract } · { $state }
amendment-state-submitted = ⏳ being decided
amendment-state-returned = ⚠ sent back
amendment-state-approved = ✅ approved
amendment-state-rejected = ⛔ rejected
amendment-state-withdrawn = withdrawn
amendment-version = Holds since { $at } as version { $number } of the contract
amendment-asked = Submitted { $at } by { $by }
amendment-all-key = All changes
amendment-again-key = Amend again
amendment-withdraw-sure = ⚠ It won't be decided any more; what was filled in is kept.
amendment-asking = 📋 Contract amendment <b>{ $number }</b> · { $contract } · { $year }
amendment-asked-about = Contract amendment { $number } · { $contract } · { $year }
approval-kind-contract-amendment = Contract amendment
notice-contract-amended = ✅ Amendment { $number } approved; contract { $contract } is up to date
notice-amendment-rejected = ⛔ Amendment { $number } rejected; contract { $contract } stays as it is
notice-amendment-withdrawn = Amendment { $number } was withdrawn; the contract stays as it is.
refusal-nothing-amended = Nothing of { $number } changes. Send what is to change, e.g. Station of arrival.
refusal-amendment-open = { $number }: amendment { $amendment } { $state ->
    [returned] was sent back; bring it back or withdraw it first.
   *[other] is being decided; another one can follow when it is approved or withdrawn.
}
refusal-contract-over = The year { $year } of { $number } has ended, so it isn't amended any more; renew it for the new year.
refusal-not-in-force = { $number } isn't approved yet: just edit it, no amendment is needed.
refusal-amendment-closed = { $number } isn't being decided any more.{ $state ->
   *[other] {""}
}
