## People at a customer
counterparts-key = Contacts
counterparts-title = 👥 Customer contacts { $count }
counterparts-row = { $index } { $told }
counterparts-found-row = { $index } { $told }
    { "  " }{ $customer }
counterparts-none = Nobody yet. Tap “Add a contact”, or forward a contact to this chat
counterparts-none-known = Nobody yet
counterparts-hint = To add somebody you can also forward a contact, or write “purchasing Mr Wang 13800138000”
counterpart-told = { $role ->
    [none] { "" }
   *[other] { $role }{ " " }
}{ $name ->
    [none] { "" }
   *[other] { $name }{ " " }
}{ $phone ->
    [none] { "" }
   *[other] { $phone }
}
customer-counterpart = 👤 { $told }
counterpart-add-key = Add a contact
counterpart-send-key = 📇 Send as a contact
counterpart-change-key = Change
counterpart-remove-key = Remove
counterpart-remove-sure = They'll no longer be listed; the record is kept. Remove?
counterpart-remove-sure-key = Yes, remove
counterpart-removed = Removed
counterpart-added = ✅ Added
counterpart-changed = ✅ Changed
counterpart-said = Entered on { $at }{ $by ->
    [none] { "" }
   *[other] { " " }by { $by }
}
counterpart-earlier = Before ({ $at }{ $by ->
    [none] { "" }
   *[other] , { $by }
}): { $told }
counterpart-earlier-note = Note before
counterpart-cut = { $what ->
    [name] ⚠ The name is too long: its first 40 characters are kept, the whole of it is in the note
   *[other] ⚠ The contact was too long; the rest wasn't kept
 }
counterpart-name-number = There is a phone number in “{ $typed }”. Please write the name alone, or in one line: role, name, phone, note
contact-of-waits = Contact { $told }
contact-of-drop-key = Don't keep
contact-of-dropped = Not kept: { $told }
add-counterpart-title = Add a contact
change-counterpart-title = Change a contact
counterpart-name = Name
counterpart-name-hint = For example Mr Wang; or forward a contact, or write “purchasing Mr Wang 13800138000”
counterpart-phone = Phone
counterpart-phone-hint = For example 13800138000, 0755-83765566 ext. 801
counterpart-role = Role
counterpart-note = Note
counterpart-note-hint = May be skipped; an e-mail address, another number
contact-of-title = 📇 At which customer is this person?
contact-of-row = { $index } { $name }
contact-of-seen-key = { $name } (just looked at)
read-as-counterpart = { $name } · { $customer }
refusal-known-there = This number is that of { $name ->
    [none] somebody
   *[other] { $name }
} there already; please change it there
refusal-too-many-counterparts = A customer has { $limit } people at most; please remove some that aren't needed any more
refusal-counterpart-named = Please write a name (of { $longest } characters at most), and a note of 500 at most
event-counterpart-added = added a contact
event-counterpart-changed = changed a contact
event-counterpart-removed = removed a contact
notice-counterpart = 👥 { $by } { $what ->
    [added] added somebody at
    [changed] changed somebody at
   *[removed] removed somebody at
} { $name }
