"""Correcting a customer's data (更正), and other names for it (docs/customers.md).

Another name or code goes through the conflict check and approval again; everything else changes at once.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime

from domain.approvals.records import Approval
from domain.approvals.requests import begin
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.naming import demand_name
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.base.written import Written
from domain.customers import identity
from domain.customers.merged_customers import CustomersMerged
from domain.customers.petitions import Correction, PetitionState
from domain.customers.records import LIVE, Customer, CustomerState, Profile
from domain.names import same_key
from domain.protection.releasing import HolderChanged
from domain.reports import conflict, merging
from domain.reports.conflict import CheckReason
from domain.reports.reporting import NotOpen


@dataclass(frozen=True, kw_only=True)
class CorrectCustomer:
    """The command behind the form 更正资料. `evidence` goes before whoever approves another name or code; what changes at once
    needs none."""

    customer: int
    profile: Profile
    evidence: Written | None = None


@dataclass(frozen=True, kw_only=True)
class AddAlias:
    """A short, former or English name under which the customer is known, too."""

    customer: int
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionResult:
    """`approvers` and `number` are empty when everything changed at once, or (not `changed`) nothing did."""

    approvers: tuple[str, ...]
    number: str
    changed: bool = True


@dataclass
class CorrectionOpen(Refusal):
    """A correction of this customer is being decided already."""

    number: str


@dataclass
class NameWanted(Refusal):
    """Somebody has or wants a customer of that name or code by now; said to whoever decides."""

    name: str


@dataclass
class NameOfAnother(Refusal):
    """A customer can't be known by what another one is called: a report of that name would mean both."""

    name: str


@dataclass(frozen=True, kw_only=True)
class CustomerCorrected(Event, subject="customer"):
    """`before` and `after` hold the fields that changed."""

    customer: int
    fields: tuple[str, ...]
    name_before: str
    name_after: str


@dataclass(frozen=True, kw_only=True)
class CorrectionAsked(Event, subject="customer"):
    customer: int
    correction: int


@dataclass(frozen=True, kw_only=True)
class CorrectionDismissed(Event, subject="customer"):
    customer: int
    correction: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class AliasAdded(Event, subject="customer"):
    customer: int
    name: str


def correct(work: Work, command: CorrectCustomer) -> CorrectionResult:
    """Raises `NotFound`, `NotAName`, `NotOpen`, `QuotaUsed`, `CorrectionOpen`."""
    after = command.profile
    work.customers.lock_identity(same_key(after.name), after.credit_code)
    customer = _mine(work, command.customer)
    before = known(customer)
    if after.name != before.name:
        demand_name(after.name)
    if not needs_approval(customer, after.name, after.credit_code):
        return CorrectionResult((), "", changed=_apply(work, customer, after))
    standing = work.petitions.open_correction(customer.id)
    if standing is not None:
        raise CorrectionOpen(standing.number)
    _check(work, customer, after)
    _apply(work, customer, replace(after, name=before.name, credit_code=before.credit_code))
    agency_id = customer.agency_id or 0
    correction = work.petitions.add_correction(
        number=work.number("GZ", 5),
        customer_id=customer.id,
        applicant_id=work.actor.id,
        agency_id=agency_id,
        profile=after,
        now=work.now,
        evidence=command.evidence,
    )
    work.events.record(CorrectionAsked(customer=customer.id, correction=correction.id))
    approvers = begin(work, Kind.DATA_CHANGE, correction.id, agency_id=agency_id, applicant_id=work.actor.id)
    return CorrectionResult(approvers, correction.number)


def known(customer: Customer) -> Profile:
    """What stands of a customer now: its name and code may be newer than its profile. Raises `NotFound`."""
    if customer.profile is None:
        raise NotFound("customer")
    return replace(customer.profile, name=customer.name, credit_code=customer.credit_code)


def needs_approval(customer: Customer, name: str, credit_code: str | None) -> bool:
    return same_key(name) != customer.same_key or credit_code != customer.credit_code


def _check(work: Work, customer: Customer, after: Profile) -> None:
    """A question like every other: it counts, and managers see what was refused. Raises `NotOpen`, `QuotaUsed`."""
    finding = conflict.check(work, after.name, after.credit_code, besides=customer.id)
    if finding.why is not CheckReason.FREE:
        raise NotOpen(finding, remembered=True)


def hold(work: Work, approval: Approval) -> None:
    """Its future name and code, then all customers that are known by them, and itself."""
    correction = work.petitions.correction(approval.subject_id)
    after = correction.profile
    work.customers.lock_identity(same_key(after.name), after.credit_code)
    for each in sorted({correction.customer_id, *(each.id for each in _bearers(work, correction))}):
        work.customers.lock(each)


def demand_approvable(work: Work, approval: Approval) -> None:
    """Still its applicant's, and nobody's who was there before: whoever reported that name while the answer was awaited
    came later, and is refused with the approval. Raises `HolderChanged`, `NameWanted`."""
    correction = work.petitions.correction(approval.subject_id)
    customer = work.customers.get(correction.customer_id)
    if customer.agency_id != correction.agency_id:
        raise HolderChanged(customer.name)
    if any(_is_wanted(work, each, correction.created_at) for each in _bearers(work, correction)):
        raise NameWanted(correction.profile.name)


def _bearers(work: Work, correction: Correction) -> list[Customer]:
    """The other customers that are known by the name or code."""
    after = correction.profile
    return [each for each in identity.same(work, after.name, after.credit_code) if each.id != correction.customer_id]


def _is_wanted(work: Work, customer: Customer, asked_at: datetime) -> bool:
    """Whether somebody has it, waited for it at that time, or could claim it."""
    direct = work.directs.among((customer.id,))
    free = customer.state is CustomerState.OPEN and not customer.reserved(work.now) and not direct
    return not free or any(each.submitted_at <= asked_at for each in work.customers.reports_of(customer.id, LIVE))


def approved(work: Work, approval: Approval) -> None:
    """Name and code, and nothing else. Whom nobody wants of that name or code turns out to be this customer."""
    correction = work.petitions.correction(approval.subject_id)
    asked, asked_of = correction.profile, work.customers.get(correction.customer_id)
    for each in _bearers(work, correction):
        merging.join(work, each.id, asked_of.id)
        work.events.record(CustomersMerged(customer=asked_of.id, gone=each.id, gone_name=each.name, lost_by=None))
    customer = work.customers.get(asked_of.id)
    none_before = asked_of.profile is None or asked_of.profile.credit_code is None
    code = customer.credit_code if asked.credit_code is None and none_before else asked.credit_code
    _apply(work, customer, replace(known(customer), name=asked.name, credit_code=code))
    work.petitions.close(Kind.DATA_CHANGE, correction.id, PetitionState.ACCEPTED)


def dismissed(work: Work, approval: Approval, reason: str) -> None:
    correction = work.petitions.correction(approval.subject_id)
    work.petitions.close(Kind.DATA_CHANGE, correction.id, PetitionState.DISMISSED)
    work.events.record(CorrectionDismissed(customer=correction.customer_id, correction=correction.id, reason=reason))


def sent_back(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    """Dismissed with what to mend: the applicant corrects anew."""
    dismissed(work, approval, reason)


def add_alias(work: Work, command: AddAlias) -> Customer:
    """Raises `NotAllowed`, `NotFound`, `NotAName`, `NameOfAnother`."""
    customer = work.customers.get(command.customer)
    demand(work.actor, Action.NAME_ALIASES, _belongs(work, customer))
    name = command.name.strip()
    demand_name(name)
    if name and name not in work.names.aliases(customer.id):
        work.customers.lock_identity(same_key(name), None)
        if any(each.id != customer.id for each in identity.same(work, name, None)):
            raise NameOfAnother(name)
        work.names.add(customer.id, name, alias=True)
        work.events.record(AliasAdded(customer=customer.id, name=name))
    return customer


def _apply(work: Work, customer: Customer, after: Profile) -> bool:
    """Whether anything changed."""
    before = known(customer)
    changed = tuple(each.name for each in fields(Profile) if getattr(before, each.name) != getattr(after, each.name))
    if not changed:
        return False
    work.customers.correct(customer.id, after, same_key(after.name))
    if after.name != customer.name:
        work.names.rename(customer.id, after.name)
    work.events.record(
        CustomerCorrected(customer=customer.id, fields=changed, name_before=customer.name, name_after=after.name)
    )
    return True


def _mine(work: Work, customer_id: int) -> Customer:
    """A customer that the actor may correct, locked; else as if it weren't there."""
    customer = work.customers.lock(customer_id)
    if not may(work.actor, Action.CORRECT_CUSTOMER, _belongs(work, customer)):
        raise NotFound("customer")
    return customer


def _belongs(work: Work, customer: Customer) -> Belongs:
    agency = work.people.agency(customer.agency_id) if customer.agency_id is not None else None
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return Belongs(contact, agency.id if agency else None, agency.unit_id if agency else None)
