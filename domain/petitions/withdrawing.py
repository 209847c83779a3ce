"""A petition that nobody decides any more: it ends with the agency that asked."""

from __future__ import annotations

from collections.abc import Callable

from domain.approvals.requests import withdraw_approval
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.petitions import PetitionState


def ended(kind: Kind) -> Callable[[Work, int], None]:
    """What takes back all of that kind which an agency (by number) has open."""

    def withdraw(work: Work, agency_id: int) -> None:
        for approval in work.approvals.open_of(agency_id, (kind,)):
            withdraw_approval(work, approval)
            work.petitions.close(kind, approval.subject_id, PetitionState.WITHDRAWN)

    return withdraw
