# Units renamed and ended
rename-unit-key = Rename
rename-unit-title = Rename
rename-unit-name = New name
rename-unit-name-hint = All this stays, only the name changes, e.g. South China II
rename-unit-done = ✅ Now called { $name }
end-unit-key = Merge or end
end-unit-title = Merge or end
end-unit-submit = Merge or end it
end-unit-to = Merge into
end-unit-nothing = It has no provinces, people, agencies or orders; ending it affects nobody.
end-unit-moves = ⚠ All this goes to the unit that you choose, whose head and approval path count then. Requests that wait stay with their approvers; targets are kept on record only.
end-unit-done = ✅ { $name } has ended
end-unit-done-into = ✅ Merged; all of it belongs to { $name }
unit-all-agencies = Agencies
unit-own-path = set for it alone
unit-orders = Orders
unit-has-orders = yes
notice-unit-renamed = { $by } renamed { $before }; it is called { $unit } now
notice-unit-ended = { $by } merged { $unit } into { $into }: its provinces, people and { $agencies ->
    [one] one agency belong
   *[other] { $agencies } agencies belong
} to { $into } now
refusal-no-successor-unit = { $unit } still has provinces, people, agencies or orders; choose a unit that can take them over.
