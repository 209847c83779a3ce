"""What screens ask of protected customers, each within the reader's reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.base.kinds import Kind
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.customers import search_reasons
from domain.customers.records import Customer, CustomersFound, Search
from domain.customers.scope import visible
from domain.protection import clock as protection


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
    found: CustomersFound = work.customers.held(reach(work.actor, Action.SEE_CUSTOMERS), search)
    unread = work.follow_ups.unread_customers(work.actor.id, [each.id for each in found.rows])
    why = search_reasons.told(work, found.rows, search.text)
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
