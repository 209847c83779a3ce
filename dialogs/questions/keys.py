"""[问渠道经理] on whatever may be asked about, and what was asked about a customer."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, say
from dialogs.shared.words import opens
from domain.questions import views as question_views


def asks(ask: Ask, record: str, number: int) -> tuple[Button, ...]:
    """Nothing for whoever doesn't ask: the vendor's people."""
    if not ask(question_views.may_ask, record):
        return ()
    return (opens(say("ask-question-key"), "ask_question", record=record, number=number),)


def ask_row(ask: Ask, record: str, number: int) -> tuple[Row, ...]:
    keys = asks(ask, record, number)
    return (keys,) if keys else ()


def about_customer(ask: Ask, customer: int) -> tuple[Button, ...]:
    """To ask, and what was asked."""
    count = ask(question_views.of_customer, customer)
    label = say("counted", entry=say("questions-key"), count=count)
    return (*asks(ask, "customer", customer), *((opens(label, "questions", customer=customer),) if count else ()))
