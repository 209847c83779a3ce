"""What the first sheet of an Excel file says, as text: for forms that were filled in at a computer and sent back.

A parser: to be called through `notifications.parsing`.
"""

from __future__ import annotations

import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS: Final = 400
LONGEST: Final = 40_000
"""Characters in all."""


def text(path: Path) -> str:
    """`first cell：second cell` of each row that has both; empty for what can't be read."""
    try:
        with path.open("rb") as content, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that openpyxl doesn't know
            book = load_workbook(content, read_only=True, data_only=True)
            rows = book.worksheets[0].iter_rows(max_row=ROWS, max_col=2, values_only=True)
            lines = [f"{_words(row[0])}：{_words(row[1])}" for row in rows if len(row) == 2 and _words(row[1])]
            book.close()
    except MemoryError:
        raise
    except Exception:  # whatever a hostile file makes the reader raise: the file is kept, it just says nothing
        return ""
    return "\n".join(lines)[:LONGEST]


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
