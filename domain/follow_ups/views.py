"""What screens ask about a customer over time: its card, reports, projects and how they moved. Each within reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.approvals import acting, briefs
from domain.approvals.briefs import Brief
from domain.base.errors import NotFound
from domain.base.rights import Action, reach
from domain.base.stage import Stage
from domain.base.work import Work
from domain.counterparts.records import Counterpart
from domain.customers.history import Period
from domain.customers.records import Customer, CustomerSorting, Search
from domain.customers.scope import can, engineers_of, visible
from domain.follow_ups.commenting import heard, may_comment
from domain.follow_ups.records import Comment, FollowUp, FollowUpVersion
from domain.follow_ups.writing import engineers_to_name, readable
from domain.people.records import Account
from domain.projects.records import Project, ProjectItem, Telling, moves
from domain.protection import customers as customer_views
from domain.protection.customers import CustomerView
from domain.visits.records import Visit


@dataclass(frozen=True, slots=True)
class Move:
    """A project in a report, beside what was told of it before (None: it is new there)."""

    told: ProjectItem
    before: ProjectItem | None
    listed: bool = True
    """Whether its MCU stands in the product table."""

    @property
    def moved(self) -> tuple[str, ...]:
        return () if self.before is None else moves(self.before, self.told)


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A report as the reader may see it. Names of a former holder's people are empty for the present one's."""

    follow_up: FollowUp
    customer: Customer
    author: str
    contact: str
    helpers: tuple[str, ...]
    moves: tuple[Move, ...]
    comments: tuple[tuple[Comment, str], ...]
    unread: bool
    may_correct: bool
    may_comment: bool
    of_vendor: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """What is being decided about a customer, and by whom."""

    brief: Brief
    approvers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """A customer's card: the centre from which everything about it is one tap away."""

    at: CustomerView
    engineers: tuple[str, ...]
    counterparts: tuple[Counterpart, ...]
    visit: Visit | None
    visit_past: bool
    projects: tuple[Project, ...]
    last: FollowUpView | None
    reports: int
    unread: int
    may_write: bool
    may_assign: bool
    pending: tuple[Pending, ...]
    of_vendor: bool
    sold: LastSale | None
    """None for who sees no orders, and where there are none."""
    kept_until: date | None
    """The last day that orders keep the customer, where that is later than what was granted."""


@dataclass(frozen=True, slots=True)
class LastSale:
    """The contract's day of the last order, and the pieces of this quarter."""

    last: date
    quarter: int


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project and the stages it went through, each once in a row."""

    project: Project
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One point of a project's timeline."""

    telling: Telling
    moved: tuple[str, ...]
    author: str
    first: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What a correction changed: of the report itself (`project` empty) or of one of its projects. `name` is `dynamics`,
    `files`, `added`, `removed`, or a fact of `ProjectItem`."""

    project: str
    name: str
    before: str | int | Stage = ""
    after: str | int | Stage = ""


# --- customers ----------------------------------------------------------------------------------------------------


def card(work: Work, customer_id: int) -> CardView:
    """Raises `NotFound`."""
    at = customer_views.customer(work, customer_id)
    found, total = work.follow_ups.of_customer(customer_id, Period(limit=1))
    return CardView(
        at=at,
        engineers=tuple(each.name for each in engineers_of(work, at.customer)),
        counterparts=tuple(work.counterparts.of_customer(customer_id)),
        visit=(visit := work.visits.of_customer(customer_id)),
        visit_past=visit is not None and visit.on < work.today,
        projects=tuple(work.projects.of_customer(customer_id)),
        last=_view(work, found[0], at.customer) if found else None,
        reports=total,
        unread=len(work.follow_ups.unread(work.actor.id, customer_id)),
        may_write=can(work, at.customer, Action.WRITE_FOLLOW_UP),
        may_assign=can(work, at.customer, Action.ASSIGN_ENGINEERS),
        pending=tuple(
            Pending(briefs.brief(work, each), acting.names(work, each))
            for each in briefs.about_customer(work, customer_id)
        ),
        of_vendor=work.actor.agency_id is None,
        sold=_sold(work, at.customer),
        kept_until=_kept_until(work, customer_id),
    )


def _sold(work: Work, customer: Customer) -> LastSale | None:
    if customer.agency_id is None or not can(work, customer, Action.SEE_ORDERS):
        return None
    last = work.orders.tally(customer.id, customer.agency_id).last
    begin = work.today.replace(month=(work.today.month - 1) // 3 * 3 + 1, day=1)
    return None if last is None else LastSale(last, work.orders.tally(customer.id, customer.agency_id, begin).pieces)


def _kept_until(work: Work, customer_id: int) -> date | None:
    held = work.protections.held(customer_id)
    if held is None or held.protection.last_day is None or held.protection.end == held.protection.until:
        return None
    return held.protection.end


def may_write(work: Work, customer: Customer) -> bool:
    """Whether the reader writes reports about it."""
    return can(work, customer, Action.WRITE_FOLLOW_UP)


def may_log(work: Work, customer: Customer) -> bool:
    """Whether the reader logs orders for it."""
    return can(work, customer, Action.LOG_ORDERS)


def to_follow_up(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[CustomerView], int]:
    """Customers that the actor writes reports for, those whose report is due first in front. Raises `NotAllowed`."""
    reach(work.actor, Action.WRITE_FOLLOW_UP)
    return customer_views.customers(work, Search(text=text, order=CustomerSorting.DUE, offset=offset, limit=limit))


def names(work: Work, customers: Sequence[int]) -> tuple[str, ...]:
    """Of customers, in their order; nothing for those out of reach."""
    found = []
    for each in customers:
        try:
            found.append(visible(work, each).name)
        except NotFound:
            found.append("")
    return tuple(found)


def engineers(work: Work, customer_id: int) -> tuple[tuple[int, ...], tuple[Account, ...]]:
    """Who is assigned, and who could be. Raises `NotFound`."""
    customer = visible(work, customer_id)
    return tuple(int(each.id) for each in engineers_of(work, customer)), engineers_to_name(work, customer_id)


# --- reports ------------------------------------------------------------------------------------------------------


def follow_ups(work: Work, customer_id: int, period: Period) -> tuple[Customer, Sequence[FollowUpView], int]:
    """Newest first, and how many there are. Raises `NotFound`."""
    customer = visible(work, customer_id)
    found, total = work.follow_ups.of_customer(customer_id, period)
    return customer, [_view(work, each, customer) for each in found], total


def follow_up(work: Work, follow_up_id: int) -> FollowUpView:
    """Raises `NotFound`."""
    found, customer = readable(work, follow_up_id)
    return _view(work, found, customer)


def just_written(work: Work, customer_id: int) -> int | None:
    """The customer's newest report, where the reader himself wrote it today. Raises `NotFound`."""
    visible(work, customer_id)
    newest, _ = work.follow_ups.of_customer(customer_id, Period(limit=1))
    mine = [each for each in newest if each.author_id == work.actor.id and work.calendar.day_of(each.at) == work.today]
    return mine[0].id if mine else None


def corrections(work: Work, follow_up_id: int) -> Sequence[tuple[FollowUpVersion, str, tuple[Difference, ...]]]:
    """Each correction with its author's name and what it changed, oldest first. Raises `NotFound`."""
    found, _ = readable(work, follow_up_id)
    versions = work.follow_ups.versions(found)
    return [
        (after, _named(work, after.author_id, found.agency_id), differences(before, after))
        for before, after in pairwise(versions)
    ]


def differences(before: FollowUpVersion, after: FollowUpVersion) -> tuple[Difference, ...]:
    found: list[Difference] = []
    if before.dynamics != after.dynamics:
        found.append(Difference("", "dynamics", before.dynamics, after.dynamics))
    if before.files != after.files:
        found.append(Difference("", "files", len(before.files), len(after.files)))
    old = {each.project: each for each in before.items}
    for item in after.items:
        was = old.pop(item.project, None)
        if was is None:
            found.append(Difference(item.name, "added"))
        else:
            found += [Difference(item.name, name, getattr(was, name), getattr(item, name)) for name in moves(was, item)]
    return (*found, *(Difference(each.name, "removed") for each in old.values()))


def _view(work: Work, found: FollowUp, customer: Customer) -> FollowUpView:
    listed = work.mcus.known([each.mcu for each in found.items])
    return FollowUpView(
        follow_up=found,
        customer=customer,
        author=_named(work, found.author_id, found.agency_id),
        contact=_named(work, found.contact_id, found.agency_id),
        helpers=tuple(name for each in found.helpers if (name := _named(work, each, found.agency_id))),
        moves=tuple(_move(work, found, item, item.mcu in listed) for item in found.items),
        comments=tuple((each, work.people.account(each.author_id).name) for each in heard(work, found, customer)),
        unread=found.id in work.follow_ups.unread(work.actor.id, customer.id),
        may_correct=work.actor.id in found.theirs and can(work, customer, Action.WRITE_FOLLOW_UP),
        may_comment=may_comment(work, found, customer),
        of_vendor=work.actor.agency_id is None,
    )


def _move(work: Work, found: FollowUp, item: ProjectItem, listed: bool) -> Move:
    before: ProjectItem | None = None
    for telling in work.projects.history(item.project or 0):
        if telling.follow_up == found.id:
            break
        before = telling.told
    return Move(item, before, listed)


def _named(work: Work, account_id: int, agency_id: int) -> str:
    """A person's name, for his own agency and the vendor; the customer's next holder doesn't learn it."""
    if work.actor.agency_id not in (None, agency_id):
        return ""
    return work.people.account(account_id).name


# --- projects -----------------------------------------------------------------------------------------------------


def projects(work: Work, customer_id: int) -> tuple[Customer, Sequence[ProjectView]]:
    """All of the customer's, with how they moved. Raises `NotFound`."""
    customer = visible(work, customer_id)
    return customer, [
        ProjectView(each, _stages(work.projects.history(each.id))) for each in work.projects.of_customer(customer_id)
    ]


def projects_of(work: Work, customer_id: int) -> Sequence[Project]:
    """Raises `NotFound`."""
    visible(work, customer_id)
    return work.projects.of_customer(customer_id)


def timeline(work: Work, project_id: int) -> tuple[Customer, Project, Sequence[TimelinePoint]]:
    """Newest first. Raises `NotFound`."""
    project = work.projects.get(project_id)
    try:
        customer = visible(work, project.customer_id)
    except NotFound:
        raise NotFound("project") from None
    history = work.projects.history(project_id)
    steps = [
        TimelinePoint(
            telling,
            moves(history[place - 1].told, telling.told) if place else (),
            _author(work, telling),
            first=place == 0,
        )
        for place, telling in enumerate(history)
    ]
    return customer, project, steps[::-1]


def _author(work: Work, telling: Telling) -> str:
    author = work.people.account(telling.author_id)
    return _named(work, author.id, author.agency_id or 0)


def _stages(history: Sequence[Telling]) -> tuple[Stage, ...]:
    stages: list[Stage] = []
    for telling in history:
        if not stages or stages[-1] is not telling.told.stage:
            stages.append(telling.told.stage)
    return tuple(stages)
