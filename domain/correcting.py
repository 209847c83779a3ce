"""Correcting a customer's data (更正), and other names for it (domain.md, section 5).

Another name or code goes through the conflict check and approval again; everything else changes at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain import conflict
from domain.approvals import Approval, Kind
from domain.conflict import Answer
from domain.customers import Customer, Profile
from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.names import same_key
from domain.petitions import PetitionState
from domain.releasing import HolderChanged
from domain.reporting import NotOpen
from domain.requests import begin
from domain.rights import Action, Belongs, demand, may
from domain.work import Work


@dataclass(frozen=True, kw_only=True)
class CorrectCustomer:
    """The command behind the form 更正资料."""

    customer: int
    profile: Profile


@dataclass(frozen=True, kw_only=True)
class AddAlias:
    """A short, former or English name under which the customer is known, too."""

    customer: int
    name: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """`approvers` are empty when everything changed at once."""

    approvers: tuple[str, ...]


@dataclass
class CorrectionOpen(Refusal):
    """A correction of this customer is being decided already."""


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


def correct(work: Work, command: CorrectCustomer) -> Corrected:
    """Raises `NotAllowed`, `NotFound`, `NotOpen`, `CorrectionOpen`."""
    customer = _mine(work, command.customer)
    before, after = customer.profile, command.profile
    if before is None:
        raise NotFound("customer")
    if not _needs_approval(customer, after):
        _apply(work, customer, after)
        return Corrected(())
    _check(work, customer, after)
    if work.petitions.open_correction(customer.id) is not None:
        raise CorrectionOpen
    agency_id = customer.agency_id or 0
    correction = work.petitions.add_correction(
        customer_id=customer.id, applicant_id=work.actor.id, agency_id=agency_id, profile=after, now=work.now
    )
    work.events.record(CorrectionAsked(customer=customer.id, correction=correction.id))
    return Corrected(begin(work, Kind.DATA_CHANGE, correction.id, agency_id=agency_id, applicant_id=work.actor.id))


def _needs_approval(customer: Customer, after: Profile) -> bool:
    return same_key(after.name) != customer.same_key or after.credit_code != customer.credit_code


def _check(work: Work, customer: Customer, after: Profile) -> None:
    """Another customer of that name or code: not this way. Raises `NotOpen`."""
    work.customers.lock_identity(same_key(after.name), after.credit_code)
    known, finding = conflict.found(work, after.name, after.credit_code, besides=customer.id)
    if known is not None:
        raise NotOpen(
            finding if finding.answer is Answer.CLOSED else conflict.Finding(Answer.CLOSED, conflict.Why.HELD)
        )


def hold(work: Work, approval: Approval) -> None:
    """Its future name and code, then the customer."""
    correction = work.petitions.correction(approval.subject_id)
    work.customers.lock_identity(same_key(correction.profile.name), correction.profile.credit_code)
    work.customers.lock(correction.customer_id)


def demand_approvable(work: Work, approval: Approval) -> None:
    """Still its applicant's, and still free: somebody may have reported that name meanwhile. Raises `HolderChanged`,
    `NotOpen`."""
    correction = work.petitions.correction(approval.subject_id)
    customer = work.customers.get(correction.customer_id)
    if customer.agency_id != correction.agency_id:
        raise HolderChanged(customer.name)
    _check(work, customer, correction.profile)


def approved(work: Work, approval: Approval) -> None:
    correction = work.petitions.correction(approval.subject_id)
    customer = work.customers.get(correction.customer_id)
    _apply(work, customer, correction.profile)
    work.petitions.settle_correction(correction.id, PetitionState.ACCEPTED)


def dismissed(work: Work, approval: Approval, reason: str) -> None:
    correction = work.petitions.correction(approval.subject_id)
    work.petitions.settle_correction(correction.id, PetitionState.DISMISSED)
    work.events.record(CorrectionDismissed(customer=correction.customer_id, correction=correction.id, reason=reason))


def sent_back(work: Work, approval: Approval, reason: str, fields: tuple[str, ...]) -> None:
    """Dismissed with what to mend: the applicant corrects anew."""
    dismissed(work, approval, reason)


def add_alias(work: Work, command: AddAlias) -> Customer:
    """Raises `NotAllowed`, `NotFound`."""
    customer = work.customers.get(command.customer)
    demand(work.actor, Action.NAME_ALIASES, _belongs(work, customer))
    name = command.name.strip()
    if name and name not in work.names.aliases(customer.id):
        work.names.add(customer.id, name, alias=True)
        work.events.record(AliasAdded(customer=customer.id, name=name))
    return customer


def _apply(work: Work, customer: Customer, after: Profile) -> None:
    before = customer.profile
    names = ("name", "credit_code", "region", "domain", "volume", "mcus", "buyer", "factory", "background")
    changed = tuple(each for each in names if before is None or getattr(before, each) != getattr(after, each))
    if not changed:
        return
    work.customers.correct(customer.id, after, same_key(after.name))
    if after.name != customer.name:
        work.names.rename(customer.id, after.name)
    work.events.record(
        CustomerCorrected(customer=customer.id, fields=changed, name_before=customer.name, name_after=after.name)
    )


def _mine(work: Work, customer_id: int) -> Customer:
    """A customer that the actor may correct; else as if it weren't there."""
    customer = work.customers.get(customer_id)
    if not may(work.actor, Action.CORRECT_CUSTOMER, _belongs(work, customer)):
        raise NotFound("customer")
    return customer


def _belongs(work: Work, customer: Customer) -> Belongs:
    agency = work.people.agency(customer.agency_id) if customer.agency_id is not None else None
    contact = frozenset({customer.contact_id}) if customer.contact_id is not None else frozenset()
    return Belongs(contact, agency.id if agency else None, agency.unit_id if agency else None)
