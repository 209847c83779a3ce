"""What becomes of an agency's open requests when it is suspended or ends (docs/people.md).

Suspended, its requests stay where they are, but none of them can bring it anything new: approving waits until it is
resumed (rejecting doesn't, so that nobody queues behind it for ever). Ended, what would be new is taken back at once, by
whoever ended it; what concerns customers that it still holds (extensions, stages) goes along with them.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals.records import Approval
from domain.approvals.request_kinds import KINDS
from domain.base.errors import Refusal
from domain.base.work import Work
from domain.people.records import AgencyState


@dataclass
class NothingNew(Refusal):
    """The agency is suspended: its manager resumes it first, or rejects."""

    agency: str


def demand_active(work: Work, approval: Approval) -> None:
    """Raises `NothingNew` before something new is approved for an agency that may have nothing new."""
    agency = work.people.agency(approval.agency_id)
    if KINDS[approval.kind].brings_new and agency.state is not AgencyState.ACTIVE:
        raise NothingNew(agency.called)


def close_open(work: Work, agency_id: int) -> None:
    """What an agency that ends has open and would be new to it, and its corrections."""
    for ended in dict.fromkeys(each.ended for each in KINDS.values() if each.ended is not None):
        ended(work, agency_id)
