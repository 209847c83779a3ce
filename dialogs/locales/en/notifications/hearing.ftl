# What is pushed when something happened
notice-approved = ✅ Report approved <b>{ $number }</b>
notice-approved-until = Protected until { $until }.
notice-first-report = First follow-up report by { $due }.
notice-rejected = ⛔ Report rejected <b>{ $number }</b>
notice-by-reason = { $by }: { $reason }
notice-returned = ⚠ Sent back for changes <b>{ $number }</b>
notice-returned-fields = Please change: { $fields }
notice-moved-up = 📋 It is the turn of <b>{ $number }</b>, to be decided by { $approvers }.
notice-closed = ⛔ <b>Not open for reports</b> { $number }
notice-closed-why = An earlier report of this customer was approved; this one is closed.
notice-closed-not-open = The customer isn't open at present; this report is closed.
notice-place-lost = ⏰ { $number } didn't come back in time; it will queue at the end.
notice-binding-renewed = 🔒 A new link was made for { $name } ({ $company }); this chat is no longer that account. Please join by the new link.
notice-binding-rebound = 🔒 { $name } ({ $company }) is bound elsewhere now; this chat is no longer that account.
notice-binding-left = 🔒 The account { $name } ({ $company }) was deactivated.
blanked = 🔒 This was taken back.
notice-join-undone = 🔒 The joining of { $name } ({ $company }) was undone.
notice-invitation = Invitation link for { $name } ({ $company } · { $type }):
notice-invitation-link = { $link }
notice-invitation-hint = Valid for { $hours } hours, once. Please forward it to the person.
customer-card-key = Customer card
notice-invitation-qr = Or scan it with the other phone
notice-policy-changed = ⚙ The policy was changed: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
notice-policy-beginning = ⚠ { $names } are read at the first start alone: change units in the chat, bring models by a list
