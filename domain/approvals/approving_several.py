"""批量: several requests approved in one act, each by the ordinary rules and with a record of its own (docs/approvals.md).

Rejecting and returning have no such form: each needs its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting, briefs, deciding
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


@dataclass(frozen=True, slots=True)
class Approved:
    """What became of one of them; `refusal` says why it wasn't approved."""

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


def approve_several(work: Work, command: ApproveSeveral) -> tuple[Approved, ...]:
    """Oldest first, so that two who do it at once lock in the same order. A refusal of one keeps no other back.
    Raises `NotAllowed`."""
    demand(work.actor, Action.DECIDE)
    requests = sorted(set(command.requests), key=lambda each: each.approval)[:MOST]
    return tuple(_approve(work, each) for each in requests)


def _approve(work: Work, ticked: Ticked) -> Approved:
    approval = deciding.locked(work, ticked.approval)
    brief = briefs.brief(work, approval)
    try:
        with work.apart():
            _demand_unchanged(work, approval, ticked)
            deciding.approve(work, deciding.Approve(approval=approval.id))
    except Refusal as refusal:
        return Approved(brief, refusal)
    return Approved(brief, None)


def _demand_unchanged(work: Work, approval: Approval, ticked: Ticked) -> None:
    mine = approval.state is ApprovalState.PENDING and acting.may_decide(work, approval)
    if mine and approval.revision != ticked.revision:
        raise ChangedSince
