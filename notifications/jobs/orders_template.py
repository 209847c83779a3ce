"""An empty list of orders to be filled in at the computer: customers, their projects and models to choose from, each customer
offering its own projects; units, tax and currencies likewise.

Names are proposals: what isn't among them may be written all the same. The catalogue stands in a sheet of its own, so that it
can be read, filtered and copied from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dialogs.core.screen import Wording, say
from domain.base.work import Work
from domain.orders import knowing
from domain.orders.listing.columns import REQUIRED, TEMPLATE, OrderColumn
from notifications.documents.cells import put
from notifications.jobs.list_header import NOTES, ORDERS
from notifications.jobs.working import Task

ROWS: Final = 1_000
"""Rows that have drop-downs: so many outlive being saved by LibreOffice."""
HEADING: Final = PatternFill("solid", fgColor="ECF0F5")
NEEDED: Final = PatternFill("solid", fgColor="FFFBE6")
WIDTHS: Final[Mapping[OrderColumn, int]] = {
    OrderColumn.CUSTOMER: 36,
    OrderColumn.PROJECT: 24,
    OrderColumn.MCU: 22,
    OrderColumn.BATCHES: 22,
    OrderColumn.REFERENCE: 20,
}
FORMATS: Final[Mapping[OrderColumn, str]] = {
    OrderColumn.DAY: "yyyy-mm-dd",
    OrderColumn.QUANTITY: "#,##0",
    OrderColumn.PRICE: "0.00####",
    OrderColumn.BATCHES: "@",
    OrderColumn.REFERENCE: "@",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """`pairs` are customer, project, model, by customer."""

    customers: Sequence[str]
    pairs: Sequence[tuple[str, str, str]]
    currencies: Sequence[str]

    @property
    def models(self) -> Sequence[str]:
        return sorted({model for *_, model in self.pairs})


def orders_template(task: Task) -> Mapping[str, object]:
    """The kind of job."""
    offered = task.read(collect)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write(offered, task.words, path)
        return {"file": {"sha256": task.keep(path), "name": f"{task.words(say('orders-list-template-name'))}.xlsx"}}


def collect(work: Work) -> Offered:
    """Whom the reader may log for. Raises `NotAllowed`."""
    known = sorted(knowing.catalogue(work).customers, key=lambda each: each.name)
    pairs = [
        (customer.name, project.name, project.mcu)
        for customer in known
        for project in customer.projects
        if project.mcu.strip()
    ]
    return Offered([each.name for each in known], pairs, work.policy.orders.currencies)


def write(offered: Offered, words: Callable[[Wording], str], to: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = words(say("orders-list-list"))
    lists = _catalogue(book, offered, words)
    _heading(sheet, words)
    _drop_downs(sheet, lists, offered, words)
    _notes(book, words)
    book.save(to)


def _heading(sheet: Worksheet, words: Callable[[Wording], str]) -> None:
    for place, column in enumerate(TEMPLATE, 1):
        needed = column in REQUIRED
        cell = put(sheet.cell(1, place), words(ORDERS.title(column.value)) + (" *" if needed else ""))
        cell.font, cell.fill = Font(bold=True), NEEDED if needed else HEADING
        cell.comment = Comment(words(ORDERS.note(column.value)), "", width=260, height=90)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = WIDTHS.get(column, 13)
        if column in FORMATS:
            sheet.column_dimensions[letter].number_format = FORMATS[column]
    sheet.freeze_panes = "A2"


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the sheet of choices has what: ranges, empty where there is nothing to choose from."""

    sheet: str
    customers: str
    models: str
    units: str
    tax: str
    currencies: str
    pairs: int


def _catalogue(book: Workbook, offered: Offered, words: Callable[[Wording], str]) -> Lists:
    """Customers · customer, project, model · models · units · tax · currencies."""
    sheet = book.create_sheet(words(say("orders-list-catalogue")))
    title = quote_sheetname(sheet.title)
    columns: list[tuple[int, Sequence[str]]] = [
        (36, offered.customers),
        (36, [pair[0] for pair in offered.pairs]),
        (24, [pair[1] for pair in offered.pairs]),
        (22, [pair[2] for pair in offered.pairs]),
        (22, offered.models),
        (10, words(say("orders-list-units")).split()),
        (10, [words(say("orders-list-taxed")), words(say("orders-list-untaxed"))]),
        (10, offered.currencies),
    ]
    ranges = []
    for place, (column, (width, values)) in enumerate(zip(ORDERS.choices, columns, strict=True), 1):
        letter = get_column_letter(place)
        head = put(sheet.cell(1, place), words(ORDERS.title(column.value)))
        head.font, head.fill = Font(bold=True), HEADING
        sheet.column_dimensions[letter].width = width
        for row, value in enumerate(values, 2):
            put(sheet.cell(row, place), value)
        ranges.append(f"{title}!${letter}$2:${letter}${len(values) + 1}" if values else "")
    sheet.freeze_panes = "A2"
    customers, _, _, _, models, units, tax, currencies = ranges
    return Lists(title, customers, models, units, tax, currencies, len(offered.pairs))


def _drop_downs(sheet: Worksheet, lists: Lists, offered: Offered, words: Callable[[Wording], str]) -> None:
    def choose(column: OrderColumn, formula: str, *, only: bool = False) -> None:
        if not formula:
            return
        letter = get_column_letter(TEMPLATE.index(column) + 1)
        known = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=only)
        known.error = words(say("orders-list-choose"))
        sheet.add_data_validation(known)
        known.add(f"{letter}2:{letter}{ROWS + 1}")

    customer = get_column_letter(TEMPLATE.index(OrderColumn.CUSTOMER) + 1)
    choose(OrderColumn.CUSTOMER, lists.customers)
    if lists.pairs:
        of = f"${customer}2"
        keys = f"{lists.sheet}!$B$2:$B${lists.pairs + 1}"
        for column, beside in ((OrderColumn.PROJECT, 1), (OrderColumn.MCU, 2)):
            count = f"MAX(1,COUNTIF({keys},{of}))"
            choose(column, f"OFFSET({lists.sheet}!$B$2,IFERROR(MATCH({of},{keys},0),1)-1,{beside},{count},1)")
    choose(OrderColumn.UNIT, lists.units, only=True)
    choose(OrderColumn.TAX, lists.tax, only=True)
    choose(OrderColumn.CURRENCY, lists.currencies, only=True)


def _notes(book: Workbook, words: Callable[[Wording], str]) -> None:
    sheet = book.create_sheet(words(say("import-notes")))
    for place, (head, width) in enumerate(zip(NOTES, (20, 36, 70), strict=True), 1):
        put(sheet.cell(1, place), words(head)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, column in enumerate(TEMPLATE, 2):
        told = (ORDERS.title(column.value), ORDERS.sample(column.value), ORDERS.note(column.value))
        for place, wording in enumerate(told, 1):
            put(sheet.cell(row, place), words(wording))
