"""Keeping a customer: what is asked for its protection, and what a decision means (docs/protection.md).

An extension is asked for with a reason, mass production is reviewed, a stage is confirmed (see `stages`): all three are
requests, and until they are decided the customer stays protected.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.approvals.records import Approval
from domain.approvals.requests import withdraw_approval
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand
from domain.base.stage import Stage
from domain.base.work import Work
from domain.protection import clock as protection
from domain.protection import stages
from domain.protection.records import Held, LossReason, ProtectionRequest, ProtectionRequestState
from domain.protection.releasing import release


@dataclass(frozen=True, kw_only=True)
class AskExtension:
    """The command behind the form 申请延期."""

    customer: int
    months: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class WithdrawExtension:
    request: int


@dataclass(frozen=True, kw_only=True)
class GiveUp:
    """The command behind the form 放弃保护."""

    customer: int
    reason: str


@dataclass
class ExtensionPending(Refusal):
    """One at a time."""

    number: str


@dataclass
class NothingToExtend(Refusal):
    """The customer isn't protected, or without end."""


@dataclass
class ProtectionOver(Refusal):
    """An extension is asked for before the end; the last protected day was `until`."""

    until: date


@dataclass
class NotPending(Refusal):
    """The request was decided or withdrawn."""

    number: str


@dataclass(frozen=True, kw_only=True)
class ExtensionAsked(Event, subject="customer"):
    customer: int
    request: int
    months: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReviewBegun(Event, subject="customer"):
    """Mass production has to be looked at by the manager."""

    customer: int
    request: int


@dataclass(frozen=True, kw_only=True)
class RequestRefused(Event, subject="customer"):
    customer: int
    request: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Event, subject="customer"):
    customer: int
    request: int


# --- asking -------------------------------------------------------------------------------------------------------


def ask_extension(work: Work, command: AskExtension) -> ProtectionRequest:
    """Raises `NotFound`, `NothingToExtend`, `ProtectionOver`, `ExtensionPending`."""
    held = _mine(work, command.customer)
    demand_extendable(work, held)
    made = work.protections.add_request(
        number=work.number("YQ", 5),
        kind=Kind.EXTENSION,
        held=held,
        asked_at=work.now,
        day=work.today,
        months=command.months,
        reason=command.reason,
    )
    stages.ask(work, made)
    work.events.record(
        ExtensionAsked(customer=held.customer_id, request=made.id, months=command.months, reason=command.reason)
    )
    return made


def demand_extendable(work: Work, held: Held) -> None:
    """Raises `NothingToExtend`, `ProtectionOver`, `ExtensionPending`."""
    if held.protection.endless:
        raise NothingToExtend
    if not protection.may_extend(held.protection, work.today):
        raise ProtectionOver(held.protection.end)
    for each in work.protections.pending_of(held.customer_id):
        if each.kind is Kind.EXTENSION:
            raise ExtensionPending(each.number)


def withdraw(work: Work, command: WithdrawExtension) -> ProtectionRequest:
    """Raises `NotFound`, `NotPending`."""
    _mine(work, work.protections.request(command.request).customer_id)
    request = work.protections.request(command.request)  # as it is once the customer is locked
    if not request.pending or request.kind is not Kind.EXTENSION:
        raise NotPending(request.number)
    work.protections.close_request(request.id, ProtectionRequestState.WITHDRAWN, at=work.now)
    approval = work.approvals.of_subject(request.kind, request.id)
    if approval is not None:
        withdraw_approval(work, approval)
    work.events.record(RequestWithdrawn(customer=request.customer_id, request=request.id))
    return work.protections.request(request.id)


def give_up(work: Work, command: GiveUp) -> None:
    """Raises `NotFound`."""
    held = _mine(work, command.customer)
    release(work, held, LossReason.GIVEN_UP, command.reason)


def begin_reviews(work: Work, limit: int = 200) -> int:
    """Mass production that is to be looked at again comes before its manager. Returns how many."""
    due = work.protections.to_review(work.today, limit)
    for held in due:
        # the next one counts from the decision
        work.protections.hold(held.customer_id, held.protection, set_on=held.set_on, remind_on=None, review_on=None)
        if all(each.kind is not Kind.PRODUCTION_REVIEW for each in work.protections.pending_of(held.customer_id)):
            _ask_review(work, held)
    return len(due)


def _ask_review(work: Work, held: Held) -> None:
    made = work.protections.add_request(
        number=work.number("FS", 5),
        kind=Kind.PRODUCTION_REVIEW,
        held=held,
        asked_at=work.now,
        day=work.today,
        stage=Stage.PRODUCTION,
    )
    stages.ask(work, made)
    work.events.record(ReviewBegun(customer=held.customer_id, request=made.id))


# --- what a decision means (registered by `protection.request`) ------------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The customer is locked before the request is."""
    work.customers.lock(work.protections.request(approval.subject_id).customer_id)


def approved(work: Work, approval: Approval) -> None:
    """The stage counts from the day on which it was entered, months from the end, a review from today: that the answer comes
    late takes nothing from anybody."""
    request = work.protections.request(approval.subject_id)
    held = stages.locked(work, request.customer_id)
    if held is None:
        raise NotFound("customer")
    before = held.protection
    match request.kind:
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            after = protection.confirm(
                work.policy, before, stages.entered(held, request.stage, request.day), work.today
            )
        case Kind.EXTENSION:
            after = protection.extend(work.policy, before, request.to_grant, work.today)
        case _:
            after = protection.keep(before, work.today)
    granted = request.granted or request.months
    work.protections.close_request(request.id, ProtectionRequestState.APPROVED, at=work.now, granted=granted)
    stages.change(work, held, after, request)


def rejected(work: Work, approval: Approval, reason: str) -> None:
    """A stage that was entered before and waits is asked next. A refused extension or stage whose customer's last day
    is past (`protection.refuse` moves it where the answer came late), or a review that doesn't keep it, releases it at
    once."""
    request = work.protections.request(approval.subject_id)
    work.protections.close_request(request.id, ProtectionRequestState.REJECTED, at=work.now)
    work.events.record(RequestRefused(customer=request.customer_id, request=request.id, reason=reason))
    held = stages.locked(work, request.customer_id)
    if held is None:
        return
    if request.kind is Kind.PRODUCTION_REVIEW:
        release(work, held, LossReason.REVIEWED, reason)
        return
    after = held.protection
    if request.kind is Kind.STAGE_CONFIRMATION and request.stage is not None:
        after = protection.refuse(work.policy, after, request.stage, work.today)
        stages.change(work, held, after)
    if protection.is_over(after.last_day, work.today, undecided=bool(work.protections.pending_of(held.customer_id))):
        release(work, held, LossReason.REFUSED, reason)


# --- the pieces ---------------------------------------------------------------------------------------------------


def _mine(work: Work, customer_id: int) -> Held:
    """The customer, locked, if its holder's own; else as if it weren't there."""
    held = work.protections.held(customer_id, lock=True)
    if held is None:
        raise NotFound("customer")
    try:
        demand(work.actor, Action.KEEP_CUSTOMER, Belongs(frozenset({held.contact_id}), held.agency_id))
    except Refusal:
        raise NotFound("customer") from None
    return held
