"""What is asked of orders as figures, and the port that adds them up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from domain.base.rights import Reach
from domain.statistics.spans import DayRange

Key = int | str
"""What a group is known by: the id of a record, a model or a product domain as it is kept, a month's first day (ISO)."""


class Measure(StrEnum):
    PIECES = "pieces"
    """数量"""
    AMOUNT = "amount"
    """金额, yuan, tax included"""
    PRICE = "price"
    """均价: amount ÷ the pieces that have a price"""


class Basis(StrEnum):
    """By which day something counts."""

    ORDERED = "ordered"
    """按合同日"""
    SHIPPED = "shipped"
    """按发货: by deliveries; a line without any was shipped complete on its contract's day"""


class SalesGrouping(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    CUSTOMER = "customer"
    MODEL = "model"
    DOMAIN = "domain"
    AGENCY = "agency"
    PERSON = "person"
    UNIT = "unit"


IN_TIME = (SalesGrouping.MONTH, SalesGrouping.QUARTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """To what it is narrowed; what isn't said is everything. `domain` is one of the first level."""

    customer: int | None = None
    model: str = ""
    domain: str = ""
    agency: int | None = None
    person: int | None = None
    unit: int | None = None


EVERYTHING = Only()


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesPortion:
    """Orders that count, of one group, month, currency; returns netted. Of yuan `month` is the first day of all, unless months
    and days are asked for: only other currencies need a rate. `priced` of the pieces have a price, to which `amount`
    belongs, in `currency`, exact. `late` of the pieces are 补录, confirmed."""

    key: Key
    month: date
    currency: str
    late: int
    pieces: int
    priced: int
    amount: Decimal
    day: date | None = None
    """Where days are asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """Of a long list: how many from which on. `many` None: all."""

    first: int = 0
    many: int | None = None


WHOLE = Part()


class Statistics(Protocol):
    def portions(
        self,
        reach: Reach,
        only: Only,
        days: DayRange,
        basis: Basis,
        grouping: SalesGrouping | None,
        keys: Collection[int] | None = None,
    ) -> Sequence[SalesPortion]:
        """Without a grouping all keys are the same; with one in time, too, and each day is told. `keys`: of these customers alone."""

    def customers(
        self,
        reach: Reach,
        only: Only,
        days: DayRange,
        basis: Basis,
        measure: Measure,
        part: Part,
        but: DayRange | None = None,
    ) -> tuple[Sequence[int], int]:
        """Who bought in these days, and how many they are: the largest first by what is measured, those of whom it can't be said
        last. `but`: without those who bought in these other days."""

    def more_than(self, lines: int, reach: Reach, only: Only, days: DayRange) -> bool:
        """Whether so many lines of orders and more were signed in these days."""

    def newcomers(self, reach: Reach, only: Only, days: DayRange) -> int:
        """Customers whose first order of all that the reach covers was signed in these days."""

    def people(self, name: str, reach: Reach) -> Mapping[int, str]:
        """Whoever of that very name stands behind orders that the reach covers, with his agency's name."""

    def names(self, grouping: SalesGrouping, keys: Collection[Key], reach: Reach) -> Mapping[Key, str]:
        """How groups are called: a customer's, agency's, person's or unit's name, a model as it is written in orders that the
        reach covers."""
