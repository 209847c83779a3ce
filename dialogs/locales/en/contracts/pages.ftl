# 渠道签约: lists, the contract's card, approval, files
contracts-entry = Contracts
contracts-title = <b>Contracts</b> · { $count }
contracts-found = <b>Contracts</b> · “{ $text }” { $count }
contracts-none = No contracts.
contracts-search-hint = Type a number, agency, type, level or state to search, e.g. dealer approved
contracts-all-key = All contracts
contracts-row = { $index } { $number } · FY { $year }
    　{ $agency } · { $state }
contracts-row-own = { $index } Fiscal year { $year } · { $state }
    　{ $number }
contract-state-waits = ⏳ with { $approvers }
contract-start-key = New for { $year }
contract-renew-key = Renew for { $year }
contract-go-on-key = Go on for { $year }
contracts-amending = amendment { $state }
contracts-amendment-begun = draft of an amendment
contracts-half-filled = with a draft
contracts-run-out = ⚠ document expired
contract-state-draft = draft
contract-state-dropped = draft deleted
contract-state-submitted = ⏳ being decided
contract-state-approved = ✅ approved
contract-state-returned = ⚠ sent back
contract-state-rejected = ⛔ rejected
contract-state-withdrawn = withdrawn
contract-card-title = Contract <b>{ $number }</b> · FY { $year } · { $state }
contract-kind = { $entity } · { $type } · { $level }
contract-bound = Distributor: { $who }
contract-path = Approval path: { $path }
contract-created = Begun { $at } by { $by }
contract-changed = { LABEL($label) }: { $before } → { $now }
contract-changes = <b>{ $since ->
    [withdrawn] Changed since it was taken back
   *[other] Changed since it was sent back
}</b>
contract-against = { $same ->
    [yes] The same as { $number }
    [further] <b>Differs from { $number } also in</b>
   *[no] <b>Differs from { $number }</b>
}
contract-withdraw-sure = ⚠ It won't be decided any more; what was filled in is kept.
contract-drop-key = Delete draft
contract-hopeless = ⚠ { $why }
contract-drop-sure = ⚠ Delete this draft? Its content stays on record.
contract-drop-sure-key = Delete it
contract-dropped-toast = Draft deleted
contract-fill-key = Fill in
contract-text-key = All answers
contract-files-key = Attachments
contract-card-key = The contract
contract-pdf-key = PDF
contract-draft-pdf-key = PDF draft
contract-pdf-toast = It is being made and will be sent
contract-section = { $number } · <b>{ $heading }</b>
contract-files-title = { $number } · <b>Attachments</b> { $count }
contract-file-line = { $index } { $kind } { $at }/{ $of } · { $name }
contract-with-sales = { $name } CNY { YUAN($sales) }
contract-letter-title = <b>Letter of agreement</b>
contract-template-title = <b>Template</b>
contract-template-how = An Excel sheet with what is known filled in. Complete it at the computer and send the file back: its answers are taken over.
contract-template-asked = ⏳ It is being made and will be sent. Send the Excel sheet back when it is filled in.
contract-template-pdf-key = Make a draft PDF
contract-template-make-key = Make the Excel sheet
contract-template-sheet = Contract { $number }: fill in column B, save, send the file back
contract-asking = 📋 Contract <b>{ $number }</b> · FY { $year }
contract-asked = Contract { $number } · FY { $year }
contract-at-level = Level { $level } of { $of }
contract-rival = ⚠ { $number } is approved for that year already
contract-other-name = ⚠ The contract says { $written }, the agency's file { $registered }
contract-other-manager = ⚠ { $present } looks after the agency now; once this is approved, { $named } does
contract-last-manager = { $present } looks after the agency now; { $number } was signed with { $last }
contract-expired = ⚠ Has run out: { $documents }
contract-unbound = ⚠ A distributor and its contact must be chosen before approving
contract-bind-key = Choose distributor
contract-rebind-key = Other distributor
contract-wished = Asked for: { $who }
contract-no-distributor = ⚠ There is no approved distributor contract for { $year } yet
bind-distributor-title = Choose distributor
bind-distributor-distributor = Bound distributor
bind-distributor-contact = Distributor's contact
approval-kind-contract = Contract
notice-contract-advanced = ✅ { $by } approved { $number }
notice-contract-approved = ✅ Contract approved { $number } · FY { $year }
notice-contract-rejected = ⛔ Contract rejected { $number }
job-contract-pdf = Contract as PDF
job-contract-template = Contract template
verb-approve = approved
verb-sign-before = signer before
verb-sign-after = signer after
verb-forward = handed on
verb-reject = rejected
verb-return = sent back
verb-withdraw = withdrawn
verb-resubmit = submitted again
refusal-year-taken = Contract { $number } is approved for { $year } already.
refusal-year-pending = Contract { $number } for { $year } is being decided; withdraw it first to change it.
refusal-year-not-open = Contracts for { $year } can't be signed at the moment.
refusal-contract-not-open = { $number } can't be changed any more.{ $state ->
   *[other] {""}
}
refusal-agency-cannot-sign = { $agency } can't sign at the moment. Please ask the channel manager.
refusal-distributor-wanted = { $number } is a dealer's contract: please choose a distributor and its contact first.
refusal-nothing-filled-in = Nothing of { $number } was submitted yet: it becomes a PDF once it is filled in and submitted.
contract-overtaken = ⛔ Contract { $number } of that year was approved; this one is over
notice-contract-overtaken = ⛔ { $by } was approved: { $number } of the same year is over.
contract-template-item = { $part } { $number } { $label }
