"""Dates as people say them (docs/typing.md): 昨天, 11-22, 3月底, 下周三, 明年Q1, 十二月三十一日, next Friday.

`read` gives the readings of a text: one, several where it must be asked which (Q1 is three months), none where it is no
date. A reading is a day or a month alone; nothing more exact than what was said. `lean` is the direction of the question:
what is to come reads forwards, an order's day backwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from domain.base import date_spans
from domain.base.calendar import add_months
from domain.base.date_words import folded

Lean: TypeAlias = Literal["past", "future", "near"]
"""Where a date without a year is: the last such one, the next one, or the nearest."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Day:
    """`by_weekday`: it was said by its day of the week, which is shown then."""

    day: date
    by_weekday: bool = False

    @property
    def first(self) -> date:
        return self.day

    @property
    def last(self) -> date:
        return self.day

    @property
    def iso(self) -> str:
        """`2026-12-05`."""
        return self.day.isoformat()


@dataclass(frozen=True, slots=True)
class Month:
    """By its first day."""

    first: date

    @property
    def last(self) -> date:
        return month_away(self.first, 1) - timedelta(days=1)

    @property
    def iso(self) -> str:
        """`2026-12`."""
        return self.first.isoformat()[:7]


Reading: TypeAlias = Day | Month
Readings: TypeAlias = tuple[Reading, ...]


def read(text: str, today: date, lean: Lean = "near") -> Readings:
    """What a text may mean, in the order of time."""
    manners = (manner for each in _either(text) for manner in folded(each))
    found = (reading for manner in manners for reading in _read(manner, today, lean))
    apart = {reading.iso: reading for reading in found if EARLIEST <= reading.first <= reading.last <= LATEST}
    return tuple(sorted(apart.values(), key=lambda each: (each.first, each.last)))


_EITHER = re.compile(
    r"(?<![一二三四五六七八九十〇零])([一二两三四五六七八九])([二两三四五六七八九])(?=天|周|个|星期|礼拜)"
)


def _either(text: str) -> tuple[str, ...]:
    """三四天后 is three or four, not thirty-four."""
    if _EITHER.search(text) is None:
        return (text,)
    return _EITHER.sub(r"\1", text), _EITHER.sub(r"\2", text)


def only_day(text: str, today: date, lean: Lean = "near") -> date | None:
    """The one day that a text means; None where it is a month, or several."""
    match read(text, today, lean):
        case (Day(day),):
            return day
        case _:
            return None


_FOUR = re.compile(r"\s*(\d{2})(\d{2})\s*")


def where_asked(text: str) -> str:
    """1127 is 11-27 where a day is asked for, by a question or a label; anywhere else it is a number."""
    found = _FOUR.fullmatch(text)
    return f"{found[1]}-{found[2]}" if found is not None and 1 <= int(found[1]) <= 12 else text


def away(day: date, days: int) -> date:
    return day + timedelta(days=days)


def month_away(first: date, months: int) -> date:
    """The first day of the month that lies so many months away."""
    return add_months(first.replace(day=1), months)


# --- the manners, the plainest first ------------------------------------------------------------------------------


def _read(text: str, today: date, lean: Lean) -> Readings:
    return next((found for manner in _MANNERS if (found := manner(text, today, lean))), ())


_WORDS = {
    "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "昨晚": -1, "前天": -2, "前日": -2, "大前天": -3,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "后日": 2, "大后天": 3,
    "day after tomorrow": 2, "the day after tomorrow": 2,
}  # fmt: skip


def _by_word(text: str, today: date, lean: Lean) -> Readings:
    return (Day(away(today, _WORDS[text])),) if text in _WORDS else ()


_THREE = re.compile(r"(\d{4}|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{4}|\d{1,2})[日号]?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{4})(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")


def _in_full(text: str, today: date, lean: Lean) -> Readings:
    """With a year in digits: 2026-11-22, 20261122, 26/11/22, 2027-03; day and month of 5/3/2026 may be either."""
    if run := _RUN.fullmatch(text):
        return _day(int(run[1]), int(run[2]), int(run[3]))
    if three := _THREE.fullmatch(text):
        return _of_three(three[1], three[2], three[3], today)
    if found := _YEAR_MONTH.fullmatch(text):
        short = _day(2000 + int(text[:2]), int(text[2:4]), int(text[4:])) if text.isdecimal() else ()
        return (*_month(int(found[1] or found[3]), int(found[2] or found[4])), *short)
    if found := _MONTH_YEAR.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    return ()


_NEAR_YEARS = 2


def _of_three(one: str, two: str, three: str, today: date) -> Readings:
    first, middle, last = int(one), int(two), int(three)
    if len(one) == 4:
        return _day(first, middle, last)
    if len(three) == 4:
        return (*_day(last, first, middle), *_day(last, middle, first))
    orders = ((first, middle, last), (last, middle, first), (last, first, middle))
    made = [_day(2000 + year, month, day) for year, month, day in orders]
    near = tuple(each for days in made for each in days if abs(each.first.year - today.year) <= _NEAR_YEARS)
    return near or made[0]


def _by_distance(text: str, today: date, lean: Lean) -> Readings:
    return tuple(_at(each, today) for each in date_spans.read(text))


def _at(there: date_spans.Away, today: date) -> Reading:
    day = away(add_months(today, there.months), there.days)
    return Month(day.replace(day=1)) if there.months else Day(day)


_OF_WEEK = re.compile(r"(上上|上|过|这|本|来|下下|下)?个?(?:周|星期|礼拜)([1-7日天末]?)")
_WEEKS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}


def _by_weekday(text: str, today: date, lean: Lean) -> Readings:
    """下周三, 周五 (the coming or the last one, as the question leans), 周末 (either of two days), 下周 (any of seven)."""
    found = _OF_WEEK.fullmatch(text)
    if found is None or not (found[1] or found[2]):
        return ()
    which, said = found[1], found[2]
    days = {"日": (6,), "天": (6,), "末": (5, 6), "": tuple(range(7))}.get(said) or (int(said) - 1,)
    monday = away(today, -today.weekday())
    if which in _WEEKS:
        return tuple(Day(away(monday, 7 * _WEEKS[which] + day), by_weekday=True) for day in days)
    if which is not None:  # English: the coming, the last
        nearest = [_nearest(day, away(today, 1 if which == "来" else -1), which == "来") for day in days]
        return tuple(Day(day, by_weekday=True) for day in nearest)
    weeks = [tuple(Day(away(monday, 7 * week + day), by_weekday=True) for day in days) for week in (-1, 0, 1)]
    return _leaning(weeks, today, lean)


def _nearest(weekday: int, start: date, forwards: bool) -> date:
    """The first such day from `start` on, or the last one up to it."""
    return away(start, (weekday - start.weekday()) % 7 if forwards else -((start.weekday() - weekday) % 7))


_AND_WEEKDAY = re.compile(
    r"(?P<rest>.+?)[(,]?(?:周|星期|礼拜)(?P<day>[1-7日天])\)?|(?:周|星期|礼拜)(?P<before>[1-7日天]),?(?P<after>.+)"
)


def _with_weekday(text: str, today: date, lean: Lean) -> Readings:
    """11-25 周三. Where the two contradict each other, both days are readings."""
    found = _AND_WEEKDAY.fullmatch(text)
    if found is None:
        return ()
    said = found["day"] or found["before"]
    weekday = 6 if said in "日天" else int(said) - 1
    days = [each.day for each in _read(found["rest"] or found["after"], today, lean) if isinstance(each, Day)]
    fitting = [day for day in days if day.weekday() == weekday]
    beside = [away(day, (weekday - day.weekday() + 3) % 7 - 3) for day in days]
    return tuple(Day(day, by_weekday=True) for day in fitting or [*days, *beside])


_YEAR = re.compile(r"(大前年|前年|去年|今年|本年|明年|来年|后年|大后年|(\d{4})年?|(\d{2})年)的?(.*)")
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1, "后年": 2, "大后年": 3}


def _in_a_year(text: str, today: date, lean: Lean) -> Readings:
    """明年3月, 去年年底, 27年Q1, 明年 (any of its months)."""
    found = _YEAR.fullmatch(text)
    if found is None:
        return ()
    digits = found[2] or (f"20{found[3]}" if found[3] else None)
    year = int(digits) if digits else today.year + _YEARS[found[1]]
    rest = found[4]
    return _of_year(year, "1-12" if not rest else _ENDS_OF_YEAR.get(rest, rest))


_ENDS_OF_YEAR = {"底": "年底", "末": "年底", "年末": "年底", "初": "年初", "中": "年中"}


def _of_any_year(text: str, today: date, lean: Lean) -> Readings:
    rest = {"年末": "年底"}.get(text, text)
    return _leaning([_of_year(today.year + shift, rest) for shift in (-1, 0, 1)], today, lean)


_MONTHS = {
    "年底": (12,), "年初": (1,), "年中": (6,), "1-12": tuple(range(1, 13)),
    "上半年": tuple(range(1, 7)), "前半年": tuple(range(1, 7)), "下半年": tuple(range(7, 13)), "后半年": tuple(range(7, 13)),
    "上半年初": (1,), "上半年底": (6,), "上半年末": (6,), "下半年初": (7,), "下半年底": (12,), "下半年末": (12,),
}  # fmt: skip
_QUARTER = re.compile(r"(?:q([1-4])|第?([1-4])季度?)(末|底|初)?")
_MONTHS_FROM_TO = re.compile(r"(\d{1,2})月?份?(?:[-~]|至|到)(\d{1,2})月份?")
_OF_MONTH = re.compile(r"(\d{1,2})月份?的?(.*)")
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{1,2})[日号]?|(0\d)(\d{2})")


def _of_year(year: int, rest: str) -> Readings:
    """What is said within a year: 3月, 3月底, 3-5, Q1, 年底, 下半年, 6-8月."""
    if rest in _MONTHS and rest != "1-12":
        return tuple(each for month in _MONTHS[rest] for each in _month(year, month))
    if rest == "1-12":
        return tuple(each for month in range(1, 13) for each in _month(year, month))
    if quarter := _QUARTER.fullmatch(rest):
        first = int(quarter[1] or quarter[2]) * 3 - 2
        months = {"末": (first + 2,), "底": (first + 2,), "初": (first,)}.get(
            quarter[3] or "", (first, first + 1, first + 2)
        )
        return tuple(each for month in months for each in _month(year, month))
    if several := _MONTHS_FROM_TO.fullmatch(rest):
        between = range(int(several[1]), min(int(several[2]), 12) + 1)
        return tuple(each for month in between for each in _month(year, month))
    if short := _SHORT.fullmatch(rest):
        one, two = int(short[1] or short[3]), int(short[2] or short[4])
        return _day(year, one, two) if one <= 12 else _day(year, two, one)
    if named := _OF_MONTH.fullmatch(rest):
        return _of_month(year, int(named[1]), named[2]) if named[2] else _month(year, int(named[1]))
    return ()


_MONTHS_AWAY = re.compile(r"(上上|上|这|本|当|下下|下)个?(月|季度?)(?:份)?的?(.*)")
_AWAY = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, "下下": 2}


def _by_month(text: str, today: date, lean: Lean) -> Readings:
    """下个月, 上月5号, 本月底, 下季度."""
    found = _MONTHS_AWAY.fullmatch(text)
    if found is None:
        return ()
    shift, rest = _AWAY[found[1]], found[3]
    if found[2] == "月":
        first = month_away(today, shift)
        return _of_month(first.year, first.month, rest) if rest else (Month(first),)
    start = month_away(today.replace(month=today.month - (today.month - 1) % 3, day=1), 3 * shift)
    return _of_year(start.year, f"{(start.month + 2) // 3}季度{rest}")


_OF_QUARTER = re.compile(r"季度?([末底初])")


def _of_any_month(text: str, today: date, lean: Lean) -> Readings:
    """月底, 15号; 季度末."""
    if quarter := _OF_QUARTER.fullmatch(text):
        quarters = [_by_month(f"{which}季度{quarter[1]}", today, lean) for which in ("上", "本", "下")]
        return _leaning(quarters, today, lean)
    rest = text.removeprefix("月")
    months = [month_away(today, shift) for shift in range(-2, 3)]
    return _leaning([_of_month(each.year, each.month, rest) for each in months], today, lean)


_DATE = re.compile(r"(\d{1,2})[日号]?")


def _of_month(year: int, month: int, rest: str) -> Readings:
    """5日, 底, 中旬: of ten days that were named, the last one or just the month."""
    whole = _month(year, month)
    if not whole:
        return ()
    last = whole[0].last.day
    match rest:
        case "底" | "末" | "月底" | "月末":
            return _day(year, month, last)
        case "初" | "月初":
            return _day(year, month, 1)
        case "中" | "月中":
            return _day(year, month, 15)
        case "上旬" | "中旬" | "下旬":
            return (*_day(year, month, {"上旬": 10, "中旬": 20}.get(rest, last)), *whole)
        case _:
            found = _DATE.fullmatch(rest)
            return _day(year, month, int(found[1])) if found else ()


_YEAR_OR_DAY = re.compile(r"(\d{2})[-/.](\d{1,2})")


def _of_short_year(text: str, today: date, lean: Lean) -> Readings:
    """27-03 may be a month of 2027, and 27/3 a day written the English way."""
    found = _YEAR_OR_DAY.fullmatch(text)
    if found is None or int(found[1]) <= 12:
        return ()
    year = 2000 + int(found[1])
    months = _month(year, int(found[2])) if abs(year - today.year) <= _NEAR_YEARS else ()
    return (*months, *_of_any_year(text, today, lean))


def _plain_date(text: str, today: date, lean: Lean) -> Readings:
    """15号 and 月底, but not a bare number: 11 may be anything."""
    return () if text.isdecimal() else _of_any_month(text, today, lean)


_MANNERS: Sequence[Callable[[str, date, Lean], Readings]] = (
    _by_word,
    _in_full,
    _by_distance,
    _by_weekday,
    _by_month,
    _of_short_year,
    _of_any_year,
    _in_a_year,
    _plain_date,
    _with_weekday,
)


# --- days and months ----------------------------------------------------------------------------------------------


def _day(year: int, month: int, day: int) -> tuple[Day, ...]:
    try:
        return (Day(date(year, month, day)),)
    except ValueError:
        return ()


def _month(year: int, month: int) -> tuple[Month, ...]:
    try:
        return (Month(date(year, month, 1)),)
    except ValueError:
        return ()


def _leaning(groups: Iterable[Readings], today: date, lean: Lean) -> Readings:
    """Of readings that come again and again, those of the time that the question leans to."""
    times = [group for group in groups if group]
    match lean:
        case "past":
            past = ([each for each in group if each.first <= today] for group in reversed(times))
            return tuple(next((group for group in past if group), ()))
        case "future":
            ahead = ([each for each in group if each.last >= today] for group in times)
            return tuple(next((group for group in ahead if group), ()))
        case "near":
            return min(times, key=lambda group: min(_distance(each, today) for each in group), default=())


def _distance(reading: Reading, today: date) -> timedelta:
    if reading.first <= today <= reading.last:
        return timedelta(0)
    return min(abs(reading.first - today), abs(reading.last - today))
