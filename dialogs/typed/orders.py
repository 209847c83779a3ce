"""Orders as a reader of what is typed at home."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.said import Typed
from dialogs.core.screen import say
from dialogs.orders.card import OrderCard
from dialogs.orders.day import OrdersDay
from dialogs.orders.sales import BatchSearch
from dialogs.typed import Claim, Wordings
from domain import views
from domain.errors import NotFound
from domain.orders import mending, noting, showing
from domain.orders.reading import Intent
from domain.orders.reading.amend import batches_alone
from domain.orders.reading.intents import is_none_today
from domain.rights import Action, may


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Sure of whom it is for and a figure; in doubt where it sounds like a question, a plan, a complaint. Without a name it
    may correct the newest card, as long as that waits."""
    if not may(ask(views.me).account, Action.LOG_ORDERS):
        return ()
    if is_none_today(text):
        return (Claim(say("no-orders-key"), Open(OrdersDay.name, said=Typed(text))),)
    if _orders(text, ask, doubtful=False):
        return (Claim(say("order-read-as"), Open(OrderCard.name, said=Typed(text))),)
    if _orders(text, ask, doubtful=True):
        return (Claim(say("order-read-as"), Open(OrderCard.name, {"doubtful": True}, said=Typed(text)), mine=False),)
    return (*_correction(text, ask), *_batch(text))


def _orders(text: str, ask: Ask, *, doubtful: bool) -> bool:
    found = ask(noting.understand, text, ask.today, doubtful=doubtful).rows
    return any(each.intent is not Intent.NONE_TODAY for each in found)


def _correction(text: str, ask: Ask) -> Sequence[Claim]:
    mine = ask(views.me).account.id
    newest = next((each.id for each in reversed(ask(showing.open_cards)) if each.author_id == mine), None)
    if newest is None:
        return ()
    try:
        if not ask(mending.corrects, mending.AmendCard(card=newest, text=text), wholly=True):
            return ()
    except NotFound:
        return ()
    label = say("order-read-as-correction", number=newest)
    return (Claim(label, Open(OrderCard.name, {"card": newest, "answered": True}, said=Typed(text)), mine=False),)


def _batch(text: str) -> Sequence[Claim]:
    """`批次 A12`: where it went."""
    codes = batches_alone(text)
    if len(codes) != 1:
        return ()
    code = codes[0].code
    return (Claim(say("order-read-as-batch", code=code), Open(BatchSearch.name, {"code": code}), mine=False),)
