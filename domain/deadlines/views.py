"""What a reminder says of its matter. It was the reader's to hear when it was made, and is asked for again when shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.announcements.records import Announcement
from domain.approvals import acting, briefs
from domain.approvals.briefs import Brief
from domain.approvals.records import Approval
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.contracts import expiry
from domain.contracts import records as contracts
from domain.contracts.expiry import DatedDocument
from domain.contracts.records import Contract
from domain.customers.records import Customer
from domain.deadlines import planning
from domain.people.joining import company_of
from domain.projects.records import Project
from domain.protection import claiming
from domain.protection import clock as protection
from domain.protection.pool import PoolEntry
from domain.reminders.records import Reminder


@dataclass(frozen=True, slots=True)
class CustomerClocks:
    """A customer and its clocks. `silent`: days since the last report, or the approval. `confirming`: a stage waits to be
    confirmed, from which another end follows."""

    customer: Customer
    person: str
    until: date
    left: int | None
    silent: int
    confirming: bool


@dataclass(frozen=True, slots=True)
class LateAnswer:
    approval: Approval
    name: str
    days: int
    """Days past the last protected one."""
    approvers: tuple[str, ...]


def customer(work: Work, customer_id: int) -> CustomerClocks:
    """Raises `NotFound` when nobody holds it."""
    found = work.customers.get(customer_id)
    held = work.protections.held(customer_id)
    if held is None:
        raise NotFound("customer")
    due = found.follow_up_due
    silent = (work.today - due).days + work.policy.follow_up.every_days if due is not None else 0
    return CustomerClocks(
        found,
        work.people.account(held.contact_id).name,
        held.protection.end,
        protection.remaining_days(held.protection.last_day, work.today),
        silent,
        any(each.kind is Kind.STAGE_CONFIRMATION for each in work.protections.pending_of(customer_id)),
    )


@dataclass(frozen=True, slots=True)
class ManyLate:
    """All have been without a report for more than `limit` days, one of them for `silent`."""

    customers: int
    limit: int
    silent: int


def late_reports(work: Work, reminder: Reminder) -> ManyLate:
    """Raises `NotFound` when none is late any more."""
    found = planning.managers_late(work, reminder)
    if not found:
        raise NotFound("customer")
    rules = work.policy.follow_up
    silent = (work.today - min(each.due for each in found)).days + rules.every_days
    return ManyLate(sum(each.customers for each in found), rules.escalate_days, silent)


def late_answer(work: Work, request_id: int) -> LateAnswer:
    """Raises `NotFound`."""
    request = work.protections.request(request_id)
    approval = work.approvals.of_subject(request.kind, request.id)
    if approval is None:
        raise NotFound("request")
    about = customer(work, request.customer_id)
    names = acting.names(work, approval)
    return LateAnswer(approval, about.customer.name, -(about.left or 0), names)


def brief(work: Work, approval_id: int) -> Brief:
    return briefs.brief(work, work.approvals.get(approval_id))


def pool_entry(work: Work, customer_id: int) -> tuple[PoolEntry, datetime]:
    """With the moment from which the reader can claim it. Raises `NotFound`, and `NotAllowed` where he has no pool any more."""
    demand(work.actor, Action.SEE_POOL)
    entry = work.pool.entry(customer_id)
    if entry is None:
        raise NotFound("customer")
    bar = claiming.barred(work, customer_id, work.actor)
    return entry, bar.until if bar is not None else entry.open_at


@dataclass(frozen=True, slots=True)
class MilestoneAhead:
    customer: Customer
    project: Project


def milestone(work: Work, project_id: int) -> MilestoneAhead:
    """Raises `NotFound`."""
    project = work.projects.get(project_id)
    return MilestoneAhead(work.customers.get(project.customer_id), project)


def contract_end(work: Work, contract_id: int) -> tuple[Contract, date]:
    """The contract and the last day of its year. Raises `NotFound`."""
    contract = work.contracts.get(contract_id)
    return contract, contracts.last_day(work.policy, contract.fiscal_year)


def running_out(work: Work, contract_id: int) -> tuple[Contract, list[DatedDocument]]:
    """The contract and its documents that run out soon, or have. Raises `NotFound`."""
    contract = work.contracts.get(contract_id)
    return contract, expiry.to_renew(work, contract)


def announcement(work: Work, announcement_id: int) -> Announcement:
    """Raises `NotFound`."""
    return work.announcements.get(announcement_id)


def person(work: Work, account_id: int) -> tuple[str, str]:
    """The name and the company."""
    account = work.people.account(account_id)
    return account.name, company_of(work, account)
