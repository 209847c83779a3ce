"""How an order is told in lines: its rows, figures and batches, with the price as its reader may see it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dialogs.core.screen import Say, Wording, say
from dialogs.core.words import head
from dialogs.orders.fields import batches, price, with_cents
from domain.base.bilingual import joined
from domain.orders import rates
from domain.orders.records import YUAN, Line, NewLine, Order, OrderState
from domain.orders.views import OrderView, PriceShown

_FEN, _ZERO = Decimal("0.01"), Decimal(0)
SHOWN = 3
"""So many rows of an order stand in a list."""


def order_lines(view: OrderView, most: int | None = None, *, numbered: bool = False) -> list[Wording]:
    """Two lines a row: what for, and the figures."""
    rows = view.order.lines[:most]
    lines: list[Wording] = []
    for each in rows:
        place = each.place if numbered and len(view.order.lines) > 1 else 0
        lines += line_lines(each, view, place)
    left = len(view.order.lines) - len(rows)
    if left > 0:
        lines.append(say("sale-more-lines", count=left))
    return lines


def line_lines(line: Line, view: OrderView, place: int = 0) -> list[Wording]:
    about = {"project": line.project or say("sale-from-before"), "mcu": line.written or line.mcu}
    first = say("sale-row-numbered", index=place, **about) if place else say("sale-row", **about)
    found: list[Wording] = [first, figures(line, view.price)]
    if view.price is PriceShown.FULL:
        found += in_yuan(line.amount, line.currency, view.order.day, view.rates)
    if line.batches:
        found.append(say("sale-row-batches", batches=batches(line.batches)))
    return found


def figures(line: Line | NewLine, shown: PriceShown = PriceShown.FULL) -> Say:
    """`5,000 × 3.20 元 = 16,000.00 元`; a mean is said to be one, and nothing is multiplied by it."""
    if line.price is None:
        return say("sale-figures-plain", quantity=line.quantity)
    each = price(line.price, line.currency)
    if shown is PriceShown.AVERAGE:
        return say("sale-figures-mean", quantity=line.quantity, price=each)
    amount = price(with_cents((line.price * line.quantity).quantize(_FEN)), line.currency)
    return say("sale-figures", quantity=line.quantity, price=each, amount=amount)


def in_yuan(amount: Decimal | None, currency: str, day: date, known: Mapping[str, Decimal]) -> list[Wording]:
    """What a foreign amount is in yuan, by the rate of the contract's month; that there is none."""
    if amount is None or currency == YUAN:
        return []
    yuan = rates.in_yuan(amount, currency, known)
    if yuan is None:
        return [say("order-no-rate", month=day.month, currency=currency)]
    return [say("order-in-yuan", amount=with_cents(yuan), rate=with_cents(known[currency]), month=day.month)]


def state_mark(order: Order) -> Say:
    """What must be known of it beside its number."""
    match order.state:
        case OrderState.VOID:
            return say("sale-mark-void")
        case OrderState.LATE:
            return say("sale-mark-waits")
        case _ if order.late and order.is_return:
            return say("sale-mark-late-return")
        case _ if order.late:
            return say("sale-mark-late")
        case _ if order.is_return:
            return say("sale-mark-return")
        case _:
            return say("sale-mark-none")


def brief(view: OrderView) -> str:
    """What it is for, in a list."""
    return head(joined(dict.fromkeys(each.project or each.mcu for each in view.order.lines)), 24)


def total(view: OrderView) -> list[Wording]:
    """The sum of an order of several rows: in its currency, where there is one alone, else in yuan as far as that is known."""
    lines = view.order.lines
    currencies = {each.currency for each in lines}
    amounts = [each.amount for each in lines]
    if view.price is not PriceShown.FULL or len(lines) < 2 or None in amounts:
        return []
    if len(currencies) == 1:
        amount = sum((each for each in amounts if each is not None), start=_ZERO)
        return [say("sale-total", amount=price(amount.quantize(_FEN), currencies.pop()))]
    yuan = rates.sum_in_yuan((each, view.rates) for each in lines)
    return [] if yuan is None else [say("sale-total-yuan", amount=price(yuan.quantize(_FEN), YUAN))]


def logged_line(view: OrderView) -> Wording:
    """That it is late is more than that it is a return."""
    if view.order.state is OrderState.LATE:
        key = "sale-logged-late"
    else:
        key = "sale-logged-return" if view.order.is_return else "sale-logged"
    return say(key, number=view.order.number, day=view.order.day)
