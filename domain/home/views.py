"""What screens ask: records put together for reading, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.approvals import acting
from domain.base.policy.people import VendorLink
from domain.base.rights import Action, may, reach
from domain.base.work import Work
from domain.deadlines import reminding
from domain.feedback import views as feedback_views
from domain.follow_ups import commenting
from domain.people import deputising
from domain.people.joining import company_of
from domain.people.records import Account
from domain.petitions import views as petition_views
from domain.protection import views as protection_views
from domain.visits import views as visit_views


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
    answers: int = 0
    """Questions that wait for the reader's answer."""
    feedback: int = 0
    """What waits for the administrators' answer."""
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
    visits_today: int = 0
    """Customers of the reader's own whose visit is due, or past without a report."""
    visits: int = 0
    """The same within a week."""
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


def badges(work: Work) -> Badges:
    actor = work.actor
    days = work.policy.protection.red_days
    tally = work.customers.tally(
        reach(actor, Action.SEE_CUSTOMERS), ending_by=work.today + timedelta(days=days), today=work.today
    )
    requests = 0
    if may(actor, Action.REPORT_CUSTOMER):
        _, requests = work.customers.reports(reach(actor, Action.SEE_REQUESTS), open_only=True, offset=0, limit=0)
        requests += protection_views.count_open(work) + petition_views.count_open(work)
    approvals, answers = acting.count_waiting(work) if may(actor, Action.DECIDE) else (0, 0)
    visits_today, visits = visit_views.coming(work) if may(actor, Action.WRITE_FOLLOW_UP) else (0, 0)
    return Badges(
        visits_today=visits_today,
        visits=visits,
        approvals=approvals,
        answers=answers,
        feedback=feedback_views.count_open(work),
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


def links(work: Work) -> Sequence[VendorLink]:
    """The vendor's other pages that are meant for the reader's account type."""
    return [each for each in work.policy.links if not each.types or work.actor.type.value in each.types]
