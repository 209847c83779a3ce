"""Who hears of protection, of what is released, of requests that are late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.shared.faces import FACES
from dialogs.shared.words import HOME, kind_of, opens, signed, stage
from domain.approvals import acting, briefs, escalating
from domain.approvals.request_kinds import KINDS
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.records import Customer
from domain.people import standing_in
from domain.people.hearers import owners
from domain.people.records import AccountId, AgencyState
from domain.protection import clock as protection
from domain.protection import protecting, stages
from domain.protection.records import LossReason, ProtectionRequest
from domain.protection.releasing import CustomerReleased
from notifications.hearing import approval_cards
from notifications.hearing.pushes import Note, Push, Refresh, hears


@hears(CustomerReleased)
def _released(work: Work, event: CustomerReleased) -> Iterable[Push]:
    """The salesperson, the owner and the manager, whatever the reason. What another agency's customer is called, which this
    one turned out to be, is the manager's alone to know."""
    lines, agency = tuple(_lost(work, event)), work.people.agency(event.agency)
    row: Row = (opens(say("pool-entry"), "pool"), HOME) if event.open_at is not None else (HOME,)
    theirs: Row = row if agency.state is not AgencyState.ENDED else (HOME,)  # former people see no pool
    if event.why in _SOMEBODY_ELSES and agency.state is AgencyState.ACTIVE:
        theirs = (_appeal(work.customers.get(event.customer)), HOME)
    for account in dict.fromkeys((event.contact, *owners(work, event.agency))):
        yield Note(Screen(lines, (theirs,)), account=account)
    manager, into = agency.manager_id, work.customers.get(event.customer).merged_into
    if manager is not None:
        also = (say("notice-released-into", name=work.customers.get(into).name),) if into is not None else ()
        yield Note(Screen((*lines, *also), (row,)), account=manager)
    yield from approval_cards.of_appeals(work, event.customer)


_SOMEBODY_ELSES = frozenset({LossReason.MERGED, LossReason.APPEALED})
"""Somebody decided that it is another agency's: that can be appealed against."""


def _appeal(lost: Customer) -> Button:
    return opens(say("appeal-key"), "make_appeal", name=lost.name, credit_code=lost.credit_code)


def _lost(work: Work, event: CustomerReleased) -> Iterable[Wording]:
    customer = work.customers.get(event.customer)
    yield say("notice-released", why=event.why)
    yield say("strong", text=customer.name)
    yield say(
        "customer-contact",
        agency=work.people.agency(event.agency).called,
        person=work.people.account(event.contact).name,
    )
    if event.reason:
        yield say("approval-reason", reason=event.reason)
    if event.lapsed:
        yield say("notice-lapsed", count=event.lapsed)


@hears(stages.ProtectionChanged)
def _changed(work: Work, event: stages.ProtectionChanged) -> Iterable[Push]:
    if event.request is None:
        yield from _changed_by_itself(work, event)
        return
    request = work.protections.request(event.request)
    lines: list[Wording] = [_granted(request), say("strong", text=work.customers.get(event.customer).name)]
    lines.append(
        say("notice-approved-until", until=event.until)
        if event.until is not None
        else say("customer-protected-endless")
    )
    row: Row = (opens(say("customer-card-key"), "customer", customer=event.customer), HOME)
    for account in _askers(work, request):
        yield Note(Screen(tuple(lines), (row,)), account=account)


def _changed_by_itself(work: Work, event: stages.ProtectionChanged) -> Iterable[Push]:
    """Mass production ended, two customers became one, or an order was voided or came back: nobody asked for it, so nobody
    expects it. That an order keeps its customer longer is told where it is logged."""
    customer = work.customers.get(event.customer)
    if customer.contact_id is None or event.orders == "logged":
        return
    title = say("notice-protection-orders") if event.orders else say("notice-protection-now")
    lines: list[Wording] = [title, say("strong", text=customer.name)]
    card = opens(say("customer-card-key"), "customer", customer=event.customer)
    if event.until is None:
        lines.append(say("customer-protected-endless"))
        row: Row = (card, HOME)
    else:
        lines.append(say("notice-approved-until", until=event.until))
        row = (opens(say("ask-extension-title"), "ask_extension", customer=event.customer), card, HOME)
    yield Note(Screen(tuple(lines), (row,)), account=customer.contact_id)


def _askers(work: Work, request: ProtectionRequest) -> tuple[AccountId, ...]:
    """The customer's contact, and whoever asked: the owner may ask in the contact's stead."""
    approval = work.approvals.of_subject(request.kind, request.id)
    asked = (approval.applicant_id,) if approval is not None else ()
    return tuple(dict.fromkeys((request.contact_id, *asked)))


def _granted(request: ProtectionRequest) -> Wording:
    match request.kind:
        case Kind.EXTENSION:
            return say("notice-extended", number=request.number, months=request.granted or 0)
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            return say("notice-stage-confirmed", stage=stage(request.stage))
        case _:
            return say("notice-reviewed")


@hears(protecting.RequestRefused)
def _refused(work: Work, event: protecting.RequestRefused) -> Iterable[Push]:
    request = work.protections.request(event.request)
    if request.kind is Kind.PRODUCTION_REVIEW:  # the release tells it
        return
    by = signed(acting.last_signature(work, request.kind, request.id))
    key = "notice-extension-refused" if request.kind is Kind.EXTENSION else "notice-stage-refused"
    lines: list[Wording] = [
        say(key, number=request.number),
        say("strong", text=work.customers.get(event.customer).name),
        say("notice-by-reason", by=by, reason=event.reason),
    ]
    held = work.protections.held(event.customer) if request.stage is not None else None
    if request.stage is not None and held is not None:
        again = protection.ask_again_on(work.policy, work.today)
        lines.append(say("notice-stage-again", stage=stage(request.stage), day=again))
        if held.protection.last_day is not None:
            lines.append(say("notice-stage-protected", until=held.protection.last_day))
    yield from _look(work, request, lines)


@hears(stages.ExtensionNeedless)
def _needless(work: Work, event: stages.ExtensionNeedless) -> Iterable[Push]:
    request = work.protections.request(event.request)
    name = say("strong", text=work.customers.get(event.customer).name)
    yield from _look(work, request, [say("notice-extension-needless", number=request.number), name])


def _look(work: Work, request: ProtectionRequest, lines: Sequence[Wording]) -> Iterable[Push]:
    row: Row = (opens(say("look-key"), "protection_request", request=request.id), HOME)
    for account in _askers(work, request):
        yield Note(Screen(tuple(lines), (row,)), account=account)


@hears(escalating.Escalated)
def _escalated(work: Work, event: escalating.Escalated) -> Iterable[Push]:
    approval = work.approvals.get(event.approval)
    yield Refresh(f"approval:{approval.id}")  # who was asked before sees it, too
    for account in (*event.to, *standing_in.stand_ins(work, tuple(AccountId(each) for each in event.to))):
        yield approval_cards.asking(account, approval)
    if event.to_head:
        names = tuple(work.people.account(each).name for each in event.to) or acting.names(work, approval)
        lines = (
            say("notice-unanswered" if KINDS[approval.kind].answered else "notice-escalated", kind=kind_of(approval)),
            say("strong", text=briefs.brief(work, approval).title),
            say("notice-escalated-to", approvers=names),
        )
        yield Note(Screen(lines, ((FACES[approval.kind].look(approval), HOME),)), account=approval.applicant_id)
