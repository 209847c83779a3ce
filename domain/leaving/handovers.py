"""移交: customers, and reports that are on their way, go from one contact to another; for `handing_over`, `staffing` and
`agency_states`. The history stays with the customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.base.events import Event
from domain.base.work import Work
from domain.customers.holders import CustomerHandedOver
from domain.deadlines import coming_due
from domain.orders import wanting
from domain.people.records import Account, AccountType
from domain.protection import releasing
from domain.protection.records import LossReason
from domain.reports import queueing
from domain.visits import planning as visits


@dataclass(frozen=True, kw_only=True)
class HandedOver(Event, subject="account"):
    """The sum of it, for the one who has them now. `customer` where it is that one alone, `drafts`, `orders` to check and `visits` that came along; `first`,
    `first_reported`: the customers that are named, of those and of the reports."""

    account: int
    from_account: int | None
    from_agency: int | None
    customers: int
    reports: int
    customer: int | None = None
    drafts: int = 0
    orders: int = 0
    visits: int = 0
    first: tuple[int, ...] = ()
    first_reported: tuple[int, ...] = ()


NAMED = 3


@dataclass(frozen=True, slots=True)
class HandedNames:
    """What goes over, as it is told: the first few customers by name, of those and of the reports, and how many there are."""

    customers: tuple[str, ...]
    customer_count: int
    reported: tuple[str, ...]
    report_count: int


def names(work: Work, given: HandedOver) -> HandedNames:
    def named(several: Sequence[int]) -> tuple[str, ...]:
        return tuple(work.customers.get(each).name for each in several)

    return HandedNames(named(given.first), given.customers, named(given.first_reported), given.reports)


@dataclass(frozen=True, kw_only=True)
class ReportHandedOver(Event, subject="customer"):
    """A report that is on its way is a colleague's; its place stays."""

    customer: int
    report: int
    contact: int
    from_contact: int


def between_colleagues(
    work: Work, before: Account, successor: Account, customers: Sequence[int] | None = None
) -> HandedOver | None:
    """What one contact of an agency holds goes to another of it: these customers, or everything. The reports go first: one
    that is being approved meanwhile is a customer then. What was half written about them goes along. None: there was
    nothing."""
    everything = customers is None
    open_reports = work.hand_overs.open_reports_of(before.id) if everything else ()
    reports = {each: about for each in open_reports if (about := _give_report(work, each, before, successor))}
    given, along = [], 0
    for customer in work.hand_overs.customers_of(before.id) if customers is None else sorted(customers):
        held = work.protections.held(customer, lock=True)
        if held is not None and held.contact_id == before.id:  # not lost while its lock was waited for
            along += _give(work, customer, successor)
            given.append(customer)
    if not given and not reports:
        return None
    sum_of_it = HandedOver(
        account=successor.id,
        from_account=before.id,
        from_agency=None,
        customers=len(given),
        reports=len(reports),
        customer=given[0] if len(given) == 1 and not reports else None,
        drafts=work.hand_overs.give_drafts(before.id, successor.id, customers=given, reports=list(reports)),
        orders=_give_orders(work, before, successor, given),
        visits=along,
        first=tuple(given[:NAMED]),
        first_reported=tuple(reports.values())[:NAMED],
    )
    work.events.record(sum_of_it)
    return sum_of_it


def _give_orders(work: Work, before: Account, successor: Account, given: Sequence[int]) -> int:
    """A salesperson can't check an order of a customer who isn't his any more; an owner can."""
    if before.type is AccountType.OWNER or not given:
        return 0
    return work.hand_overs.give_order_cards(before.id, successor.id, customers=given)


def _give_report(work: Work, report_id: int, before: Account, successor: Account) -> int | None:
    """The customer that it is about; None when it was decided meanwhile."""
    report = queueing.hold(work, report_id)
    if not report.live or report.contact_id != before.id:
        return None
    work.hand_overs.give_report(report.id, successor.id)
    work.events.record(
        ReportHandedOver(
            customer=report.customer_id, report=report.id, contact=successor.id, from_contact=report.contact_id
        )
    )
    return report.customer_id


def to_another_agency(work: Work, agency_id: int, successor: Account) -> HandedOver:
    """All customers of an agency, which is remembered as who held them; who helped there doesn't any more. What was asked
    for their protection goes along, another name that was wished for doesn't."""
    given = []
    for customer in work.hand_overs.customers_of_agency(agency_id):
        held = work.protections.held(customer, lock=True)
        if held is None or held.agency_id != agency_id:  # lost while its lock was waited for
            continue
        given.append(customer)
        work.protections.remember(held, at=work.now, why=LossReason.HANDED_OVER, reason="")
        releasing.drop_correction(work, customer)
        _give(work, customer, successor, since=work.now)
        work.engineers.set(customer, (), work.now)
    sum_of_it = HandedOver(
        account=successor.id,
        from_account=None,
        from_agency=agency_id,
        customers=len(given),
        reports=0,
        first=tuple(given[:NAMED]),
    )
    work.events.record(sum_of_it)
    return sum_of_it


def _give(work: Work, customer_id: int, successor: Account, *, since: datetime | None = None) -> bool:
    """Whether a visit that is planned there went along."""
    before = work.customers.get(customer_id)
    agency_id = successor.agency_id
    assert agency_id is not None, "a customer's contact belongs to an agency"
    work.hand_overs.give_customer(customer_id, agency_id, successor.id, since=since)
    if before.agency_id != agency_id:
        visits.lost(work, customer_id)
    coming_due.to_another(work, customer_id)
    along = False
    if before.agency_id == agency_id:
        along = visits.handed_over(work, customer_id, successor.id)
        wanting.ask_another(work, customer_id, agency_id, successor.id)
    work.events.record(
        CustomerHandedOver(
            customer=customer_id,
            agency=agency_id,
            contact=successor.id,
            from_agency=before.agency_id,
            from_contact=before.contact_id,
        )
    )
    return along
