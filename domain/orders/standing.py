"""What stands in the orders of some customers' days: what says the same as a row of a list, and what a row says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.said_numbers import number_of
from domain.names import same_key
from domain.orders import logged, recording
from domain.orders.logged import Figures, same_batches
from domain.orders.records import Batch, Line, Order
from domain.products.mcus import model_key


@dataclass(frozen=True, slots=True)
class StandingLine:
    """`also`: lines of the linked orders that one row was split into."""

    order: Order
    line: Line
    also: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        return (self.line.id, *self.also)


@dataclass(frozen=True, slots=True)
class Says:
    """What of a row tells which line it is."""

    customer: int
    day: date
    project: int
    mcu: str
    quantity: int
    batches: Sequence[Batch]
    reference: str
    number: str = ""


class Days:
    """Each line answers for one row."""

    def __init__(
        self, standing: Mapping[tuple[int, date], Sequence[Order]], most: int, same_workbook: Collection[int] = ()
    ) -> None:
        """`most`: so many batches an order has. `same_workbook`: orders that a file of this name brought."""
        self._most = most
        self._days = standing
        self._same_workbook = same_workbook
        self._taken: set[int] = set()
        self._lines: dict[tuple[int, date, Figures], list[StandingLine]] = {}
        for (customer, day), several in standing.items():
            for order in several:
                for line in order.lines:
                    key = customer, day, logged.figures_of(line)
                    self._lines.setdefault(key, []).append(StandingLine(order, line))

    def claim(self, lines: Iterable[int]) -> None:
        """Other rows say these already."""
        self._taken.update(lines)

    def take(
        self,
        customer: int,
        day: date,
        figures: Figures,
        batches: Iterable[Batch],
        meant: Callable[[StandingLine], bool] | None = None,
    ) -> StandingLine | None:
        """The line that says the same, which then says it no more; `meant`: it must be such a one."""
        told = list(batches)
        found = self._says((customer, day), figures, told, meant)
        if found is None and meant is None and len(told) > self._most:
            found = self._split((customer, day), figures, told)
        if found is not None:
            self._taken.update(found.lines)
        return found

    def _says(
        self,
        of: tuple[int, date],
        figures: Figures,
        told: Sequence[Batch],
        meant: Callable[[StandingLine], bool] | None = None,
    ) -> StandingLine | None:
        for each in self._lines.get((*of, figures), []):
            fits = each.line.id not in self._taken and same_batches(told, each.line.batches)
            if fits and (meant is None or meant(each)):
                return each
        return None

    def _split(self, of: tuple[int, date], figures: Figures, told: Sequence[Batch]) -> StandingLine | None:
        """More batches than one order has became linked ones."""
        found: list[StandingLine] = []
        for group in recording.groups(told, self._most):
            part = self._part(of, figures, group)
            if part is None:
                return None
            found.append(part)
        if sum(each.line.quantity for each in found) != figures.quantity:
            return None
        return StandingLine(found[0].order, found[0].line, tuple(each.line.id for each in found[1:]))

    def _part(self, of: tuple[int, date], figures: Figures, group: Sequence[Batch]) -> StandingLine | None:
        """Where the batches' shares aren't told, as they were shared when it was logged."""
        if pieces := recording.pieces(group):
            return self._says(of, figures._replace(quantity=pieces), group)
        codes = {each.code.casefold() for each in group}
        lines = [StandingLine(order, line) for order in self._days.get(of, ()) for line in order.lines]
        same = (
            each
            for each in lines
            if each.line.id not in self._taken
            and logged.figures_of(each.line)._replace(quantity=None) == figures._replace(quantity=None)
            and {batch.code.casefold() for batch in each.line.batches} == codes
        )
        return next(same, None)

    def changed(self, row: Says) -> StandingLine | None:
        """The line that the row says otherwise: of its contract number, else of one of its batches, else of the same
        workbook. Ask it when all rows that stand as they are were taken."""
        free = [each for each in self._free(row) if _may_be(each, row)]
        for signs in (_same_reference, _same_batch, self._of_this_workbook):
            for each in free:
                if signs(each, row):
                    self._taken.add(each.line.id)
                    return each
        return None

    def beside(self, row: Says) -> StandingLine | None:
        """A line of the same customer, day and project that no row says."""
        return next((each for each in self._free(row) if each.line.project_id == row.project), None)

    def _free(self, row: Says) -> Iterator[StandingLine]:
        for order in self._days.get((row.customer, row.day), ()):
            if order.is_return or row.quantity < 0:  # a return is voided, never corrected
                continue
            for line in order.lines:
                if line.id not in self._taken:
                    yield StandingLine(order, line)

    def _of_this_workbook(self, each: StandingLine, row: Says) -> bool:
        return each.order.id in self._same_workbook and each.line.project_id == row.project


def _may_be(each: StandingLine, row: Says) -> bool:
    same = each.line.project_id == row.project or model_key(each.line.mcu) == model_key(row.mcu)
    return same and (not (row.reference or row.number) or named(each.order, row))


def named(order: Order, row: Says) -> bool:
    """By our own number, as an export has it, else by its contract's."""
    if row.number:
        return number_of(row.number) == order.number
    return bool(row.reference) and same_key(row.reference) in map(same_key, (order.reference, order.number))


def _same_reference(each: StandingLine, row: Says) -> bool:
    return bool(row.reference or row.number)


def _same_batch(each: StandingLine, row: Says) -> bool:
    return same_batch(each.line, row)


def same_batch(line: Line, row: Says) -> bool:
    """At least one."""
    return bool({each.code.casefold() for each in row.batches} & {each.code.casefold() for each in line.batches})
