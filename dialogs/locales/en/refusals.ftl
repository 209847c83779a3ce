# What a rule's no says to the person
refusal-not-allowed = Not permitted: { $action ->
    [report_customer] salespeople and owners report customers
    [decide] the channel manager decides
    [manage_agency_people] the owner or the channel manager does this
    [manage_owners] the channel manager or an administrator does this
    [manage_vendor_people] the channel manager or an administrator does this
    [manage_agencies] the channel manager or an administrator does this
    [manage_units] an administrator does this
    [grant_administrator] an administrator does this
   *[other] please ask the administrator
}
refusal-not-found = Not found; perhaps it was dealt with already.
refusal-already-decided = { $how ->
    [approved] Approved
    [rejected] Rejected
    [returned] Returned
    [withdrawn] Withdrawn
   *[other] Ended
} by { $by } on { $at }.
refusal-not-yours = Not permitted: { $approvers } decides.
refusal-not-open = This customer isn't open for reports at present.
refusal-agency-not-active = { $agency } can't report at present. Please ask your channel manager.
refusal-not-a-contact = { $name } is no salesperson of your agency. Please choose another contact.
refusal-not-mendable = { $number } no longer waits for changes.
refusal-nothing-named = Please choose at least one thing to change.
refusal-invitation-invalid = ⛔ This invitation is not valid or has expired. Please ask for a new one.
refusal-already-in-agency = { $name } uses this account already.
refusal-name-taken = “{ $name }” exists already.
