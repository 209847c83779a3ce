"""Orders by message: understood, shown as a card, answered, corrected, confirmed (domain.md, section 10).

A card is the agency's: whoever of it logs orders goes on with it. Nothing of it counts before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.names import same_key
from domain.orders import answering, cards, keeping, knowing, logged, months, taxes, tenure
from domain.orders.logged import Known, Slip
from domain.orders.rates import month_of
from domain.orders.reading import Ask, Bounds, Catalogue, How, Intent, Option, Reading, Row, read
from domain.orders.reading.amend import amend
from domain.orders.recording import LineToLog, LogOrder, log
from domain.orders.records import YUAN, Batch, Order, Waiting, WaitState
from domain.orders.scope import for_logging
from domain.orders.tenure import Tenure
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
    late: bool = False
    """Its month was closed when it was written: 补录, which the owner confirms."""
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    """Yuan by currency in the month of its day, where it is in another one."""
    keeps: date | None = None
    """Until when the customer is protected once it is confirmed, where that is longer than now."""
    outside: Tenure | None = None
    """When the agency had the customer, where it hadn't on the row's day: nothing can be logged on that."""

    @property
    def folded(self) -> bool:
        return self.known is not None and not self.insisted

    @property
    def complete(self) -> bool:
        """Nothing is asked any more; a figure far from the habit still needs its own tap."""
        asked = self.row.asks or self.outside is not None
        return not self.folded and not asked and self.row.intent is Intent.ORDER


@dataclass(frozen=True, slots=True)
class Card:
    """`author` wrote it; it isn't there (any more) where it has no rows."""

    waiting: Waiting
    rows: tuple[Shown, ...]
    author: str = ""

    @property
    def ready(self) -> tuple[int, ...]:
        """The places of rows that one tap confirms."""
        return tuple(place for place, each in enumerate(self.rows) if each.complete and not each.slip)


@dataclass(frozen=True, kw_only=True)
class NoteOrders:
    """`written_on` is the day on which the message was written, in the vendor's zone: what 昨天 counts from. `message` is its
    number in the author's chat, by which it is found when it is edited. `doubtful`: somebody chose to take it for orders."""

    text: str
    written_on: date
    message: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadAnew:
    """The message was edited: what it says now counts, and nothing of what was answered before."""

    card: int
    text: str


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One of the offered values, by its place among `answering.options`."""

    card: int
    row: int
    ask: str
    option: int


@dataclass(frozen=True, kw_only=True)
class ChooseProject:
    """Another of the customer's projects, though none was asked for."""

    card: int
    row: int
    project: int


@dataclass(frozen=True, kw_only=True)
class TurnTax:
    """What was written without tax is meant the other way round than it stands there."""

    card: int
    row: int


@dataclass(frozen=True, kw_only=True)
class AmendCard:
    """`row` is the one that is meant, where it was tapped; `written_on` the day on which it was written."""

    card: int
    text: str
    row: int | None = None
    written_on: date | None = None


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


@dataclass(frozen=True, kw_only=True)
class WantProject:
    """The same from the form, which has no card: `text` is what the order says besides, as it was written."""

    customer: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`left` is the card with what isn't confirmed yet."""

    orders: tuple[Order, ...]
    left: Card | None
    learned: tuple[Learned, ...] = ()


@dataclass
class NothingReady(Refusal):
    """A row has open questions, or there is none."""


@dataclass
class NoSalesperson(Refusal):
    """Nobody could add the project."""


@dataclass(frozen=True, kw_only=True)
class ProjectWanted(Event, subject="customer"):
    """An order waits for a project of this customer; what was written of it is on the card."""

    customer: int
    card: int
    salesperson: int


def understand(work: Work, text: str, written_on: date, *, doubtful: bool = False) -> Reading:
    """Without keeping anything: for the order of readers. Raises `NotAllowed`."""
    return read(text, knowing.catalogue(work), written_on, knowing.bounds(work.policy), doubtful=doubtful)


def written_on(work: Work, at: datetime | None) -> date:
    """The day of a message in the vendor's zone; no clock makes it a later one than today."""
    return work.today if at is None else min(work.today, work.calendar.day_of(at))


def note(work: Work, command: NoteOrders) -> Card | None:
    """The card of what was understood; None where there is no order in it. The same text twice on a day is one card.
    Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    catalogue = knowing.catalogue(work)
    rows = _read(work, command.text, command.written_on, catalogue, doubtful=command.doubtful)
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
        message=command.message,
    )
    return _card(work, waiting, catalogue)


def _read(work: Work, text: str, day: date, catalogue: Catalogue, *, doubtful: bool) -> list[Row]:
    found = read(text, catalogue, day, knowing.bounds(work.policy), doubtful=doubtful)
    return [_repeated(work, each, catalogue) for each in found.rows if each.intent is not Intent.NONE_TODAY]


def read_anew(work: Work, command: ReadAnew) -> Card | None:
    """None where it is no order any more: then the card stays as it is. Raises `NotFound`, `NotAllowed`."""
    catalogue = knowing.catalogue(work)
    waiting = _waiting(work, command.card, lock=True)
    rows = _read(work, command.text, waiting.written_on, catalogue, doubtful=False)
    if not rows or waiting.author_id != work.actor.id:
        return None
    now = [cards.to_json(each) for each in rows]
    return _card(work, work.orders.rewrite(waiting, now, WaitState.CARD, text=command.text), catalogue)


def written_as(work: Work, message: int) -> Waiting | None:
    """The actor's card that a message of his chat became, as long as it isn't confirmed."""
    mine = work.orders.waiting_of(work.actor.agency_id or 0, author_id=work.actor.id)
    return next((each for each in mine if each.message == message), None)


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
    tenures: dict[int, Tenure | None] = {}
    for value in waiting.rows:
        row = cards.from_json(value, catalogue)
        if Ask.NO_PROJECT in row.asks:
            row = answering.settle_project(row)
        row = taxes.by_habit(work, row)
        insisted = bool(value.get("insisted"))
        slip = USUAL if insisted else logged.slip(work, row)
        late = row.day is not None and months.is_closed(row.day, waiting.written_on, work.policy.orders.month_closes_on)
        outside = _outside(work, row, tenures)
        rows.append(
            Shown(
                row,
                logged.known(work, row),
                slip,
                insisted,
                late=late and outside is None,
                rates=_rates(work, row),
                keeps=_keeps(work, row) if outside is None else None,
                outside=outside,
            )
        )
    return Card(waiting, tuple(rows), work.people.account(waiting.author_id).name)


def _rates(work: Work, row: Row) -> Mapping[str, Decimal]:
    if row.currency == YUAN or row.day is None:
        return {}
    month = month_of(row.day)
    return work.rates.of([month]).get(month, {})


def _outside(work: Work, row: Row, tenures: dict[int, Tenure | None]) -> Tenure | None:
    """`tenures` are those of the card's customers, each looked up once."""
    if row.customer is None or row.day is None:
        return None
    if row.customer.id not in tenures:
        customer = work.customers.get(row.customer.id)
        tenures[row.customer.id] = tenure.of(work, customer, work.actor.agency_id or 0)
    had = tenures[row.customer.id]
    return had if had is not None and not had.since <= row.day <= had.until else None


def _keeps(work: Work, row: Row) -> date | None:
    if row.customer is None or row.day is None or row.asks:
        return None
    return keeping.would_keep(work, row.customer.id, row.day)


def offered(work: Work, row: Row, ask: Ask) -> tuple[Option, ...]:
    """The whole readings that one tap takes, the likeliest first."""
    rules = work.policy.orders
    return answering.options(row, ask, tax_percent=rules.tax_percent, currencies=rules.currencies)


def _rewritten(work: Work, card_id: int, change: Callable[[list[dict[str, object]], Catalogue], None]) -> Card:
    """The card after a change of its rows; with no row left it is gone, and shown empty."""
    catalogue = knowing.catalogue(work)
    waiting = _waiting(work, card_id, lock=True)
    before = _card(work, waiting, catalogue)
    rows = [_kept(each) for each in before.rows]
    change(rows, catalogue)
    if not rows:
        work.orders.drop(waiting.id)
        return Card(waiting, ())
    return _card(work, work.orders.rewrite(waiting, rows, waiting.state, asked_id=waiting.asked_id), catalogue)


def _kept(shown: Shown) -> dict[str, object]:
    return cards.to_json(shown.row) | ({"insisted": True} if shown.insisted else {})


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
        readings = offered(work, row, ask)
        if not 0 <= command.option < len(readings):
            raise NotFound("order_question")
        rows[command.row] = cards.to_json(answering.take(row, ask, readings[command.option]))

    return _rewritten(work, command.card, change)


def choose_project(work: Work, command: ChooseProject) -> Card:
    """Raises `NotFound`, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        projects = row.customer.projects if row.customer is not None else ()
        project = next((each for each in projects if each.id == command.project), None)
        if project is None:
            raise NotFound("project")
        rows[command.row] = cards.to_json(answering.take(row, Ask.PROJECT, Option({"project": project})))

    return _rewritten(work, command.card, change)


def turn_tax(work: Work, command: TurnTax) -> Card:
    """Raises `NotFound`, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        rows[command.row] = cards.to_json(taxes.turned(work, row))

    return _rewritten(work, command.card, change)


def corrects(work: Work, command: AmendCard, *, wholly: bool = False) -> bool:
    """Whether a message says something of the card, `wholly`: and nothing else; nothing changes. Raises `NotFound`,
    `NotAllowed`."""
    catalogue = knowing.catalogue(work)
    shown = _card(work, _waiting(work, command.card), catalogue)
    meant = _open_rows(shown, command.row)
    after = amend(command.text, [shown.rows[each].row for each in meant], catalogue, _day(work, command), _bounds(work))
    return bool(meant) and after.understood and not (wholly and after.rest)


def correct(work: Work, command: AmendCard) -> tuple[Card, bool]:
    """A message that answers the card; whether it was understood. `第二个` counts as the card does, without those that are
    folded. Raises `NotFound`, `NotAllowed`."""
    shown = card(work, command.card)
    meant = _open_rows(shown, command.row)
    understood = False

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        nonlocal understood
        before = [cards.from_json(_at(rows, each), catalogue) for each in meant]
        after = amend(command.text, before, catalogue, _day(work, command), _bounds(work))
        understood = bool(meant) and after.understood
        if not understood:
            return
        for place in after.changed:
            rows[meant[place]] = cards.to_json(after.rows[place])
        for place in sorted(after.removed, reverse=True):
            del rows[meant[place]]

    return _rewritten(work, command.card, change), understood


def _open_rows(shown: Card, row: int | None) -> list[int]:
    if row is not None:
        return [row] if row < len(shown.rows) else []
    return [place for place, each in enumerate(shown.rows) if not each.folded]


def _day(work: Work, command: AmendCard) -> date:
    return command.written_on or work.today


def _bounds(work: Work) -> Bounds:
    return knowing.bounds(work.policy)


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
        orders += log(work, _order(work, group, waiting)).orders
    for each in places:
        taxes.learn(work, shown.rows[each].row)
    learned = _learn(work, [shown.rows[each].row for each in places], waiting.text)
    rest = [_kept(each) for place, each in enumerate(shown.rows) if place not in places and not each.folded]
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


def _order(work: Work, rows: Sequence[Row], waiting: Waiting) -> LogOrder:
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


def _learn(work: Work, rows: Sequence[Row], text: str) -> tuple[Learned, ...]:
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
    rest = [_kept(each) for place, each in enumerate(shown.rows) if place != command.row]
    kept = work.orders.wait(
        state=WaitState.PROJECT,
        agency_id=waiting.agency_id,
        author_id=waiting.author_id,
        customer_id=customer.id,
        text=waiting.text,
        rows=[cards.to_json(_without_project(row))],
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


def _without_project(row: Row) -> Row:
    """It waits for one that isn't there yet, whatever others the customer has."""
    about = (Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)
    return replace(
        row,
        project=None,
        mcu=None,
        asks=(Ask.NO_PROJECT, *(each for each in row.asks if each not in about)),
        options={ask: found for ask, found in row.options.items() if ask not in about},
    )


def forget(work: Work, command: ForgetAlias) -> Forgotten:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    work.orders.forget(work.actor.agency_id or 0, command.customer, command.name)
    return Forgotten(command.name)


def want_project(work: Work, command: WantProject) -> Waiting:
    """A card that waits for a project of the customer's; asked for twice in the same words it is one. Raises `NotFound`,
    `NotAllowed`, `NoSalesperson`."""
    customer, had = for_logging(work, command.customer)
    if not had.held:
        raise NoSalesperson
    agency_id = work.actor.agency_id or 0
    catalogue = knowing.catalogue(work)
    known = next((each for each in catalogue.customers if each.id == customer.id), None)
    text = f"{customer.name} {command.text}".strip()
    for each in work.orders.waiting_of(agency_id, customer_id=customer.id):
        if each.state is WaitState.PROJECT and each.text == text:
            return each
    found = read(text, catalogue, work.today, knowing.bounds(work.policy))
    row = next((each for each in found.rows if each.customer == known), Row(day=work.today))
    asks = (Ask.NO_PROJECT, *(each for each in row.asks if each not in (Ask.NO_PROJECT, Ask.PROJECT, Ask.CUSTOMER)))
    kept = work.orders.wait(
        state=WaitState.PROJECT,
        agency_id=agency_id,
        author_id=work.actor.id,
        customer_id=customer.id,
        text=text,
        rows=[cards.to_json(replace(row, customer=known, project=None, asks=asks))],
        at=work.now,
        written_on=work.today,
        asked_id=had.contact_id,
    )
    work.events.record(ProjectWanted(customer=customer.id, card=kept.id, salesperson=had.contact_id))
    return kept
