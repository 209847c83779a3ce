"""目标 as they are kept: what a unit, an agency or a salesperson is to sell in a quarter; and the port."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from domain.statistics.records import Measure

AIMED = (Measure.PIECES, Measure.AMOUNT)
"""What a target may be of: pieces, or yuan, tax included."""


class TargetOf(StrEnum):
    UNIT = "unit"
    AGENCY = "agency"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Aim:
    """Whose a target is: of that kind, the record of that id."""

    of: TargetOf
    id: int


@dataclass(frozen=True, slots=True)
class Target:
    """`quarter` is its first day; a `value` of 0 is none any more."""

    id: int
    quarter: date
    measure: Measure
    value: Decimal


class Targets(Protocol):
    def put(
        self, aim: Aim, quarter: date, measure: Measure, value: Decimal, *, author_id: int, at: datetime
    ) -> tuple[int, Decimal | None]:
        """The target's id, and what it was before. Of two at once the second sees what the first one said."""

    def several(self, of: TargetOf, ids: Collection[int], since: date, until: date) -> Mapping[int, list[Target]]:
        """Of quarters that begin in these days, by whose they are; in their order."""
