"""请核对订单: what was understood of a message, to be answered, corrected, confirmed.

The card lies in the database and is the agency's; this page keeps its number alone. What is written while it is open is
an order of its own where it names whom it is for, else a correction; what says neither goes on to home. A reply to one of
its messages, or an edited message that it was read from, goes to it whatever is open (`answers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Close, Heard, Open, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.orders import card_face, face
from dialogs.orders.card_face import card_screen, number_of, row_screen, whole, with_field
from dialogs.shared.words import BACK, HOME, opens
from domain.base.errors import NotFound
from domain.base.rights import Action, may
from domain.home import views
from domain.orders import (
    card_views,
    changing,
    coming_back,
    confirming,
    elsewhere,
    keeping,
    mending,
    noting,
    rereading,
    showing,
    wanting,
)
from domain.orders.reading import Intent
from domain.orders.reading.amend import takes_back
from domain.orders.reading.intents import confirms, is_none_today, tells_of_a_visit
from domain.orders.records import Order, OrderState, WaitingOrder
from domain.orders.showing import ShownCard
from domain.people.records import AccountType

TOLD = 10
"""Orders that are told one by one after they were confirmed."""
_NUMBER = re.compile(r"^.{0,12}#(\d{1,9})\b")


class OrderCard(Page):
    """Args: the `card`; `row`, where one is being corrected, and `field`, what of it; `apart`, `known`, `page`; `done`, the
    orders that were just logged, and `learned`."""

    name = "order_card"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        done = _done(args, ask)
        if "card" not in args:
            waiting = len(ask(showing.open_cards)) if _logs(ask) else 0
            empty = say("order-write-next" if waiting else "order-card-none")
            return Screen(done or (empty,), (*_learned_rows(args), *_late_rows(args, ask), *_next(waiting)))
        card = ask(showing.card, number_of(args, "card"))
        if "row" in args:
            return row_screen(card, number_of(args, "row"), args, ask)
        lines, rows = card_screen(card, args, ask)
        gap = (*done, "") if done else ()
        return Screen((*gap, *lines), (*rows, *_learned_rows(args)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        number, given = number_of(args, "card"), act.args
        row, seen = given.get("row"), whole(given.get("seen")) or None
        match act.verb:
            case "confirm":
                return Run(confirming.ConfirmRows(card=number, apart=args.get("apart") is True, seen=seen))
            case "confirm-cards":
                return Run(confirming.ConfirmCards(cards=card_face.pairs_of(given.get("cards"))))
            case "drop":
                return Run(mending.DropCard(card=number, seen=seen))
            case "forget":
                return Run(confirming.ForgetAlias(customer=whole(given.get("customer")), name=str(given.get("name"))))
            case "late":
                return Run(changing.ConfirmLate(order=whole(given.get("order"))))
            case "show":
                apart: dict[str, Json] = {"apart": True} if args.get("apart") is True else {}
                return Show({"card": number, **apart, **dict(given)})
            case verb if isinstance(row, int):
                return _of_row(verb, number, row, given, seen)
            case _:
                return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.text.strip() or not _logs(ask):
            return None
        day = ask(noting.written_on, said.at)
        note = noting.NoteOrders(
            text=said.text, written_on=day, message=said.message, doubtful=args.get("doubtful") is True
        )
        if "card" not in args and "done" not in args:
            return Run(note)
        number = number_of(args, "card")
        if confirms(said.text) and args.get("edited") is not True:
            return _confirms(args, ask)
        if args.get("edited") is True:
            return Run(rereading.ReadAnew(card=number, text=said.text))
        row = args.get("row")
        if "card" in args and takes_back(said.text):
            return Run(mending.DropRow(card=number, row=row) if isinstance(row, int) else mending.DropCard(card=number))
        amend = mending.AmendCard(
            card=number,
            text=with_field(said.text, args),
            row=row if isinstance(row, int) else None,
            written_on=day,
        )
        if args.get("answered") is True:
            return Run(amend)
        if is_none_today(said.text) or tells_of_a_visit(said.text):
            return None
        found = ask(noting.understand, said.text, day).rows
        if any(each.intent is not Intent.NONE_TODAY for each in found):
            return Run(note)
        if (other := other_account(said.text, day, ask)) is not None:
            return other
        return Run(amend) if "card" in args and _corrects(amend, ask) else None

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        match result:
            case confirming.Confirmed():
                return Show(_confirmed(result))
            case ShownCard():
                return _shown(args, result)
            case mending.CorrectedCard():
                return _shown(args, result.card, *card_face.after_correction(result))
            case rereading.Reread():
                return _shown(args, result.card, *card_face.after_edit(result))
            case Order():
                return Show(args, toast=say("order-late-confirmed"))
            case confirming.Forgotten(name=name):
                return Show({**args, "learned": []}, notice=(say("order-alias-forgotten", name=name),))
            case WaitingOrder():
                return _asked(args, result, ask)
            case None if args.get("edited") is True or "card" not in args:
                kept = {key: value for key, value in args.items() if key == "card"} or {"done": []}
                return Show(kept, notice=(say("order-not-understood"),))
            case _:
                return Show({"done": []}, notice=(say("order-card-dropped"),))

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        if isinstance(refusal, NotFound):
            return Close(notice=(say("order-card-gone"),))
        if isinstance(refusal, showing.CardChanged):
            return Show({"card": number_of(args, "card")}, notice=(say_refusal(refusal),))
        return None

    @override
    def answers(self, said: Typed, ask: Ask) -> Open | None:
        """A reply to a card; the message that a card was read from, edited."""
        if not _logs(ask):
            return None
        if said.edited:
            waiting = ask(noting.written_as, said.message) if said.message is not None else None
            return Open(self.name, {"card": waiting.id, "edited": True}, said) if waiting is not None else None
        found = _NUMBER.match(said.answered)
        if found is None or not _is_there(int(found[1]), ask):
            return None
        return Open(self.name, {"card": int(found[1]), "answered": True}, said)


def other_account(text: str, day: date, ask: Ask) -> Open | None:
    """An order of a customer whom another account of this person has."""
    account = ask(elsewhere.account_that_knows, text, day)
    return None if account is None else Open("accounts", {"to": account.id, "why": "order"})


def _confirms(args: Args, ask: Ask) -> Turn | None:
    """确认全部, as somebody writes it: of several cards it is shown first what they say."""
    card = ask(showing.card, number_of(args, "card")) if "card" in args else None
    if card is None:
        return Open("order_cards") if ask(showing.open_cards) else None
    quick = ask(showing.beside, card)
    told = {each.waiting.id for each in (*quick, card)}
    if any(each.author_id == card.waiting.author_id and each.id not in told for each in ask(showing.open_cards)):
        return Open("order_cards")
    ready = card_face.ready_cards(card, quick)
    if not ready:
        return Show(notice=(say("order-nothing-ready"),))
    if quick:
        return Run(confirming.ConfirmCards(cards=tuple((each.waiting.id, each.waiting.revision) for each in ready)))
    return Run(
        confirming.ConfirmRows(card=card.waiting.id, apart=args.get("apart") is True, seen=card.waiting.revision)
    )


def _of_row(verb: str, card: int, row: int, given: Args, seen: int | None) -> Turn:
    match verb:
        case "take":
            ask, option = str(given.get("ask")), whole(given.get("option"))
            return Run(mending.AnswerRow(card=card, row=row, ask=ask, option=option, seen=seen))
        case "back":
            return Run(coming_back.TakeReturn(card=card, row=row, line=whole(given.get("line")), seen=seen))
        case "insist":
            return Run(mending.InsistOnRow(card=card, row=row, seen=seen))
        case "project":
            return Run(wanting.AskForProject(card=card, row=row, seen=seen))
        case "choose":
            return Run(mending.ChooseProject(card=card, row=row, project=whole(given.get("project")), seen=seen))
        case "tax":
            return Run(mending.TurnTax(card=card, row=row, seen=seen))
        case "drop-batch":
            return Run(mending.DropBatch(card=card, row=row, code=str(given.get("code")), seen=seen))
        case "drop-row":
            return Run(mending.DropRow(card=card, row=row, seen=seen))
        case _:
            return Show()


def _logs(ask: Ask) -> bool:
    return may(ask(views.me).account, Action.LOG_ORDERS)


def _is_there(card: int, ask: Ask) -> bool:
    try:
        ask(showing.card, card)
    except NotFound:
        return False
    return True


def _corrects(amend: mending.AmendCard, ask: Ask) -> bool:
    try:
        return bool(ask(mending.corrects, amend))
    except NotFound:  # somebody else was faster: what is shown says so
        return False


# --- what comes of an act -------------------------------------------------------------------------------------------


def _kept(args: Args, card: ShownCard) -> Args:
    """The card as it is now; a row that was corrected is back in its place."""
    apart: dict[str, Json] = {"apart": True} if args.get("apart") is True else {}
    return {"card": card.waiting.id, **apart}


def _shown(args: Args, card: ShownCard, *notice: Wording) -> Turn:
    if not card.rows:
        return Show({"done": []}, notice=(say("order-card-empty"), *notice))
    return Show(_kept(args, card), notice=notice)


def _confirmed(result: confirming.Confirmed) -> Args:
    left: dict[str, Json] = {"card": result.left.waiting.id} if result.left is not None else {}
    learned: list[Json] = [[each.name, each.customer, each.meant] for each in result.learned]
    return {"done": [each.id for each in result.orders], "learned": learned, **left}


def _asked(args: Args, kept: WaitingOrder, ask: Ask) -> Turn:
    told = (say("order-project-asked", name=ask(card_views.called, kept.asked_id or 0)),)
    number = number_of(args, "card")
    return Show({"card": number} if _is_there(number, ask) else {"done": []}, notice=told)


# --- after confirming -----------------------------------------------------------------------------------------------


def _done(args: Args, ask: Ask) -> tuple[Wording, ...]:
    orders = _logged(args, ask)
    lines: list[Wording] = []
    for order, customer in orders[:TOLD]:
        lines += face.lines_of(order, customer)
        if order.state is OrderState.LATE:
            lines.append(say("order-waits-for-owner", month=order.day.month))
    if len(orders) > TOLD:
        lines.append(say("order-and-more", count=len(orders) - TOLD))
    lines += _kept_by([order for order, _ in orders], ask)
    for name, _, meant in _learned(args):
        lines.append(say("order-alias-learned", name=name, meant=meant))
    if orders and "card" not in args:
        lines.append(say("order-what-next"))
    return tuple(lines)


def _kept_by(orders: Sequence[Order], ask: Ask) -> list[Wording]:
    """Until when orders keep their customers, where *policy* gives something for them."""
    customers = dict.fromkeys(each.customer_id for each in orders if each.state is OrderState.LOGGED)
    days = [until for each in customers if (until := ask(keeping.kept_until, each)) is not None]
    return [say("order-kept", until=each) for each in dict.fromkeys(days)]


def _logged(args: Args, ask: Ask) -> list[tuple[Order, str]]:
    done = args.get("done")
    found: list[tuple[Order, str]] = []
    for number in done if isinstance(done, list) else []:
        with suppress(NotFound):  # out of reach by now
            found.append(ask(card_views.order, whole(number)))
    return found


def _learned(args: Args) -> list[tuple[str, int, str]]:
    found = args.get("learned")
    return [
        (name, customer, meant)
        for each in (found if isinstance(found, list) else [])
        if isinstance(each, list)
        for name, customer, meant in [each]
        if isinstance(name, str) and isinstance(customer, int) and isinstance(meant, str)
    ]


def _learned_rows(args: Args) -> tuple[Row, ...]:
    return tuple(
        (Button(say("order-forget-key", name=name), act("forget", name=name, customer=customer)),)
        for name, customer, _ in _learned(args)
    )


def _late_rows(args: Args, ask: Ask) -> tuple[Row, ...]:
    """The owner confirms at once what he logged too late himself."""
    if ask(views.me).account.type is not AccountType.OWNER:
        return ()
    late = [each for each, _ in _logged(args, ask) if each.state is OrderState.LATE]
    return tuple(
        (Button(say("order-late-key", number=each.number), act("late", order=each.id)),) for each in late[:TOLD]
    )


def _next(waiting: int) -> tuple[Row, ...]:
    """The cards that still wait; what lies below, a half-filled form perhaps; home."""
    back = (opens(say("order-another-key"), "log_orders"), BACK, HOME)
    entry = say("counted", entry=say("order-cards-entry"), count=waiting)
    return ((opens(entry, "order_cards"),), back) if waiting else (back,)
