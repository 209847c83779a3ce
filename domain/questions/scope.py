"""Whose a question is, and who may read it: asked at the moment of the act (docs/questions.md)."""

from __future__ import annotations

from domain.approvals import acting
from domain.approvals.records import Approval
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, may
from domain.base.work import Work
from domain.customers.records import Customer
from domain.customers.scope import called
from domain.people.hearers import owners
from domain.threads.records import Thread, ThreadMatter


def belongs(work: Work, thread: Thread) -> Belongs:
    """Whoever asked, and in whose hands its customer is, as long as that is the same agency's."""
    agency = work.people.agency(thread.agency_id or 0)
    customer = _theirs(work, thread)
    accounts = {thread.asker_id}
    if customer is not None:
        accounts |= {*filter(None, (customer.contact_id,)), *work.engineers.of_customer(customer.id)}
    return Belongs(frozenset(accounts), agency.id, agency.unit_id)


def _theirs(work: Work, thread: Thread) -> Customer | None:
    customer = work.customers.get(thread.customer_id) if thread.customer_id is not None else None
    return customer if customer is not None and customer.agency_id == thread.agency_id else None


def visible(work: Work, thread_id: int, *, lock: bool = False) -> Thread:
    """A question, for the agency's side, for whoever was asked and those above him. Raises `NotFound`."""
    thread = work.threads.get(thread_id, lock=lock)
    if thread.matter is not ThreadMatter.QUESTION:
        raise NotFound("thread")
    if not may(work.actor, Action.SEE_QUESTIONS, belongs(work, thread)) and not acting.asked(
        work, newest(work, thread)
    ):
        raise NotFound("thread")
    return thread


def newest(work: Work, thread: Thread) -> Approval:
    """The request by which it was brought before somebody last."""
    approval = work.approvals.of_subject(Kind.QUESTION, thread.id)
    if approval is None:
        raise NotFound("approval")
    return approval


def may_ask_further(work: Work, thread: Thread) -> bool:
    return may(work.actor, Action.ASK_MANAGER, belongs(work, thread))


def titled(work: Work, thread: Thread) -> str:
    """Its customer's name as the reader may know it; of what is about no customer the agency's."""
    if thread.customer_id is not None:
        return called(work, thread.customer_id)
    return work.people.agency(thread.agency_id or 0).called


def hearers(work: Work, thread: Thread) -> tuple[int, ...]:
    """Who hears of an answer: whoever asked, and who has the customer in his hands; where neither is there, the owners.
    Never whoever acts."""
    customer = _theirs(work, thread)
    theirs = (thread.asker_id, customer.contact_id if customer is not None else None)
    there = [each for each in dict.fromkeys(theirs) if each is not None and work.people.account(each).active]
    found = there or owners(work, thread.agency_id or 0)
    return tuple(each for each in found if each != work.actor.id)
