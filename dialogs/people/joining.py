"""Opening an invitation: what it is for, and 确认加入."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, GoHome, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, act, say
from dialogs.shared.words import HOME, button, type_of
from domain.people import joining


class Invitation(Page):
    """What a link is for. It keeps only the hash of the link's token."""

    name = "invitation"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        try:
            welcome = ask(joining.preview, str(args.get("token_hash", "")))
        except joining.InvitationInvalid:
            return Screen((say("refusal-invitation-invalid"),), ((HOME,),))
        account = welcome.account
        return Screen(
            (
                say("invitation-title"),
                say("fact", label=say("invite-name"), value=account.name),
                say("fact", label=say("invitation-company"), value=welcome.company),
                say("fact", label=say("invite-type"), value=type_of(account)),
                say("invitation-hint"),
            ),
            ((button("invitation-join", "join"),), (Button(say("invitation-not-me"), act("close")),)),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        chat = args.get("chat")
        if act.verb == "join" and isinstance(chat, int):
            return Run(joining.Join(token_hash=str(args.get("token_hash", "")), chat=chat))
        return Show()

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return GoHome(toast=say("invitation-joined"))
