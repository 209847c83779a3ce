"""Orders as a reader of what is typed at home."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Open
from dialogs.core.screen import say
from dialogs.follow_ups.in_passing import told_in_passing
from dialogs.orders import replies
from dialogs.orders.card import OrderCard, other_account
from dialogs.orders.day import OrdersDay
from dialogs.orders.open_cards import OrderCards
from dialogs.orders.replies import VOID, OrderReply
from dialogs.orders.sales import BatchSearch
from dialogs.shared.words import stage
from dialogs.typed import Claim, Wordings, visits
from domain.base.errors import NotFound
from domain.base.rights import Action, may
from domain.base.stage import Stage
from domain.home import views
from domain.orders import calling_off, mending, noting, pointing, showing
from domain.orders.reading import Intent
from domain.orders.reading.amend import batches_alone, takes_back
from domain.orders.reading.intents import confirms, is_none_today, says_ordered
from domain.orders.reading.records import ReadRow


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Sure of whom it is for and a figure; in doubt where it sounds like a question, a plan, a complaint, or tells of a
    stage. Without a name it may correct the newest card, as long as that waits."""
    if not may(ask(views.me).account, Action.LOG_ORDERS):
        return ()
    if confirms(text) and ask(showing.open_cards):
        return (Claim(say("order-cards-entry"), Open(OrderCards.name)),)
    if is_none_today(text):
        return (Claim(say("no-orders-key"), Open(OrdersDay.name, said=Typed(text))),)
    if off := _called_off(text, ask):
        return off
    if spoken := (*_numbered(text, ask), *_spoken_of(text, ask)):
        return spoken
    if rows := _orders(text, ask, doubtful=False):
        figures = any(each.price or each.total for each in rows) or says_ordered(text)
        if not figures and "yearly" in told_in_passing(text, wordings, ask).values:
            return ()  # 年预期 200万 is what is hoped for
        visited = visits.visited(text, ask)
        unsure = not figures and (visited is not None or _tells_how_it_goes(text, ask, wordings))
        found = Claim(say("order-read-as"), Open(OrderCard.name, said=Typed(text)), mine=not unsure)
        return (found,) if visited is None or unsure else (found, _both(text, visited))
    if _orders(text, ask, doubtful=True):
        doubtful = Claim(say("order-read-as"), Open(OrderCard.name, {"doubtful": True}, said=Typed(text)), mine=False)
        return (doubtful, *_correction(text, ask))
    if (elsewhere := other_account(text, ask.today, ask)) is not None:
        return (Claim(say("accounts-entry"), elsewhere),)
    correction = _correction(text, ask)
    return (*correction, *_batch(text, sure=not correction))


def _both(text: str, customer: int) -> Claim:
    """The order first; the report lies beneath it."""
    opens = Open(OrderCard.name, said=Typed(text), below=(visits.report(text, customer),))
    return Claim(say("order-read-as-both"), opens)


def _called_off(text: str, ask: Ask) -> Sequence[Claim]:
    """`晨曦 3k 那单客户取消了`: the orders that it may be, each as if 作废 had answered it."""
    return [
        Claim(
            say("order-void-key", number=each.number),
            Open(OrderReply.name, {"numbers": [each.number], "text": VOID}),
            mine=False,
        )
        for each in ask(calling_off.meant, text, ask.today)
    ]


def _numbered(text: str, ask: Ask) -> Sequence[Claim]:
    """`DD-2026-00010 退 200`: as if it answered that order."""
    numbers = list(dict.fromkeys(map(str.upper, replies.NUMBER.findall(text))))
    if len(numbers) != 1 or any(each.intent is Intent.ORDER for each in _orders(text, ask, doubtful=False)):
        return ()
    words = replies.NUMBER.sub(" ", text).strip()
    return _answers(numbers[0], words, ask, mine=True)


def _spoken_of(text: str, ask: Ask) -> Sequence[Claim]:
    """`刚才白桦那单不是5k是4k`: the orders that it may be, each as if the rest had answered it."""
    orders, words = ask(pointing.spoken_of, text)
    return [claim for each in orders for claim in _answers(each.number, words, ask, mine=False)]


def _answers(number: str, words: str, ask: Ask, *, mine: bool) -> Sequence[Claim]:
    given: Args = {"numbers": [number], "text": words, "day": ask.today.isoformat()}
    try:
        args = replies.pointed(given, ask)
        if not words or not (takes_back(words) or replies.is_understood(args, ask)):
            return ()
    except NotFound:
        return ()
    return (Claim(say("order-correct-key", number=number), Open(OrderReply.name, args), mine=mine),)


def _orders(text: str, ask: Ask, *, doubtful: bool) -> list[ReadRow]:
    found = ask(noting.understand, text, ask.today, doubtful=doubtful).rows
    return [each for each in found if each.intent is not Intent.NONE_TODAY]


def _tells_how_it_goes(text: str, ask: Ask, wordings: Wordings) -> bool:
    """`小批，首批500片`: a stage and pieces without a price are a project's update, of whoever writes such, unless they are said
    to be ordered."""
    stages = {word.lower() for each in Stage for word in (each.value, *wordings(stage(each)))}
    return may(ask(views.me).account, Action.WRITE_FOLLOW_UP) and any(word in text.lower() for word in stages)


def _correction(text: str, ask: Ask) -> Sequence[Claim]:
    """Of the newest card; where it names a customer, of the newest that has him."""
    mine = ask(views.me).account.id
    cards = [each.id for each in reversed(ask(showing.open_cards)) if each.author_id == mine]
    for card in cards if ask(noting.named_in, text) else cards[:1]:
        try:
            corrects = ask(mending.corrects, mending.AmendCard(card=card, text=text), wholly=True)
        except NotFound:
            continue
        if corrects:
            label = say("order-read-as-correction", number=card)
            opens = Open(OrderCard.name, {"card": card, "answered": True}, said=Typed(text))
            return (Claim(label, opens, mine=False),)
    return ()


def _batch(text: str, *, sure: bool) -> Sequence[Claim]:
    """`批次 A12`: where it went."""
    codes = batches_alone(text)
    if len(codes) != 1:
        return ()
    code = codes[0].code
    return (Claim(say("order-read-as-batch", code=code), Open(BatchSearch.name, {"code": code}), mine=sure),)
