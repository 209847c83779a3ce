"""Prices that were written without tax: what one tap makes of them, and the customer's habit, which is the marked default
after some like answers (docs/orders.md)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from domain.base.work import Work
from domain.orders import answering
from domain.orders.reading import Ask, How, Option, ReadRow, Tax

ENOUGH = 3
"""Confirmed answers in a row that are alike."""


def by_habit(work: Work, row: ReadRow) -> ReadRow:
    """Answered as the customer's prices usually are, and marked; unchanged where nothing is asked or nothing usual."""
    if Ask.TAX not in row.asks or row.price is None or row.customer is None:
        return row
    added, times = work.orders.tax_habit(work.actor.agency_id or 0, row.customer.id)
    return _answered(work, row, row.price, added=added) if times >= ENOUGH else row


def turned(work: Work, row: ReadRow) -> ReadRow:
    """The other way round: tax comes on top of what was written, or is in it already."""
    if row.untaxed is None:
        return row
    asked = replace(row, price=row.untaxed, asks=(*row.asks, Ask.TAX))
    after = _answered(work, asked, row.untaxed, added=row.price == row.untaxed)
    return replace(after, marks={name: how for name, how in after.marks.items() if how is not How.TAX_HABIT})


def other(work: Work, row: ReadRow) -> Decimal | None:
    """The price that `turned` gives; None where nothing was written without tax."""
    return turned(work, row).price if row.untaxed is not None else None


def _answered(work: Work, row: ReadRow, written: Decimal, *, added: bool) -> ReadRow:
    price = answering.with_tax(written, work.policy.orders.tax_percent) if added else written
    after = answering.take(row, Ask.TAX, Option({"price": price, "tax": Tax.INCLUDED}))
    return replace(after, marks={**after.marks, "price": How.TAX_HABIT})


def learn(work: Work, row: ReadRow) -> None:
    """Of a row that was confirmed."""
    if row.untaxed is not None and row.customer is not None:
        work.orders.keep_tax_answer(work.actor.agency_id or 0, row.customer.id, added=row.price != row.untaxed)
