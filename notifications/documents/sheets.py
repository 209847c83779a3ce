"""A list that somebody sent, opened and read: .xlsx (Strict, too), .xls, .xlsb, .ods, and text with separators.

`read` is what everybody calls: the file is opened in the limited child, where `parse` runs. Values only: a formula counts
by the value that was left beside it. What isn't a readable list is a `Refusal`, each with its sentence. Absent: which
column is which and what a row says (`domain.lists`).
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from charset_normalizer import from_bytes
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from domain.base.errors import Refusal
from domain.base.json_values import JsonObject
from domain.lists import reading
from domain.lists.cells import Value
from domain.lists.matter import Matter
from domain.lists.reading import Line, Opened
from domain.lists.report import ListReport
from domain.lists.sheets import Merge, Sheet
from notifications.documents import other_files, sheet_parts
from notifications.documents.sheet_parts import Part
from notifications.parsing import Unreadable, streamed

MOST_ROWS: Final = reading.MOST_ROWS
UNPACKED: Final = 256 * 1024 * 1024
"""Bytes: a hundred thousand rows of fifteen columns take a third of it."""
STRINGS: Final = 64 * 1024 * 1024
"""Bytes of the part that has to be held in memory."""
PARTS: Final = 2_000
TEXT: Final = 64 * 1024 * 1024
"""Bytes of a text file."""
SHEETS: Final = 40
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@dataclass
class NoWorkbook(Refusal):
    """No list that can be opened, whatever its name says, or a damaged one."""


@dataclass
class OtherFile(Refusal):
    """Something else than a list, or one that can't be read: what it is (`other_files`)."""

    kind: str


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


@dataclass(frozen=True)
class SheetEnd:
    """The last thing that is read."""

    report: ListReport


def read(path: Path, matter: Matter) -> Iterator[Line | SheetEnd]:
    """The list's rows, then what is to be told of it. Raises the refusals above."""
    try:
        for item in streamed(f"{__name__}:{parse.__name__}", path, matter.to_json()):
            match item:
                case [int(number), dict(cells), dict(marks)]:
                    yield number, cells, marks
                case {"report": dict(report)}:
                    yield SheetEnd(ListReport.of(report))
                case _:
                    raise NoWorkbook
    except Unreadable as error:
        raise (WorkbookTooBig if error.over else NoWorkbook) from error


def parse(path: Path, matter: JsonObject) -> Iterator[Any]:
    """The parser: what `read` yields, as JSON."""
    wanted = Matter.of(matter)
    try:
        opened, report = _open(path, wanted)
        yield from (list(line) for line in reading.lines(opened, report, wanted))
        yield {"report": report.to_json()}
    except reading.TooMany:
        raise WorkbookTooBig from None
    except reading.Empty:
        raise EmptyWorkbook from None
    except PasswordError:
        raise EncryptedWorkbook from None
    except (NoWorkbook, *_BROKEN) as error:
        if kind := other_files.kind_of(path):
            raise OtherFile(kind) from error
        raise NoWorkbook from error


_BROKEN = (
    *(CalamineError, zipfile.BadZipFile, csv.Error, UnicodeError, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, EOFError, OSError, RuntimeError, NotImplementedError, RecursionError, OverflowError),
)
"""What the libraries were seen to raise over damaged files."""


def _open(path: Path, matter: Matter) -> tuple[Opened, ListReport]:
    with path.open("rb") as file:
        head = file.read(len(_OLE))
        if head == _OLE and _ENCRYPTED in file.read():
            raise EncryptedWorkbook
    if head == _OLE:
        return reading.open_best(_workbook(path, {}, blind=True), matter)
    if head.startswith(b"PK"):
        parts = _examine(path)
        return reading.open_best(_workbook(path, parts, blind=not parts), matter)
    return _open_text(path, matter)


# --- workbooks ----------------------------------------------------------------------------------------------------


def _examine(path: Path) -> Mapping[str, Part]:
    """What the container tells before anything is unpacked (its sizes bind: zipfile reads no more than they say), and what
    the sheets of an .xlsx tell beside their values; nothing of other formats."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise EncryptedWorkbook
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise WorkbookTooBig
        if sum(part.file_size for part in parts if "sharedStrings" in part.filename) > STRINGS:
            raise WorkbookTooBig
        names = {part.filename for part in parts}
        if "mimetype" in names:
            return {}
        if "[Content_Types].xml" not in names:
            raise NoWorkbook
        return sheet_parts.of_workbook(archive)


def _workbook(path: Path, parts: Mapping[str, Part], *, blind: bool) -> Iterator[Sheet]:
    with path.open("rb") as file:  # by its content: in the content store it has no name with an ending
        book = CalamineWorkbook.from_filelike(file)
        for about in book.sheets_metadata[:SHEETS]:
            part = parts.get(about.name, Part())
            if part.kind != sheet_parts.WORKSHEET:
                continue  # a chart has no cells
            sheet = book.get_sheet_by_name(about.name)
            yield Sheet(
                about.name,
                _rows(sheet, part),
                visible=about.visible is SheetVisibleEnum.Visible,
                merges=[Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in _merged(sheet)],
                hidden_rows=part.hidden_rows,
                hidden_places=part.hidden_places,
                blind=blind,
            )


def _merged(sheet: CalamineSheet) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
    return sheet.merged_cell_ranges or ()


def _rows(sheet: CalamineSheet, part: Part) -> Iterator[Sequence[Value]]:
    """From row 1 on, with the faults that the sheet's own text tells."""
    if sheet.start is None:
        return
    for _ in range(sheet.start[0]):
        yield ()
    blank: list[Value] = [None] * sheet.start[1]
    for number, values in enumerate(sheet.iter_rows(), sheet.start[0] + 1):
        row: list[Value] = [*blank, *values] if blank else list(values)
        for place, fault in part.faults.get(number, ()):
            row.extend([None] * (place + 1 - len(row)))
            row[place] = fault
        yield row


# --- text ---------------------------------------------------------------------------------------------------------

_BOMS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS: Final = ",;\t|，；"


def _open_text(path: Path, matter: Matter) -> tuple[Opened, ListReport]:
    """Read in the way in which the most of a heading is found: letters that make words aren't the wrong letters."""
    if other_files.kind_of(path) == "page":  # else a list would be made of its source
        raise OtherFile("page")
    if path.stat().st_size > TEXT:
        raise WorkbookTooBig
    content = path.read_bytes()
    best: tuple[Opened, ListReport] | None = None
    for encoding, text in _decoded(content):
        for separator in _SEPARATORS:
            opened, report = _table(text, encoding, separator, matter)
            if best is None or _worth(opened, matter) > _worth(best[0], matter):
                best = opened, report
        if best is not None and best[0].layout is not None and not best[0].layout.missing(matter):
            break
    if best is None or best[0].layout is None or (not best[0].layout.rows and not matter.positions):
        raise NoWorkbook
    return best


def _worth(opened: Opened, matter: Matter) -> tuple[int, int, int]:
    layout = opened.layout
    return (-len(matter.words) - 1, 0, 0) if layout is None or not layout.rows else layout.worth(matter)


def _decoded(content: bytes) -> Iterator[tuple[str, str]]:
    """In the encodings that may be meant, the likeliest first."""
    marked = next((name for bom, name in _BOMS.items() if content.startswith(bom)), None)
    if marked is None and b"\0" in content[:4096]:
        return  # no text
    guessed = [each.encoding for each in from_bytes(content[:65536])] if marked is None else []
    for encoding in dict.fromkeys([marked] if marked else ["utf-8", "gb18030", "big5", *guessed[:3]]):
        if encoding is not None:
            try:
                text = content.decode(encoding)
            except (UnicodeError, LookupError):
                continue
            yield encoding, text


def _table(text: str, encoding: str, separator: str, matter: Matter) -> tuple[Opened, ListReport]:
    """Rows as a spreadsheet numbers them: a line break inside of quotes doesn't count. Its `sep=;` isn't one either."""
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    rows: Iterable[Sequence[Value]] = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    opened, report = reading.open_best([Sheet("", rows)], matter)
    return opened, replace(report, encoding=encoding, delimiter=separator)
