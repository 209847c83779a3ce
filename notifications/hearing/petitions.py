"""Who hears of appeals, corrections, merging, and of somebody who used up his checks."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Row, Screen, Wording, say
from dialogs.shared.words import HOME, opens, signed
from domain.approvals import acting
from domain.approvals.approvers import approvers_of
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers import twins
from domain.customers.merged_customers import CustomersMerged
from domain.people.hearers import owners
from domain.people.records import AccountState
from domain.petitions import appealing, correcting
from domain.reports import conflict
from notifications.hearing.pushes import Note, Push, Refresh, hears


@hears(appealing.AppealAccepted)
def _accepted(work: Work, event: appealing.AppealAccepted) -> Iterable[Push]:
    appeal = work.petitions.appeal(event.appeal)
    lines: tuple[Wording, ...] = (
        say("notice-appeal-accepted", number=appeal.number),
        say("strong", text=appeal.name),
        say("notice-appeal-accepted-until", until=event.until),
    )
    row: Row = (opens(say("report-entry"), "report_customer"), HOME)
    for account in _asked(work, appeal.applicant_id, appeal.agency_id):
        yield Note(Screen(lines, (row,)), account=account)


@hears(appealing.AppealDismissed)
def _dismissed(work: Work, event: appealing.AppealDismissed) -> Iterable[Push]:
    appeal = work.petitions.appeal(event.appeal)
    by = signed(acting.last_signature(work, Kind.APPEAL, appeal.id))
    lines = (
        say("notice-appeal-dismissed", number=appeal.number),
        say("strong", text=appeal.name),
        say("notice-by-reason", by=by, reason=event.reason),
    )
    for account in _asked(work, appeal.applicant_id, appeal.agency_id):
        yield Note(Screen(lines, ((HOME,),)), account=account)


@hears(correcting.CustomerCorrected)
def _corrected(work: Work, event: correcting.CustomerCorrected) -> Iterable[Push]:
    """Told where somebody else had to approve it."""
    customer = work.customers.get(event.customer)
    if customer.contact_id is None or (work.account is not None and work.account.id == customer.contact_id):
        return
    line = say("notice-correction-done", before=event.name_before, after=event.name_after)
    card = opens(say("customer-card-key"), "customer", customer=event.customer)
    yield Note(Screen((line,), ((card, HOME),)), account=customer.contact_id)


@hears(correcting.CorrectionDismissed)
def _correction_dismissed(work: Work, event: correcting.CorrectionDismissed) -> Iterable[Push]:
    correction = work.petitions.correction(event.correction)
    by = signed(acting.last_signature(work, Kind.DATA_CHANGE, correction.id))
    lines = (
        say("notice-correction-dismissed", name=correction.profile.name),
        say("notice-by-reason", by=by, reason=event.reason),
    )
    for account in _asked(work, correction.applicant_id, correction.agency_id):
        yield Note(Screen(lines, ((HOME,),)), account=account)


def _asked(work: Work, applicant: int, agency_id: int) -> tuple[int, ...]:
    """Who asked for it; for one who has left, his agency's owners: of an accepted appeal some days remain to act on."""
    left = work.people.account(applicant).state is AccountState.LEFT
    return owners(work, agency_id) if left else (applicant,)


@hears(CustomersMerged)
def _merged(work: Work, event: CustomersMerged) -> Iterable[Push]:
    """Who has it now, and a colleague who has it no longer; another agency is told of its loss as of any other."""
    customer = work.customers.get(event.customer)
    for request in work.protections.pending_of(customer.id):  # the name on its card is another one
        approval = work.approvals.of_subject(request.kind, request.id)
        if approval is not None:
            yield Refresh(f"approval:{approval.id}")
    told = [each for each in (customer.contact_id, event.lost_by) if each is not None]
    line = say("notice-merged", gone=event.gone_name, name=customer.name)
    for account in told:
        if work.people.account(account).agency_id == customer.agency_id:
            yield Note(Screen((line,), ((HOME,),)), account=account)


@hears(conflict.ManyChecks)
def _many_checks(work: Work, event: conflict.ManyChecks) -> Iterable[Push]:
    person = work.people.account(event.account)
    agency = work.people.agency(person.agency_id or 0)
    key = "notice-many-checks-agency" if event.agency else "notice-many-checks"
    line = say(key, agency=agency.called, person=person.name, count=event.count)
    for manager in approvers_of(work, agency.id):
        yield Note(Screen((line,), ((HOME,),)), account=manager.id)


@hears(twins.TwinsFound)
def _twins_found(work: Work, event: twins.TwinsFound) -> Iterable[Push]:
    row: Row = (opens(say("notice-twins-key"), "twins"), HOME)
    for administrator in work.people.administrators():
        yield Note(Screen((say("notice-twins", count=event.twins),), (row,)), account=administrator.id)
