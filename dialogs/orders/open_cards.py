"""待核对订单: the agency's cards and drafts that nobody has confirmed yet; they survive the night."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, say
from dialogs.core.words import head
from dialogs.words import HOME, opens, page_in, pages
from domain.orders import card_views, showing
from domain.orders.records import WaitState

SHOWN = 6
QUOTED = 40


class OrderCards(Page):
    name = "order_cards"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        waiting = list(reversed(ask(showing.open_cards)))
        page = min(page_in(args), max(0, (len(waiting) - 1) // SHOWN))
        shown = waiting[page * SHOWN : page * SHOWN + SHOWN]
        lines: list[Wording] = [say("order-cards-title", count=len(waiting)) if waiting else say("order-card-none")]
        for number, each in enumerate(shown, page * SHOWN + 1):
            author = ask(card_views.called, each.author_id)
            lines.append(
                say(
                    "order-cards-row",
                    index=number,
                    author=author,
                    at=each.at,
                    text=head(" ".join(each.text.split()), QUOTED),
                )
            )
            if each.state is WaitState.PROJECT:
                lines.append(say("order-cards-project", name=ask(card_views.called, each.asked_id or each.author_id)))
        keys = tuple(
            opens(str(number), "order_card", card=each.id) for number, each in enumerate(shown, page * SHOWN + 1)
        )
        back = Button(say("back-key"), Act("close"))
        return Screen(tuple(lines), (*((keys,) if keys else ()), *pages(page, SHOWN, len(waiting)), (back, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})
