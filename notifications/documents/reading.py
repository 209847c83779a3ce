"""An Excel workbook that somebody sent, read row by row: hostile until proven otherwise.

Values only: a formula counts by the value that Excel left beside it. What isn't a readable workbook is a `Refusal`,
each with its sentence.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from domain.errors import Refusal
from domain.letters import clean
from notifications.parsing import Unreadable, streamed

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 40
LONGEST_CELL: Final = 2_000
"""Characters that are read of a cell."""
UNPACKED: Final = 256 * 1024 * 1024
"""Bytes: a hundred thousand rows of fifteen columns take a third of it."""
STRINGS: Final = 64 * 1024 * 1024
"""Bytes of the part that has to be held in memory."""
PARTS: Final = 2_000
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_GAPS: Final = 200_000
"""Rows without a value that are passed over: a sheet that was cleared keeps them."""


@dataclass
class NoWorkbook(Refusal):
    """No .xlsx, whatever its name says, or a damaged one."""


@dataclass
class OldWorkbook(Refusal):
    """An .xls of before 2007."""


@dataclass
class EncryptedWorkbook(Refusal):
    """It asks for a password."""


@dataclass
class WorkbookTooBig(Refusal):
    """More than we take: `rows`, or more bytes than such rows could need."""

    rows: int = MOST_ROWS


@dataclass
class EmptyWorkbook(Refusal):
    """No row with a value."""


Row = tuple[int, tuple[str, ...]]
"""The number that Excel shows, and its cells as text; at least one of them has some."""


def read(path: Path) -> Iterator[Row]:
    """`rows`, read in the limited child: what everybody calls."""
    try:
        for number, cells in streamed(f"{__name__}:{rows.__name__}", path):
            yield number, tuple(cells)
    except Unreadable as error:
        raise (WorkbookTooBig if error.over else NoWorkbook) from error


def rows(path: Path) -> Iterator[Row]:
    """The parser: the rows of the first sheet that have a value. Dates come as 2026-11-22, numbers without a needless `.0`."""
    _examine(path)
    with path.open("rb") as file:  # by its content: in the content store it has no name that ends in .xlsx
        try:
            workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            yield from _rows(workbook)
        except _BROKEN as error:
            raise NoWorkbook from error


_BROKEN = (
    *(zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, EOFError, OSError, RuntimeError, NotImplementedError, RecursionError),
)
"""All that openpyxl was seen to raise over damaged files."""


def _examine(path: Path) -> None:
    """What the container tells before anything is unpacked. Its sizes bind: zipfile reads no more than they say."""
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise EncryptedWorkbook if _ENCRYPTED in file.read() else OldWorkbook
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NoWorkbook from error
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedWorkbook
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise NoWorkbook
    strings = sum(part.file_size for part in parts if "sharedStrings" in part.filename)
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED or strings > STRINGS:
        raise WorkbookTooBig


def _rows(workbook: Any) -> Iterator[Row]:
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise EmptyWorkbook
    sheet = sheets[0]
    sheet.reset_dimensions()  # what it says of its own size may be wrong
    found = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = tuple("" if each is None else _text(each) for each in values[:MOST_COLUMNS])
        if any(cells):
            found += 1
            yield number, cells
        if number - found > _GAPS or found > MOST_ROWS + 20:
            raise WorkbookTooBig
    if not found:
        raise EmptyWorkbook


def _text(value: object) -> str:
    match value:
        case bool():
            return str(value)
        case float():
            return f"{value:.10g}" if not value.is_integer() else str(int(value)) if abs(value) < 1e15 else str(value)
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return clean(str(value)[:LONGEST_CELL], lines=True)
