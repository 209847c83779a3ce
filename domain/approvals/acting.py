"""Who may decide a request at this moment, and in whose stead (docs/approvals.md).

The approvers that a step names, and the deputies of those who are away today. Asked whenever somebody acts or looks;
a deputy who is away himself is covered by his own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.approvals.judging import barred
from domain.approvals.records import Approval, Decision
from domain.approvals.request_kinds import KINDS, of
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.records import AccountId
from domain.people.standing_in import principals, stand_ins


@dataclass(frozen=True, slots=True)
class Signature:
    """Under a decision: who made it, in whose stead (empty: in his own name), and whom it brought in."""

    name: str
    principal: str = ""
    to: str = ""


def deciders(work: Work, approval: Approval) -> dict[AccountId, AccountId | None]:
    """Who may decide the current level, and in whose stead (None: in his own name)."""
    others = barred(work, approval)
    asked = [each for each in approval.current.approvers if each not in others]
    deputies = {each: principal for each, principal in stand_ins(work, asked).items() if each not in others}
    return {**dict.fromkeys(asked), **deputies}


def may_decide(work: Work, approval: Approval) -> bool:
    """Whether the actor is among them."""
    return work.actor.id in deciders(work, approval)


def principal(work: Work, approval: Approval) -> AccountId | None:
    """In whose stead the actor decides; None in his own name, or not at all."""
    return deciders(work, approval).get(work.actor.id)


def asked(work: Work, approval: Approval) -> bool:
    """Whether the actor is or was asked at any level, himself or in another's stead, or was sent a copy."""
    approvers = {each for step in approval.steps for each in step.approvers}
    if work.actor.id in approvers:
        return True
    if work.actor.agency_id is not None:  # no deputy, and his decisions are withdrawals
        return False
    named = any(work.actor.id in (each.by, each.to) for each in work.approvals.record(approval.id))
    return named or work.actor.id in stand_ins(work, approvers)


def names(work: Work, approval: Approval) -> tuple[str, ...]:
    """Whose decision it waits for."""
    return tuple(work.people.account(each).name for each in deciders(work, approval))


def waiting(work: Work, *, answered: bool = False) -> Sequence[Approval]:
    """What waits for the actor's decision, or for his answer: what should have been decided first, then the oldest."""
    covered = principals(work, work.actor.id)
    found = [each for each in work.approvals.waiting_for((work.actor.id, *covered)) if of(each).answered is answered]
    mine = [each for each in found if may_decide(work, each)] if covered else found
    return sorted(mine, key=lambda each: (not each.late(work.now), _due(each) if each.late(work.now) else work.now))


def _due(approval: Approval) -> datetime:
    due = approval.current.due_at
    return approval.started_at if due is None else due


def count_waiting(work: Work) -> tuple[int, int]:
    """How many decisions, and how many answers."""
    if principals(work, work.actor.id):
        return len(waiting(work)), len(waiting(work, answered=True))
    return counted(work.approvals.count_waiting(work.actor.id))


def counted(found: Mapping[Kind, int]) -> tuple[int, int]:
    """How many of them are decided, and how many are answered."""
    answers = sum(count for kind, count in found.items() if KINDS[kind].answered)
    return sum(found.values()) - answers, answers


def signed(work: Work, approval: Approval) -> tuple[tuple[Decision, Signature], ...]:
    """The record of decisions with the names under them."""
    return tuple((each, _signature(work, each)) for each in work.approvals.decisions(approval.id))


def record(work: Work, approval: Approval) -> tuple[tuple[Decision, Signature], ...]:
    """With what was said beside, and who was sent a copy."""
    return tuple((each, _signature(work, each)) for each in work.approvals.record(approval.id))


def last_signature(work: Work, kind: Kind, subject_id: int) -> Signature:
    """Under the newest decision about a subject."""
    approval = work.approvals.of_subject(kind, subject_id)
    decisions = work.approvals.decisions(approval.id) if approval is not None else ()
    return _signature(work, decisions[-1]) if decisions else Signature("")


def _signature(work: Work, decision: Decision) -> Signature:
    stead = work.people.account(decision.instead_of).name if decision.instead_of is not None else ""
    to = work.people.account(decision.to).name if decision.to is not None else ""
    return Signature(work.people.account(decision.by).name, stead, to)
