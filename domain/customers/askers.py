"""Whose a request about a customer is, on the agency's side."""

from __future__ import annotations

from domain.customers.records import Customer, CustomerState


def askers(customer: Customer, agency_id: int, *asked: int) -> frozenset[int]:
    """As long as the agency holds the customer, its present contact's, whoever asked for it then; else those who asked. Owners
    see their agency's anyway."""
    held = customer.state is CustomerState.PROTECTED and customer.agency_id == agency_id
    return frozenset({customer.contact_id}) if held and customer.contact_id is not None else frozenset(asked)
