"""What screens ask of customer reports: one with all that decides it, and lists, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.approvals import acting
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, may, reach
from domain.base.work import Work
from domain.counterparts.reading import people
from domain.counterparts.records import CounterpartTold
from domain.customers.askers import askers
from domain.customers.records import LIVE, Customer, CustomerState, Record, Report, ReportState
from domain.direct import views as direct_views
from domain.names import same_key
from domain.people.records import Account, Agency
from domain.reports import sentence as report_sentence


@dataclass(frozen=True, slots=True)
class QueuedReport:
    """Who queues behind a report. `code` and `name` are what he reports otherwise, empty where it is the same."""

    agency: str
    person: str
    at: datetime
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class FormerHolder:
    """Who held what lies in the pool, until when."""

    agency: str
    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class ReportView:
    """A customer report with all that its approver, its applicant and their superiors may see of it."""

    report: Report
    agency: Agency
    contact: Account
    reporter: Account
    approval: Approval | None
    approvers: tuple[str, ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    record: Record
    queue: tuple[QueuedReport, ...]
    known_as: str
    """What the customer has been called, where the report calls it otherwise; empty for the agency's side."""
    claimed_from: FormerHolder | None
    """Where it is a claim on what lies in the pool; for the vendor's side."""
    until: date | None
    """The last protected day, when the report was approved and the customer is still its agency's."""
    can_decide: bool
    can_withdraw: bool
    can_appeal: bool
    of_vendor: bool


def report(work: Work, report_id: int) -> ReportView:
    """Raises `NotFound`, also when the report is out of the reader's reach."""
    report = work.customers.report(report_id)
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, report.id)
    return _report(work, report, approval)


def report_of_approval(work: Work, approval_id: int) -> ReportView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = work.approvals.get(approval_id)
    return _report(work, work.customers.report(approval.subject_id), approval)


def of_direct_account(work: Work, approval_id: int) -> bool:
    """Whether a request is about the vendor's own account. For those who decide; to everybody else it is no."""
    return direct_views.is_direct(work, work.customers.report(work.approvals.get(approval_id).subject_id).customer_id)


def _report(work: Work, report: Report, approval: Approval | None) -> ReportView:
    actor, agency = work.actor, work.people.agency(report.agency_id)
    customer = work.customers.get(report.customer_id)
    belongs = Belongs(askers(customer, agency.id, report.reporter_id, report.contact_id), agency.id, agency.unit_id)
    acts = Belongs(frozenset({report.contact_id}), agency.id)
    approver = approval is not None and acting.asked(work, approval)
    if not approver and not may(actor, Action.SEE_REQUESTS, belongs):
        raise NotFound("report")
    of_vendor = actor.agency_id is None
    line = [each for each in work.customers.reports_of(report.customer_id, LIVE) if each.in_line]
    held = report.decided_at is not None and customer.agency_id == report.agency_id
    return ReportView(
        report=report,
        agency=agency,
        contact=work.people.account(report.contact_id),
        reporter=work.people.account(report.reporter_id),
        approval=approval,
        approvers=acting.names(work, approval) if approval is not None else (),
        decisions=acting.signed(work, approval) if approval is not None else (),
        record=work.customers.record_of(report.contact_id, work.now, work.today),
        queue=tuple(_waiting(work, each, report) for each in line if each.position > report.position)
        if of_vendor
        else (),
        known_as=customer.name if of_vendor and customer.same_key != same_key(report.profile.name) else "",
        claimed_from=_former_holder(work, customer) if of_vendor else None,
        until=customer.protected_until if held else None,
        can_decide=approval is not None
        and approval.state is ApprovalState.PENDING
        and acting.may_decide(work, approval),
        can_withdraw=report.live and may(actor, Action.WITHDRAW_REPORT, acts),
        can_appeal=report.state in (ReportState.REJECTED, ReportState.CLOSED)
        and may(actor, Action.WITHDRAW_REPORT, acts),
        of_vendor=of_vendor,
    )


def _former_holder(work: Work, customer: Customer) -> FormerHolder | None:
    if customer.state is not CustomerState.POOL:
        return None
    held = work.pool.held_since(customer.id, datetime.fromtimestamp(0, UTC))
    if not held:
        return None
    agency, person = work.people.agency(held[-1].agency_id).called, work.people.account(held[-1].contact_id).name
    return FormerHolder(agency, person, held[-1].ended_at)


def _waiting(work: Work, each: Report, first: Report) -> QueuedReport:
    agency, person = work.people.agency(each.agency_id).called, work.people.account(each.contact_id).name
    name, code = each.profile.name, each.profile.credit_code or ""
    return QueuedReport(
        agency,
        person,
        each.submitted_at,
        name if same_key(name) != same_key(first.profile.name) else "",
        code if code != first.profile.credit_code else "",
    )


@dataclass(frozen=True, slots=True)
class ReportRow:
    report: Report
    contact: str
    agency: str


def reports(work: Work, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[ReportRow], int]:
    """The requests that the reader may see, newest first, and how many there are."""
    within = reach(work.actor, Action.SEE_REQUESTS)
    rows, total = work.customers.reports(within, open_only=open_only, offset=offset, limit=limit)
    return [
        ReportRow(row, work.people.account(row.contact_id).name, work.people.agency(row.agency_id).called)
        for row in rows
    ], total


def report_in_a_sentence(work: Work, text: str, about: str | None = None) -> report_sentence.Sentence | None:
    return report_sentence.read(text, work.policy, about)


def people_in(work: Work, text: str) -> Sequence[CounterpartTold]:
    """People at a customer as they are written."""
    return people(text, work.policy)


def with_labels(work: Work, found: report_sentence.Sentence) -> list[str]:
    return report_sentence.lines(found, work.policy)
