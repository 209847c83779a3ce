"""A return that was written by message: the orders that it may be of, and the one tap that logs it (docs/orders.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.work import Work
from domain.orders import knowing
from domain.orders.changing import ReturnGoods, give_back
from domain.orders.confirming import Confirmed, NothingReady
from domain.orders.listing.returning import sold_of
from domain.orders.reading import Ask, Intent, ReadRow
from domain.orders.records import Line, Order
from domain.orders.showing import as_it_stands, kept_row, waiting_card


@dataclass(frozen=True, kw_only=True)
class TakeReturn:
    """The row of a card is a return of that line of an order."""

    card: int
    row: int
    line: int
    seen: int | None = None


def of_row(work: Work, row: ReadRow) -> Sequence[tuple[Order, Line]]:
    """Lines of which so many could still come back on that day, the newest first; those of the price that was told before
    others. Of a batch that was told, those alone that have it, where any has."""
    if row.customer is None or row.quantity is None:
        return ()
    projects = [row.project] if row.project is not None else row.customer.projects
    found = [
        (order, line)
        for project in projects
        for order, line, left in sold_of(work, row.customer.id, project.id, row.day)
        if left >= row.quantity
    ]
    told = {each.code.casefold() for each in row.batches}
    having = [each for each in found if told & {batch.code.casefold() for batch in each[1].batches}]
    return sorted(
        having or found,
        key=lambda each: (row.price not in (None, each[1].price), -each[0].day.toordinal(), -each[0].id),
    )


def take_back(work: Work, command: TakeReturn) -> Confirmed:
    """Raises `NotFound`, `NotAllowed`, `CardChanged`, `NothingReady`, and what `changing.give_back` raises."""
    catalogue = knowing.catalogue(work)
    waiting = waiting_card(work, command.card, lock=True, seen=command.seen)
    shown = as_it_stands(work, waiting, catalogue)
    if not 0 <= command.row < len(shown.rows):
        raise NotFound("order_row")
    row = shown.rows[command.row].row
    if row.intent is not Intent.RETURN or row.quantity is None or row.day is None or Ask.DATE in row.asks:
        raise NothingReady
    if all(line.id != command.line for _, line in of_row(work, row)):
        raise NotFound("order")
    back = ReturnGoods(line=command.line, quantity=row.quantity, day=row.day, reference=row.reference)
    made = give_back(work, back)
    rest = [kept_row(each) for place, each in enumerate(shown.rows) if place != command.row and not each.folded]
    if not rest:
        work.orders.drop(waiting.id)
        return Confirmed((made,), None)
    left = work.orders.rewrite(waiting, rest, waiting.state, asked_id=waiting.asked_id)
    return Confirmed((made,), as_it_stands(work, left, catalogue))
