"""Taking back an appeal or a correction that nobody has decided yet (domain.md, section 12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain import deciding
from domain.approvals import Approval, ApprovalState, Kind
from domain.errors import NotFound
from domain.events import Event
from domain.petitions import PetitionState
from domain.requests import withdraw_approval
from domain.rights import Action, Belongs, may
from domain.work import Work

WHOSE: Final = {Kind.APPEAL: Action.REPORT_CUSTOMER, Kind.DATA_CHANGE: Action.CORRECT_CUSTOMER}
"""What he may do who may take it back: the applicant, or the owner of his agency."""


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    approval: int


@dataclass(frozen=True, kw_only=True)
class AppealWithdrawn(Event, subject="customer"):
    customer: int
    appeal: int


@dataclass(frozen=True, kw_only=True)
class CorrectionWithdrawn(Event, subject="customer"):
    customer: int
    correction: int


def take_back(work: Work, command: TakeBack) -> Approval:
    """Raises `NotFound`, `AlreadyDecided`."""
    if not may_take_back(work, work.approvals.get(command.approval)):
        raise NotFound("approval")
    approval = deciding.locked(work, command.approval)
    if approval.state is not ApprovalState.PENDING:
        raise deciding.already(work, approval)
    withdraw_approval(work, approval)
    if approval.kind is Kind.APPEAL:
        appeal = work.petitions.appeal(approval.subject_id)
        work.petitions.settle_appeal(appeal.id, PetitionState.WITHDRAWN)
        work.events.record(AppealWithdrawn(customer=appeal.customer_id, appeal=appeal.id))
    else:
        correction = work.petitions.correction(approval.subject_id)
        work.petitions.settle_correction(correction.id, PetitionState.WITHDRAWN)
        work.events.record(CorrectionWithdrawn(customer=correction.customer_id, correction=correction.id))
    return work.approvals.get(approval.id)


def may_take_back(work: Work, approval: Approval) -> bool:
    """Whether it is the reader's to take back, be it open or not."""
    action = WHOSE.get(approval.kind)
    mine = Belongs(frozenset({approval.applicant_id}), approval.agency_id)
    return action is not None and may(work.actor, action, mine)
