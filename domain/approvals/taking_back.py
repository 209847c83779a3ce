"""Taking back with one tap what nobody has decided yet: appeals, corrections (docs/approvals.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import deciding
from domain.approvals.records import Approval, ApprovalState
from domain.approvals.request_kinds import KINDS
from domain.approvals.requests import withdraw_approval
from domain.base.errors import NotFound
from domain.base.rights import Belongs, may
from domain.base.work import Work


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    approval: int


def take_back(work: Work, command: TakeBack) -> Approval:
    """Raises `NotFound`, `AlreadyDecided`."""
    if not may_take_back(work, work.approvals.get(command.approval)):
        raise NotFound("approval")
    approval = deciding.locked(work, command.approval)
    if approval.state is not ApprovalState.PENDING:
        raise deciding.already(work, approval)
    withdraw_approval(work, approval)
    taken_back = KINDS[approval.kind].taken_back
    if taken_back is not None:
        taken_back(work, approval)
    return work.approvals.get(approval.id)


def may_take_back(work: Work, approval: Approval) -> bool:
    """Whether it is the reader's to take back, be it open or not: whoever asked, or whose right it is at his agency. The vendor's
    people reject what isn't theirs."""
    action = KINDS[approval.kind].taking_back
    mine = Belongs(frozenset({approval.applicant_id}), approval.agency_id)
    if action is None:
        return False
    of_agency = work.actor.agency_id is not None
    return (of_agency and may(work.actor, action, mine)) or (
        approval.applicant_id == work.actor.id and may(work.actor, action)
    )
