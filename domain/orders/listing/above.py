"""Cells that a list leaves empty below the first row of a document: an ERP writes the customer of a delivery note once."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.findings import Marks
from domain.imports import Cells
from domain.orders.listing.cells import ABOVE
from domain.orders.listing.columns import OrderColumn


@dataclass
class Above:
    """Goes down the rows of a list. Only a row with the same number in its column of documents gets anything."""

    _last: Cells = field(default_factory=dict)

    def filled(self, cells: Cells, marks: Marks) -> tuple[Cells, Marks]:
        number = cells.get(OrderColumn.REFERENCE.value, "")
        said: dict[str, str] = {}
        if number and number == self._last.get(OrderColumn.REFERENCE.value):
            of_document = (OrderColumn.CUSTOMER.value, OrderColumn.DAY.value)
            empty = [each for each in of_document if not cells.get(each) and each not in marks]
            said = {each: self._last[each] for each in empty if self._last.get(each)}
        self._last = {**cells, **said}
        return self._last, {**marks, **dict.fromkeys(said, ABOVE)}
