"""What a question may be asked on: a customer, a follow-up report, a project, or a request of any kind. Each is looked at by
its own matter's view, which refuses what is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.agencies import views as agency_views
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import amendment_views
from domain.contracts import views as contract_views
from domain.customers import scope
from domain.follow_ups import views as follow_up_views
from domain.follow_ups import writing
from domain.petitions import views as petition_views
from domain.protection import views as protection_views
from domain.reports import views as report_views


@dataclass(frozen=True, slots=True)
class Subject:
    """`name` is what it is called beside its customer, a number or a project; `customer` None where it is about none."""

    name: str = ""
    customer: int | None = None


def _customer(work: Work, number: int) -> Subject:
    return Subject(customer=scope.visible(work, number).id)


def _follow_up(work: Work, number: int) -> Subject:
    follow_up, customer = writing.readable(work, number)
    return Subject(follow_up.number, customer.id)


def _project(work: Work, number: int) -> Subject:
    customer, project, _ = follow_up_views.timeline(work, number)
    return Subject(project.name, customer.id)


def _report(work: Work, number: int) -> Subject:
    report = report_views.report(work, number).report
    return Subject(report.number, report.customer_id)


def _protection(work: Work, number: int) -> Subject:
    request = protection_views.of_request(work, number).request
    return Subject(request.number, request.customer_id)


def _appeal(work: Work, number: int) -> Subject:
    appeal = petition_views.appeal(work, _approval(work, Kind.APPEAL, number)).appeal
    return Subject(appeal.number, appeal.customer_id)


def _correction(work: Work, number: int) -> Subject:
    correction = petition_views.correction(work, _approval(work, Kind.DATA_CHANGE, number)).correction
    return Subject(correction.number, correction.customer_id)


def _agency_change(work: Work, number: int) -> Subject:
    return Subject(agency_views.change(work, _approval(work, Kind.AGENCY_CHANGE, number)).change.number)


def _contract(work: Work, number: int) -> Subject:
    return Subject(contract_views.contract(work, number).contract.number)


def _amendment(work: Work, number: int) -> Subject:
    return Subject(amendment_views.amendment(work, number).amendment.number)


def _approval(work: Work, kind: Kind, subject_id: int) -> int:
    approval = work.approvals.of_subject(kind, subject_id)
    if approval is None:
        raise NotFound("approval")
    return approval.id


SUBJECTS: Final[Mapping[str, Callable[[Work, int], Subject]]] = {
    "customer": _customer,
    "follow_up": _follow_up,
    "project": _project,
    Kind.CUSTOMER_REPORT.value: _report,
    Kind.EXTENSION.value: _protection,
    Kind.STAGE_CONFIRMATION.value: _protection,
    Kind.PRODUCTION_REVIEW.value: _protection,
    Kind.APPEAL.value: _appeal,
    Kind.DATA_CHANGE.value: _correction,
    Kind.AGENCY_CHANGE.value: _agency_change,
    Kind.CONTRACT.value: _contract,
    Kind.CONTRACT_AMENDMENT.value: _amendment,
}
"""By what it is called in a thread. A registration, or a claim of an agency, is asked for by somebody who has no account yet."""


def subject(work: Work, about: str, number: int) -> Subject:
    """Raises `NotFound` for what isn't there, or isn't the actor's to see."""
    look = SUBJECTS.get(about)
    if look is None:
        raise NotFound("record")
    return look(work, number)
