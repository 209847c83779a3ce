"""Reporting a customer: submit, withdraw, mend; and the queue of those who want the same one (docs/customers.md).

The order of the queue is the order of complete submissions. Only the first in line is before an approver; when it
is rejected or withdrawn the next moves up, when it is approved the rest are closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.approvals.mending import changes
from domain.approvals.records import Approval, FieldChange
from domain.approvals.requests import came_back, withdraw_approval
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.naming import demand_name
from domain.base.rights import Action, Belongs, demand
from domain.base.work import Work
from domain.counterparts import keeping as counterparts
from domain.counterparts import reading
from domain.customers import next_report
from domain.customers.records import Customer, CustomerState, Profile, Report, ReportState
from domain.direct.keeping import demand_not_direct
from domain.follow_ups import progress
from domain.letters import clean
from domain.names import same_key
from domain.people.records import Account
from domain.projects.records import ProjectItem
from domain.protection import claiming, stages
from domain.protection import clock as protection
from domain.reports import conflict, queueing
from domain.reports.conflict import CheckAnswer, Finding
from domain.reports.room import contact_of, demand_as_before, demand_room, may_report, reporting_agency


@dataclass(frozen=True, kw_only=True)
class ReportCustomer:
    """The command behind the form 客户报备. `contact` is the salesperson's account; None means whoever reports. `people` are those
    at the customer as they are written (`domain.counterparts.reading`).

    With `report` a returned report comes back, mended; `reply` is a line to whoever returned it.
    """

    profile: Profile
    contact: int | None = None
    project: ProjectItem | None = None
    people: str | None = None
    report: int | None = None
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class WithdrawReport:
    report: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the reporter is told. `ahead` counts the reports before this one; `approvers` are names."""

    report: int
    number: str
    ahead: int
    approvers: tuple[str, ...] = ()


@dataclass
class NotOpen(Refusal):
    """暂不可报备: with what the asker may know. A refused report is remembered."""

    finding: Finding
    remembered: bool = False


@dataclass
class NotThisContact(Refusal):
    """The named contact had the customer himself (by whichever account), and can't claim it back yet. When and where isn't
    his owner's to know."""

    name: str


@dataclass
class NotMendable(Refusal):
    """The report isn't waiting to be mended or withdrawn."""

    number: str
    state: str


@dataclass
class NotFirst(Refusal):
    """The report isn't the one that is decided now: it waits in line, is being mended, or over."""

    number: str


@dataclass
class HeldByAnother(Refusal):
    """Somebody holds the customer by now; said to whoever decides."""

    agency: str


@dataclass
class Reserved(Refusal):
    """After an accepted appeal only the appellant may have the customer until then."""

    until: datetime


@dataclass(frozen=True, kw_only=True)
class ReportSubmitted(Event, subject="customer"):
    customer: int
    report: int
    position: int
    queued: bool


@dataclass(frozen=True, kw_only=True)
class ReportRefused(Event, subject="customer"):
    """An attempt that the rule refused; managers see it."""

    customer: int
    name: str
    why: str


@dataclass(frozen=True, kw_only=True)
class ReportResubmitted(Event, subject="customer"):
    customer: int
    report: int
    kept_place: bool


@dataclass(frozen=True, kw_only=True)
class ReportWithdrawn(Event, subject="customer"):
    customer: int
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportApproved(Event, subject="customer"):
    customer: int
    report: int
    until: date | None


@dataclass(frozen=True, kw_only=True)
class ReportRejected(Event, subject="customer"):
    customer: int
    report: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReportReturned(Event, subject="customer"):
    customer: int
    report: int
    reason: str
    fields: tuple[str, ...]


def report(work: Work, command: ReportCustomer) -> Submitted:
    """Submit a report, or bring one back. Raises `NotAllowed`, `AgencyNotActive`, `ContractNeeded`, `NotAContact`,
    `NotThisContact`, `Hoarding`, `NotAName`, `NotOpen`, `NotMendable`."""
    if command.report is not None:
        return _mend(work, command, _own(work, command.report))
    agency, contact = may_report(work), contact_of(work, command.contact)
    demand_room(work, agency)
    profile = command.profile
    demand_name(profile.name)
    customer = _customer(work, profile, contact)
    work.people.lock_agency(agency.id)
    demand_as_before(work, agency, contact)
    position, ahead = queueing.place(work, customer.id)
    made = work.customers.add_report(
        number=work.number("BB", 5),
        customer_id=customer.id,
        state=ReportState.QUEUED if ahead else ReportState.PENDING,
        position=position,
        agency_id=agency.id,
        reporter_id=work.actor.id,
        contact_id=contact.id,
        profile=profile,
        project=command.project,
        people=_people(command),
        submitted_at=work.now,
    )
    work.events.record(ReportSubmitted(customer=customer.id, report=made.id, position=position, queued=bool(ahead)))
    approvers = () if ahead else queueing.ask(work, made)
    return Submitted(made.id, made.number, len(ahead), approvers)


def _mend(work: Work, command: ReportCustomer, before: Report) -> Submitted:
    """A returned report comes back, in its place if it is in time."""
    demand_name(command.profile.name)
    work.customers.lock_identity(same_key(command.profile.name), command.profile.credit_code)
    before = queueing.hold(work, before.id)
    if before.state is not ReportState.RETURNED:
        raise NotMendable(before.number, before.state.value)
    reporting_agency(work)
    contact = contact_of(work, command.contact if command.contact is not None else before.contact_id)
    customer = _customer(work, command.profile, contact, but=before.id)
    moved = customer.id != before.customer_id
    kept = not moved and before.keeps_place(work.now)
    position, waiting = queueing.place(work, customer.id, before.position if kept else None)
    ahead = [each for each in waiting if each.id != before.id]
    work.customers.resubmit(
        before.id,
        state=ReportState.QUEUED if ahead else ReportState.PENDING,
        profile=command.profile,
        contact_id=contact.id,
        project=command.project,
        people=_people(command),
        customer_id=customer.id,
        position=position,
        submitted_at=before.submitted_at if kept else work.now,
    )
    returned = work.approvals.of_subject(Kind.CUSTOMER_REPORT, before.id)
    if returned is not None:
        came_back(work, returned, _mended(work, before, work.customers.report(before.id)), command.reply)
    work.events.record(ReportResubmitted(customer=customer.id, report=before.id, kept_place=kept))
    if not kept:
        queueing.advance(work, before.customer_id)
    approvers = () if ahead else queueing.ask(work, work.customers.report(before.id))
    return Submitted(before.id, before.number, len(ahead), approvers)


def _mended(work: Work, before: Report, after: Report) -> tuple[FieldChange, ...]:
    told = (*changes(before.profile, after.profile), *changes(before.project, after.project, prefix="project."))
    if before.contact_id == after.contact_id:
        return told
    was, now = (work.people.account(each.contact_id).name for each in (before, after))
    return (*told, FieldChange("contact", was, now))


def withdraw(work: Work, command: WithdrawReport) -> Report:
    """Take a live report back; the next in line moves up. Raises `NotFound`, `NotMendable`."""
    mine = queueing.hold(work, _own(work, command.report).id)
    if not mine.live:
        raise NotMendable(mine.number, mine.state.value)
    take_back(work, mine)
    return work.customers.report(mine.id)


def take_back(work: Work, mine: Report) -> None:
    """A live report, held, is off the table, by whoever acts; the next in line moves up."""
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, mine.id)
    if approval is not None:
        withdraw_approval(work, approval)
    work.customers.set_report_state(mine.id, ReportState.WITHDRAWN, at=work.now)
    work.events.record(ReportWithdrawn(customer=mine.customer_id, report=mine.id))
    queueing.advance(work, mine.customer_id)


# --- what a decision means (registered by `reports.request`) ------------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The name and code that it will have, its customer, itself."""
    mine = work.customers.report(approval.subject_id)
    work.customers.lock_identity(same_key(mine.profile.name), mine.profile.credit_code)
    queueing.hold_known(work, mine)


def demand_approvable(work: Work, mine: Report, customer: Customer) -> None:
    """Raises `NotFirst`, `VendorsOwn`, `HeldByAnother`, `Reserved`."""
    if mine.state is not ReportState.PENDING:
        raise NotFirst(mine.number)
    demand_not_direct(work, customer)
    if customer.state is CustomerState.PROTECTED and customer.agency_id is not None:
        raise HeldByAnother(work.people.agency(customer.agency_id).called)
    if customer.reserved_until is not None and customer.reserved_against(mine.agency_id, work.now):
        raise Reserved(customer.reserved_until)


def approved(work: Work, mine: Report) -> None:
    """A report was approved: the customer is protected from today, whoever waits behind is closed."""
    until = protection.granted(work.policy, since=work.today)
    work.customers.protect(
        mine.customer_id,
        agency_id=mine.agency_id,
        contact_id=mine.contact_id,
        since=work.now,
        until=until,
        profile=mine.profile,
        stage=work.customers.get(mine.customer_id).stage,
        follow_up_due=next_report.next_due(work.policy, work.today),
    )
    work.engineers.set(mine.customer_id, (), work.now)  # the former holder's, if there was one
    work.pool.take_out(mine.customer_id)
    stages.start(work, mine.customer_id)
    if mine.project is not None:
        aimed = progress.aim(work, mine.customer_id, (mine.project,))
        progress.tell(work, mine.customer_id, aimed, at=work.now, author_id=mine.reporter_id)
    named = reading.people(mine.people, work.policy)
    counterparts.came_with(work, work.customers.get(mine.customer_id), named, mine.reporter_id)
    work.events.record(ReportApproved(customer=mine.customer_id, report=mine.id, until=until))
    queueing.close_line(work, mine.customer_id, earlier=True)


def rejected(work: Work, approval: Approval, reason: str) -> None:
    mine = work.customers.report(approval.subject_id)
    work.customers.set_report_state(mine.id, ReportState.REJECTED, at=work.now, reason=reason)
    work.events.record(ReportRejected(customer=mine.customer_id, report=mine.id, reason=reason))
    queueing.advance(work, mine.customer_id)


def returned(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    """It keeps its place for *policy* working days; those behind wait that long."""
    mine = work.customers.report(approval.subject_id)
    kept = work.calendar.add_working_days(work.now, work.policy.report.return_keeps_place_days)
    work.customers.set_report_state(
        mine.id, ReportState.RETURNED, at=work.now, reason=reason, return_fields=fields, keeps_place_until=kept
    )
    work.events.record(ReportReturned(customer=mine.customer_id, report=mine.id, reason=reason, fields=fields))


# --- the pieces ---------------------------------------------------------------------------------------------------


def _people(command: ReportCustomer) -> str:
    return clean(command.people or "", lines=True)[: reading.LONGEST]


def believable(work: Work, volume: Decimal) -> bool:
    """Whether so many 万 a year may be meant, or a unit was mistaken: then whoever wrote it is asked."""
    return volume <= work.policy.report.believable_volume


def _customer(work: Work, profile: Profile, contact: Account, *, but: int | None = None) -> Customer:
    """The customer of the report, held against everybody else; made when nobody knew it. Raises `NotOpen`,
    `NotThisContact`."""
    key = same_key(profile.name)
    work.customers.lock_identity(key, profile.credit_code)
    known, finding = conflict.found(work, profile.name, profile.credit_code, but=but, hold=True)
    if known is not None and finding.answer is CheckAnswer.CLOSED:
        work.events.record(ReportRefused(customer=known.id, name=profile.name, why=finding.why.value))
        raise NotOpen(finding, remembered=True)
    if known is None:
        made = work.customers.add(name=profile.name, same_key=key, credit_code=None, now=work.now)
        work.names.add(made.id, profile.name)
        return made
    if known.state is CustomerState.POOL:
        if claiming.barred(work, known.id, contact) is not None:
            raise NotThisContact(contact.name)
        if not _continues(work, but, known):
            claiming.claim(work, known)
    return known


def _continues(work: Work, report_id: int | None, customer: Customer) -> bool:
    """Whether a returned report comes back about the same customer: one claim, however often it is mended."""
    return report_id is not None and work.customers.report(report_id).customer_id == customer.id


def _own(work: Work, report_id: int) -> Report:
    """The report, if it is the actor's to withdraw or mend; else as if it weren't there."""
    mine = work.customers.report(report_id)
    belongs = Belongs(frozenset({mine.contact_id}), mine.agency_id)
    try:
        demand(work.actor, Action.WITHDRAW_REPORT, belongs)
    except Refusal:
        raise NotFound("report") from None
    return mine
