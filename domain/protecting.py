"""Keeping a customer: the clock of its protection on the records, and who may move it (domain.md, section 6).

A stage that lengthens protection is confirmed by the manager with one tap, an extension is asked for with a reason,
mass production is reviewed: all three are requests, and until they are decided the customer stays protected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from domain import approvals, protection
from domain.approvals import Approval, ApprovalState, Kind
from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.projects import Stage
from domain.protection import Entered, Protection
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
class ProtectionOver(Refusal):
    """An extension is asked for before the end; the last protected day was `until`."""

    until: date


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
class ExtensionNeedless(Event, subject="customer"):
    """The customer has no end any more: its extension is no longer to be decided."""

    customer: int
    request: int


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Event, subject="customer"):
    customer: int
    request: int


# --- the clock ----------------------------------------------------------------------------------------------------


def start(work: Work, customer_id: int) -> None:
    """A report was approved: the customer, held already, is protected from today. What it came to in another's hands
    lengthens nothing by itself."""
    _hold(work, customer_id, protection.begin(work.policy, work.today))


def stage_is(work: Work, customer_id: int, stage: Stage | None) -> None:
    """The customer's stage (its most advanced project's) became this now. To be told whenever it changes; telling it
    twice does no harm."""
    held = _locked(work, customer_id)
    if held is None:
        return
    after = held.protection
    if stage is not Stage.PRODUCTION:
        _drop_reviews(work, customer_id)
        after = protection.leave_production(work.policy, after, work.today)
    if stage is not None:
        after = protection.enter(work.policy, after, stage, work.today)
    _change(work, held, after)


def stage_told(work: Work, customer_id: int, stage: Stage) -> None:
    """A report of today says that the customer stands at the stage at which it stood before."""
    held = _locked(work, customer_id)
    if held is not None:
        _change(work, held, protection.tell(work.policy, held.protection, stage, work.today))


def _locked(work: Work, customer_id: int) -> Held | None:
    """With stages that wait since before they were kept as waiting."""
    held = work.protections.held(customer_id, lock=True)
    if held is None:
        return None
    known = {each.stage for each in held.protection.waiting}
    asked = work.protections.pending_of(customer_id)
    found = [Entered(each.stage, each.day) for each in asked if each.kind is Kind.STAGE_CONFIRMATION and each.stage]
    waiting = (*held.protection.waiting, *(each for each in found if each.stage not in known))
    return replace(held, protection=replace(held.protection, waiting=waiting))


def _drop_reviews(work: Work, customer_id: int) -> None:
    """Mass production that ended before anybody reviewed it."""
    for each in work.protections.pending_of(customer_id):
        if each.kind is Kind.PRODUCTION_REVIEW:
            _close(work, each, RequestState.DROPPED)


def _change(work: Work, held: Held, after: Protection, request: Request | None = None) -> None:
    """`request` is what led to it. What has to be asked now is asked, what needs no answer any more is taken back."""
    if after == held.protection and request is None:
        return
    moved = after.last_day != held.protection.last_day
    _hold(work, held.customer_id, after, set_on=None if moved else held.set_on)
    if moved or request is not None:
        request_id = request.id if request is not None else None
        work.events.record(ProtectionChanged(customer=held.customer_id, until=after.last_day, request=request_id))
    _drop_pointless(work, held, after)
    _ask_confirmation(work, held, after)


def settle_questions(work: Work, customer_id: int) -> None:
    """What is before the manager follows the clock, where that was set otherwise than here."""
    held = work.protections.held(customer_id, lock=True)
    if held is not None:
        _drop_pointless(work, held, held.protection)
        _ask_confirmation(work, held, held.protection)


def _hold(work: Work, customer_id: int, after: Protection, *, set_on: date | None = None) -> None:
    set_on = set_on or work.today
    work.protections.hold(
        customer_id,
        after,
        set_on=set_on,
        remind_on=protection.next_reminder(work.policy, after.last_day, set_on=set_on, after=None),
        review_on=protection.next_review(work.policy, after),
    )


def _drop_pointless(work: Work, held: Held, after: Protection) -> None:
    """What has no end needs no more months."""
    for each in work.protections.pending_of(held.customer_id):
        if after.endless and each.kind is Kind.EXTENSION:
            _close(work, each, RequestState.DROPPED)
            work.events.record(ExtensionNeedless(customer=held.customer_id, request=each.id))


def _ask_confirmation(work: Work, held: Held, after: Protection) -> None:
    """One stage at a time is before the manager, as it is now."""
    due = protection.due(work.policy, after)
    for each in work.protections.pending_of(held.customer_id):
        if each.kind is Kind.STAGE_CONFIRMATION:
            same = due is not None and (each.stage, each.day) == (due.stage, due.on)
            if same and due in held.protection.waiting:
                return
            _close(work, each, RequestState.DROPPED)
    if due is None:
        return
    made = work.protections.add_request(
        number=work.number("JD", 5),
        kind=Kind.STAGE_CONFIRMATION,
        held=held,
        asked_at=work.now,
        day=due.on,
        stage=due.stage,
    )
    _ask(work, made)
    work.events.record(StageEntered(customer=held.customer_id, request=made.id, stage=due.stage.value))


# --- asking -------------------------------------------------------------------------------------------------------


def ask_extension(work: Work, command: AskExtension) -> Request:
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
    _ask(work, made)
    work.events.record(
        ExtensionAsked(customer=held.customer_id, request=made.id, months=command.months, reason=command.reason)
    )
    return made


def demand_extendable(work: Work, held: Held) -> None:
    """Raises `NothingToExtend`, `ProtectionOver`, `ExtensionPending`."""
    if held.protection.endless:
        raise NothingToExtend
    if not protection.may_extend(held.protection, work.today):
        raise ProtectionOver(held.protection.until)
    for each in work.protections.pending_of(held.customer_id):
        if each.kind is Kind.EXTENSION:
            raise ExtensionPending(each.number)


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
    held = _locked(work, request.customer_id)
    if held is None:
        raise NotFound("customer")
    before = held.protection
    match request.kind:
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            after = protection.confirm(work.policy, before, entered(held, request.stage, request.day))
        case Kind.EXTENSION:
            after = protection.extend(work.policy, before, request.granted or request.months or 0, work.today)
        case _:
            after = protection.keep(before, work.today)
    granted = request.granted or request.months
    work.protections.settle_request(request.id, RequestState.APPROVED, at=work.now, granted=granted)
    _change(work, held, after, request)


def entered(held: Held, stage: Stage, day: date) -> Entered:
    """The stage that a request is about, as it is now: mass production may have ended since it was asked."""
    return next((each for each in held.protection.waiting if each.stage is stage), Entered(stage, day))


def rejected(work: Work, approval: Approval, reason: str) -> None:
    """A stage that was entered before and waits is asked next. A refused extension or stage whose customer's last day
    is past, or a review that doesn't keep it, releases it at once."""
    request = work.protections.request(approval.subject_id)
    work.protections.settle_request(request.id, RequestState.REJECTED, at=work.now)
    work.events.record(RequestRefused(customer=request.customer_id, request=request.id, reason=reason))
    held = _locked(work, request.customer_id)
    if held is None:
        return
    if request.kind is Kind.PRODUCTION_REVIEW:
        release(work, held, Why.REVIEWED, reason)
        return
    if request.kind is Kind.STAGE_CONFIRMATION and request.stage is not None:
        _change(work, held, protection.refuse(held.protection, request.stage, work.today))
    if protection.is_over(
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
    """The applicant of an extension is whoever asked for it, of what the system asks the contact."""
    by = work.actor.id if request.kind is Kind.EXTENSION else request.contact_id
    begin(work, request.kind, request.id, agency_id=request.agency_id, applicant_id=by)


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
