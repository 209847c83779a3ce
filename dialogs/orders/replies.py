"""A reply to the message that tells of an order: `批次 A14` adds batches, `发 2k A14 3月15日` a delivery."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Open, Page, Run, Show, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.orders import face
from dialogs.words import HOME
from domain import views
from domain.errors import NotFound
from domain.orders import card_views, noting
from domain.orders.changing import AddBatches, Deliver
from domain.orders.reading.amend import batches_alone, delivery
from domain.orders.records import Batch, Line, Order
from domain.rights import Action, may

_NUMBER = re.compile(r"\bDD-\d{4}-\d{1,9}\b")
LINES = 8


class OrderReply(Page):
    """Args: the `numbers` of the orders that were answered; `text` and `day`, while it isn't said which line is meant; `told`,
    what came of it."""

    name = "order_reply"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        told = args.get("told")
        if isinstance(told, int):
            order, customer = ask(card_views.order, told)
            shipped = [
                say("order-shipped", count=each.quantity, day=each.day, batches=tuple(each.batches))
                for each in ask(card_views.deliveries, told)
            ]
            return Screen((say("order-reply-done"), *face.lines_of(order, customer)[1:], *shipped), ((HOME,),))
        lines: list[Wording] = [say("order-reply-which"), say("quoted", text=str(args.get("text", "")))]
        rows = [
            (Button(say("order-reply-line", number=order.number, project=line.project), act("line", line=line.id)),)
            for order, line in _lines(args, ask)
        ]
        return Screen(tuple(lines), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        found = next((line for _, line in _lines(args, ask) if line.id == act.args.get("line")), None)
        turn = None if found is None else _change(str(args.get("text", "")), found, args, ask)
        return turn or Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or "told" in args or "text" in args:
            return None
        given = {**args, "text": said.text, "day": ask(noting.written_on, said.at).isoformat()}
        found = _lines(args, ask)
        return (_change(said.text, found[0][1], given, ask) if len(found) == 1 else None) or Show(given)

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Show({"told": result.id})

    @override
    def answers(self, said: Typed, ask: Ask) -> Open | None:
        numbers = list(dict.fromkeys(_NUMBER.findall(said.answered)))
        if (
            said.edited
            or not numbers
            or not _is_reply(said.text, ask)
            or not may(ask(views.me).account, Action.LOG_ORDERS)
        ):
            return None
        args: dict[str, Any] = {"numbers": numbers}
        return Open(self.name, args, said) if _lines(args, ask) else None


def _is_reply(text: str, ask: Ask) -> bool:
    return bool(batches_alone(text)) or delivery(text, ask.today) is not None


def _lines(args: Args, ask: Ask) -> list[tuple[Order, Line]]:
    numbers = args.get("numbers")
    try:
        found: list[tuple[Order, Line]] = ask(
            card_views.lines_of, [str(each) for each in (numbers if isinstance(numbers, list) else [])]
        )
    except NotFound:
        return []
    return found[:LINES]


def _change(text: str, line: Line, args: Args, ask: Ask) -> Turn | None:
    """What isn't said of a delivery is all that is left of the line."""
    listed = batches_alone(text)
    if listed:
        return Run(AddBatches(line=line.id, batches=tuple(Batch(each.code, each.quantity) for each in listed)))
    day = ask.today if not isinstance(args.get("day"), str) else date.fromisoformat(str(args["day"]))
    shipped = delivery(text, day)
    if shipped is None:
        return None
    quantity = shipped.quantity if shipped.quantity is not None else line.quantity
    return Run(Deliver(line=line.id, quantity=quantity, day=shipped.day, batches=shipped.batches))
