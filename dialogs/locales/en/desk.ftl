# The desk's own words
now-acting = Now acting as { $name }
apology = ⚠ This didn't work and was put aside for the administrators. Nothing you filled in is lost; tap Home to go on.
keyboard-standing = The Home key is beneath the text field.
keyboard-contact = Tap the key below to share your phone number.
share-contact-key = Share my phone number
card-account = Account: { $name } · { $place } · { $type }
