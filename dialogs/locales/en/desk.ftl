# The desk's own words
now-acting = You now act as { $name } ({ $type } · { $place })
apology = ⚠ This didn't work and was put aside for the administrators. Nothing you filled in is lost; tap Home to go on.
keyboard-standing = “Home” brings you back here; what is half filled is kept.
keyboard-contact = Tap the key below to share your phone number.
share-contact-key = Share my phone number
card-account = Account: { $name } · { $place } · { $type }
