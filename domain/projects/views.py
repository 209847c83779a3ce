"""我的项目: all projects within reach over all customers, narrowed, counted (docs/follow-ups.md).

Those of protected customers; what nobody holds is nobody's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from domain.base.rights import Action, reach
from domain.base.stage import Stage
from domain.base.work import Work
from domain.products.mcus import model_key
from domain.projects.records import Project, ProjectGrouping, ProjectQuery
from domain.reminders.moments import midnight

AHEAD = timedelta(days=30)
"""So far away a milestone is near."""


class When(StrEnum):
    NEAR = "near"
    """A milestone comes within thirty days."""
    PASSED = "passed"
    """A milestone is past, and nothing was told since."""
    SILENT = "silent"
    """Nothing was told for *policy* `follow_ups.writing.silent_days`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What isn't said matches all."""

    text: str = ""
    stage: Stage | None = None
    domain: str | None = None
    model: str | None = None
    agency: int | None = None
    person: int | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    project: Project
    customer: str
    agency: str
    person: str
    person_id: int | None
    silent: int
    """Days since it was told of."""


def projects(work: Work, wanted: Narrowed, offset: int, limit: int) -> tuple[Sequence[ProjectRow], int]:
    """One page, and how many there are: the nearest milestone in front, of silent ones those silent for longest. Raises
    `NotAllowed`."""
    within = reach(work.actor, Action.SEE_CUSTOMERS)
    found, total = work.projects.sought(within, replace(_sought(work, wanted), offset=offset, limit=limit))
    rows = []
    for each in found:
        customer = work.customers.get(each.customer_id)
        rows.append(
            ProjectRow(
                each,
                customer.name,
                work.people.agency(customer.agency_id).called if customer.agency_id is not None else "",
                work.people.account(customer.contact_id).name if customer.contact_id is not None else "",
                customer.contact_id,
                (work.today - work.calendar.day_of(each.changed_at)).days,
            )
        )
    return rows, total


def _sought(work: Work, wanted: Narrowed) -> ProjectQuery:
    sought = ProjectQuery(
        text=wanted.text,
        stage=wanted.stage,
        domain=wanted.domain,
        model=model_key(wanted.model) if wanted.model is not None else None,
        agency_id=wanted.agency,
        contact_id=wanted.person,
    )
    match wanted.when:
        case When.NEAR:
            return replace(sought, milestone_from=work.today, milestone_to=work.today + AHEAD)
        case When.PASSED:
            return replace(sought, milestone_to=work.today - timedelta(days=1))
        case When.SILENT:
            day = work.today - timedelta(days=work.policy.follow_up.silent_days - 1)
            return replace(sought, told_before=midnight(work, day))
        case None:
            return sought


def counts(work: Work) -> dict[When, int]:
    """How many are near, past and silent."""
    return {each: projects(work, Narrowed(when=each), 0, 0)[1] for each in When}


def moved_since(work: Work, day: date) -> int:
    """How many were told of on that day or later, as far as lists count. Raises `NotAllowed`."""
    since = ProjectQuery(told_since=midnight(work, day), limit=0)
    return work.projects.sought(reach(work.actor, Action.SEE_CUSTOMERS), since)[1]


def grouped(work: Work, by: ProjectGrouping, offset: int, limit: int) -> tuple[Sequence[tuple[str, str, int]], int]:
    """Key, name and count of each group, the largest first: one page, and how many there are. Raises `NotAllowed`."""
    found = work.projects.groups(reach(work.actor, Action.SEE_CUSTOMERS), by)
    return [(key, _called(work, by, key), count) for key, count in found[offset : offset + limit]], len(found)


def _called(work: Work, by: ProjectGrouping, key: str) -> str:
    match by:
        case ProjectGrouping.AGENCY:
            return work.people.agency(int(key)).called
        case ProjectGrouping.PERSON:
            return work.people.account(int(key)).name
        case _:
            return key


def name_of(work: Work, by: ProjectGrouping, number: int) -> str:
    """Of an agency or a person whose projects the reader sees; else nothing."""
    seen = work.projects.groups(reach(work.actor, Action.SEE_CUSTOMERS), by)
    return _called(work, by, str(number)) if any(key == str(number) for key, _ in seen) else ""


def table(work: Work) -> Sequence[tuple[Stage, str, int]]:
    """The counts by stage and domain. Raises `NotAllowed`."""
    return work.projects.by_stage_and_domain(reach(work.actor, Action.SEE_CUSTOMERS))
