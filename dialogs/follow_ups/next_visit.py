"""What a report says of the next visit: 首批顺利，下次拜访下周三. The words stay where they stand; the day is one that can't be another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.base import hours
from domain.visits.planning import FARTHEST

LONGEST = 24
"""Characters of a day."""


def alone(text: str, labels: Sequence[str]) -> bool:
    """Whether nothing but the label stands in front: an answer of its own, as in a paste."""
    low = text.strip().casefold()
    return (
        "\n" not in low and any(low.startswith(each.casefold()) for each in labels) and not re.search("[，,。；;]", low)
    )


def behind(text: str, labels: Sequence[str]) -> str:
    """What stands behind the last of the labels."""
    found = re.compile(
        rf"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*(?:定于|定在|定|在|是|为|on|is)?[:：\s]*([^\n，,。；;]{{1,{LONGEST}}})",
        re.IGNORECASE,
    ).findall(text)
    return str(found[-1]).strip(" .!！") if found else ""


def tells_when(text: str) -> bool:
    """Whether a time is meant by it, though perhaps no day that can be read."""
    return re.search(r"\d|周|星期|礼拜|[天日号月点]|day|week|month", text, re.IGNORECASE) is not None


def said(text: str, labels: Sequence[str], today: date) -> date | None:
    """The day behind the last of the labels, with its hour or without; None where it isn't one day alone, or one that a visit can't
    be planned for."""
    day = hours.only_day(behind(text, labels), today)
    return day if day is not None and today <= day <= today + timedelta(days=FARTHEST) else None
