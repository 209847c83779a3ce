"""Rows that name the order which they say by our own number, as an export has it: whatever differs corrects that order, and
none of them is ever another one."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.base.errors import NotFound
from domain.base.said_numbers import number_of
from domain.base.work import Work
from domain.imports.records import Problem
from domain.orders.listing.columns import OrderColumn
from domain.orders.logged import Figures, figures_of
from domain.orders.records import Line, Order, OrderState
from domain.orders.scope import visible
from domain.orders.standing import Says, StandingLine, same_batch
from domain.products.mcus import model_key


@dataclass
class Numbered:
    """Of one list. `said` are lines that rows say already."""

    said: set[int] = field(default_factory=set)

    def find(self, work: Work, row: Says, figures: Figures) -> StandingLine | Problem:
        """The line that is meant, which then answers for no other row; or why it can't be corrected. Another agency's number
        is none to whoever sends the list."""
        order = _called(work, row.number)
        wrong = _wrong(work, order, row)
        if order is None or wrong:
            return Problem(OrderColumn.NUMBER, wrong or "number-unknown", row.number[:40])
        free = [each for each in order.lines if each.id not in self.said]
        alike = [each for each in free if _is_alike(each, row)] or (free if len(free) == len(order.lines) == 1 else [])
        if not alike:
            return Problem(OrderColumn.NUMBER, "number-line", order.number)
        line = max(alike, key=lambda each: _likeness(each, row, figures))
        self.said.add(line.id)
        return StandingLine(order, line)


def _called(work: Work, number: str) -> Order | None:
    order = work.orders.called(number_of(number))
    if order is None or order.agency_id != work.actor.agency_id:
        return None
    try:
        return visible(work, order.id)
    except NotFound:
        return None


def _wrong(work: Work, order: Order | None, row: Says) -> str:
    if order is None:
        return "number-unknown"
    if order.state is OrderState.VOID:
        return "number-void"
    if order.customer_id != row.customer:
        return "number-customer"
    return "number-return" if order.is_return or row.quantity < 0 else ""


def _is_alike(line: Line, row: Says) -> bool:
    return line.project_id == row.project or model_key(line.mcu) == model_key(row.mcu)


def _likeness(line: Line, row: Says, figures: Figures) -> tuple[bool, ...]:
    before = figures_of(line)
    return (
        before == figures,
        line.project_id == row.project,
        same_batch(line, row),
        before.quantity == figures.quantity,
        before.price == figures.price,
    )
