"""What a decision means, by kind of request: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain import appealing, correcting, protecting, reporting
from domain.approvals import Approval, Kind
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Outcome:
    """The three things that a decision can bring about."""

    approved: Callable[[Work, Approval], None]
    rejected: Callable[[Work, Approval, str], None]
    returned: Callable[[Work, Approval, str, tuple[str, ...]], None]


PROTECTION = Outcome(protecting.approved, protecting.rejected, protecting.sent_back)

OUTCOMES: dict[Kind, Outcome] = {
    Kind.CUSTOMER_REPORT: Outcome(reporting.approved, reporting.rejected, reporting.returned),
    Kind.APPEAL: Outcome(appealing.accepted, appealing.dismissed, appealing.sent_back),
    Kind.DATA_CHANGE: Outcome(correcting.approved, correcting.dismissed, correcting.sent_back),
    Kind.EXTENSION: PROTECTION,
    Kind.STAGE_CONFIRMATION: PROTECTION,
    Kind.PRODUCTION_REVIEW: PROTECTION,
}
