"""An appeal as a kind of request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, number_of, register
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import Written
from domain.customers.petitions import PetitionState
from domain.petitions import appealing, views, withdrawing
from domain.petitions.appeal_judges import deciders


@dataclass(frozen=True, kw_only=True)
class AppealWithdrawn(Event, subject="customer"):
    customer: int
    appeal: int


def about(work: Work, approval: Approval) -> RequestSummary:
    appeal = work.petitions.appeal(approval.subject_id)
    return RequestSummary(appeal.number, appeal.name, work.people.account(appeal.applicant_id).name, appeal.created_at)


def evidence(work: Work, subject_id: int) -> Written:
    appeal = work.petitions.appeal(subject_id)
    return Written(appeal.reason, appeal.files)


def barred(work: Work, subject_id: int) -> frozenset[int]:
    """Whoever decided before (docs/customers.md)."""
    appeal = work.petitions.appeal(subject_id)
    return deciders(work, work.customers.get(appeal.customer_id), appeal.report_id)


def taken_back(work: Work, approval: Approval) -> None:
    appeal = work.petitions.appeal(approval.subject_id)
    work.petitions.close(Kind.APPEAL, appeal.id, PetitionState.WITHDRAWN)
    work.events.record(AppealWithdrawn(customer=appeal.customer_id, appeal=appeal.id))


def of_customer(work: Work, customer_id: int) -> Iterator[tuple[Kind, int]]:
    return ((Kind.APPEAL, each.id) for each in work.petitions.open_appeals(customer_id))


def always(work: Work, approval: Approval) -> bool:
    return True


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    appeal = views.appeal(work, number_of(work, Kind.APPEAL, subject_id)).appeal
    return AskedAbout(appeal.number, appeal.customer_id)


register(
    RequestKind(
        kind=Kind.APPEAL,
        about=about,
        evidence=evidence,
        asked_about=asked_about,
        approved=appealing.accepted,
        rejected=appealing.dismissed,
        hold=appealing.hold,
        singly=always,
        judged=True,
        barred=barred,
        brings_new=True,
        taken_back=taken_back,
        taking_back=Action.REPORT_CUSTOMER,
        ended=withdrawing.ended(Kind.APPEAL),
        of_customer=of_customer,
        of_others=True,
    )
)
