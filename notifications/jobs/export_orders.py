"""The job behind 导出 of 销售记录: orders as an Excel file, as far as its reader may see them; once row by row with all that
is known, once in the old form with a column for each batch."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePath

from dialogs.core.screen import Say, say
from domain.base.work import Work
from domain.orders import exporting
from domain.orders.exporting import ExportedOrder
from domain.orders.rates import in_yuan
from domain.orders.records import Line, OrderState, Wanted
from domain.orders.views import OrderView, PriceShown
from notifications.documents.workbook import ROWS, Book, Column, Value
from notifications.jobs.working import Task

SHEETS: Mapping[str, tuple[str, ...]] = {
    "lines": (
        "number", "state", "day", "name", "agency", "contact", "project", "mcu", "written", "domain", "quantity", "price",
        "currency", "amount", "rate", "yuan", "batches", "reference", "author", "at", "of",
    ),
    "old": ("day", "name", "project", "mcu", "domain", "quantity", "price", "batch-1", "batch-2", "batch-3", "contact"),
    "deliveries": ("number", "name", "delivered", "project", "mcu", "quantity", "batches", "author"),
}  # fmt: skip
FORMATS: Mapping[str, str] = {
    "quantity": "#,##0",
    "price": "#,##0.00####",
    "amount": "#,##0.00",
    "rate": "#,##0.00####",
    "yuan": "#,##0.00",
    "day": "yyyy-mm-dd",
    "delivered": "yyyy-mm-dd",
    "at": "yyyy-mm-dd hh:mm",
}
WIDE = frozenset({"name", "batches", "project"})
OLD_BATCHES = 3
MOST = 40_000_000
"""Bytes of a file: a bot may send 50 MB."""
ROOM = 20_000


def export_orders(task: Task, most: int = MOST) -> dict[str, object]:
    """Files of at most about `most` bytes, each with whole orders. Begins anew when it was interrupted. Raises
    `NotAllowed`."""
    kept: list[str] = []
    everything = _everything(task, exporting.narrowed(task.args))
    following = next(everything, None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.xlsx"
        while following is not None or not kept:
            with Book(path) as book:
                writer = OrdersWriter(task, book)
                while following is not None and not _is_full(book, most):
                    writer.write(following)
                    following = next(everything, None)
            kept.append(task.keep(path))
    name = PurePath(task.words(say("export-orders-file")))
    return {"files": [{"sha256": each, "name": _part(name, place, len(kept))} for place, each in enumerate(kept, 1)]}


def _part(name: PurePath, place: int, several: int) -> str:
    return str(name) if several == 1 else f"{name.stem} {place}-{several}{name.suffix}"


def _is_full(book: Book, most: int) -> bool:
    return book.size > most or any(rows > ROWS - ROOM for rows in book.rows.values())


def _everything(task: Task, only: Wanted) -> Iterator[ExportedOrder]:
    total = task.read(lambda work: exporting.count(work, only))
    done = after = 0
    while found := task.read(lambda work, after=after: exporting.portion(work, only, after)):  # type: ignore[misc]
        yield from found
        done, after = done + len(found), int(found[-1].view.order.id)
        task.note(done=done, total=total)


def _zone(work: Work) -> tzinfo:
    return work.zone


class OrdersWriter:
    """Lays orders into the sheets, in the reader's language and the vendor's time."""

    def __init__(self, task: Task, book: Book) -> None:
        self.book = book
        self.zone = task.read(_zone)
        self.word = cache(lambda key: task.words(say(key)))
        self.words = task.words
        for sheet, columns in SHEETS.items():
            titles = [
                Column(self.word(f"export-orders-column-{each}"), 40 if each in WIDE else 16, FORMATS.get(each, ""))
                for each in columns
            ]
            book.sheet(self.word(f"export-orders-{sheet}"), titles)

    def write(self, each: ExportedOrder) -> None:
        order = each.view.order
        self._add("lines", [self._line(each, line) for line in order.lines])
        if order.state is not OrderState.VOID:
            self._add("old", [self._old(each, line) for line in order.lines])
        lines = {line.id: line for line in order.lines}
        for told, author in each.deliveries:
            line = lines[told.line_id]
            facts = (told.day, line.project, line.mcu, told.quantity, "、".join(told.batches), author)
            self._add("deliveries", [(order.number, each.view.customer, *facts)])

    def _add(self, sheet: str, rows: Sequence[Sequence[Value]]) -> None:
        self.book.add(self.word(f"export-orders-{sheet}"), rows)

    def _line(self, each: ExportedOrder, line: Line) -> tuple[Value, ...]:
        view, order = each.view, each.view.order
        batches = "、".join(_batch(code.code, code.quantity) for code in line.batches)
        return (
            order.number,
            self.words(_state(each)),
            order.day,
            view.customer,
            view.agency,
            view.contact,
            line.project or self.word("sale-from-before"),
            line.mcu,
            line.written,
            line.domain,
            line.quantity,
            line.price,
            line.currency if line.price is not None else None,
            line.amount if view.price is PriceShown.FULL else None,
            view.rates.get(line.currency) if view.price is PriceShown.FULL else None,
            _yuan(line, view),
            batches,
            order.reference,
            view.author,
            self._at(order.at),
            line.place,
        )

    def _old(self, each: ExportedOrder, line: Line) -> tuple[Value, ...]:
        """The last column takes what a policy of more batches leaves over."""
        codes = [batch.code for batch in line.batches]
        first, rest = codes[: OLD_BATCHES - 1], codes[OLD_BATCHES - 1 :]
        columns = [*first, *[""] * (OLD_BATCHES - 1 - len(first)), "、".join(rest)]
        order, view = each.view.order, each.view
        return (
            order.day,
            view.customer,
            line.project or self.word("sale-from-before"),
            line.mcu,
            line.domain,
            line.quantity,
            line.price,
            *columns,
            view.contact,
        )

    def _at(self, at: datetime) -> Value:
        """Excel knows no time zones: the vendor's wall clock."""
        return at.astimezone(self.zone).replace(tzinfo=None)


def _state(each: ExportedOrder) -> Say:
    order = each.view.order
    if order.state is OrderState.VOID:
        return say("export-orders-state-void")
    if order.state is OrderState.LATE:
        return say("export-orders-state-waits")
    kind = "return" if order.is_return else "order"
    return say(f"export-orders-state-{kind}-late" if order.late else f"export-orders-state-{kind}")


def _yuan(line: Line, view: OrderView) -> Decimal | None:
    """Empty where the month has no rate."""
    if view.price is not PriceShown.FULL or line.amount is None:
        return None
    return in_yuan(line.amount, line.currency, view.rates)


def _batch(code: str, quantity: int | None) -> str:
    return code if quantity is None else f"{code}:{quantity}"
