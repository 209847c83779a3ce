"""Following a customer up: write a report, correct it, have engineers help (docs/follow-ups.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.customers.next_report import next_due
from domain.customers.records import Customer
from domain.customers.scope import can, engineers_of, visible, within
from domain.follow_ups import progress
from domain.follow_ups.records import FollowUp
from domain.orders.waking import projects_came
from domain.people.records import Account, AccountType
from domain.projects.records import ProjectItem
from domain.visits import planning as visits


@dataclass(frozen=True, kw_only=True)
class WriteFollowUp:
    """The command behind the form 写跟进; `next_visit` is the day of 下次拜访. With `follow_ups.writing` a submitted report is corrected.

    `helpers` are the engineers who helped; one who writes it himself is named without being told. `files` are pictures to the
    dynamics; with a correction all that there are from then on.
    """

    customer: int
    dynamics: str
    projects: tuple[ProjectItem, ...] = ()
    helpers: tuple[int, ...] = ()
    follow_up: int | None = None
    next_visit: date | None = None
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AssignEngineers:
    """技术支持: exactly these help with the customer from now on."""

    customer: int
    engineers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpReceipt:
    """What the writer is told. `due` is the day by which the next one is expected."""

    follow_up: int
    number: str
    due: date
    corrected: bool = False
    visit_before: date | None = None
    """The day from which the next visit was moved."""


@dataclass
class NotYourReport(Refusal):
    """Only who wrote it, or helped, corrects it."""

    number: str


@dataclass
class NotAnEngineer(Refusal):
    """The named helper is none of the customer's (or the agency's) engineers any more."""

    name: str


@dataclass(frozen=True, kw_only=True)
class FollowUpWritten(Event, subject="customer"):
    customer: int
    follow_up: int
    helpers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FollowUpCorrected(Event, subject="customer"):
    customer: int
    follow_up: int
    version: int


@dataclass(frozen=True, kw_only=True)
class EngineerAssigned(Event, subject="customer"):
    customer: int
    engineer: int


@dataclass(frozen=True, kw_only=True)
class EngineerReleased(Event, subject="customer"):
    customer: int
    engineer: int


def write(work: Work, command: WriteFollowUp) -> FollowUpReceipt:
    """Raises `NotFound`, `NotAllowed`, `NotAnEngineer`, `NotYourReport`, and what
    `progress.aim` raises."""
    customer = within(work, command.customer, Action.WRITE_FOLLOW_UP)
    if command.follow_up is not None:
        return _correct(work, customer, command)
    helpers = _helpers(work, customer, command.helpers)
    aimed = progress.aim(work, customer.id, command.projects)
    if customer.agency_id is None or customer.contact_id is None:
        raise NotFound("customer")
    _assign_too(work, customer, helpers)
    number = work.number("GJ", 5)
    made = work.follow_ups.add(
        number=number,
        customer_id=customer.id,
        agency_id=customer.agency_id,
        contact_id=customer.contact_id,
        author_id=work.actor.id,
        helpers=helpers,
        at=work.now,
        dynamics=command.dynamics,
        files=command.files,
    )
    due = next_due(work.policy, work.today)
    work.customers.followed_up(customer.id, work.now, due)
    work.events.record(FollowUpWritten(customer=customer.id, follow_up=made, helpers=helpers))
    progress.tell(work, customer.id, aimed, at=work.now, author_id=work.actor.id, follow_up=made)
    projects_came(work, customer.id)
    moved = visits.followed_up(work, customer, command.next_visit)
    return FollowUpReceipt(made, number, due, visit_before=moved)


def _correct(work: Work, customer: Customer, command: WriteFollowUp) -> FollowUpReceipt:
    before = work.follow_ups.get(command.follow_up or 0, lock=True)
    if before.customer_id != customer.id:
        raise NotFound("follow_up")
    if work.actor.id not in before.theirs:
        raise NotYourReport(before.number)
    helpers = _helpers(work, customer, command.helpers, already=before.helpers, author=before.author_id)
    aimed = progress.aim(work, customer.id, command.projects)
    _assign_too(work, customer, helpers)
    work.follow_ups.correct(
        before,
        author_id=work.actor.id,
        at=work.now,
        dynamics=command.dynamics,
        helpers=helpers,
        files=command.files,
    )
    work.events.record(FollowUpCorrected(customer=customer.id, follow_up=before.id, version=before.version + 1))
    work.projects.untell(before.id)
    progress.tell(work, customer.id, aimed, at=before.at, author_id=before.author_id, follow_up=before.id)
    projects_came(work, customer.id)
    due = customer.follow_up_due if customer.follow_up_due is not None else next_due(work.policy, work.today)
    return FollowUpReceipt(before.id, before.number, due, corrected=True)


def _helpers(
    work: Work, customer: Customer, named: Sequence[int], already: Sequence[int] = (), author: int | None = None
) -> tuple[int, ...]:
    """Engineers of the agency, the writing one among them; those named before may stay though they have left."""
    of_agency = {each.id for each in engineers_to_name(work, customer.id)} | set(already)
    for each in named:
        if each not in of_agency:
            raise NotAnEngineer(work.people.account(each).name)
    writer = work.people.account(author) if author is not None else work.actor
    himself = (writer.id,) if writer.type is AccountType.ENGINEER else ()
    return tuple(dict.fromkeys((*named, *himself)))


def _assign_too(work: Work, customer: Customer, helpers: Sequence[int]) -> None:
    """Who is named in a report helps with the customer from now on."""
    before = [each.id for each in engineers_of(work, customer)]
    named = [each for each in helpers if each not in before and work.people.account(each).active]
    if named and can(work, customer, Action.ASSIGN_ENGINEERS):
        assign(work, AssignEngineers(customer=customer.id, engineers=(*before, *named)))


# --- engineers ----------------------------------------------------------------------------------------------------


def engineers_to_name(work: Work, customer_id: int) -> tuple[Account, ...]:
    """Whom the actor could assign: the active engineers of the customer's agency."""
    customer = visible(work, customer_id)
    everybody = work.people.accounts_of_agency(customer.agency_id or 0)
    return tuple(each for each in everybody if each.active and each.type is AccountType.ENGINEER)


def assign(work: Work, command: AssignEngineers) -> Customer:
    """Raises `NotFound`, `NotAllowed`, `NotAnEngineer`."""
    customer = within(work, command.customer, Action.ASSIGN_ENGINEERS)
    able = {each.id: each for each in engineers_to_name(work, customer.id)}
    for each in command.engineers:
        if each not in able:
            raise NotAnEngineer(work.people.account(each).name)
    before = set(work.engineers.of_customer(customer.id))
    wanted = set(command.engineers)
    work.engineers.set(customer.id, wanted, work.now)
    for each in sorted(wanted - before):
        work.events.record(EngineerAssigned(customer=customer.id, engineer=each))
    for each in sorted(before - wanted):
        work.events.record(EngineerReleased(customer=customer.id, engineer=each))
    return customer


# --- reading one --------------------------------------------------------------------------------------------------


def readable(work: Work, follow_up_id: int) -> tuple[FollowUp, Customer]:
    """A report belongs to its customer: whoever sees that one now sees it. Raises `NotFound`."""
    follow_up = work.follow_ups.get(follow_up_id)
    try:
        return follow_up, visible(work, follow_up.customer_id)
    except NotFound:
        raise NotFound("follow_up") from None
