"""An order of somebody else that is written where a form waits for a text, such as its customer's news: asked, before it is
taken for that."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Json, Wording, act, say
from dialogs.core.verdicts import Pause
from dialogs.shared.words import middle
from domain.base.rights import Action, may
from domain.home import views
from domain.orders import noting
from domain.orders.reading import Ask as Asked
from domain.orders.reading.intents import tells_of_a_visit


def told_elsewhere(text: str, about: Mapping[str, Json], label: Wording, ask: Ask) -> Pause | None:
    """Of the answer to any question for a text."""
    customer = about.get("customer")
    return order_of_another(text, customer if isinstance(customer, int) else 0, label, ask)


def order_of_another(text: str, customer: int, label: Wording, ask: Ask) -> Pause | None:
    """Whole ones alone: news has figures, too. A single number or model is none: it names nobody."""
    if (
        (text.isascii() and text.strip().isalnum())
        or not any(each.isdigit() for each in text)
        or not may(ask(views.me).account, Action.LOG_ORDERS)
        or tells_of_a_visit(text)
    ):
        return None
    whose = [
        each.customer
        for each in ask(noting.understand, text, ask.today).rows
        if each.quantity and (each.price or each.total) and Asked.CUSTOMER not in each.asks
    ]
    names = dict.fromkeys(middle(each.name) for each in whose if each is not None and each.id != customer)
    if not names:
        return None
    return Pause(
        (say("order-told-elsewhere", names=tuple(names)),),
        go_on=say("order-told-elsewhere-keep", label=label),
        mend=say("mend-it-key"),
        again=True,
        other=Button(say("order-read-as"), act("open", dialog="order_card", args={}, said=text)),
    )
