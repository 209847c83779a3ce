"""Who has to do with a customer, as a line says it."""

from __future__ import annotations

from domain.base.work import Work
from domain.customers.records import Customer, CustomerState


def holder_of(work: Work, customer: Customer) -> str:
    """Agency and person who hold it; empty where nobody does."""
    if customer.state is not CustomerState.PROTECTED or customer.agency_id is None:
        return ""
    agency = work.people.agency(customer.agency_id).called
    person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
    return f"{agency} {person}".strip()


def who(work: Work, account_id: int | None) -> tuple[str, str]:
    """The person, and the agency or the vendor."""
    if account_id is None:
        return "", ""
    account = work.people.account(account_id)
    agency = work.people.agency(account.agency_id).called if account.agency_id is not None else work.policy.vendor
    return account.name, agency
