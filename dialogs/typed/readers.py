"""The readers in their order: a matter that is written about at home adds its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogs.core.ask import Ask
from dialogs.core.page import Open, Show, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import say
from dialogs.typed import Claim, Reader, Wordings, claims, orders, pasted, project_updates
from domain import customer_filters, views
from domain.customer_filters import Filter
from domain.rights import Action, may

LONGEST_SEARCH = 30

READERS: tuple[Reader, ...] = (
    Reader("paste", pasted.claims),
    Reader("order", orders.claims),
    Reader("project's update", project_updates.claims),
)


def meant(text: str, ask: Ask, wordings: Wordings) -> list[Claim]:
    """All that the text may be: a search only where nobody is sure of it."""
    found = claims(text, ask, wordings, READERS)
    return found if any(each.mine for each in found) else [*found, *_search(text, ask)]


def read(said: Typed, ask: Ask, wordings: Wordings) -> Turn:
    found = meant(said.text, ask, wordings)
    if not found:
        key = "read-as-nothing" if may(ask(views.me).account, Action.REPORT_CUSTOMER) else "read-as-nothing-search"
        return Show(notice=(say(key),))
    alone = len(found) == 1 and (found[0].mine or found[0].opens.dialog == "customers")
    if alone:
        return opening(found[0], said.message, said.at)
    at = said.at.isoformat() if said.at is not None else None
    return Open("read_as", {"text": said.text, "message": said.message, "at": at})


def opening(claim: Claim, message: int | None, at: datetime | None) -> Open:
    """What the claim opens, which is told which message it is and when it was written."""
    said = claim.opens.said
    return claim.opens if said is None else replace(claim.opens, said=replace(said, message=message, at=at))


def _search(text: str, ask: Ask) -> Sequence[Claim]:
    line = text.strip()
    if "\n" in line or not 1 < len(line) <= LONGEST_SEARCH:
        return ()
    count = ask(customer_filters.customers, Filter(text=line), 0, 1)[1]
    label = say("counted", entry=say("read-as-search"), count=count)
    return (Claim(label, Open("customers", {"text": line}), mine=False),) if count else ()
