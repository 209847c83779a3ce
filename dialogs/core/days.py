"""Dates, typed or tapped on a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from typing_extensions import override

from dialogs.core import dates, words
from dialogs.core.calendars import month_rows
from dialogs.core.dates import Lean
from dialogs.core.field import Asking, Field, Hearing, Look, Misread, Offer, Took, answering
from dialogs.core.screen import Json, Say, Wording, say


class Date(Field[date]):
    """A day. `lean` says which year a day without one is in, and what the calendar opens; `earliest` and `latest` are
    counted in days from today (`latest=0`: not in the future)."""

    kind = "date"

    def __init__(self, *, lean: Lean = "near", earliest: int | None = None, latest: int | None = None) -> None:
        super().__init__()
        self.lean, self.earliest, self.latest = lean, earliest, latest

    @override
    def load(self, value: Json) -> date:
        if not isinstance(value, str):
            raise TypeError(value)
        return date.fromisoformat(value)

    @override
    def dump(self, value: date) -> Json:
        return value.isoformat()

    @override
    def show(self, value: Json) -> Wording:
        return say("core-day", day=self.load(value))

    def allows(self, day: date, today: date) -> bool:
        away = (day - today).days
        if not dates.EARLIEST <= day <= dates.LATEST:
            return False
        return (self.earliest is None or away >= self.earliest) and (self.latest is None or away <= self.latest)

    def take(self, day: date | None, text: str, asking: Asking) -> Hearing:
        if day is None:
            return Misread(say("core-not-a-day", typed=words.quoted(text), example=asking.today))
        if not self.allows(day, asking.today):
            return Misread(self._out_of_range(day))
        return Took(day.isoformat())

    def _out_of_range(self, day: date) -> Say:
        match self.earliest, self.latest:
            case _, 0:
                return say("core-day-future", day=day)
            case 0, _:
                return say("core-day-past", day=day)
            case _:
                return say("core-day-range", day=day)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return self.take(dates.parse_day(text, asking.today, self.lean), text, asking)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        match do, args:
            case "day", {"day": str(day)}:
                return self.take(dates.parse_day(day, asking.today), day, asking)
            case "month", {"month": str(month)}:
                return Look({"month": month})
            case _:
                return Look(asking.view)

    @override
    def offer(self, asking: Asking) -> Offer:
        month = asking.view.get("month")
        if isinstance(month, str):
            return Offer(month_rows(date.fromisoformat(f"{month}-01"), asking.today, self.allows))
        near = [
            (name, away)
            for name, away in _NEAR
            if self._near(away) and self.allows(dates.away(asking.today, away), asking.today)
        ]
        quick = tuple(
            answering(say(name), "day", day=dates.away(asking.today, away).isoformat()) for name, away in near
        )
        opening = answering(say("core-calendar"), "month", month=asking.today.isoformat()[:7])
        return Offer(((*quick, opening),) if len(quick) < 3 else (quick, (opening,)))

    def _near(self, away: int) -> bool:
        return away == 0 or (away > 0 if self.lean == "future" else away < 0)


class DateOrMonth(Field[str]):
    """A day or only its month, as an ISO text: `2026-12-05` or `2026-12`."""

    kind = "date_or_month"

    def __init__(self, *, lean: Lean = "future") -> None:
        super().__init__()
        self.lean = lean
        self._day = Date(lean=lean)

    @override
    def load(self, value: Json) -> str:
        if not isinstance(value, str):
            raise TypeError(value)
        date.fromisoformat(value if len(value) > 7 else f"{value}-01")
        return value

    @override
    def dump(self, value: str) -> Json:
        return value

    @override
    def show(self, value: Json) -> Wording:
        text = str(value)
        if len(text) > 7:
            return self._day.show(value)
        return say("core-month", year=text[:4], month=int(text[5:7]))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        month = dates.parse_month(text, asking.today, self.lean)
        if month is not None:
            return Took(month)
        day = dates.parse_day(text, asking.today, self.lean)
        return Misread(say("core-not-a-month", typed=words.quoted(text))) if day is None else Took(day.isoformat())

    @override
    def offer(self, asking: Asking) -> Offer:
        month = asking.view.get("month")
        if isinstance(month, str):
            whole = answering(say("core-whole-month"), "whole", month=month)
            rows = self._day.offer(asking).rows
            return Offer((rows[0], *rows[1:], (whole,)))
        months = [dates.month_away(asking.today.replace(day=1), shift) for shift in range(6)]
        quick = [
            answering(say("core-month", year=str(each.year), month=each.month), "whole", month=each.isoformat()[:7])
            for each in months
        ]
        opening = answering(say("core-calendar"), "month", month=asking.today.isoformat()[:7])
        return Offer((tuple(quick[:3]), tuple(quick[3:]), (opening,)))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        match do, args:
            case "whole", {"month": str(month)}:
                return Took(month)
            case _:
                return self._day.tapped(do, args, asking)


_NEAR = (("core-today", 0), ("core-yesterday", -1), ("core-tomorrow", 1))
