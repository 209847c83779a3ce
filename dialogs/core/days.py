"""Dates, typed or tapped on a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from typing_extensions import override

from dialogs.core import words
from dialogs.core.calendars import month_rows
from dialogs.core.field import Asking, Field, Hearing, Look, Misread, Offer, Took, answering
from dialogs.core.lists import in_rows
from dialogs.core.screen import Button, Json, Say, Wording, say
from domain.base import dates
from domain.base.dates import Lean, Month, Reading


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
    def dump(self, value: object) -> Json:
        assert isinstance(value, date)
        return value.isoformat()

    @override
    def show(self, value: Json) -> Wording:
        return say("core-day", day=self.load(value))

    def allows(self, day: date, today: date) -> bool:
        away = (day - today).days
        if not dates.EARLIEST <= day <= dates.LATEST:
            return False
        return (self.earliest is None or away >= self.earliest) and (self.latest is None or away <= self.latest)

    def take(self, reading: dates.Day, asking: Asking) -> Hearing:
        if not self.allows(reading.day, asking.today):
            return Misread(self._out_of_range(reading.day))
        return Took(reading.iso, with_weekday(reading.day) if reading.by_weekday else None)

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
        readings = dates.read(dates.where_asked(text), asking.today, self.lean)
        match [each for each in readings if self._within(each, asking.today)] or readings:
            case []:
                return Misread(say("core-not-a-day", typed=words.quoted(text), example=asking.today))
            case [dates.Day() as only]:
                return self.take(only, asking)
            case [Month() as only] if self._within(only, asking.today):
                return Look({"month": only.iso, "said": words.quoted(text)})
            case [Month() as only]:
                return Misread(self._out_of_range(only.first))
            case several:
                return Look({"which": [each.iso for each in several], "said": words.quoted(text)})

    def _within(self, reading: Reading, today: date) -> bool:
        """Whether any of its days may be chosen."""
        days = (reading.last - reading.first).days + 1
        return any(self.allows(dates.away(reading.first, each), today) for each in range(days))

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        hearing = self.typed(text, asking)
        return Misread(say("core-not-one-day", typed=words.quoted(text))) if isinstance(hearing, Look) else hearing

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        match do, args:
            case "day", {"day": str(day)}:
                return self.take(dates.Day(date.fromisoformat(day)), asking)
            case "month", {"month": str(month)}:
                return Look({"month": month})
            case _:
                return Look(asking.view)

    @override
    def offer(self, asking: Asking) -> Offer:
        month = asking.view.get("month")
        if isinstance(month, str):
            said = asking.view.get("said")
            lines = (say("core-which-day", typed=said),) if isinstance(said, str) else ()
            return Offer(month_rows(date.fromisoformat(f"{month}-01"), asking.today, self.allows), lines)
        if "which" in asking.view:
            return _which(asking, "month")
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
    def dump(self, value: object) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        text = str(value)
        if len(text) > 7:
            return self._day.show(value)
        return say("core-month", year=text[:4], month=int(text[5:7]))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        match dates.read(text, asking.today, self.lean):
            case ():
                return Misread(say("core-not-a-month", typed=words.quoted(text)))
            case (dates.Day() as only,):
                return self._day.take(only, asking)
            case (only,):
                return Took(only.iso)
            case several:
                return Look({"which": [each.iso for each in several], "said": words.quoted(text)})

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        hearing = self.typed(text, asking)
        return Misread(say("core-not-one-day", typed=words.quoted(text))) if isinstance(hearing, Look) else hearing

    @override
    def offer(self, asking: Asking) -> Offer:
        month = asking.view.get("month")
        if isinstance(month, str):
            whole = answering(say("core-whole-month"), "whole", month=month)
            days = self._day.offer(asking)
            return Offer((*days.rows, (whole,)), days.lines)
        if "which" in asking.view:
            return _which(asking, "whole")
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


def _which(asking: Asking, month_verb: str) -> Offer:
    """Each reading with a button; of months of one year just the number."""
    found = asking.view["which"]
    readings = [str(each) for each in found] if isinstance(found, list) else []
    years = {each[:4] for each in readings}
    of_one_year = len(years) == 1 and all(len(each) == len("2027-03") for each in readings)
    typed = str(asking.view.get("said", ""))
    line = (
        say("core-which-month", typed=typed, year=years.pop()) if of_one_year else say("core-which-date", typed=typed)
    )
    return Offer(in_rows([_reading(each, month_verb, of_one_year) for each in readings]), (line,))


def _reading(iso: str, month_verb: str, of_one_year: bool) -> Button:
    if len(iso) > len("2027-03"):
        return answering(with_weekday(date.fromisoformat(iso)), "day", day=iso)
    label: Wording = iso[5:] if of_one_year else say("core-month", year=iso[:4], month=int(iso[5:]))
    return answering(label, month_verb, month=iso)


def with_weekday(day: date) -> Say:
    """12-11 周五."""
    return say("core-day-of-week", day=day, weekday=say("core-weekday", number=day.isoweekday()))
