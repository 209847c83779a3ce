"""What the sheets of an .xlsx tell beside their values: hidden rows and columns, error cells, formulas without a result.

Read as a stream from the parts themselves, with local names: Strict Open XML has other namespaces. A part without any of
this (most of all large ones) is looked through as bytes and not parsed at all.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Final
from xml.parsers import expat

from domain.lists.cells import Fault

WORKSHEET: Final = "worksheet"
_CHUNK: Final = 1 << 20
_TELLING: Final = re.compile(rb"hidden\s*=|\bt\s*=\s*[\"']e[\"']|<(?:\w+:)?f[\s>/]")
_OVERLAP: Final = 40
"""Bytes of a chunk that are looked at once more with the next one."""
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
MOST: Final = 200_000
"""Faults and hidden rows that are kept of a sheet."""


@dataclass(frozen=True)
class Part:
    """Rows from 1, places from 0."""

    kind: str = WORKSHEET
    hidden_rows: frozenset[int] = frozenset()
    hidden_places: frozenset[int] = frozenset()
    faults: Mapping[int, list[tuple[int, Fault]]] = field(default_factory=dict)


def of_workbook(archive: zipfile.ZipFile) -> Mapping[str, Part]:
    """By the sheets' names; nothing where the workbook isn't XML (.xlsb)."""
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    targets: dict[str, tuple[str, str]] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = given.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            targets[given.get("Id", "")] = place, given.get("Type", "").rpartition("/")[2]

    def sheet(name: str, given: Mapping[str, str]) -> None:
        if name == "sheet":
            sheets[given.get("name", "")] = given.get("id", "")

    _walk(archive, "xl/_rels/workbook.xml.rels", relation)
    _walk(archive, "xl/workbook.xml", sheet)
    found = {name: targets.get(relation_id, ("", "")) for name, relation_id in sheets.items()}
    return {
        name: _of_sheet(archive, place) if kind == WORKSHEET and place in names else Part(kind=kind)
        for name, (place, kind) in found.items()
    }


def _walk(archive: zipfile.ZipFile, part: str, begins: object) -> None:
    parser = _parser()
    parser.StartElementHandler = lambda name, given: begins(_local(name), {_local(k): v for k, v in given.items()})  # type: ignore[operator]
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _parser() -> expat.XMLParserType:
    """No entities of a document's own: they would grow."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise ValueError("a document type of its own")

    parser.EntityDeclHandler = refuse
    return parser


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _of_sheet(archive: zipfile.ZipFile, place: str) -> Part:
    if not any(_TELLING.search(chunk) for chunk in _chunks(archive, place)):
        return Part()
    found = _Found()
    parser = _parser()
    parser.StartElementHandler = found.begins
    parser.EndElementHandler = found.ends
    parser.CharacterDataHandler = found.characters
    with archive.open(place) as content:
        while chunk := content.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return Part(WORKSHEET, frozenset(found.hidden_rows), frozenset(found.hidden_places), found.faults)


def _chunks(archive: zipfile.ZipFile, place: str) -> Iterator[bytes]:
    with archive.open(place) as content:
        kept = b""
        while chunk := content.read(_CHUNK):
            yield kept + chunk
            kept = chunk[-_OVERLAP:]


@dataclass
class _Found:
    hidden_rows: set[int] = field(default_factory=set)
    hidden_places: set[int] = field(default_factory=set)
    faults: dict[int, list[tuple[int, Fault]]] = field(default_factory=dict)
    row: int = 0
    place: int = -1
    kind: str = ""
    formula: bool = False
    valued: bool = False
    inside: bool = False
    count: int = 0

    def begins(self, name: str, given: Mapping[str, str]) -> None:
        match _local(name):
            case "c":
                self._cell(given)
            case "f":
                self.formula = True
            case "v" | "is":
                self.inside = True
            case "row":
                self._row(given)
            case "col" if _true(given.get("hidden")):
                first, last = int(given.get("min", 1)), int(given.get("max", 1))
                self.hidden_places.update(range(first - 1, min(last, first + 200)))
            case _:
                pass

    def _row(self, given: Mapping[str, str]) -> None:
        self.row = int(given["r"]) if "r" in given else self.row + 1
        self.place = -1
        if _true(given.get("hidden")) and len(self.hidden_rows) < MOST:
            self.hidden_rows.add(self.row)

    def _cell(self, given: Mapping[str, str]) -> None:
        named = _CELL.fullmatch(given.get("r", ""))
        self.place = _place(named[1]) if named else self.place + 1
        self.kind, self.formula, self.valued, self.inside = given.get("t", ""), False, False, False

    def characters(self, text: str) -> None:
        if self.inside and text:
            self.valued = True

    def ends(self, name: str) -> None:
        match _local(name):
            case "v" | "is":
                self.inside = False
            case "c":
                # a formula whose result is an empty text is one with a result
                lacking = self.formula and not self.valued and self.kind != "str"
                if (self.kind == "e" or lacking) and self.count < MOST:
                    self.count += 1
                    fault = Fault.ERROR if self.kind == "e" and self.valued else Fault.FORMULA
                    self.faults.setdefault(self.row, []).append((self.place, fault))
            case _:
                pass


def _true(value: str | None) -> bool:
    return value in ("1", "true")


def _place(letters: str) -> int:
    at = 0
    for each in letters:
        at = at * 26 + ord(each) - ord("A") + 1
    return at - 1
