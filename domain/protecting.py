"""Keeping a customer: the clock of its protection on the records, and who may move it (domain.md, section 6).

A stage that lengthens protection is confirmed by the manager with one tap, an extension is asked for with a reason,
mass production is reviewed: all three are requests, and until they are decided the customer stays protected.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain import approvals, protection
from domain.approvals import Approval, ApprovalState, Kind
from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.projects import Stage
from domain.protection import Protection
from domain.protections import Held, Request, RequestState, Why
from domain.releasing import drop, release
from domain.requests import begin
from domain.rights import Action, Belongs, demand
from domain.work import Work


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
class NotPending(Refusal):
    """The request was decided or withdrawn."""

    number: str


@dataclass(frozen=True, kw_only=True)
class StageEntered(Event, subject="customer"):
    """A stage that lengthens protection, waiting for its confirmation."""

    customer: int
    request: int
    stage: str


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
class ProtectionChanged(Event, subject="customer"):
    """`until` is the last protected day now, None without end; `request` is what led to it, if one did."""

    customer: int
    until: date | None
    request: int | None = None


@dataclass(frozen=True, kw_only=True)
class RequestRefused(Event, subject="customer"):
    customer: int
    request: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Event, subject="customer"):
    customer: int
    request: int


# --- the clock ----------------------------------------------------------------------------------------------------


def start(work: Work, customer_id: int, stage: Stage | None) -> Protection:
    """A report was approved: the customer, held already, is protected from today; its stage is confirmed apart."""
    begun = protection.begin(work.policy, work.today)
    _hold(work, customer_id, begun)
    stage_is(work, customer_id, stage)
    return begun


def stage_is(work: Work, customer_id: int, stage: Stage | None) -> None:
    """The customer's stage (its most advanced project's) is this now. To be told whenever a project changes; telling
    it twice does no harm."""
    held = work.protections.held(customer_id, lock=True)
    if held is None:
        return
    _drop_outdated(work, customer_id, stage)
    if held.protection.endless and stage is not Stage.PRODUCTION:
        _change(work, held, protection.leave_production(work.policy, held.protection, work.today))
    elif stage is not None and protection.lengthens(work.policy, held.protection, stage, work.today):
        _ask_confirmation(work, held, stage)


def _drop_outdated(work: Work, customer_id: int, stage: Stage | None) -> None:
    """Mass production that ended before anybody confirmed or reviewed it. What 研发 or 小批 give was earned on the day
    they were entered and is still to be confirmed."""
    for each in work.protections.pending_of(customer_id):
        over = each.kind is Kind.PRODUCTION_REVIEW or each.stage is Stage.PRODUCTION
        if over and stage is not Stage.PRODUCTION:
            _close(work, each, RequestState.DROPPED)


def _ask_confirmation(work: Work, held: Held, stage: Stage) -> None:
    waiting = [each for each in work.protections.pending_of(held.customer_id) if each.stage is not None]
    if any(each.stage is stage for each in waiting):
        return
    for each in waiting:  # the further stage gives at least as much: one question at a time
        _close(work, each, RequestState.DROPPED)
    made = work.protections.add_request(
        number=work.number("JD", 5),
        kind=Kind.STAGE_CONFIRMATION,
        held=held,
        asked_at=work.now,
        day=work.today,
        stage=stage,
    )
    _ask(work, made)
    work.events.record(StageEntered(customer=held.customer_id, request=made.id, stage=stage.value))


def _change(work: Work, held: Held, after: Protection, request: Request | None = None) -> None:
    if after.last_day != held.protection.last_day:
        _hold(work, held.customer_id, after)
    else:
        _hold(work, held.customer_id, after, set_on=held.set_on)
    request_id = request.id if request is not None else None
    work.events.record(ProtectionChanged(customer=held.customer_id, until=after.last_day, request=request_id))


def _hold(work: Work, customer_id: int, after: Protection, *, set_on: date | None = None) -> None:
    set_on = set_on or work.today
    work.protections.hold(
        customer_id,
        after,
        set_on=set_on,
        remind_on=protection.next_reminder(work.policy, after.last_day, set_on=set_on, after=None),
        review_on=protection.next_review(work.policy, after),
    )


# --- asking -------------------------------------------------------------------------------------------------------


def ask_extension(work: Work, command: AskExtension) -> Request:
    """Raises `NotFound`, `NothingToExtend`, `ExtensionPending`."""
    held = _mine(work, command.customer)
    if held.protection.endless:
        raise NothingToExtend
    for each in work.protections.pending_of(held.customer_id):
        if each.kind is Kind.EXTENSION:
            raise ExtensionPending(each.number)
    made = work.protections.add_request(
        number=work.number("YQ", 5),
        kind=Kind.EXTENSION,
        held=held,
        asked_at=work.now,
        day=work.today,
        months=command.months,
        reason=command.reason,
    )
    _ask(work, made)
    work.events.record(
        ExtensionAsked(customer=held.customer_id, request=made.id, months=command.months, reason=command.reason)
    )
    return made


def withdraw(work: Work, command: WithdrawExtension) -> Request:
    """Raises `NotFound`, `NotPending`."""
    request = work.protections.request(command.request)
    _mine(work, request.customer_id)
    if not request.pending or request.kind is not Kind.EXTENSION:
        raise NotPending(request.number)
    _close(work, request, RequestState.WITHDRAWN)
    work.events.record(RequestWithdrawn(customer=request.customer_id, request=request.id))
    return work.protections.request(request.id)


def give_up(work: Work, command: GiveUp) -> None:
    """Raises `NotFound`."""
    held = _mine(work, command.customer)
    release(work, held, Why.GIVEN_UP, command.reason)


def begin_reviews(work: Work, limit: int = 200) -> int:
    """Mass production that is to be looked at again comes before its manager. Returns how many."""
    due = work.protections.to_review(work.today, limit)
    for held in due:
        made = work.protections.add_request(
            number=work.number("FS", 5),
            kind=Kind.PRODUCTION_REVIEW,
            held=held,
            asked_at=work.now,
            day=work.today,
            stage=Stage.PRODUCTION,
        )
        # the next one counts from the decision
        work.protections.hold(held.customer_id, held.protection, set_on=held.set_on, remind_on=None, review_on=None)
        _ask(work, made)
        work.events.record(ReviewBegun(customer=held.customer_id, request=made.id))
    return len(due)


# --- what a decision means (called by `outcomes`) ------------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The customer is locked before the request is."""
    work.customers.lock(work.protections.request(approval.subject_id).customer_id)


def approved(work: Work, approval: Approval) -> None:
    """The stage counts from the day on which it was entered, months from the end, a review from today."""
    request = work.protections.request(approval.subject_id)
    held = work.protections.held(request.customer_id, lock=True)
    if held is None:
        raise NotFound("customer")
    before = held.protection
    match request.kind:
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            after = protection.enter(work.policy, before, request.stage, request.day)
        case Kind.EXTENSION:
            after = protection.extend(before, request.granted or request.months or 0, work.today)
        case _:
            after = protection.keep(before, work.today)
    granted = request.granted or request.months
    work.protections.settle_request(request.id, RequestState.APPROVED, at=work.now, granted=granted)
    _change(work, held, after, request)


def rejected(work: Work, approval: Approval, reason: str) -> None:
    """A refused extension whose customer's last day is past, or a review that doesn't keep it, releases it at once."""
    request = work.protections.request(approval.subject_id)
    work.protections.settle_request(request.id, RequestState.REJECTED, at=work.now)
    work.events.record(RequestRefused(customer=request.customer_id, request=request.id, reason=reason))
    held = work.protections.held(request.customer_id, lock=True)
    if held is None:
        return
    if request.kind is Kind.PRODUCTION_REVIEW:
        release(work, held, Why.REVIEWED, reason)
    elif protection.is_over(
        held.protection.last_day, work.today, undecided=bool(work.protections.pending_of(held.customer_id))
    ):
        release(work, held, Why.REFUSED, reason)


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


def _ask(work: Work, request: Request) -> None:
    begin(work, request.kind, request.id, agency_id=request.agency_id, applicant_id=request.contact_id)


def _close(work: Work, request: Request, state: RequestState) -> None:
    """Nobody need decide it any more."""
    if state is RequestState.DROPPED:
        drop(work, request)
        return
    work.protections.settle_request(request.id, state, at=work.now)
    approval = work.approvals.of_subject(request.kind, request.id)
    if approval is not None and approval.state is ApprovalState.PENDING:
        work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
        if work.account is not None and state is RequestState.WITHDRAWN:
            work.approvals.note(
                approval.id,
                approvals.Decision(verb=approvals.Verb.WITHDRAW, by=work.actor.id, at=work.now, level=approval.level),
            )
