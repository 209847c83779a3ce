"""A report in a sentence: taken as if its parts had been written with their labels, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core import labelled
from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.reports.report_customer import ReportCustomer
from dialogs.shared.by_customer import named
from dialogs.typed import Claim, Wordings
from domain.base.rights import Action, may
from domain.home import views
from domain.reports import views as report_views


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Of a customer that is the reader's already nothing is reported anew; labelled lines are a paste."""
    if not may(ask(views.me).account, Action.REPORT_CUSTOMER) or labelled.labels_in(
        text, ReportCustomer, wordings, ask
    ):
        return ()
    found = ask(report_views.report_in_a_sentence, text)
    if found is None or named(found.name, ask) is not None:
        return ()
    said = Typed("\n".join(ask(report_views.with_labels, found)))
    return (Claim(say("report-entry"), Open("report_customer", said=said, pasted=True)),)
