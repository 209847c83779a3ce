"""Which customer a request is about; whoever opens all that is known of one is on record (`domain.customers.seeing`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.seeing import note

_CUSTOMER: Final[Mapping[Kind, Callable[[Work, int], int]]] = {
    Kind.CUSTOMER_REPORT: lambda work, it: work.customers.report(it).customer_id,
    Kind.APPEAL: lambda work, it: work.petitions.appeal(it).customer_id,
    Kind.DATA_CHANGE: lambda work, it: work.petitions.correction(it).customer_id,
    Kind.EXTENSION: lambda work, it: work.protections.request(it).customer_id,
    Kind.STAGE_CONFIRMATION: lambda work, it: work.protections.request(it).customer_id,
    Kind.PRODUCTION_REVIEW: lambda work, it: work.protections.request(it).customer_id,
}


def customer_of(work: Work, kind: Kind, record: int) -> int:
    """Of a kind that is about one."""
    return _CUSTOMER[kind](work, record)


def opened(work: Work, approval: Approval) -> None:
    """By whoever was let see it. Of a request that is about no customer nothing is noted."""
    if approval.kind in _CUSTOMER:
        note(work, customer_of(work, approval.kind, approval.subject_id))
