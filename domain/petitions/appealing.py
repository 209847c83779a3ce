"""Appeals (申诉): against a rejected or closed report, or a name that is not open (docs/customers.md).

An appeal goes to somebody other than whoever decided. Accepted, the earlier decision no longer stands: a holder of
another agency loses the customer, and for some days only the agency that was right may report it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.approvals.records import Approval
from domain.approvals.requests import begin_with
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.customers.petitions import PetitionState
from domain.customers.records import Customer, CustomerState, ReportState
from domain.direct.keeping import demand_not_direct
from domain.people.records import Account
from domain.petitions.appeal_judges import judges_of
from domain.protection import releasing
from domain.protection.records import LossReason
from domain.reports import conflict, queueing


@dataclass(frozen=True, kw_only=True)
class MakeAppeal:
    """Against a report of one's own, or (`report` None) about a customer by name and perhaps code. `files` are pictures to the
    reason."""

    reason: str
    report: int | None = None
    name: str | None = None
    credit_code: str | None = None
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Appealed:
    number: str
    approvers: tuple[str, ...]


@dataclass
class NothingToAppeal(Refusal):
    """Nothing stands in the way: the customer can be reported."""


@dataclass
class AppealOpen(Refusal):
    """The agency's appeal about this customer is being decided already."""

    number: str


@dataclass(frozen=True, kw_only=True)
class AppealMade(Event, subject="customer"):
    customer: int
    appeal: int


@dataclass(frozen=True, kw_only=True)
class AppealAccepted(Event, subject="customer"):
    """`lost_by` is the contact who held the customer until now, `until` the end of the reservation."""

    customer: int
    appeal: int
    lost_by: int | None
    until: datetime


@dataclass(frozen=True, kw_only=True)
class AppealDismissed(Event, subject="customer"):
    customer: int
    appeal: int
    reason: str


def demand_none_open(work: Work, command: MakeAppeal) -> None:
    """Told before a reason is written. Raises as `make`."""
    demand(work.actor, Action.REPORT_CUSTOMER)
    customer, _ = _subject(work, command)
    _demand_none_open(work, customer)


def _demand_none_open(work: Work, customer: Customer) -> None:
    standing = work.petitions.open_appeal(customer.id, work.actor.agency_id or 0)
    if standing is not None:
        raise AppealOpen(standing.number)


def make(work: Work, command: MakeAppeal) -> Appealed:
    """Raises `NotAllowed`, `NotFound`, `NothingToAppeal`, `AppealOpen`."""
    demand(work.actor, Action.REPORT_CUSTOMER)
    agency = work.people.agency(work.actor.agency_id or 0)
    customer, name = _subject(work, command)
    work.customers.lock_identity(customer.same_key, customer.credit_code)
    _demand_none_open(work, customer)
    appeal = work.petitions.add_appeal(
        number=work.number("SS", 5),
        customer_id=customer.id,
        report_id=command.report,
        agency_id=agency.id,
        applicant_id=work.actor.id,
        name=name,
        reason=command.reason,
        files=command.files,
        now=work.now,
    )
    work.events.record(AppealMade(customer=customer.id, appeal=appeal.id))
    judges = judges_of(work, customer, appeal.agency_id, appeal.report_id)
    begin_with(work, Kind.APPEAL, appeal.id, judges, agency_id=agency.id, applicant_id=work.actor.id)
    return Appealed(appeal.number, tuple(each.name for each in judges))


def _subject(work: Work, command: MakeAppeal) -> tuple[Customer, str]:
    """The customer that the appeal is about, and its name as the appellant knows it."""
    if command.report is not None:
        report = work.customers.report(command.report)
        belongs = Belongs(frozenset({report.contact_id}), report.agency_id)
        if not may(work.actor, Action.WITHDRAW_REPORT, belongs):
            raise NotFound("report")
        if report.state not in (ReportState.REJECTED, ReportState.CLOSED):
            raise NothingToAppeal
        return work.customers.get(report.customer_id), report.profile.name
    name = command.name or ""
    customer = conflict.identify(work, name, command.credit_code)
    if customer is None or conflict.judge(work, customer, work.actor).why is not conflict.CheckReason.HELD:
        raise NothingToAppeal
    return customer, name


def judges_for(work: Work, command: MakeAppeal) -> Sequence[Account]:
    """Who will judge an appeal that isn't made yet. Raises `NotFound`, `NothingToAppeal`."""
    customer, _ = _subject(work, command)
    return judges_of(work, customer, work.actor.agency_id or 0, command.report)


# --- what a decision means (registered by `appeal_request`) ------------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The customer is locked before the appeal is."""
    work.customers.lock(work.petitions.appeal(approval.subject_id).customer_id)


def accepted(work: Work, approval: Approval) -> None:
    """The customer waits for the appellant's agency: whoever else held it no longer does, whoever else wants it is
    refused, and in the pool it doesn't lie. Raises `VendorsOwn`: first it must leave the vendor's list."""
    appeal = work.petitions.appeal(approval.subject_id)
    demand_not_direct(work, work.customers.get(appeal.customer_id))
    held = work.protections.held(appeal.customer_id, lock=True)
    other = held if held is not None and held.agency_id != appeal.agency_id else None
    if other is not None:
        releasing.let_go(work, other, LossReason.APPEALED)
    customer = work.customers.get(appeal.customer_id)
    if customer.state is CustomerState.POOL:
        work.pool.take_out(customer.id)
        work.customers.set_free(customer.id, CustomerState.OPEN)
    queueing.close_line(work, customer.id, but=appeal.agency_id)
    until = work.calendar.add_working_days(work.now, work.policy.report.appeal_reserves_days)
    work.customers.reserve(customer.id, appeal.agency_id, until)
    work.petitions.close(Kind.APPEAL, appeal.id, PetitionState.ACCEPTED)
    work.events.record(
        AppealAccepted(
            customer=customer.id, appeal=appeal.id, lost_by=other.contact_id if other is not None else None, until=until
        )
    )


def dismissed(work: Work, approval: Approval, reason: str) -> None:
    appeal = work.petitions.appeal(approval.subject_id)
    work.petitions.close(Kind.APPEAL, appeal.id, PetitionState.DISMISSED)
    work.events.record(AppealDismissed(customer=appeal.customer_id, appeal=appeal.id, reason=reason))
