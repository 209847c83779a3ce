"""Requests that nobody decides: nudged, escalated, brought before the head. Silence never approves (docs/approvals.md).

The clock runs in working hours from the moment when a level was asked; handing over or escalating never resets it, and
whoever was asked first may still decide.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from domain.approvals import acting
from domain.approvals import paths as approval_paths
from domain.approvals.judging import barred
from domain.approvals.records import Approval, ApprovalState
from domain.base.events import Event
from domain.base.policy.people import Sla
from domain.base.work import Work
from domain.people import heads
from domain.people.records import Account, AccountId
from domain.reminders.records import Planned, ReminderKind, ReminderState, Watch


@dataclass(frozen=True, kw_only=True)
class Escalated(Event, subject="approval"):
    """Others may decide from now on, too. `to_head`: the last stage, of which the applicant is told."""

    approval: int
    level: int
    to: tuple[int, ...]
    to_head: bool


def watch(work: Work, approval: Approval) -> None:
    """A level was asked just now."""
    first = _moments(work, work.policy.approvals.sla(approval.kind.value), work.now)[0]
    work.reminders.watch(approval.id, work.now, first)


def escalate_due(work: Work, limit: int = 200) -> int:
    """Nudge and escalate what is due. Returns how many requests were dealt with."""
    due = work.reminders.watches_due(work.now, limit)
    for each in due:
        _deal(work, each)
    return len(due)


def _moments(work: Work, sla: Sla, asked_at: datetime) -> list[datetime]:
    return [work.calendar.add_working_hours(asked_at, hours) for hours in (*sla.nudges, sla.hours, sla.head)]


def _deal(work: Work, watched: Watch) -> None:
    approval = work.approvals.get(watched.approval_id, lock=True)
    if approval.state is not ApprovalState.PENDING:
        work.reminders.unwatch(approval.id)
        return
    sla = work.policy.approvals.sla(approval.kind.value)
    moments = _moments(work, sla, watched.asked_at)
    reached = sum(1 for moment in moments if moment <= work.now)
    _nudge(work, approval, moments[watched.done : min(reached, len(sla.nudges))], late=reached > len(sla.nudges))
    if watched.done <= len(sla.nudges) < reached:
        approval = _escalate(work, approval, to_head=False)
    if reached == len(moments):
        _escalate(work, approval, to_head=True)
        work.reminders.unwatch(approval.id)
    else:
        work.reminders.watch(approval.id, watched.asked_at, moments[reached], reached)


def _nudge(work: Work, approval: Approval, moments: list[datetime], *, late: bool) -> None:
    """After an outage only the latest one; none where it has been escalated meanwhile."""
    for moment in moments:
        last = moment == moments[-1] and not late
        work.reminders.plan(
            [
                Planned(
                    receiver=approver,
                    kind=ReminderKind.APPROVAL,
                    subject=f"approval:{approval.id}",
                    due=moment,
                    state=ReminderState.WAITING if last else ReminderState.SUPERSEDED,
                )
                for approver in _there(work, approval)
            ]
        )


def _there(work: Work, approval: Approval) -> list[AccountId]:
    """Whoever isn't away; where somebody covers them, those who are away aren't reminded."""
    deciders = acting.deciders(work, approval)
    covered = set(deciders.values())
    return [each for each in deciders if each not in covered]


def _escalate(work: Work, approval: Approval, *, to_head: bool) -> Approval:
    # a deputy has had it from the first: to come to him is no next level, but the head is asked in his own name
    had = approval.current.approvers if to_head else acting.deciders(work, approval)
    passed = frozenset((*had, *barred(work, approval)))
    fresh = tuple(each.id for each in _next_level(work, approval, passed, to_head=to_head) if each.id not in passed)
    if fresh:
        now = approval.current
        step = replace(now, approvers=(*now.approvers, *fresh), escalated=(*now.escalated, *fresh))
        steps = (*approval.steps[: approval.level - 1], step, *approval.steps[approval.level :])
        approval = work.approvals.change(approval, state=ApprovalState.PENDING, level=approval.level, steps=steps)
    work.events.record(Escalated(approval=approval.id, level=approval.level, to=fresh, to_head=to_head))
    return approval


def _next_level(work: Work, approval: Approval, passed: Collection[int], *, to_head: bool) -> list[Account]:
    """The head, unless he is who was asked at first, or the first level of the unit's path with somebody who wasn't; the
    administrators when there is nobody else."""
    unit = work.people.unit(work.people.agency(approval.agency_id).unit_id)
    if to_head and (head := heads.head(work, unit)) is not None and head.id not in approval.current.asked_first:
        return [head]
    for level in approval_paths.levels(work, unit):
        if any(each.id not in passed for each in level):
            return list(level)
    return list(work.people.administrators())
