"""The two sides of a request: whoever asked, and whom it concerns there; the vendor's people who may look at it."""

from __future__ import annotations

from domain.approvals import acting
from domain.approvals.judging import barred
from domain.approvals.records import Approval, ApprovalState, Verb
from domain.approvals.request_kinds import KINDS, of
from domain.base.errors import NotFound
from domain.base.rights import Action, Belongs, may
from domain.base.work import Work
from domain.people.hearers import owners


def theirs(work: Work, approval: Approval) -> tuple[int, ...]:
    """Who hears of it on the agency's side: whoever asked, and whom it concerns; when they have left, the owners. Nobody of the
    agency hears what somebody asks who isn't of it yet."""
    if chat(work, approval) is not None:
        return ()
    asked = dict.fromkeys((approval.applicant_id, *KINDS[approval.kind].concerns(work, approval.subject_id)))
    here = tuple(each for each in asked if work.people.account(each).active)
    return here or owners(work, approval.agency_id)


def chat(work: Work, approval: Approval) -> int | None:
    """Where whoever asked is told who has no account yet; None: he has one."""
    found = KINDS[approval.kind].chat
    if found is None or work.people.account(approval.applicant_id).active:
        return None
    return found(work, approval.subject_id)


def is_theirs(work: Work, approval: Approval) -> bool:
    """Whether the actor is of the agency's side and may see it."""
    asked_in = chat(work, approval)
    if asked_in is not None or work.account is None:
        return work.chat_id != 0 and work.chat_id == asked_in
    concerned, actor = theirs(work, approval), work.actor
    mine = Belongs(frozenset(concerned), approval.agency_id)
    return actor.id in concerned or (actor.agency_id is not None and may(actor, Action.SEE_REQUESTS, mine))


def is_vendors(work: Work, approval: Approval) -> bool:
    """Whether the actor is of the vendor's side and may see it; whoever may never decide it has no say in it either."""
    if work.account is None or work.actor.agency_id is not None or work.actor.id in barred(work, approval):
        return False
    belongs = Belongs(frozenset(), approval.agency_id, work.people.agency(approval.agency_id).unit_id)
    return acting.asked(work, approval) or may(work.actor, Action.DECIDE, belongs)


def seen(work: Work, approval_id: int) -> Approval:
    """A request for either side. Raises `NotFound`."""
    found = work.approvals.get(approval_id)
    if not (is_theirs(work, found) or is_vendors(work, found)):
        raise NotFound("approval")
    return found


def talked_of(approval: Approval) -> bool:
    """What is answered has its own thread; what is decided takes no more words."""
    return approval.state is ApprovalState.PENDING and not of(approval).answered


def readers(work: Work, approval: Approval) -> tuple[int, ...]:
    """The vendor's people who were sent a copy of it."""
    copies = [each.to for each in work.approvals.record(approval.id) if each.verb is Verb.COPY]
    return tuple(dict.fromkeys(each for each in copies if each is not None))
