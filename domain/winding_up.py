"""What becomes of an agency's open requests when it is suspended or ends (domain.md, section 1).

Suspended, its requests stay where they are, but none of them can bring it anything new: approving waits until it is
resumed (rejecting doesn't, so that nobody queues behind it for ever). Ended, what would be new is taken back at once, by
whoever ended it; what concerns customers that it still holds (extensions, stages) goes along with them.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain import contracting, queueing, reporting
from domain.approvals import Approval, Kind
from domain.errors import Refusal
from domain.people import AgencyState
from domain.petitions import PetitionState
from domain.requests import withdraw_approval
from domain.rights import Reach
from domain.work import Work

NEW = frozenset({Kind.CUSTOMER_REPORT, Kind.CONTRACT, Kind.APPEAL})
"""What brings an agency something that it hadn't."""
MOST = 10_000


@dataclass
class NothingNew(Refusal):
    """The agency is suspended: its manager resumes it first, or rejects."""

    agency: str


def demand_active(work: Work, approval: Approval) -> None:
    """Raises `NothingNew` before something new is approved for an agency that may have nothing new."""
    agency = work.people.agency(approval.agency_id)
    if approval.kind in NEW and agency.state is not AgencyState.ACTIVE:
        raise NothingNew(agency.called)


def close_open(work: Work, agency_id: int) -> None:
    """Reports, contracts, appeals and corrections of an agency that ends."""
    live, _ = work.customers.requests(Reach(agency_id=agency_id), open_only=True, offset=0, limit=MOST)
    for report in live:
        held = queueing.hold(work, report.id)
        if held.live:
            reporting.take_back(work, held)
    for contract in work.contracts.open_of(agency_id):
        contracting.take_back(work, contract)
    for approval in work.approvals.open_of(agency_id, (Kind.APPEAL, Kind.DATA_CHANGE)):
        withdraw_approval(work, approval)
        settle = work.petitions.settle_appeal if approval.kind is Kind.APPEAL else work.petitions.settle_correction
        settle(approval.subject_id, PetitionState.WITHDRAWN)
