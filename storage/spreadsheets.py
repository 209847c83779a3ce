"""What an Excel file says, as text: for forms that were filled in at a computer and sent back.

Of a workbook that we made, the hidden sheet goes along (JSON), whatever became of it. A parser: to be called through
`notifications.parsing`.
"""

from __future__ import annotations

import json
import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from domain.contract_documents import SENT_SHEET

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS: Final = 400
LONGEST: Final = 40_000
"""Characters in all."""
LONGEST_CELL: Final = 2_000
_READ: Final = {"max_row": ROWS, "max_col": 6, "values_only": True}


def text(path: Path) -> str:
    """`first cell：second cell` of each row of the visible sheets that has both; with a hidden sheet of ours, the cells of
    both as JSON, and what stands `beside` them. Empty for what can't be read."""
    try:
        with path.open("rb") as content, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that openpyxl doesn't know
            book = load_workbook(content, read_only=True, data_only=True)
            cells = [row for each in book.worksheets if each.sheet_state == "visible" for row in _cells(each)][:ROWS]
            beside = [row for each in book.worksheets if each.sheet_state == "visible" for row in _beside(each)][:ROWS]
            hidden = _cells(book[SENT_SHEET]) if SENT_SHEET in book.sheetnames else None
            book.close()
    except MemoryError:
        raise
    except Exception:  # whatever a hostile file makes the reader raise: the file is kept, it just says nothing
        return ""
    if hidden is not None:
        return json.dumps({"cells": cells, "sent": hidden, "beside": beside}, ensure_ascii=False)
    return "\n".join(f"{label}：{value}" for label, value in cells if value)[:LONGEST]


def _cells(sheet: Any) -> list[list[str]]:
    """The first column with something in it and the one behind: somebody may have put a column before ours."""
    return [pair for row in _rows(sheet) if (pair := [*row, "", ""][:2])[0]]


def _beside(sheet: Any) -> list[list[str]]:
    """The first column, and each cell in the columns behind the two that are read."""
    return [[row[0], cell] for row in _rows(sheet) for cell in row[2:] if cell]


def _rows(sheet: Any) -> list[list[str]]:
    """From the first column on that has something in it."""
    rows = [[_words(cell)[:LONGEST_CELL] for cell in row] for row in sheet.iter_rows(**_READ)]
    first = min((place for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [row[first:] or [""] for row in rows]


def _words(cell: object) -> str:
    match cell:
        case None:
            return ""
        case datetime() | date():
            return cell.strftime("%Y-%m-%d")
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).strip()
