"""The message of an open card was edited: read anew, with what was answered since (docs/orders.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.work import Work
from domain.orders import cards, knowing, showing, taxes
from domain.orders.noting import of_message, rows_of
from domain.orders.reading import Catalogue, ReadRow
from domain.orders.reading.editing import differ, merge
from domain.orders.records import WaitingOrder
from domain.orders.showing import ShownCard, as_it_stands, waiting_card


@dataclass(frozen=True, kw_only=True)
class ReadAnew:
    """What the message says otherwise now counts; what was answered of the rest stays."""

    card: int
    text: str


@dataclass(frozen=True, slots=True)
class Reread:
    """The card after an edit. `overruled` are the answers that the edit undid: the place of the row, and what of it; `gone`
    rows that something was answered of aren't in the message any more. `logged` are orders that had come of rows that were
    changed now: they stay as they are."""

    card: ShownCard
    overruled: tuple[tuple[int, str], ...] = ()
    gone: int = 0
    logged: tuple[str, ...] = ()


def read_anew(work: Work, command: ReadAnew) -> Reread | None:
    """None where it is no order any more: then the card stays as it is. Rows of the message that wait for their project on
    a card of their own follow the edit, too. Raises `NotFound`, `NotAllowed`."""
    catalogue = knowing.catalogue(work)
    waiting = waiting_card(work, command.card, lock=True)
    if waiting.author_id != work.actor.id:
        return None
    before, after = _said(work, waiting, command.text, catalogue)
    if not after:
        return None
    others = [each.id for each in of_message(work, waiting.message) if each.id != waiting.id]
    several = [waiting, *(waiting_card(work, each, lock=True) for each in others)]
    shown = [(card, each) for card in several for each in as_it_stands(work, card, catalogue).rows]
    found = merge(before, after, [each.row for _, each in shown])
    rows: dict[int, list[dict[str, object]]] = {card.id: [] for card in several}
    overruled: list[tuple[int, str]] = []
    for each in found.rows:
        card, stood = shown[each.of] if each.of is not None else (waiting, None)
        if card is waiting:
            overruled += [(len(rows[card.id]), name) for name in each.overruled]
        insisted = stood is not None and stood.insisted and not differ(stood.row, each.row)
        rows[card.id].append(cards.to_json(each.row) | ({"insisted": True} if insisted else {}))
    logged: list[str] = []
    for old, new in found.away:
        numbers = _logged(work, waiting.message, old)
        logged += numbers
        rows[waiting.id] += [] if numbers else [cards.to_json(new)]
    for card in several:
        if rows[card.id]:
            work.orders.rewrite(card, rows[card.id], card.state, asked_id=card.asked_id, text=command.text)
        else:
            work.orders.drop(card.id)
    now = showing.card(work, waiting.id) if rows[waiting.id] else ShownCard(waiting, ())
    return Reread(now, tuple(overruled), len(found.gone), tuple(dict.fromkeys(logged)))


def _said(
    work: Work, waiting: WaitingOrder, text: str, catalogue: Catalogue
) -> tuple[Sequence[ReadRow], Sequence[ReadRow]]:
    """What the message said, and says now, as both are read today. What somebody took for orders though it didn't sound so
    is taken for orders still."""
    day = waiting.written_on
    before = rows_of(work, waiting.text, day, catalogue, doubtful=False)
    doubtful = not before
    before = before or rows_of(work, waiting.text, day, catalogue, doubtful=True)
    after = rows_of(work, text, day, catalogue, doubtful=doubtful)
    return [taxes.by_habit(work, each) for each in before], [taxes.by_habit(work, each) for each in after]


def _logged(work: Work, message: int | None, row: ReadRow) -> list[str]:
    """The orders that a row of the message became."""
    orders = work.orders.read_from(work.actor.id, message) if message is not None else ()
    customer, project = row.customer.id if row.customer else None, row.project.id if row.project else None
    return [
        each.number
        for each in orders
        if each.customer_id == customer and any(line.project_id == project for line in each.lines)
    ]
