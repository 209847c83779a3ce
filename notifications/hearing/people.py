"""Who hears of people and agencies that change: those whom it concerns, and who takes over."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, Wording, say
from dialogs.leaving.handing_over import handed
from dialogs.shared.words import HOME, opens, type_of
from domain.approvals import acting, handing_on
from domain.base.bilingual import translated
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.contracts import contracting
from domain.customers import holders
from domain.leaving import agency_states, handovers, reorganising, staffing
from domain.people import correcting_persons, coverage, heads, standing_in
from domain.people.records import AccountId, AccountType
from notifications.hearing import approval_cards
from notifications.hearing.pushes import Note, Push, Refresh, hears


@hears(staffing.TypeChanged)
def _type_changed(work: Work, event: staffing.TypeChanged) -> Iterable[Push]:
    account = work.people.account(event.account)
    yield Note(
        Screen((say("notice-type-changed", by=_by(work), type=type_of(account)),), ((HOME,),)), account=account.id
    )


@hears(staffing.AdministratorSet)
def _administrator_set(work: Work, event: staffing.AdministratorSet) -> Iterable[Push]:
    key = "notice-administrator" if event.administrator else "notice-no-administrator"
    yield Note(Screen((say(key, by=_by(work)),), ((HOME,),)), account=event.account)


@hears(handing_on.RequestHandedOn)
def _handed_on(work: Work, event: handing_on.RequestHandedOn) -> Iterable[Push]:
    subject = f"approval:{event.approval}"
    yield Refresh(subject)
    approval = work.approvals.get(event.approval)
    asked = acting.deciders(work, approval)  # his may be a later level's place
    for account in (event.to, *standing_in.stand_ins(work, (AccountId(event.to),))):
        if account in asked:
            yield approval_cards.asking(account, approval)


@hears(handovers.HandedOver)
def _handed_over(work: Work, event: handovers.HandedOver) -> Iterable[Push]:
    """Who has them now, who had them, their manager; nobody of what he did himself."""
    if not event.customers and not event.reports:
        return
    if event.from_agency is not None:
        source: Wording = work.people.agency(event.from_agency).called
    else:
        mine = work.account is not None and work.account.id == event.from_account
        source = say("handed-own") if mine else work.people.account(event.from_account or 0).name
    what = handed(handovers.names(work, event))
    to = work.people.account(event.account)
    lines: list[Wording] = [say("notice-handed-over", by=_by(work), source=source, what=what)]
    lines += [say("notice-handed-drafts", count=event.drafts)] if event.drafts else []
    lines += [say("notice-handed-orders", count=event.orders)] if event.orders else []
    check = ((opens(say("order-cards-entry"), "order_cards"),),) if event.orders else ()
    card = opens(say("customer-card-key"), "customer", customer=event.customer)
    list_ = opens(say("customers-entry"), "customers")
    open_ = card if event.customer is not None else list_
    yield from _unless_himself(work, Note(Screen(tuple(lines), (*check, (open_, HOME))), account=to.id))
    if event.from_agency is not None:
        yield from _agency_lost(work, event.from_agency, what)
        return
    before = work.people.account(event.from_account or 0)
    if before.active:
        line = say("notice-handed-away", by=_by(work), what=what, name=to.name)
        away = (say("notice-handed-orders-away", count=event.orders, name=to.name),) if event.orders else ()
        gone = (say("notice-handed-visits-away", count=event.visits, name=to.name),) if event.visits else ()
        yield from _unless_himself(work, Note(Screen((line, *away, *gone), ((list_, HOME),)), account=before.id))
    agency = work.people.agency(to.agency_id or 0)
    if agency.manager_id is not None:
        line = say(
            "notice-handed-colleague", agency=agency.called, by=_by(work), source=source, what=what, name=to.name
        )
        row = (card, HOME) if event.customer is not None else (HOME,)
        yield from _unless_himself(work, Note(Screen((line,), (row,)), account=agency.manager_id))


def _unless_himself(work: Work, note: Note) -> Iterable[Push]:
    if work.account is None or note.account != work.account.id:
        yield note


@hears(handovers.ReportHandedOver)
def _report_handed_over(work: Work, event: handovers.ReportHandedOver) -> Iterable[Push]:
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, event.report)
    if approval is not None:
        yield Refresh(f"approval:{approval.id}")


@hears(holders.CustomerHandedOver)
def _customer_handed_over(work: Work, event: holders.CustomerHandedOver) -> Iterable[Push]:
    """Whose customer it is stands on the cards of what is asked for it."""
    for request in work.protections.pending_of(event.customer):
        approval = work.approvals.of_subject(request.kind, request.id)
        if approval is not None:
            yield Refresh(f"approval:{approval.id}")


def _agency_lost(work: Work, agency_id: int, what: Wording) -> Iterable[Push]:
    """Its salespeople, owners and manager; to whom it all went isn't theirs to know."""
    agency = work.people.agency(agency_id)
    line = say("notice-agency-handed-over", by=_by(work), agency=agency.called, what=what)
    manager = (agency.manager_id,) if agency.manager_id is not None else ()
    for account in dict.fromkeys((*_contacts(work, agency_id), *manager)):
        if work.account is None or account != work.account.id:
            yield Note(Screen((line,), ((HOME,),)), account=account)


@hears(agency_states.AgencyStateSet)
def _state_set(work: Work, event: agency_states.AgencyStateSet) -> Iterable[Push]:
    """Everybody in it: whose screens stop doing what they did is told why."""
    lines, agency = [say(f"notice-agency-{event.after}", by=_by(work))], work.people.agency(event.agency)
    customers, at = len(work.hand_overs.customers_of_agency(agency.id)), agency_states.pool_at(work, agency)
    if at is not None and customers:
        lines.append(say("notice-agency-ended-customers", count=customers, at=at))
    for account in (each.id for each in work.people.accounts_of_agency(agency.id) if each.active):
        yield Note(Screen(tuple(lines), ((HOME,),)), account=account)


@hears(contracting.ManagerAppointed)
def _manager_appointed(work: Work, event: contracting.ManagerAppointed) -> Iterable[Push]:
    changed = agency_states.ManagerChanged(agency=event.agency, before=event.before, manager=event.manager)
    yield from _manager_changed(work, changed)


@hears(agency_states.ManagerChanged)
def _manager_changed(work: Work, event: agency_states.ManagerChanged) -> Iterable[Push]:
    name = work.people.account(event.manager).name
    agency = work.people.agency(event.agency).called
    row = (opens(say("agency-file-key"), "agency", agency=event.agency), HOME)
    line = say("notice-agency-yours", agency=agency)
    yield from _unless_himself(work, Note(Screen((line,), (row,)), account=event.manager))
    if event.before is not None and work.people.account(event.before).active:
        line = say("notice-agency-not-yours", agency=agency, by=_by(work), name=name)
        yield from _unless_himself(work, Note(Screen((line,), ((HOME,),)), account=event.before))
    yield from _owners(work, event.agency, Screen((say("notice-manager-changed", name=name),), ((HOME,),)))


@hears(correcting_persons.PersonCorrected)
def _person_corrected(work: Work, event: correcting_persons.PersonCorrected) -> Iterable[Push]:
    """Whose data somebody else put right."""
    fields = tuple(say(f"correct-person-{each.replace('_', '-')}") for each in event.fields)
    line = say("notice-person-corrected", by=_by(work), fields=fields)
    row = (opens(say("own-data-entry"), "person"), HOME)
    if work.people.account(event.account).active:
        yield from _unless_himself(work, Note(Screen((line,), (row,)), account=AccountId(event.account)))


@hears(heads.HeadSet)
def _head_set(work: Work, event: heads.HeadSet) -> Iterable[Push]:
    """Who joins a unit without a head isn't told: the chat has greeted him just now, and nothing else is new to him."""
    if event.head is not None and work.account is not None and event.head != work.account.id:
        line = say("notice-head", unit=translated(work.people.unit(event.unit).name))
        yield Note(Screen((line,), ((HOME,),)), account=event.head)


@hears(coverage.ProvincesTaken)
def _provinces_taken(work: Work, event: coverage.ProvincesTaken) -> Iterable[Push]:
    """Whose units these are, and nobody of what he did himself."""
    unit, before = work.people.unit(event.unit), work.people.unit(event.before)
    if before.ended_at is not None:
        return  # that it has ended is told, and says this, too
    line = say(
        "notice-provinces-taken",
        by=_by(work),
        provinces=tuple(map(translated, event.provinces)),
        before=translated(before.name),
        unit=translated(unit.name),
    )
    told = dict.fromkeys((*heads.told(work, before), *heads.told(work, unit)))
    for each in told:
        if work.account is None or each != work.account.id:
            yield Note(Screen((line,), ((HOME,),)), account=each)


@hears(reorganising.UnitRenamed)
def _unit_renamed(work: Work, event: reorganising.UnitRenamed) -> Iterable[Push]:
    line = say(
        "notice-unit-renamed", by=_by(work), before=translated(event.name_before), unit=translated(event.name_after)
    )
    for each in work.people.managers_of_unit(event.unit):
        if each.active and (work.account is None or each.id != work.account.id):
            yield Note(Screen((line,), ((HOME,),)), account=each.id)


@hears(reorganising.UnitEnded)
def _unit_ended(work: Work, event: reorganising.UnitEnded) -> Iterable[Push]:
    """Whose unit is another now, and who heads that one."""
    if event.to is None:
        return
    unit, into = work.people.unit(event.unit), work.people.unit(event.to)
    line = say(
        "notice-unit-ended",
        by=_by(work),
        unit=translated(unit.name),
        into=translated(into.name),
        agencies=event.agencies,
    )
    for each in event.told:
        yield Note(Screen((line,), ((HOME,),)), account=AccountId(each))


def _contacts(work: Work, agency_id: int) -> list[int]:
    people = work.people.accounts_of_agency(agency_id)
    return [each.id for each in people if each.active and each.type in staffing.CONTACTS]


def _owners(work: Work, agency_id: int, screen: Screen) -> Iterable[Push]:
    for account in work.people.accounts_of_agency(agency_id):
        if account.active and account.type is AccountType.OWNER:
            yield Note(screen, account=account.id)


def _by(work: Work) -> str:
    return work.account.name if work.account is not None else ""
