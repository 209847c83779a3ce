"""Orders by message: understood, shown as a card, answered, corrected, confirmed (domain.md, section 10).

A card is the agency's: whoever of it logs orders goes on with it. Nothing of it counts before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.names import same_key
from domain.orders import answering, cards, knowing, logged
from domain.orders.logged import Known, Slip
from domain.orders.reading import Ask, Catalogue, How, Intent, Reading, Row, read
from domain.orders.reading.amend import amend
from domain.orders.recording import LineToLog, LogOrder, log
from domain.orders.records import Batch, Order, Waiting, WaitState
from domain.rights import Action, demand, reach
from domain.work import Work

LONGEST_ALIAS = 20
USUAL = Slip()


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of a card as it stands now. `known` is the order that says the same: it is folded, and not confirmed again
    unless somebody insists."""

    row: Row
    known: Known | None = None
    slip: Slip = USUAL
    insisted: bool = False

    @property
    def folded(self) -> bool:
        return self.known is not None and not self.insisted

    @property
    def complete(self) -> bool:
        """Nothing is asked any more; a figure far from the habit still needs its own tap."""
        return not self.folded and not self.row.asks and self.row.intent is Intent.ORDER


@dataclass(frozen=True, slots=True)
class Card:
    waiting: Waiting
    rows: tuple[Shown, ...]

    @property
    def ready(self) -> tuple[int, ...]:
        """The places of rows that one tap confirms."""
        return tuple(place for place, each in enumerate(self.rows) if each.complete and not each.slip)


@dataclass(frozen=True, kw_only=True)
class NoteOrders:
    """`written_on` is the day on which the message was written, in the vendor's zone: what 昨天 counts from."""

    text: str
    written_on: date


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One of the offered values, by its place among `answering.options`."""

    card: int
    row: int
    ask: str
    option: int


@dataclass(frozen=True, kw_only=True)
class AmendCard:
    card: int
    text: str


@dataclass(frozen=True, kw_only=True)
class DropRow:
    card: int
    row: int


@dataclass(frozen=True, kw_only=True)
class InsistOnRow:
    """It is another order, though one says the same; or the figure is right, though far from the habit."""

    card: int
    row: int


@dataclass(frozen=True, kw_only=True)
class ConfirmRows:
    """`rows` are places; all that are ready where none is named. `apart`: each an order of its own."""

    card: int
    rows: tuple[int, ...] = ()
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class DropCard:
    card: int


@dataclass(frozen=True, kw_only=True)
class AskForProject:
    """The salesperson is asked to add the project; the row waits for it."""

    card: int
    row: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`left` is the card with what isn't confirmed yet; `learned` are short names with the customers they mean from now on."""

    orders: tuple[Order, ...]
    left: Card | None
    learned: tuple[tuple[str, str], ...] = ()


@dataclass
class NothingReady(Refusal):
    """A row has open questions, or there is none."""


@dataclass
class NoSalesperson(Refusal):
    """Nobody could add the project."""


@dataclass(frozen=True, kw_only=True)
class ProjectWanted(Event, subject="customer"):
    """An order waits for a project of this customer."""

    customer: int
    card: int
    salesperson: int


def understand(work: Work, text: str, written_on: date) -> Reading:
    """Without keeping anything: for the order of readers. Raises `NotAllowed`."""
    return read(text, knowing.catalogue(work), written_on, knowing.bounds(work.policy))


def note(work: Work, command: NoteOrders) -> Card | None:
    """The card of what was understood; None where there is no order in it. The same text twice on a day is one card.
    Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    catalogue = knowing.catalogue(work)
    found = read(command.text, catalogue, command.written_on, knowing.bounds(work.policy))
    rows = [_repeated(work, each, catalogue) for each in found.rows if each.intent is not Intent.NONE_TODAY]
    if not rows:
        return None
    agency_id = work.actor.agency_id or 0
    for each in work.orders.waiting_of(agency_id, author_id=work.actor.id):
        if each.text == command.text and each.written_on == command.written_on:
            return _card(work, each, catalogue)
    waiting = work.orders.wait(
        state=WaitState.CARD,
        agency_id=agency_id,
        author_id=work.actor.id,
        customer_id=None,
        text=command.text,
        rows=[cards.to_json(each) for each in rows],
        at=work.now,
        written_on=command.written_on,
    )
    return _card(work, waiting, catalogue)


def _repeated(work: Work, row: Row, catalogue: Catalogue) -> Row:
    """再来一单: what the last order says, with what is said otherwise now."""
    if row.intent is not Intent.AGAIN or row.customer is None:
        return row
    order = logged.last(work, row.customer.id, row.project.id if row.project is not None else None)
    if order is None:
        return replace(
            answering.settle_project(replace(row, intent=Intent.ORDER)), asks=(*row.asks, Ask.QUANTITY, Ask.PRICE)
        )
    line = order.lines[0]
    project = next((each for each in row.customer.projects if each.id == line.project_id), None)
    again = replace(
        row,
        intent=Intent.ORDER,
        project=project,
        mcu=line.mcu,
        written=line.written,
        quantity=row.quantity or line.quantity,
        price=row.price if row.price is not None else line.price,
        currency=line.currency,
        asks=tuple(each for each in row.asks if each is Ask.CUSTOMER),
        marks={**row.marks, "quantity": How.AGAIN, "price": How.AGAIN, "project": How.AGAIN},
    )
    return again if project is not None else answering.settle_project(again)


def card(work: Work, card_id: int) -> Card:
    """As it stands now: what it waited for may have come meanwhile. Raises `NotFound`, `NotAllowed`."""
    return _card(work, _waiting(work, card_id), knowing.catalogue(work))


def open_cards(work: Work) -> Sequence[Waiting]:
    """The agency's, oldest first; a salesperson's own alone."""
    mine = reach(work.actor, Action.LOG_ORDERS)
    return work.orders.waiting_of(work.actor.agency_id or 0, author_id=mine.account_id)


def _waiting(work: Work, card_id: int, *, lock: bool = False) -> Waiting:
    found = work.orders.waiting(card_id, lock=lock)
    mine = reach(work.actor, Action.LOG_ORDERS)
    if found.agency_id != work.actor.agency_id or mine.account_id not in (None, found.author_id):
        raise NotFound("order_card")
    return found


def _card(work: Work, waiting: Waiting, catalogue: Catalogue) -> Card:
    rows = []
    for value in waiting.rows:
        row = cards.from_json(value, catalogue)
        if Ask.NO_PROJECT in row.asks:
            row = answering.settle_project(row)
        insisted = bool(value.get("insisted"))
        slip = USUAL if insisted else logged.slip(work, row)
        rows.append(Shown(row, logged.known(work, row), slip, insisted))
    return Card(waiting, tuple(rows))


def _rewritten(work: Work, card_id: int, change: Callable[[list[dict[str, object]], Catalogue], None]) -> Card:
    """The card after a change of its rows; with no row left it is gone, and shown empty."""
    catalogue = knowing.catalogue(work)
    waiting = _waiting(work, card_id, lock=True)
    before = _card(work, waiting, catalogue)
    rows: list[dict[str, object]] = [
        cards.to_json(each.row) | ({"insisted": True} if each.insisted else {}) for each in before.rows
    ]
    change(rows, catalogue)
    if not rows:
        work.orders.drop(waiting.id)
        return Card(waiting, ())
    return _card(work, work.orders.rewrite(waiting, rows, waiting.state, asked_id=waiting.asked_id), catalogue)


def _at(rows: Sequence[dict[str, object]], place: int) -> dict[str, object]:
    if not 0 <= place < len(rows):
        raise NotFound("order_row")
    return rows[place]


def answer(work: Work, command: AnswerRow) -> Card:
    """Raises `NotFound` for a row or an option that isn't there any more, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        ask = next((each for each in row.asks if each.value == command.ask), None)
        if ask is None:
            raise NotFound("order_question")
        rules = work.policy.orders
        offered = answering.options(row, ask, tax_percent=rules.tax_percent, currencies=rules.currencies)
        if not 0 <= command.option < len(offered):
            raise NotFound("order_question")
        rows[command.row] = cards.to_json(answering.take(row, ask, offered[command.option]))

    return _rewritten(work, command.card, change)


def correct(work: Work, command: AmendCard) -> tuple[Card, bool]:
    """A message that answers the card; whether it was understood. Raises `NotFound`, `NotAllowed`."""
    understood = False

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        nonlocal understood
        before = [cards.from_json(each, catalogue) for each in rows]
        after = amend(command.text, before, catalogue, work.today, knowing.bounds(work.policy))
        understood = after.understood
        for place in after.changed:
            rows[place] = cards.to_json(after.rows[place])
        for place in sorted(after.removed, reverse=True):
            del rows[place]

    return _rewritten(work, command.card, change), understood


def drop_row(work: Work, command: DropRow) -> Card:
    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        _at(rows, command.row)
        del rows[command.row]

    return _rewritten(work, command.card, change)


def insist(work: Work, command: InsistOnRow) -> Card:
    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        _at(rows, command.row)["insisted"] = True

    return _rewritten(work, command.card, change)


def drop(work: Work, command: DropCard) -> None:
    """Raises `NotFound`, `NotAllowed`."""
    work.orders.drop(_waiting(work, command.card, lock=True).id)


def confirm(work: Work, command: ConfirmRows) -> Confirmed:
    """Raises `NotFound`, `NotAllowed`, `NothingReady`, and what `recording.log` raises."""
    catalogue = knowing.catalogue(work)
    waiting = _waiting(work, command.card, lock=True)
    shown = _card(work, waiting, catalogue)
    places = command.rows or shown.ready
    if not places or any(not 0 <= each < len(shown.rows) or not shown.rows[each].complete for each in places):
        raise NothingReady
    orders: list[Order] = []
    for group in _together([shown.rows[each].row for each in places], apart=command.apart):
        orders += log(work, _order(group, waiting.written_on)).orders
    learned = _learn(work, [shown.rows[each].row for each in places], waiting.text)
    rest = [
        cards.to_json(each.row) | ({"insisted": True} if each.insisted else {})
        for place, each in enumerate(shown.rows)
        if place not in places and not each.folded
    ]
    if not rest:
        work.orders.drop(waiting.id)
        return Confirmed(tuple(orders), None, learned)
    left = work.orders.rewrite(waiting, rest, waiting.state, asked_id=waiting.asked_id)
    return Confirmed(tuple(orders), _card(work, left, catalogue), learned)


def _together(rows: Sequence[Row], *, apart: bool) -> list[list[Row]]:
    """Rows of one customer and day are one order; different contract numbers separate orders."""
    groups: dict[object, list[Row]] = {}
    for place, row in enumerate(rows):
        key: object = place if apart else (row.customer, row.day, row.reference)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _order(rows: Sequence[Row], written_on: date) -> LogOrder:
    first = rows[0]
    if first.customer is None or first.day is None:
        raise NothingReady
    return LogOrder(
        customer=first.customer.id,
        day=first.day,
        lines=tuple(map(_line, rows)),
        reference=first.reference,
        written_on=written_on,
    )


def _line(row: Row) -> LineToLog:
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


def _learn(work: Work, rows: Sequence[Row], text: str) -> tuple[tuple[str, str], ...]:
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
                learned.append((word, row.customer.name))
    return tuple(learned)


def ask_for_project(work: Work, command: AskForProject) -> Waiting:
    """The row becomes a draft of its own, with what was written; the customer's salesperson is told. Raises `NotFound`,
    `NotAllowed`, `NoSalesperson`."""
    catalogue = knowing.catalogue(work)
    waiting = _waiting(work, command.card, lock=True)
    shown = _card(work, waiting, catalogue)
    if not 0 <= command.row < len(shown.rows):
        raise NotFound("order_row")
    row = shown.rows[command.row].row
    customer = work.customers.get(row.customer.id) if row.customer is not None else None
    if customer is None or customer.contact_id is None or customer.agency_id != work.actor.agency_id:
        raise NoSalesperson
    rest = [cards.to_json(each.row) for place, each in enumerate(shown.rows) if place != command.row]
    kept = work.orders.wait(
        state=WaitState.PROJECT,
        agency_id=waiting.agency_id,
        author_id=waiting.author_id,
        customer_id=customer.id,
        text=waiting.text,
        rows=[cards.to_json(row)],
        at=work.now,
        written_on=waiting.written_on,
        asked_id=customer.contact_id,
    )
    if rest:
        work.orders.rewrite(waiting, rest, waiting.state, asked_id=waiting.asked_id)
    else:
        work.orders.drop(waiting.id)
    work.events.record(ProjectWanted(customer=customer.id, card=kept.id, salesperson=customer.contact_id))
    return kept
