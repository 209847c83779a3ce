"""A reply to a message that tells of orders: `批次 A14` adds batches, `发 2k A14 3月15日` a delivery; `改6k`, `单价 3.2`,
`不要第二个` correct it once the reason is tapped, `退 500` and `撤` are done once they are confirmed.

A message that became an order and is edited afterwards changes nothing: it says how the order is corrected.
"""

from __future__ import annotations

import re
from datetime import date

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Json, Screen, say
from dialogs.orders import reply_face
from dialogs.shared.words import HOME
from domain.base.errors import NotFound
from domain.base.rights import Action, may
from domain.home import views
from domain.orders import card_views, noting, pointing, replying
from domain.orders.changing import AddBatches, CorrectOrder, Deliver, ReturnGoods, VoidOrder
from domain.orders.reading import Intent
from domain.orders.reading.amend import batches_alone, takes_back
from domain.orders.reading.intents import corrects
from domain.orders.reading.moved_goods import delivery, given_back
from domain.orders.reading.text import LineText
from domain.orders.records import Batch, CorrectionReason, Line, Order
from domain.orders.replying import OrderCorrection

NUMBER = re.compile(r"\bDD-\d{4}-\d{1,9}\b", re.IGNORECASE)
LINES = 8
VOID = "作废"
"""The words of a reply that take the order back."""


class OrderReply(Page):
    """Args: the `numbers` of the orders that were answered; `text` and `day`, as it was written; `line` (of the `order`), where
    that was said by a tap; `took`, the readings chosen so far; `told`, what came of it; `edited`: nothing may come of it."""

    name = "order_reply"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        told = args.get("told")
        if isinstance(told, int):
            return reply_face.done(told, ask)
        orders = _orders(args, ask)
        if not orders:
            return Screen((say("order-reply-gone"),), ((HOME,),))
        if args.get("edited") is True:
            return reply_face.edited(orders)
        text = str(args.get("text", ""))
        if not text:  # what it said was refused, which stands above
            return reply_face.again(orders)
        if takes_back(text):
            return reply_face.void(orders, ask)
        found = _correction(args, ask)
        if found is not None:
            return reply_face.correction(found, ask)
        back = given_back(text, _day(args, ask))
        line = _line(args, ask)
        if back is not None and line is not None:
            return reply_face.gives_back(*line, back, ask(card_views.returnable, line[1].id))
        shipped = delivery(text, _day(args, ask))
        if shipped is not None and line is not None:
            return reply_face.ships(*line, shipped)
        if is_understood(args, ask):
            return reply_face.which(text, _lines(args, ask))
        return reply_face.not_understood(text, orders)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb, act.args:
            case "line", {"line": int(line)}:
                chosen = {**args, "line": line}
                return _at_once(chosen, ask) or Show(chosen)
            case "took", {"option": int(option)}:
                return Show({**args, "took": [*_took(args), option]})
            case "void", {"order": int(order)}:
                return Run(VoidOrder(order=order))
            case "back", _:
                return _gives_back(args, ask) or Show()
            case "ship", _:
                return _ships(args, ask) or Show()
            case "why", {"why": str(why)}:
                found = _correction(args, ask)
                return (
                    Show()
                    if found is None or why not in set(CorrectionReason)
                    else _corrects(found, CorrectionReason(why))
                )
            case _:
                return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or "told" in args or "text" in args or "numbers" not in args:
            return None
        given: Args = {**args, "text": said.text, "day": ask(noting.written_on, said.at).isoformat()}
        if args.get("edited") is True:
            return Show(given)
        given = pointed(given, ask)
        return _at_once(given, ask) or Show(given)

    @override
    def after(self, args: Args, result: Order, ask: Ask) -> Turn:
        return Show({"told": result.id})

    @override
    def answers(self, said: Typed, ask: Ask) -> Open | None:
        if not may(ask(views.me).account, Action.LOG_ORDERS):
            return None
        if said.edited:
            found = ask(card_views.written_as, said.message) if said.message is not None else ()
            numbers: list[Json] = [each.number for each in found]
            return Open(self.name, {"numbers": numbers, "edited": True}, said) if numbers else None
        args: Args = {"numbers": list[Json](dict.fromkeys(NUMBER.findall(said.answered)))}
        if not _orders(args, ask) or (_is_an_order(said, ask) and not _corrects_them(args, said, ask)):
            return None
        return Open(self.name, args, said)


def _is_an_order(said: Typed, ask: Ask) -> bool:
    """One of its own, that happens to answer another."""
    found = ask(noting.understand, said.text, ask(noting.written_on, said.at)).rows
    return any(each.intent in (Intent.ORDER, Intent.AGAIN) and each.customer is not None for each in found)


def _corrects_them(args: Args, said: Typed, ask: Ask) -> bool:
    """白桦的应该是4k: whom it names is one of these, and it says that something is otherwise."""
    _, words = ask(pointing.named, _lines(args, ask), said.text, ask(noting.written_on, said.at))
    return words != said.text and corrects(LineText(said.text).plain)


def pointed(args: Args, ask: Ask) -> Args:
    """With the line that the words name, and without those words, where the others say something of it."""
    lines, words = ask(pointing.named, _lines(args, ask), str(args.get("text", "")), _day(args, ask))
    if len(lines) != 1:
        return args
    given: Args = {**args, "text": words, "line": lines[0][1].id}
    return given if is_understood(given, ask) else args


def _orders(args: Args, ask: Ask) -> list[Order]:
    try:
        found: list[Order] = ask(card_views.orders_of, _numbers(args))
    except NotFound:
        return []
    return found


def _numbers(args: Args) -> list[str]:
    numbers = args.get("numbers")
    return [str(each) for each in (numbers if isinstance(numbers, list) else [])][:LINES]


def _lines(args: Args, ask: Ask) -> list[tuple[Order, Line]]:
    return [(order, line) for order in _orders(args, ask) if not order.is_return for line in order.lines][:LINES]


def _line(args: Args, ask: Ask) -> tuple[Order, Line] | None:
    """The line that is meant: the one that was tapped, or the only one."""
    lines = _lines(args, ask)
    if len(lines) == 1:
        return lines[0]
    return next((each for each in lines if each[1].id == args.get("line")), None)


def _day(args: Args, ask: Ask) -> date:
    return date.fromisoformat(str(args["day"])) if isinstance(args.get("day"), str) else ask.today


def _took(args: Args) -> list[int]:
    took = args.get("took")
    return [each for each in (took if isinstance(took, list) else []) if isinstance(each, int)]


def _correction(args: Args, ask: Ask) -> OrderCorrection | None:
    """Of the order whose line is meant; of the only one, where the words say which line."""
    orders, line = [each for each in _orders(args, ask) if not each.is_return], _line(args, ask)
    text, day, took = str(args.get("text", "")), _day(args, ask), _took(args)
    if given_back(text, day) is not None or delivery(text, day) is not None:
        return None
    if line is not None:
        return ask(replying.correction, line[0].id, line[1].id, text, day, took)
    return ask(replying.correction, orders[0].id, None, text, day, took) if len(orders) == 1 else None


def is_understood(args: Args, ask: Ask) -> bool:
    """Whether it says something, of the line that is meant or else of whichever."""
    text, day = str(args.get("text", "")), _day(args, ask)
    if batches_alone(text) or delivery(text, day) is not None or given_back(text, day) is not None:
        return bool(_lines(args, ask))
    lines = [each for each in [_line(args, ask)] if each is not None] or _lines(args, ask)
    return bool(lines) and ask(replying.correction, lines[0][0].id, lines[0][1].id, text, day, ()) is not None


def _at_once(args: Args, ask: Ask) -> Turn | None:
    """What needs no reason: batches, and what was shipped; all that is left of the line where no number is said."""
    found, text = _line(args, ask), str(args.get("text", ""))
    if found is None:
        return None
    listed = batches_alone(text)
    if listed:
        return Run(AddBatches(line=found[1].id, batches=tuple(Batch(each.code, each.quantity) for each in listed)))
    shipped = delivery(text, _day(args, ask))
    return _ships(args, ask) if shipped is not None and shipped.exact else None


def _ships(args: Args, ask: Ask) -> Turn | None:
    found, shipped = _line(args, ask), delivery(str(args.get("text", "")), _day(args, ask))
    if found is None or shipped is None or shipped.day is None or shipped.unclear:
        return None
    quantity = shipped.quantity if shipped.quantity is not None else ask(card_views.unshipped, found[1].id)
    return Run(Deliver(line=found[1].id, quantity=quantity, day=shipped.day, batches=shipped.batches))


def _gives_back(args: Args, ask: Ask) -> Turn | None:
    found, back = _line(args, ask), given_back(str(args.get("text", "")), _day(args, ask))
    if found is None or back is None or back.quantity is None or back.day is None:
        return None
    return Run(ReturnGoods(line=found[1].id, quantity=back.quantity, day=back.day))


def _corrects(found: OrderCorrection, why: CorrectionReason) -> Turn:
    if not found.lines:
        return Run(VoidOrder(order=found.order.id))
    return Run(CorrectOrder(order=found.order.id, day=found.day, lines=found.lines, why=why))
