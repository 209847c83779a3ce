"""What screens ask: records put together for reading, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from domain import (
    acting,
    commenting,
    deputising,
    found_by,
    heads,
    petition_views,
    protection,
    protection_views,
    reminding,
    report_sentence,
)
from domain.acting import Signature
from domain.approvals import Approval, ApprovalState, Decision, Kind
from domain.customers import LIVE, Customer, CustomerState, Found, Record, Report, ReportState, Search
from domain.errors import NotAllowed, NotFound
from domain.joining import company_of, demand_manage
from domain.names import same_key
from domain.people import Account, Agency, AgencyState, Unit
from domain.policy.model import Link
from domain.rights import EVERYTHING, Action, Belongs, demand, may, reach
from domain.scope import visible
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Me:
    """Who acts, for the first line of home."""

    account: Account
    company: str
    unit: str
    others: int
    """How many other accounts this chat user holds."""


@dataclass(frozen=True, slots=True)
class Badges:
    """What waits, for home."""

    approvals: int = 0
    ending: int = 0
    ending_days: int = 30
    customers: int = 0
    overdue: int = 0
    """Customers whose follow-up report is overdue."""
    unread: int = 0
    """Reports with a comment that wasn't opened yet."""
    requests: int = 0
    announcements: int = 0
    """Unread ones."""
    missed: int = 0
    """Reminders that couldn't reach the reader."""
    away: tuple[str, date] | None = None
    """Who covers the reader today, and until when."""


def reader(work: Work) -> Account:
    """Whose account looks; `me` says more of it and reads more."""
    return work.actor


def me(work: Work) -> Me:
    account = work.actor
    unit = work.people.unit(account.unit_id).name if account.unit_id is not None else ""
    others = len(work.people.accounts_of_chat(account.chat_id)) - 1 if account.chat_id is not None else 0
    return Me(account, company_of(work, account), unit, max(others, 0))


def report_in_a_sentence(work: Work, text: str) -> report_sentence.Sentence | None:
    return report_sentence.read(text, work.policy)


def with_labels(work: Work, found: report_sentence.Sentence) -> list[str]:
    return report_sentence.lines(found, work.policy)


def badges(work: Work) -> Badges:
    actor = work.actor
    days = work.policy.protection.red_days
    tally = work.customers.tally(
        reach(actor, Action.SEE_CUSTOMERS), ending_by=work.today + timedelta(days=days), today=work.today
    )
    requests = 0
    if may(actor, Action.REPORT_CUSTOMER):
        _, requests = work.customers.requests(reach(actor, Action.SEE_REQUESTS), open_only=True, offset=0, limit=0)
        requests += protection_views.count_open(work) + petition_views.count_open(work)
    return Badges(
        approvals=acting.count_waiting(work) if may(actor, Action.DECIDE) else 0,
        away=deputising.covered_by(work, actor.id) if may(actor, Action.SET_DEPUTY) else None,
        ending=tally.ending,
        ending_days=days,
        customers=tally.held,
        overdue=tally.overdue,
        unread=len(commenting.unread(work)),
        requests=requests,
        announcements=work.announcements.count_unread(actor.id),
        missed=reminding.count_missed(work),
    )


def my_accounts(work: Work) -> Sequence[tuple[Account, str]]:
    """The accounts of this chat user, with the company of each."""
    chat = work.actor.chat_id
    accounts = work.people.accounts_of_chat(chat) if chat is not None else ()
    return [(account, company_of(work, account)) for account in accounts]


def links(work: Work) -> Sequence[Link]:
    """The vendor's other pages that are meant for the reader's account type."""
    return [each for each in work.policy.links if not each.types or work.actor.type.value in each.types]


# --- requests -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who queues behind a report. `code` and `name` are what he reports otherwise, empty where it is the same."""

    agency: str
    person: str
    at: datetime
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class FormerHolder:
    """Who held what lies in the pool, until when."""

    agency: str
    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class RequestView:
    """A customer report with all that its approver, its applicant and their superiors may see of it."""

    report: Report
    agency: Agency
    contact: Account
    reporter: Account
    approval: Approval | None
    approvers: tuple[str, ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    record: Record
    queue: tuple[Waiting, ...]
    known_as: str
    """What the customer has been called, where the report calls it otherwise; empty for the agency's side."""
    claimed_from: FormerHolder | None
    """Where it is a claim on what lies in the pool; for the vendor's side."""
    until: date | None
    """The last protected day, when the report was approved and the customer is still its agency's."""
    can_decide: bool
    can_withdraw: bool
    can_appeal: bool
    of_vendor: bool


def request(work: Work, report_id: int) -> RequestView:
    """Raises `NotFound`, also when the report is out of the reader's reach."""
    report = work.customers.report(report_id)
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, report.id)
    return _request(work, report, approval)


def request_of_approval(work: Work, approval_id: int) -> RequestView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = work.approvals.get(approval_id)
    return _request(work, work.customers.report(approval.subject_id), approval)


def _request(work: Work, report: Report, approval: Approval | None) -> RequestView:
    actor, agency = work.actor, work.people.agency(report.agency_id)
    belongs = Belongs(frozenset({report.reporter_id, report.contact_id}), agency.id, agency.unit_id)
    approver = approval is not None and acting.asked(work, approval)
    if not approver and not may(actor, Action.SEE_REQUESTS, belongs):
        raise NotFound("report")
    of_vendor = actor.agency_id is None
    line = [each for each in work.customers.reports_of(report.customer_id, LIVE) if each.in_line]
    customer = work.customers.get(report.customer_id)
    held = report.decided_at is not None and customer.agency_id == report.agency_id
    return RequestView(
        report=report,
        agency=agency,
        contact=work.people.account(report.contact_id),
        reporter=work.people.account(report.reporter_id),
        approval=approval,
        approvers=acting.names(work, approval) if approval is not None else (),
        decisions=acting.signed(work, approval) if approval is not None else (),
        record=work.customers.record_of(report.contact_id, work.now, work.today),
        queue=tuple(_waiting(work, each, report) for each in line if each.position > report.position)
        if of_vendor
        else (),
        known_as=customer.name if of_vendor and customer.same_key != same_key(report.profile.name) else "",
        claimed_from=_former_holder(work, customer) if of_vendor else None,
        until=customer.protected_until if held else None,
        can_decide=approval is not None
        and approval.state is ApprovalState.PENDING
        and acting.may_decide(work, approval),
        can_withdraw=report.live and may(actor, Action.WITHDRAW_REPORT, belongs),
        can_appeal=report.state in (ReportState.REJECTED, ReportState.CLOSED)
        and may(actor, Action.WITHDRAW_REPORT, belongs),
        of_vendor=of_vendor,
    )


def _former_holder(work: Work, customer: Customer) -> FormerHolder | None:
    if customer.state is not CustomerState.POOL:
        return None
    held = work.pool.held_since(customer.id, datetime.fromtimestamp(0, UTC))
    if not held:
        return None
    agency, person = work.people.agency(held[-1].agency_id).called, work.people.account(held[-1].contact_id).name
    return FormerHolder(agency, person, held[-1].ended_at)


def _waiting(work: Work, each: Report, first: Report) -> Waiting:
    agency, person = work.people.agency(each.agency_id).called, work.people.account(each.contact_id).name
    name, code = each.profile.name, each.profile.credit_code or ""
    return Waiting(
        agency,
        person,
        each.submitted_at,
        name if same_key(name) != same_key(first.profile.name) else "",
        code if code != first.profile.credit_code else "",
    )


@dataclass(frozen=True, slots=True)
class RequestRow:
    report: Report
    contact: str
    agency: str


def requests(work: Work, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[RequestRow], int]:
    """The requests that the reader may see, newest first, and how many there are."""
    within = reach(work.actor, Action.SEE_REQUESTS)
    rows, total = work.customers.requests(within, open_only=open_only, offset=offset, limit=limit)
    return [
        RequestRow(row, work.people.account(row.contact_id).name, work.people.agency(row.agency_id).called)
        for row in rows
    ], total


def next_waiting(work: Work) -> tuple[int | None, int]:
    """The oldest request that waits for the reader, and how many do."""
    waiting = acting.waiting(work)
    return (waiting[0].id if waiting else None), len(waiting)


# --- customers ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CustomerView:
    customer: Customer
    contact: str
    agency: str
    days_left: int | None
    red: bool
    overdue: int
    """Days since the follow-up report was due; not positive while it isn't overdue."""
    unread: bool
    """A comment on one of its reports wasn't opened yet."""
    found_by: str = ""
    """What a search found it by, where the name doesn't say it."""
    deciding: Kind | None = None
    """What the vendor decides while the end is past already."""


def customers(work: Work, search: Search) -> tuple[Sequence[CustomerView], int]:
    """我的客户: protected customers within the reader's reach, those that end first in front."""
    found: Found = work.customers.held(reach(work.actor, Action.SEE_CUSTOMERS), search)
    unread = work.follow_ups.unread_customers(work.actor.id, [each.id for each in found.rows])
    why = found_by.told(work, found.rows, search.text)
    views = [_customer(work, each, each.id in unread) for each in found.rows]
    return [replace(each, found_by=why.get(each.customer.id, "")) for each in views], found.total


def customer(work: Work, customer_id: int) -> CustomerView:
    """Raises `NotFound`, also when the customer is out of the reader's reach."""
    found = visible(work, customer_id)
    return _customer(work, found, bool(work.follow_ups.unread(work.actor.id, found.id)))


def _customer(work: Work, found: Customer, unread: bool) -> CustomerView:
    until = found.protected_until
    days = protection.remaining_days(until, work.today)
    return CustomerView(
        found,
        work.people.account(found.contact_id).name if found.contact_id is not None else "",
        work.people.agency(found.agency_id).called if found.agency_id is not None else "",
        days,
        protection.is_red(work.policy, until, work.today),
        (work.today - found.follow_up_due).days if found.follow_up_due is not None else 0,
        unread,
        deciding=_deciding(work, found.id) if days is not None and days < 0 else None,
    )


def _deciding(work: Work, customer_id: int) -> Kind | None:
    """A stage before an extension: it is confirmed first."""
    kinds = [each.kind for each in work.protections.pending_of(customer_id)]
    return next((each for each in (Kind.STAGE_CONFIRMATION, Kind.EXTENSION) if each in kinds), None)


# --- people -------------------------------------------------------------------------------------------------------


def agencies(work: Work) -> Sequence[Agency]:
    """The agencies that the reader manages."""
    found = work.people.agencies(reach(work.actor, Action.MANAGE_AGENCIES))
    return [each for each in found if each.state is not AgencyState.REJECTED]


def people_of_agency(work: Work, agency_id: int | None) -> Sequence[Account]:
    """The people of an agency (the reader's own when None), if he manages them. Raises `NotAllowed`, `NotFound`."""
    agency = work.people.agency(agency_id if agency_id is not None else work.actor.agency_id or 0)
    if not may(work.actor, Action.MANAGE_AGENCY_PEOPLE, Belongs(frozenset(), agency.id, agency.unit_id)):
        raise NotFound("agency")
    return work.people.accounts_of_agency(agency.id)


def vendor_people(work: Work) -> Sequence[Account]:
    """The vendor's people within the reader's reach."""
    within = reach(work.actor, Action.MANAGE_VENDOR_PEOPLE)
    everybody = work.people.vendor_accounts()
    return [each for each in everybody if within == EVERYTHING or each.unit_id == within.unit_id]


def person(work: Work, account_id: int) -> Account:
    """One whom the reader manages, or invited. Raises `NotFound`."""
    account = work.people.account(account_id)
    try:
        demand_manage(work, account)
    except NotAllowed:
        raise NotFound("account") from None
    return account


def units(work: Work) -> Sequence[tuple[Unit, str]]:
    """Every unit with its head's name, where it has one. Raises `NotAllowed`."""
    demand(work.actor, Action.MANAGE_UNITS)
    return [(unit, head.name if (head := heads.head(work, unit)) is not None else "") for unit in work.people.units()]


def units_to_staff(work: Work) -> Sequence[Unit]:
    """The units that the reader may invite people and set up agencies in: all, or his own."""
    everywhere = may(work.actor, Action.MANAGE_UNITS)
    return [unit for unit in work.people.units() if everywhere or unit.id == work.actor.unit_id]
