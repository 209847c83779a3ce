"""A card of orders as it stands now, within reach of who logs orders (docs/orders.md).

A card is the agency's: whoever of it logs orders goes on with it. Nothing of it counts before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from domain.base.errors import NotFound, Refusal
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.orders import answering, cards, folding, keeping, knowing, logged, months, prices, taxes, tenure, years
from domain.orders.logged import LoggedRow, Slip
from domain.orders.rates import month_of
from domain.orders.reading import Ask, Catalogue, Intent, Option, ReadRow
from domain.orders.records import YUAN, WaitingOrder, WaitState
from domain.orders.tenure import Tenure

USUAL = Slip()


@dataclass
class CardChanged(Refusal):
    """Somebody changed the card after it was shown to whoever acts on it."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a card as it stands now. `known` is the order that says the same: it is folded, and not confirmed again
    unless somebody insists."""

    row: ReadRow
    known: LoggedRow | None = None
    slip: Slip = USUAL
    insisted: bool = False
    late: bool = False
    """Its month was closed when it was written: 补录, which the owner confirms."""
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    """Yuan by currency in the month of its day, where it is in another one."""
    keeps: date | None = None
    """Until when the customer is protected once it is confirmed, where that is longer than now."""
    outside: Tenure | None = None
    """When the agency had the customer, where it hadn't on the row's day: nothing can be logged on that."""
    wrong: Refusal | None = None
    """Why its figures could not be logged."""

    @property
    def folded(self) -> bool:
        return self.known is not None and not self.insisted

    @property
    def complete(self) -> bool:
        """Nothing is asked any more; a figure far from the habit still needs its own tap."""
        asked = self.row.asks or self.outside is not None or self.wrong is not None
        return not self.folded and not asked and self.row.intent is Intent.ORDER


@dataclass(frozen=True, slots=True)
class ShownCard:
    """`author` wrote it; it isn't there (any more) where it has no rows."""

    waiting: WaitingOrder
    rows: tuple[ShownRow, ...]
    author: str = ""

    @property
    def ready(self) -> tuple[int, ...]:
        """The places of rows that one tap confirms."""
        return tuple(place for place, each in enumerate(self.rows) if each.complete and not each.slip)


def card(work: Work, card_id: int) -> ShownCard:
    """As it stands now: what it waited for may have come meanwhile. Raises `NotFound`, `NotAllowed`."""
    return as_it_stands(work, waiting_card(work, card_id), knowing.catalogue(work))


def several(work: Work, cards_: Sequence[int]) -> Sequence[ShownCard]:
    """Raises `NotFound`, `NotAllowed`."""
    catalogue = knowing.catalogue(work)
    return [as_it_stands(work, waiting_card(work, each), catalogue) for each in cards_]


QUICKLY = timedelta(seconds=15)
BESIDE = 8


def beside(work: Work, card: ShownCard) -> Sequence[ShownCard]:
    """Earlier cards of the same author, written so quickly one after the other that he may not have seen them, and
    as they were written."""
    waiting = card.waiting
    mine = work.orders.waiting_of(waiting.agency_id, author_id=waiting.author_id)
    found = [
        each.id
        for each in mine
        if each.state is WaitState.CARD
        and each.revision == 1
        and each.id < waiting.id
        and waiting.at - each.at <= QUICKLY
    ]
    return several(work, found[-BESIDE:]) if found and waiting.state is WaitState.CARD else ()


def open_cards(work: Work) -> Sequence[WaitingOrder]:
    """The agency's, oldest first; a salesperson's own alone. Where all is logged already nobody has anything to do."""
    mine = reach(work.actor, Action.LOG_ORDERS)
    return unsettled(work, work.orders.waiting_of(work.actor.agency_id or 0, author_id=mine.account_id))


def unsettled(work: Work, waiting: Sequence[WaitingOrder]) -> Sequence[WaitingOrder]:
    """Without those that only say what is logged already."""
    perhaps = [each for each in waiting if each.state is WaitState.CARD and not any(row["asks"] for row in each.rows)]
    if not perhaps:
        return waiting
    catalogue = knowing.catalogue(work)
    known = {each.id for each in perhaps if all(row.folded for row in as_it_stands(work, each, catalogue).rows)}
    return [each for each in waiting if each.id not in known]


def waiting_card(work: Work, card_id: int, *, lock: bool = False, seen: int | None = None) -> WaitingOrder:
    """`seen` is the revision that whoever acts on it saw. Raises `NotFound`, `NotAllowed`, `CardChanged`."""
    found = work.orders.waiting(card_id, lock=lock)
    mine = reach(work.actor, Action.LOG_ORDERS)
    if found.agency_id != work.actor.agency_id or mine.account_id not in (None, found.author_id):
        raise NotFound("order_card")
    if seen is not None and seen != found.revision:
        raise CardChanged
    return found


def as_it_stands(work: Work, waiting: WaitingOrder, catalogue: Catalogue) -> ShownCard:
    rows = []
    tenures: dict[int, Tenure | None] = {}
    drafts = _drafts(work, waiting, catalogue)

    def called(account_id: int) -> str:
        return work.people.account(account_id).name

    for value in waiting.rows:
        row = cards.from_json(value, catalogue)
        if Ask.NO_PROJECT in row.asks:
            row = answering.fill_project(row)
        row = prices.by_policy(work, taxes.by_habit(work, row))
        outside = _outside(work, row, tenures)
        if outside is None:
            had = tenures.get(row.customer.id) if row.customer is not None else None
            row = years.asked(work, row, waiting.written_on, had)
        insisted = bool(value.get("insisted"))
        slip = USUAL if insisted or row.intent is Intent.RETURN else logged.slip(work, row)
        late = row.day is not None and months.is_closed(row.day, waiting.written_on, work.policy.orders.month_closes_on)
        rows.append(
            ShownRow(
                row,
                folding.known(work, row) or logged.drafted(row, drafts, called, work.actor.id),
                slip,
                insisted,
                late=late and outside is None,
                rates=_rates(work, row),
                keeps=_keeps(work, row) if outside is None else None,
                outside=outside,
                wrong=prices.outside(work, row),
            )
        )
    return ShownCard(waiting, tuple(rows), work.people.account(waiting.author_id).name)


def _drafts(work: Work, waiting: WaitingOrder, catalogue: Catalogue) -> list[tuple[WaitingOrder, ReadRow]]:
    """Rows of the agency's older drafts that wait for a project: the same may be written again."""
    return [
        (each, cards.from_json(value, catalogue))
        for each in work.orders.waiting_of(waiting.agency_id)
        if each.state is WaitState.PROJECT and each.id < waiting.id and each.message != (waiting.message or -1)
        for value in each.rows
    ]


def _rates(work: Work, row: ReadRow) -> Mapping[str, Decimal]:
    if row.currency == YUAN or row.day is None:
        return {}
    month = month_of(row.day)
    return work.rates.of([month]).get(month, {})


def _outside(work: Work, row: ReadRow, tenures: dict[int, Tenure | None]) -> Tenure | None:
    """`tenures` are those of the card's customers, each looked up once."""
    if row.customer is None or row.day is None:
        return None
    if row.customer.id not in tenures:
        customer = work.customers.get(row.customer.id)
        tenures[row.customer.id] = tenure.of(work, customer, work.actor.agency_id or 0)
    had = tenures[row.customer.id]
    return had if had is not None and not had.since <= row.day <= had.until else None


def _keeps(work: Work, row: ReadRow) -> date | None:
    if row.customer is None or row.day is None or row.asks:
        return None
    return keeping.would_keep(work, row.customer.id, row.day)


def offered(work: Work, row: ReadRow, ask: Ask) -> tuple[Option, ...]:
    """The whole readings that one tap takes, the likeliest first."""
    rules = work.policy.orders
    found = answering.options(row, ask, tax_percent=rules.tax_percent, currencies=rules.currencies)
    return tuple(each for each in found if not _is_lost(each))


def _is_lost(option: Option) -> bool:
    """A customer or project that isn't the writer's to log for any more."""
    return any(name in option.values and option.values[name] is None for name in ("customer", "project"))


def kept_row(shown: ShownRow) -> dict[str, object]:
    return cards.to_json(shown.row) | ({"insisted": True} if shown.insisted else {})
