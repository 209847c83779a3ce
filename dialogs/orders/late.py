"""补录 before the owner: an order of a closed month counts when he says so."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Row, Screen, Wording, say
from dialogs.orders import face
from dialogs.shared.words import HOME, button, opens
from domain.orders import card_views
from domain.orders.changing import ConfirmLate
from domain.orders.records import Order, OrderState


class LateOrder(Page):
    """Pushed to the owners of the agency. Args: the `order`."""

    name = "late_order"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        order, customer = ask(card_views.order, _number(args))
        author = ask(card_views.called, order.author_id)
        lines: list[Wording] = [
            say("order-late-title", month=order.day.month, author=author),
            *face.lines_of(order, customer)[1:],
            say("order-late-day", number=order.number, day=order.day),
        ]
        if order.state is OrderState.LATE:
            return Screen((*lines, say("order-late-hint")), ((button("order-late-confirm", "confirm"), HOME),))
        return Screen((*lines, say(f"order-late-is-{order.state.value}")), (*late_rows(ask), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(ConfirmLate(order=_number(args)))

    @override
    def after(self, args: Args, result: Order, ask: Ask) -> Turn:
        return Show(args, toast=say("order-late-confirmed"))


def late_rows(ask: Ask) -> tuple[Row, ...]:
    """To the oldest that waits for the owner, wherever he looks."""
    count, oldest = ask(card_views.waits_for_owner)
    entry = say("counted", entry=say("order-late-entry"), count=count)
    return ((opens(entry, "late_order", order=oldest),),) if count else ()


def _number(args: Args) -> int:
    value = args.get("order")
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else 0
