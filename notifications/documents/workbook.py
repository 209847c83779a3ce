"""Excel files, written row by row so that a hundred thousand need no memory.

What people typed stays text: a cell never becomes a formula, whatever it begins with (OWASP's *CSV injection*), and what
Excel can't hold is taken out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from domain.base.bilingual import annotated, in_language
from notifications.documents.native_chart import NativeChart, native

Value: TypeAlias = str | int | Decimal | date | None

LONGEST: Final = 32_767
"""Characters of a cell."""
ROWS: Final = 1_048_575
"""Rows of a sheet beneath its head."""
SHORT, ROOM_BENEATH = 25, 4
"""Rows; with the head, the total and one that is empty."""
_BOLD = Font(bold=True)
A_CELL: Final = 4
"""Bytes of what stands around a cell's value, packed."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to say."""
_BEGINS_FORMULA = tuple("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in characters; a Chinese one takes two. `format` is Excel's, for its numbers and days."""

    title: str
    width: int = 16
    format: str = ""


def _chinese(text: str) -> str:
    return in_language(text, "zh")


class Book:
    """Sheets by name, each with its head, which stays in sight and filters; rows are appended in any order of sheets. A context
    manager: saved at its end. `told` puts a text that is in both languages, or a name, as its reader has it."""

    def __init__(self, path: Path, told: Callable[[str], str] = _chinese) -> None:
        self.path = path
        self._told = told
        self.rows: dict[str, int] = {}
        self._formats: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, str] = {}
        """The letters of a sheet's last column."""
        self.size = 0
        """Bytes that the file will have, a little more rather than less: it is packed only when it is saved."""
        self._book = Workbook(write_only=True)
        self._packing = zlib.compressobj(1)

    def sheet(self, name: str, columns: Sequence[Column]) -> None:
        sheet = self._book.create_sheet(name)
        for place, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0  # printed as wide as a page
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        head = [WriteOnlyCell(sheet, each.title) for each in columns]
        for cell in head:
            cell.font = _BOLD
        sheet.append(head)
        self.rows[name] = 0
        self._last[name] = get_column_letter(len(columns))
        formats = tuple(each.format for each in columns)
        self._formats[name] = formats if any(formats) else ()

    def add(self, name: str, rows: Iterable[Sequence[Value]]) -> None:
        """Rows beyond what a sheet holds are left out; `rows` counts what was given."""
        sheet = self._book[name]
        for row in rows:
            self.rows[name] += 1
            if self.rows[name] <= ROWS:
                sheet.append(self._cells(sheet, row, self._formats[name]))
                text = "\n".join(map(str, row)).encode(errors="replace")
                self.size += len(self._packing.compress(text)) + A_CELL * len(row)

    def total(self, name: str, row: Sequence[Value]) -> None:
        """The last row of a sheet, in bold: it is neither filtered nor sorted with the others. Its words are ours."""
        sheet = self._book[name]
        cells = [_cell_of(sheet, value) for value in row]
        for cell, look in zip(cells, self._formats[name] or [""] * len(row), strict=True):
            cell.font = _BOLD
            cell.number_format = look or cell.number_format
        sheet.append(cells)

    def chart(self, name: str, chart: NativeChart) -> None:
        """Beneath a short sheet, where it is seen without looking for it; beside the columns of a long one."""
        beneath = self.rows[name] <= SHORT
        place = f"A{self.rows[name] + ROOM_BENEATH}" if beneath else f"{_beyond(self._last[name])}2"
        sheet = self._book[name]
        sheet.add_chart(native(name, chart), place)  # type: ignore[call-arg]  # a sheet of the other kind takes none

    def _cells(self, sheet: object, row: Sequence[Value], formats: Sequence[str]) -> list[object]:
        if not formats:
            return [self._cell(sheet, value) for value in row]
        return [self._formatted(sheet, value, look) for value, look in zip(row, formats, strict=True)]

    def _formatted(self, sheet: object, value: Value, look: str) -> object:
        if not look or value is None or isinstance(value, str):
            return self._cell(sheet, value)
        cell = _cell_of(sheet, value)
        cell.number_format = look
        return cell

    def _cell(self, sheet: object, value: Value) -> object:
        if not isinstance(value, str):
            return value
        text = _UNWRITABLE.sub("", self._told(value) if annotated(value) else value)[:LONGEST]
        if not text.lstrip().startswith(_BEGINS_FORMULA):
            return text
        cell = _cell_of(sheet, text)
        cell.data_type = "s"  # openpyxl would make a formula of it
        cell.quotePrefix = True  # and Excel, were it edited
        return cell

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, rows in self.rows.items():
            if rows:
                self._book[name].auto_filter.ref = f"A1:{self._last[name]}{min(rows, ROWS) + 1}"
        self._book.save(self.path)


def _beyond(letters: str) -> str:
    """A column further on, with one between."""
    return get_column_letter(column_index_from_string(letters) + 2)


def _cell_of(sheet: object, value: Value) -> Cell:
    return WriteOnlyCell(sheet, value)  # type: ignore[arg-type]  # the stubs want the other kind of sheet
