"""Look-alikes of a customer's name: for which of them a salesperson is asked, and what an approver sees.

What is certain is decided by rule (`conflict`), what is doubtful is put before a person: never refused by machine
(docs/customers.md, docs/names.md).
"""

from __future__ import annotations

from dataclasses import replace

from domain.base.work import Work
from domain.customers.identity import told_apart
from domain.customers.lookalikes import Hit, Lookalike
from domain.customers.records import LIVE, Customer, CustomerState, ReportState
from domain.names import Verdict

SHOWN = 3
"""Weak look-alikes on an approver's card at most; the strong ones come first and are all shown up to twice that."""


def others(work: Work, name: str, known: Customer | None) -> list[Hit]:
    """Look-alikes of a name that are not the customer itself."""
    found = work.names.similar(name)
    return [hit for hit in found if known is None or hit.customer != known.id]


def asked(work: Work, name: str, credit_code: str | None, known: Customer | None) -> list[Customer]:
    """The customers for which a salesperson is asked what tells them apart: strong look-alikes that somebody holds,
    waits for or could claim, and whose credit code doesn't tell them apart already."""
    doubtful = [hit for hit in others(work, name, known) if hit.verdict in (Verdict.STRONG, Verdict.SAME)]
    customers = [work.customers.get(hit.customer) for hit in doubtful]
    return [each for each in customers if not told_apart(each, credit_code) and _is_claimed(work, each)]


def _is_claimed(work: Work, customer: Customer) -> bool:
    """Whether somebody holds it, waits for it, it lies in the pool, or is the vendor's own: else there is nobody to get in the way of."""
    if customer.state is not CustomerState.OPEN or work.directs.among((customer.id,)):
        return True
    return bool(work.customers.reports_of(customer.id, LIVE))


def evidence(work: Work, name: str, known: Customer) -> tuple[Lookalike, ...]:
    """Side by side for the approver, strong ones first: pool and rejected ones included."""
    hits = [hit for hit in others(work, name, known) if hit.verdict is not Verdict.DIFFERENT]
    strong = [hit for hit in hits if hit.verdict is not Verdict.WEAK][: 2 * SHOWN]
    weak = [hit for hit in hits if hit.verdict is Verdict.WEAK][: max(0, SHOWN - len(strong))]
    return tuple(standing(work, hit) for hit in (*strong, *weak))


def standing(work: Work, hit: Hit) -> Lookalike:
    """How it stands with the customer of a hit."""
    customer = work.customers.get(hit.customer)
    strong = hit.verdict is not Verdict.WEAK
    like = Lookalike(hit.customer, hit.name, hit.score, hit.reasons, strong, "open")
    if work.directs.among((customer.id,)):
        return replace(like, state="direct")
    if customer.state is CustomerState.PROTECTED and customer.agency_id is not None:
        person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
        agency = work.people.agency(customer.agency_id).called
        return replace(like, state="protected", agency=agency, person=person, until=customer.protected_until)
    if customer.state is CustomerState.POOL:
        entry = work.pool.entry(customer.id)
        return replace(like, state="pool", at=entry.released_at if entry is not None else None)
    line = work.customers.reports_of(customer.id, LIVE)
    if line:
        agency = work.people.agency(line[0].agency_id).called
        person = work.people.account(line[0].contact_id).name
        return replace(like, state="pending", agency=agency, person=person, at=line[0].submitted_at)
    over = work.customers.reports_of(customer.id, frozenset(ReportState) - LIVE)
    decided = [each.decided_at for each in over if each.decided_at is not None]
    return replace(like, state="rejected", at=max(decided)) if decided else like
