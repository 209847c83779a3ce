"""Who may report at all, for whom, and whether there is room for one more (docs/customers.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand
from domain.base.work import Work
from domain.contracts.records import ContractState, fiscal_year
from domain.people.records import Account, AccountType, Agency, AgencyState


@dataclass
class AgencyNotActive(Refusal):
    """The agency may do nothing new."""

    agency: str


@dataclass
class ContractNeeded(Refusal):
    """By the vendor's policy only an agency with an approved contract for this fiscal year may report."""

    agency: str
    year: str


@dataclass
class Hoarding(Refusal):
    """The agency holds as many open reports and customers without a real project as it may."""

    limit: int


@dataclass
class NotAContact(Refusal):
    """The named contact is no salesperson or owner of the agency any more."""

    name: str


def may_report(work: Work) -> Agency:
    """The actor's agency, where it may report what is new. Raises `NotAllowed`, `AgencyNotActive`, `ContractNeeded`."""
    agency = reporting_agency(work)
    year = fiscal_year(work.policy, work.today)
    if work.policy.report_needs_contract and not _signed(work, agency, year):
        raise ContractNeeded(agency.called, str(year))
    return agency


def _signed(work: Work, agency: Agency, year: int) -> bool:
    """By an approved contract of the year. While the vendor still has the one that was submitted, last year's goes on; and
    an answer that is late by its own measure keeps nobody from reporting either."""
    if work.contracts.approved(agency.id, year) is not None:
        return True
    for each in work.contracts.open_of(agency.id):
        if each.fiscal_year == year and each.state is ContractState.SUBMITTED:
            asked = work.approvals.of_subject(Kind.CONTRACT, each.id)
            if asked is not None and (asked.late(work.now) or work.contracts.approved(agency.id, year - 1) is not None):
                return True
    return False


def reporting_agency(work: Work) -> Agency:
    demand(work.actor, Action.REPORT_CUSTOMER)
    agency = work.people.agency(work.actor.agency_id or 0)
    if agency.state is not AgencyState.ACTIVE:
        raise AgencyNotActive(agency.called)
    return agency


def demand_right(work: Work) -> None:
    """While a report is filled in. Raises `NotAllowed`."""
    demand(work.actor, Action.REPORT_CUSTOMER)


def demand_place(work: Work) -> None:
    """Before the first question of a new report: whoever can't submit it shouldn't fill it in. Raises what `may_report`
    raises, and `Hoarding`."""
    demand_room(work, may_report(work))


def demand_as_before(work: Work, agency: Agency, contact: Account) -> None:
    """While others were waited for, a colleague may have taken the last place, the contact left, the agency ended."""
    reporting_agency(work)
    if contact.id not in [each.id for each in contacts(work)]:
        raise NotAContact(contact.name)
    demand_room(work, agency)


def demand_room(work: Work, agency: Agency) -> None:
    limit = work.policy.report.open_limit
    if work.customers.count_hoarded(agency.id, work.now) >= limit:
        raise Hoarding(limit)


def contacts(work: Work) -> tuple[Account, ...]:
    """Who can be the contact of a report: the agency's active salespeople and owners."""
    return tuple(
        account
        for account in work.people.accounts_of_agency(work.actor.agency_id or 0)
        if account.active and account.type in (AccountType.SALESPERSON, AccountType.OWNER)
    )


def contact_of(work: Work, contact: int | None) -> Account:
    if contact is None or contact == work.actor.id:
        return work.actor
    account = work.people.account(contact)
    demand(work.actor, Action.NAME_CONTACT, Belongs(agency_id=account.agency_id))
    if account not in contacts(work):
        raise NotAContact(account.name)
    return account
