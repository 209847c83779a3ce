"""Cells that a list leaves empty below the first row of a document: an ERP writes the customer of a delivery note once."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.imports.findings import Marks
from domain.imports.records import Cells
from domain.orders.listing.cells import ABOVE, BLANK
from domain.orders.listing.columns import OrderColumn

_OF_DOCUMENT = (OrderColumn.CUSTOMER, OrderColumn.DAY)
_BESIDE = (OrderColumn.REFERENCE, OrderColumn.STATUS, OrderColumn.VOIDED, OrderColumn.KIND)
"""What else a document says once."""


@dataclass
class FillDown:
    """Goes down the rows of a list. A row with the same number in its column of documents gets what is empty; of one that
    has no number either somebody is asked whether it is the document above."""

    _last: Cells = field(default_factory=dict)

    def filled(self, cells: Cells, marks: Marks) -> tuple[Cells, Marks]:
        number, last = cells.get(OrderColumn.REFERENCE.value, ""), self._last
        said: dict[str, str] = {}
        same = bool(number) and number == last.get(OrderColumn.REFERENCE.value)
        if same or (not number and _says_what(cells, last)):
            said = _from(last, [each for each in _OF_DOCUMENT if not cells.get(each) and each not in marks])
        beside = _from(last, [each for each in _BESIDE if not cells.get(each)]) if said else {}
        self._last = {**cells, **said, **beside}
        return self._last, {**marks, **dict.fromkeys(said, ABOVE if same else BLANK)}


def _from(last: Cells, columns: list[OrderColumn]) -> dict[str, str]:
    return {each.value: last[each] for each in columns if last.get(each)}


def _says_what(cells: Cells, last: Cells) -> bool:
    """A line of a document tells what was sold, as the one above does; a sum without a name doesn't."""
    what = OrderColumn.MCU, OrderColumn.PROJECT
    told = any(cells.get(each) for each in what) or not any(last.get(each) for each in what)
    return told and bool(cells.get(OrderColumn.QUANTITY))
