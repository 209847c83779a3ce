approve-several-key = Approve several
approve-several-title = <b>Approve several</b>
    Tap the numbers of what you approve
approve-several-singly = To be decided one by one: { $names }
approve-several-tick-all = Tick this page
approve-several-next = Check the ticked ones ({ $count })
approve-several-sure = These <b>{ $count }</b> will be approved:
approve-several-sure-key = Approve ({ $count })
approve-several-back = Choose again
approve-several-done = ✅ Approved { $count }: { $names }
approve-several-left = ⚠ Not approved: { $name }. { $why }
approve-several-most = At most { $most } at a time; approve the rest afterwards
refusal-changed-since = It changed after you ticked it: open it before you decide.
