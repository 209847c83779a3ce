"""What is told of a list before anything is taken in: how it was read, what was left out, which rows need looking at.

Wording: `import-told-…`, `import-remark-…`, `import-wrong-…` in the catalogues.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Final, Required, TypedDict

from dialogs.core.screen import Arg, Say, Wording, say
from domain.base import quantities
from domain.base.bilingual import joined, translated
from domain.lists.report import ListReport

MOST: Final = 6
"""Columns, cells and kinds of problems that are named one by one; the file has them all."""
PER: Final = {"import": 10_000}
"""The size of the unit of what a kind of list measures, 万; of others it is a piece."""
LOOKS_LIKE: Final = {("orders-list", each): f"orders-list-told-looks-like-{each}" for each in ("person", "agency")}
"""What people of an agency are told otherwise than the vendor's."""
MERGED: Final = {"orders-list": "orders-list-told-merged"}
"""What a name that is merged over rows means: of customers one, of orders several."""
QUOTING_NOTHING: Final = frozenset({"missing", "formula", "error", "code-number", "contact-phone", "no-name-lines"})
"""What is said of these is true of every such row, whatever stands in it."""
STANDARD: Final = frozenset({"万/年", "10k a year", "pieces a year"})
"""The unit of our own template."""


class ToldGroup(TypedDict, total=False):
    """Rows that something is the matter with, as a job's checkpoint keeps them; of kind `more` there is only the `count`."""

    kind: Required[str]
    count: Required[int]
    column: str
    code: str
    typed: str
    hint: str
    rows: list[int]
    various: bool


def lines(report: ListReport, stem: str, args: Mapping[str, object]) -> tuple[Wording, ...]:
    """How the list was read. `stem` begins the keys of its columns."""
    title = _Titles(stem)
    per = PER.get(stem, 1)
    return (
        *_where(report),
        *_missing(report, title, stem, args),
        *_columns(report, title, per),
        *_hidden(report, title, args),
        *_cells(report, title, stem),
    )


class _Titles:
    def __init__(self, stem: str) -> None:
        self._stem = stem

    def __call__(self, field: str) -> Say:
        return say(f"{self._stem}-column-{field.replace('_', '-')}")


def _where(report: ListReport) -> Iterable[Wording]:
    if report.sheet and (report.other_sheets or report.heading not in ([], [1])):
        yield say("import-told-heading", sheet=report.sheet, rows=ranges(report.heading))
    elif report.heading not in ([], [1]):
        yield say("import-told-heading-alone", rows=ranges(report.heading))
    if report.other_sheets:
        yield say("import-told-other-sheets", sheets=_some(report.other_sheets))
    for row, titles in report.tables[:MOST]:
        yield say("import-told-table", row=row, titles=_some(titles, 12))
    if len(report.tables) > MOST:
        yield say("import-told-tables-more", count=report.counts["tables"] - MOST)
    if report.cut:
        yield say("import-told-cut", column=report.cut)
    if report.hidden_sheets:
        yield say("import-told-hidden-sheets", sheets=_some(report.hidden_sheets))
    if report.encoding:
        encoding = {"gb18030": "GBK", "utf-8-sig": "UTF-8"}.get(report.encoding, report.encoding.upper())
        yield say("import-told-text", encoding=encoding, separator=_separator(report.delimiter))
    if report.blind:
        yield say("import-told-blind")


def _separator(sign: str) -> Wording:
    known = {",": "comma", ";": "semicolon", "\t": "tab"}
    return say(f"import-separator-{known[sign]}") if sign in known else sign


def _missing(report: ListReport, title: _Titles, stem: str, args: Mapping[str, object]) -> Iterable[Wording]:
    if report.missing:
        yield say("import-told-missing", columns=tuple(title(each) for each in report.missing))
        if report.columns:
            yield say("import-told-found", columns=tuple(title(each) for each in report.columns))
    same = args.get("same")
    for field, value in same.items() if isinstance(same, dict) else ():
        yield say("import-told-same", column=title(field), value=value)
    if report.turned:
        yield say("import-told-turned")
    elif report.missing and report.untitled:
        yield say("import-told-untitled", titles=_some(report.untitled))
    if report.looks_like:
        yield say(LOOKS_LIKE.get((stem, report.looks_like), f"import-told-looks-like-{report.looks_like}"))


def _columns(report: ListReport, title: _Titles, per: int) -> Iterable[Wording]:
    for field in dict.fromkeys(report.rivals.values()):
        yield say("import-told-chosen", column=title(field), title=report.columns.get(field, ""))
    for heading, field in report.remembered.items():
        yield say("import-told-remembered", column=title(field), title=heading)
    if report.unused:
        yield say("import-told-unused", titles=_some(report.unused, 12))
    for field in report.monthly:
        yield say("import-told-monthly", title=report.columns.get(field, ""))
    for field, unit in report.units.items():
        if not unit:
            if per > 1:  # pieces are counted as they are
                yield say("import-told-no-unit", title=report.columns.get(field, ""))
        elif unit not in STANDARD:
            one = quantities.one_of(unit, per)
            key = "unit-unknown" if one is None else "unit-same" if one == 1 else "unit" if per > 1 else "unit-pieces"
            yield say(f"import-told-{key}", title=report.columns.get(field, ""), unit=unit.upper())


def _hidden(report: ListReport, title: _Titles, args: Mapping[str, object]) -> Iterable[Wording]:
    if report.hidden_rows:
        key = "import-told-hidden-rows" if args.get("hidden_rows", True) else "import-told-hidden-rows-left"
        yield say(key, count=report.counts["hidden_rows"], rows=_rows(report.hidden_rows, report.counts["hidden_rows"]))
    if report.hidden_columns:
        hidden = [
            say("import-hidden-used", title=each) if field else each for each, field in report.hidden_columns.items()
        ]
        yield say("import-told-hidden-columns", titles=_some(hidden, 12))


def _cells(report: ListReport, title: _Titles, stem: str) -> Iterable[Wording]:
    for kind in ("errors", "formulas"):
        cells: list[tuple[int, str]] = getattr(report, kind)
        if cells:
            named = _by_row(cells, report.counts[kind], title)
            joined = reduce(lambda one, other: say("import-then", one=one, other=other), named)
            yield say(f"import-told-{kind}", cells=joined)
    if report.merged:
        several = tuple(f"{first}–{last}" for first, last in report.merged[:MOST])
        yield say(MERGED.get(stem, "import-told-merged"), rows=several, more=max(report.counts["merged"] - MOST, 0))
    for kind, key in (
        ("samples", "samples"),
        ("totals", "totals"),
        ("headings_again", "headings-again"),
        ("strays", "strays"),
    ):
        rows: list[int] = getattr(report, kind)
        if rows:
            yield say(f"import-told-{key}", rows=_rows(rows, report.counts[kind]))


def groups(told: Iterable[ToldGroup], stem: str) -> tuple[Wording, ...]:
    """Rows that need looking at, by what is the matter with them. `stem` begins the keys of its columns and sentences."""
    title, found, more = _Titles(stem), [], 0
    for each in told:
        if each["kind"] == "more":
            more += int(each["count"])
            continue
        facts: dict[str, Arg] = {"typed": each["typed"], "hint": hints(each["hint"])}
        if each["kind"] == "clash":
            facts = {"row": int(each["hint"]), "by": each["typed"]}
        what = Say(f"{stem}-{each['kind']}-{each['code']}", facts)
        rows = _rows(each["rows"], int(each["count"]))
        like = each.get("various") and each["code"] not in QUOTING_NOTHING
        key = "import-told-rows-like" if like else "import-told-rows"
        line = say(key, rows=rows, column=title(each["column"]), what=what, first=each["rows"][0])
        found.append((each["kind"] == "wrong", line))
    ordered = [line for refused in (True, False) for wrong, line in found if wrong is refused]
    more += max(len(ordered) - 2 * MOST, 0)
    return (*ordered[: 2 * MOST], *((say("import-told-groups-more", count=more),) if more else ()))


def hints(kept: str) -> tuple[str, ...]:
    """What may be meant: one, or several."""
    return tuple(map(translated, kept.split("、")))


def _rows(rows: Sequence[int], count: int) -> Wording:
    named = ranges(rows)
    return say("import-rows-more", rows=named, count=count) if count > len(rows) else named


def _by_row(cells: Sequence[tuple[int, str]], count: int, title: _Titles) -> tuple[Wording, ...]:
    rows: dict[int, list[str]] = {}
    for row, field in cells:
        rows.setdefault(row, []).append(field)
    some = list(rows.items())[:MOST]
    named = tuple(say("import-cells", row=row, columns=tuple(title(each) for each in fields)) for row, fields in some)
    left = count - sum(len(fields) for _, fields in some)
    return (*named, say("import-more", count=left)) if left else named


def _some(names: Sequence[Wording], most: int = MOST) -> tuple[Wording, ...]:
    named: tuple[Wording, ...] = tuple(names[:most])
    return (*named, say("import-more", count=len(names) - most)) if len(names) > most else named


def ranges(rows: Sequence[int]) -> str:
    """`2、3、6–8`: numbers that follow each other as one."""
    spans: list[list[int]] = []
    for row in sorted(dict.fromkeys(rows)):
        if spans and row == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], row]
        else:
            spans.append([row])
    parts = (
        map(str, span) if len(span) == 2 and span[1] == span[0] + 1 else ("–".join(map(str, span)),) for span in spans
    )
    return joined(each for part in parts for each in part)
