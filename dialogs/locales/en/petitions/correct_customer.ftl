correct-key = Correct
alias-key = Add a name
merge-key = Merge
correct-customer-title = Correct the data
correct-customer-name = Customer name
correct-customer-name-hint = In full, as on the licence; another name needs approval
correct-customer-credit-code = Credit code
correct-customer-credit-code-hint = 18 characters; another code needs approval
correct-customer-region = Region
correct-customer-region-hint = The city, e.g. Shenzhen, Kunshan
correct-customer-domain = Product domain
correct-customer-domain-hint = What it ships most, e.g. air conditioner
correct-customer-volume = Total volume (pieces a year)
correct-customer-volume-hint = E.g. 120 or 3.5
correct-customer-mcus = MCUs in use
correct-customer-mcus-hint = E.g. STM32F103, GD32F303
correct-customer-buyer = Buyer
correct-customer-factory = Factory
correct-customer-background = Background
correct-customer-evidence = Evidence
correct-customer-evidence-hint = What the other name or code is based on (you can add pictures), e.g. a photo of the notice of change
correction-asked = ⏳ <b>{ $number }</b> submitted; it takes effect once approved by { $approvers }.
correction-done = ✅ Corrected
correction-idle = Nothing was changed.
correction-title = 📋 Correction of a customer <b>{ $number }</b>
correction-name = { $before } → <b>{ $after }</b>
correction-code = Credit code { $before } → { $after }
correction-lapsed = Lapsed: the customer isn't the applicant's any more
notice-correction-done = ✅ Corrected: { $before } → <b>{ $after }</b>
notice-correction-dismissed = ⛔ Correction dismissed: <b>{ $name }</b>
add-alias-title = Another name
add-alias-name = Name
add-alias-name-hint = Short, former or English, e.g. DJI
alias-added = ✅ { $customer } is also known as { $name }
alias-line = Also known as { $names }
merge-title = <b>The same customer as { $name } is</b>
merge-none = No customer looks alike.
merge-asked = Looked for
merge-ask = Not among them? Write a former or English name, or a credit code, to look for.
merge-sure = ⚠ <b>{ $gone }</b> will become <b>{ $into }</b>; history is kept, this can't be undone.
merge-means = { $keeper } will hold it, and { $loser } lose it.
merge-sure-key = Merge
merge-swap-key = The other way round
merged-toast = Merged
notice-merged = 📋 <b>{ $gone }</b> was found to be the same as <b>{ $name }</b>; they are merged under this name.
lookalike-strong = ⚠ Alike: { $name } ({ $reasons }, { $score })
    　{ $holder }
lookalike-weak = Perhaps: { $name } ({ $reasons }, { $score })
    　{ $holder }
lookalike-held = { $agency } { $person } · protected until { $until }
lookalike-protected = { $agency } { $person } · in mass production
lookalike-pending = { $agency } { $person } · reported { $at }, being decided
lookalike-pool = in the pool since { $at }
lookalike-rejected = reported before, held by nobody · { $at }
lookalike-open = known, held by nobody
refused-entry = Refused checks
refused-title = <b>Refused checks</b>
refused-none = No refused checks.
refused-row = { $name }
    　{ $agency } { $person } · { $at }
notice-many-checks = ⚠ { $person } of { $agency } checked { $count ->
    [one] 1 name
   *[other] { $count ->
    [one] 1 name
   *[other] { $count } names
}
} today; the quota is used up.
notice-many-checks-agency = ⚠ { $agency } checked { $count ->
    [one] 1 name
   *[other] { $count } names
} today, { $person } the last of them; the agency's quota is used up.
