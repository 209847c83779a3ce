"""A contact that is shared where no question asks for a number: somebody at a customer (`dialogs.counterparts`); of who keeps
nobody there, and his own, it isn't kept, and its sender reads what it can be used for."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Shared
from dialogs.core.page import Args, Heard, Open, Page, Show, Turn
from dialogs.core.screen import Act, Row, Screen, Wording, say
from dialogs.core.words import head
from dialogs.counterparts import shared_contacts
from dialogs.counterparts.shared_contacts import invites
from dialogs.shared import words
from dialogs.shared.words import HOME, opens
from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.rights import Action, may
from domain.home import views

LONGEST = 30


def shared(said: Shared, ask: Ask) -> Open:
    return shared_contacts.shared(said, ask) or Open(ContactShared.name, _args(said))


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
            rows.append((invites(name, phone, account.agency_id),))
        elif may(account, Action.MANAGE_VENDOR_PEOPLE):
            lines.append(say("contact-shared-vendor"))
            rows.append((opens(say("people-entry"), "people"),))
        else:
            lines.append(say("contact-shared-ask-owner"))
        return Screen(tuple(lines), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Shared):
            return None
        return shared_contacts.shared(said, ask) or Show(_args(said))


def _args(said: Shared) -> Args:
    found = identifiers.phone(said.phone)
    return {"name": head(said.name, LONGEST), "phone": "" if isinstance(found, Flaw) else found, "own": said.own}
