"""A card of orders, answered and corrected before it is confirmed, or given up.

Of each command `seen` is the card's revision that was shown: what somebody changed meanwhile isn't acted on unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.base.errors import NotFound
from domain.base.work import Work
from domain.orders import answering, cards, knowing, showing, taxes
from domain.orders.reading import Ask, Bounds, Catalogue, Option, ReadRow
from domain.orders.reading.amend import amend, names_a_row
from domain.orders.reading.correcting import is_signed, is_something_else
from domain.orders.showing import ShownCard, as_it_stands, kept_row, offered, waiting_card

MOST_NAMED = 99
"""The highest number by which a row may be named, be it there or not."""


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One of the offered values, by its place among `answering.options`."""

    card: int
    row: int
    ask: str
    option: int
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChooseProject:
    """Another of the customer's projects, though none was asked for."""

    card: int
    row: int
    project: int
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class TurnTax:
    """What was written without tax is meant the other way round than it stands there."""

    card: int
    row: int
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class DropBatch:
    """What was taken for a batch, or cut wrongly, isn't one: the others stay."""

    card: int
    row: int
    code: str
    seen: int | None = None


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
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class InsistOnRow:
    """It is another order, though one says the same; or the figure is right, though far from the habit."""

    card: int
    row: int
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class DropCard:
    card: int
    seen: int | None = None


def _rewritten(
    work: Work,
    card_id: int,
    change: Callable[[list[dict[str, object]], Catalogue], None],
    *,
    seen: int | None = None,
) -> ShownCard:
    """The card after a change of its rows; with no row left it is gone, and shown empty."""
    catalogue = knowing.catalogue(work)
    waiting = waiting_card(work, card_id, lock=True, seen=seen)
    before = as_it_stands(work, waiting, catalogue)
    rows = [kept_row(each) for each in before.rows]
    change(rows, catalogue)
    if not rows:
        work.orders.drop(waiting.id)
        return ShownCard(waiting, ())
    return as_it_stands(work, work.orders.rewrite(waiting, rows, waiting.state, asked_id=waiting.asked_id), catalogue)


def _at(rows: Sequence[dict[str, object]], place: int) -> dict[str, object]:
    if not 0 <= place < len(rows):
        raise NotFound("order_row")
    return rows[place]


def answer(work: Work, command: AnswerRow) -> ShownCard:
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

    return _rewritten(work, command.card, change, seen=command.seen)


def choose_project(work: Work, command: ChooseProject) -> ShownCard:
    """Raises `NotFound`, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        projects = row.customer.projects if row.customer is not None else ()
        project = next((each for each in projects if each.id == command.project), None)
        if project is None:
            raise NotFound("project")
        rows[command.row] = cards.to_json(answering.take(row, Ask.PROJECT, Option({"project": project})))

    return _rewritten(work, command.card, change, seen=command.seen)


def turn_tax(work: Work, command: TurnTax) -> ShownCard:
    """Raises `NotFound`, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        rows[command.row] = cards.to_json(taxes.turned(work, row))

    return _rewritten(work, command.card, change, seen=command.seen)


def drop_batch(work: Work, command: DropBatch) -> ShownCard:
    """Raises `NotFound`, `NotAllowed`."""

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        row = cards.from_json(_at(rows, command.row), catalogue)
        left = tuple(each for each in row.batches if each.code != command.code)
        if left == row.batches:
            raise NotFound("batch")
        most = work.policy.orders.batches
        complete = len(left) <= most and all(each.quantity is None for each in left)
        asks = tuple(each for each in row.asks if not (complete and each is Ask.BATCH_QUANTITIES))
        marks = row.marks if left else {name: how for name, how in row.marks.items() if name != "batches"}
        rows[command.row] = cards.to_json(replace(row, batches=left, asks=asks, marks=marks))

    return _rewritten(work, command.card, change, seen=command.seen)


def corrects(work: Work, command: AmendCard, *, wholly: bool = False) -> bool:
    """Whether a message that answers nothing corrects the card; `wholly`: and says nothing else, be it only a customer's name.
    Words that aren't used make it something else unless it says that it corrects. Nothing changes. Raises `NotFound`,
    `NotAllowed`."""
    catalogue = knowing.catalogue(work)
    if is_something_else(command.text, catalogue):
        return False
    shown = as_it_stands(work, waiting_card(work, command.card), catalogue)
    meant = _meant_rows(shown, command)
    after = amend(command.text, [shown.rows[each].row for each in meant], catalogue, _day(work, command), _bounds(work))
    if after.absent:
        return True
    if not meant or not (after.understood or after.agrees):
        return False
    if after.whom:
        return wholly and after.understood and not after.rest
    return not set(after.rest) - set(after.no_days) or (not wholly and is_signed(command.text))


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was and as it is now (None: taken away); `number` as the card counts, 0 where it stands alone."""

    number: int
    before: ReadRow
    after: ReadRow | None


@dataclass(frozen=True, slots=True)
class CorrectedCard:
    """The card after a correction, what became otherwise, and the words that said nothing."""

    card: ShownCard
    understood: bool
    changes: tuple[RowChange, ...] = ()
    rest: tuple[str, ...] = ()
    absent: tuple[int, ...] = ()
    """The numbers of rows that it names and that aren't there, beside how many there are."""
    count: int = 0


def correct(work: Work, command: AmendCard) -> CorrectedCard:
    """A message that answers the card. `第二个` counts as the card does, without those that are folded. Raises `NotFound`,
    `NotAllowed`."""
    shown = showing.card(work, command.card)
    meant = _meant_rows(shown, command)
    understood = False
    changes: list[RowChange] = []
    rest: tuple[str, ...] = ()
    absent: tuple[int, ...] = ()

    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        nonlocal understood, rest, absent
        if is_something_else(command.text, catalogue):
            return
        before = [cards.from_json(_at(rows, each), catalogue) for each in meant]
        after = amend(command.text, before, catalogue, _day(work, command), _bounds(work))
        absent = after.absent if meant else ()
        understood = bool(meant) and (after.understood or after.agrees)
        if not understood:
            return
        rest = after.rest
        for place in sorted(after.changed | after.removed):
            now = None if place in after.removed else after.rows[place]
            changes.append(RowChange(place + 1 if len(meant) > 1 else 0, before[place], now))
        for place in after.changed:
            rows[meant[place]] = cards.to_json(after.rows[place])
        for place in sorted(after.removed, reverse=True):
            del rows[meant[place]]

    card = _rewritten(work, command.card, change)
    return CorrectedCard(card, understood, tuple(changes), rest, absent, len(meant))


def _meant_rows(shown: ShownCard, command: AmendCard) -> list[int]:
    """The row that was tapped, unless the words name rows by their number: they count as the card does."""
    open_ = [place for place, each in enumerate(shown.rows) if not each.folded]
    if command.row is None or names_a_row(command.text, MOST_NAMED):
        return open_
    return [command.row] if command.row < len(shown.rows) else []


def _day(work: Work, command: AmendCard) -> date:
    return command.written_on or work.today


def _bounds(work: Work) -> Bounds:
    return knowing.bounds(work.policy)


def drop_row(work: Work, command: DropRow) -> ShownCard:
    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        _at(rows, command.row)
        del rows[command.row]

    return _rewritten(work, command.card, change, seen=command.seen)


def insist(work: Work, command: InsistOnRow) -> ShownCard:
    def change(rows: list[dict[str, object]], catalogue: Catalogue) -> None:
        _at(rows, command.row)["insisted"] = True

    return _rewritten(work, command.card, change, seen=command.seen)


def drop(work: Work, command: DropCard) -> None:
    """Raises `NotFound`, `NotAllowed`."""
    work.orders.drop(waiting_card(work, command.card, lock=True, seen=command.seen).id)
