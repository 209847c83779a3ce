"""Lists of the customers within the reader's reach: narrowed, counted by group, late ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
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
    ENDING = "ending"
    """Protected for *policy* `protection.red_days` more at most."""
    OVERDUE = "overdue"
    SILENT = "silent"
    """Without a report for *policy* days."""


LATE = (Due.OVERDUE, Due.SILENT)
"""Of the next follow-up report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What isn't said matches all."""

    text: str = ""
    agency: int | None = None
    stage: Stage | None = None
    domain: str | None = None
    region: str | None = None
    person: int | None = None
    without_project: bool = False
    due: Due | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCounts:
    """How many the reader sees in all, and of each kind that asks for something to be done."""

    held: int
    without_project: int
    ending: int
    overdue: int
    silent: int


def customers(work: Work, wanted: Filter, offset: int, limit: int) -> tuple[Sequence[CustomerView], int]:
    """One page, and how many there are."""
    return customer_views.customers(work, replace(search(work, wanted), offset=offset, limit=limit))


def search(work: Work, wanted: Filter) -> Search:
    return Search(
        text=wanted.text,
        agency_id=wanted.agency,
        stage=wanted.stage,
        domain=wanted.domain,
        region=wanted.region,
        contact_id=wanted.person,
        without_project=wanted.without_project,
        due_before=_before(work, wanted.due) if wanted.due in LATE else None,
        ending_by=ending_by(work) if wanted.due is Due.ENDING else None,
        order=CustomerSorting.DUE if wanted.due in LATE else CustomerSorting.ENDING,
    )


def counts(work: Work) -> CustomerCounts:
    """Raises `NotAllowed`."""
    every = Filter(), Filter(without_project=True), *(Filter(due=each) for each in Due)
    held, idle, ending, overdue, silent = (customers(work, each, 0, 0)[1] for each in every)
    return CustomerCounts(held=held, without_project=idle, ending=ending, overdue=overdue, silent=silent)


def red_days(work: Work) -> int:
    """So many days before its end a customer is red."""
    return work.policy.protection.red_days


def ending_by(work: Work) -> date:
    return work.today + timedelta(days=red_days(work))


def grouped(
    work: Work, by: Grouping, offset: int, limit: int, text: str = ""
) -> tuple[Sequence[tuple[str, str, int]], int]:
    """Key, name and count of each group, the largest first: one page, and how many there are. `text` is found in the names of
    agencies, people and regions; cities that are more than a page are their provinces, until somebody looks for one."""
    found = work.customers.groups(reach(work.actor, Action.SEE_CUSTOMERS), by)
    if by is Grouping.REGION and not text and len(found) > limit:
        found = _provinces(found)
    called = _names(work, by)
    named, asked = [(key, called(key), count) for key, count in found], words(text)
    fitting = [each for each in named if each[1] and fits(each[1], asked)] if by in NAMED else named
    return fitting[offset : offset + limit], len(fitting)


NAMED = (Grouping.AGENCY, Grouping.REGION, Grouping.PERSON)
"""So many that one is looked for."""


def _names(work: Work, by: Grouping) -> Callable[[str], str]:
    """How a group is called; of an agency that the reader may not know, nothing."""
    match by:
        case Grouping.AGENCY:
            mine = work.actor.agency_id
            within = reach(work.actor, Action.SEE_CUSTOMERS) if mine is None else Reach(agency_id=mine)
            known = {str(each.id): each.called for each in work.people.agencies(within)}
            return lambda key: known.get(key, "")
        case Grouping.PERSON:
            return lambda key: work.people.account(int(key)).name
        case _:
            return lambda key: key


def _provinces(cities: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    found: Counter[str] = Counter()
    for city, count in cities:
        found[city.partition(" ")[0]] += count
    return found.most_common()


def person_name(work: Work, account_id: int) -> str:
    """Of a contact of customers that the reader sees; else nothing."""
    seen = work.customers.held(reach(work.actor, Action.SEE_CUSTOMERS), Search(contact_id=account_id, limit=0)).total
    return work.people.account(account_id).name if seen else ""


def agency_name(work: Work, agency_id: int) -> str:
    """For those who see its customers; else nothing."""
    try:
        agency = work.people.agency(agency_id)
    except NotFound:
        return ""
    seen = may(work.actor, Action.SEE_CUSTOMERS, Belongs(agency_id=agency.id, unit_id=agency.unit_id))
    return agency.called if seen else ""


def _before(work: Work, due: Due | None) -> date:
    """A report is due so many days after the last one: without one for `silent_days` it was due that much earlier."""
    rules = work.policy.follow_up
    late_by = 0 if due is Due.OVERDUE else max(rules.silent_days - rules.every_days, 0)
    return work.today - timedelta(days=late_by)
