"""What *policy* wants of prices, of a row that was read: a vendor may do without them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.orders import recording
from domain.orders.reading import Ask, Intent, ReadRow
from domain.orders.records import YUAN, Batch

_OUTSIDE = (
    recording.QuantityOutside,
    recording.PriceOutside,
    recording.UnknownCurrency,
    recording.BatchesDontAddUp,
)
_OF_PRICES = (Ask.PRICE, Ask.TAX, Ask.CURRENCY, Ask.TOTAL)


def by_policy(work: Work, row: ReadRow) -> ReadRow:
    """Where prices are optional nobody asks for one that wasn't written; where there are none, a written one is left over."""
    if row.intent is Intent.RETURN:
        return row
    match work.policy.orders.price:
        case "none":
            written = row.untaxed or row.price or row.total
            return replace(
                row,
                price=None,
                untaxed=None,
                tax=None,
                total=None,
                currency=YUAN,
                asks=tuple(each for each in row.asks if each not in _OF_PRICES),
                marks={name: how for name, how in row.marks.items() if name != "price"},
                rest=row.rest if written is None else (*row.rest, f"{written:f}"),
            )
        case "optional" if row.price is None and row.total is None and not row.options.get(Ask.PRICE):
            return replace(row, asks=tuple(each for each in row.asks if each is not Ask.PRICE))
        case _:
            return row


def outside(work: Work, row: ReadRow) -> Refusal | None:
    """Why the figures could never be logged: told before anybody confirms them."""
    if row.quantity is None or row.intent is Intent.RETURN:
        return None
    with suppress(recording.PriceMissing):
        try:
            recording.check_figures(work.policy, row.quantity, row.price, row.currency)
            if Ask.BATCH_QUANTITIES not in row.asks:
                batches = [Batch(each.code, each.quantity) for each in row.batches]
                recording.add_up(row.quantity, batches, work.policy.orders.batches)
        except _OUTSIDE as refusal:
            return refusal
    return None
