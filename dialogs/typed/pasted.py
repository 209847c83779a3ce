"""Lines with labels: whose form they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogs.core import labelled
from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Open
from dialogs.core.screen import Json, say
from dialogs.follow_ups.replying import WhoseReport
from dialogs.follow_ups.writing import FollowUpForm
from dialogs.reports.report_customer import ReportCustomer
from dialogs.shared.by_customer import named
from dialogs.shared.words import middle
from dialogs.typed import Claim, Wordings
from dialogs.typed.called import called
from domain.base.rights import Action, may
from domain.follow_ups import views as follow_up_views
from domain.home import views

OFFERED = 8
"""Customers that a report is offered for."""


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """The form that knows most of the labels; where two know as many, both."""
    account = ask(views.me).account
    own = _own(text, wordings, ask) if may(account, Action.WRITE_FOLLOW_UP) else ()
    if own:
        return own
    known = {
        _report: labelled.labels_in(text, ReportCustomer, wordings, ask) if may(account, Action.REPORT_CUSTOMER) else 0,
        _follow_up: labelled.labels_in(text, FollowUpForm, wordings, ask)
        if may(account, Action.WRITE_FOLLOW_UP)
        else 0,
    }
    most = max(known.values())
    found = [make(_told(text, wordings), ask) for make, count in known.items() if count == most > 0]
    return [claim for claim in found if claim is not None]


def _told(text: str, wordings: Wordings) -> Typed:
    """Without a first line that only says what it is: 报备, 报备新客户："""
    first, _, rest = text.strip().partition("\n")
    heading = any(called(first, dialog, wordings) for dialog in (ReportCustomer.declared.name, "write_follow_up"))
    return Typed(rest, cut=first) if heading and rest.strip() else Typed(text)


def _own(text: str, wordings: Wordings, ask: Ask) -> Sequence[Claim]:
    """A line names a customer that is held already, and the others tell how it goes: nobody is reported twice."""
    lines = text.strip().splitlines()
    place, customer = next(_held(lines, ask), (0, None))
    rest = "\n".join((*lines[:place], *lines[place + 1 :])).strip()
    if customer is None or not labelled.labels_in(rest, FollowUpForm, wordings, ask):
        return ()
    name = middle(ask(follow_up_views.names, [customer])[0])
    said = Typed(rest, cut="" if place else lines[0])
    opens = Open(FollowUpForm.declared.name, {"answers": {"customer": customer}}, said=said, pasted=True)
    return (Claim(say("read-as-follow-up", name=name), opens),)


def _held(lines: Sequence[str], ask: Ask) -> Iterator[tuple[int, int]]:
    """Which of the lines names one of the reader's customers, and which."""
    for place, line in enumerate(lines):
        for label, value in labelled.values_of(line, ReportCustomer, ask):
            if label == "name" and (customer := named(value, ask)) is not None:
                yield place, customer


def _report(told: Typed, ask: Ask) -> Claim | None:
    return Claim(say("report-entry"), Open("report_customer", said=told, pasted=True))


def _follow_up(told: Typed, ask: Ask) -> Claim | None:
    """For which customer is asked."""
    rows, _ = ask(follow_up_views.to_follow_up, "", 0, OFFERED)
    openings: list[Json] = [{"answers": {"customer": row.customer.id}} for row in rows]
    if not openings:
        return None
    return Claim(say("follow-up-entry"), Open(WhoseReport.name, {"openings": openings, "text": told.text}))
