"""A month's snapshot: what each method says of each project and of model × agency, from what was known on the month's 1st."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.policy.model import ForecastPolicy
from domain.base.stage import Stage
from domain.forecast.accuracy import score
from domain.forecast.calibrated import by_rates, by_rhythm, by_season, learn
from domain.forecast.choosing import PARTS, SINGLE, Measured, Method, Track, chosen, level
from domain.forecast.knowledge import Cell, Known
from domain.forecast.naive import naive
from domain.forecast.records import HORIZON, Expected, Prospect
from domain.forecast.standard import standard

Months = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FrozenProject:
    """What is said of a project: by 标准, and by each method that isn't a blend, brought to its level."""

    prospect: Prospect
    standard: Expected
    bought: bool
    said: Mapping[Method, Months]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Of the month `day` begins. `methods` are those that 校准 goes by, for each horizon, the month itself the first; None before there
    are months and cases enough. `levels` belong to single methods."""

    day: date
    projects: Sequence[FrozenProject]
    cells: Mapping[Cell, Mapping[Method, Months]]
    methods: tuple[Method, ...] | None
    levels: Mapping[Method, Months]

    def calibrated(self, said: Mapping[Method, Months]) -> Months:
        """What 校准 says where the single methods say this; 标准 before there is enough to learn from."""
        methods = self.methods or (Method.STANDARD,) * HORIZON
        return tuple(blend(said, method, at) for at, method in enumerate(methods))


def blend(said: Mapping[Method, Months], method: Method, at: int) -> float:
    parts = PARTS[method]
    return sum([said[part][at] for part in parts]) / len(parts)


def snapshot(known: Known, rules: ForecastPolicy, past: Track) -> Snapshot:
    """`past` is what was measured of months that had closed by then."""
    learned = learn(known, rules)
    levels = {method: tuple(level(past, method, horizon) for horizon in range(1, HORIZON + 1)) for method in SINGLE}
    projects, cells = [], dict[Cell, dict[Method, list[float]]]()
    for prospect in known.prospects:
        if prospect.stage is Stage.ENDED:
            continue
        buying = known.buying.get(prospect.id)
        expected = standard(prospect, buying.sold if buying else (), known.day, rules)
        said: dict[Method, Months] = {
            Method.NAIVE: (float(naive(buying.months if buying else {}, known.day)),) * HORIZON,
            Method.STANDARD: tuple(float(each.pieces) for each in expected.months),
            Method.RATES: by_rates(prospect, buying, learned),
            Method.SEASON: by_season(prospect, buying, learned),
            Method.RHYTHM: by_rhythm(prospect, buying, learned),
        }
        said = {
            method: tuple(value * factor for value, factor in zip(months, levels[method], strict=True))
            for method, months in said.items()
        }
        projects.append(FrozenProject(prospect, expected, buying is not None, said))
        _add(cells, (prospect.model, prospect.agency_id), said)
    return Snapshot(known.day, projects, _with_naive(cells, known), _methods(known, rules, past), levels)


def _add(cells: dict[Cell, dict[Method, list[float]]], cell: Cell, said: Mapping[Method, Months]) -> None:
    sums = cells.setdefault(cell, {method: [0.0] * HORIZON for method in SINGLE})
    for method, months in said.items():
        for at, value in enumerate(months):
            sums[method][at] += value


def _with_naive(
    cells: Mapping[Cell, Mapping[Method, Sequence[float]]], known: Known
) -> Mapping[Cell, Mapping[Method, Months]]:
    """The naive mean of a cell is of all that was ordered there, whatever became of the projects."""
    sums: dict[Cell, dict[date, int]] = {}
    for each in known.sales:
        months = sums.setdefault(each.cell, {})
        month = each.day.replace(day=1)
        months[month] = months.get(month, 0) + each.pieces
    found: dict[Cell, Mapping[Method, Months]] = {}
    for cell in cells.keys() | sums.keys():
        said = {method: tuple(months) for method, months in cells.get(cell, {}).items()}
        said = said or dict.fromkeys(SINGLE, (0.0,) * HORIZON)
        guess = float(naive(sums.get(cell, {}), known.day))
        found[cell] = {**said, Method.NAIVE: (guess,) * HORIZON}
    return {cell: said for cell, said in found.items() if any(map(any, said.values()))}


def _methods(known: Known, rules: ForecastPolicy, past: Track) -> tuple[Method, ...] | None:
    if known.frozen_months < rules.frozen_months or known.frozen_projects < rules.cases:
        return None
    found = chosen(past)
    return tuple(found[at] for at in range(1, HORIZON + 1)) if found is not None else None


def measure(
    origin: date,
    horizon: int,
    cells: Mapping[Cell, Mapping[Method, Months]],
    levels: Mapping[Method, Months],
    ordered: Mapping[Cell, int],
) -> Iterable[Measured]:
    """How each method of a snapshot did for the month that has closed, `horizon` − 1 after it."""
    at = horizon - 1
    for method in Method:
        result = score({cell: blend(said, method, at) for cell, said in cells.items()}, dict(ordered))
        factor = levels[method][at] if method in levels else 1.0
        yield Measured(origin, horizon, method, result, result.forecast / factor)
