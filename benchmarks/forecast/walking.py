"""A channel walked month by month: what a deployment would know, freeze and measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from benchmarks.forecast.channel import Channel, Event, month_day
from domain.base import policy
from domain.base.stage import Stage
from domain.forecast.choosing import Measured, track
from domain.forecast.knowledge import Case, Cell, Known, ProjectSale
from domain.forecast.records import HORIZON, Prospect
from domain.forecast.snapshot import Snapshot, measure, snapshot
from domain.projects.records import Milestone

STAGES = dict(zip(("接触", "选型", "研发", "小批", "量产", "暂停", "终止"), Stage, strict=True))
MILESTONES = {"打样": Milestone.SAMPLE, "小批": Milestone.PILOT, "量产": Milestone.PRODUCTION, "其它": Milestone.OTHER}


@dataclass
class Walk:
    """`snapshots[m]` is that of month m."""

    channel: Channel
    snapshots: list[Snapshot] = field(default_factory=list)
    measured: list[Measured] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        rules = policy.default().forecast
        for month in range(self.channel.months):
            day = month_day(month)
            if month >= 2:
                self._close(month - 2)  # the month before closes on the 5th
            known = Known(
                day=day,
                prospects=list(self._prospects(day)),
                sales=self._sales(day),
                cases=self.cases,
                frozen_months=month,
                frozen_projects=len(self.seen),
            )
            found = snapshot(known, rules, track(self.measured))
            self.snapshots.append(replace(found, projects=()))
            for each in found.projects:
                if not each.bought:
                    at = each.prospect
                    self.cases.append(Case(day, at.id, at.stage, at.yearly, at.contact_id))
            self.seen.update(each.prospect.id for each in found.projects)

    def _close(self, month: int) -> None:
        ordered = self.ordered(month)
        for horizon in range(1, min(HORIZON, month + 1) + 1):
            origin = self.snapshots[month - horizon + 1]
            self.measured.extend(measure(origin.day, horizon, origin.cells, origin.levels, ordered))

    def ordered(self, month: int) -> dict[Cell, int]:
        return {(model, number(agency)): pieces for (model, agency), pieces in self.channel.ordered(month).items()}

    def _sales(self, day: date) -> Sequence[ProjectSale]:
        return [
            ProjectSale(number(each.project), each.model, number(each.agency), each.day, each.quantity)
            for each in self.channel.orders
            if each.logged < day
        ]

    def _prospects(self, day: date) -> Iterator[Prospect]:
        told: dict[str, dict[int, Event]] = {}
        place: dict[int, int] = {}
        for event in self.channel.events:
            if event.filed < day:
                place[event.id] = place.get(event.corrects or 0, event.id)
                mine = told.setdefault(event.project, {})
                filed = mine[place[event.id]].filed if place[event.id] in mine else event.filed
                mine[place[event.id]] = replace(event, filed=filed)
        for history in told.values():
            yield _prospect(list(history.values()))


def _prospect(history: Sequence[Event]) -> Prospect:
    last, since = history[-1], history[-1].filed
    for event in reversed(history):
        if event.stage != last.stage:
            break
        since = event.filed
    return Prospect(
        id=number(last.project),
        customer_id=number(last.customer),
        agency_id=number(last.agency),
        unit_id=0,
        contact_id=number(last.salesperson),
        domain=last.domain,
        model=last.model,
        stage=STAGES[last.stage],
        stage_since=since,
        told_on=last.filed,
        yearly=last.expectation,
        milestone=MILESTONES.get(last.milestone or ""),
        milestone_on=last.milestone_day,
        produced_since=next((each.filed for each in history if each.stage == "量产"), None),
    )


@cache
def number(name: str) -> int:
    """A record's id, from the name that the channel gives it: C017-2, A03-1."""
    return int.from_bytes(name.encode(), "big")
