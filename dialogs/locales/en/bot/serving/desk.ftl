# The desk's own words
now-acting = You now act as { $name } ({ $type } · { $place })
acting-as = 👤 As { $name } ({ $type } · { $place })
edited-as-another = ⚠ You wrote this message as { $name } ({ $type } · { $place }). Please change to that account first, then edit it
apology = ⚠ This didn't work and was put aside for the administrators. Nothing you filled in is lost; tap Home to go on.
keyboard-standing = { $role ->
    [salesperson] Report customers, write follow-ups and log orders here; a few letters of a customer's name find it.
    [owner] Report customers, sign contracts, manage people and see orders here; a few letters of a name find a customer.
    [engineer] Help with follow-ups and see projects here; a few letters of a customer's name find it.
    [assistant] Log orders here: write a line as to a colleague, e.g. DJI gimbal 5k 3.2 lot A12.
    [manager] Decide requests, read customers and follow-ups here; a few letters of a name find a customer.
    [administrator] Decide requests, read customers and follow-ups here; a few letters of a name find a customer.
   *[guest] Register your agency here; if colleagues use it already, ask them for an invitation link.
}
keyboard-contact = Tap the key below to share your phone number.
share-contact-key = Share my phone number
card-account = Account: { $name } · { $place } · { $type }
reply-too-late = ⚠ { $why } “{ $text }” was not sent.
