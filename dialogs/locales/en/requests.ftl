requests-title = <b>Requests</b> · open { $count }
requests-title-all = <b>Requests</b> · all { $count }
requests-none = No requests.
requests-row = { $index } { $name }
    　{ $state } · { $number } · { $person }
requests-all-key = All
requests-open-key = Open
request-title = Customer report <b>{ $number }</b> · { $state }
request-submitted = Submitted { $at }
request-ahead = { $ahead ->
    [one] 1 report stands before it
   *[other] { $ahead } reports stand before it
}
request-with = { $approvers } decides
request-with-until = { $approvers } decides by { $due }
request-keeps-place = Bring it back by { $until } to keep its place
fact = { $label }: { $value }
withdraw-key = Withdraw
withdraw-sure-key = Yes, withdraw
keep-key = No
mend-key = Change and return
withdrawn-toast = Withdrawn
