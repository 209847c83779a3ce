"""What a report says of the next visit: 首批顺利，下次拜访下周三. The words stay where they stand; the day is one that can't be another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.base import dates
from domain.visits.planning import FARTHEST

LONGEST = 24
"""Characters of a day."""


def alone(text: str, labels: Sequence[str]) -> bool:
    """Whether nothing but the label stands in front: an answer of its own, as in a paste."""
    low = text.strip().casefold()
    return (
        "\n" not in low and any(low.startswith(each.casefold()) for each in labels) and not re.search("[，,。；;]", low)
    )


def said(text: str, labels: Sequence[str], today: date) -> date | None:
    """The day behind the last of the labels; None where it isn't one day alone, or one that a visit can't be planned for."""
    found = re.compile(
        rf"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*(?:定于|定在|定|在|是|为|on|is)?[:：\s]*([^\n，,。；;]{{1,{LONGEST}}})",
        re.IGNORECASE,
    ).findall(text)
    day = dates.only_day(found[-1].strip(" .!！"), today, "future") if found else None
    return day if day is not None and today <= day <= today + timedelta(days=FARTHEST) else None
