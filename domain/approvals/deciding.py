"""Deciding a request: approve, reject, return (docs/approvals.md). The first valid decision wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.approvals import acting, winding_up
from domain.approvals.records import Approval, ApprovalState, Decision, Verb
from domain.approvals.request_kinds import KINDS, demand_decided
from domain.approvals.requests import ask_next, next_level
from domain.base.errors import AlreadyDecided, NotFound, NotYours, Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work

LAPSED = "lapsed"
"""How a request ended that nobody need decide any more."""
ANSWERED = "answered"
"""How a question ended."""


@dataclass(frozen=True, kw_only=True)
class Approve:
    approval: int


@dataclass(frozen=True, kw_only=True)
class Reject:
    """`same_as`: the customer that the reported one turned out to be; its name is then known as another of that one's."""

    approval: int
    reason: str
    same_as: int | None = None


@dataclass(frozen=True, kw_only=True)
class Return:
    """For changes: `fields` are the names of the form's fields to mend; only those are asked again."""

    approval: int
    fields: tuple[str, ...]
    reason: str


@dataclass
class NothingNamed(Refusal):
    """A return must name at least one field."""


@dataclass(frozen=True, kw_only=True)
class Decided(Event, subject="approval"):
    """A decision fell; every card of the request changes."""

    approval: int
    verb: str
    reason: str = ""
    instead_of: int | None = None
    """Whose deputy decided."""


def approve(work: Work, command: Approve) -> Approval:
    """The last level approves; any other hands on to the next. Raises `NotAllowed`, `NotYours`, `AlreadyDecided`,
    `NothingNew`, and whatever the kind's own rule says first."""
    approval = demand_approvable(work, command.approval)
    kind = KINDS[approval.kind]
    _note(work, approval, Verb.APPROVE)
    level = next_level(work, approval)
    if level is not None:
        after = ask_next(work, approval, level)
        kind.advanced(work, after)
        return after
    after = work.approvals.change(approval, state=ApprovalState.APPROVED, level=approval.level)
    kind.approved(work, after)
    return after


def demand_approvable(work: Work, approval_id: int) -> Approval:
    """The request, locked, if the actor may approve it now. Raises as `approve`; nothing is written."""
    approval = demand_open(work, approval_id)
    demand_decided(approval)
    winding_up.demand_active(work, approval)
    KINDS[approval.kind].demand(work, approval)
    return approval


def reject(work: Work, command: Reject) -> Approval:
    """Raises `NotAllowed`, `NotYours`, `AlreadyDecided`, and `NotFound` for a customer that isn't there."""
    if command.same_as is not None:
        work.customers.get(command.same_as)

    def outcome(after: Approval) -> None:
        kind = KINDS[after.kind]
        kind.rejected(work, after, command.reason)
        if command.same_as is not None and kind.same_after_all is not None:
            kind.same_after_all(work, after, command.same_as)

    demand_decided(work.approvals.get(command.approval))
    return close(work, command.approval, ApprovalState.REJECTED, Verb.REJECT, outcome, command.reason)


def return_(work: Work, command: Return) -> Approval:
    """Raises as `reject`, `NothingNamed`, and `NotFound` where there is nothing to mend."""
    if not command.fields:
        raise NothingNamed
    returned = KINDS[demand_open(work, command.approval).kind].returned
    if returned is None:
        raise NotFound("field")

    def outcome(after: Approval) -> None:
        returned(work, after, command.reason, command.fields)

    return close(work, command.approval, ApprovalState.RETURNED, Verb.RETURN, outcome, command.reason, command.fields)


def close(
    work: Work,
    approval_id: int,
    state: ApprovalState,
    verb: Verb,
    outcome: Callable[[Approval], None],
    reason: str = "",
    fields: tuple[str, ...] = (),
) -> Approval:
    """It ends so, by the actor, at whichever level it stands. Raises as `demand_open`."""
    approval = demand_open(work, approval_id)
    after = work.approvals.change(approval, state=state, level=approval.level)
    _note(work, approval, verb, reason, fields)
    outcome(after)
    return after


def demand_open(work: Work, approval_id: int) -> Approval:
    """The request, locked, if it is still open and the actor's to decide, in his own name or as a deputy."""
    demand(work.actor, Action.DECIDE)
    approval = locked(work, approval_id)
    if approval.state is not ApprovalState.PENDING:
        raise already(work, approval)
    if not acting.may_decide(work, approval):
        raise NotYours(acting.names(work, approval))
    return approval


def locked(work: Work, approval_id: int) -> Approval:
    """The request and, before it, what it is about."""
    approval = work.approvals.get(approval_id)
    KINDS[approval.kind].hold(work, approval)
    return work.approvals.get(approval_id, lock=True)


def already(work: Work, approval: Approval) -> AlreadyDecided:
    """By whom and when it was decided; or that it lapsed, which nobody did. A question isn't approved: it is answered."""
    decisions = work.approvals.decisions(approval.id)
    if not decisions or (approval.state is ApprovalState.WITHDRAWN and decisions[-1].verb is not Verb.WITHDRAW):
        return AlreadyDecided("", approval.started_at, LAPSED)
    last = decisions[-1]
    how = ANSWERED if last.verb is Verb.ANSWER else approval.state.value
    return AlreadyDecided(work.people.account(last.by).name, last.at, how)


def _note(work: Work, approval: Approval, verb: Verb, reason: str = "", fields: tuple[str, ...] = ()) -> None:
    principal = acting.principal(work, approval)
    decision = Decision(
        verb=verb,
        by=work.actor.id,
        at=work.now,
        level=approval.level,
        reason=reason,
        fields=fields,
        instead_of=principal,
    )
    work.approvals.note(approval.id, decision)
    work.events.record(Decided(approval=approval.id, verb=verb.value, reason=reason, instead_of=principal))
