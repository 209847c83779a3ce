"""待核对订单: the agency's cards and drafts that nobody has confirmed yet; they survive the night. What is ready of those that
are shown is confirmed by one tap, or by a word."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Page, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.orders import face
from dialogs.orders.card_face import pairs_of
from dialogs.shared.words import BACK, HOME, opens, page_in, pages
from domain.orders import card_views, showing
from domain.orders.confirming import ConfirmCards, Confirmed
from domain.orders.reading.intents import confirms
from domain.orders.records import WaitState
from domain.orders.showing import CardChanged, ShownCard

SHOWN = 6
ROWS = 3
"""Rows of a card that are told here."""
QUOTED = 40


class OrderCards(Page):
    """Args: the `page`."""

    name = "order_cards"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page, shown, count = _page(args, ask)
        lines: list[Wording] = [say("order-cards-title", count=count) if count else say("order-card-none")]
        for number, card in enumerate(shown, page * SHOWN + 1):
            lines += _lines(number, card, ask)
        keys = tuple(
            opens(str(number), "order_card", card=each.waiting.id)
            for number, each in enumerate(shown, page * SHOWN + 1)
        )
        back = BACK
        rows = (*_all(shown), *((keys,) if keys else ()), *pages(page, SHOWN, count))
        return Screen(tuple(lines), (*rows, (back, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "confirm":
            return Run(ConfirmCards(cards=pairs_of(act.args.get("cards"))))
        return Show({"page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not confirms(said.text):
            return None
        ready = _ready(_page(args, ask)[1])
        return Run(ConfirmCards(cards=pairs_of(ready))) if ready else Show(notice=(say("order-nothing-ready"),))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        if not isinstance(result, Confirmed):
            return Show()
        learned: list[Json] = [[each.name, each.customer, each.meant] for each in result.learned]
        return Swap("order_card", {"done": [each.id for each in result.orders], "learned": learned})

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        return Show(args, notice=(say("refusal-card-changed"),)) if isinstance(refusal, CardChanged) else None


def _page(args: Args, ask: Ask) -> tuple[int, Sequence[ShownCard], int]:
    """The newest first."""
    waiting = list(reversed(ask(showing.open_cards)))
    page = min(page_in(args), max(0, (len(waiting) - 1) // SHOWN))
    return page, ask(showing.several, [each.id for each in waiting[page * SHOWN : page * SHOWN + SHOWN]]), len(waiting)


def _lines(number: int, card: ShownCard, ask: Ask) -> list[Wording]:
    waiting = card.waiting
    text = head(" ".join(waiting.text.split()), QUOTED)
    lines: list[Wording] = [say("order-cards-row", index=number, author=card.author, at=waiting.at, text=text)]
    if waiting.state is WaitState.PROJECT:
        return [*lines, say("order-cards-project", name=ask(card_views.called, waiting.asked_id or waiting.author_id))]
    lines += map(face.brief, card.rows[:ROWS])
    if len(card.rows) > ROWS:
        lines.append(say("sale-more-lines", count=len(card.rows) - ROWS))
    return lines


def _ready(shown: Sequence[ShownCard]) -> list[Json]:
    """Those of which all that would be confirmed is told here, with their revisions."""
    return [[each.waiting.id, each.waiting.revision] for each in shown if each.ready and len(each.rows) <= ROWS]


def _all(shown: Sequence[ShownCard]) -> tuple[Row, ...]:
    ready = _ready(shown)
    count = sum(len(each.ready) for each in shown if len(each.rows) <= ROWS)
    return ((Button(say("order-confirm-all", count=count), act("confirm", cards=ready)),),) if len(ready) > 1 else ()
