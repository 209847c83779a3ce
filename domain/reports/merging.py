"""合并: two customers turn out to be one (docs/customers.md). The one that is `gone` keeps its events under its own number;
all else becomes that of the one that stays.

Who holds either one holds both. Of two agencies that of the one that stays does, and the other one loses its customer; to
whoever holds it then, the merging costs no day of protection.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from domain.approvals.records import Approval
from domain.approvals.requests import lapse
from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action, demand
from domain.base.stage import ADVANCE
from domain.base.work import Work
from domain.counterparts import keeping as counterparts
from domain.customers import identity
from domain.customers.merged_customers import CustomersMerged
from domain.customers.petitions import PetitionState
from domain.customers.records import LIVE, Customer, CustomerState, ReportState
from domain.deadlines import coming_due
from domain.follow_ups import progress
from domain.protection import clock as protection
from domain.protection import releasing, stages
from domain.protection.clock import Protection
from domain.protection.records import Held, LossReason, ProtectionRequest
from domain.reports import queueing
from domain.visits import planning as visits


@dataclass(frozen=True, kw_only=True)
class MergeCustomers:
    """`gone` is found to be the same as `into`."""

    gone: int
    into: int


@dataclass
class SameCustomer(Refusal):
    """A customer can't be merged with itself, or with one that was merged before."""


@dataclass
class TwoCodes(Refusal):
    """Two credit codes are two companies; where one of them is wrong it is corrected first."""

    gone: str
    into: str


@dataclass(frozen=True, kw_only=True)
class NameLearned(Event, subject="customer"):
    """A name that somebody reported turned out to mean this customer."""

    customer: int
    name: str


def merge(work: Work, command: MergeCustomers) -> Customer:
    """Raises `NotAllowed`, `NotFound`, `SameCustomer`, `TwoCodes`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    both = sorted({command.gone, command.into})
    for number in both:
        known = work.customers.get(number)
        work.customers.lock_identity(known.same_key, known.credit_code)
    locked = {number: work.customers.lock(number) for number in both}
    gone, into = locked[command.gone], locked[command.into]
    if gone.id == into.id or CustomerState.MERGED in (gone.state, into.state):
        raise SameCustomer
    if identity.told_apart(gone, into.credit_code):
        raise TwoCodes(gone.name, into.name)
    join(work, gone.id, into.id)
    after = work.customers.get(into.id)
    lost_by = gone.contact_id if gone.contact_id != after.contact_id else None
    work.events.record(CustomersMerged(customer=into.id, gone=gone.id, gone_name=gone.name, lost_by=lost_by))
    return after


def same_after_all(work: Work, approval: Approval, same_as: int) -> None:
    """The rejected report named a customer that is known under another name: from now on that name is that customer's."""
    mine = work.customers.report(approval.subject_id)
    named, known = work.customers.get(mine.customer_id), queueing.hold_customer(work, same_as)
    if named.id == known.id or named.state is not CustomerState.OPEN or work.customers.reports_of(named.id, LIVE):
        work.names.add(known.id, mine.profile.name, alias=True)
    else:
        join(work, named.id, known.id)
    work.events.record(NameLearned(customer=known.id, name=mine.profile.name))


def join(work: Work, gone: int, into: int, *, answer: bool = True) -> None:
    """Everything of the one becomes the other's. Without `answer` whoever waits for it isn't told yet how it stands."""
    held = {each: work.protections.held(each, lock=True) for each in sorted((gone, into))}
    theirs, ours = held[gone], held[into]
    along = theirs is not None and (ours is None or ours.agency_id == theirs.agency_id)
    if theirs is not None and not along:
        releasing.let_go(work, theirs, LossReason.MERGED)
    if theirs is not None and along:
        _bring_requests(work, theirs, ours or theirs, into)
    _one_line(work, gone, into)
    _one_standing(work, gone, into)
    _bring_engineers(work, gone, into, along=along)
    _bring_appeals(work, gone, into)
    if along and ours is not None:
        _last_report(work, gone, into)
    work.customers.merge(gone, into)
    work.names.move(gone, into)
    work.directs.move(gone, into)
    work.projects.move(gone, into)
    work.follow_ups.move(gone, into)
    counterparts.merged(work, gone, into)
    visits.merged(work, gone, into, along=along)
    work.threads.move(gone, into)
    work.orders.move(gone, into)
    progress.follow_projects(work, into)
    granted = [each.protection for each in (ours, theirs if along else None) if each is not None]
    _keep_clock(work, into, granted, anew=along)
    if along:
        coming_due.to_another(work, into)
    if answer:
        _answer_line(work, into)


# --- the holder's -------------------------------------------------------------------------------------------------


def _bring_requests(work: Work, theirs: Held, holder: Held, into: int) -> None:
    """What is asked for the one is asked for the other now; of two of a kind the one that gives less isn't."""
    work_on = {each.kind: each for each in work.protections.pending_of(into)}
    for each in work.protections.pending_of(theirs.customer_id):
        twin = work_on.get(each.kind)
        if twin is not None:
            releasing.drop(work, min(each, twin, key=_worth))
    releasing.drop_correction(work, theirs.customer_id)
    work.protections.move(theirs.customer_id, into, holder.contact_id)


def _worth(request: ProtectionRequest) -> tuple[int, int]:
    return (ADVANCE.index(request.stage) if request.stage in ADVANCE else 0, request.months or 0)


def _last_report(work: Work, gone: int, into: int) -> None:
    """Who has written about the one has written about both."""
    theirs, ours = work.customers.get(gone), work.customers.get(into)
    at, due = theirs.followed_up_at, theirs.follow_up_due
    if at is not None and due is not None and (ours.followed_up_at is None or ours.followed_up_at < at):
        work.customers.followed_up(into, at, max(due, ours.follow_up_due or due))


def _bring_engineers(work: Work, gone: int, into: int, *, along: bool) -> None:
    if along:
        work.engineers.set(into, {*work.engineers.of_customer(gone), *work.engineers.of_customer(into)}, work.now)
    work.engineers.set(gone, (), work.now)


def _keep_clock(work: Work, customer_id: int, granted: list[Protection], *, anew: bool) -> None:
    """Whoever holds the customer has at least what was granted, and hears from today on of the end that it has now."""
    held = work.protections.held(customer_id, lock=True)
    if held is None:
        return
    after = held.protection
    for each in granted:
        after = protection.join(after, each)
    if after == held.protection and not anew:
        return
    set_on = held.set_on if after.last_day == held.protection.last_day else work.today
    yesterday = work.today - timedelta(days=1)
    work.protections.hold(
        customer_id,
        after,
        set_on=set_on,
        remind_on=protection.next_reminder(work.policy, after.last_day, set_on=set_on, after=yesterday),
        review_on=protection.next_review(work.policy, after),
    )
    if after.last_day != held.protection.last_day:
        work.events.record(stages.ProtectionChanged(customer=customer_id, until=after.last_day))
    stages.review_questions(work, customer_id)


# --- what it is to everybody --------------------------------------------------------------------------------------


def _one_standing(work: Work, gone: int, into: int) -> None:
    """Held comes before reserved after an appeal, that before lying in the pool, that before nothing. Who held either one
    and lost it can't claim it back as soon."""
    before, after = work.customers.get(gone), work.customers.get(into)
    entries = work.pool.entry(gone), work.pool.entry(into)
    if _rank(work, before) > _rank(work, after):
        profile = before.profile
        if profile is not None:
            code = after.credit_code or before.credit_code
            profile = replace(profile, name=after.name, credit_code=code)
        work.customers.take_over(gone, into, profile)
    for each in (gone, into):
        work.pool.take_out(each)
    entry = entries[1] or entries[0]
    if entry is not None and work.customers.get(into).state is CustomerState.POOL:
        work.pool.put(replace(entry, customer_id=after.id))
    work.pool.move_holdings(gone, into)


def _rank(work: Work, customer: Customer) -> int:
    if customer.state is CustomerState.PROTECTED:
        return 3
    if customer.reserved(work.now):
        return 2
    return 1 if customer.state is CustomerState.POOL else 0


def _bring_appeals(work: Work, gone: int, into: int) -> None:
    """An agency that appeals about both appeals about one."""
    for each in work.petitions.open_appeals(gone):
        if work.petitions.open_appeal(into, each.agency_id) is not None:
            work.petitions.close(Kind.APPEAL, each.id, PetitionState.WITHDRAWN)
            lapse(work, Kind.APPEAL, each.id)
    work.petitions.move_appeals(gone, into)


# --- who waits for it ---------------------------------------------------------------------------------------------


def _one_line(work: Work, gone: int, into: int) -> None:
    """One queue, in the order of complete submissions; only its first is before an approver."""
    both = (*work.customers.reports_of(gone, LIVE), *work.customers.reports_of(into, LIVE))
    line = sorted(both, key=lambda report: (report.submitted_at, report.id))
    first = next((each for each in line if each.in_line), None)
    for each in line:
        if each.state is ReportState.PENDING and each is not first:
            work.customers.set_report_state(each.id, ReportState.QUEUED, at=work.now)
            lapse(work, Kind.CUSTOMER_REPORT, each.id)
    decided = work.customers.reports_of(gone, frozenset(ReportState) - LIVE)
    work.customers.requeue([each.id for each in (*decided, *line)], into)


def _answer_line(work: Work, customer_id: int) -> None:
    """Held or reserved, it is refused to whoever waits for it."""
    customer = work.customers.get(customer_id)
    if customer.state is CustomerState.PROTECTED:
        queueing.close_line(work, customer_id)
    elif customer.reserved(work.now):
        queueing.close_line(work, customer_id, but=customer.reserved_for)
    else:
        queueing.advance(work, customer_id)
