"""转交: one approver's place in a request goes to a colleague, for good; no clock begins anew (docs/approvals.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting, deciding
from domain.approvals.judging import barred
from domain.approvals.records import Approval, ApprovalState, Decision, Verb
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.work import Work
from domain.people.records import Account


@dataclass(frozen=True, kw_only=True)
class HandOn:
    """The command behind the form 转交."""

    approval: int
    to: int
    reason: str | None = None


def colleagues(work: Work, approval_id: int) -> Sequence[Account]:
    """Who can take it over: the vendor's people who aren't asked already, nobody who decided what is appealed against."""
    approval = work.approvals.get(approval_id)
    taken = frozenset((*acting.deciders(work, approval), *barred(work, approval)))
    mine = work.people.agency(approval.agency_id).unit_id
    found = [each for each in work.people.vendor_accounts() if each.active and each.id not in taken]
    return sorted(found, key=lambda each: each.unit_id != mine)


def hand_on(work: Work, command: HandOn) -> Approval:
    """By whoever may decide; a deputy hands on the place of the one whom he covers. Raises as `deciding.demand_open`, and
    `NotFound`."""
    approval = deciding.demand_open(work, command.approval)
    to = next((each for each in colleagues(work, approval.id) if each.id == command.to), None)
    if to is None:
        raise NotFound("account")
    principal = acting.principal(work, approval)
    place = principal if principal is not None else work.actor.id
    steps = approval.asking([to.id if each == place else each for each in approval.current.approvers])
    after = work.approvals.change(approval, state=ApprovalState.PENDING, level=approval.level, steps=steps)
    decision = Decision(
        verb=Verb.FORWARD,
        by=work.actor.id,
        at=work.now,
        level=approval.level,
        reason=command.reason or "",
        instead_of=principal,
        to=to.id,
    )
    work.approvals.note(approval.id, decision)
    work.events.record(RequestHandedOn(approval=approval.id, to=to.id))
    return after


@dataclass(frozen=True, kw_only=True)
class RequestHandedOn(Event, subject="approval"):
    """Another approver in place of one who left; the time that runs is not begun anew."""

    approval: int
    to: int
