"""The day of a visit. Its hour isn't kept, and whoever says one is told so."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from dialogs.core import words
from dialogs.core.days import Date, with_weekday
from dialogs.core.field import Asking, Hearing, Took
from dialogs.core.screen import say
from domain.base import hours
from domain.visits.planning import FARTHEST


class VisitDay(Date):
    """下周三下午3点 is 下周三."""

    def __init__(self) -> None:
        super().__init__(lean="future", earliest=0, latest=FARTHEST)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        said = hours.parted(text, asking.today)
        hearing = super().typed(said.day if said.hour else text, asking)
        if not said.hour or not isinstance(hearing, Took):
            return hearing
        shown = say("visit-day-only", day=with_weekday(self.load(hearing.value)), hour=words.quoted(said.hour))
        return replace(hearing, shown=shown)
