"""Another name or code of an agency as a kind of request."""

from __future__ import annotations

from dataclasses import dataclass

from domain.agencies import filing, views
from domain.approvals.records import Approval
from domain.approvals.request_kinds import AskedAbout, RequestKind, RequestSummary, number_of, register
from domain.approvals.requests import withdraw_approval
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.rights import Action
from domain.base.work import Work
from domain.customers.petitions import PetitionState


@dataclass(frozen=True, kw_only=True)
class AgencyChangeWithdrawn(Event, subject="agency"):
    agency: int
    change: int


def about(work: Work, approval: Approval) -> RequestSummary:
    change = work.agency_files.change(approval.subject_id)
    person = work.people.account(change.applicant_id).name
    return RequestSummary(change.number, change.after.name, person, change.created_at)


def taken_back(work: Work, approval: Approval) -> None:
    change = work.agency_files.change(approval.subject_id)
    work.agency_files.close_change(change.id, PetitionState.WITHDRAWN)
    work.events.record(AgencyChangeWithdrawn(agency=change.agency_id, change=change.id))


def ended(work: Work, agency_id: int) -> None:
    """Suspended it goes on: a company has its name whether or not it may report. Ended nobody need decide it."""
    for approval in work.approvals.open_of(agency_id, (Kind.AGENCY_CHANGE,)):
        withdraw_approval(work, approval)
        taken_back(work, approval)


def asked_about(work: Work, subject_id: int) -> AskedAbout:
    return AskedAbout(views.change(work, number_of(work, Kind.AGENCY_CHANGE, subject_id)).change.number)


register(
    RequestKind(
        kind=Kind.AGENCY_CHANGE,
        about=about,
        asked_about=asked_about,
        approved=filing.approved,
        rejected=filing.dismissed,
        hold=filing.hold,
        demand=filing.demand_free,
        taken_back=taken_back,
        taking_back=Action.KEEP_AGENCY_FILE,
        ended=ended,
    )
)
