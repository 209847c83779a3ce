"""What is said of a visit, at home or in a reply to a reminder: 南桥改到下周一, 不去了, 下周三上午去晨曦. It opens what is to be submitted.

Names of forms instead of the forms: a report's form is among those that ask here.
"""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Close, Open, Page, Turn
from dialogs.core.screen import Act, Button, Json, Screen, act, say
from dialogs.shared.words import HOME, middle
from domain.base.searching import fits, words
from domain.follow_ups import views as follow_up_views
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter
from domain.visits import sentences, views

OFFERED = 8
LOOKED_UP = 4
"""Ways to read a sentence, at most, whose customers are looked up."""
SHORTEST = 2
"""Characters of a name."""


class WhoseVisit(Page):
    """Several customers may be meant. Opened with them, and with the day as it was written; without one a visit is called off."""

    name = "whose_visit"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        several = _customers(args)
        names = ask(follow_up_views.names, several)
        rows = [
            (Button(middle(name), act("take", customer=each)),)
            for each, name in zip(several, names, strict=True)
            if name
        ]
        return Screen((say("whose-visit-title"),), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        customer = act.args.get("customer")
        opened = opening([customer], str(args.get("day", "")), ask) if isinstance(customer, int) else None
        return opened or Close()


def opening(customers: Sequence[int], day: str, ask: Ask) -> Open | None:
    """The form of the day, or what asks whether a visit is called off; None where none is planned."""
    if len(customers) > 1:
        found: list[Json] = [*customers]
        return Open(WhoseVisit.name, {"customers": found, "day": day})
    if not customers:
        return None
    if day:
        return Open("plan_visit", {"customer": customers[0]}, Typed(day))
    visit = ask(views.planned_at, customers).get(customers[0])
    return Open("visit", {"visit": visit, "sure": True}) if visit is not None else None


def changed(text: str, reminded: Sequence[int], ask: Ask) -> Open | None:
    """A planned visit is put off, or called off: that of the customer who is named, or of those who were reminded of."""
    said = sentences.moved(text, ask.today) or sentences.called_off(text)
    if said is None:
        return None
    several = _named(said.name, ask) if said.name else reminded
    standing = ask(views.planned_at, several)
    among = [each for each in standing if each in reminded]
    return opening(among or list(standing), said.day, ask)


def planned(text: str, ask: Ask) -> tuple[Sequence[int], str]:
    """Whom a visit is planned at, and the day as it was written; nobody where the text doesn't say that."""
    tried: set[str] = set()
    for said in sentences.planned(text, ask.today):
        if said.name in tried:
            continue
        if len(tried) == LOOKED_UP:
            break
        tried.add(said.name)
        if found := _named(said.name, ask):
            return found, said.day
    return (), ""


def _named(name: str, ask: Ask) -> list[int]:
    asked = words(name)
    if len(name) < SHORTEST or not asked:
        return []
    rows, _ = ask(customer_filters.customers, Filter(text=name), 0, OFFERED)
    return [int(each.customer.id) for each in rows if fits(each.customer.name, asked)]


def _customers(args: Args) -> list[int]:
    found = args.get("customers")
    return [each for each in found if isinstance(each, int)] if isinstance(found, list) else []
