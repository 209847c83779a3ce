"""The readers in their order: a matter that is written about at home adds its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed, lying
from dialogs.core.page import Open, Perhaps, Show, Turn, in_parts
from dialogs.core.screen import Say, say
from dialogs.typed import (
    Claim,
    TypedReader,
    Wordings,
    claims,
    figures,
    orders,
    outlooks,
    pasted,
    people,
    project_updates,
    protections,
    sentences,
    visits,
)
from dialogs.typed.searches import LEADS_TO, searches
from domain.base.rights import Action, may
from domain.base.said_numbers import is_number, number_of
from domain.home import views
from domain.orders import noting

NOTHING = "read-as-nothing"
"""Nobody knows what it is: a page on which it finds nothing may say that better."""

READERS: tuple[TypedReader, ...] = (
    TypedReader("paste", pasted.claims),
    TypedReader("visit", visits.claims),
    TypedReader("order", orders.claims),
    TypedReader("statistics", figures.claims),
    TypedReader("forecast", outlooks.claims),
    TypedReader("report in a sentence", sentences.claims),
    TypedReader("project's update", project_updates.claims),
    TypedReader("how long protected", protections.claims),
    TypedReader("people", people.claims),
)


def meant(text: str, ask: Ask, wordings: Wordings) -> list[Claim]:
    """All that the text may be: a search only where nobody is sure of it."""
    found = claims(text, ask, wordings, READERS)
    return found if any(each.mine for each in found) else [*found, *searches(text, ask)]


def read(said: Typed, ask: Ask, wordings: Wordings) -> Turn | Perhaps:
    found = meant(said.text, ask, wordings)
    if not found and is_number(said.text):
        return Show(notice=(say("read-as-no-number", number=number_of(said.text)),))
    if not found:
        if people.are_people(said.text):
            return Show(notice=(say("read-as-people"),))
        told = tuple(_what_can_be_typed(said.text, ask))
        return Perhaps(Show(notice=told)) if told[0].key == NOTHING else Show(notice=told)
    alone = len(found) == 1 and (found[0].mine or found[0].opens.dialog in LEADS_TO)
    if alone:
        return opening(found[0], said)
    return Open("read_as", lying(said))


def _what_can_be_typed(text: str, ask: Ask) -> Iterator[Say]:
    account = ask(views.me).account
    if may(account, Action.LOG_ORDERS) and (name := ask(noting.for_nobody_known, text)) is not None:
        yield say("read-as-nobodys-order", name=name)
        if may(account, Action.REPORT_CUSTOMER):
            yield say("read-as-nobodys-order-report")
        return
    yield say(NOTHING)
    yield say("read-as-nothing-search")
    for action, key in _FORMS:
        if may(account, action):
            yield say(key)


_FORMS = (
    (Action.MANAGE_AGENCIES, "read-as-nothing-agency"),
    (Action.REPORT_CUSTOMER, "read-as-nothing-report"),
    (Action.WRITE_FOLLOW_UP, "read-as-nothing-follow-up"),
    (Action.LOG_ORDERS, "read-as-nothing-order"),
)


def opening(claim: Claim, message: Typed) -> Open:
    """What the claim opens, which is told which message it is and when it was written."""
    said, args = claim.opens.said, claim.opens.args
    if claim.opens.below:
        return in_parts(claim.opens, message)
    if isinstance(said, Typed):
        return replace(claim.opens, said=replace(said, message=message.message, at=message.at))
    return replace(claim.opens, args={**args, **lying(message)}) if "openings" in args else claim.opens
