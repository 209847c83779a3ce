"""Orders that a sheet which is sent again has on another day.

A file of a name that was logged before says most rows as they were. A row that no order says, beside an order of that file that
no row says any more, is that order with its day corrected: of the same contract number or batch, or with the same figures.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from domain.base.work import Work
from domain.orders.logged import Figures, figures_of
from domain.orders.records import Order
from domain.orders.standing import Says, StandingLine, named, same_batch


@dataclass
class Moved:
    """Of one list. `jobs` took files of that name in, `said` are lines that rows say as they stand, and `again` tells that one
    of them came with such a file: else it is a new list under an old name, and only what says more than a name counts."""

    jobs: Collection[int] = ()
    said: set[int] = field(default_factory=set)
    again: bool = False
    _orders: dict[int, list[Order]] = field(default_factory=dict)

    def says(self, found: Iterable[StandingLine], same_workbook: Collection[int]) -> None:
        """Rows that stand as they are."""
        for each in found:
            self.said.update(each.lines)
            self.again = self.again or each.order.id in same_workbook

    def find(self, work: Work, row: Says, figures: Figures) -> StandingLine | None:
        """The line that has the row on another day, which then answers for no other row."""
        if not self.jobs or row.quantity < 0:
            return None
        if row.customer not in self._orders:
            self._orders[row.customer] = list(work.order_lists.of_jobs(self.jobs, row.customer))
        for order in self._orders[row.customer]:
            for line in order.lines:
                if line.id in self.said or line.project_id != row.project or order.day == row.day:
                    continue
                sure = named(order, row) or same_batch(line, row)
                if (sure or figures == figures_of(line)) if self.again else (sure and figures == figures_of(line)):
                    self.said.add(line.id)
                    return StandingLine(order, line)
        return None
