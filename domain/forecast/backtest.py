"""What a deployment's own snapshots say of each method, by horizon; and of 校准 as it was frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.work import Work
from domain.forecast.accuracy import Accuracy, total
from domain.forecast.choosing import Measured, Method, Track, track
from domain.forecast.records import HORIZON


@dataclass(frozen=True, slots=True)
class BacktestRow:
    """`method` is None for 校准; `months` were measured."""

    horizon: int
    method: Method | None
    months: int
    accuracy: Accuracy
    naive: Accuracy


def backtest(work: Work) -> Sequence[BacktestRow]:
    """Horizons without a month that has closed are left out."""
    past = track(work.forecasts.measured())
    used = {month: work.forecasts.methods(month) for month in work.forecasts.frozen()}
    return [row for horizon in range(1, HORIZON + 1) for row in _of_horizon(past, used, horizon)]


def _of_horizon(past: Track, used: Mapping[date, Sequence[Method] | None], horizon: int) -> Sequence[BacktestRow]:
    naive = total(each.score for each in past.get((Method.NAIVE, horizon), ()))
    several: list[tuple[Method | None, Sequence[Measured]]] = [
        (method, past.get((method, horizon), ())) for method in Method
    ]
    several.append((None, _as_frozen(past, used, horizon)))
    return [
        BacktestRow(horizon, method, len(mine), total(each.score for each in mine), naive)
        for method, mine in several
        if mine
    ]


def _as_frozen(past: Track, used: Mapping[date, Sequence[Method] | None], horizon: int) -> Sequence[Measured]:
    def method_of(origin: date) -> Method:
        methods = used.get(origin)
        return methods[horizon - 1] if methods else Method.STANDARD

    return [each for method in Method for each in past.get((method, horizon), ()) if method_of(each.origin) is method]
