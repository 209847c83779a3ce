"""The job behind 导出 of 销售记录: orders as an Excel file, as far as its reader may see them; once row by row with all that
is known, once in the old form with a column for each batch."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from typing_extensions import override

from dialogs.core.screen import Say, say
from domain.base.bilingual import joined, translated
from domain.orders import exporting
from domain.orders.exporting import ExportedOrder
from domain.orders.rates import in_yuan
from domain.orders.records import Line, OrderState
from domain.orders.views import OrderView, PriceShown
from notifications.documents.workbook import Value
from notifications.jobs.exporting import MOST, SheetWriter, everything, export
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


def export_orders(task: Task, most: int = MOST) -> dict[str, object]:
    """Files with whole orders. Raises `NotAllowed`."""
    only = exporting.narrowed(task.args)
    found = everything(
        task,
        lambda work: exporting.count(work, only),
        lambda work, after: exporting.portion(work, only, after),
        lambda each: int(each.view.order.id),
    )
    return export(
        task, found, OrdersWriter, say("export-orders-file", day=task.read(lambda work: work.today).isoformat()), most
    )


class OrdersWriter(SheetWriter[ExportedOrder]):
    stem, columns, broad, formats = "orders-", SHEETS, WIDE, FORMATS

    @override
    def write(self, each: ExportedOrder) -> None:
        order = each.view.order
        self.add("lines", [self._line(each, line) for line in order.lines])
        if order.state is not OrderState.VOID:
            self.add("old", [self._old(each, line) for line in order.lines])
        lines = {line.id: line for line in order.lines}
        for told, author in each.deliveries:
            line = lines[told.line_id]
            facts = (told.day, line.project, line.mcu, told.quantity, self.words(joined(told.batches)), author)
            self.add("deliveries", [(order.number, each.view.customer, *facts)])

    def _line(self, each: ExportedOrder, line: Line) -> tuple[Value, ...]:
        view, order = each.view, each.view.order
        batches = self.words(joined(_batch(code.code, code.quantity) for code in line.batches))
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
            self.words(translated(line.domain)),
            line.quantity,
            line.price,
            line.currency if line.price is not None else None,
            line.amount if view.price is PriceShown.FULL else None,
            view.rates.get(line.currency) if view.price is PriceShown.FULL else None,
            _yuan(line, view),
            batches,
            order.reference,
            view.author,
            self.at(order.at),
            line.place,
        )

    def _old(self, each: ExportedOrder, line: Line) -> tuple[Value, ...]:
        """The last column takes what a policy of more batches leaves over."""
        codes = [batch.code for batch in line.batches]
        first, rest = codes[: OLD_BATCHES - 1], codes[OLD_BATCHES - 1 :]
        columns = [*first, *[""] * (OLD_BATCHES - 1 - len(first)), self.words(joined(rest))]
        order, view = each.view.order, each.view
        return (
            order.day,
            view.customer,
            line.project or self.word("sale-from-before"),
            line.mcu,
            self.words(translated(line.domain)),
            line.quantity,
            line.price,
            *columns,
            view.contact,
        )


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
