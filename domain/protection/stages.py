"""Stages and the clock of protection on the records: what moves it, and which question is before the manager for it
(docs/protection.md). The rules of the clock itself are `protection`'s.

A stage that lengthens protection is confirmed by the manager with one tap; until then the customer stays protected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from domain.approvals.requests import begin
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.base.work import Work
from domain.protection import clock as protection
from domain.protection.clock import Entered, Protection
from domain.protection.records import Held, ProtectionRequest
from domain.protection.releasing import drop


@dataclass(frozen=True, kw_only=True)
class StageEntered(Event, subject="customer"):
    """A stage that lengthens protection, waiting for its confirmation."""

    customer: int
    request: int
    stage: str


@dataclass(frozen=True, kw_only=True)
class ProtectionChanged(Event, subject="customer"):
    """`until` is the last protected day now, None without end; `request` is what led to it, if one did, `orders` what became
    of an order: `logged` or `lost`."""

    customer: int
    until: date | None
    request: int | None = None
    orders: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtensionNeedless(Event, subject="customer"):
    """The customer has no end any more: its extension is no longer to be decided."""

    customer: int
    request: int


def start(work: Work, customer_id: int) -> None:
    """A report was approved: the customer, held already, is protected from today. What it came to in another's hands
    lengthens nothing by itself."""
    _hold(work, customer_id, protection.begin(work.policy, work.today))
    orders_changed(work, customer_id)  # the agency may have sold to it before


def stage_is(work: Work, customer_id: int, stage: Stage | None) -> None:
    """The customer's stage (its most advanced project's) became this now. To be told whenever it changes; telling it
    twice does no harm."""
    held = locked(work, customer_id)
    if held is None:
        return
    after = held.protection
    if stage is not Stage.PRODUCTION:
        _drop_reviews(work, customer_id)
        after = protection.leave_production(work.policy, after, work.today)
    if stage is not None:
        after = protection.enter(work.policy, after, stage, work.today)
    change(work, held, after)


def stage_told(work: Work, customer_id: int, stage: Stage, at: Stage) -> None:
    """A report of today tells of projects as far as this stage; the customer stands where it stood before (`at`). What is
    behind that counts only as long as it was other hands that came there: their old projects hide nobody's own."""
    held = locked(work, customer_id)
    if held is not None and (stage is at or at not in held.protection.told):
        change(work, held, protection.tell(work.policy, held.protection, stage, work.today))


def order_logged(work: Work, customer_id: int, agency_id: int, day: date) -> None:
    """An order counts from now on. To be told by whoever has the customer locked."""
    held = locked(work, customer_id) if work.policy.protection.order_months else None
    if held is not None and held.agency_id == agency_id:
        change(work, held, protection.sell(work.policy, held.protection, day), orders="logged")


def orders_changed(work: Work, customer_id: int) -> None:
    """An order counts no more, or otherwise than before: what the holder's orders keep is found anew. To be told by whoever
    has the customer locked."""
    held = locked(work, customer_id)
    if held is None or not (work.policy.protection.order_months or held.protection.by_orders):
        return
    granted = [
        protection.Extended(work.calendar.day_of(each.decided_at), each.decided_at, each.granted or 0)
        for each in work.protections.extended(customer_id, held.agency_id)
        if each.decided_at is not None and each.decided_at >= held.since
    ]
    sold = [protection.KeepingOrder(day, at) for day, at in work.orders.kept_by(customer_id, held.agency_id)]
    end = protection.kept_by(work.policy, sold, granted)
    change(work, held, protection.take_back(work.policy, held.protection, end, work.today), orders="lost")


def locked(work: Work, customer_id: int) -> Held | None:
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
            drop(work, each)


def change(
    work: Work, held: Held, after: Protection, request: ProtectionRequest | None = None, *, orders: str = ""
) -> None:
    """`request` is what led to it, or what became of `orders`. What has to be asked now is asked, what needs no answer any more is taken back."""
    if after == held.protection and request is None:
        return
    moved = after.last_day != held.protection.last_day
    _hold(work, held.customer_id, after, set_on=None if moved else held.set_on)
    if moved or request is not None:
        request_id = request.id if request is not None else None
        work.events.record(
            ProtectionChanged(customer=held.customer_id, until=after.last_day, request=request_id, orders=orders)
        )
    _drop_pointless(work, held, after)
    _ask_confirmation(work, held, after)


def review_questions(work: Work, customer_id: int) -> None:
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
            drop(work, each)
            work.events.record(ExtensionNeedless(customer=held.customer_id, request=each.id))


def _ask_confirmation(work: Work, held: Held, after: Protection) -> None:
    """One stage at a time is before the manager, as it is now."""
    due = protection.due(work.policy, after)
    for each in work.protections.pending_of(held.customer_id):
        if each.kind is Kind.STAGE_CONFIRMATION:
            same = due is not None and (each.stage, each.day) == (due.stage, due.on)
            if same and due in held.protection.waiting:
                return
            drop(work, each)
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
    ask(work, made)
    work.events.record(StageEntered(customer=held.customer_id, request=made.id, stage=due.stage.value))


def entered(held: Held, stage: Stage, day: date) -> Entered:
    """The stage that a request is about, as it is now: mass production may have ended since it was asked."""
    return next((each for each in held.protection.waiting if each.stage is stage), Entered(stage, day))


def ask(work: Work, request: ProtectionRequest) -> None:
    """The applicant of an extension is whoever asked for it, of what the system asks the contact."""
    by = work.actor.id if request.kind is Kind.EXTENSION else request.contact_id
    begin(work, request.kind, request.id, agency_id=request.agency_id, applicant_id=by)
