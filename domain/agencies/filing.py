"""Correcting an agency's file (docs/agencies.md): how it is reached changes at once; another name or code goes through its
manager, then the head of its unit. What it was called before still finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.agencies.records import AgencyIdentity
from domain.approvals import paths
from domain.approvals.approvers import approvers_of
from domain.approvals.records import Approval
from domain.approvals.requests import begin_with
from domain.base import identifiers
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.naming import demand_name
from domain.base.rights import Action, Belongs, may
from domain.base.work import Work
from domain.customers.petitions import PetitionState
from domain.people.records import WITH_US, Account, Agency
from domain.registration.registering import TooManyCodes, holder

REACHED_BY = ("contact", "phone", "email", "address")
"""What changes at once."""


@dataclass(frozen=True, kw_only=True)
class CorrectAgency:
    """The file as it should be. An agency keeps its code where none is told. `note`: on what another name or code rests.
    `seen`: what stood in the file when it was begun to be corrected; what wasn't changed since then stays as it is by now."""

    agency: int
    name: str
    short_name: str | None = None
    credit_code: str | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    note: str | None = None
    seen: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class AgencyCorrected:
    """What became of it: `at_once` are the fields that changed already; `approvers` level by level, with the `number` and the
    `approval` of what waits for them, empty where nobody is asked."""

    agency: str
    at_once: tuple[str, ...] = ()
    approvers: tuple[tuple[str, ...], ...] = ()
    number: str = ""
    approval: int | None = None


@dataclass
class ChangeOpen(Refusal):
    """Another name or code of the agency is being decided already."""

    number: str


@dataclass
class CodeOfAnother(Refusal):
    """An agency of that code is there already; of which isn't told to whoever asks for it."""

    remembered = True


@dataclass
class CodeMeanwhileTaken(Refusal):
    """Told to whoever decides: somebody has the code by now, so that the change can only be rejected."""

    agency: str


@dataclass
class NotWithUs(Refusal):
    """Its file stays as it is: it isn't approved yet, or has ended."""

    agency: str


@dataclass(frozen=True, kw_only=True)
class AgencyFileCorrected(Event, subject="agency"):
    agency: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AgencyChangeAsked(Event, subject="agency"):
    agency: int
    change: int


@dataclass(frozen=True, kw_only=True)
class AgencyRenamed(Event, subject="agency"):
    """Name, short name or code are others from now on."""

    agency: int
    change: int
    name_before: str
    name_after: str
    code_before: str
    code_after: str


@dataclass(frozen=True, kw_only=True)
class AgencyChangeDismissed(Event, subject="agency"):
    agency: int
    change: int
    reason: str


def correct(work: Work, command: CorrectAgency) -> AgencyCorrected:
    """Raises `NotFound`, `NotWithUs`, `NotAName`, `ChangeOpen`, `CodeOfAnother`, `TooManyCodes`."""
    after = _identity(within(work, command.agency), command)
    if after.credit_code is not None:
        work.people.lock_agency_code(after.credit_code)
    work.people.lock_agency(command.agency)
    agency = within(work, command.agency)
    after = _identity(agency, command)
    if agency.state not in WITH_US:
        raise NotWithUs(agency.called)
    if not needs_approval(agency, after):
        return AgencyCorrected(agency.name, at_once=_reach(work, agency, command))
    if after.name != agency.name:
        demand_name(after.name)
    standing = work.agency_files.open_change(agency.id)
    if standing is not None:
        raise ChangeOpen(standing.number)
    _demand_free(work, agency, after)
    changed = _reach(work, agency, command)
    change = work.agency_files.add_change(
        number=work.number("ZL", 5),
        agency_id=agency.id,
        applicant_id=work.actor.id,
        before=AgencyIdentity.of(agency),
        after=after,
        note=command.note or "",
        now=work.now,
    )
    work.events.record(AgencyChangeAsked(agency=agency.id, change=change.id))
    first, *later = levels(work, agency)
    begin_with(
        work,
        Kind.AGENCY_CHANGE,
        change.id,
        first,
        agency_id=agency.id,
        applicant_id=work.actor.id,
        later=later,
    )
    asked = work.approvals.of_subject(Kind.AGENCY_CHANGE, change.id)
    if asked is None:
        raise NotFound("approval")
    names = tuple(tuple(work.people.account(each).name for each in step.approvers) for step in asked.steps)
    return AgencyCorrected(agency.name, changed, names, change.number, asked.id)


def within(work: Work, agency_id: int) -> Agency:
    """An agency whose file the actor keeps. Raises `NotFound`, also where it isn't his."""
    agency = work.people.agency(agency_id)
    if not may(work.actor, Action.KEEP_AGENCY_FILE, Belongs(frozenset(), agency.id, agency.unit_id)):
        raise NotFound("agency")
    return agency


def seen(agency: Agency) -> dict[str, str]:
    """What stands in the file."""
    return {each: getattr(agency, each) or "" for each in ("name", "short_name", "credit_code", *REACHED_BY)}


def needs_approval(agency: Agency, after: AgencyIdentity) -> bool:
    return after != AgencyIdentity.of(agency)


def wished(work: Work, agency_id: int, change_id: int) -> dict[str, str]:
    """What was asked for and refused, to be asked for anew. Raises `NotFound`."""
    change = work.agency_files.change(change_id)
    if change.agency_id != within(work, agency_id).id:
        raise NotFound("change")
    after = change.after
    told = {"name": after.name, "short_name": after.short_name, "credit_code": after.credit_code or ""}
    return {**told, "note": change.note}


def identity(agency: Agency, name: str, short_name: str | None, credit_code: str | None) -> AgencyIdentity:
    """What it would be known by."""
    return AgencyIdentity(name=name, short_name=short_name or "", credit_code=credit_code or agency.credit_code)


def outlived(agency: Agency, name: str, short_name: str) -> bool:
    """Whether the short name was made of the former name and doesn't come of the new one."""
    return (
        short_name == agency.short_name != ""
        and name != agency.name
        and _is_of(short_name, agency.name)
        and not _is_of(short_name, name)
    )


def _is_of(short_name: str, name: str) -> bool:
    """深圳南山电子 of 深圳市南山电子有限公司: its characters, in their order."""
    left = iter(name)
    return all(character in left for character in short_name)


def _identity(agency: Agency, command: CorrectAgency) -> AgencyIdentity:
    told = (_told(agency, command, each) for each in ("name", "short_name", "credit_code"))
    return identity(agency, *told)


def _told(agency: Agency, command: CorrectAgency, field: str) -> str:
    """What somebody else has changed meanwhile isn't changed back by whoever didn't touch it."""
    told, now = getattr(command, field) or "", getattr(agency, field) or ""
    stood = command.seen.get(field, now) if command.seen is not None else now
    return now if _plain(field, told) == _plain(field, stood) else told


def _plain(field: str, value: str) -> str:
    """A number that was kept in another form before is the same number."""
    return identifiers.plain_phone(value) if field == "phone" else value


def levels(work: Work, agency: Agency) -> list[Sequence[Account]]:
    """Its manager, then the head of its unit; without one the administrators."""
    unit = work.people.unit(agency.unit_id)
    return [approvers_of(work, agency.id), paths.standing(work, unit, paths.HEAD) or work.people.administrators()]


def _demand_free(work: Work, agency: Agency, after: AgencyIdentity) -> None:
    """Codes are public: whoever could try one after the other would learn who works with the vendor. Raises
    `TooManyCodes`, `CodeOfAnother`."""
    code = after.credit_code
    if code is None or code == agency.credit_code:
        return
    limit = work.policy.registration.codes_a_day
    if work.actor.agency_id is not None and work.numbers.count(f"agency-codes:{work.today}:{agency.id}") > limit:
        raise TooManyCodes(limit)
    if holder(work, code) is not None:
        raise CodeOfAnother


def _reach(work: Work, agency: Agency, command: CorrectAgency) -> tuple[str, ...]:
    """How it is reached, at once. Which fields changed."""
    after = replace(
        agency,
        contact=_told(agency, command, "contact"),
        phone=_told(agency, command, "phone"),
        email=_told(agency, command, "email"),
        address=_told(agency, command, "address"),
    )
    changed = tuple(name for name in REACHED_BY if getattr(after, name) != getattr(agency, name))
    if changed:
        work.people.keep_agency(after)
        work.events.record(AgencyFileCorrected(agency=agency.id, fields=changed))
    return changed


# --- what a decision means (registered by `agencies.change_request`) ------------------------------------------------


def hold(work: Work, approval: Approval) -> None:
    """The code, then the agency: before the request, as whoever ends the agency takes them."""
    change = work.agency_files.change(approval.subject_id)
    if change.after.credit_code is not None:
        work.people.lock_agency_code(change.after.credit_code)
    work.people.lock_agency(change.agency_id)


def demand_free(work: Work, approval: Approval) -> None:
    """Raises `CodeMeanwhileTaken`."""
    change = work.agency_files.change(approval.subject_id)
    found = holder(work, change.after.credit_code) if change.after.credit_code is not None else None
    if found is not None and found.id != change.agency_id:
        raise CodeMeanwhileTaken(found.called)


def approved(work: Work, approval: Approval) -> None:
    """It is called so from now on; what it was called stays with it."""
    change = work.agency_files.change(approval.subject_id)
    agency, after = work.people.agency(change.agency_id), change.after
    work.people.keep_agency(
        replace(
            agency,
            name=after.name,
            short_name=after.short_name,
            credit_code=after.credit_code,
            former_names=_former(agency, after),
        )
    )
    work.agency_files.close_change(change.id, PetitionState.ACCEPTED)
    work.events.record(
        AgencyRenamed(
            agency=agency.id,
            change=change.id,
            name_before=agency.name,
            name_after=after.name,
            code_before=agency.credit_code or "",
            code_after=after.credit_code or "",
        )
    )


def _former(agency: Agency, after: AgencyIdentity) -> tuple[str, ...]:
    known = dict.fromkeys((*agency.former_names, agency.name, agency.short_name))
    return tuple(each for each in known if each and each not in (after.name, after.short_name))


def dismissed(work: Work, approval: Approval, reason: str) -> None:
    change = work.agency_files.change(approval.subject_id)
    work.agency_files.close_change(change.id, PetitionState.DISMISSED)
    work.events.record(AgencyChangeDismissed(agency=change.agency_id, change=change.id, reason=reason))
