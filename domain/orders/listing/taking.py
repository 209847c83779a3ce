"""Days of customers of a list, logged: what an order says already is passed over, the rest goes through the one use-case.

Rows of one contract number are one order; returns come last, each against the newest order of the model that has enough
left, or as one from before the system.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from domain.errors import Refusal
from domain.orders.changing import ReturnFromBefore, ReturnGoods, give_back, give_back_from_before
from domain.orders.listing.judging import Days
from domain.orders.listing.records import CustomerDay, PlannedRow
from domain.orders.logged import Figures
from domain.orders.recording import LineToLog, LogOrder, Recorded, log_all, of_customer
from domain.orders.records import Batch, Line, Order, Wanted
from domain.rights import Reach
from domain.work import Work

LINES = 50
"""Of an order: a list with more of one contract and day makes several."""
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Settled:
    """A row: `order` was logged, `known` says the same already, or `refusal` is why not; `against` is the order that a
    return takes something back of, None of one from before."""

    row: int
    order: Order | None = None
    known: Order | None = None
    refusal: Refusal | None = None
    against: Order | None = None
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Of the list: its job, and the day on which it was sent, which decides what is late."""

    job: int
    written_on: date


def take(work: Work, context: Context, days: Sequence[CustomerDay], standing: Days) -> list[Settled]:
    """Everything that isn't refused is logged. Raises nothing of a row's own."""
    settled: list[Settled] = []
    fresh: list[Planned] = []
    back: list[tuple[CustomerDay, PlannedRow]] = []
    for of in days:
        rows: list[PlannedRow] = []
        for row in of.rows:
            same = standing.take(of.customer, of.day, _figures(row), _batches(row))
            if same is not None:
                settled.append(Settled(row.row, known=same))
            elif row.quantity < 0:
                back.append((of, row))
            else:
                rows.append(row)
        fresh += [(of, several) for several in _orders(rows)]
    settled += _logged(work, context, fresh)
    settled += [_returned(work, context, of, row) for of, row in back]
    return settled


Planned: TypeAlias = tuple[CustomerDay, Sequence[PlannedRow]]
"""The rows of an order."""


def _figures(row: PlannedRow) -> Figures:
    return Figures(row.project, row.quantity, _price(row), row.currency)


def _price(row: PlannedRow) -> Decimal | None:
    return None if row.price is None else Decimal(row.price)


def _batches(row: PlannedRow) -> tuple[Batch, ...]:
    return tuple(Batch(code, quantity) for code, quantity in row.batches)


def _orders(rows: Iterable[PlannedRow]) -> Iterator[Sequence[PlannedRow]]:
    """By contract number, in their order."""
    by_reference: dict[str, list[PlannedRow]] = {}
    for row in rows:
        by_reference.setdefault(row.reference, []).append(row)
    for several in by_reference.values():
        for start in range(0, len(several), LINES):
            yield several[start : start + LINES]


def _logged(work: Work, context: Context, planned: Sequence[Planned]) -> Iterator[Settled]:
    """Where one row is refused, the others of its order don't suffer for it."""
    commands = [_command(context, of, rows) for of, rows in planned]
    apart: list[Planned] = []
    for (of, rows), made in zip(planned, log_all(work, commands, context.job) if commands else (), strict=True):
        if isinstance(made, Recorded):
            yield from (Settled(row.row, order=_order_of(row, made.orders)) for row in rows)
        elif len(rows) == 1:
            yield Settled(rows[0].row, refusal=made)
        else:
            apart += [(of, [row]) for row in rows]
    if apart:
        yield from _logged(work, context, apart)


def _command(context: Context, of: CustomerDay, rows: Sequence[PlannedRow]) -> LogOrder:
    return LogOrder(
        customer=of.customer,
        day=of.day,
        lines=tuple(map(_line, rows)),
        reference=rows[0].reference,
        written_on=context.written_on,
    )


def _line(row: PlannedRow) -> LineToLog:
    return LineToLog(
        project=row.project,
        quantity=row.quantity,
        price=_price(row),
        currency=row.currency,
        batches=_batches(row),
        written=row.written,
    )


def _order_of(row: PlannedRow, made: Sequence[Order]) -> Order:
    """Of linked ones the one that holds the row's first batch."""
    if len(made) == 1 or not row.batches:
        return made[0]
    code = row.batches[0][0]
    return next((each for each in made if any(code == b.code for line in each.lines for b in line.batches)), made[0])


# --- returns ----------------------------------------------------------------------------------------------------------


def _returned(work: Work, context: Context, of: CustomerDay, row: PlannedRow) -> Settled:
    try:
        with work.apart():
            sold = _sold(work, of, row)
            if sold is not None:
                order, line = sold
                command = ReturnGoods(line=line.id, quantity=-row.quantity, day=of.day, reference=row.reference)
                return Settled(row.row, order=give_back(work, command, job=context.job), against=order, returned=True)
            mcu = row.written or of_customer(work, of.customer, row.project).told.mcu
            before = ReturnFromBefore(
                customer=of.customer,
                mcu=mcu,
                quantity=-row.quantity,
                day=of.day,
                price=_price(row),
                currency=row.currency,
                reference=row.reference,
            )
            return Settled(row.row, order=give_back_from_before(work, before, job=context.job), returned=True)
    except Refusal as refusal:
        return Settled(row.row, refusal=refusal)


def _sold(work: Work, of: CustomerDay, row: PlannedRow) -> tuple[Order, Line] | None:
    """The newest that has enough left, at that price where one is told; the one of that contract number before others."""
    mine = Reach(agency_id=work.actor.agency_id or 0)
    wanted = Wanted(customer_id=of.customer, project_id=row.project, until=of.day, limit=LOOKED_AT)
    price = _price(row)
    found = [
        (order, line)
        for order in work.orders.newest(mine, wanted)
        for line in order.lines
        if line.project_id == row.project and line.quantity >= -row.quantity and price in (None, line.price)
    ]
    back = work.orders.returned([line.id for _, line in found])
    able = [(order, line) for order, line in found if line.quantity - back.get(line.id, 0) >= -row.quantity]
    named = [each for each in able if row.reference and row.reference in (each[0].reference, each[0].number)]
    return next(iter(named or able), None)
