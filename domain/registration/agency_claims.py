"""这是我公司，申请核实: whoever registers a company that is registered already puts his case before its 主管经理
(docs/registration.md). He learns nothing of the agency; whether he is of it is found out outside. Found true, his chat is an
owner's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.approvals.records import Approval
from domain.approvals.requests import begin
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people import joining
from domain.people.records import AccountState, AccountType
from domain.registration import guarding, registering
from domain.registration.records import ClaimState


@dataclass(frozen=True, kw_only=True)
class ClaimAgency:
    """`name`: the company as he calls it."""

    credit_code: str
    name: str
    contact: str
    mobile: str
    mobile_shared: bool
    note: str | None = None


@dataclass
class ClaimedAlready(Refusal):
    """His case lies before somebody since today."""


@dataclass(frozen=True, kw_only=True)
class AgencyClaimMade(Event, subject="agency"):
    """By a chat that has no account with it."""

    agency: int
    claim: int


@dataclass(frozen=True, kw_only=True)
class AgencyClaimApproved(Event, subject="agency"):
    """It was found true: `account` is an owner of the agency from now on."""

    agency: int
    claim: int
    account: int


@dataclass(frozen=True, kw_only=True)
class AgencyClaimRejected(Event, subject="agency"):
    agency: int
    claim: int
    reason: str


def demand_open(work: Work, credit_code: str) -> None:
    """Before anything is asked. Raises `NotAllowed`, `NotFound` where no agency has that code, `ClaimedAlready`."""
    guarding.demand_passed(work)
    agency = registering.holder(work, credit_code)
    if agency is None:
        raise NotFound("agency")
    before = work.registrations.claim_of_chat(work.chat_id)
    if before is None or before.agency_id != agency.id:
        return
    if before.state is ClaimState.PENDING or before.made_at.astimezone(work.zone).date() == work.today:
        raise ClaimedAlready


def claim(work: Work, command: ClaimAgency) -> str:
    """Its number. Raises as `demand_open`."""
    demand_open(work, command.credit_code)
    agency = registering.holder(work, command.credit_code)
    if agency is None:
        raise NotFound("agency")
    if work.numbers.count(f"agency-claims:{work.today}:{work.chat_id}:{agency.id}") > 1:
        raise ClaimedAlready
    guarding.close(work)
    owner = work.people.add_account(
        name=command.contact, type=AccountType.OWNER, phone=command.mobile, agency_id=agency.id
    )
    work.people.keep_account(owner, replace(owner, state=AccountState.LEFT))
    made = work.registrations.add_claim(
        number=work.number("HS", 5),
        chat_id=work.chat_id,
        agency_id=agency.id,
        applicant_id=owner.id,
        name=command.name,
        contact=command.contact,
        mobile=command.mobile,
        mobile_shared=command.mobile_shared,
        note=command.note or "",
        now=work.now,
    )
    work.events.record(AgencyClaimMade(agency=agency.id, claim=made.id))
    begin(work, Kind.AGENCY_CLAIM, made.id, agency_id=agency.id, applicant_id=owner.id)
    return made.number


# --- what a decision means (registered by `registration.claim_request`) ----------------------------------------------------------


def demand_works(work: Work, approval: Approval) -> None:
    """Nobody joins an agency that has ended. Raises `AgencyClosed`."""
    joining.demand_open(work.people.agency(approval.agency_id))


def approved(work: Work, approval: Approval) -> None:
    mine = work.registrations.claim(approval.subject_id)
    work.registrations.close_claim(mine.id, ClaimState.APPROVED)
    work.people.bind(mine.applicant_id, mine.chat_id, AccountState.ACTIVE)
    work.events.record(AgencyClaimApproved(agency=mine.agency_id, claim=mine.id, account=mine.applicant_id))


def rejected(work: Work, approval: Approval, reason: str) -> None:
    mine = work.registrations.claim(approval.subject_id)
    work.registrations.close_claim(mine.id, ClaimState.REJECTED)
    work.events.record(AgencyClaimRejected(agency=mine.agency_id, claim=mine.id, reason=reason))
