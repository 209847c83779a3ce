"""Pictures to a request: those of what was asked, and of what is said about it; for whoever may read the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.approvals import briefs, commenting, sides
from domain.approvals.acting import Signature
from domain.approvals.records import Approval
from domain.approvals.request_kinds import KINDS
from domain.base.errors import NotFound
from domain.base.work import Work
from domain.base.written import Written


@dataclass(frozen=True, slots=True)
class RequestWord:
    """What was asked (`id` 0), or a word on it. `by` is empty of the former: the request names who asked."""

    id: int
    at: datetime
    written: Written
    by: Signature | None = None


def said(work: Work, approval: Approval) -> Sequence[RequestWord]:
    """For whoever has looked whether it may be read."""
    kind = KINDS[approval.kind]
    asked = RequestWord(0, kind.about(work, approval).at, kind.evidence(work, approval.subject_id))
    comments = enumerate(commenting.comments(work, approval), 1)
    return (
        asked,
        *(RequestWord(place, each.at, Written(each.reason, each.files), by) for place, (each, by) in comments),
    )


def of(work: Work, approval_id: int) -> tuple[str, Sequence[RequestWord]]:
    """With the name of whoever asked. Raises `NotFound`, also when the request is out of the reader's reach now."""
    approval = _readable(work, approval_id)
    return KINDS[approval.kind].about(work, approval).person, said(work, approval)


def _readable(work: Work, approval_id: int) -> Approval:
    """By either side, by whoever stands above its approvers, and by whom its own matter shows it to."""
    try:
        return sides.seen(work, approval_id)
    except NotFound:
        if work.account is None:
            raise
    try:
        return briefs.approval(work, approval_id)
    except NotFound:
        found = work.approvals.get(approval_id)
        shown = KINDS[found.kind].asked_about
        if shown is None:
            raise
        shown(work, found.subject_id)
        return found
