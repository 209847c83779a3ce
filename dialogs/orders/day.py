"""今日订单: the day's sheet of an agency, to be forwarded; for the vendor a line an agency (docs/orders.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, act, say
from dialogs.orders import evening as evening_words
from dialogs.orders.late import late_rows
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button, middle, opens, page_in, pages
from domain.base.calendar import DAY
from domain.base.rights import Action, may
from domain.base.work import Work
from domain.home import views
from domain.orders import days, evening
from domain.orders.days import AgencyDay, DaySheet
from domain.orders.reading.intents import is_none_today
from domain.orders.records import YUAN, Line, Order

A_SHEET = 15
"""Orders: as many as a message carries with their names in full."""
FURTHEST_BACK = timedelta(days=366)


def _today(work: Work) -> date:
    return work.today


class OrdersDay(Page):
    """What was logged on a day, by default today."""

    name = "orders_day"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        day, agency = _day(args, ask), args.get("agency")
        number = agency if isinstance(agency, int) else None
        if number is None and ask(views.me).account.agency_id is None:
            return DayOfAgencies().show(args, ask)
        return _sheet(args, ask(days.sheet, number, day), ask)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "none":
                return Run(evening.NoOrders(more=act.args.get("more") is True))
            case "day":
                return Show({**args, "day": act.args.get("day"), "page": 0})
            case _:
                return Show({**args, "page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """今日无订单, as somebody writes it."""
        return Run(evening.NoOrders()) if isinstance(said, Typed) and is_none_today(said.text) else None

    @override
    def after(self, args: Args, result: evening.Answered, ask: Ask) -> Turn:
        return Show({key: value for key, value in args.items() if key != "besides"}, toast=evening_words.heard(result))

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        return (
            Show({"besides": evening_words.besides(refusal)}) if isinstance(refusal, evening.OrdersOfTheDay) else None
        )


def none_key(args: Args, ask: Ask, sheet: DaySheet) -> tuple[Row, ...]:
    """今日无订单, or that there are no others than these."""
    if sheet.day != ask(_today) or sheet.said is not None or not may(ask(views.me).account, Action.LOG_ORDERS):
        return ()
    if sheet.orders or args.get("besides"):
        return ((button("no-orders-more-key", "none", more=True),),) if sheet.silent or args.get("besides") else ()
    return ((button("no-orders-key", "none"),),) if sheet.silent else ()


def _day(args: Args, ask: Ask) -> date:
    """Nonsense is today; nothing lies ahead, and nobody leafs further back than a year."""
    today, value = ask(_today), args.get("day")
    try:
        wanted = date.fromisoformat(value) if isinstance(value, str) else today
    except ValueError:
        return today
    return min(max(wanted, today - FURTHEST_BACK), today)


def _turning(day: date, ask: Ask) -> Row:
    before = Button(say("orders-day-before"), act("day", day=(day - DAY).isoformat()))
    if day >= ask(_today):
        return (before,)
    return (before, Button(say("orders-day-after"), act("day", day=(day + DAY).isoformat())))


# --- an agency's ------------------------------------------------------------------------------------------------------


def _sheet(args: Args, sheet: DaySheet, ask: Ask) -> Screen:
    page = min(page_in(args), max(len(sheet.orders) - 1, 0) // A_SHEET)
    shown = sheet.orders[page * A_SHEET : (page + 1) * A_SHEET]
    lines: list[Wording] = [say("orders-day-title", agency=sheet.agency, day=sheet.day), _summed(sheet, ask)]
    if sheet.amounts is not None and set(sheet.amounts) - {YUAN}:
        lines += [] if sheet.yuan is None else [say("orders-day-in-yuan", amount=figure(sheet.yuan))]
        lines += [say("order-no-rate", month=month.month, currency=each) for each, month in sheet.unrated]
    if sheet.returns:
        lines.append(say("orders-day-returns", count=sheet.returns))
    if sheet.late:
        lines.append(say("orders-day-late", count=sheet.late))
    if shown:
        priced = sheet.amounts is not None
        rows = [_row(order, line, name, priced=priced) for order, name in shown for line in order.lines]
        lines.append(say("orders-day-rows", rows="\n".join(rows)))
    lines += evening_words.but_logged(args)
    if sheet.said is not None:
        said = "no-orders-more-said" if sheet.orders else "no-orders-said"
        lines.append(say(said, by=sheet.said.by, at=sheet.said.at))
    elif sheet.silent:
        lines.append(say("orders-day-silent", names=sheet.silent))
    back = (BACK, HOME)
    turned = pages(page, A_SHEET, len(sheet.orders))
    return Screen(tuple(lines), (*none_key(args, ask, sheet), *late_rows(ask), *turned, _turning(sheet.day, ask), back))


def _summed(sheet: DaySheet, ask: Ask) -> Say:
    when: Wording = say("orders-day-today") if sheet.day == ask(_today) else say("orders-day-on", day=sheet.day)
    if not sheet.counted:
        return say("orders-day-nothing", when=when)
    what: Wording = say("orders-day-pieces", pieces=sheet.pieces) if not sheet.amounts else _amounts(sheet.amounts)
    return say("orders-day-sum", when=when, count=sheet.counted, what=what)


def _amounts(amounts: Mapping[str, Decimal]) -> Wording:
    """Yuan in front; what was sold in another currency stands beside it, never added."""
    ranked = sorted(amounts.items(), key=lambda each: (each[0] != YUAN, each[0]))
    found = [
        say("orders-day-yuan", amount=figure(amount))
        if currency == YUAN
        else say("orders-day-foreign", amount=figure(amount), currency=currency)
        for currency, amount in ranked
    ]
    return found[0] if len(found) == 1 else say("orders-day-amounts", parts=tuple(found))


def figure(amount: Decimal) -> str:
    """83,200 and 1,234.50: to the fen, without an empty one."""
    text = f"{amount:,.2f}"
    return text.removesuffix(".00")


def _row(order: Order, line: Line, name: str, *, priced: bool) -> str:
    """Columns as a sheet takes them: customer, project, model, pieces, price, amount, batches, contract's day, number."""
    price = amount = ""
    if priced and line.price is not None and line.amount is not None:
        unit = "" if line.currency == YUAN else f" {line.currency}"
        price, amount = f"{_exact(line.price)}{unit}", f"{line.amount:.2f}{unit}"
    batches = " ".join(each.code for each in line.batches)
    cells = (name, line.project, line.written or line.mcu, str(line.quantity), price, amount, batches)
    return "\t".join(_flat(each) for each in (*cells, order.day.isoformat(), order.number))


def _exact(price: Decimal) -> str:
    return f"{price.normalize():f}"


def _flat(cell: str) -> str:
    """A cell stays in its place, and is no formula where it is pasted."""
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) and not text[1:2].isdigit() else text


# --- for the vendor ---------------------------------------------------------------------------------------------------


class DayOfAgencies(ListPage[AgencyDay]):
    """For the vendor: a line an agency. It is what `OrdersDay` shows without one."""

    a_page = 6

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[AgencyDay], int]:
        return ask(days.by_agency, _day(args, ask), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("orders-day-agencies", day=_day(args, ask), count=total),)

    @override
    def row(self, place: int, row: AgencyDay, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_line(place, row),)

    @override
    def key(self, place: int, row: AgencyDay, args: Args, ask: Ask) -> Button:
        return opens(str(place), "orders_day", agency=row.agency_id, day=_day(args, ask).isoformat())

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("orders-day-no-agencies")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return (_turning(_day(args, ask), ask), (BACK, HOME))


def _line(place: int, each: AgencyDay) -> Say:
    what: Wording = say("orders-day-agency-sum", count=each.orders, pieces=each.pieces)
    if not each.orders and each.said is not None:
        what = say("no-orders-said", by=each.said.by, at=each.said.at)
    elif each.silent:
        what = say("orders-day-agency-silent")
    return say("orders-day-agency", index=place, name=middle(each.name), what=what)
