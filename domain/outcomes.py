"""What a decision means, by kind of request: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain import appealing, contracting, correcting, protecting, registering, releasing, reporting
from domain.approvals import Approval, Kind
from domain.work import Work


def _nothing(work: Work, approval: Approval) -> None:
    """Most kinds have nothing to add."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The three things that a decision can bring about."""

    approved: Callable[[Work, Approval], None]
    rejected: Callable[[Work, Approval, str], None]
    returned: Callable[[Work, Approval, str, tuple[str, ...]], None]
    demand: Callable[[Work, Approval], None] = _nothing
    """May refuse an approval, before anything is written."""
    advanced: Callable[[Work, Approval], None] = _nothing
    """A level approved, and the next one is asked."""


PROTECTION = Outcome(protecting.approved, protecting.rejected, protecting.sent_back, demand=releasing.demand_held)

CONTRACT = Outcome(
    contracting.approved,
    contracting.rejected,
    contracting.returned,
    demand=contracting.demand_approvable,
    advanced=contracting.advanced,
)

OUTCOMES: dict[Kind, Outcome] = {
    Kind.AGENCY_REGISTRATION: Outcome(registering.approved, registering.rejected, registering.returned),
    Kind.CUSTOMER_REPORT: Outcome(reporting.approved, reporting.rejected, reporting.returned),
    Kind.CONTRACT: CONTRACT,
    Kind.APPEAL: Outcome(appealing.accepted, appealing.dismissed, appealing.sent_back),
    Kind.DATA_CHANGE: Outcome(
        correcting.approved, correcting.dismissed, correcting.sent_back, demand=correcting.demand_approvable
    ),
    Kind.EXTENSION: PROTECTION,
    Kind.STAGE_CONFIRMATION: PROTECTION,
    Kind.PRODUCTION_REVIEW: PROTECTION,
}
