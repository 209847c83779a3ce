# What a rule's no says to the person
refusal-not-allowed = Not permitted: { $action ->
    [report_customer] salespeople and owners report customers
    [write_follow_up] salespeople, owners and assigned engineers write reports
    [assign_engineers] salespeople and owners name engineers
    [keep_counterparts] the customer's agency keeps its people
    [comment] channel managers comment
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
    [lapsed] The request has lapsed; nobody need decide it.
   *[other] { $how ->
        [answered] Answered
        [approved] Approved
        [rejected] Rejected
        [returned] Sent back
        [withdrawn] Withdrawn
       *[other] Ended
    } by { $by } on { $at }.
}
refusal-holder-changed = { $name } isn't the applicant's any more: this can't be approved; please reject it.
refusal-not-yours = Not permitted: to be decided by { $approvers }.
refusal-same-held = A customer of the same name or code, “{ $name }”, is held by { $agency }: reject this, or let an administrator merge them.
refusal-not-open = This customer isn't open for reports at present.
refusal-contract-needed = { $agency } has no approved contract for fiscal year { $year } yet and can't report customers; its owner can sign one.
refusal-agency-not-active = { $agency } can't report at present. Please ask your channel manager.
refusal-not-a-contact = { $name } is no salesperson of your agency. Please choose another contact.
refusal-not-this-contact = { $name } can't be this customer's contact at present. Please choose another one.
refusal-not-mendable = { $number } no longer waits for changes.
refusal-not-first = { $number } isn't to be approved now: it is queueing, being mended, or over.
refusal-held-by-another = { $agency } holds this customer by now: this can't be approved, but rejected.
refusal-reserved = An appeal was accepted: until { $until } only the appellant may report this customer, and nobody else's report can be approved.
refusal-correction-first = Correction { $number } asked for this name before: { $approvers } decides that first. This report can be rejected or returned meanwhile.
refusal-name-wanted = “{ $name }” or its code belongs to another customer by now, or is being reported: this can't be approved, but rejected.
refusal-nothing-named = Please choose at least one thing to change.
refusal-invitation-invalid = ⛔ This invitation is not valid or has expired. Please ask for a new one.
refusal-already-in-agency = { $name } uses this account already.
refusal-name-taken = “{ $name }” exists already.
refusal-hoarding = ⛔ Your agency has { $limit } open reports and customers without a real project, which is the limit. Please move some on or give some back first.
refusal-quota-used = No more checks today ({ $limit }); go on tomorrow.
refusal-nothing-to-appeal = Nothing stands in the way; the customer can be reported.
refusal-appeal-open = Your agency's appeal { $number } about this customer is being decided.
refusal-name-of-another = “{ $name }” is another customer's name. If they are the same, an administrator merges them.
refusal-correction-open = Correction { $number } of this customer is being decided; please wait for it, or withdraw it under Requests.
refusal-same-customer = A customer can't be merged with itself or with one that was merged before.
refusal-two-codes = { $gone } and { $into } have different credit codes, so they are two companies; if one of them is wrong, correct it first.
refusal-told-twice = “{ $name }” stands in this report twice; take one out.
refusal-not-your-report = { $number } is corrected by whoever wrote it or helped.
refusal-not-an-engineer = { $name } is no engineer of the agency; choose another one.
refusal-extension-pending = Extension { $number } is being decided already.
refusal-nothing-to-extend = This customer has no end to extend.
refusal-protection-over = Protection ended on { $until }: it can't be extended any more.
refusal-not-pending = { $number } was decided and can't be withdrawn.
refusal-claims-used = { $whose ->
    [agency] No more claims today ({ $limit } for an agency).
   *[person] No more claims today ({ $limit } for a person).
}
refusal-details-used = No more details today ({ $limit } each).
refusal-nothing-such = There is no such choice.
refusal-nobody-there = Nobody is in this audience.
refusal-project-name-taken = The customer has a project “{ $name }” already; choose another name or bring that one in.
