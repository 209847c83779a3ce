"""What an approval makes of a report's name and code: from then on they are the customer's own (docs/customers.md).

The code was in doubt until now: it stood in the report alone. So what is the same by that name and code is looked up once
more. Held by somebody, it forbids the approval; held by nobody, it becomes one with the customer. And who waits behind
with another code has meant another company of that name: he goes on in a line of his own.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import acting
from domain.approvals.records import Approval
from domain.approvals.requests import lapse
from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers import identity
from domain.customers.records import LIVE, Customer, CustomerState, Report, ReportState
from domain.names import same_key
from domain.reports import merging, queueing, reporting


@dataclass
class SameHeld(Refusal):
    """A customer of the same name or code is another's by now; said to whoever decides."""

    name: str
    agency: str


@dataclass
class CorrectionFirst(Refusal):
    """A customer was to get this name or code before it was reported: that is decided first. `approvers` are names."""

    number: str
    approvers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FoundSame(Event, subject="customer"):
    """Another known customer, which nobody held, was this one: its name or code was approved."""

    customer: int
    gone: int
    gone_name: str


def demand_approvable(work: Work, approval: Approval) -> None:
    """Raises `SameHeld`, `CorrectionFirst`, and as `reporting`."""
    mine = work.customers.report(approval.subject_id)
    customer = work.customers.get(mine.customer_id)
    reporting.demand_approvable(work, mine, customer)
    code = _code(mine, customer)
    first = identity.wished(work, mine.profile.name, code, besides=mine.customer_id)
    if first is not None and first.created_at < mine.submitted_at:
        asked = work.approvals.of_subject(Kind.DATA_CHANGE, first.id)
        raise CorrectionFirst(first.number, acting.names(work, asked) if asked is not None else ())
    for each in _others(work, mine, code):
        held = each.agency_id if each.state is CustomerState.PROTECTED else None
        agency = held or (each.reserved_for if each.reserved_against(mine.agency_id, work.now) else None)
        if agency is not None:
            raise SameHeld(each.name, work.people.agency(agency).called)


def approved(work: Work, approval: Approval) -> None:
    """The customer is called as the report says, and its agency's."""
    mine = work.customers.report(approval.subject_id)
    code = _code(mine, work.customers.get(mine.customer_id))
    work.customers.set_report_state(mine.id, ReportState.APPROVED, at=work.now)  # out of the line that others stand in
    for each in _others(work, mine, code):
        # by the name alone, which of several companies is meant isn't sure for ever
        if each.credit_code in (None, code):
            merging.join(work, each.id, mine.customer_id, answer=False)
            work.events.record(FoundSame(customer=mine.customer_id, gone=each.id, gone_name=each.name))
    if code is not None:
        work.customers.set_code(mine.customer_id, code)
    grown = _part(work, mine, code) if code is not None else []
    reporting.approved(work, mine)
    for customer_id in grown:
        queueing.advance(work, customer_id)


def _part(work: Work, mine: Report, code: str) -> list[int]:
    """Whoever waits with another code waits for another company from now on. Returns the customers that it is."""
    grown = []
    for waiting in work.customers.reports_of(mine.customer_id, LIVE):
        apart = waiting.profile.credit_code not in (None, code)
        to = _another(work, waiting, mine.customer_id) if apart else None
        if to is not None:
            if waiting.state is ReportState.PENDING:
                work.customers.set_report_state(waiting.id, ReportState.QUEUED, at=work.now)
                lapse(work, Kind.CUSTOMER_REPORT, waiting.id)
            work.customers.requeue([waiting.id], to)
            grown.append(to)
    return grown


def _another(work: Work, waiting: Report, but: int) -> int | None:
    """The customer that the report means instead; None where that is held already."""
    name, code = waiting.profile.name, waiting.profile.credit_code
    others = [each for each in identity.same(work, name, code) if each.id != but]
    if any(each.state is CustomerState.PROTECTED for each in others):
        return None
    if others:
        return others[0].id
    made = work.customers.add(name=name, same_key=same_key(name), credit_code=None, now=work.now)
    work.names.add(made.id, name)
    return made.id


def _others(work: Work, mine: Report, code: str | None) -> list[Customer]:
    return [each for each in identity.known(work, mine.profile.name, code) if each.id != mine.customer_id]


def _code(mine: Report, customer: Customer) -> str | None:
    return mine.profile.credit_code or customer.credit_code
