"""How far off a forecast was: WAPE, bias, gain over the naive mean (docs/forecast.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.forecast.knowledge import Cell


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Sums over cells and months: what was missed, forecast and ordered."""

    missed: float = 0.0
    forecast: float = 0.0
    ordered: float = 0.0

    def __add__(self, other: Accuracy) -> Accuracy:
        return Accuracy(self.missed + other.missed, self.forecast + other.forecast, self.ordered + other.ordered)

    @property
    def wape(self) -> float | None:
        """Σ |ordered − forecast| ÷ Σ ordered; None (shown as —) where nothing was ordered."""
        return self.missed / self.ordered if self.ordered else None

    @property
    def bias(self) -> float | None:
        """(Σ forecast − Σ ordered) ÷ Σ ordered: above 0 is too much."""
        return (self.forecast - self.ordered) / self.ordered if self.ordered else None

    def gain(self, naive: Accuracy) -> float | None:
        """1 − WAPE ÷ WAPE of the naive mean of the same months; None where that missed nothing or nothing was ordered."""
        return 1 - self.missed / naive.missed if self.ordered and naive.missed else None


def score(forecast: Mapping[Cell, float], ordered: Mapping[Cell, float]) -> Accuracy:
    """Of one month. Negative cells, more returned than ordered, count as 0."""
    missed = whole = sold = 0.0
    for cell in forecast.keys() | ordered.keys():
        said, was = forecast.get(cell, 0.0), max(0.0, ordered.get(cell, 0.0))
        missed, whole, sold = missed + abs(said - was), whole + said, sold + was
    return Accuracy(missed, whole, sold)


def total(several: Iterable[Accuracy]) -> Accuracy:
    return sum(several, Accuracy())
