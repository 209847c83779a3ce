"""Granting other months than were wished for (docs/protection.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import deciding
from domain.approvals.records import Approval
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.work import Work


@dataclass(frozen=True, kw_only=True)
class GrantMonths:
    """The command behind the form 批准月数."""

    approval: int
    months: int


def grant(work: Work, command: GrantMonths) -> Approval:
    """Raises as `deciding.approve`, and `NotFound` for what is no extension."""
    approval = deciding.demand_approvable(work, command.approval)
    if approval.kind is not Kind.EXTENSION:
        raise NotFound("request")
    work.protections.set_granted(approval.subject_id, command.months)
    return deciding.approve(work, deciding.Approve(approval=command.approval))
