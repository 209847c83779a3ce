"""A customer's past in its holder's hands, as it is asked for: which reports of a while, and how many orders there were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Which reports of a customer: from `since` on, before `until`, of one agency alone if named; newest first."""

    since: datetime | None = None
    until: datetime | None = None
    agency: int | None = None
    offset: int = 0
    limit: int = 5


@dataclass(frozen=True, slots=True)
class OrderTotals:
    """Of orders that count: how many, returns not among them, the pieces that remain of them, the contract's day of the last."""

    orders: int
    pieces: int
    last: date | None
