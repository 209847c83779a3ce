"""Days as people write them: 今天, 昨天, 11-22, 11月22日, 2026/11/22, 20261122; months where a question allows them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Literal, TypeAlias

Lean: TypeAlias = Literal["past", "future", "near"]
"""Which year a day without one is in: the last such day, the next one, or the nearest."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

_WORDS = {
    "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2,
}  # fmt: skip
_FULL = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DAY = re.compile(r"(\d{1,2})\s*[日号]")
_MONTH = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月|(\d{4})\s*[-/.]\s*(\d{1,2})")


def parse_day(text: str, today: date, lean: Lean = "near") -> date | None:
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    if folded in _WORDS:
        return today + timedelta(days=_WORDS[folded])
    if full := _FULL.fullmatch(folded):
        year, month, day = (int(part) for part in full.groups() if part is not None)
        return _date(year, month, day)
    if short := _SHORT.fullmatch(folded):
        month, day = int(short[1]), int(short[2])
        return _lean([_date(today.year + shift, month, day) for shift in (-1, 0, 1)], today, lean)
    if only := _DAY.fullmatch(folded):
        months = [month_away(today, shift) for shift in (-1, 0, 1)]
        return _lean([_date(month.year, month.month, int(only[1])) for month in months], today, lean)
    return None


def parse_month(text: str, today: date, lean: Lean = "future") -> str | None:
    """`2026-12` for 12月, 2026年12月 or 2026-12."""
    found = _MONTH.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    year, month = found[1] or found[3], int(found[2] or found[4])
    if year is not None:
        first = _date(int(year), month, 1)
    else:
        # the present month is still ahead and also just past: compare by its first day
        this = today.replace(day=1)
        first = _lean([_date(today.year + shift, month, 1) for shift in (-1, 0, 1)], this, lean)
    return first.isoformat()[:7] if first else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if EARLIEST <= made <= LATEST else None


def away(day: date, days: int) -> date:
    return day + timedelta(days=days)


def month_away(first: date, months: int) -> date:
    """The first day of the month that lies so many months away."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _lean(candidates: list[date | None], today: date, lean: Lean) -> date | None:
    days = [day for day in candidates if day is not None]
    match lean:
        case "past":
            return max((day for day in days if day <= today), default=None)
        case "future":
            return min((day for day in days if day >= today), default=None)
        case "near":
            return min(days, key=lambda day: abs(day - today), default=None)
