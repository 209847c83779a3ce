"""A cell that says a day: as people say days, or as the number under which a spreadsheet keeps it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from domain.base import dates
from domain.base.dates import Day, Lean, Readings

_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""From 2000 to 2099: what is out of it is no day of a list."""


def is_serial(text: str) -> bool:
    found = _SERIAL.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found is not None and int(found[1]) in _SERIALS


_TIME = re.compile(
    r"(?<=\d)[ T]+(?:(?:上午|下午|am|pm) ?)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:am|pm|z))?$", re.IGNORECASE
)
"""What an export writes behind a day."""


_NAMED = re.compile(r"(\d{1,2})[-/. ]([a-z]{3,9})[-/., ]+(\d{2}|\d{4})", re.IGNORECASE)
"""5-Nov-26, as an English spreadsheet shows a day."""


def read(text: str, today: date, lean: Lean = "future") -> Readings:
    """What a cell may mean; of a month alone its `last` day is the one that is meant by an end."""
    if is_serial(text):
        return (Day(_EPOCH + timedelta(days=int(unicodedata.normalize("NFKC", text).strip()[:5]))),)
    plain = _TIME.sub("", text.strip())
    if named := _NAMED.fullmatch(plain):
        day, month, year = named.groups()
        plain = f"{month} {day}, {year if len(year) == 4 else f'20{year}'}"
    return dates.read(plain, today, lean)
