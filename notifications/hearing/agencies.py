"""Who hears of an agency's file: its owners of what somebody else changed, everybody in it of another name."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, Wording, say
from dialogs.shared.words import HOME, opens, signed
from domain.agencies import filing
from domain.approvals import acting
from domain.approvals.request_kinds import KINDS
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people.hearers import owners
from notifications.hearing.pushes import Note, Push, Refresh, hears


@hears(filing.AgencyFileCorrected)
def _corrected(work: Work, event: filing.AgencyFileCorrected) -> Iterable[Push]:
    """Its owners, nobody of what he did himself."""
    by = work.actor
    fields = tuple(say(f"correct-agency-{each}") for each in event.fields)
    line = say("notice-agency-corrected", by=by.name, fields=fields)
    row = (opens(say("agency-file-key"), "agency", agency=event.agency), HOME)
    for account in owners(work, event.agency):
        if account != by.id:
            yield Note(Screen((line,), (row,)), account=account)


@hears(filing.AgencyRenamed)
def _renamed(work: Work, event: filing.AgencyRenamed) -> Iterable[Push]:
    """Cards that stand tell the name; everybody in the agency, its manager and whoever asked for it hear of it."""
    for approval in work.approvals.open_of(event.agency, tuple(KINDS)):
        yield Refresh(f"approval:{approval.id}")
    agency, applicant = work.people.agency(event.agency), work.agency_files.change(event.change).applicant_id
    file = opens(say("agency-file-key"), "agency", agency=agency.id)
    ours: list[Wording] = []
    if event.name_before != event.name_after:
        ours.append(say("agency-change-name", before=event.name_before, after=event.name_after))
    if event.code_before != event.code_after:
        before = event.code_before or say("nothing")
        ours.append(say("agency-change-code", before=before, after=event.code_after))
    lines = (say("notice-agency-renamed", name=agency.called), *ours)
    keeps = {*owners(work, agency.id), applicant, *filter(None, (agency.manager_id,))}
    people = (each.id for each in work.people.accounts_of_agency(agency.id) if each.active)
    for account in dict.fromkeys((*people, *keeps)):
        if account != work.actor.id and work.people.account(account).active:
            yield Note(Screen(lines, ((file, HOME) if account in keeps else (HOME,),)), account=account)


@hears(filing.AgencyChangeDismissed)
def _dismissed(work: Work, event: filing.AgencyChangeDismissed) -> Iterable[Push]:
    change = work.agency_files.change(event.change)
    by = signed(acting.last_signature(work, Kind.AGENCY_CHANGE, change.id))
    lines = (
        say("notice-agency-change-dismissed", number=change.number),
        say("strong", text=change.after.name),
        say("notice-by-reason", by=by, reason=event.reason),
    )
    again = opens(say("agency-change-again-key"), "correct_agency", agency=event.agency, again=change.id)
    told = {change.applicant_id, *owners(work, event.agency)}
    for account in sorted(each for each in told if work.people.account(each).active):
        yield Note(Screen(lines, ((again, HOME),)), account=account)
