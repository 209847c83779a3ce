"""A day that is said with its hour: 下周三下午3点, 12月3号 15:00-16:00, 明早, next Wed 3pm, at 3pm on Friday.

A day is kept, the hour isn't (docs/visits.md): whoever takes the day says so. Absent: what the day is (`dates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.base import dates

LONGEST = 48
"""Characters of a day with its hour."""
_PART = "凌晨|清晨|早晨|早上|一早|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜里"
_NUMERAL = "二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九]|[01]?[0-9]|2[0-4]"
_AT = rf"(?:{_NUMERAL})(?:点钟?|时)(?:半|整|[一三]刻|[0-9一二三四五六七八九十]{{1,3}}分?)?|(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]"
_ZH = rf"(?:{_PART})?\s*(?:{_AT})|(?:{_PART})"
_TO = r"\s*(?:[-~～—–至到]|to)\s*"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-5][0-9])?"
_M = r"\s*(?:am|pm|a\.m\.?|p\.m\.?|o'?clock)"
_EN = rf"(?:(?:at|around|about|by|from)\s+)?{_CLOCK}(?:(?:{_M})?{_TO}{_CLOCK})?{_M}|(?:at|around|about|by)\s+(?:{_CLOCK}|noon)"
_EN_PART = r"(?:in the |early |late )?(?:morning|afternoon|evening|noon|night)"
_HOUR = re.compile(
    rf"(?:(?:{_ZH})(?:{_TO}(?:(?:{_PART})?\s*(?:{_AT})))?|(?:{_PART})?\s*[0-9]{{1,2}}{_TO}(?:{_AT})"
    rf"|{_EN}|{_EN_PART}(?:,?\s*(?:{_EN}))?)\s*(?:左右|前后|之前|以前|前|sharp)?",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"^([今明后])([早晚])上?"), r"\1天\2上"),
    (re.compile(r"^tonight", re.IGNORECASE), "today night"),
)


@dataclass(frozen=True, slots=True)
class DayAndHour:
    """`day` without its hour, which is empty where none was said."""

    day: str
    hour: str = ""


def parted(text: str, today: date, lean: dates.Lean = "future") -> DayAndHour:
    """The hour behind the day or in front of it, where the rest is a day."""
    plain = text.strip(" ,，。.!！")
    if len(plain) > LONGEST:
        return DayAndHour(text)
    for short, long in _SHORT:
        plain = short.sub(long, plain)
    found = [each for each in _parted(plain) if dates.read(dates.where_asked(each.day), today, lean)]
    sure = (each for each in found if dates.only_day(dates.where_asked(each.day), today, lean) is not None)
    return next(sure, found[0] if found else DayAndHour(text))


def only_day(text: str, today: date, lean: dates.Lean = "future") -> date | None:
    """As `dates.only_day`, with or without an hour."""
    return dates.only_day(parted(text, today, lean).day, today, lean)


def _parted(text: str) -> Iterator[DayAndHour]:
    for at in range(1, len(text)):
        if _HOUR.fullmatch(text[at:].strip(" ,，的")) and not _torn(text, at):
            yield DayAndHour(text[:at].strip(" ,，的"), text[at:].strip(" ,，的"))
    for at in range(len(text) - 1, 0, -1):
        if _HOUR.fullmatch(text[:at].strip(" ,，")) and not _torn(text, at):
            yield DayAndHour(text[at:].strip(" ,，"), text[:at].strip(" ,，"))


def _torn(text: str, at: int) -> bool:
    """Between two digits, or within a word."""
    before, behind = text[at - 1], text[at]
    return before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum()
