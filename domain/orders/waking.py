"""Drafts that waited for a project: when a report brings one, whoever logs orders for the agency is told."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.events import Event
from domain.base.work import Work
from domain.orders.records import WaitState


@dataclass(frozen=True, kw_only=True)
class ProjectCame(Event, subject="customer"):
    """A draft order has its project; it is a card like any other from now on."""

    customer: int
    card: int


def projects_came(work: Work, customer_id: int) -> None:
    """After a report on the customer, by whoever wrote it."""
    agency_id = work.customers.get(customer_id).agency_id
    if agency_id is None or not work.projects.of_customer(customer_id):
        return
    for each in work.orders.waiting_of(agency_id, customer_id=customer_id):
        if each.state is WaitState.PROJECT:
            work.orders.rewrite(each, each.rows, WaitState.CARD, asked_id=each.asked_id)
            work.events.record(ProjectCame(customer=customer_id, card=each.id))
