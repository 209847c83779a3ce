"""What screens ask about protection: its requests with all that decides them, and what may be done. Within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.approvals import acting, briefs
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, Decision
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand, may, reach
from domain.base.work import Work
from domain.customers.askers import askers
from domain.customers.history import OrderTotals, Period
from domain.customers.scope import called
from domain.projects.records import Project
from domain.protection import clock as protection
from domain.protection import protecting, stages
from domain.protection.records import Held, ProtectionRequest


@dataclass(frozen=True, slots=True)
class Evidence:
    """How its holder looked after the customer: what an extension is decided by.

    `earlier` counts reports written in other hands; `inherited` are the projects of which the holder hasn't told yet.
    `orders` are those with contracts since he has it.
    """

    follow_ups: int
    last: date | None
    earlier: int
    overdue: int
    """Days past the day on which a report was expected; 0 when none is."""
    projects: Sequence[Project]
    inherited: frozenset[int]
    orders: OrderTotals


@dataclass(frozen=True, slots=True)
class ProtectionRequestView:
    """`would_be` is the last day if it were granted now, None without end. `lost` says whether refusing it now would
    release the customer at once. `in_time`: the earlier last day that a prompt answer would have given, where it is late by now.
    `left_on`: the day on which the mass production that is to be confirmed ended. `evidence` is None, and the days too, once the customer is in other
    hands or nobody's: what it is there is not the former holder's to know."""

    request: ProtectionRequest
    name: str
    """The customer's."""
    agency: str
    person: str
    approval: Approval
    approvers: tuple[str, ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    until: date | None
    left: int | None
    would_be: date | None
    in_time: date | None
    lost: bool
    left_on: date | None
    evidence: Evidence | None
    may_withdraw: bool

    @property
    def theirs(self) -> bool:
        """Whether the customer is still in the hands for which this was asked."""
        return self.evidence is not None


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the reader may do to keep a customer, or not to. `until` is its last protected day."""

    name: str
    until: date | None
    left: int | None
    may_extend: bool
    pending: ProtectionRequest | None
    """The extension that is being decided."""


def of_approval(work: Work, approval_id: int) -> ProtectionRequestView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = briefs.approval(work, approval_id)
    return _view(work, work.protections.request(approval.subject_id), approval)


def of_request(work: Work, request_id: int) -> ProtectionRequestView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    request = work.protections.request(request_id)
    agency = work.people.agency(request.agency_id)
    approval = work.approvals.of_subject(request.kind, request.id)
    asked = approval is not None and acting.asked(work, approval)
    whose = askers(work.customers.get(request.customer_id), agency.id, request.contact_id)
    belongs = Belongs(whose, agency.id, agency.unit_id)
    if approval is None or not (asked or may(work.actor, Action.SEE_REQUESTS, belongs)):
        raise NotFound("request")
    return _view(work, request, approval)


def _view(work: Work, request: ProtectionRequest, approval: Approval) -> ProtectionRequestView:
    held = _held_for(work, request)
    until = held.protection.last_day if held is not None else None
    agency = work.people.agency(request.agency_id)
    belongs = Belongs(frozenset({request.contact_id}), agency.id, agency.unit_id)
    return ProtectionRequestView(
        request,
        called(work, request.customer_id),
        agency.called,
        work.people.account(request.contact_id).name,
        approval,
        acting.names(work, approval),
        acting.signed(work, approval),
        until,
        protection.remaining_days(until, work.today),
        _would_be(work, request, held) if held is not None else None,
        _in_time(work, request, held) if held is not None else None,
        _lost(work, request, held) if held is not None else False,
        _left_on(request, held) if held is not None else None,
        _evidence(work, held) if held is not None else None,
        request.pending and request.kind is Kind.EXTENSION and may(work.actor, Action.KEEP_CUSTOMER, belongs),
    )


def _held_for(work: Work, request: ProtectionRequest) -> Held | None:
    """The customer, if it is still in the hands for which this was asked."""
    held = work.protections.held(request.customer_id)
    if held is None or held.agency_id != request.agency_id:
        return None
    return held if request.decided_at is None or held.since <= request.decided_at else None


def _would_be(work: Work, request: ProtectionRequest, held: Held) -> date | None:
    match request.kind:
        case Kind.EXTENSION:
            return protection.extend(work.policy, held.protection, request.to_grant, work.today).last_day
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            entered = stages.entered(held, request.stage, request.day)
            return protection.confirm(work.policy, held.protection, entered, work.today).last_day
        case _:
            return None


def _in_time(work: Work, request: ProtectionRequest, held: Held) -> date | None:
    if not request.pending or request.kind is not Kind.STAGE_CONFIRMATION or request.stage is None:
        return None
    ends, now = (
        protection.of_stage(work.policy, stages.entered(held, request.stage, request.day)),
        _would_be(work, request, held),
    )
    return ends if ends is not None and now is not None and ends < now else None


def _lost(work: Work, request: ProtectionRequest, held: Held) -> bool:
    if not request.pending or request.kind is Kind.PRODUCTION_REVIEW:
        return request.pending
    others = any(each.id != request.id for each in work.protections.pending_of(held.customer_id))
    after = held.protection
    if request.kind is Kind.STAGE_CONFIRMATION and request.stage is not None:
        after = protection.refuse(work.policy, after, request.stage, work.today)
    undecided = others or protection.due(work.policy, after) is not None
    return protection.is_over(after.last_day, work.today, undecided=undecided)


def _left_on(request: ProtectionRequest, held: Held) -> date | None:
    if not request.pending or request.kind is not Kind.STAGE_CONFIRMATION or request.stage is None:
        return None
    return stages.entered(held, request.stage, request.day).left


def _evidence(work: Work, held: Held) -> Evidence:
    theirs = Period(since=held.since, agency=held.agency_id, limit=1)
    newest, count = work.follow_ups.of_customer(held.customer_id, theirs)
    everything = work.follow_ups.of_customer(held.customer_id, Period(limit=0))[1]
    due = work.customers.get(held.customer_id).follow_up_due
    projects = work.projects.of_customer(held.customer_id)
    return Evidence(
        follow_ups=count,
        last=work.calendar.day_of(newest[0].at) if newest else None,
        earlier=everything - count,
        overdue=max((work.today - due).days, 0) if due is not None else 0,
        projects=projects,
        inherited=frozenset(each.id for each in projects if each.changed_at < held.since),
        orders=work.orders.tally(held.customer_id, held.agency_id, work.calendar.day_of(held.since)),
    )


def keeping(work: Work, customer_id: int) -> Keeping | None:
    """None when the reader has no say in it."""
    held = work.protections.held(customer_id)
    if held is None:
        return None
    agency = work.people.agency(held.agency_id)
    if not may(work.actor, Action.KEEP_CUSTOMER, Belongs(frozenset({held.contact_id}), agency.id, agency.unit_id)):
        return None
    until = held.protection.last_day
    asked = [each for each in work.protections.pending_of(customer_id) if each.kind is Kind.EXTENSION]
    return Keeping(
        held.name,
        until,
        protection.remaining_days(until, work.today),
        protection.may_extend(held.protection, work.today) and not asked,
        asked[0] if asked else None,
    )


def to_keep(work: Work, customer_id: int) -> Keeping:
    """What a form about keeping it is about. Raises `NotAllowed`, and `NotFound` when the reader has no say in it."""
    demand(work.actor, Action.KEEP_CUSTOMER)
    found = keeping(work, customer_id)
    if found is None:
        raise NotFound("customer")
    return found


def to_extend(work: Work, customer_id: int) -> Keeping:
    """Raises as `to_keep`, and as asking for an extension would now."""
    found = to_keep(work, customer_id)
    held = work.protections.held(customer_id)
    if held is not None:
        protecting.demand_extendable(work, held)
    return found


def requests(
    work: Work, *, open_only: bool, offset: int, limit: int
) -> tuple[Sequence[tuple[ProtectionRequest, str]], int]:
    """Extensions, confirmations and reviews within the reader's reach, newest first, with the customers' names."""
    within = reach(work.actor, Action.SEE_REQUESTS)
    rows, total = work.protections.requests(within, open_only=open_only, offset=offset, limit=limit)
    return [(row, called(work, row.customer_id)) for row in rows], total


def count_open(work: Work) -> int:
    """How many of them are pending."""
    return work.protections.requests(reach(work.actor, Action.SEE_REQUESTS), open_only=True, offset=0, limit=0)[1]
