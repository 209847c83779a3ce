"""A contact that is shared where no question asks for a number: it isn't kept, and its sender reads what it can be used for."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Shared
from dialogs.core.page import Args, Heard, Open, Page, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.core.words import head
from dialogs.shared import words
from dialogs.shared.words import HOME, middle, opens
from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.rights import Action, may
from domain.home import views

LONGEST = 30


def shared(said: Shared) -> Open:
    return Open(ContactShared.name, _args(said))


class ContactShared(Page):
    """Opened with the contact's `name` and `phone`, and whether it is the sender's `own`."""

    name = "contact_shared"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        account, name, phone = ask(views.me).account, str(args.get("name", "")), str(args.get("phone", ""))
        lines: list[Wording] = [say("contact-shared", name=name, phone=words.phone(phone))]
        rows: list[Row] = []
        if args.get("own") is True:
            lines.append(say("contact-shared-own"))
        elif may(account, Action.MANAGE_AGENCY_PEOPLE) and account.agency_id is not None:
            lines.append(say("contact-shared-invite"))
            known: dict[str, Json] = {each: text for each, text in (("name", name), ("phone", phone)) if text}
            label = say("contact-shared-invite-key", name=middle(name, 16))
            opening: dict[str, Json] = {"agency": account.agency_id, "answers": known}
            rows.append((Button(label, Act("open", {"dialog": "invite_person", "args": opening})),))
        elif may(account, Action.MANAGE_VENDOR_PEOPLE):
            lines.append(say("contact-shared-vendor"))
            rows.append((opens(say("people-entry"), "people"),))
        else:
            lines.append(say("contact-shared-ask-owner"))
        if may(account, Action.WRITE_FOLLOW_UP):
            lines.append(say("contact-shared-follow-up"))
            rows.append((opens(say("follow-up-entry"), "write_follow_up"),))
        return Screen(tuple(lines), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show(_args(said)) if isinstance(said, Shared) else None


def _args(said: Shared) -> Args:
    found = identifiers.phone(said.phone)
    return {"name": head(said.name, LONGEST), "phone": "" if isinstance(found, Flaw) else found, "own": said.own}
