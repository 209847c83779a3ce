"""Is this customer free? The exact rule (domain.md, section 5): *detect globally, reveal locally*.

Same customer = same credit code, or same normalised name; two different codes are two customers however alike the
names. What the asker may learn is one of three answers with a coarse reason; only the own agency's colleague and
the pool are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.customers import LIVE, Customer, CustomerState
from domain.events import Event
from domain.names import same_key
from domain.people import Account
from domain.work import Work


class Answer(StrEnum):
    """All that an asker may learn: 可报备, 需人工核实, 暂不可报备."""

    OPEN = "open"
    REVIEW = "review"
    CLOSED = "closed"


class Why(StrEnum):
    FREE = "free"
    QUEUE = "queue"
    """An earlier report is being decided."""
    HELD = "held"
    OWN_HELD = "own_held"
    """The asker's own agency holds it: said plainly, with the colleague's name."""
    OWN_PENDING = "own_pending"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer, and what the asker's own agency may know beyond it."""

    answer: Answer
    why: Why
    colleague: str = ""
    number: str = ""
    until: date | None = None


FREE = Finding(Answer.OPEN, Why.FREE)


@dataclass(frozen=True, kw_only=True)
class CustomerChecked(Event, subject="account"):
    """Somebody asked whether a customer is free; counted against fishing."""

    account: int
    name: str
    answer: str


def looks_full(name: str) -> bool:
    """A check needs the full name, never a fragment: at least four characters that count."""
    return len(same_key(name)) >= 4


def identify(work: Work, name: str, credit_code: str | None) -> Customer | None:
    """The known customer that this name and code mean, or None.

    The code decides when it is given. By name alone it is the one without a code or, failing that, the only one of
    the name; a name shared by several codes stays undecided for a name alone and goes to the oldest.
    """
    if credit_code is not None:
        known = work.customers.by_code(credit_code)
        if known is not None:
            return known
    of_name = work.customers.by_name(same_key(name))
    fitting = [each for each in of_name if each.credit_code is None or credit_code is None]
    return min(fitting, key=lambda each: (each.state is not CustomerState.PROTECTED, each.id), default=None)


def judge(work: Work, customer: Customer | None, asker: Account, *, but: int | None = None) -> Finding:
    """What the asker is told of the customer. `but`: a report to leave out of account (the one being mended)."""
    if customer is None:
        return FREE
    if customer.state is CustomerState.PROTECTED:
        if customer.agency_id is not None and customer.agency_id == asker.agency_id:
            return Finding(Answer.CLOSED, Why.OWN_HELD, _name(work, customer.contact_id), "", customer.protected_until)
        return Finding(Answer.CLOSED, Why.HELD)
    ahead = [report for report in work.customers.reports_of(customer.id, LIVE) if report.id != but]
    own = next((report for report in ahead if report.agency_id == asker.agency_id), None)
    if own is not None:
        return Finding(Answer.CLOSED, Why.OWN_PENDING, _name(work, own.contact_id), own.number)
    if any(report.in_line for report in ahead):
        return Finding(Answer.REVIEW, Why.QUEUE)
    return FREE


def check(work: Work, name: str, credit_code: str | None = None, *, but: int | None = None) -> Finding:
    """The check while the form is filled in; asked again at the commit. It is counted."""
    finding = judge(work, identify(work, name, credit_code), work.actor, but=but)
    work.events.record(CustomerChecked(account=work.actor.id, name=name, answer=finding.answer.value))
    return finding


def _name(work: Work, account_id: int | None) -> str:
    return work.people.account(account_id).name if account_id is not None else ""
