"""Orders that a list says otherwise, corrected by the one use-case: all rows of an order at once, so that it has one version more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.orders.changing import CorrectOrder, correct
from domain.orders.listing.records import OrderRowOutcome, PlannedRow
from domain.orders.recording import LineToLog
from domain.orders.records import Batch, CorrectionReason, Line, Order


@dataclass
class ChangedMeanwhile(Refusal):
    """Somebody corrected the order after the list was checked."""

    number: str


def correct_all(work: Work, day: date, rows: Sequence[PlannedRow]) -> Iterator[OrderRowOutcome]:
    by_order: dict[int, list[PlannedRow]] = {}
    for row in rows:
        if row.correction is not None:
            by_order.setdefault(work.orders.of_line(row.correction.line).id, []).append(row)
    for number, several in by_order.items():
        try:
            with work.apart():
                after = _correct(work, work.orders.get(number, lock=True), day, several)
            yield from (OrderRowOutcome(row.row, order=after, corrected=True) for row in several)
        except Refusal as refusal:
            yield from (OrderRowOutcome(row.row, refusal=refusal) for row in several)


def _correct(work: Work, order: Order, day: date, rows: Sequence[PlannedRow]) -> Order:
    said = {row.correction.line: row for row in rows if row.correction is not None}
    asked = next(row.correction for row in rows if row.correction is not None)
    if order.version != asked.version:
        raise ChangedMeanwhile(order.number)
    lines = tuple(_line(each, said.get(each.id)) for each in order.lines)
    return correct(work, CorrectOrder(order=order.id, day=day, lines=lines, why=CorrectionReason(asked.why)))


def _line(line: Line, row: PlannedRow | None) -> LineToLog:
    """Batches that the list doesn't tell stay."""
    if row is None:
        return LineToLog(
            project=line.project_id or 0,
            quantity=line.quantity,
            price=line.price,
            currency=line.currency,
            batches=line.batches,
            written=line.written,
        )
    return LineToLog(
        project=row.project,
        quantity=row.quantity,
        price=None if row.price is None else Decimal(row.price),
        currency=row.currency,
        batches=tuple(Batch(code, quantity) for code, quantity in row.batches) or line.batches,
        written=row.written or (line.written if line.project_id == row.project else ""),
    )
