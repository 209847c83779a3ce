"""A contract's form as an Excel sheet: a field a row, what is known filled in, choices as lists; to be sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dialogs.contract import Contract, opening
from dialogs.core import prefill
from dialogs.core.blank import Blank, blanks
from dialogs.core.filling import Filling
from dialogs.core.screen import Wording, say
from dialogs.core.sheet import Desk, Sheet
from domain import contract_views
from domain.work import Work
from notifications.asking import WorkAsk
from notifications.jobs import Task

MOST_OPTIONS: Final = 300
FILLED_IN: Final = PatternFill("solid", fgColor="FFFBE6")
SECTION: Final = PatternFill("solid", fgColor="ECF0F5")


@dataclass(frozen=True, slots=True)
class Row:
    section: Wording | None
    label: Wording
    value: Wording | None
    required: bool
    options: tuple[Wording, ...]


def contract_template(task: Task) -> Mapping[str, Any]:
    """The job: its `args` name the contract."""
    number, rows = task.read(lambda work: collect(work, task.args["contract"]))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write(number, rows, task.words, path)
        kept = task.keep(path)
    return {"file": {"sha256": kept, "name": f"{number}.xlsx"}}


def collect(work: Work, contract_id: int) -> tuple[str, list[Row]]:
    """Raises `NotFound`."""
    view = contract_views.contract(work, contract_id)
    desk = Desk(Filling(Contract.declared.version), WorkAsk(work), {}, lambda wording: ())
    desk.open(Contract)
    known = opening(contract_views.known(work, contract_id, renew=False))["answers"]
    prefill.give_json(desk, Contract, known if isinstance(known, dict) else {})
    root = desk.open(Contract)
    return view.contract.number, [_row(root, each) for each in blanks(root)]


def _row(root: Sheet, blank: Blank) -> Row:
    mine = root.declared.fields.get(blank.field.name) is blank.field
    options = root.options(blank.field) if mine else ()
    labels = tuple(each.label for each in options[:MOST_OPTIONS])
    return Row(blank.section, blank.label, blank.value, blank.field.required, labels)


def write(number: str, rows: Sequence[Row], words: Callable[[Wording], str], to: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    lists = book.create_sheet("lists")
    lists.sheet_state = "hidden"
    sheet.title = number
    for column, width in zip("ABC", (30, 48, 40), strict=True):
        sheet.column_dimensions[column].width = width
    _put(sheet.cell(1, 1), words(say("contract-template-sheet", number=number))).font = Font(bold=True, size=13)
    at, section = 2, None
    for row in rows:
        if row.section is not None and row.section != section:
            section = row.section
            heading = _put(sheet.cell(at, 1), words(row.section))
            heading.font, heading.fill = Font(bold=True), SECTION
            at += 1
        _line(sheet, lists, at, row, words)
        at += 1
    sheet.freeze_panes = "B2"
    book.save(to)


def _line(sheet: Worksheet, lists: Worksheet, at: int, row: Row, words: Callable[[Wording], str]) -> None:
    _put(sheet.cell(at, 1), words(row.label))
    answer = _put(sheet.cell(at, 2), words(row.value) if row.value is not None else "")
    answer.fill, answer.alignment, answer.number_format = FILLED_IN, Alignment(wrap_text=True), "@"
    if row.required:
        _put(sheet.cell(at, 3), words(say("contract-template-required")))
    if row.options:
        column = get_column_letter(lists.max_column + 1 if lists.max_row > 1 or lists["A1"].value else 1)
        for place, option in enumerate(row.options, 1):
            _put(lists[f"{column}{place}"], words(option))
        known = DataValidation(
            type="list", formula1=f"=lists!${column}$1:${column}${len(row.options)}", allow_blank=True
        )
        sheet.add_data_validation(known)
        known.add(f"B{at}")


def _put(cell: Any, text: str) -> Cell:
    """As text, whatever it begins with: nobody's name becomes a formula."""
    assert isinstance(cell, Cell)
    cell.value = text or None
    if text:
        cell.data_type = "s"
    return cell
