"""Whose eyes a dispute is for: administrators, and the head of a unit whose agency has to do with the customer (docs/disputes.md).

Never an agency's people, whoever they are: what stands here tells of their rivals.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.base.errors import NotFound
from domain.base.rights import Action, Scope, scope
from domain.base.work import Work
from domain.customers.records import Customer, CustomerState, ReportState
from domain.people import heads, standing_in
from domain.people.records import AccountId
from domain.petitions.appeal_judges import deciders


def reads_disputes(work: Work) -> bool:
    """Whether there are any for whoever acts: of a unit's managers its head reads them, and who stands in for him."""
    held = scope(work.actor, Action.SEE_DISPUTES)
    return held is Scope.ALL or (held is Scope.UNIT and bool(headed(work)))


def visible(work: Work, customer_id: int) -> Customer:
    """The customer, by its present number where it was merged. Raises `NotFound`, also when it is out of the reader's reach."""
    customer = work.customers.get(customer_id)
    while customer.state is CustomerState.MERGED and customer.merged_into is not None:
        customer = work.customers.get(customer.merged_into)
    if not sees(work, customer):
        raise NotFound("customer")
    return customer


def reads(work: Work, customer_id: int) -> bool:
    """Whether `visible` lets the reader."""
    try:
        visible(work, customer_id)
    except NotFound:
        return False
    return True


def sees(work: Work, customer: Customer) -> bool:
    held = scope(work.actor, Action.SEE_DISPUTES)
    if held is Scope.ALL:
        return True
    if held is not Scope.UNIT or not headed(work) & _units(work, customer):
        return False
    # an appeal against oneself isn't one's to look up, as long as somebody else decides about it
    appeals = work.petitions.open_appeals(customer.id)
    return all(work.actor.id not in deciders(work, customer, each.report_id) for each in appeals)


def headed(work: Work) -> set[int]:
    """The units of which the reader is the head, or stands in for him today."""
    me: Iterable[AccountId] = (work.actor.id, *standing_in.principals(work, work.actor.id))
    return {unit.id for each in me for unit in heads.headed_by(work, each)}


def _units(work: Work, customer: Customer) -> set[int]:
    """Those of the agencies that hold it, reported it, appealed about it or may report it alone."""
    reports = work.customers.reports_of(customer.id, frozenset(ReportState))
    appeals = (*work.petitions.open_appeals(customer.id), *work.petitions.decided_appeals(customer.id))
    asking = (*(each.agency_id for each in reports), *(each.agency_id for each in appeals))
    agencies = {customer.agency_id, customer.reserved_for, *asking}
    return {work.people.agency(each).unit_id for each in agencies if each is not None}
