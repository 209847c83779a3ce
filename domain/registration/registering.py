"""Agency registration (代理商注册): submitted by a stranger, decided by the managers of the unit that covers the province
(docs/registration.md). The first valid decision wins; whoever approves looks after the agency from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.approvals.deciding import already
from domain.approvals.mending import changes
from domain.approvals.records import Approval, ApprovalState, Decision, Verb
from domain.approvals.requests import begin_with, came_back, lapse
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.naming import demand_name
from domain.base.work import Work
from domain.people import coverage, heads
from domain.people.records import Account, AccountState, AccountType, Agency, AgencyState
from domain.registration import guarding
from domain.registration.records import OPEN, Company, Registration, RegistrationState


@dataclass(frozen=True, kw_only=True)
class RegisterAgency:
    """The command behind the form. `registration`: a returned one that is brought back; `reply` is a line to whoever
    returned it."""

    company: Company
    registration: int | None = None
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class WithdrawRegistration:
    registration: int


@dataclass(frozen=True, slots=True)
class Registered:
    number: str
    approvers: tuple[str, ...]


@dataclass
class AgencyKnown(Refusal):
    """An agency with this credit code is registered. Nothing else of it is told, and only to whoever submits a whole form."""

    remembered = True


@dataclass
class TooManyCodes(Refusal):
    """This chat has asked for so many codes today."""

    limit: int


@dataclass
class CodeTaken(Refusal):
    """An agency has the code by now: the registration can only be rejected."""

    agency: str


@dataclass(frozen=True, kw_only=True)
class RegistrationSubmitted(Event, subject="agency"):
    agency: int
    registration: int
    again: bool


@dataclass(frozen=True, kw_only=True)
class RegistrationApproved(Event, subject="agency"):
    agency: int
    registration: int
    manager: int


@dataclass(frozen=True, kw_only=True)
class RegistrationRejected(Event, subject="agency"):
    agency: int
    registration: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RegistrationReturned(Event, subject="agency"):
    agency: int
    registration: int
    reason: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RegistrationClosed(Event, subject="agency"):
    """The other one of this code was approved."""

    agency: int
    registration: int
    approved: int


@dataclass(frozen=True, kw_only=True)
class RegistrationWithdrawn(Event, subject="agency"):
    agency: int
    registration: int


def holder(work: Work, credit_code: str) -> Agency | None:
    """The agency that has the code: active, suspended or ended. One that is only being registered keeps nobody away, for
    the first who files need not be the company."""
    found = work.people.agency_by_code(credit_code)
    return found if found is not None and found.state is not AgencyState.PENDING else None


def known(work: Work, credit_code: str) -> bool:
    return holder(work, credit_code) is not None


def rivals(work: Work, mine: Registration) -> Sequence[Registration]:
    """Others of the same code that aren't decided."""
    return [each for each in work.registrations.open_with_code(mine.company.credit_code) if each.id != mine.id]


def register(work: Work, command: RegisterAgency) -> Registered:
    """Raises `NotAName`, `AgencyKnown`, `TooManyCodes`, `RegistrationOpen`, `NotAllowed` (the door wasn't passed), `NotFound`."""
    if command.registration is not None:
        return _bring_back(work, command.registration, command.company, command.reply)
    guarding.demand_passed(work)
    standing = work.registrations.of_chat(work.chat_id)
    if standing is not None and standing.state in OPEN:
        raise guarding.RegistrationOpen(standing.number)
    company = command.company
    demand_name(company.name)
    work.people.lock_agency_code(company.credit_code)
    _demand_free(work, company.credit_code)
    agency = work.people.add_agency(
        name=company.name,
        unit_id=coverage.covering(work, company.province).id,
        manager_id=None,
        state=AgencyState.PENDING,
        province=company.province,
        city=company.city,
    )
    owner = work.people.add_account(
        name=company.contact,
        type=AccountType.OWNER,
        email=company.email,
        phone=company.mobile or company.phone or "",
        agency_id=agency.id,
    )
    registration = work.registrations.add(
        number=work.number("ZC", 5),
        chat_id=work.chat_id,
        agency_id=agency.id,
        applicant_id=owner.id,
        company=company,
        now=work.now,
    )
    guarding.close(work)
    return _ask(work, registration, again=False)


def _demand_free(work: Work, credit_code: str) -> None:
    """Codes are public: whoever could try one after the other would learn who is a customer of ours. Raises `AgencyKnown`,
    `TooManyCodes`."""
    limit = work.policy.registration.codes_a_day
    if work.numbers.count(f"codes-tried:{work.today}:{work.chat_id}") > limit:
        raise TooManyCodes(limit)
    if known(work, credit_code):
        raise AgencyKnown


def _bring_back(work: Work, registration_id: int, company: Company, reply: str) -> Registered:
    demand_name(company.name)
    standing = _own(work, registration_id, (RegistrationState.RETURNED,))
    for code in sorted({standing.company.credit_code, company.credit_code}):
        work.people.lock_agency_code(code)
    mine = _own(work, registration_id, (RegistrationState.RETURNED,))  # not closed while the lock was waited for
    if company.credit_code != mine.company.credit_code:
        _demand_free(work, company.credit_code)
    elif known(work, company.credit_code):
        raise AgencyKnown
    agency, owner = work.people.agency(mine.agency_id), work.people.account(mine.applicant_id)
    work.people.keep_agency(
        replace(
            agency,
            name=company.name,
            unit_id=coverage.covering(work, company.province).id,
            credit_code=None,
            province=company.province,
            city=company.city,
        )
    )
    phone = company.mobile or company.phone or ""
    work.people.keep_account(owner, replace(owner, name=company.contact, email=company.email, phone=phone))
    work.registrations.mend(mine.id, company, work.now)
    returned = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, mine.id)
    if returned is not None:
        came_back(work, returned, changes(mine.company, company), reply)
    return _ask(work, work.registrations.get(mine.id), again=True)


def _ask(work: Work, registration: Registration, *, again: bool) -> Registered:
    agency = work.people.agency(registration.agency_id)
    work.events.record(RegistrationSubmitted(agency=agency.id, registration=registration.id, again=again))
    names = begin_with(
        work,
        Kind.AGENCY_REGISTRATION,
        registration.id,
        approvers(work, agency.unit_id),
        agency_id=agency.id,
        applicant_id=registration.applicant_id,
    )
    return Registered(registration.number, names)


def withdraw(work: Work, command: WithdrawRegistration) -> Registration:
    """撤回, while nobody has decided. Raises `NotFound`."""
    work.people.lock_agency_code(_own(work, command.registration, OPEN).company.credit_code)
    mine = _own(work, command.registration, OPEN)
    approval = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, mine.id)
    if approval is not None:
        work.approvals.change(approval, state=ApprovalState.WITHDRAWN, level=approval.level)
        decision = Decision(verb=Verb.WITHDRAW, by=mine.applicant_id, at=work.now, level=approval.level)
        work.approvals.note(approval.id, decision)
    _close(work, mine, RegistrationState.WITHDRAWN)
    work.events.record(RegistrationWithdrawn(agency=mine.agency_id, registration=mine.id))
    return work.registrations.get(mine.id)


def _own(work: Work, registration_id: int, states: Sequence[RegistrationState]) -> Registration:
    """Raises `NotFound`; of one's own that was decided meanwhile `AlreadyDecided`, and `AgencyKnown` where another was approved
    in its place."""
    mine = work.registrations.get(registration_id)
    if mine.chat_id != work.chat_id:
        raise NotFound("registration")
    if mine.state in states:
        return mine
    approval = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, mine.id)
    if mine.state is RegistrationState.CLOSED:
        raise AgencyKnown
    raise NotFound("registration") if approval is None else already(work, approval)


def to_mend(work: Work, registration_id: int) -> Registration:
    """One's own that was returned. Raises as `_own`."""
    return _own(work, registration_id, (RegistrationState.RETURNED,))


def approvers(work: Work, unit_id: int) -> Sequence[Account]:
    """All managers of the unit; where it has none, the administrators."""
    return [each for each in work.people.managers_of_unit(unit_id) if each.active] or work.people.administrators()


# --- what a decision means (registered by `registration.request`) ------------------------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The code is locked before the request is: of several registrations of a company one is approved."""
    work.people.lock_agency_code(work.registrations.get(approval.subject_id).company.credit_code)


def demand_free(work: Work, approval: Approval) -> None:
    """Raises `CodeTaken`."""
    taken = holder(work, work.registrations.get(approval.subject_id).company.credit_code)
    if taken is not None:
        raise CodeTaken(taken.called)


def approved(work: Work, approval: Approval) -> None:
    """The agency works from now on; the chat that applied is its owner's. Others of its code are over."""
    mine = work.registrations.get(approval.subject_id)
    for each in rivals(work, mine):
        lapse(work, Kind.AGENCY_REGISTRATION, each.id)
        _close(work, each, RegistrationState.CLOSED)
        work.events.record(RegistrationClosed(agency=each.agency_id, registration=each.id, approved=mine.id))
    agency = work.people.agency(mine.agency_id)
    head = heads.head(work, work.people.unit(agency.unit_id))
    decider = work.actor
    manager = decider.id if decider.unit_id == agency.unit_id or head is None else head.id
    company = mine.company
    work.people.keep_agency(
        replace(
            agency,
            state=AgencyState.ACTIVE,
            manager_id=manager,
            credit_code=company.credit_code,
            contact=company.contact,
            phone=company.mobile or company.phone or "",
            email=company.email,
            address=company.address,
        )
    )
    work.people.bind(mine.applicant_id, mine.chat_id, AccountState.ACTIVE)
    work.registrations.set_state(mine.id, RegistrationState.APPROVED)
    work.events.record(RegistrationApproved(agency=agency.id, registration=mine.id, manager=manager))


def rejected(work: Work, approval: Approval, reason: str) -> None:
    mine = work.registrations.get(approval.subject_id)
    _close(work, mine, RegistrationState.REJECTED, reason)
    work.events.record(RegistrationRejected(agency=mine.agency_id, registration=mine.id, reason=reason))


def returned(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    mine = work.registrations.get(approval.subject_id)
    work.registrations.set_state(mine.id, RegistrationState.RETURNED, reason=reason, fields=fields)
    work.events.record(RegistrationReturned(agency=mine.agency_id, registration=mine.id, reason=reason, fields=fields))


def _close(work: Work, mine: Registration, state: RegistrationState, reason: str = "") -> None:
    """It never became an agency."""
    agency, owner = work.people.agency(mine.agency_id), work.people.account(mine.applicant_id)
    work.people.keep_agency(replace(agency, state=AgencyState.REJECTED, credit_code=None))
    work.people.keep_account(owner, replace(owner, state=AccountState.LEFT))
    work.registrations.set_state(mine.id, state, reason=reason)
