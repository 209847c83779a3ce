failures-entry = Failures
failures-title = <b>Failures ({ $count })</b>
failures-why = These couldn't be worked or sent. Once the cause is mended, try again: their people get the outcome as usual.
failures-none = Nothing has failed.
failures-one = <b>{ $place }</b> · { $at } · { $what }
    　{ $error }
failures-whose = { $name } ({ $place })
failures-nobody = no account
failures-in-message = message received
failures-in-tap = tap
failures-in-file = file received
failures-in-other = other update
failures-out-screen = screen to send
failures-out-card = card to send
failures-out-note = message to send
failures-out-file = file to send
failures-screen = 　The present screen comes with their next step; there is nothing to send again.
failures-over = 　It can't be tried again; it is only on record.
failures-again-key = Try again { $place }
failures-tried-again = ✅ It is being worked again. If it still fails, it comes back here.
failures-look-key = Look
notice-failures = ⚠ { $count ->
    [one] One thing that somebody did
   *[other] { $count } things that people did
} failed and { $count ->
    [one] was
   *[other] were
} put aside. Please look.
