"""抄送: somebody else of the vendor's sees a request, and is told what became of it; he decides nothing (docs/approvals.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.approvals import acting, deciding, sides
from domain.approvals.acting import Signature
from domain.approvals.judging import barred
from domain.approvals.records import Approval, ApprovalState, Decision, Verb
from domain.approvals.request_kinds import demand_decided
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.work import Work
from domain.people.records import Account


@dataclass(frozen=True, kw_only=True)
class SendCopy:
    """The command behind the form 抄送."""

    approval: int
    to: int
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class RequestCopied(Event, subject="approval"):
    approval: int
    to: int


def may_copy(work: Work, approval: Approval) -> bool:
    """Whoever may see it, as long as it is to be decided. A stranger doesn't choose among the vendor's people."""
    if work.account is None or not sides.talked_of(approval):
        return False
    return sides.is_theirs(work, approval) or sides.is_vendors(work, approval)


def candidates(work: Work, approval_id: int) -> Sequence[Account]:
    """The vendor's people before whom it doesn't lie already; nobody who has no say in it. Of the agency's unit first."""
    approval = sides.seen(work, approval_id)
    actor = work.actor
    asked = {each for step in approval.steps for each in step.approvers}
    but = {actor.id, *asked, *acting.deciders(work, approval), *sides.readers(work, approval), *barred(work, approval)}
    unit = work.people.agency(approval.agency_id).unit_id
    found = [each for each in work.people.vendor_accounts() if each.active and each.id not in but]
    return sorted(found, key=lambda each: each.unit_id != unit)


def to_reader(work: Work, approval: Approval) -> tuple[Decision, Signature] | None:
    """The copy that the actor was sent, if he was."""
    mine = [copy for copy in acting.record(work, approval) if copy[0].verb is Verb.COPY and copy[0].to == work.actor.id]
    return mine[-1] if mine else None


def send(work: Work, command: SendCopy) -> Approval:
    """Raises `NotFound`, `AlreadyDecided`."""
    sides.seen(work, command.approval)
    approval = work.approvals.get(command.approval, lock=True)
    if approval.state is not ApprovalState.PENDING:
        raise deciding.already(work, approval)
    demand_decided(approval)
    to = next((each for each in candidates(work, approval.id) if each.id == command.to), None)
    if to is None:
        raise NotFound("account")
    copy = Decision(
        verb=Verb.COPY, by=work.actor.id, at=work.now, level=approval.level, reason=command.reason or "", to=to.id
    )
    work.approvals.note(approval.id, copy)
    work.events.record(RequestCopied(approval=approval.id, to=to.id))
    return approval
