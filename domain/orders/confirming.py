"""Rows of a card become orders; short names that were meant are learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.names import same_key
from domain.orders import knowing, taxes
from domain.orders.reading import How, ReadRow
from domain.orders.recording import LineToLog, LogOrder, log
from domain.orders.records import Batch, Order, WaitingOrder
from domain.orders.showing import ShownCard, as_it_stands, kept_row, waiting_card

LONGEST_ALIAS = 20


@dataclass(frozen=True, kw_only=True)
class ConfirmRows:
    """`rows` are places; all that are ready where none is named. `apart`: each an order of its own. `seen`: the card's
    revision that was shown, so that nothing is logged that nobody saw."""

    card: int
    rows: tuple[int, ...] = ()
    apart: bool = False
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class ConfirmCards:
    """All that is ready of several cards, each with its revision that was shown."""

    cards: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class ForgetAlias:
    """A short name doesn't mean that customer."""

    customer: int
    name: str


@dataclass(frozen=True, slots=True)
class Learned:
    """A short name, and the customer that it means from now on."""

    name: str
    customer: int
    meant: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    name: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`left` is the card with what isn't confirmed yet."""

    orders: tuple[Order, ...]
    left: ShownCard | None
    learned: tuple[Learned, ...] = ()


@dataclass
class NothingReady(Refusal):
    """A row has open questions, or there is none."""


def confirm(work: Work, command: ConfirmRows) -> Confirmed:
    """Raises `NotFound`, `NotAllowed`, `CardChanged`, `NothingReady`, and what `recording.log` raises."""
    catalogue = knowing.catalogue(work)
    waiting = waiting_card(work, command.card, lock=True, seen=command.seen)
    shown = as_it_stands(work, waiting, catalogue)
    places = command.rows or shown.ready
    if not places or any(not 0 <= each < len(shown.rows) or not shown.rows[each].complete for each in places):
        raise NothingReady
    orders: list[Order] = []
    for group in _together([shown.rows[each].row for each in places], apart=command.apart):
        orders += log(work, _order(work, group, waiting)).orders
    for each in places:
        taxes.learn(work, shown.rows[each].row)
    learned = _learn(work, [shown.rows[each].row for each in places], waiting.text)
    rest = [kept_row(each) for place, each in enumerate(shown.rows) if place not in places and not each.folded]
    if not rest:
        work.orders.drop(waiting.id)
        return Confirmed(tuple(orders), None, learned)
    left = work.orders.rewrite(waiting, rest, waiting.state, asked_id=waiting.asked_id)
    return Confirmed(tuple(orders), as_it_stands(work, left, catalogue), learned)


def confirm_several(work: Work, command: ConfirmCards) -> Confirmed:
    """What was ready when it was shown, in the order of writing: what one of them makes unusual in another was seen as well.
    What one of them says already isn't logged twice. Raises what `confirm` raises, `NothingReady` where none has anything."""
    orders: list[Order] = []
    learned: list[Learned] = []
    catalogue = knowing.catalogue(work)
    waiting = [waiting_card(work, card, lock=True, seen=seen) for card, seen in sorted(command.cards)]
    ready = [(each, as_it_stands(work, each, catalogue).ready) for each in waiting]
    for each, rows in ready:
        now = as_it_stands(work, each, catalogue)
        places = tuple(place for place in rows if now.rows[place].complete)
        if places:
            done = confirm(work, ConfirmRows(card=each.id, rows=places, seen=each.revision))
            orders += done.orders
            learned += done.learned
    if not orders:
        raise NothingReady
    return Confirmed(tuple(orders), None, tuple(learned))


def _together(rows: Sequence[ReadRow], *, apart: bool) -> list[list[ReadRow]]:
    """`apart`: each row is an order of its own."""
    groups: dict[object, list[ReadRow]] = {}
    for place, row in enumerate(rows):
        key: object = place if apart else row.order
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _order(work: Work, rows: Sequence[ReadRow], waiting: WaitingOrder) -> LogOrder:
    first = rows[0]
    if first.customer is None or first.day is None:
        raise NothingReady
    return LogOrder(
        customer=first.customer.id,
        day=first.day,
        lines=tuple(map(_line, rows)),
        reference=first.reference,
        written_on=waiting.written_on,
        message=waiting.message if waiting.author_id == work.actor.id else None,
    )


def _line(row: ReadRow) -> LineToLog:
    if row.project is None or row.quantity is None:
        raise NothingReady
    batches = tuple(Batch(each.code, each.quantity) for each in row.batches)
    return LineToLog(
        project=row.project.id,
        quantity=row.quantity,
        price=row.price,
        currency=row.currency,
        batches=batches,
        written=row.written or "",
    )


def _learn(work: Work, rows: Sequence[ReadRow], text: str) -> tuple[Learned, ...]:
    """A word at the front of the message that stood for a customer by ear or by a tap is a short name from now on."""
    learned = []
    for row in rows:
        if row.customer is None or row.marks.get("customer") not in (None, How.HOMOPHONE) or len(rows) != 1:
            continue
        word = text.split()[0] if text.split() else ""
        meant = row.marks.get("customer") is How.HOMOPHONE or word in row.rest
        if meant and 2 <= len(same_key(word)) <= LONGEST_ALIAS and not any(char.isdigit() for char in word):
            agency_id = work.actor.agency_id or 0
            if work.orders.learn(agency_id, row.customer.id, word, author_id=work.actor.id, at=work.now):
                learned.append(Learned(word, row.customer.id, row.customer.name))
    return tuple(learned)


def forget(work: Work, command: ForgetAlias) -> Forgotten:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    work.orders.forget(work.actor.agency_id or 0, command.customer, command.name)
    return Forgotten(command.name)
