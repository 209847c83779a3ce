"""Lists of the customers within the reader's reach: narrowed, counted by group, late ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, Reach, may, reach
from domain.base.searching import fits, words
from domain.base.stage import Stage
from domain.base.work import Work
from domain.customers.records import CustomerSorting, Grouping, Search
from domain.protection import customers as customer_views
from domain.protection.customers import CustomerView


class Due(StrEnum):
    OVERDUE = "overdue"
    SILENT = "silent"
    """Without a report for *policy* days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What isn't said matches all."""

    text: str = ""
    agency: int | None = None
    stage: Stage | None = None
    domain: str | None = None
    due: Due | None = None


def customers(work: Work, wanted: Filter, offset: int, limit: int) -> tuple[Sequence[CustomerView], int]:
    """One page, and how many there are."""
    return customer_views.customers(work, replace(search(work, wanted), offset=offset, limit=limit))


def search(work: Work, wanted: Filter) -> Search:
    return Search(
        text=wanted.text,
        agency_id=wanted.agency,
        stage=wanted.stage,
        domain=wanted.domain,
        due_before=_before(work, wanted.due) if wanted.due is not None else None,
        order=CustomerSorting.ENDING if wanted.due is None else CustomerSorting.DUE,
    )


def late(work: Work) -> tuple[int, int]:
    """How many are overdue, and how many silent."""
    within = reach(work.actor, Action.SEE_CUSTOMERS)
    overdue, silent = (
        work.customers.held(within, Search(due_before=_before(work, each), limit=0)).total
        for each in (Due.OVERDUE, Due.SILENT)
    )
    return overdue, silent


def grouped(
    work: Work, by: Grouping, offset: int, limit: int, text: str = ""
) -> tuple[Sequence[tuple[str, str, int]], int]:
    """Key, name and count of each group, the largest first: one page, and how many there are. `text` is found in the
    names of agencies."""
    within = reach(work.actor, Action.SEE_CUSTOMERS)
    found = work.customers.groups(within, by)
    if by is not Grouping.AGENCY:
        return [(key, key, count) for key, count in found[offset : offset + limit]], len(found)
    of_agency = work.actor.agency_id
    agencies = work.people.agencies(within if of_agency is None else Reach(agency_id=of_agency))
    called, asked = {str(each.id): each.called for each in agencies}, words(text)
    named = [(key, called[key], count) for key, count in found if key in called and fits(called[key], asked)]
    return named[offset : offset + limit], len(named)


def agency_name(work: Work, agency_id: int) -> str:
    """For those who see its customers; else nothing."""
    try:
        agency = work.people.agency(agency_id)
    except NotFound:
        return ""
    seen = may(work.actor, Action.SEE_CUSTOMERS, Belongs(agency_id=agency.id, unit_id=agency.unit_id))
    return agency.called if seen else ""


def _before(work: Work, due: Due) -> date:
    """A report is due so many days after the last one: without one for `silent_days` it was due that much earlier."""
    rules = work.policy.follow_up
    late_by = 0 if due is Due.OVERDUE else max(rules.silent_days - rules.every_days, 0)
    return work.today - timedelta(days=late_by)
