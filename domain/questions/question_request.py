"""A question as a kind of request: answered instead of decided."""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals.records import Approval
from domain.approvals.request_kinds import RequestKind, RequestSummary, register
from domain.approvals.requests import withdraw_approval
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action
from domain.base.work import Work
from domain.questions.scope import titled
from domain.threads.records import ThreadState


@dataclass(frozen=True, kw_only=True)
class QuestionWithdrawn(Event, subject="thread"):
    thread: int


def about(work: Work, approval: Approval) -> RequestSummary:
    thread = work.threads.get(approval.subject_id)
    person = work.people.account(thread.asker_id).name
    return RequestSummary(thread.number, titled(work, thread), person, thread.waits_since)


def hold(work: Work, approval: Approval) -> None:
    work.threads.get(approval.subject_id, lock=True)


def taken_back(work: Work, approval: Approval) -> None:
    """Nobody need answer it any more; what was answered before stays."""
    work.threads.set_state(approval.subject_id, ThreadState.WITHDRAWN)
    work.events.record(QuestionWithdrawn(thread=approval.subject_id))


def ended(work: Work, agency_id: int) -> None:
    """With the agency nobody need answer; its people go on reading what was."""
    for approval in work.approvals.open_of(agency_id, (Kind.QUESTION,)):
        withdraw_approval(work, approval)
        taken_back(work, approval)


register(
    RequestKind(
        kind=Kind.QUESTION,
        about=about,
        answered=True,
        hold=hold,
        taken_back=taken_back,
        taking_back=Action.ASK_MANAGER,
        ended=ended,
    )
)
