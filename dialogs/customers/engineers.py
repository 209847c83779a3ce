"""技术支持: which of the agency's engineers help with a customer; a tap names one or lets him go."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, act, say
from dialogs.shared.words import BACK, HOME
from domain.follow_ups import views as follow_up_views
from domain.follow_ups import writing
from domain.protection import customers as customer_views


class Engineers(Page):
    name = "engineers"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        customer = ask(customer_views.customer, _customer(args)).customer
        assigned, could = ask(follow_up_views.engineers, customer.id)
        buttons = [
            Button(
                say("core-ticked", label=each.name) if each.id in assigned else each.name,
                act("toggle", engineer=each.id),
            )
            for each in could
        ]
        hint = say("engineers-hint") if could else say("engineers-none")
        back = (BACK, HOME)
        return Screen((say("engineers-title"), say("strong", text=customer.name), hint), (*in_rows(buttons, 2), back))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        assigned, _ = ask(follow_up_views.engineers, _customer(args))
        engineer = act.args.get("engineer")
        if not isinstance(engineer, int):
            return Show()
        wanted = set(assigned) ^ {engineer}
        return Run(writing.AssignEngineers(customer=_customer(args), engineers=tuple(sorted(wanted))))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(toast=say("engineers-saved"))


def _customer(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0
