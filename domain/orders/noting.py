"""Orders by message: understood, and kept as a card (docs/orders-by-message.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.orders import answering, cards, knowing, logged
from domain.orders.reading import Ask, Catalogue, How, Intent, KnownCustomer, ReadMessage, ReadRow, read
from domain.orders.reading.catalogue import Names
from domain.orders.reading.text import LineText
from domain.orders.records import WaitingOrder, WaitState
from domain.orders.showing import ShownCard, as_it_stands

_APART = re.compile(r"[\s,，;；]+")
LONGEST_NAME = 30


@dataclass(frozen=True, kw_only=True)
class NoteOrders:
    """`written_on` is the day on which the message was written, in the vendor's zone: what 昨天 counts from. `message` is its
    number in the author's chat, by which it is found when it is edited. `doubtful`: somebody chose to take it for orders."""

    text: str
    written_on: date
    message: int | None = None
    doubtful: bool = False


def understand(work: Work, text: str, written_on: date, *, doubtful: bool = False) -> ReadMessage:
    """Without keeping anything: for the order of readers. Raises `NotAllowed`."""
    return read(text, knowing.catalogue(work), written_on, knowing.bounds(work.policy), doubtful=doubtful)


def for_nobody_known(work: Work, text: str) -> str | None:
    """Whom an order would be for, if he were known: its first word, where the rest has pieces and a price."""
    name = _APART.split(text.strip(), maxsplit=1)[0]
    if not 2 <= len(name) <= LONGEST_NAME or any(map(str.isdigit, name)):
        return None
    rows = read(text, Catalogue([KnownCustomer(name)]), work.today, knowing.bounds(work.policy)).rows
    return name if any(each.quantity and (each.price or each.total) for each in rows) else None


def named_in(work: Work, text: str) -> Sequence[int]:
    """The customers of those that the actor may log for whom a text names, as they are written; who is only heard in it is none."""
    known = knowing.catalogue(work)
    line = LineText(text)
    found = [each for each in known.mentions(line) if each.names is Names.CUSTOMER and each.how in (None, How.SHORT)]
    return list(
        dict.fromkeys(
            known.customers[place].id for each in found if len(each.customers) == 1 for place in each.customers
        )
    )


def written_on(work: Work, at: datetime | None) -> date:
    """The day of a message in the vendor's zone; no clock makes it a later one than today."""
    return work.today if at is None else min(work.today, work.calendar.day_of(at))


def note(work: Work, command: NoteOrders) -> ShownCard | None:
    """The card of what was understood; None where there is no order in it. The same text twice on a day is one card.
    Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    catalogue = knowing.catalogue(work)
    rows = rows_of(work, command.text, command.written_on, catalogue, doubtful=command.doubtful)
    if not rows:
        return None
    agency_id = work.actor.agency_id or 0
    for each in work.orders.waiting_of(agency_id, author_id=work.actor.id):
        if each.text == command.text and each.written_on == command.written_on:
            return as_it_stands(work, each, catalogue)
    waiting = work.orders.wait(
        state=WaitState.CARD,
        agency_id=agency_id,
        author_id=work.actor.id,
        customer_id=None,
        text=command.text,
        rows=[cards.to_json(each) for each in rows],
        at=work.now,
        written_on=command.written_on,
        message=command.message,
    )
    return as_it_stands(work, waiting, catalogue)


def rows_of(work: Work, text: str, day: date, catalogue: Catalogue, *, doubtful: bool) -> list[ReadRow]:
    """What a message says, nothing of it kept."""
    found = read(text, catalogue, day, knowing.bounds(work.policy), doubtful=doubtful)
    rows = [_repeated(work, each, catalogue) for each in found.rows if each.intent is not Intent.NONE_TODAY]
    if rows and found.rest:  # whole lines that say nothing of an order stand under the last one
        rows[-1] = replace(rows[-1], rest=(*rows[-1].rest, *found.rest))
    return rows


def of_message(work: Work, message: int | None) -> Sequence[WaitingOrder]:
    """The actor's cards and drafts that a message of his chat became, as long as they aren't confirmed: cards first."""
    mine = work.orders.waiting_of(work.actor.agency_id or 0, author_id=work.actor.id) if message is not None else ()
    return sorted((each for each in mine if each.message == message), key=lambda each: each.state is not WaitState.CARD)


def written_as(work: Work, message: int) -> WaitingOrder | None:
    return next(iter(of_message(work, message)), None)


def _repeated(work: Work, row: ReadRow, catalogue: Catalogue) -> ReadRow:
    """再来一单: what the last order says, with what is said otherwise now."""
    if row.intent is not Intent.AGAIN or row.customer is None:
        return row
    order = logged.last(work, row.customer.id, row.project.id if row.project is not None else None)
    if order is None:
        alone = answering.fill_project(replace(row, intent=Intent.ORDER))
        return replace(alone, asks=_missing(row), marks={**alone.marks, "other": How.NONE_BEFORE})
    line = order.lines[0]
    said_quantity = row.quantity is not None or Ask.QUANTITY in row.asks
    said_price = row.price is not None or Ask.PRICE in row.asks
    taken = [*([] if said_quantity else ["quantity"]), *([] if said_price else ["price"]), "project"]
    project = next((each for each in row.customer.projects if each.id == line.project_id), None)
    again = replace(
        row,
        intent=Intent.ORDER,
        project=project,
        mcu=line.mcu,
        written=line.written,
        quantity=row.quantity if said_quantity else line.quantity,
        price=row.price if said_price else line.price,
        currency=row.currency if row.price is not None else line.currency,
        marks={**row.marks, **dict.fromkeys(taken, How.AGAIN)},
    )
    return again if project is not None else answering.fill_project(again)


def _missing(row: ReadRow) -> tuple[Ask, ...]:
    wanted = (Ask.QUANTITY, row.quantity), (Ask.PRICE, row.price)
    return tuple(dict.fromkeys([*row.asks, *(ask for ask, value in wanted if value is None)]))
