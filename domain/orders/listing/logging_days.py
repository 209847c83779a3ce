"""Days of customers of a list, logged: what an order says already is passed over, the rest goes through the one use-case.

Rows of one contract number are one order; returns come last, each against the newest order of the project that has enough
left, or, where nothing was ever sold and somebody said so, as one from before the system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.orders.changing import MoreThanSold, ReturnFromBefore, ReturnGoods, give_back, give_back_from_before
from domain.orders.listing import correcting, wanting
from domain.orders.listing.records import Context, CustomerDay, OrderRowOutcome, PlannedRow
from domain.orders.listing.returning import sold_of
from domain.orders.logged import Figures
from domain.orders.recording import LineToLog, LogOrder, Recorded, log_all, of_customer
from domain.orders.records import Batch, Line, Order
from domain.orders.standing import Days, StandingLine

LINES = 50
"""Of an order: a list with more of one contract and day makes several."""


def take(work: Work, context: Context, days: Sequence[CustomerDay], standing: Days) -> list[OrderRowOutcome]:
    """Everything that isn't refused is logged. Raises nothing of a row's own."""
    outcomes: list[OrderRowOutcome] = []
    fresh: list[Planned] = []
    back: list[tuple[CustomerDay, PlannedRow]] = []
    without: list[tuple[CustomerDay, PlannedRow]] = []
    for of in days:
        rows: list[PlannedRow] = []
        corrections: list[PlannedRow] = []
        standing.claim(of.claimed)
        for row in of.rows:
            if not row.project:
                without.append((of, row))
                continue
            same = standing.take(of.customer, of.day, _figures(row), _batches(row), _meant(row))
            if same is not None:
                outcomes.append(OrderRowOutcome(row.row, known=same.order))
            elif row.correction is not None:
                corrections.append(row)
            elif row.quantity < 0:
                back.append((of, row))
            else:
                rows.append(row)
        outcomes += correcting.correct_all(work, of.day, corrections)
        fresh += [(of, several) for several in _orders(rows)]
    outcomes += _logged(work, context, fresh)
    outcomes += [_returned(work, context, of, row) for of, row in back]
    outcomes += wanting.keep(work, context, without)
    return outcomes


Planned: TypeAlias = tuple[CustomerDay, Sequence[PlannedRow]]
"""The rows of an order."""


def _figures(row: PlannedRow) -> Figures:
    return Figures(row.project, row.quantity, _price(row), row.currency)


def _meant(row: PlannedRow) -> Callable[[StandingLine], bool] | None:
    """Somebody may have corrected the line meanwhile, and just so."""
    corrects = row.correction
    return None if corrects is None else lambda each: each.line.id == corrects.line


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


def _logged(work: Work, context: Context, planned: Sequence[Planned]) -> Iterator[OrderRowOutcome]:
    """Where one row is refused, the others of its order don't suffer for it."""
    commands = [_command(context, of, rows) for of, rows in planned]
    apart: list[Planned] = []
    for (of, rows), made in zip(planned, log_all(work, commands, context.job) if commands else (), strict=True):
        if isinstance(made, Recorded):
            yield from (OrderRowOutcome(row.row, order=_order_of(row, made.orders)) for row in rows)
        elif len(rows) == 1:
            yield OrderRowOutcome(rows[0].row, refusal=made)
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


def _returned(work: Work, context: Context, of: CustomerDay, row: PlannedRow) -> OrderRowOutcome:
    try:
        with work.apart():
            sold = _sold(work, of, row)
            if sold is not None:
                order, line = sold
                command = ReturnGoods(line=line.id, quantity=-row.quantity, day=of.day, reference=row.reference)
                return OrderRowOutcome(
                    row.row, order=give_back(work, command, job=context.job), against=order, returned=True
                )
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
            return OrderRowOutcome(row.row, order=give_back_from_before(work, before, job=context.job), returned=True)
    except Refusal as refusal:
        return OrderRowOutcome(row.row, refusal=refusal)


def _sold(work: Work, of: CustomerDay, row: PlannedRow) -> tuple[Order, Line] | None:
    """The newest that has enough left, at that price where one is told; the one of that contract number before others. None
    where nothing was sold before. Raises `MoreThanSold`."""
    price, sold = _price(row), sold_of(work, of.customer, row.project, of.day)
    able = [(order, line) for order, line, left in sold if left >= -row.quantity and price in (None, line.price)]
    named = [each for each in able if row.reference and row.reference in (each[0].reference, each[0].number)]
    found = next(iter(named or able), None)
    if found is None and (sold or not row.before):
        raise MoreThanSold(-row.quantity, max((left for _, _, left in sold), default=0))
    return found
