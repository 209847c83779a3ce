"""A contact that is shared or forwarded: of a customer's page it is somebody there, at home it is asked of which customer."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Shared, Typed
from dialogs.core.page import Args, Heard, Open, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Wording, say
from dialogs.core.words import head
from dialogs.counterparts.words import answers, told_line
from dialogs.shared import words
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import HOME, button, middle
from domain.base.policy import Policy
from domain.base.rights import Action, may
from domain.base.work import Work
from domain.counterparts import reading, vcards, views
from domain.counterparts.keeping import fitting
from domain.counterparts.records import LONGEST_NOTE, CounterpartTold
from domain.customers.records import Customer
from domain.home import views as home_views
from domain.protection.customers import CustomerView

SEEN = 2
"""Customers that were looked at today have a button of their own."""


def _policy(work: Work) -> Policy:
    return work.policy


def told_by(said: Shared, ask: Ask) -> tuple[CounterpartTold, bool]:
    """What a contact says of somebody, all that has no place of its own in the note; whether there was no room for some of it."""
    told, more = reading.of_contact(said.name, said.phone, vcards.read(said.vcard), ask(_policy))
    note = "\n".join(more)
    made = fitting(CounterpartTold(name=told.name, phone=told.phone, role=told.role, note=note))
    return made, len(note) > LONGEST_NOTE


def adds(customer: int, said: Heard, ask: Ask) -> Open | None:
    """What a contact, or a line that says name and number, opens on a customer's page; None: it is none, or the reader keeps
    nobody there."""
    if isinstance(said, Shared) and not said.own:
        told, cut = told_by(said, ask)
    elif isinstance(said, Typed) and len(found := reading.people(said.line, ask(_policy))) == 1:
        told, cut = found[0], False
        if not (told.name and told.phone):
            return None
    else:
        return None
    _, _, keeps = ask(views.of_customer, customer)
    return Open("add_counterpart", _opening(customer, told, cut)) if keeps else None


def _opening(customer: int, told: CounterpartTold, cut: bool) -> dict[str, Json]:
    return {"customer": customer, "answers": answers(told), **({"cut": True} if cut else {})}


def shared(said: Shared, ask: Ask) -> Open | None:
    """At home; None: the reader keeps nobody at a customer, or it is his own number."""
    if said.own or not may(ask(home_views.me).account, Action.KEEP_COUNTERPARTS):
        return None
    told, cut = told_by(said, ask)
    return Open(ContactOf.name, {**_kept(told), "cut": cut})


def _kept(told: CounterpartTold) -> dict[str, Json]:
    return {"name": told.name, "phone": told.phone, "role": told.role, "note": told.note}


def _told(args: Args) -> CounterpartTold:
    known = {each: str(args.get(each) or "") for each in ("name", "phone", "role", "note")}
    return CounterpartTold(**known)


class ContactOf(ListPage[CustomerView]):
    """这是哪家客户的人？ Opened with what the contact says; typing searches. An owner may invite him as a colleague instead."""

    name = "contact_of"
    right = Action.KEEP_COUNTERPARTS
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[CustomerView], int]:
        return ask(views.to_name_for, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        told = _told(args)
        note = (say("quoted", text=head(told.note)),) if told.note else ()
        text = text_of(args)
        searched = (say("quoted", text=text),) if text else ()
        return (say("contact-of-title"), told_line(told), *note, *searched)

    @override
    def row(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("contact-of-row", index=place, name=middle(row.customer.name)),)

    @override
    def key(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Button:
        return _adding(str(place), row.customer, args)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none-found") if text_of(args) else say("customers-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if text_of(args):
            return ()
        seen = ask(views.looked_at, SEEN)
        return [(_adding(say("contact-of-seen-key", name=middle(each.name, 16)), each, args),) for each in seen]

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        account = ask(home_views.me).account
        rows: list[Row] = []
        if may(account, Action.MANAGE_AGENCY_PEOPLE) and account.agency_id is not None:
            rows.append((invites(str(args.get("name") or ""), str(args.get("phone") or ""), account.agency_id),))
        return (*rows, (button("customers-all-key", "all"), HOME) if text_of(args) else (HOME,))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "all":
            return Show({name: value for name, value in args.items() if name not in ("text", "page")})
        return super().act(args, act, ask)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        if isinstance(said, Shared) and (opened := shared(said, ask)) is not None:
            return Show(opened.args)
        return self.sought(args, said, ask)


def invites(name: str, phone: str, agency: int) -> Button:
    """Invites him as a colleague: what the contact says is known then."""
    known: dict[str, Json] = {each: text for each, text in (("name", name), ("phone", phone)) if text}
    label = say("contact-shared-invite-key", name=middle(name, 16) if name else words.phone(phone))
    opening: dict[str, Json] = {"agency": agency, "answers": known}
    return Button(label, Act("open", {"dialog": "invite_person", "args": opening}))


def _adding(label: Wording, customer: Customer, args: Args) -> Button:
    opening = _opening(int(customer.id), _told(args), args.get("cut") is True)
    return Button(label, Act("open", {"dialog": "add_counterpart", "args": opening}))
