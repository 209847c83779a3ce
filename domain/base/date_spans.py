"""How far away a day is said to be: 3天后, 两周内, 5天前, 半年后, 一个半月后. `dates` makes the day or the month of it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Away(NamedTuple):
    """Of what is months away only the month is known."""

    months: int
    days: int


FURTHEST_MONTHS = 1200
_WAY = r"(?:之|以)?(?P<way>后|内|前)"
_PLAIN = re.compile(rf"(?P<count>\d{{1,3}}|半)(?P<span>天|日|周|星期|礼拜|个星期|个礼拜|个月|年|个季度){_WAY}")
_AND_A_HALF = re.compile(
    r"(?P<count>\d{1,2})(?:个半(?P<one>月|星期|礼拜)|(?P<two>年|个?月|周|个?星期|个?礼拜)半|\.5个?(?P<three>年|月|周|星期|礼拜))"
    + _WAY
)


def read(text: str) -> tuple[Away, ...]:
    """Half a week is three days or four."""
    if half := _AND_A_HALF.fullmatch(text):
        found = _and_a_half(int(half["count"]), half["one"] or half["two"] or half["three"])
        way = half["way"]
    elif plain := _PLAIN.fullmatch(text):
        found, way = _plain(plain["count"], plain["span"]), plain["way"]
    else:
        return ()
    sign = -1 if way == "前" else 1
    return tuple(Away(sign * each.months, sign * each.days) for each in found if each.months <= FURTHEST_MONTHS)


def _plain(count: str, span: str) -> tuple[Away, ...]:
    if count == "半":
        return {"个月": (Away(0, 15),), "年": (Away(6, 0),)}.get(span, ())
    if months := {"个月": 1, "个季度": 3, "年": 12}.get(span):
        away = Away(int(count) * months, 0)
    else:
        away = Away(0, int(count) * (1 if span in "天日" else 7))
    return (away,) if any(away) else ()


def _and_a_half(count: int, span: str) -> tuple[Away, ...]:
    if span == "年":
        return (Away(12 * count + 6, 0),)
    if span.endswith("月"):
        return (Away(count, 15),)
    return Away(0, 7 * count + 3), Away(0, 7 * count + 4)
