"""The queue of those who want the same customer (docs/customers.md): who is before an approver, who waits, and until
when.

Whoever changes a queue, or decides something about a customer, holds the customer first. Locks are taken in one order
everywhere: name and code, the customer's row, the report, the request about it, at last the agency. Two who meet wait for
each other's COMMIT, and the second finds what the first has done.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals.requests import begin, lapse
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.records import LIVE, Customer, CustomerState, Report, ReportState


@dataclass(frozen=True, kw_only=True)
class ReportMovedUp(Event, subject="customer"):
    """First in line now, by itself."""

    customer: int
    report: int


@dataclass(frozen=True, kw_only=True)
class ReportClosed(Event, subject="customer"):
    """Closed because an earlier report was approved, or (`earlier` false) somebody else was found to be right."""

    customer: int
    report: int
    earlier: bool = True


@dataclass(frozen=True, kw_only=True)
class PlaceLost(Event, subject="customer"):
    """Not mended in time: it will come back at the end of the queue."""

    customer: int
    report: int


def hold(work: Work, report_id: int) -> Report:
    """The report, its customer and itself locked, in this order."""
    return hold_known(work, work.customers.report(report_id))


def hold_known(work: Work, mine: Report) -> Report:
    """The same of one that was read before: it may have changed since."""
    while True:
        work.customers.lock(mine.customer_id)
        found = work.customers.report(mine.id, lock=True)
        if found.customer_id == mine.customer_id:
            return found
        mine = found  # merged, or mended under another name, while the first lock was waited for


def hold_customer(work: Work, customer_id: int) -> Customer:
    """The customer, locked; the one that it was merged into meanwhile."""
    found = work.customers.lock(customer_id)
    while found.merged_into is not None:
        found = work.customers.lock(found.merged_into)
    return found


def line(work: Work, customer_id: int) -> list[Report]:
    """Those who are or wait their turn, in their order."""
    return [each for each in work.customers.reports_of(customer_id, LIVE) if each.in_line]


def place(work: Work, customer_id: int, kept: int | None = None) -> tuple[int, list[Report]]:
    """The place of a report that comes in now (`kept`: that it had), and who stands before it."""
    position = kept if kept is not None else work.customers.next_position(customer_id)
    return position, [each for each in line(work, customer_id) if each.position < position]


def ask(work: Work, mine: Report) -> tuple[str, ...]:
    """The report goes before the agency's approvers. Returns their names."""
    return begin(work, Kind.CUSTOMER_REPORT, mine.id, agency_id=mine.agency_id, applicant_id=mine.reporter_id)


def advance(work: Work, customer_id: int) -> None:
    """The first in line goes before its approver, unless one is there already, or the customer waits for another agency."""
    waiting = line(work, customer_id)
    if not waiting or any(each.state is ReportState.PENDING for each in waiting):
        return
    first = waiting[0]
    if first.state is not ReportState.QUEUED:
        return
    if work.customers.get(customer_id).reserved_against(first.agency_id, work.now):
        return
    work.customers.set_report_state(first.id, ReportState.PENDING, at=work.now)
    ask(work, first)
    work.events.record(ReportMovedUp(customer=customer_id, report=first.id))


def close_line(work: Work, customer_id: int, *, but: int | None = None, earlier: bool = False) -> None:
    """Somebody has the customer, or is to have it: all who wait for it are refused, but for one agency."""
    live = work.customers.reports_of(customer_id, LIVE)
    for other in live:
        if other.agency_id != but:
            work.customers.set_report_state(other.id, ReportState.CLOSED, at=work.now)
            lapse(work, Kind.CUSTOMER_REPORT, other.id)
            work.events.record(ReportClosed(customer=other.customer_id, report=other.id, earlier=earlier))
    if live:
        advance(work, customer_id)


# --- what falls due -----------------------------------------------------------------------------------------------


def expire_returns(work: Work, limit: int = 100) -> int:
    """Returned reports that were not mended in time lose their place: they hold nobody up, and come back at the end.

    Returns how many were looked at.
    """
    late = work.customers.returned_before(work.now, limit)
    for number in late:
        mine = hold(work, number)
        until = mine.keeps_place_until
        if mine.state is ReportState.RETURNED and until is not None and until < work.now:
            work.customers.lose_place(mine.id)
            work.events.record(PlaceLost(customer=mine.customer_id, report=mine.id))
            advance(work, mine.customer_id)
    return len(late)


def straighten(work: Work, limit: int = 20) -> int:
    """Queues at whose head nobody stands: one moves up when a reservation is over. Beside that nothing leaves a queue so,
    and this is the net below: nobody waits for ever. Returns how many."""
    found = work.customers.stranded(work.now, limit)
    for number in found:
        if work.customers.lock(number).state is CustomerState.PROTECTED:
            close_line(work, number, earlier=True)
        else:
            advance(work, number)
    return len(found)
