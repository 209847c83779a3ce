"""The evening's question whether there were orders today, to each who logs them, and what his answer says (docs/orders.md)."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Json, Row, Say, Wording, act, say
from dialogs.orders.log_order import LogOrder
from dialogs.shared.words import opens
from domain.orders import evening
from domain.orders.evening import Answered
from domain.reminders.records import Reminder


def question(ask: Ask, reminder: Reminder) -> tuple[Say, Row]:
    """What is logged and waits by now, and the buttons that answer."""
    found = ask(evening.asked, reminder, LogOrder.declared.name)
    by = tuple(say("reminder-orders-by", name=name, count=count) for name, count in found.colleagues)
    text = say(
        "reminder-orders",
        logged=say("reminder-orders-logged", who=by) if by else say("reminder-orders-none"),
        open=say("reminder-orders-open", waits=_open(found), forms=_forms(found)),
    )
    key = act("no-orders", reminder=reminder.id, more=True) if by else act("no-orders", reminder=reminder.id)
    none = Button(say("no-orders-more-key" if by else "no-orders-key"), key)
    return text, (opens(say("log-order-entry"), "log_orders"), none)


def _open(found: evening.EveningQuestion) -> Wording:
    match found.cards, found.drafts:
        case 0, 0:
            return ""
        case cards, 0:
            return say("reminder-orders-cards", count=cards)
        case 0, drafts:
            return say("reminder-orders-drafts", count=drafts)
        case cards, drafts:
            return say("reminder-orders-both", cards=cards, drafts=drafts)


def _forms(found: evening.EveningQuestion) -> Wording:
    """They lie among the drafts of whoever began them."""
    who = tuple(say("reminder-orders-left", name=name, count=count) for name, count in found.forms)
    return say("reminder-orders-forms", who=who) if who else ""


def besides(refusal: evening.OrdersOfTheDay) -> Json:
    """Who logged what, for the sheet that asks whether that is all."""
    return [*refusal.by, refusal.orders]


def heard(result: Answered) -> Say:
    return say("no-orders-toast") if result.mine else say("no-orders-said", by=result.by, at=result.at)


def but_logged(args: Args) -> list[Wording]:
    """Somebody said that there is nothing, though something was logged, not by him perhaps: told, and asked."""
    found = args.get("besides")
    match found if isinstance(found, list) else []:
        case [*by, int(count)]:
            return [say("no-orders-but", by=tuple(map(str, by)), count=count)]
        case _:
            return []
