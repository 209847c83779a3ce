"""A report in a sentence: the form takes its parts as if they had been written with their labels, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Open
from dialogs.core.screen import Say, say
from dialogs.reports.report_customer import ReportCustomer, in_a_sentence
from dialogs.shared.by_customer import named
from dialogs.typed import Claim, Wordings
from domain.base.rights import Action, may
from domain.home import views
from domain.statistics.reading import read


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Of a customer that is the reader's already nothing is reported anew; labelled lines are a paste, and what asks for
    figures says no name but a full one. Of several full names each is a way to take it."""
    if not may(ask(views.me).account, Action.REPORT_CUSTOMER):
        return ()
    found = in_a_sentence(text, ask, wordings)
    if found is None or any(named(each, ask) is not None for each in (found.name, *found.names) if each):
        return ()
    if not found.names and (figures := read(text, ask.today)) is not None and (figures.measure or figures.span):
        return ()
    if len(found.names) < 2:
        return (_claim(say("report-entry"), text, None, found.sure),)
    return [_claim(say("read-as-report", name=each), text, each, found.sure) for each in found.names]


def _claim(label: Say, text: str, about: str | None, sure: bool) -> Claim:
    args: Args = {} if about is None else {"about": about}
    return Claim(label, Open(ReportCustomer.declared.name, args, said=Typed(text), pasted=True), mine=sure)
