"""A sentence that asks what will be ordered: 下季度 预测, 明年Q2 BAT32G135 订单预期 (docs/forecast.md)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.forecast.page import answered
from dialogs.typed import Claim, Wordings
from domain.base.rights import Action, may
from domain.forecast.asking import question
from domain.forecast.reading import read
from domain.home import views
from domain.statistics import naming


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    """Sure where every word is understood; else it may be meant for something else."""
    told = read(text, ask.today)
    if told is None or not may(ask(views.reader), Action.SEE_FORECAST):
        return ()
    unknown = ask(naming.named, told.rest).unknown
    if unknown and len(unknown) == len(told.rest) and told.span is None:
        return ()
    opens = Open("forecast", answered(question({}, ask.today), told, ask).args or {})
    return (Claim(say("forecast-entry"), opens, mine=not unknown),)
