guest-register = A company that doesn't work with us yet: register here, use it once approved.
guest-register-key = Register agency
guest-file = No files are needed here; please tap a button below
captcha-title = <b>Verification</b>
captcha-hint = Type the 5 characters of the picture, upper or lower case
captcha-other-key = Another one
captcha-over = ⚠ Too many wrong answers.
captcha-again-key = Begin anew
terms-title = <b>Terms of service and privacy</b>

register-agency-title = Agency registration
register-agency-submit = Submit registration
register-agency-name = Company name
register-agency-name-hint = In full, as on the business licence
register-agency-credit-code = Unified social credit code
register-agency-credit-code-hint = 18 characters, e.g. 91440300708461136T
register-agency-organisation-code = Organisation code
register-agency-organisation-code-hint = 9 characters; characters 9–17 of the credit code
register-agency-tax-number = Tax registration number
register-agency-tax-number-hint = With the unified licence, the credit code itself
register-agency-region = Location
register-agency-region-hint = Type a city or its initials, e.g. Shenzhen, sz
register-agency-address = Address
register-agency-address-hint = E.g. 3rd floor, 15 Keyuan Road, Nanshan
register-agency-contact = Contact person
register-agency-contact-hint = Holds the company's main account once approved
register-agency-position = Position
register-agency-position-hint = E.g. general manager
register-agency-mobile = Mobile
register-agency-mobile-hint = Share your own by the key below, or type 13800138000
register-agency-phone = Telephone
register-agency-phone-hint = E.g. 0755-83765566
register-agency-fax = Fax
register-agency-fax-hint = E.g. 0755-83765567
register-agency-email = E-mail
register-agency-email-hint = E.g. wu@example.com
register-agency-entity = Contracting entity
register-agency-entity-hint = Which of our companies you sign with
register-agency-products = Products
register-agency-products-hint = One or more
register-agency-terms = I have read and accept the terms of service and the privacy policy
register-agency-reply = Answer to the approver
register-agency-reply-hint = Shown to whoever sent it back
register-agency-done = ✅ Registration submitted <b>{ $number }</b>
register-agency-done-who = Decided by { $approvers }; you are told here.
register-agency-known = ⛔ This company is registered
register-agency-known-why = Ask the holder of its main account for an invitation link.

registration-title = 📋 Agency registration <b>{ $number }</b>
registration-place = { $region } · { $address }
registration-contact = { $name } · { $position } · { $email }
registration-mobile = ⚠ Mobile { $mobile } (typed, not verified)
registration-mobile-shared = ✅ Mobile { $mobile } (shared by its owner)
registration-no-mobile = ⚠ No mobile number
registration-wants = { $entity } · { $products }
registration-namesakes = ⚠ Agencies of the same or a similar name: { $names }
registration-pending = ⏳ Registration being decided <b>{ $number }</b>
registration-returned = ⚠ Registration sent back for changes <b>{ $number }</b>
registration-approved = ✅ Registration approved { $number }
registration-rejected = ⛔ Registration rejected { $number }
registration-withdrawn = Registration withdrawn { $number }
registration-withdraw-warning = ⚠ Nobody will decide about it any more; what was filled in is kept.
registration-withdraw-sure = Yes, withdraw
notice-registered = ✅ Registered <b>{ $number }</b>
notice-registered-next = You hold the company's main account; your channel manager is { $manager }. Next: invite salespeople.
approval-kind-agency-registration = Agency registration
refusal-registration-open = { $number } is under way; please wait for the outcome.
refusal-too-many-beginnings = ⛔ Today's registrations are used up ({ $limit }); come back tomorrow.
refusal-wrong-answer = { $left ->
    [0] ⛔ That isn't what the picture says. Begin anew.
   *[other] ⚠ That isn't what the picture said. Here is another one; tries left: { $left }.
}
refusal-picture-expired = ⏰ The picture expired; here is another one.
refusal-too-many-pictures = ⚠ It can be changed { $limit } times at most; please answer this one.
refusal-agency-known = ⛔ This company is registered; ask the holder of its main account for an invitation link.
refusal-too-many-at-the-door = ⛔ Too many people are registering right now; please try again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
register-again-key = Fill in again
register-agency-rejected-because = Rejected last time · { $by }: { $reason }
guest-draft = Draft: { $title } ({ $at })
guest-draft-key = Go on with it
terms-key = Terms of service
registration-closed = ⛔ The company is registered; ask the holder of its main account for an invitation { $number }
registration-rival = ⚠ Another application with the same credit code: { $number } { $name } · { $contact }
registration-overtaken = ⛔ { $number } with the same credit code was approved; this one is closed
refusal-too-many-codes = You have submitted { $limit } credit codes today; please try again tomorrow.
