"""A sentence that asks what will be ordered: 下季度 预测 · 明年Q2 BAT32G135 订单预期 (docs/forecast.md).

Times, groupings and what is left of the words are read as for figures (`domain.statistics.reading`), forwards: a quarter without a year is
the next that isn't over. Pure: `today` is the day in the vendor's zone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from domain.base.calendar import add_months
from domain.forecast.asking import OutlookGrouping
from domain.forecast.records import HORIZON, month_of
from domain.orders.reading.numerals import spoken
from domain.statistics.reading import LONGEST_LINE, asks_figures, grouping_said, months_said, words_left
from domain.statistics.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookSaid:
    """What isn't said is None. `rest` are the words that are none of these."""

    span: Span | None
    grouping: OutlookGrouping | None
    rest: tuple[str, ...]


_WANTED = re.compile(
    r"订单预期|销售预期|订单预测|销售预测|出货预测|需求预测|(?<!年)预期|预测|预估|(?<![a-z])(?:forecasts?|outlook|expected\sorders)(?![a-z])",
    re.IGNORECASE,
)
_BY_PROJECT = re.compile(r"(?:按|分|各个?|每个?)\s?项目|(?:by|per)\sprojects?", re.IGNORECASE)
_MANY = r"(\d{1,2}|[一二两三四五六七八九十]{1,3})"
_AHEAD = re.compile(
    rf"(?:未来|今后|接下来|往后|后)\s?{_MANY}\s?个?(月|季度?)|(?<![a-z])(?:the\s)?(?:next|coming)\s(\d{{1,2}}|two|three|six|twelve)\s(months|quarters)",
    re.IGNORECASE,
)
_ENGLISH = {"two": 2, "three": 3, "six": 6, "twelve": 12}


def read(text: str, today: date, *, at_outlook: bool = False) -> OutlookSaid | None:
    """None where nothing says that a forecast is wanted; where one is shown, neither a time nor a grouping."""
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    if not line or "\n" in text.strip() or len(line) > LONGEST_LINE:
        return None
    span, line = _months(line, today)
    wanted = _WANTED.search(line) is not None
    line = _WANTED.sub(" ", line)
    by_project = _BY_PROJECT.search(line) is not None
    by, line = grouping_said(_BY_PROJECT.sub(" ", line))
    grouping = (
        OutlookGrouping.PROJECT if by_project else next((g for g in OutlookGrouping if by and g == by.value), None)
    )
    meant = at_outlook and (span is not None or grouping is not None) and not asks_figures(line)
    if not wanted and not meant:
        return None
    return OutlookSaid(span=span, grouping=grouping, rest=words_left(line))


def _months(line: str, today: date) -> tuple[Span | None, str]:
    if found := _AHEAD.search(line):
        many = _number(found[1] or found[3]) * (1 if (found[2] or found[4]).lower() in ("月", "months") else 3)
        if 1 <= many <= HORIZON:
            return Span(month_of(today), many), f"{line[: found.start()]} {line[found.end() :]}"
    return months_said(_dated(line, today), today, forwards=True)


def _dated(line: str, today: date) -> str:
    """What is told from today on, by its year: 明年Q2 as 2027年Q2, 下月 as 2026-12."""
    month, quarter = add_months(month_of(today), 1), Span.quarter(today).moved(3).first
    after = add_months(month_of(today), 2)
    for said, dated in (
        ("明年", f"{today.year + 1}年"),
        (r"(?<![a-z])next\s?year(?:'s)?(?![a-z])", f"{today.year + 1}"),
        ("后年", f"{today.year + 2}年"),
        ("下下个?月", f" {after.year}-{after.month:02} "),
        (r"下个?月|(?<![a-z])next\smonth(?:'s)?(?![a-z])", f" {month.year}-{month.month:02} "),
        (r"下个?季度?|(?<![a-z])next\squarter(?:'s)?(?![a-z])", f" {quarter.year}年Q{(quarter.month + 2) // 3} "),
    ):
        line = re.sub(said, dated, line, flags=re.IGNORECASE)
    return line


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _ENGLISH.get(said.lower()) or spoken(said) or 0
