"""The people at a customer, one of them, and he as a contact of Telegram's, for the phone to save or call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Close, Heard, Page, Perhaps, Run, Show, Turn
from dialogs.core.screen import Act, Button, ContactCard, Row, Screen, Wording, say
from dialogs.core.words import folding
from dialogs.counterparts.shared_contacts import adds
from dialogs.counterparts.words import told_line
from dialogs.shared.list_page import ListPage, part, text_of
from dialogs.shared.words import BACK, HOME, button, danger, middle, opens, phone
from domain.base.bilingual import translated
from domain.base.errors import NotFound
from domain.counterparts import keeping, views
from domain.counterparts.records import Counterpart
from domain.counterparts.views import CounterpartView
from domain.customers import seeing

EARLIER = 5


class Counterparts(ListPage[Counterpart]):
    """联系人 of a customer. Opened with `customer`; a contact that is sent here is somebody's there."""

    name = "counterparts"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, ask(views.of_customer, _number(args, "customer"))[0].id)

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Counterpart], int]:
        return part(ask(views.of_customer, _number(args, "customer"))[1], offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        customer, _, _ = ask(views.of_customer, _number(args, "customer"))
        return (say("counterparts-title", count=total), say("strong", text=customer.name))

    @override
    def row(self, place: int, row: Counterpart, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("counterparts-row", index=place, told=told_line(row.told)),)

    @override
    def key(self, place: int, row: Counterpart, args: Args, ask: Ask) -> Button:
        return opens(str(place), "counterpart", counterpart=row.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        keeps = ask(views.of_customer, _number(args, "customer"))[2]
        return say("counterparts-none") if keeps else say("counterparts-none-known")

    @override
    def under(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        keeps = ask(views.of_customer, _number(args, "customer"))[2]
        return (say("counterparts-hint"),) if keeps else ()

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        customer = _number(args, "customer")
        keeps = ask(views.of_customer, customer)[2]
        add = ((opens(say("counterpart-add-key"), "add_counterpart", customer=customer),),) if keeps else ()
        return (*add, (BACK, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return super().act(args, act, ask) if act.verb == "page" else Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return adds(_number(args, "customer"), said, ask)


class FoundCounterparts(ListPage[tuple[Counterpart, str]]):
    """Those of several customers whom a search found. Opened with its `text`."""

    name = "found_counterparts"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[tuple[Counterpart, str]], int]:
        rows, total = ask(views.search, text_of(args), offset + limit)
        return rows[offset:], total

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("counterparts-title", count=total), say("quoted", text=text_of(args)))

    @override
    def row(self, place: int, row: tuple[Counterpart, str], args: Args, ask: Ask) -> Sequence[Wording]:
        told = told_line(row[0].told)
        return (say("counterparts-found-row", index=place, told=told, customer=middle(row[1])),)

    @override
    def key(self, place: int, row: tuple[Counterpart, str], args: Args, ask: Ask) -> Button:
        return opens(str(place), "counterpart", counterpart=row[0].id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none-found")

    @override
    def whole(self, args: Args) -> Args:
        return args


class CounterpartCard(Page):
    """One of them: sent as a contact, changed, removed; what was said of him before."""

    name = "counterpart"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, ask(views.one, _number(args, "counterpart")).customer.id)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(views.one, _number(args, "counterpart"))
        number = view.counterpart.id
        if args.get("sure") is True:
            return Screen(
                (*_lines(view)[:2], say("counterpart-remove-sure")),
                ((danger("counterpart-remove-sure-key", "remove_sure"),), (button("keep-key", "keep"), HOME)),
            )
        rows: list[Row] = []
        if view.counterpart.told.phone:
            rows.append((opens(say("counterpart-send-key"), "counterpart_contact", counterpart=number),))
        if view.may_keep:
            change = opens(say("counterpart-change-key"), "change_counterpart", counterpart=number)
            rows.append((change, danger("counterpart-remove-key", "remove")))
        card = opens(say("customer-card-key"), "customer", customer=view.customer.id)
        return Screen(_lines(view), (*rows, (card, BACK, HOME)))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return adds(int(ask(views.one, _number(args, "counterpart")).customer.id), said, ask)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        kept = {"counterpart": _number(args, "counterpart")}
        match act.verb:
            case "remove":
                return Show({**kept, "sure": True})
            case "remove_sure":
                return Run(keeping.RemoveCounterpart(counterpart=kept["counterpart"]))
            case _:
                return Show(kept)

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Close(toast=say("counterpart-removed"))


class CounterpartContact(Page):
    """He as Telegram shows contacts: a tap saves or calls. Whoever is sent it on doesn't read what was noted of him."""

    name = "counterpart_contact"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, ask(views.one, _number(args, "counterpart")).customer.id)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(views.one, _number(args, "counterpart"))
        told = view.counterpart.told
        if not told.phone:
            raise NotFound("counterpart")
        company, role = view.customer.name, translated(told.role)
        card = ContactCard(told.name or company, told.phone, company=company, title=role)
        return Screen((), ((BACK, HOME),), card)


def _lines(view: CounterpartView) -> tuple[Wording, ...]:
    told = view.counterpart.told
    lines: list[Wording] = [say("strong", text=told.name or view.customer.name), view.customer.name]
    facts: list[tuple[str, Wording]] = [
        ("role", translated(told.role)),
        ("phone", phone(told.phone) if told.phone else ""),
        ("note", folding(told.note) if told.note else ""),
    ]
    lines += [say("fact", label=say(f"counterpart-{name}"), value=value) for name, value in facts if value]
    lines.append(say("counterpart-said", at=view.counterpart.at, by=view.by or "none"))
    lines += _earlier(view)
    return tuple(lines)


def _earlier(view: CounterpartView) -> Iterator[Wording]:
    """What stood there at each time; the note where another one followed, for it may be long."""
    told = [*(each.told for each, _ in view.earlier), view.counterpart.told]
    for (each, by), after in list(zip(view.earlier, told[1:], strict=True))[-EARLIER:]:
        yield say("counterpart-earlier", at=each.at, by=by or "none", told=told_line(each.told))
        if each.told.note != after.note:
            note = folding(each.told.note) if each.told.note else say("nothing")
            yield say("fact", label=say("counterpart-earlier-note"), value=note)


def _number(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
