"""销售记录: a customer's orders, or all that one sees, newest first; narrowed by time, project, model, author, batch; and
everything that a batch went to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Json, Row, Say, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.orders.fields import price
from dialogs.orders.log_order import logs
from dialogs.orders.words import brief, line_lines, state_mark
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import (
    BACK,
    HOME,
    button,
    evenly,
    in_a_line,
    member,
    middle,
    opens,
    so_many,
)
from domain.base.calendar import DAY, add_months
from domain.base.rights import Action, may
from domain.base.work import Work
from domain.customers import scope
from domain.home import views as people
from domain.orders import choosing, exporting, views
from domain.orders.rates import FEN
from domain.orders.records import COUNTED, YUAN, OrderState, Wanted
from domain.orders.views import OrderView, PriceShown, Summed
from domain.people.records import Account
from domain.products.mcus import model_key

LONGEST_CODE = 40
SUMMED = 5_000
"""So many orders of a list are summed up: more of them are for statistics."""
ALL_STATES = frozenset(OrderState)


class Period(StrEnum):
    MONTH = "month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"


NARROWING = ("customer", "period", "project", "model", "batch", "author")
"""What a list's args may say; anything else in them is nobody's."""


def wanted(args: Args, today: date) -> Wanted:
    since, until = _days(member(Period, args.get("period")), today)
    return Wanted(
        customer_id=_number(args, "customer"),
        project_id=_number(args, "project"),
        author_id=_number(args, "author"),
        model=model_key(str(args.get("model") or "")),
        batch=str(args.get("batch") or "")[:LONGEST_CODE],
        since=since,
        until=until,
        states=ALL_STATES,
    )


def _days(period: Period | None, today: date) -> tuple[date | None, date | None]:
    month = today.replace(day=1)
    match period:
        case Period.MONTH:
            return month, today
        case Period.LAST_MONTH:
            return add_months(month, -1), month - DAY
        case Period.QUARTER:
            return month.replace(month=(today.month - 1) // 3 * 3 + 1), today
        case Period.YEAR:
            return month.replace(month=1), today
        case None:
            return None, None


class OrderList(ListPage[OrderView]):
    """Orders, newest first, each to be opened."""

    a_page = 5

    @override
    def key(self, place: int, row: OrderView, args: Args, ask: Ask) -> Button:
        return opens(str(place), "sales_order", order=row.order.id)


class Sales(OrderList):
    """Opened with a customer, or with none for all; a batch's code that is typed narrows the list."""

    name = "sales"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[OrderView], int]:
        return ask(views.orders, replace(wanted(args, ask.today), offset=offset, limit=limit))

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        asked = wanted(args, ask.today)
        lines: list[Wording] = [say("sales-title", count=so_many(total, COUNTED))]
        head_ = ask(_head, asked.customer_id)
        if head_.customer:
            lines.append(say("strong", text=head_.customer))
        narrowed = _narrowed(args, ask)
        if narrowed is not None:
            lines.append(narrowed)
        shipped = args.get("shipped") is True
        summed = total > 0 or (shipped and asked.since is not None)
        if summed and total <= SUMMED and (asked.since is not None or asked.customer_id is not None):
            lines.append(_summed(ask(views.summed, asked, shipped), by="delivery" if shipped else "contract"))
        if head_.price is not PriceShown.FULL:
            lines.append(say(f"sales-price-{head_.price.value}"))
        return lines

    @override
    def row(self, place: int, row: OrderView, args: Args, ask: Ask) -> Sequence[Wording]:
        return _row(place, row, ask(people.me).account, of_customer=_number(args, "customer") is not None)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("sales-none-found") if _narrowed(args, ask) is not None else say("sales-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        customer, label = _number(args, "customer"), say("log-order-entry")
        head_ = ask(_head, customer)
        if not head_.logs:
            return ()
        return ((opens(label, "log_orders") if customer is None else logs(label, customer, projects=head_.projects),),)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        asked = wanted(args, ask.today)
        keys = _list_keys(asked, total, ask(_head, asked.customer_id), shipped=args.get("shipped") is True)
        back = (BACK,) if asked.customer_id is not None else ()
        every = (button("sales-all-key", "all"),) if _narrowed(args, ask) is not None else ()
        return (*evenly(keys), (*back, *every, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "filter":
                return Swap("sales_filter", kept(args))
            case "batch":
                return Swap("batch", {})
            case "count":
                return Show({**kept(args), "shipped": act.args.get("shipped") is True})
            case "export":
                return Run(exporting.ExportOrders(only=wanted(args, ask.today)))
            case _:
                return super().act(args, act, ask)

    @override
    def whole(self, args: Args) -> Mapping[str, Json]:
        return {"customer": args["customer"]} if "customer" in args else {}

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """`批次 A12` narrows the list of a customer; anything else isn't meant for it."""
        if not isinstance(said, Typed) or "customer" not in args or not (code := batch_told(said.line)):
            return None
        return Show({**kept(args), "batch": code})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(toast=say("export-begun"))


def _list_keys(asked: Wanted, total: int, head_: Head, *, shipped: bool) -> list[Button]:
    """What can be done about the list beside its pages."""
    keys = [Button(say("filter-key"), act("filter"))]
    if (
        total <= SUMMED and asked.since is not None
    ):  # in a month in which nothing was sold something may have been shipped
        label = say("sales-by-contract-key") if shipped else say("sales-by-delivery-key")
        keys.append(Button(label, act("count", shipped=not shipped)))
    keys += [button("export-key", "export")] if total else []
    if head_.logs and asked.customer_id is not None:
        keys.append(opens(say("sale-return-before-key"), "return_from_before", customer=asked.customer_id))
    elif head_.logs:
        keys += [button("batch-search-key", "batch"), opens(say("orders-list-entry"), "orders_by_file")]
    return keys


class BatchSearch(OrderList):
    """`批次 A12`: all customers and days of a batch. Opened with the `code`, or without it to be asked for one."""

    name = "batch"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asks = Screen((say("batch-title"), say("batch-hint")), ((HOME,),))
        return super().show(args, ask) if _code(args) else asks

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[OrderView], int]:
        return ask(views.orders, Wanted(batch=_code(args), offset=offset, limit=limit))

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("batch-found", code=_code(args), count=so_many(total, COUNTED)),)

    @override
    def row(self, place: int, row: OrderView, args: Args, ask: Ask) -> Sequence[Wording]:
        return _row(place, row, ask(people.me).account, of_customer=False)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("batch-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((button("batch-another-key", "another"), HOME),)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show({"code": code_in(said.line)}) if isinstance(said, Typed) and said.line else None


def _code(args: Args) -> str:
    return str(args.get("code") or "").strip()[:LONGEST_CODE]


def code_in(text: str) -> str:
    """`批次 A12` means A12, and so does A12."""
    return batch_told(text) or text.strip()[:LONGEST_CODE]


def batch_told(text: str) -> str:
    """What stands behind the word for a batch; nothing without that word."""
    cleaned = text.strip()
    for word in ("批次号", "批次", "批号", "batch", "lot"):
        if cleaned.casefold().startswith(word):
            return cleaned[len(word) :].lstrip(" :：")[:LONGEST_CODE]
    return ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the list's head says, and whether its reader logs orders here."""

    customer: str
    logs: bool
    projects: bool
    price: PriceShown


def _head(work: Work, customer_id: int | None) -> Head:
    """Raises `NotFound` for a customer out of reach of which there are no orders of one's own, `NotAllowed`."""
    shown = views.price_shown(work)
    if customer_id is None:
        return Head("", may(work.actor, Action.LOG_ORDERS), True, shown)
    if not views.count(work, Wanted(customer_id=customer_id, states=ALL_STATES)):
        scope.visible(work, customer_id)
    logs_, projects = choosing.may_log(work, customer_id)
    return Head(scope.called(work, customer_id), logs_, projects, shown)


def _summed(found: Summed, by: str) -> Say:
    """`共 12,300 片　39,360 元`; 按发货 is said."""
    amounts = found.amounts or {}
    foreign = set(amounts) - {YUAN}
    parts: list[Wording] = [say("orders-day-pieces", pieces=found.pieces)]
    parts += [
        price(amounts[each].quantize(FEN), each) for each in sorted(amounts, key=lambda each: (each != YUAN, each))
    ]
    if foreign and found.yuan is not None:
        parts.append(say("sales-in-yuan", amount=price(found.yuan.quantize(FEN), YUAN)))
    if found.late:
        parts.append(say("sales-summed-late", pieces=found.late))
    return say("sales-summed", parts=tuple(parts), by=by)


def _row(place: int, row: OrderView, reader: Account, *, of_customer: bool) -> list[Wording]:
    """The vendor reads the agency and who logged it, others who did, nobody his own name."""
    order = row.order
    who: Wording | None = row.author if order.author_id != reader.id else None
    if reader.agency_id is None:
        who = say("sales-row-agency", agency=row.agency, person=row.author)
    facts = in_a_line((order.number, who))
    lines: list[Wording] = [say("sales-row", index=place, day=order.day, mark=state_mark(order), facts=facts)]
    if not of_customer:
        lines.append(say("sales-row-customer", name=middle(row.customer)))
    if len(order.lines) == 1:
        only = order.lines[0]
        lines += line_lines(replace(only, batches=()), row)
    else:
        lines.append(say("sales-row-lines", count=len(order.lines), about=brief(row)))
    return lines


def _narrowed(args: Args, ask: Ask) -> Say | None:
    """What the list is narrowed to, or None."""
    facts: list[Wording] = []
    period = member(Period, args.get("period"))
    if period is not None:
        facts.append(say(f"sales-period-{period.value.replace('_', '-')}"))
    if {"project", "author"} & args.keys():
        whose = {name: args[name] for name in ("customer", "project", "author") if name in args}
        facts += ask(views.narrowed_to, wanted(whose, ask.today))
    facts += [head(str(args[name]), LONGEST_CODE) for name in ("model", "batch") if args.get(name)]
    return say("sales-narrowed", facts=tuple(facts)) if facts else None


def kept(args: Args) -> dict[str, Json]:
    return {name: args[name] for name in NARROWING if args.get(name) is not None}


def _number(args: Args, name: str) -> int | None:
    value = args.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def sales_keys(ask: Ask, customer_id: int) -> Sequence[Button]:
    """What a customer's card offers of orders: 录入订单 for who may, 销售记录 with their number."""
    found = ask(_keys, customer_id)
    if found is None:
        return ()
    count, may_log, projects = found
    entry = say("sales-key")
    sales = opens(say("counted", entry=entry, count=count) if count else entry, Sales.name, customer=customer_id)
    return (*((logs(say("log-order-entry"), customer_id, projects=projects),) if may_log else ()), sales)


def _keys(work: Work, customer_id: int) -> tuple[int, bool, bool] | None:
    if not may(work.actor, Action.SEE_ORDERS):
        return None
    return (views.count(work, Wanted(customer_id=customer_id, states=ALL_STATES)), *choosing.may_log(work, customer_id))
