"""Who hears of an event, and in which words: a table from the kind of event to what is pushed.

Plain functions over the transaction that recorded the event; the app turns what they return into outbox rows. A
decision, a card, a security notice goes at once, silently; nothing here waits for quiet hours. This module knows the
customer report and people; the modules beside it know the other matters.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Button, Drawing, Drawn, Row, Screen, Wording, say
from dialogs.shared.words import HOME, clipboard, opens, signed, type_of, writes
from domain.approvals import acting, adding_signers, deciding, requests
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers.records import LIVE, Report, ReportState
from domain.direct import keeping
from domain.people import joining
from domain.reports import queueing, reporting
from notifications.hearing import agencies as agencies  # registers its hearers
from notifications.hearing import amendments as amendments  # registers its hearers
from notifications.hearing import announcements as announcements  # registers its hearers
from notifications.hearing import approval_cards, talk
from notifications.hearing import contracts as contracts  # registers its hearers
from notifications.hearing import counterparts as counterparts  # registers its hearers
from notifications.hearing import deputies as deputies  # registers its hearers
from notifications.hearing import failures as failures  # registers its hearers
from notifications.hearing import feedback as feedback  # registers its hearers
from notifications.hearing import follow_ups as follow_ups  # registers its hearers
from notifications.hearing import imports as imports  # registers its hearers
from notifications.hearing import jobs as jobs  # registers its hearers
from notifications.hearing import order_lists as order_lists  # registers its hearers
from notifications.hearing import orders as orders  # registers its hearers
from notifications.hearing import people as people  # registers its hearers
from notifications.hearing import petitions as petitions  # registers its hearers
from notifications.hearing import policy as policy  # registers its hearers
from notifications.hearing import protection as protection  # registers its hearers
from notifications.hearing import questions as questions  # registers its hearers
from notifications.hearing import registration as registration  # registers its hearers
from notifications.hearing import visits as visits  # registers its hearers
from notifications.hearing.pushes import HEARERS, Blank, Note, Push, PushedCard, Refresh, hears


def hear(work: Work, events: Iterable[Event]) -> list[Push]:
    """All pushes of the events: first the cards that stand are refreshed, once each, then the news in order."""
    pushes: list[Push] = []
    refreshes: dict[Refresh, None] = {}
    for event in events:
        for push in HEARERS.get(type(event), _nobody)(work, event):
            if isinstance(push, Refresh):
                refreshes[push] = None
            else:
                pushes.append(push)
    return [*refreshes, *pushes]


def _nobody(work: Work, event: Event) -> Iterable[Push]:
    return ()


# --- customer reports ---------------------------------------------------------------------------------------------


@hears(requests.DecisionAsked)
def _decision_asked(work: Work, event: requests.DecisionAsked) -> Iterable[Push]:
    approval = work.approvals.get(event.approval)
    subject = f"approval:{approval.id}"
    yield Refresh(subject)
    for decider in acting.deciders(work, approval):
        yield approval_cards.asking(decider, approval)


@hears(requests.RequestTakenBack)
def _taken_back(work: Work, event: requests.RequestTakenBack) -> Iterable[Push]:
    yield Refresh(f"approval:{event.approval}")
    yield from talk.over(work, work.approvals.get(event.approval))


@hears(deciding.Decided)
def _decided(work: Work, event: deciding.Decided) -> Iterable[Push]:
    yield Refresh(f"approval:{event.approval}")
    yield from talk.over(work, work.approvals.get(event.approval))


@hears(adding_signers.SignerAdded)
def _signer_added(work: Work, event: adding_signers.SignerAdded) -> Iterable[Push]:
    """He himself is asked when it is his turn."""
    yield Refresh(f"approval:{event.approval}")


@hears(reporting.ReportSubmitted)
def _submitted(work: Work, event: reporting.ReportSubmitted) -> Iterable[Push]:
    """Who queues behind is on the card of the first."""
    if event.queued:
        yield from _refresh_line(work, event.customer)


@hears(reporting.ReportWithdrawn)
def _withdrawn(work: Work, event: reporting.ReportWithdrawn) -> Iterable[Push]:
    yield Refresh(f"report:{event.report}")
    yield from _refresh_report(work, event.report)
    yield from _refresh_line(work, event.customer)


@hears(reporting.ReportApproved)
def _approved(work: Work, event: reporting.ReportApproved) -> Iterable[Push]:
    report = work.customers.report(event.report)
    lines: list[Wording] = [say("notice-approved", number=report.number), say("strong", text=report.profile.name)]
    if event.until is not None:
        lines.append(say("notice-approved-until", until=event.until))
    due = work.customers.get(event.customer).follow_up_due
    if due is not None:
        lines.append(say("notice-first-report", due=due))
    write = writes(say("follow-up-entry"), event.customer)
    card = opens(say("customer-card-key"), "customer", customer=event.customer)
    yield from _tell(work, report, lines, (write, card, HOME))


@hears(reporting.ReportRejected)
def _rejected(work: Work, event: reporting.ReportRejected) -> Iterable[Push]:
    report = work.customers.report(event.report)
    lines = [
        say("notice-rejected", number=report.number),
        say("strong", text=report.profile.name),
        say(
            "notice-by-reason",
            by=signed(acting.last_signature(work, Kind.CUSTOMER_REPORT, report.id)),
            reason=event.reason,
        ),
    ]
    appeal = opens(say("appeal-key"), "make_appeal", report=report.id)
    yield from _tell(work, report, lines, (appeal, _look(report)))


@hears(reporting.ReportReturned)
def _returned(work: Work, event: reporting.ReportReturned) -> Iterable[Push]:
    report = work.customers.report(event.report)
    for account in _theirs(report):
        yield PushedCard(account, "returned", {"report": report.id}, f"report:{report.id}")


@hears(reporting.ReportResubmitted)
def _resubmitted(work: Work, event: reporting.ReportResubmitted) -> Iterable[Push]:
    """Behind another one it stands on that one's card."""
    yield Refresh(f"report:{event.report}")
    yield from _refresh_line(work, event.customer)


@hears(queueing.ReportMovedUp)
def _moved_up(work: Work, event: queueing.ReportMovedUp) -> Iterable[Push]:
    report = work.customers.report(event.report)
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, report.id)
    names = acting.names(work, approval) if approval is not None else ()
    lines = [say("notice-moved-up", number=report.number, approvers=names), say("strong", text=report.profile.name)]
    yield from _tell(work, report, lines, (_look(report), HOME))


@hears(queueing.ReportClosed)
def _closed(work: Work, event: queueing.ReportClosed) -> Iterable[Push]:
    report = work.customers.report(event.report)
    lines = [
        say("notice-closed", number=report.number),
        say("strong", text=report.profile.name),
        say("notice-closed-why" if event.earlier else "notice-closed-not-open"),
    ]
    row = (
        opens(say("appeal-key"), "make_appeal", report=report.id),
        opens(say("another-report-key"), "report_customer"),
    )
    yield from _refresh_report(work, event.report)
    yield from _tell(work, report, lines, row)


@hears(queueing.PlaceLost)
def _place_lost(work: Work, event: queueing.PlaceLost) -> Iterable[Push]:
    report = work.customers.report(event.report)
    lines = [say("notice-place-lost", number=report.number), say("strong", text=report.profile.name)]
    yield Refresh(f"report:{report.id}")
    mend = opens(say("mend-key"), "report_customer", report=report.id)
    yield from _tell(work, report, lines, (mend, _look(report), HOME))


def _tell(work: Work, report: Report, lines: Iterable[Wording], row: Row) -> Iterable[Push]:
    screen = Screen(tuple(lines), (row,))
    for account in _theirs(report):
        yield Note(screen, account=account)


def _theirs(report: Report) -> tuple[int, ...]:
    """Whose report it is: the contact and the reporter, once each."""
    return tuple(dict.fromkeys((report.contact_id, report.reporter_id)))


def _look(report: Report) -> Button:
    return opens(say("look-key"), "request", report=report.id)


def _refresh_line(work: Work, customer_id: int) -> Iterable[Push]:
    """Who waits is told on the card of the one that is being decided: the others have none."""
    for report in work.customers.reports_of(customer_id, LIVE):
        if report.state is ReportState.PENDING:
            yield from _refresh_report(work, report.id)


def _refresh_report(work: Work, report_id: int) -> Iterable[Push]:
    approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, report_id)
    if approval is not None:
        yield Refresh(f"approval:{approval.id}")


@hears(keeping.DirectAccountAdded)
def _direct(work: Work, event: keeping.DirectAccountAdded) -> Iterable[Push]:
    """Whoever decides reads on the card that lies before him what can't be approved any more."""
    yield from _of_direct(work, event.customer)


@hears(keeping.DirectAccountRemoved)
def _direct_no_more(work: Work, event: keeping.DirectAccountRemoved) -> Iterable[Push]:
    yield from _of_direct(work, event.customer)


def _of_direct(work: Work, customer_id: int) -> Iterable[Push]:
    yield from _refresh_line(work, customer_id)
    yield from approval_cards.of_appeals(work, customer_id)


# --- people -------------------------------------------------------------------------------------------------------


@hears(joining.PersonJoined)
def _joined(work: Work, event: joining.PersonJoined) -> Iterable[Push]:
    if event.invited_by is not None:
        args = {"account": event.account, "invitation": event.invitation}
        yield PushedCard(event.invited_by, "joined", args, f"account:{event.account}")


@hears(joining.JoinUndone)
def _undone(work: Work, event: joining.JoinUndone) -> Iterable[Push]:
    yield Refresh(f"account:{event.account}")
    if event.chat is not None:
        yield Note(_no_longer(work, event.account, "notice-join-undone"), chat=event.chat)
        yield Blank(event.account, event.chat)


@hears(joining.BindingEnded)
def _unbound(work: Work, event: joining.BindingEnded) -> Iterable[Push]:
    yield Refresh(f"account:{event.account}")
    yield Note(_no_longer(work, event.account, f"notice-binding-{event.why}"), chat=event.chat)
    yield Blank(event.account, event.chat)


def _no_longer(work: Work, account_id: int, key: str) -> Screen:
    account = work.people.account(account_id)
    return Screen((say(key, name=account.name, company=joining.company_of(work, account)),), ((HOME,),))


def invitation(work: Work, link: joining.InvitationLink, address: str) -> Screen:
    """The one message with the link in it; the outbox forgets it once it is sent."""
    account = link.account
    return Screen(
        (
            say(
                "notice-invitation",
                name=account.name,
                company=joining.company_of(work, account),
                type=type_of(account),
            ),
            say("notice-invitation-link", link=address),
            say("notice-invitation-hint", hours=work.policy.people.invitation_hours),
        ),
        ((*clipboard("copy-link-key", address), HOME),),
    )


def invitation_picture(address: str) -> Screen:
    """The same link to be scanned from another phone; drawn as it is sent, so that it lies nowhere."""
    return Screen((say("notice-invitation-qr"),), (), Drawn(Drawing.QR, address))
