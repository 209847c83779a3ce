"""The reasons that the policy offers to whoever rejects or returns a request (docs/approvals.md). What is chosen goes on
record in its words in both languages: a policy that is changed later changes no decision."""

from __future__ import annotations

from domain.base.work import Work


def for_rejecting(work: Work, approval_id: int) -> tuple[str, ...]:
    """In both languages (`domain.base.bilingual`), by the policy of this moment. Raises `NotFound`."""
    kind = work.approvals.get(approval_id).kind
    return tuple(each.told for each in work.policy.reasons.of(kind).reject)


def for_returning(work: Work, approval_id: int) -> tuple[str, ...]:
    """As `for_rejecting`."""
    kind = work.approvals.get(approval_id).kind
    return tuple(each.told for each in work.policy.reasons.of(kind).send_back)
