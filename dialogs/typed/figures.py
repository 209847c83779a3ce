"""A sentence that asks for figures: 上月 启明 出货, Q3 BAT32G135 按客户 (docs/statistics.md)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.statistics.page import answered
from dialogs.typed import Claim, Wordings
from domain.base.rights import Action, may
from domain.home import views
from domain.statistics import naming
from domain.statistics.as_json import question
from domain.statistics.reading import Said, read


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Sure where every word is understood; else it may be meant for something else."""
    told = read(text, ask.today)
    of_names = read(text, ask.today, of_names=True) if told is None else None
    if (told is None and of_names is None) or not may(ask(views.reader), Action.SEE_ORDERS):
        return ()
    if told is None:
        return _of_names(of_names, ask) if of_names is not None else ()
    found = ask(naming.named, told.rest)
    said_much = told.measure is not None or told.span is not None
    if found.unknown and not (said_much and len(found.unknown) < len(told.rest) + 1):
        return ()
    opens = Open("statistics", answered(question({}, ask.today), told, ask).args or {})
    return (Claim(say("statistics-entry"), opens, mine=not found.unknown and said_much),)


def _of_names(told: Said, ask: Ask) -> Sequence[Claim]:
    """A time and names: 华南今年. A customer's may be the beginning of something else."""
    found = ask(naming.named, told.rest)
    if found.unknown or found.several is not None:
        return ()
    opens = Open("statistics", answered(question({}, ask.today), told, ask).args or {})
    return (Claim(say("statistics-entry"), opens, mine=found.only.customer is None),)
