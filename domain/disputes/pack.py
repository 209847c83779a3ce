"""The dispute pack (争议材料): what a dispute about a customer is judged by, in a file (docs/disputes.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.approvals import acting
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, Decision
from domain.approvals.request_kinds import KINDS, RequestSummary
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.merged_customers import all_of
from domain.customers.petitions import Appeal
from domain.customers.records import Customer, Report, ReportState
from domain.disputes import scope
from domain.disputes.records import DisputePackAsked
from domain.disputes.timeline import Aspect, Occurrence, of_customer
from domain.jobs import control as job_control

KIND: Final = "dispute_pack"


@dataclass(frozen=True, kw_only=True)
class MakeDisputePack:
    """The files come when they are ready."""

    customer: int


@dataclass(frozen=True, slots=True)
class Party:
    """An agency that has to do with the customer: when it first asked and first reported, how many reports and appeals it made.
    `holds`: it has the customer."""

    agency: str
    people: tuple[str, ...]
    asked: datetime | None
    reported: datetime | None
    reports: int
    appeals: int
    holds: bool


@dataclass(frozen=True, slots=True)
class ToldReport:
    report: Report
    agency: str
    person: str


@dataclass(frozen=True, slots=True)
class ToldRequest:
    """A request about the customer, with whatever was decided, said and handed on about it, and by whom."""

    approval: Approval
    summary: RequestSummary
    agency: str
    decisions: Sequence[tuple[Decision, Signature]]


@dataclass(frozen=True, slots=True)
class ToldAppeal:
    appeal: Appeal
    agency: str
    person: str


@dataclass(frozen=True, slots=True)
class DisputePack:
    """As things stand at `at`."""

    at: datetime
    reader: str
    customer: Customer
    names: Sequence[str]
    """Other ones that it is or was known by."""
    merged: Sequence[str]
    holder: str
    reserved_for: str
    direct: bool
    parties: Sequence[Party]
    reports: Sequence[ToldReport]
    requests: Sequence[ToldRequest]
    appeals: Sequence[ToldAppeal]
    occurrences: Sequence[Occurrence]


def ask(work: Work, command: MakeDisputePack) -> None:
    """Raises `NotFound`."""
    customer = scope.visible(work, command.customer)
    work.events.record(DisputePackAsked(customer=customer.id))
    job_control.put(work, KIND, {"customer": customer.id}, key=f"{KIND}:{customer.id}:{work.actor.id}")


def collect(work: Work, customer_id: int) -> DisputePack:
    """As whoever asked for it may see it when it is made. Raises `NotFound`."""
    customer = scope.visible(work, customer_id)
    ids = all_of(work, customer.id)
    approvals = work.approvals.about(ids)
    told = of_customer(work, customer)
    reports = work.customers.reports_of(customer.id, frozenset(ReportState))
    appeals = [work.petitions.appeal(each.subject_id) for each in approvals if each.kind is Kind.APPEAL]
    names = [name for each in work.names.aliases_of(ids).values() for name in each]
    return DisputePack(
        at=work.now,
        reader=work.actor.name,
        customer=customer,
        names=[each for each in dict.fromkeys(names) if each != customer.name],
        merged=[each.name for each in work.customers.several([each for each in ids if each != customer.id]).values()],
        holder=told.holder,
        reserved_for=_reserved_for(work, customer),
        direct=bool(work.directs.among((customer.id,))),
        parties=_parties(work, customer, reports, appeals, told.rows),
        reports=[ToldReport(each, *_of(work, each.agency_id, each.contact_id)) for each in reports],
        requests=[_request(work, each) for each in approvals],
        appeals=[ToldAppeal(each, *_of(work, each.agency_id, each.applicant_id)) for each in appeals],
        occurrences=told.rows,
    )


def _reserved_for(work: Work, customer: Customer) -> str:
    if customer.reserved_for is None or not customer.reserved(work.now):
        return ""
    return work.people.agency(customer.reserved_for).called


def _of(work: Work, agency: int, account: int) -> tuple[str, str]:
    return work.people.agency(agency).called, work.people.account(account).name


def _request(work: Work, approval: Approval) -> ToldRequest:
    agency = work.people.agency(approval.agency_id).called
    return ToldRequest(approval, KINDS[approval.kind].about(work, approval), agency, acting.record(work, approval))


def _parties(
    work: Work, customer: Customer, reports: Sequence[Report], appeals: Sequence[Appeal], rows: Sequence[Occurrence]
) -> list[Party]:
    """In the order in which they first appear."""
    by_name: dict[str, int] = {}
    asking = (*(each.agency_id for each in reports), *(each.agency_id for each in appeals))
    for agency in (customer.agency_id, *asking):
        if agency is not None:
            by_name[work.people.agency(agency).called] = agency
    own = work.policy.vendor
    names = dict.fromkeys([*(each.agency for each in rows if each.agency and each.agency != own), *by_name])
    return [
        Party(
            agency=name,
            people=tuple(dict.fromkeys(each.person for each in rows if each.agency == name and each.person)),
            asked=_first(rows, name, Aspect.ASKED),
            reported=min((each.submitted_at for each in reports if each.agency_id == by_name.get(name)), default=None),
            reports=sum(each.agency_id == by_name.get(name) for each in reports),
            appeals=sum(each.agency_id == by_name.get(name) for each in appeals),
            holds=by_name.get(name) == customer.agency_id is not None,
        )
        for name in names
    ]


def _first(rows: Sequence[Occurrence], agency: str, aspect: Aspect) -> datetime | None:
    return next((each.at for each in rows if each.agency == agency and each.aspect is aspect), None)
