"""A message that calls off an order that stands: 作废…, …客户取消了, 那单取消. Which one is meant; it is voided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.orders import knowing
from domain.orders.logged import same_batches
from domain.orders.reading import Catalogue, How, ReadRow, intents, parties, read
from domain.orders.reading.text import LineText as Text
from domain.orders.records import Line, Order, Wanted

LATELY = 50
MOST = 3


def meant(work: Work, text: str, written_on: date) -> Sequence[Order]:
    """The newest of the customer's that say what is told of it, or his newest where none does. Raises `NotAllowed`."""
    rest = intents.without_calling_off(text)
    if rest is None:
        return ()
    catalogue = knowing.catalogue(work)
    row = next(iter(read(rest, catalogue, written_on, knowing.bounds(work.policy), doubtful=True).rows), ReadRow())
    customer = row.customer.id if row.customer is not None else _named(rest, catalogue)
    if customer is None:
        return ()
    newest = work.orders.newest(reach(work.actor, Action.LOG_ORDERS), Wanted(customer_id=customer, limit=LATELY))
    sold = [each for each in newest if not each.is_return]
    return ([each for each in sold if _fits(row, each)] or sold)[:MOST]


def _named(text: str, catalogue: Catalogue) -> int | None:
    line = Text(text)
    customer = parties.decide(line, parties.mentions(line, catalogue), catalogue, None).customer
    return None if customer is None else customer.id


def _fits(row: ReadRow, order: Order) -> bool:
    day_told = row.marks.get("day") is not How.TODAY and row.day is not None
    return (not day_told or order.day == row.day) and any(_says(row, each) for each in order.lines)


def _says(row: ReadRow, line: Line) -> bool:
    project = row.project.id if row.project is not None else None
    told = ((project, line.project_id), (row.quantity, line.quantity), (row.price, line.price))
    return all(one is None or one == other for one, other in told) and same_batches(row.batches, line.batches)
