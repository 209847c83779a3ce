"""What a decision means, by kind of request: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain import appealing, contracting, correcting, protecting, registering, releasing, reporting, settling
from domain.approvals import Approval, Kind
from domain.work import Work


def _nothing(work: Work, approval: Approval) -> None:
    """Most kinds have nothing to add."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The three things that a decision can bring about. What refuses, refuses before anything is written."""

    approved: Callable[[Work, Approval], None]
    rejected: Callable[[Work, Approval, str], None]
    returned: Callable[[Work, Approval, str, tuple[str, ...]], None] | None
    """None: there is nothing to mend, it is approved or rejected."""
    hold: Callable[[Work, Approval], None] = _nothing
    """Locks what the decision is about, before the request itself (the order is `queueing`'s)."""
    demand: Callable[[Work, Approval], None] = _nothing
    """May refuse an approval: the only place where one is refused by the kind's own rules."""
    advanced: Callable[[Work, Approval], None] = _nothing
    """A level approved, and the next one is asked."""


PROTECTION = Outcome(
    protecting.approved,
    protecting.rejected,
    None,
    hold=protecting.hold,
    demand=releasing.demand_held,
)

REPORT = Outcome(
    settling.approved,
    reporting.rejected,
    reporting.returned,
    hold=reporting.hold,
    demand=settling.demand_approvable,
)

CONTRACT = Outcome(
    contracting.approved,
    contracting.rejected,
    contracting.returned,
    demand=contracting.demand_approvable,
    advanced=contracting.advanced,
)

CORRECTION = Outcome(
    correcting.approved,
    correcting.dismissed,
    correcting.sent_back,
    hold=correcting.hold,
    demand=correcting.demand_approvable,
)

OUTCOMES: dict[Kind, Outcome] = {
    Kind.AGENCY_REGISTRATION: Outcome(registering.approved, registering.rejected, registering.returned),
    Kind.CUSTOMER_REPORT: REPORT,
    Kind.CONTRACT: CONTRACT,
    Kind.APPEAL: Outcome(appealing.accepted, appealing.dismissed, None, hold=appealing.hold),
    Kind.DATA_CHANGE: CORRECTION,
    Kind.EXTENSION: PROTECTION,
    Kind.STAGE_CONFIRMATION: PROTECTION,
    Kind.PRODUCTION_REVIEW: PROTECTION,
}
