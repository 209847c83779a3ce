"""What screens ask about who a customer is: look-alikes, other names, what is merged, who asked for it in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.approvals import briefs
from domain.base import identifiers
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, demand, may, reach
from domain.base.work import Work
from domain.customers import similar
from domain.customers.lookalikes import Lookalike
from domain.customers.records import Report
from domain.petitions.parties import holder_of, who
from domain.reports.conflict import CheckRefused


@dataclass(frozen=True, slots=True)
class RefusedAttempt:
    at: datetime
    name: str
    person: str
    agency: str
    direct: bool = False
    """It is the vendor's own account."""


def holder(work: Work, customer_id: int) -> str:
    """Agency and person who hold it; empty where nobody does. Raises `NotAllowed`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    return holder_of(work, work.customers.get(customer_id))


def lookalikes(work: Work, report: Report) -> tuple[Lookalike, ...]:
    """Side by side for the approver of a report. Raises `NotAllowed`."""
    demand(work.actor, Action.DECIDE)
    return similar.evidence(work, report.profile.name, work.customers.get(report.customer_id))


def lookalikes_of(work: Work, approval_id: int) -> tuple[Lookalike, ...]:
    """The same for a request; of one that isn't about a report there are none."""
    approval = briefs.approval(work, approval_id)
    if approval.kind is not Kind.CUSTOMER_REPORT:
        return ()
    return lookalikes(work, work.customers.report(approval.subject_id))


def refused_attempts(work: Work, offset: int, limit: int) -> Sequence[RefusedAttempt]:
    """Who asked for customers that another agency holds, newest first. Raises `NotAllowed`."""
    within = reach(work.actor, Action.SEE_REFUSED)
    found = [
        (each, each.event)
        for each in work.events.of_kind(CheckRefused, within, offset, limit)
        if isinstance(each.event, CheckRefused)
    ]
    direct = work.directs.among({event.customer for _, event in found})
    return [
        RefusedAttempt(each.at, event.name, *who(work, each.actor), event.customer in direct) for each, event in found
    ]


def may_correct(work: Work, customer_id: int) -> bool:
    customer = work.customers.get(customer_id)
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return may(work.actor, Action.CORRECT_CUSTOMER, Belongs(contact, customer.agency_id))


def aliases(work: Work, customer_id: int) -> Sequence[str]:
    """The other names of a customer, for those who may name them."""
    return work.names.aliases(customer_id) if may(work.actor, Action.NAME_ALIASES) else ()


def to_merge(work: Work, customer_id: int, asked: str = "") -> tuple[Lookalike, ...]:
    """Which customers could be the same as this one; with `asked` those known by that name (a former or foreign one
    resembles nothing), like it, or of that credit code. Raises `NotAllowed`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    customer = work.customers.get(customer_id)
    coded = work.customers.by_code(identifiers.plain_code(asked)) if asked else None
    return similar.evidence(work, coded.name if coded is not None else asked or customer.name, customer)
