"""What screens ask about registrations: the applicant about his own, the vendor's people about those in their unit."""

from __future__ import annotations

from dataclasses import dataclass

from domain.approvals import acting, briefs
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, Decision
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.namesakes import Namesake, namesakes
from domain.registration import registering
from domain.registration.records import AgencyClaim, ClaimState, Registration, RegistrationState


@dataclass(frozen=True, slots=True)
class OwnRegistration:
    """A registration as its applicant sees it."""

    registration: Registration
    approvers: tuple[str, ...]
    decided: Signature
    """Who decided last."""
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class RegistrationView:
    """As its approvers see it. `unit` covers the province; `namesakes` are agencies that are or were called so, or by a name
    that can pass for it."""

    registration: Registration
    approval: Approval
    unit: str
    decisions: tuple[tuple[Decision, Signature], ...]
    namesakes: tuple[Namesake, ...]
    rivals: tuple[Registration, ...]
    """Others of the same code that aren't decided."""
    overtaken_by: str
    """The number of the one that was approved instead; empty where none was."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as its approvers see it. `chat`: what the chat calls whoever makes it."""

    claim: AgencyClaim
    approval: Approval
    agency: str
    chat: str
    decisions: tuple[tuple[Decision, Signature], ...]


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """`reason`: why it was rejected, empty before."""

    claim: AgencyClaim
    reason: str = ""


def claim_of_approval(work: Work, approval_id: int) -> ClaimView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = briefs.approval(work, approval_id)
    if approval.kind is not Kind.AGENCY_CLAIM:
        raise NotFound("claim")
    claim = work.registrations.claim(approval.subject_id)
    who, username = work.people.called_in_chat(claim.chat_id)
    chat = f"{who} @{username}" if username else who
    return ClaimView(claim, approval, work.people.agency(claim.agency_id).called, chat, acting.signed(work, approval))


def claim(work: Work) -> OwnClaim | None:
    """The newest claim of this chat."""
    mine = work.registrations.claim_of_chat(work.chat_id)
    if mine is None or mine.state is not ClaimState.REJECTED:
        return OwnClaim(mine) if mine is not None else None
    approval = work.approvals.of_subject(Kind.AGENCY_CLAIM, mine.id)
    decisions = work.approvals.decisions(approval.id) if approval is not None else ()
    return OwnClaim(mine, decisions[-1].reason if decisions else "")


def standing(work: Work) -> OwnRegistration | None:
    """The newest registration of this chat."""
    found = work.registrations.of_chat(work.chat_id)
    if found is None:
        return None
    approval = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, found.id)
    decided = acting.last_signature(work, Kind.AGENCY_REGISTRATION, found.id)
    return OwnRegistration(found, acting.names(work, approval) if approval is not None else (), decided, approval)


def of_approval(work: Work, approval_id: int) -> RegistrationView:
    """Raises `NotFound`, also when it is out of the reader's reach."""
    approval = briefs.approval(work, approval_id)
    if approval.kind is not Kind.AGENCY_REGISTRATION:
        raise NotFound("registration")
    registration = work.registrations.get(approval.subject_id)
    agency = work.people.agency(registration.agency_id)
    rivals = registering.rivals(work, registration)
    besides = {agency.id, *(each.agency_id for each in rivals)}
    return RegistrationView(
        registration=registration,
        approval=approval,
        unit=work.people.unit(agency.unit_id).name,
        decisions=acting.signed(work, approval),
        namesakes=namesakes(work, registration.company.name, besides),
        rivals=tuple(rivals),
        overtaken_by=_overtaken_by(work, registration),
    )


def _overtaken_by(work: Work, registration: Registration) -> str:
    if registration.state is not RegistrationState.CLOSED:
        return ""
    holder = registering.holder(work, registration.company.credit_code)
    other = work.registrations.of_agency(holder.id) if holder is not None else None
    return other.number if other is not None else ""
