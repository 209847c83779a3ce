"""How a request comes before its approvers: who they are, and until when they should decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.approvals import acting, escalating, judging
from domain.approvals.approvers import approvers_of, path
from domain.approvals.records import Approval, ApprovalState, ApprovalStep, Decision, FieldChange, Verb
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people import persons
from domain.people.records import Account, AccountId


@dataclass(frozen=True, kw_only=True)
class DecisionAsked(Event, subject="approval"):
    """A request stands before its approvers (again): their cards go out."""

    approval: int
    level: int


@dataclass(frozen=True, kw_only=True)
class RequestTakenBack(Event, subject="approval"):
    """Nobody need decide it any more: its cards change."""

    approval: int


def begin(work: Work, kind: Kind, subject_id: int, *, agency_id: int, applicant_id: int) -> tuple[str, ...]:
    """Put a request before the agency's approvers, anew or after mending. Returns the names of those who may decide."""
    first = approvers_of(work, agency_id)
    return begin_with(work, kind, subject_id, first, agency_id=agency_id, applicant_id=applicant_id)


def begin_with(
    work: Work,
    kind: Kind,
    subject_id: int,
    first: Sequence[Account],
    *,
    agency_id: int,
    applicant_id: int,
    later: Sequence[Sequence[Account]] = (),
) -> tuple[str, ...]:
    """The same before these approvers, and `later` ones level by level, each asked when the one before has approved."""
    but = judging.barred_from(work, kind, subject_id, applicant_id)
    levels = path(work, (first, *later), unit_id=work.people.agency(agency_id).unit_id, but=but)
    steps = [ApprovalStep(level=1, approvers=_ids(levels[0]), due_at=_due(work, kind))]
    steps += [ApprovalStep(level=level, approvers=_ids(each)) for level, each in enumerate(levels[1:], 2)]
    before = work.approvals.of_subject(kind, subject_id)
    if before is not None and before.state is ApprovalState.RETURNED:
        approval = work.approvals.change(before, state=ApprovalState.PENDING, steps=steps)
        if work.approvals.decisions(approval.id)[-1].verb is Verb.RETURN:
            came_back(work, approval)
    else:
        approval = work.approvals.add(
            kind=kind,
            subject_id=subject_id,
            agency_id=agency_id,
            applicant_id=applicant_id,
            steps=steps,
            now=work.now,
        )
    escalating.watch(work, approval)
    work.events.record(DecisionAsked(approval=approval.id, level=1))
    return acting.names(work, approval)


def next_level(work: Work, approval: Approval) -> int | None:
    """The next level with somebody who hasn't approved it yet, since it was last handed in; None: there is none."""
    approved: set[str] = set()
    for each in work.approvals.decisions(approval.id):
        if each.verb is Verb.RESUBMIT:
            approved.clear()
        elif each.verb is Verb.APPROVE:
            approved |= {
                persons.quota(work.people.account(who)) for who in (each.by, each.instead_of) if who is not None
            }
    for step in approval.steps[approval.level :]:
        if any(persons.quota(work.people.account(each)) not in approved for each in step.approvers):
            return step.level
    return None


def came_back(work: Work, approval: Approval, changes: Sequence[FieldChange] = (), reply: str = "") -> None:
    """A returned request was handed in again, with a line to whoever returned it, whether or not it is its turn to be
    decided yet."""
    by = work.account.id if work.account is not None else approval.applicant_id  # a stranger's registration
    decision = Decision(verb=Verb.RESUBMIT, by=by, at=work.now, level=1, reason=reply, changes=tuple(changes))
    work.approvals.note(approval.id, decision)


def ask_next(work: Work, approval: Approval, level: int | None = None) -> Approval:
    """A level has approved: the next one (`next_level`) is asked, and its time begins."""
    level = level if level is not None else approval.level + 1
    steps = [
        replace(step, due_at=_due(work, approval.kind)) if step.level == level else step for step in approval.steps
    ]
    after = work.approvals.change(approval, state=ApprovalState.PENDING, level=level, steps=steps)
    escalating.watch(work, after)
    work.events.record(DecisionAsked(approval=approval.id, level=level))
    return after


def add_level(work: Work, approval: Approval, approvers: Sequence[Account], *, before: bool) -> Approval:
    """One more level, before the current one (asked at once; the current one is asked again after it) or directly after."""
    at = approval.level if before else approval.level + 1
    passed = [each for each in approval.steps if each.level < at]
    later = [replace(each, level=each.level + 1, due_at=None) for each in approval.steps if each.level >= at]
    added = ApprovalStep(level=at, approvers=_ids(approvers), due_at=_due(work, approval.kind) if before else None)
    steps = (*passed, added, *later)
    after = work.approvals.change(approval, state=ApprovalState.PENDING, level=approval.level, steps=steps)
    if before:
        escalating.watch(work, after)
        work.events.record(DecisionAsked(approval=approval.id, level=at))
    return after


def withdraw_approval(work: Work, approval: Approval) -> None:
    """Whoever acts takes the request back, if it is still open."""
    if approval.state in (ApprovalState.PENDING, ApprovalState.RETURNED):
        work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
        decision = Decision(verb=Verb.WITHDRAW, by=work.actor.id, at=work.now, level=approval.level)
        work.approvals.note(approval.id, decision)
        work.events.record(RequestTakenBack(approval=approval.id))


def lapse(work: Work, kind: Kind, subject_id: int) -> None:
    """What the request was about is no longer so: it ends without anybody's decision."""
    approval = work.approvals.of_subject(kind, subject_id)
    if approval is not None and approval.state in (ApprovalState.PENDING, ApprovalState.RETURNED):
        work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
        work.events.record(RequestTakenBack(approval=approval.id))


def _ids(accounts: Sequence[Account]) -> tuple[AccountId, ...]:
    return tuple(each.id for each in accounts)


def _due(work: Work, kind: Kind) -> datetime:
    return work.calendar.add_working_hours(work.now, work.policy.approvals.sla(kind.value).hours)
