"""A contract's form as an Excel sheet: a field a row, what is known filled in, choices as lists; to be sent back.

A hidden sheet remembers what it was sent with (`dialogs.core.returned_workbook`), so that what comes back changes what was
changed at the computer and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dialogs.contracts.contract import Contract
from dialogs.contracts.values import opening
from dialogs.core import prefill
from dialogs.core.ask import WorkAsk
from dialogs.core.blank import Blank, blanks
from dialogs.core.bound import BoundForm, StepState
from dialogs.core.filling import Filling
from dialogs.core.returned_workbook import REQUIRED, SentWorkbook
from dialogs.core.screen import Json, Wording, say
from domain.base.work import Work
from domain.contracts import known_answers
from domain.contracts import views as contract_views
from domain.contracts.documents import SENT_SHEET
from notifications.documents.cells import put
from notifications.jobs.working import Task

MOST_OPTIONS: Final = 300
MOST_ITEMS: Final = 3
FILLED_IN: Final = PatternFill("solid", fgColor="FFFBE6")
SECTION: Final = PatternFill("solid", fgColor="ECF0F5")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    section: Wording | None
    label: Wording
    value: Wording | None
    required: bool
    options: tuple[Wording, ...]


def contract_template(task: Task) -> Mapping[str, object]:
    """The job: its `args` name the contract."""
    number, rows, now = task.read(lambda work: collect(work, task.args["contract"], task.args.get("filling")))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write(number, rows, now, task.words, path)
        kept = task.keep(path)
    return {"file": {"sha256": kept, "name": f"{number}.xlsx"}}


def collect(
    work: Work, contract_id: int, filling: Mapping[str, Json] | None
) -> tuple[str, list[TemplateRow], datetime]:
    """`filling`: the answers of the form as it stood when the sheet was asked for. Raises `NotFound`."""
    view = contract_views.contract(work, contract_id)
    given = Filling.from_json(filling or {})
    given.version = Contract.declared.version
    step = StepState(given, WorkAsk(work), {}, lambda wording: ())
    step.open(Contract)
    if not filling:
        known = opening(known_answers.known(work, contract_id))["answers"]
        prefill.give_json(step, Contract, known if isinstance(known, dict) else {})
    root = step.open(Contract)
    now = work.now.astimezone(work.policy.zone)
    return view.contract.number, [_row(root, each) for each in blanks(root, rows=MOST_ITEMS)], now


def _row(root: BoundForm, blank: Blank) -> TemplateRow:
    mine = root.declared.fields.get(blank.field.name) is blank.field
    options = root.options(blank.field) if mine else ()
    labels = tuple(each.label for each in options[:MOST_OPTIONS])
    return TemplateRow(blank.section, _label(blank), blank.value, blank.needed, labels)


def _label(blank: Blank) -> Wording:
    """Each row is called otherwise: 主要行业2服务器年销售额."""
    if blank.part is None:
        return blank.label
    inner = blank.label if blank.label.key not in _ITS_OWN else ""
    return say("contract-template-item", part=blank.part, number=str(blank.number), label=inner)


_ITS_OWN: Final = frozenset({"contract-industry-industry", "contract-customer-customer"})
"""What an item is called by: 主要行业1, not 主要行业1主要行业."""


def write(number: str, rows: Sequence[TemplateRow], now: datetime, words: Callable[[Wording], str], to: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    lists = book.create_sheet("lists")
    lists.sheet_state = "hidden"
    sheet.title = number
    for column, width in zip("ABC", (30, 48, 40), strict=True):
        sheet.column_dimensions[column].width = width
    put(sheet.cell(1, 1), words(say("contract-template-sheet", number=number))).font = Font(bold=True, size=13)
    at, section = 2, None
    for row in rows:
        if row.section is not None and row.section != section:
            section = row.section
            heading = put(sheet.cell(at, 1), words(row.section))
            heading.font, heading.fill = Font(bold=True), SECTION
            at += 1
        _line(sheet, lists, at, row, words)
        at += 1
    sheet.freeze_panes = "B2"
    _remember(book, number, rows, now, words)
    book.save(to)


def _remember(
    book: Workbook, number: str, rows: Sequence[TemplateRow], now: datetime, words: Callable[[Wording], str]
) -> None:
    hidden = book.create_sheet(SENT_SHEET)
    hidden.sheet_state = "veryHidden"
    # as the reader finds them: a cell has no blanks around it
    values = tuple(
        (words(row.label).strip(), words(row.value).strip() if row.value is not None else "") for row in rows
    )
    sent = SentWorkbook(Contract.declared.name, number, f"{now:%Y-%m-%d %H:%M}", values)
    for at, (label, value) in enumerate(sent.cells(), 1):
        put(hidden.cell(at, 1), label)
        put(hidden.cell(at, 2), value)


def _line(sheet: Worksheet, lists: Worksheet, at: int, row: TemplateRow, words: Callable[[Wording], str]) -> None:
    put(sheet.cell(at, 1), words(row.label))
    answer = put(sheet.cell(at, 2), words(row.value) if row.value is not None else "")
    answer.fill, answer.alignment, answer.number_format = FILLED_IN, Alignment(wrap_text=True), "@"
    if row.required:
        put(sheet.cell(at, 3), words(REQUIRED))
    if row.options:
        column = get_column_letter(lists.max_column + 1 if lists.max_row > 1 or lists["A1"].value else 1)
        for place, option in enumerate(row.options, 1):
            put(lists[f"{column}{place}"], words(option))
        known = DataValidation(
            type="list", formula1=f"lists!${column}$1:${column}${len(row.options)}", allow_blank=True
        )
        sheet.add_data_validation(known)
        known.add(f"B{at}")
