"""Where the heading of a list stands, and which column is which, however people write and stack it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.base import labels, quantities
from domain.lists.cells import Value, text
from domain.lists.matter import Matter
from domain.lists.sheets import Merge

LOOKED_AT = 20
"""Rows with a value among which the heading is looked for."""
Titles = Mapping[int, tuple[str, ...]]
"""Place → what stands above the column, the nearest first."""


@dataclass(frozen=True)
class Layout:
    """`rows` are the heading's; `places` say which field a column is, `titles` how each is called. `rivals` are columns
    that would mean a field for which another one was taken."""

    rows: tuple[int, ...] = ()
    places: Mapping[int, str] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands in brackets in the title of a measured field."""
    rivals: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether rows of ours may stand below it."""
        return len(self.places) > 1 or (not self.places and len(self.titles) > 2)

    def missing(self, matter: Matter) -> tuple[str, ...]:
        there = set(self.places.values())
        there |= {name for name, beside in matter.joined.items() if there.intersection(beside)}
        return tuple(each for each in matter.required if each not in there)

    def worth(self, matter: Matter) -> tuple[int, int, int]:
        """How good a heading it is: what is required counts most, and one row is better than two. Where nothing is known
        the most titles."""
        if not self.places:
            return -len(matter.words), len(self.titles), -len(self.rows)
        return -len(self.missing(matter)), len(self.places), -len(self.rows)


def find(
    rows: Sequence[tuple[int, Sequence[Value]]], merges: Sequence[Merge], hidden: frozenset[int], matter: Matter
) -> Layout | None:
    """The best heading among the first rows that have a value, the uppermost of equals. Where nothing is known, the row
    that looks like one: somebody says what its columns are. None where none does."""
    best: Layout | None = None
    for at, (number, values) in enumerate(rows):
        above = _filled(number, values, merges)
        made = [_layout((number,), {place: (title,) for place, title in above.items()}, hidden, matter)]
        if at + 1 < len(rows) and rows[at + 1][0] == number + 1:
            below_number, below = rows[at + 1]
            if made[0].missing(matter) or any(each.top == number < each.bottom for each in merges):
                stacked = _stacked(above, _filled(below_number, below, merges))
                made.append(_layout((number, below_number), stacked, hidden, matter))
        for each in made:
            if each.places and (best is None or each.worth(matter) > best.worth(matter)):
                best = each
    return _unknown(rows) if best is None else _with_row_of_units(best, dict(rows), matter)


def _unknown(rows: Sequence[tuple[int, Sequence[Value]]]) -> Layout | None:
    """Several short texts beside each other, all different, as many as anywhere, and a row below them."""
    widest = max((len(_filled(number, values, ())) for number, values in rows), default=0)
    for number, values in rows[:-1]:
        titles = {place: text(each) for place, each in enumerate(values) if isinstance(each, str) and text(each)}
        short = all(len(each) < labels.LONGEST and not each[:1].isdigit() for each in titles.values())
        if max(2, widest - 1) <= len(titles) == len(set(titles.values())) and short:
            return Layout((number,), titles=titles)
    return None


def again(number: int, values: Sequence[Value], hidden: frozenset[int], matter: Matter) -> Layout | None:
    """The layout of a row further down that is a heading of its own, for a sheet may hold several tables: it names the
    rows, and most of it is known."""
    titles = {place: title for place, each in enumerate(values) if (title := text(each))}
    layout = _layout((number,), {place: (title,) for place, title in titles.items()}, hidden, matter)
    known = len(layout.places) + len(layout.rivals)
    return layout if known > 2 and 2 * known > len(titles) and matter.called in layout.places.values() else None


def turned(rows: Iterable[tuple[int, Sequence[Value]]], matter: Matter) -> bool:
    """Whether a table lies on its side: its first column names the fields, each row has their values."""
    firsts = (next((text(each) for each in values if text(each)), "") for _, values in rows)
    return len({found for each in firsts if (found := _field(each, matter))}) > 1


def is_title(value: Value, matter: Matter) -> bool:
    """Whether a cell alone may begin a heading."""
    return isinstance(value, str) and 0 < len(value) < labels.LONGEST and _field(value, matter) is not None


_EXPLAINS = re.compile(
    r"[(（\[【].*[)）\]】]|[*＊]+|(?:必填|选填|可选|必选|必填项|选填项|required|optional)", re.IGNORECASE
)


def _with_row_of_units(layout: Layout, rows: Mapping[int, Sequence[Value]], matter: Matter) -> Layout:
    """Below the heading may stand a row that says no customer, but how the columns are filled in: (K), 必填."""
    number = layout.rows[-1] + 1
    below = {place: title for place, each in enumerate(rows.get(number, ())) if (title := text(each))}
    per = {place: matter.measured.get(layout.places.get(place, "")) for place in below}
    units = {place: inside for place, each in below.items() if per[place] and (inside := _unit(each, per[place] or 1))}
    if not below or not all(place in units or _EXPLAINS.fullmatch(each) for place, each in below.items()):
        return layout
    said = {layout.places[place]: (unit,) for place, unit in units.items()}
    return replace(layout, rows=(*layout.rows, number), units={**layout.units, **said})


def _unit(written: str, per: int) -> str:
    """The unit that a title or a cell below it says; empty where it says none."""
    plain = written.strip(" ()（）[]【】")
    counts = not plain[:1].isdecimal() and quantities.in_units(f"1{plain}", per) is not None
    return plain if plain and counts else ""


def _filled(number: int, values: Sequence[Value], merges: Iterable[Merge]) -> dict[int, str]:
    """The titles of a row; one that is merged over several columns stands above each of them."""
    titles = {place: title for place, each in enumerate(values) if (title := text(each))}
    for merge in merges:
        if merge.top == number and merge.left in titles:
            several = range(merge.left, min(merge.right + 1, len(values)))
            titles.update(dict.fromkeys(several, titles[merge.left]))
    return titles


def _stacked(above: Mapping[int, str], below: Mapping[int, str]) -> Titles:
    """Two rows as one heading: 代理商信息 above 联系人 may be called by the lower, by both, or by the upper alone."""
    stacked: dict[int, tuple[str, ...]] = {}
    for place in sorted({*above, *below}):
        upper, lower = above.get(place, ""), below.get(place, "")
        both = (lower, f"{upper}{lower}") if upper and lower else ()
        stacked[place] = tuple(dict.fromkeys(each for each in (*both, lower, upper) if each))
    return stacked


def _layout(rows: tuple[int, ...], titles: Titles, hidden: frozenset[int], matter: Matter) -> Layout:
    taken: dict[str, tuple[int, int, str]] = {}
    meant: dict[int, str] = {}
    for place, several in titles.items():
        known = [(title, found) for title in several if (found := _field(title, matter)) is not None]
        title, name = known[0] if known else ("", "")
        if not name or (place in hidden and not matter.hidden_columns):
            continue
        meant[place] = name
        rank = (_rank(title, name, matter), place, title)
        taken[name] = min(rank, taken.get(name, rank))
    for name, (before, _) in matter.joined.items():
        cities = [place for place, field_ in meant.items() if field_ == name and _is_city(titles[place])]
        if before in taken and cities:  # beside 省份, 城市 says more than a 区域 of sales
            taken[name] = (0, cities[0], titles[cities[0]][0])
    places = {place: field_ for field_, (_, place, _) in taken.items()}
    units = {field_: labels.read(title).inside for field_, (_, _, title) in taken.items() if field_ in matter.measured}
    called = {place: several[0] for place, several in titles.items()}
    called |= {place: title for _, place, title in taken.values()}
    rivals = {place: field_ for place, field_ in meant.items() if place not in places}
    return Layout(rows, dict(sorted(places.items())), called, units, rivals)


def _is_city(titles: Sequence[str]) -> bool:
    return any(labels.read(each).plain.endswith(("市", "city")) for each in titles)


def _field(title: str, matter: Matter) -> str | None:
    """Empty: somebody said that it is none."""
    learned = matter.learned.get(labels.read(title).plain)
    if learned is not None:
        return learned if learned in matter.words else ""
    several = labels.fields(matter.words, title)
    return several[0] if len(several) == 1 else None


def _rank(title: str, field_: str, matter: Matter) -> int:
    """The words of a field stand in their order of preference; what somebody said himself comes first."""
    plain = labels.read(title).plain
    if plain in matter.learned:
        return -1
    words = [labels.read(each).plain for each in matter.words[field_]]
    return words.index(plain) if plain in words else len(words)
