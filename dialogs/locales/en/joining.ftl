guest-title = <b>Channel desk</b>
guest-how = You join by an invitation link: ask your agency's owner or your channel manager for one, open it and confirm.
invitation-title = <b>Join</b>
invitation-company = Company
invitation-hint = This chat will then be that account. Don't confirm if it isn't you.
invitation-join = Join
invitation-not-me = Not me
invitation-joined = Joined
