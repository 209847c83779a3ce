"""A request in one line, whatever its kind: for the inbox and for reminders. A new kind adds its line to the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain import acting
from domain.approvals import Approval, ApprovalState, Kind
from domain.customers import LIVE, Customer
from domain.errors import NotFound
from domain.rights import Action, Belongs, may
from domain.scope import called
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Brief:
    """`title` is the name of the customer (or whom it is about), `person` of the agency's side, `at` when it was asked."""

    approval: Approval
    number: str
    title: str
    agency: str
    person: str
    at: datetime
    principal: str = ""
    """In whose stead the reader decides; empty: in his own name."""
    late: int | None = None
    """Days past the moment by which it should have been decided; None: there is time."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who was asked at first, and who besides, because they didn't answer."""

    first: tuple[str, ...]
    then: tuple[str, ...]


def _of_report(work: Work, approval: Approval) -> Brief:
    report = work.customers.report(approval.subject_id)
    person = work.people.account(report.contact_id).name
    return Brief(approval, report.number, report.profile.name, _agency(work, approval), person, report.submitted_at)


def _of_contract(work: Work, approval: Approval) -> Brief:
    contract = work.contracts.get(approval.subject_id)
    person = work.people.account(approval.applicant_id).name
    at = contract.submitted_at or contract.created_at
    return Brief(approval, contract.number, contract.name, _agency(work, approval), person, at)


def _of_registration(work: Work, approval: Approval) -> Brief:
    found = work.registrations.get(approval.subject_id)
    company = found.company
    return Brief(approval, found.number, company.name, company.region, company.contact, found.submitted_at)


def _of_appeal(work: Work, approval: Approval) -> Brief:
    appeal = work.petitions.appeal(approval.subject_id)
    person = work.people.account(appeal.applicant_id).name
    return Brief(approval, appeal.number, appeal.name, _agency(work, approval), person, appeal.created_at)


def _of_correction(work: Work, approval: Approval) -> Brief:
    correction = work.petitions.correction(approval.subject_id)
    person = work.people.account(correction.applicant_id).name
    name = called(work, correction.customer_id)
    return Brief(approval, correction.number, name, _agency(work, approval), person, correction.created_at)


def _of_protection(work: Work, approval: Approval) -> Brief:
    request = work.protections.request(approval.subject_id)
    name, person = called(work, request.customer_id), work.people.account(request.contact_id).name
    return Brief(approval, request.number, name, _agency(work, approval), person, request.asked_at)


def _agency(work: Work, approval: Approval) -> str:
    return work.people.agency(approval.agency_id).called


BRIEFS: dict[Kind, Callable[[Work, Approval], Brief]] = {
    Kind.AGENCY_REGISTRATION: _of_registration,
    Kind.CUSTOMER_REPORT: _of_report,
    Kind.CONTRACT: _of_contract,
    Kind.EXTENSION: _of_protection,
    Kind.STAGE_CONFIRMATION: _of_protection,
    Kind.PRODUCTION_REVIEW: _of_protection,
    Kind.APPEAL: _of_appeal,
    Kind.DATA_CHANGE: _of_correction,
}


def brief(work: Work, approval: Approval) -> Brief:
    return replace(BRIEFS[approval.kind](work, approval), late=days_late(work, approval))


def days_late(work: Work, approval: Approval) -> int | None:
    due = approval.current.due_at
    return (work.today - work.calendar.day_of(due)).days if due is not None and approval.late(work.now) else None


def escalation(work: Work, approval: Approval) -> Escalation | None:
    """None where nobody was asked besides."""
    step = approval.current
    if not step.escalated:
        return None
    first = tuple(work.people.account(each).name for each in step.approvers if each not in step.escalated)
    return Escalation(first, tuple(work.people.account(each).name for each in step.escalated))


def about_customer(work: Work, customer_id: int) -> list[Approval]:
    """What is being decided about a customer, as far as it is the reader's to see: all of it for the vendor's people, on
    the agency's side what its holder asked for. Another's appeal against him isn't his to know of."""
    customer = work.customers.get(customer_id)
    asked: list[tuple[Kind, int]] = [(each.kind, each.id) for each in work.protections.pending_of(customer_id)]
    correction = work.petitions.open_correction(customer_id)
    asked += [(Kind.DATA_CHANGE, correction.id)] if correction is not None else []
    if work.actor.agency_id is None:
        asked += [(Kind.APPEAL, each.id) for each in work.petitions.open_appeals(customer_id)]
        asked += [(Kind.CUSTOMER_REPORT, each.id) for each in work.customers.reports_of(customer_id, LIVE)]
    found = [work.approvals.of_subject(kind, subject) for kind, subject in asked]
    return [each for each in found if each is not None and _sees(work, each, customer)]


def _sees(work: Work, approval: Approval, customer: Customer) -> bool:
    if approval.state is not ApprovalState.PENDING:
        return False
    agency = work.people.agency(approval.agency_id)
    if work.actor.agency_id is None:
        belongs = Belongs(frozenset(), agency.id, agency.unit_id)
        return acting.asked(work, approval) or may(work.actor, Action.DECIDE, belongs)
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return may(work.actor, Action.SEE_REQUESTS, Belongs(contact, agency.id, agency.unit_id))


def inbox(work: Work) -> Sequence[Brief]:
    """待审批: what waits for the reader's decision, late ones first."""
    return [_in_stead(work, brief(work, approval)) for approval in acting.waiting(work)]


def _in_stead(work: Work, found: Brief) -> Brief:
    return replace(found, principal=principal(work, found.approval))


def principal(work: Work, approval: Approval) -> str:
    """In whose stead the reader decides; empty: in his own name, or not at all."""
    found = acting.principal(work, approval)
    return work.people.account(found).name if found is not None else ""


def approval(work: Work, approval_id: int) -> Approval:
    """A request as its approvers, and those above them, may look at it. Raises `NotFound`."""
    found = work.approvals.get(approval_id)
    actor, agency = work.actor, work.people.agency(found.agency_id)
    if not acting.asked(work, found) and not may(actor, Action.DECIDE, Belongs(frozenset(), agency.id, agency.unit_id)):
        raise NotFound("approval")
    return found
