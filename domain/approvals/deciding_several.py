"""批量: several requests approved, or rejected for one reason, in one act; each by the ordinary rules and with a record of its
own (docs/approvals.md). Returning has no such form: what is to be mended is each one's own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from domain.approvals import acting, briefs, deciding, reasons
from domain.approvals.briefs import Brief
from domain.approvals.records import Approval, ApprovalState
from domain.approvals.request_kinds import KINDS
from domain.base.errors import Refusal
from domain.base.rights import Action, demand
from domain.base.work import Work

MOST = 20
"""In one act: their records are locked together."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A request as it stood when it was ticked."""

    approval: int
    revision: int


@dataclass(frozen=True, kw_only=True)
class ApproveSeveral:
    requests: tuple[Ticked, ...]


@dataclass(frozen=True, kw_only=True)
class RejectSeveral:
    """The command behind the form 批量驳回."""

    requests: tuple[Ticked, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OneOfSeveral:
    """What became of one of them; `refusal` says why it wasn't decided."""

    brief: Brief
    refusal: Refusal | None


@dataclass
class ChangedSince(Refusal):
    """It was mended, handed on or escalated after it was ticked: it is to be looked at again."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What waits for the reader: what can be ticked, and what is decided by itself."""

    together: Sequence[Brief]
    singly: Sequence[Brief]


def choices(work: Work) -> Choices:
    waiting = briefs.inbox(work)
    together = [each for each in waiting if not KINDS[each.approval.kind].singly(work, each.approval)]
    return Choices(together, [each for each in waiting if each not in together])


def reasons_for(work: Work, approvals: Collection[int]) -> tuple[str, ...]:
    """For rejecting them all: what is offered for each of them. Raises `NotFound`."""
    offered = [reasons.for_rejecting(work, each) for each in approvals]
    return tuple(each for each in offered[0] if all(each in others for others in offered)) if offered else ()


def approve_several(work: Work, command: ApproveSeveral) -> tuple[OneOfSeveral, ...]:
    """A refusal of one keeps no other back. Raises `NotAllowed`."""
    return _several(work, command.requests, lambda each: deciding.approve(work, deciding.Approve(approval=each)))


def reject_several(work: Work, command: RejectSeveral) -> tuple[OneOfSeveral, ...]:
    """As `approve_several`."""

    def reject(each: int) -> Approval:
        return deciding.reject(work, deciding.Reject(approval=each, reason=command.reason))

    return _several(work, command.requests, reject)


def _several(work: Work, several: Iterable[Ticked], decide: Callable[[int], Approval]) -> tuple[OneOfSeveral, ...]:
    """Oldest first, so that two who do it at once lock in the same order."""
    demand(work.actor, Action.DECIDE)
    return tuple(_one(work, each, decide) for each in sorted(set(several), key=lambda each: each.approval)[:MOST])


def _one(work: Work, ticked: Ticked, decide: Callable[[int], Approval]) -> OneOfSeveral:
    approval = deciding.locked(work, ticked.approval)
    brief = briefs.brief(work, approval)
    try:
        with work.apart():
            _demand_unchanged(work, approval, ticked)
            decide(approval.id)
    except Refusal as refusal:
        return OneOfSeveral(brief, refusal)
    return OneOfSeveral(brief, None)


def _demand_unchanged(work: Work, approval: Approval, ticked: Ticked) -> None:
    mine = approval.state is ApprovalState.PENDING and acting.may_decide(work, approval)
    if mine and (approval.revision != ticked.revision or KINDS[approval.kind].singly(work, approval)):
        raise ChangedSince
