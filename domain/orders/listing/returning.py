"""What returns of a list can take something back of: orders that stand, and rows of the same list that come in before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.base.rights import Reach
from domain.base.work import Work
from domain.imports.records import Problem
from domain.orders.listing.cells import OrderRow
from domain.orders.listing.columns import OrderColumn
from domain.orders.records import Line, Order, Wanted

LOOKED_AT = 200


def sold_of(work: Work, customer: int, project: int, until: date | None) -> list[tuple[Order, Line, int]]:
    """What the agency sold of a project, the newest first, with how much of it is left to come back."""
    wanted = Wanted(customer_id=customer, project_id=project, until=until, limit=LOOKED_AT)
    found = [
        (order, line)
        for order in work.orders.newest(Reach(agency_id=work.actor.agency_id or 0), wanted)
        for line in order.lines
        if line.project_id == project and line.quantity > 0
    ]
    back = work.orders.returned([line.id for _, line in found])
    return [(order, line, line.quantity - back.get(line.id, 0)) for order, line in found]


@dataclass
class _Sold:
    price: Decimal | None
    left: int
    day: str


@dataclass
class Returnable:
    """By customer and project; one list's returns lessen it."""

    _sold: dict[tuple[int, int], list[_Sold]] = field(default_factory=dict)

    def _of(self, work: Work, customer: int, project: int) -> list[_Sold]:
        key = customer, project
        if key not in self._sold:
            self._sold[key] = [
                _Sold(line.price, left, order.day.isoformat())
                for order, line, left in sold_of(work, customer, project, None)
            ]
        return self._sold[key]

    def sells(self, work: Work, customer: int, project: int, row: OrderRow) -> None:
        """A row that comes in."""
        self._of(work, customer, project).insert(0, _Sold(row.price, row.quantity, row.day.isoformat()))

    def take(self, work: Work, customer: int, project: int, row: OrderRow) -> Problem | None:
        """Why the pieces can't come back: `before` where nothing was ever sold."""
        sold = [each for each in self._of(work, customer, project) if each.day <= row.day.isoformat()]
        if not sold:
            return Problem(OrderColumn.QUANTITY, "before", str(row.quantity))
        enough = [each for each in sold if each.left >= -row.quantity]
        able = [each for each in enough if row.price in (None, each.price)]
        if able:
            able[0].left += row.quantity
            return None
        if enough:
            prices = "、".join(dict.fromkeys(f"{each.price.normalize():f}" for each in enough[:3] if each.price))
            return Problem(OrderColumn.PRICE, "return-price", f"{row.price:f}", prices)
        return Problem(OrderColumn.QUANTITY, "return-more", str(row.quantity), str(max(each.left for each in sold)))
