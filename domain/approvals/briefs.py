"""A request in one line, whatever its kind: for the inbox and for reminders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.approvals import acting
from domain.approvals.records import Approval, ApprovalState
from domain.approvals.request_kinds import KINDS
from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, may
from domain.base.work import Work
from domain.customers.records import Customer


class Age(StrEnum):
    """By when what waits is to be decided."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Brief:
    """`title` is the name of the customer (or whom it is about), `person` of the agency's side, `at` when it was asked."""

    approval: Approval
    number: str
    title: str
    agency: str
    person: str
    at: datetime
    principal: str = ""
    """In whose stead the reader decides; empty: in his own name."""
    late: int | None = None
    """Days past the moment by which it should have been decided; None: there is time."""
    age: Age = Age.LATER


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who was asked at first, and who besides, because they didn't answer."""

    first: tuple[str, ...]
    then: tuple[str, ...]


def brief(work: Work, approval: Approval) -> Brief:
    about = KINDS[approval.kind].about(work, approval)
    agency = about.agency or work.people.agency(approval.agency_id).called
    return Brief(
        approval=approval,
        number=about.number,
        title=about.title,
        agency=agency,
        person=about.person,
        at=about.at,
        late=days_late(work, approval),
        age=_age(work, approval),
    )


def _age(work: Work, approval: Approval) -> Age:
    due = approval.current.due_at
    if approval.late(work.now):
        return Age.LATE
    return Age.TODAY if due is not None and work.calendar.day_of(due) == work.today else Age.LATER


def days_late(work: Work, approval: Approval) -> int | None:
    due = approval.current.due_at
    return (work.today - work.calendar.day_of(due)).days if due is not None and approval.late(work.now) else None


def escalation(work: Work, approval: Approval) -> Escalation | None:
    """None where nobody was asked besides."""
    step = approval.current
    if not step.escalated:
        return None
    first = tuple(work.people.account(each).name for each in step.asked_first)
    return Escalation(first, tuple(work.people.account(each).name for each in step.escalated))


def about_customer(work: Work, customer_id: int) -> list[Approval]:
    """What is being decided about a customer, as far as it is the reader's to see: all of it for the vendor's people, on
    the agency's side what its holder asked for. Another's appeal against him isn't his to know of."""
    customer = work.customers.get(customer_id)
    vendor = work.actor.agency_id is None
    asking = dict.fromkeys(
        each.of_customer for each in KINDS.values() if each.of_customer and (vendor or not each.of_others)
    )
    asked = [each for of_customer in asking for each in of_customer(work, customer_id)]
    found = [work.approvals.of_subject(kind, subject) for kind, subject in asked]
    seen = [each for each in found if each is not None and _sees(work, each, customer)]
    return sorted(seen, key=lambda each: each.started_at)


def _sees(work: Work, approval: Approval, customer: Customer) -> bool:
    if approval.state is not ApprovalState.PENDING:
        return False
    agency = work.people.agency(approval.agency_id)
    if work.actor.agency_id is None:
        belongs = Belongs(frozenset(), agency.id, agency.unit_id)
        return acting.asked(work, approval) or may(work.actor, Action.DECIDE, belongs)
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return may(work.actor, Action.SEE_REQUESTS, Belongs(contact, agency.id, agency.unit_id))


def inbox(work: Work) -> Sequence[Brief]:
    """待审批: what waits for the reader's decision, late ones first."""
    return [_in_stead(work, brief(work, approval)) for approval in acting.waiting(work)]


def _in_stead(work: Work, found: Brief) -> Brief:
    return replace(found, principal=principal(work, found.approval))


def principal(work: Work, approval: Approval) -> str:
    """In whose stead the reader decides; empty: in his own name, or not at all."""
    found = acting.principal(work, approval)
    return work.people.account(found).name if found is not None else ""


def approval(work: Work, approval_id: int) -> Approval:
    """A request as its approvers, and those above them, may look at it. Raises `NotFound`."""
    found = work.approvals.get(approval_id)
    actor, agency = work.actor, work.people.agency(found.agency_id)
    if not acting.asked(work, found) and not may(actor, Action.DECIDE, Belongs(frozenset(), agency.id, agency.unit_id)):
        raise NotFound("approval")
    return found


def to_answer(work: Work) -> Sequence[Brief]:
    """待答复: the same of what waits for his answer."""
    return [_in_stead(work, brief(work, approval)) for approval in acting.waiting(work, answered=True)]


def next_waiting(work: Work, *, answered: bool = False) -> tuple[int | None, int]:
    """The oldest request that waits for the reader (for his answer), and how many do."""
    waiting = acting.waiting(work, answered=answered)
    return (waiting[0].id if waiting else None), len(waiting)
