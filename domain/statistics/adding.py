"""Sums of sales, exact: what the database added up, put together and told in yuan.

Money of other currencies is told in yuan by the rate of its month, to the fen for each month and currency of a sum.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from domain.base.calendar import DAY
from domain.base.rights import Reach
from domain.base.work import Work
from domain.orders.rates import in_yuan
from domain.orders.records import YUAN
from domain.products.domains import BETWEEN
from domain.statistics.records import Basis, Key, Measure, Only, Part, SalesGrouping, SalesPortion
from domain.statistics.spans import DayRange

TEN_THOUSANDTH = Decimal("0.0001")
Foreign = tuple[str, date]
"""Currency and month."""


@dataclass(slots=True)
class Sum:
    pieces: int = 0
    priced: int = 0
    """Pieces that have a price."""
    there: bool = False
    """Something was sold, or taken back."""
    late: int = 0
    """Pieces of them that are 补录: what was reported of these months first was without them."""
    yuan: Decimal = Decimal(0)
    """Without what `foreign` holds."""
    foreign: dict[Foreign, Decimal] = field(default_factory=dict)

    def add(self, portion: SalesPortion) -> None:
        self.there = True
        self.pieces += portion.pieces
        self.priced += portion.priced
        self.late += portion.late
        if portion.currency == YUAN:
            self.yuan += portion.amount
        elif portion.amount:
            at = (portion.currency, portion.month)
            self.foreign[at] = self.foreign.get(at, Decimal(0)) + portion.amount


NOTHING = Sum()


class Adding:
    """What one question adds up; of the same days only once."""

    def __init__(self, work: Work, mine: Reach, only: Only, basis: Basis) -> None:
        self._work = work
        self._of = (mine, only)
        self._basis = basis
        self._wholes: dict[DayRange, Sum] = {}
        self._by_key: dict[object, dict[Key, Sum]] = {}
        self._days: list[tuple[DayRange, Sequence[SalesPortion]]] = []
        self._rates: dict[date, Mapping[str, Decimal]] = {}

    def by_key(
        self, days: DayRange, grouping: SalesGrouping, *, first_level: bool = False, keys: Collection[int] | None = None
    ) -> Mapping[Key, Sum]:
        """`first_level`: of a product domain's path. `keys`: of these customers alone, else the sum of all is known, too."""
        asked = (days, grouping, None if keys is None else tuple(keys))
        if asked in self._by_key:
            return self._by_key[asked]
        portions = self._portions(days, grouping, keys)
        found = self._by_key[asked] = {}
        for each in portions:
            key = str(each.key).split(BETWEEN)[0] if first_level else each.key
            found.setdefault(key, Sum()).add(each)
        if keys is None:
            self._wholes[days] = _sum(portions)
        return found

    def customers(
        self, days: DayRange, measure: Measure, part: Part, but: DayRange | None = None
    ) -> tuple[Sequence[int], int]:
        return self._work.statistics.customers(*self._of, days, self._basis, measure, part, but)

    def read_days(self, days: DayRange) -> None:
        """Sums of any days among them are put together without asking once more."""
        for known, _ in self._days:
            if known.since <= days.since <= known.until + DAY:
                days = DayRange(known.until + DAY, days.until)
        if days.since <= days.until:
            self._days.append((days, self._portions(days, SalesGrouping.MONTH)))

    def whole(self, days: DayRange) -> Sum:
        """Of all that happened in these days."""
        if days not in self._wholes:
            known = self._known(days)
            self._wholes[days] = _sum(self._portions(days, None) if known is None else known)
        return self._wholes[days]

    def _known(self, days: DayRange) -> list[SalesPortion] | None:
        first, found = days.since, []
        for known, portions in self._days:
            if known.since <= first <= known.until:
                found += [each for each in portions if each.day and days.since <= each.day <= days.until]
                first = known.until + DAY
        return found if first > days.until else None

    def _portions(
        self, days: DayRange, grouping: SalesGrouping | None, keys: Collection[int] | None = None
    ) -> Sequence[SalesPortion]:
        return self._work.statistics.portions(*self._of, days, self._basis, grouping, keys)

    # --- in yuan --------------------------------------------------------------------------------------------------

    def value(self, of: Sum, measure: Measure) -> Decimal | None:
        """None: it can't be said (no rate, no price)."""
        if measure is Measure.PIECES:
            return Decimal(of.pieces)
        if self.unrated(of):
            return None
        yuan = of.yuan + sum(in_yuan(of.foreign[at], at[0], self._of_month(at[1])) or 0 for at in of.foreign)
        if measure is Measure.AMOUNT:
            return yuan
        return (yuan / of.priced).quantize(TEN_THOUSANDTH, ROUND_HALF_UP) if of.priced > 0 else None

    def unrated(self, of: Sum) -> Sequence[Foreign]:
        """Currencies and months without a rate, the latest last."""
        lacking = [at for at, amount in of.foreign.items() if amount and at[0] not in self._of_month(at[1])]
        return sorted(lacking, key=lambda at: (at[1], at[0]))

    def _of_month(self, month: date) -> Mapping[str, Decimal]:
        if month not in self._rates:
            self._rates[month] = self._work.rates.of([month]).get(month, {})
        return self._rates[month]


def _sum(portions: Iterable[SalesPortion]) -> Sum:
    whole = Sum()
    for each in portions:
        whole.add(each)
    return whole
