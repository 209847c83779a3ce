## The vendor's own accounts
direct-entry = Own accounts
direct-title = The vendor's own accounts { $count }
direct-row = { $index } { $name } { $code }
direct-none = None yet. Nobody may report a customer of this list
direct-none-found = Nothing found
direct-add-key = Add
direct-import-key = Import from Excel
direct-since = Added on { $at }
direct-since-by = Added by { $by } on { $at }
direct-aliases = Other names: { $names }
direct-remove-key = Remove
direct-remove-sure = Once removed, agencies may report this customer. Remove it?
direct-remove-sure-key = Yes, remove
direct-removed = Removed
direct-added = ✅ Added to the vendor's own accounts
direct-held = ⚠ { $agency } { $person } holds it, protected until { $until }
direct-held-endless = ⚠ { $agency } { $person } holds it, in mass production
direct-held-why = What was granted runs to its end, and then it goes to no pool; nobody else may report it.
direct-pending = ⚠ { $count ->
    [one] One report is being decided
   *[other] { $count } reports are being decided
}
direct-pending-why = They can't be approved any more; their approvers reject them.
job-import-direct = Import of own accounts
add-direct-account-title = Add an own account
add-direct-account-name = Customer name
add-direct-account-name-hint = The full name on the licence
add-direct-account-credit-code = Credit code
add-direct-account-credit-code-hint = May be skipped; with it other names are recognised, too
import-direct-accounts-title = Import own accounts
import-direct-accounts-file = Excel file
import-direct-accounts-file-hint = Columns: customer name, credit code (may be empty)
lookalike-direct = vendor's own
approval-direct = ⚠ The vendor's own account: it can't be approved, please reject
refused-direct = 　└ the vendor's own account
import-clash-direct = The vendor's own account
refusal-direct-already = “{ $name }” is one of the vendor's own accounts already
refusal-vendors-own = “{ $name }” is the vendor's own account and can't be approved; an administrator would have to remove it from the list first
event-direct-account-added = became an own account
event-direct-account-removed = no own account any more
direct-list-means = Once imported they are the vendor's own accounts, and no agency can report them; those that are held or being reported aren't added, the result lists them.
