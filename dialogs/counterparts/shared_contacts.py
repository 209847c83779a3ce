"""A contact that is shared or forwarded: of a customer's page it is somebody there, at home it is asked of which customer."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Shared, Typed
from dialogs.core.page import Args, Close, Heard, Open, Perhaps, Show, Turn
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
from domain.counterparts.records import LONGEST_NAME, LONGEST_NOTE, CounterpartTold
from domain.customers.records import Customer
from domain.home import views as home_views
from domain.letters import clean
from domain.protection.customers import CustomerView

ADDS = "add_counterpart"
SEEN = 2
"""Customers that were looked at today have a button of their own."""


def _policy(work: Work) -> Policy:
    return work.policy


def told_by(said: Shared, ask: Ask) -> tuple[CounterpartTold, str]:
    """What a contact says of somebody, all that has no place of its own in the note; and what of it there was no room for:
    the end of the `name`, which the note has whole, or of the `note`."""
    told, more = reading.of_contact(said.name, said.phone, vcards.read(said.vcard), ask(_policy))
    long = len(clean(told.name)) > LONGEST_NAME
    note = "\n".join((*([clean(told.name)] if long else ()), *more))
    made = fitting(CounterpartTold(name=told.name, phone=told.phone, role=told.role, note=note))
    return made, "note" if len(clean(note, lines=True)) > LONGEST_NOTE else "name" if long else ""


def line_of(said: Heard, ask: Ask) -> CounterpartTold | None:
    """Whom a line that was written names."""
    return reading.one(said.text, ask(_policy)) if isinstance(said, Typed) else None


def adds(customer: int, said: Heard, ask: Ask) -> Open | None:
    """What a contact, or a line that says name and number, opens on a customer's page; None: it is none, or the reader keeps
    nobody there."""
    opens = further(customer, said, ask)
    return opens if opens is not None and ask(views.of_customer, customer)[2] else None


def further(customer: int, said: Heard, ask: Ask) -> Open | None:
    """A form of its own for whom a contact or a line tells of."""
    if isinstance(said, Shared) and not said.own:
        return Open(ADDS, _opening(customer, *told_by(said, ask)))
    if isinstance(said, Typed) and line_of(said, ask) is not None:
        return Open(ADDS, {"customer": customer}, said)
    return None


def _opening(customer: int, told: CounterpartTold, cut: str) -> dict[str, Json]:
    return {"customer": customer, "answers": answers(told), **({"cut": cut} if cut else {})}


def shared(said: Shared, ask: Ask) -> Open | None:
    """At home; None: the reader keeps nobody at a customer, or it is his own number."""
    if said.own or not may(ask(home_views.me).account, Action.KEEP_COUNTERPARTS):
        return None
    told, cut = told_by(said, ask)
    return Open(ContactOf.name, {**_kept(told), "cut": cut, "called": told.name or told.phone})


def _kept(told: CounterpartTold) -> dict[str, Json]:
    return {"name": told.name, "phone": told.phone, "role": told.role, "note": told.note}


def _told(args: Args) -> CounterpartTold:
    known = {each: str(args.get(each) or "") for each in ("name", "phone", "role", "note")}
    return CounterpartTold(**known)


class ContactOf(ListPage[CustomerView]):
    """这是哪家客户的人？ Opened with what the contact says, which lies there until it is said; typing searches. A further contact
    lies upon it. An owner may invite him as a colleague instead."""

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
        return _adding(str(place), row.customer)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none-found") if text_of(args) else say("customers-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if text_of(args):
            return ()
        seen = ask(views.looked_at, SEEN)
        return [(_adding(say("contact-of-seen-key", name=middle(each.name, 16)), each),) for each in seen]

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        account = ask(home_views.me).account
        rows: list[Row] = []
        if may(account, Action.MANAGE_AGENCY_PEOPLE) and account.agency_id is not None:
            label = invites(str(args.get("name") or ""), str(args.get("phone") or ""), account.agency_id).label
            rows.append((Button(label, Act("invite")),))
        drop = button("contact-of-drop-key", "drop")
        return (*rows, (button("customers-all-key", "all"), drop, HOME) if text_of(args) else (drop, HOME))

    @override
    def waits(self, args: Args) -> Wording | None:
        told = _told(args)
        return None if args.get("taken") is True else say("contact-of-waits", told=told_line(told))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        customer, left = act.args.get("customer"), {**args, "taken": True}
        match act.verb:
            case "drop":
                return Close(notice=(say("contact-of-dropped", told=told_line(_told(args))),))
            case "adds" if isinstance(customer, int):
                return Open(ADDS, _opening(customer, _told(args), str(args.get("cut") or "")), left=left)
            case "invite" if (agency := ask(home_views.me).account.agency_id) is not None:
                opening = _inviting(str(args.get("name") or ""), str(args.get("phone") or ""), agency)
                return Open("invite_person", opening, left=left)
            case "all":
                return Show({name: value for name, value in args.items() if name not in ("text", "page")})
            case "page":
                return super().act(args, act, ask)
            case _:
                return Show(args)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        if isinstance(said, Shared):
            return shared(said, ask)
        return self.sought(args, said, ask)


def invites(name: str, phone: str, agency: int) -> Button:
    """Invites him as a colleague: what the contact says is known then."""
    label = say("contact-shared-invite-key", name=middle(name, 16) if name else words.phone(phone))
    return Button(label, Act("open", {"dialog": "invite_person", "args": _inviting(name, phone, agency)}))


def _inviting(name: str, phone: str, agency: int) -> dict[str, Json]:
    known: dict[str, Json] = {each: text for each, text in (("name", name), ("phone", phone)) if text}
    return {"agency": agency, "answers": known}


def _adding(label: Wording, customer: Customer) -> Button:
    return Button(label, Act("adds", {"customer": int(customer.id)}))
