"""补录 of a list before the owner: orders of closed months count when he says so, all at once."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.shared.words import HOME, opens
from domain.orders import card_views
from domain.orders.listing import asking


class LateOrders(Page):
    """Pushed to the owners of the agency. Args: the `job` that brought the list."""

    name = "late_orders"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        job, months = ask(asking.late_of, _job(args))
        by = ask(card_views.called, job.account_id or 0)
        lines: list[Wording] = [
            say("orders-list-late-title", by=by),
            say("import-file", name=str(job.args.get("name", ""))),
            *(
                say("orders-list-late-month", month=f"{year}-{month:02}", count=count)
                for (year, month), count in months.items()
            ),
        ]
        look = opens(say("sales-key"), "sales")
        if not months:
            return Screen((*lines, say("orders-list-late-none")), ((look, HOME),))
        count = sum(months.values())
        let = Button(say("orders-list-late-key", count=count), act("count"))
        return Screen((*lines, say("order-late-hint")), ((let,), (look, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(asking.CountLateOrders(job=_job(args)))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(args, toast=say("orders-list-late-begun"))


def _job(args: Args) -> int:
    value = args.get("job")
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else 0
