"""What a foreign currency is worth in yuan, month by month: the port, and amounts in yuan (docs/orders.md).

A rate is what the administrator says. A month without one has none: it is never taken from another month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from domain.orders.records import YUAN, Line

FEN = Decimal("0.01")


class Rates(Protocol):
    """Months are named by their first day; rates are yuan for one of the currency, exact to six decimals."""

    def of(self, months: Iterable[date]) -> Mapping[date, Mapping[str, Decimal]]:
        """By month and currency, as far as there are any."""

    def put(
        self, currency: str, month: date, rate: Decimal, *, author_id: int, at: datetime
    ) -> tuple[int, Decimal | None]:
        """The rate's id, and what it was before."""

    def newest(self, limit: int) -> Sequence[tuple[date, Mapping[str, Decimal]]]:
        """The last months that have any, newest first."""

    def wanted(self, limit: int) -> Sequence[tuple[str, date]]:
        """Currencies and months of living orders that have no rate, newest first."""


def month_of(day: date) -> date:
    return day.replace(day=1)


def in_yuan(amount: Decimal, currency: str, rates: Mapping[str, Decimal]) -> Decimal | None:
    """To the fen; None where the month has no rate. `rates` are those of the contract's month."""
    if currency == YUAN:
        return amount
    rate = rates.get(currency)
    return None if rate is None else (amount * rate).quantize(FEN, ROUND_HALF_UP)


def sum_in_yuan(lines: Iterable[tuple[Line, Mapping[str, Decimal]]]) -> Decimal | None:
    """Of lines with the rates of their months; None as soon as one has none. Lines without a price count nothing."""
    whole = Decimal(0)
    for line, rates in lines:
        if line.amount is None:
            continue
        amount = in_yuan(line.amount, line.currency, rates)
        if amount is None:
            return None
        whole += amount
    return whole
