"""点评: a word on a request that goes on waiting as it was; both sides read it and may answer (docs/approvals.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting, deciding, sides
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision, Verb
from domain.approvals.request_kinds import demand_decided
from domain.base.errors import NotAllowed
from domain.base.events import Event
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import KeptFile, Written
from domain.threads.writing import something


@dataclass(frozen=True, kw_only=True)
class CommentOnRequest:
    """The command behind the form 点评. `files` are pictures to it."""

    approval: int
    text: str
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RequestCommented(Event, subject="approval"):
    """`comment`: which of the request's comments it is, from 0. `told` are the accounts that hear of it, `chat` that of an
    applicant without an account."""

    approval: int
    comment: int
    told: tuple[int, ...]
    chat: int | None = None


def comments(work: Work, approval: Approval) -> Sequence[tuple[Decision, Signature]]:
    """Oldest first."""
    return [(each, by) for each, by in acting.record(work, approval) if each.verb is Verb.COMMENT]


def may_comment(work: Work, approval: Approval) -> bool:
    """As long as it is to be decided: the vendor's people who may see it; whoever asked answers what was said to him."""
    if not sides.talked_of(approval):
        return False
    return sides.is_vendors(work, approval) or (sides.is_theirs(work, approval) and bool(comments(work, approval)))


def comment(work: Work, command: CommentOnRequest) -> Approval:
    """No clock moves, and nobody's turn passes. Raises `NotFound`, `AlreadyDecided`, `NotAllowed`,
    `NothingWritten`."""
    sides.seen(work, command.approval)
    approval = work.approvals.get(command.approval, lock=True)
    if approval.state is not ApprovalState.PENDING:
        raise deciding.already(work, approval)
    demand_decided(approval)
    if not may_comment(work, approval):
        raise NotAllowed(Action.COMMENT.value)
    chat = sides.chat(work, approval)
    asks = chat is not None and sides.is_theirs(work, approval)  # with no account of the agency's yet
    by = approval.applicant_id if asks else work.actor.id
    before = comments(work, approval)
    told = _audience(work, approval, by, before)
    said = something(Written(command.text, command.files))
    work.approvals.note(
        approval.id,
        Decision(verb=Verb.COMMENT, by=by, at=work.now, level=approval.level, reason=said.text, files=said.files),
    )
    told_in = None if asks else chat
    work.events.record(RequestCommented(approval=approval.id, comment=len(before), told=told, chat=told_in))
    return approval


def _audience(work: Work, approval: Approval, by: int, before: Sequence[tuple[Decision, Signature]]) -> tuple[int, ...]:
    """The agency's side, who has spoken before, and whoever is to decide once the agency's side has spoken; never the
    speaker."""
    spoken = [each.by for each, _ in before]
    answered = sides.is_theirs(work, approval)
    asked = acting.deciders(work, approval) if answered else {}
    everybody = dict.fromkeys((*sides.theirs(work, approval), *spoken, *asked))
    return tuple(each for each in everybody if each != by and work.people.account(each).active)
