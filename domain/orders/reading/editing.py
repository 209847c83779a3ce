"""A message that is edited while its card is open: what the edit changed wins, what was answered since stays (a three-way merge).

`before` is what the message said, `after` what it says now, `standing` the rows as replies and taps left them. Values that
belong together (a customer and his project; figures that are asked together) are taken together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher

from domain.orders.reading import solving
from domain.orders.reading.records import Ask, How, Option, ReadRow


@dataclass(frozen=True, slots=True)
class Group:
    """Fields of a row that have one origin, and what is asked of them; `name` as marks call it."""

    name: str
    fields: tuple[str, ...]
    asks: frozenset[Ask]
    marks: tuple[str, ...]


def _group(name: str, *fields: str, asks: Sequence[Ask] = (), marks: Sequence[str] = ()) -> Group:
    return Group(name, fields, frozenset(asks), (name, *marks))


PRICES = (Ask.PRICE, Ask.TAX, Ask.CURRENCY)
WHOM = _group(
    "project",
    *("customer", "project", "mcu", "written"),
    asks=(Ask.CUSTOMER, Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU),
    marks=("customer",),
)
QUANTITY = _group("quantity", "quantity", asks=(Ask.QUANTITY,))
PRICE = _group("price", "price", "tax", "untaxed", "currency", asks=PRICES)
TOTAL = _group("total", "total", asks=(Ask.TOTAL,))
DAY = _group("day", "day", asks=(Ask.DATE,))
BATCHES = _group("batches", "batches", asks=(Ask.BATCHES, Ask.BATCH_QUANTITIES))
FIGURES = (QUANTITY, PRICE, TOTAL)
GROUPS = (WHOM, *FIGURES, DAY, BATCHES)
_ASKED = frozenset(ask for each in FIGURES for ask in each.asks)


@dataclass(frozen=True, slots=True)
class Merged:
    """`of` is the place of the row that stood there, None for one that is new on the card; `overruled` are the values that
    both had changed."""

    row: ReadRow
    of: int | None
    overruled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """`gone` are the places of rows that the message doesn't say any more and that something was answered of; `away` what
    the edit changed of rows that don't stand there (any more), as it was and as it is now."""

    rows: tuple[Merged, ...]
    gone: tuple[int, ...] = ()
    away: tuple[tuple[ReadRow, ReadRow], ...] = ()


def merge(before: Sequence[ReadRow], after: Sequence[ReadRow], standing: Sequence[ReadRow]) -> Edited:
    """Rows in the order of the message. A row that was taken from the card comes back only where the edit changed it."""
    places = _placed(before, standing)
    rows: list[Merged] = []
    gone: list[int] = []
    away: list[tuple[ReadRow, ReadRow]] = []
    for old, new in _pairs(before, after):
        place = places.get(old) if old is not None else None
        if new is None:
            if place is not None and old is not None and differ(before[old], standing[place]):
                gone.append(place)
        elif old is None:
            rows.append(Merged(after[new], None))
        elif place is not None:
            row, overruled = _merged(before[old], after[new], standing[place])
            rows.append(Merged(row, place, overruled))
        elif differ(before[old], after[new]):
            away.append((before[old], after[new]))
    known = set(places.values())
    rows += [Merged(row, place) for place, row in enumerate(standing) if place not in known]
    return Edited(tuple(rows), tuple(gone), tuple(away))


def _placed(before: Sequence[ReadRow], standing: Sequence[ReadRow]) -> dict[int, int]:
    """Which row of the message stands where: by its line, the likest of that line first."""
    places: dict[int, int] = {}
    for at, row in enumerate(standing):
        alike = [old for old, each in enumerate(before) if each.line == row.line and old not in places]
        if alike:
            places[min(alike, key=lambda old: (before[old].batches != row.batches, old))] = at
    return places


def _pairs(before: Sequence[ReadRow], after: Sequence[ReadRow]) -> Iterator[tuple[int | None, int | None]]:
    """Lines that came in or went shift the others: what says the same is the same, then what is of the same project."""
    said = [[_said(each) for each in rows] for rows in (before, after)]
    blocks = SequenceMatcher(a=said[0], b=said[1], autojunk=False).get_opcodes()
    found: dict[int, int] = {}
    for tag, start, end, begin, stop in blocks:
        if tag == "equal":
            found.update(zip(range(begin, stop), range(start, end), strict=True))
    olds, news = (
        [each for each in range(len(rows)) if each not in known]
        for rows, known in ((before, found.values()), (after, found.keys()))
    )
    found.update(_alike(before, after, olds, news, (_said,)))  # lines that changed places
    for _, start, end, begin, stop in blocks:
        here = [each for each in olds if start <= each < end], [each for each in news if begin <= each < stop]
        pairs = dict(_alike(before, after, *here, (_for_whom, lambda row: row.customer, lambda row: None)))
        found.update(pairs)
        olds = [each for each in olds if each not in pairs.values()]
        news = [each for each in news if each not in pairs]
    found.update(_alike(before, after, olds, news, (_for_whom,)))
    yield from ((found.get(new), new) for new in range(len(after)))
    yield from ((old, None) for old in olds)


def _alike(
    before: Sequence[ReadRow],
    after: Sequence[ReadRow],
    olds: list[int],
    news: list[int],
    signs: Sequence[Callable[[ReadRow], object]],
) -> Iterator[tuple[int, int]]:
    for same in signs:
        for new in list(news):
            old = next((each for each in olds if same(before[each]) == same(after[new])), None)
            if old is not None:
                olds.remove(old)
                news.remove(new)
                yield new, old


def _for_whom(row: ReadRow) -> object:
    return row.customer, row.project


def _said(row: ReadRow) -> tuple[object, ...]:
    """All that the row says, as something that can be hashed."""
    return (*(_values(row, each) for each in GROUPS), row.reference, row.intent)


def _fields(row: ReadRow, group: Group) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in group.fields)


def _values(row: ReadRow, group: Group) -> tuple[object, ...]:
    """What it says of them, and what is asked."""
    return (*_fields(row, group), frozenset(row.asks) & group.asks)


def differ(one: ReadRow, other: ReadRow) -> bool:
    """Whether they say different things, whatever was left over of each."""
    return any(_values(one, each) != _values(other, each) for each in GROUPS)


def _merged(before: ReadRow, after: ReadRow, standing: ReadRow) -> tuple[ReadRow, tuple[str, ...]]:
    edited = [each for each in GROUPS if _values(before, each) != _values(after, each)]
    if any(each in FIGURES for each in edited) and _ASKED & {*before.asks, *after.asks}:
        edited = [each for each in GROUPS if each in edited or each in FIGURES]
    overruled = tuple(
        each.name
        for each in edited
        if _fields(standing, each) not in (_fields(before, each), _fields(after, each)) and _told(standing, each)
    )
    row = replace(
        after, **{name: getattr(standing, name) for each in GROUPS if each not in edited for name in each.fields}
    )
    row = replace(
        row,
        day_rule=after.day_rule if DAY in edited else standing.day_rule,
        asks=tuple(ask for each in GROUPS for ask in _origin(each, edited, after, standing).asks if ask in each.asks)
        + tuple(ask for ask in after.asks if not any(ask in each.asks for each in GROUPS)),
        options={
            ask: options
            for each in GROUPS
            for ask, options in _origin(each, edited, after, standing).options.items()
            if ask in each.asks
        },
        marks={
            name: how
            for each in GROUPS
            for name, how in _origin(each, edited, after, standing).marks.items()
            if name in each.marks
        },
    )
    return _agreed(row), overruled


def _origin(group: Group, edited: Sequence[Group], after: ReadRow, standing: ReadRow) -> ReadRow:
    return after if group in edited else standing


def _told(row: ReadRow, group: Group) -> bool:
    """What is empty was no answer."""
    return any(getattr(row, name) not in (None, ()) for name in group.fields)


def _agreed(row: ReadRow) -> ReadRow:
    """A sum that came with the edit gives the price of the pieces that were answered, or is asked."""
    if row.total is None or row.quantity is None or Ask.TOTAL in row.asks:
        return row
    if row.marks.get("price") is How.TOTAL:
        price = solving.worked_out(row.total, Decimal(row.quantity))
        asks = row.asks if price is not None else tuple(dict.fromkeys((*row.asks, Ask.PRICE)))
        return replace(row, price=price, asks=asks)
    if row.price is None or solving.agrees(row.total, Decimal(row.quantity), row.price):
        return row
    offered = tuple(map(Option, solving.agreeing(row.total, row.quantity, row.price)))
    return replace(row, asks=(*row.asks, Ask.TOTAL), options={**row.options, Ask.TOTAL: offered})
