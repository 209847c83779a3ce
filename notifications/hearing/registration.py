"""Who hears of a registration: whoever applied, in the chat that has no account yet, or that just became the owner's."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, Wording, say
from dialogs.registration.claim_agency import claiming
from dialogs.registration.registering import again, mended
from dialogs.shared.words import HOME, opens, signed
from domain.approvals import acting
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.hearers import owners
from domain.registration import agency_claims, registering
from domain.registration.records import Registration
from notifications.hearing.pushes import Mail, Note, Push, Refresh, hears


@hears(registering.RegistrationApproved)
def _approved(work: Work, event: registering.RegistrationApproved) -> Iterable[Push]:
    found = work.registrations.get(event.registration)
    lines: tuple[Wording, ...] = (
        say("notice-registered", number=found.number),
        say("strong", text=found.company.name),
        say("notice-registered-next", manager=work.people.account(event.manager).name),
    )
    invite = opens(say("invite-key"), "invite_person", agency=event.agency)
    yield Note(Screen(lines, ((invite, HOME),)), account=found.applicant_id)
    yield _mail(found, lines)


@hears(registering.RegistrationRejected)
def _rejected(work: Work, event: registering.RegistrationRejected) -> Iterable[Push]:
    found = work.registrations.get(event.registration)
    lines: tuple[Wording, ...] = (
        say("registration-rejected", number=found.number),
        say("strong", text=found.company.name),
        say("notice-by-reason", by=_by(work, found), reason=event.reason),
    )
    yield Note(Screen(lines, ((again(found),), (HOME,))), chat=found.chat_id)
    yield _mail(found, lines)
    yield from _rivals(work, found)


@hears(registering.RegistrationSubmitted)
def _submitted(work: Work, event: registering.RegistrationSubmitted) -> Iterable[Push]:
    yield from _rivals(work, work.registrations.get(event.registration))


@hears(registering.RegistrationClosed)
def _closed(work: Work, event: registering.RegistrationClosed) -> Iterable[Push]:
    found = work.registrations.get(event.registration)
    lines: tuple[Wording, ...] = (
        say("registration-closed", number=found.number),
        say("strong", text=found.company.name),
    )
    row = (claiming(found.company.credit_code, found.company.name),)
    yield Note(Screen(lines, (row, (HOME,))), chat=found.chat_id)
    yield _mail(found, lines)


@hears(agency_claims.AgencyClaimApproved)
def _claim_approved(work: Work, event: agency_claims.AgencyClaimApproved) -> Iterable[Push]:
    """The agency's other owners hear who is one of them now."""
    found, agency = work.registrations.claim(event.claim), work.people.agency(event.agency)
    lines = (say("notice-claim-approved", number=found.number), say("strong", text=agency.name))
    yield Note(Screen(lines, ((HOME,),)), account=event.account)
    by = signed(acting.last_signature(work, Kind.AGENCY_CLAIM, found.id))
    told = (say("notice-claim-joined", name=found.contact, by=by),)
    person = opens(say("notice-claim-person-key"), "person", account=event.account)
    for each in owners(work, event.agency):
        if each != event.account:
            yield Note(Screen(told, ((person, HOME),)), account=each)


@hears(agency_claims.AgencyClaimRejected)
def _claim_rejected(work: Work, event: agency_claims.AgencyClaimRejected) -> Iterable[Push]:
    """Who decided is the vendor's own matter: he learns nothing of the agency."""
    found = work.registrations.claim(event.claim)
    lines = (
        say("notice-claim-rejected", number=found.number),
        say("strong", text=found.name),
        say("approval-reason", reason=event.reason),
    )
    yield Note(Screen(lines, ((HOME,),)), chat=found.chat_id)


@hears(registering.RegistrationReturned)
def _returned(work: Work, event: registering.RegistrationReturned) -> Iterable[Push]:
    found = work.registrations.get(event.registration)
    lines: tuple[Wording, ...] = (
        say("registration-returned", number=found.number),
        say("notice-returned-fields", fields=mended(event.fields)),
        say("notice-by-reason", by=_by(work, found), reason=event.reason),
    )
    mend = opens(say("mend-key"), "register_agency", registration=found.id)
    yield Note(Screen(lines, ((mend,), (opens(say("look-key"), "registration"), HOME))), chat=found.chat_id)
    yield _mail(found, lines)


@hears(registering.RegistrationWithdrawn)
def _withdrawn(work: Work, event: registering.RegistrationWithdrawn) -> Iterable[Push]:
    approval = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, event.registration)
    if approval is not None:
        yield Refresh(f"approval:{approval.id}")
    yield from _rivals(work, work.registrations.get(event.registration))


def _rivals(work: Work, found: Registration) -> Iterable[Push]:
    """Their cards name this one, or do so no longer."""
    for each in registering.rivals(work, found):
        approval = work.approvals.of_subject(Kind.AGENCY_REGISTRATION, each.id)
        if approval is not None:
            yield Refresh(f"approval:{approval.id}")


def _mail(found: Registration, lines: tuple[Wording, ...]) -> Mail:
    """The result goes by mail as well: who applied need not look into the chat every day."""
    return Mail(found.company.email, found.chat_id, Screen(lines))


def _by(work: Work, found: Registration) -> Wording:
    return signed(acting.last_signature(work, Kind.AGENCY_REGISTRATION, found.id))
