"""What an Excel file says, as text: for forms that were filled in at a computer and sent back.

Rows of the visible sheets as JSON; of a workbook that we made, the hidden sheet goes along, whatever became of it. What is
an answer and what is none, the form says (`dialogs.core.returned_workbook`). A parser: to be called through
`notifications.parsing`.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from domain.contracts.documents import SENT_SHEET
from domain.lists.cells import text as words

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS: Final = 400
COLUMNS: Final = 40
SHEETS: Final = 20
LONGEST_CELL: Final = 2_000


def text(path: Path) -> str:
    """`sheets`: each visible one's name and rows, None instead of rows that are more than a form has; `sent`: the pairs of
    the hidden sheet, None where there is none. Empty for what can't be read or says nothing."""
    try:
        with path.open("rb") as content, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that openpyxl doesn't know
            book = load_workbook(content, read_only=True, data_only=True)
            visible = [each for each in book.worksheets if each.sheet_state == "visible"]
            formulas = load_workbook(content, read_only=True)
            sheets = [
                [each.title, _rows(each, formulas[each.title]) if at < SHEETS else None]
                for at, each in enumerate(visible)
            ]
            hidden = (
                [[*row, "", ""][:2] for row in _rows(book[SENT_SHEET]) or ()] if SENT_SHEET in book.sheetnames else None
            )
            book.close()
            formulas.close()
    except MemoryError:
        raise
    except Exception:  # whatever a hostile file makes the reader raise: the file is kept, it just says nothing
        return ""
    if hidden is None and all(rows is not None and not rows for _, rows in sheets):
        return ""
    return json.dumps({"sheets": sheets, "sent": hidden}, ensure_ascii=False)


def _rows(sheet: Any, formulas: Any = None) -> list[list[str]] | None:
    """Those with something in them, from the first column on that has; somebody may have put a column before ours. A formula
    beside which nobody left a result is told as it is: it isn't an emptied cell."""
    given = sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True)
    rows = [[words(cell, lines=True)[:LONGEST_CELL] for cell in row] for row in given]
    if formulas is not None:
        written = formulas.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True)
        for row, cells in zip(rows, written, strict=False):
            for place, (result, cell) in enumerate(zip(row, cells, strict=False)):
                if not result and isinstance(cell, str) and cell.startswith("="):
                    row[place] = cell[:LONGEST_CELL]
    if len(rows) > ROWS and any(rows[ROWS]):
        return None
    first = min((place for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [row[first:] for row in rows if any(row)]
