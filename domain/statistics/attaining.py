"""How far a target is attained: what was sold beside it, and what is lacking (docs/statistics.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.base.work import Work
from domain.statistics.records import Measure
from domain.statistics.spans import Span
from domain.statistics.target_records import AIMED, TargetOf

QUARTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Attained:
    """`target` of the quarters of a span that have one, `set` of `quarters` (of several units: of each); `done` what was sold in the
    span, None where it can't be said."""

    target: Decimal
    done: Decimal | None
    set: int
    quarters: int

    @property
    def share(self) -> Decimal | None:
        """Of the target; None unless all its quarters have one."""
        return self.done / self.target if self.done is not None and self.set == self.quarters else None

    @property
    def lacking(self) -> Decimal | None:
        """What isn't sold yet; below 0 what is more."""
        return self.target - self.done if self.done is not None and self.set == self.quarters else None


def known(
    work: Work, of: TargetOf, ids: Sequence[int], measure: Measure, span: Span
) -> Mapping[int, Mapping[date, Decimal]]:
    """By whose they are and quarter; nothing where the span isn't of whole quarters, or targets aren't of that measure."""
    if measure not in AIMED or not span.whole_quarters() or not ids:
        return {}
    found = work.targets.several(of, ids, span.first, span.end)
    return {
        each: {target.quarter: target.value for target in targets if target.measure is measure and target.value}
        for each, targets in found.items()
    }


def attained(several: Sequence[Mapping[date, Decimal]], span: Span, done: Decimal | None) -> Attained | None:
    """`several`: by quarter, of one or of more together. None where there is no target."""
    wanted = [span.first] if span.months == QUARTER else _quarters(span)
    given = [targets[each] for targets in several for each in wanted if each in targets]
    if not given:
        return None
    return Attained(target=sum(given, Decimal(0)), done=done, set=len(given), quarters=len(wanted) * len(several))


def _quarters(span: Span) -> list[date]:
    return [Span(span.first, QUARTER).moved(at).first for at in range(0, span.months, QUARTER)]
