"""A sentence that asks for figures: 上月 启明 出货 · Q3 BAT32G135 按客户 · 今年 华南 金额 (docs/statistics.md).

Read here are the months, what is measured and by what it is grouped; who or what is left names a customer, a model, a unit …,
and is looked up by `domain.statistics.naming`. Months and quarters without a year are the latest that have begun. Pure:
`today` is the day in the vendor's zone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.base import dates
from domain.orders.reading.numerals import spoken
from domain.statistics.records import Basis, Measure, SalesGrouping
from domain.statistics.spans import LONGEST, Span

M = TypeVar("M")
LONGEST_LINE = 60
"""Characters; whoever writes more tells something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What isn't said is None. `rest` are the words that are none of these."""

    span: Span | None
    measure: Measure | None
    grouping: SalesGrouping | None
    basis: Basis | None
    rest: tuple[str, ...]
    target: bool = False
    """目标 is asked for."""


_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|"
    + "|".join(_MONTHS)
    + ")"
)


_ENGLISH_YEAR = r"20\d\d(?!\d)|this\syear|last\syear"


def _of_year(place: int) -> str:
    """The year before a part of it; a group's name stands once in an expression."""
    said = r"(?<!\d)20\d\d(?:年|(?!\d))|(?<!\d)\d\d年|今年|去年|前年|this\s?year(?:'s)?|last\s?year(?:'s)?"
    return rf"(?P<year_{place}>{said})"


_TIME = re.compile(
    rf"""
    (?:近|最近|过去|前)\s?(?P<last>{_N})\s?个?月 | (?:the\s)?(?:last|past)\s(?P<last_en>\d{{1,2}})\smonths
    | (?:{_of_year(7)}\s?的?)?\s?前(?P<quarters>[两二三23])个?季度?
    | first\s(?P<quarters_en>two|three|[23])\squarters(?:\s(?:of\s)?(?P<year_8>{_ENGLISH_YEAR}))?
    | (?:{_of_year(9)}\s?的?)\s?前(?P<months>{_N})个?月
    | (?P<to_date>今年(?:以来|至今|到现在|迄今)|(?<![a-z])(?:ytd|(?:this\s)?year\sto\sdate|so\sfar\sthis\syear)(?![a-z]))
    | (?<![a-z])(?P<since_en>{_ENGLISH})(?![a-z])\s?(?:[-–—~]|to|until|till|through)\s?(?P<until_en>{_ENGLISH})(?![a-z])(?:\s(?:of\s)?(?P<year_10>{_ENGLISH_YEAR}))?
    | (?:{_of_year(0)}\s?的?)?\s?(?:第?(?P<quarter>[一二三四1-4])\s?季度?|(?:(?<![a-z\d])|(?<=20\d\d)|(?<=年))q(?P<q>[1-4])(?![\da-z]))
      (?:\s?(?P<year_4>(?<!\d)20\d\d)(?!\d))?
    | (?:{_of_year(1)}\s?的?)?\s?(?P<half>[上下])半年
    | (?:{_of_year(11)}\s?的?)?\s?(?P<this_month>本月|这个?月|当月|同月|this\smonth)(?:\s(?:of\s)?(?P<year_12>{_ENGLISH_YEAR}))?
    | (?P<before_last>上上个?月) | (?P<last_month>上个?月|last\smonth)
    | (?:{_of_year(13)}\s?的?)?\s?(?P<this_quarter>(?:本|这个?|当)季度?|this\squarter)(?:\s(?:of\s)?(?P<year_14>{_ENGLISH_YEAR}))?
    | (?P<last_quarter>上个?季度?|last\squarter)
    | (?P<iso>(?<!\d)20\d\d[-/.](?:1[0-2]|0?[1-9])(?!\d))
    | (?:{_of_year(6)}\s?的?)?\s?(?<!\d)(?P<since>{_N})\s?(?:月份?)?\s?(?:[-–—~～至到]|to)\s?(?P<until>{_N})\s?月份?
    | (?:{_of_year(2)}\s?的?)?\s?(?P<month>(?:1[0-2]|0?[1-9])|[一二三四五六七八九十]{{1,2}})\s?月份?
    | (?<![a-z])(?P<english>{_ENGLISH})(?![a-z])(?:\s(?P<year_5>20\d\d))?
    | {_of_year(3)}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(r"平均(?:单|售)?价格?|均价|average\s(?:unit\s)?price|avg\.?\sprice", re.IGNORECASE), Measure.PRICE),
    (
        re.compile(
            r"销售额|销售金额|出货金额|出货额|订单金额|订单额|营业额|营收|业绩|金额|revenue|turnover|amount",
            re.IGNORECASE,
        ),
        Measure.AMOUNT,
    ),
    (
        re.compile(
            r"出货统计|销售统计|统计|出货数量|出货量|出货|销售数量|销售量|销量|订单量|订单数量|数量|卖(?:了|得|出)?(?:多少|几[片个颗])|卖得?怎么样"
            r"|(?<![a-z])(?:shipments?|shipped|sales|pieces|quantity|volume|statistics|stats|sold)(?![a-z])",
            re.IGNORECASE,
        ),
        Measure.PIECES,
    ),
)
_BASIS: tuple[tuple[re.Pattern[str], Basis], ...] = (
    (re.compile(r"按(?:发货|交货|出货)日?期?|by\s(?:delivery|shipping)(?:\sdate)?", re.IGNORECASE), Basis.SHIPPED),
    (re.compile(r"按(?:合同|签约|签单|订单)日?期?|by\s(?:contract|order)(?:\sdate)?", re.IGNORECASE), Basis.ORDERED),
)
_TARGET = re.compile(r"目标|指标|完成率|达成率?|(?<![a-z])(?:targets?|attainment)(?![a-z])", re.IGNORECASE)
_BY = r"(?:按|分|各个?|每个?|by\s|per\s)\s?(?:照|不同)?"
_GROUPINGS: tuple[tuple[re.Pattern[str], SalesGrouping], ...] = tuple(
    (re.compile(f"{_BY}(?:{words})(?:统计|排名|来?看|分组|显示)?", re.IGNORECASE), grouping)
    for words, grouping in (
        ("业务员|销售员?|人员|salesperson|salespeople|person|rep", SalesGrouping.PERSON),
        ("代理商?|经销商|agency|agencies|agent", SalesGrouping.AGENCY),
        ("产品领域|领域|应用|domains?|applications?", SalesGrouping.DOMAIN),
        ("mcu型号|型号|产品|芯片|models?|parts?", SalesGrouping.MODEL),
        ("季度?|quarters?", SalesGrouping.QUARTER),
        ("月份?|月度|months?", SalesGrouping.MONTH),
        ("客户|终端|customers?|clients?", SalesGrouping.CUSTOMER),
        ("省区|行业|区域|大区|units?|regions?", SalesGrouping.UNIT),
    )
)
_COMPARES = re.compile(
    r"(?<![a-z])(?:compare[ds]?|comparison|versus|vs\.?)(?![a-z])|对比|比较|相比|环比|同比", re.IGNORECASE
)
_WITH = re.compile(r"(?<![a-z])(?:to|with|against|and)(?![a-z])|[和与跟比]", re.IGNORECASE)
_FILLERS = re.compile(
    r"请?帮?我?(?:查一?下|看一?下|看看|问一?下|统计一?下)|请问|一共|总共|合计|多少|怎么样|情况|如何|[?？,，。.!！:：、;；]"
    r"|(?<![a-z])(?:show|me|from|the|of|for|in|how|many|much|what|are|were|is|was|did|we|please|total|and)(?![a-z])",
    re.IGNORECASE,
)
PARTICLE = re.compile("[的了呢啊吗是]")
"""Names hold them, too (美的, 是德): a word keeps its own until it is looked up."""


def read(text: str, today: date, *, at_figures: bool = False, of_names: bool = False) -> Said | None:
    """None where nothing says that figures are wanted: neither a measure nor a grouping; nor months alone, where figures are shown;
    nor months with names besides, where whoever asks looks whether they are (`of_names`): 华南今年."""
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    if not line or "\n" in text.strip() or len(line) > LONGEST_LINE:
        return None
    basis, line = _taken(line, _BASIS)
    grouping, line = _taken(line, _GROUPINGS)
    measure, line = _taken(line, _MEASURES)
    line, target = _TARGET.sub(" ", line), _TARGET.search(line) is not None
    compares, line = _COMPARES.search(line) is not None, _COMPARES.sub(" ", line)
    wanted = measure is not None or grouping is not None or basis is not None or target or compares
    if not wanted and not (at_figures or of_names):
        return None
    span, line = months_said(line, today)
    if compares and span is not None:
        span, line = _later(span, line, today)
    rest = words_left(line)
    if not wanted and (span is None or bool(rest) is not of_names):
        return None
    return Said(span=span, measure=measure, grouping=grouping, basis=basis, rest=rest, target=target)


def months_said(line: str, today: date, *, forwards: bool = False) -> tuple[Span | None, str]:
    """The time that a line tells, and what is left of it. `forwards`: of a month, a quarter or a half without a year the next that isn't
    over, for who asks of what is to come."""
    for found in _TIME.finditer(line):
        if (span := _span(found, today)) is not None:
            said = {name for name, text in found.groupdict().items() if text}
            while (
                forwards and span.end < today and not any(each.startswith("year_") for each in said) and said & _PLACED
            ):
                span = span.moved(12)
            return span, f"{line[: found.start()]} {line[found.end() :]}"
    return None, line


def _later(span: Span, line: str, today: date) -> tuple[Span, str]:
    """Of two that are compared the later one, whose figures stand beside those of the one before it, or of a year ago. Others
    aren't compared: what was said of them stays, and is told."""
    other, rest = months_said(line, today)
    if other is None or other.months != span.months:
        return span, line
    first, last = sorted((span, other), key=lambda each: each.first)
    beside = first in (last.moved(-last.months), last.moved(-12))
    return (last, _WITH.sub(" ", rest)) if beside else (span, line)


def grouping_said(line: str) -> tuple[SalesGrouping | None, str]:
    """按客户, and what is left of the line."""
    return _taken(line, _GROUPINGS)


def asks_figures(line: str) -> bool:
    """Whether it says that it is of what was sold: a measure, or a target."""
    return _TARGET.search(line) is not None or any(pattern.search(line) for pattern, _ in _MEASURES)


def words_left(line: str) -> tuple[str, ...]:
    """Those that tell something: names, and what isn't understood."""
    return tuple(each for each in _FILLERS.sub(" ", line).split() if PARTICLE.sub("", each))


_PLACED = frozenset({"quarter", "q", "half", "month", "english", "since", "since_en"})
"""Groups of the expression that name a place in the year."""

_OTHER_TIME = (
    r"[今去前明后]年|20\d\d年?|[上下本这]+个?(?:周|星期|礼拜|旬|月|季度?|半年)[一二三四五六日天末]?|周末|q[1-4]"
    rf"|第?[一二三四1-4]\s?季度?|{_N}\s?月份?|(?:近|最近|过去|未来|前|后)\s?{_N}\s?个?(?:天|日|周|星期|礼拜|月|季度?|年)"
    r"|同期|春节|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|(?:this|last|next)\s(?:week|month|quarter|year)"
)
_A_TIME = re.compile(rf"(?:{_OTHER_TIME})(?:\s|的|期间|{_OTHER_TIME})*", re.IGNORECASE)


def is_time(text: str, today: date) -> bool:
    """Whether a text is nothing but a time, also one that figures don't know: a day, a week, 春节."""
    line = " ".join(text.split())
    return len(line) <= LONGEST_LINE and (bool(dates.read(line, today)) or _A_TIME.fullmatch(line) is not None)


def _taken(line: str, several: Sequence[tuple[re.Pattern[str], M]]) -> tuple[M | None, str]:
    for pattern, meaning in several:
        if found := pattern.search(line):
            return meaning, f"{line[: found.start()]} {line[found.end() :]}"
    return None, line


def _span(found: re.Match[str], today: date) -> Span | None:
    said = {name: text for name, text in found.groupdict().items() if text}
    year = _year(next((text for name, text in said.items() if name.startswith("year_")), None), today)
    for name, reader in _READ.items():
        if name in said:
            return reader(said, year, today)
    return Span.year(date(year, 1, 1)) if year is not None else None


def _last(said: Mapping[str, str], _year: int | None, today: date) -> Span | None:
    many = _number(said.get("last") or said["last_en"])
    return Span.last(today, many) if many is not None and 1 <= many <= LONGEST else None


def _quarters(said: Mapping[str, str], year: int | None, today: date) -> Span:
    two = (said.get("quarters") or said["quarters_en"]).lower() in ("两", "二", "2", "two")
    return Span(date(year or today.year, 1, 1), 6 if two else 9)


def _iso(said: Mapping[str, str], _year: int | None, _today: date) -> Span:
    its_year, its_month = re.split(r"[-/.]", said["iso"])
    return Span.month(date(int(its_year), int(its_month), 1))


def _month(english: str) -> int:
    return _MONTHS.index(english[:3].lower()) + 1


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() else spoken(said)


def _from_to(since: int | None, until: int | None, year: int | None, today: date) -> Span | None:
    """Months from one to another, of the same year or into the next."""
    if since is None or until is None or not (1 <= since <= 12 and 1 <= until <= 12):
        return None
    first = _latest(Span.month, since, 1, year, today)
    return Span(first.first, (until - since) % 12 + 1) if first is not None else None


def _latest(of: Callable[[date], Span], place: int | None, months: int, year: int | None, today: date) -> Span | None:
    """The one of that place in the year; without a year the latest that has begun."""
    if place is None or not 1 <= place * months <= 12:
        return None
    span = of(date(year or today.year, (place - 1) * months + 1, 1))
    return span if year is not None or span.first <= today else span.moved(-12)


_READ: Mapping[str, Callable[[Mapping[str, str], int | None, date], Span | None]] = {
    "last": _last,
    "last_en": _last,
    "quarters": _quarters,
    "quarters_en": _quarters,
    "months": lambda said, year, today: _from_to(1, _number(said["months"]), year, today),
    "since": lambda said, year, today: _from_to(_number(said["since"]), _number(said["until"]), year, today),
    "since_en": lambda said, year, today: _from_to(_month(said["since_en"]), _month(said["until_en"]), year, today),
    "quarter": lambda said, year, today: _latest(Span.quarter, _number(said["quarter"]), 3, year, today),
    "q": lambda said, year, today: _latest(Span.quarter, _number(said["q"]), 3, year, today),
    "half": lambda said, year, today: _latest(Span.half, 1 if said["half"] == "上" else 2, 6, year, today),
    "month": lambda said, year, today: _latest(Span.month, _number(said["month"]), 1, year, today),
    "english": lambda said, year, today: _latest(Span.month, _month(said["english"]), 1, year, today),
    "iso": _iso,
    "this_month": lambda _said, year, today: Span.month(date(year or today.year, today.month, 1)),
    "last_month": lambda _said, _year, today: Span.month(today).moved(-1),
    "before_last": lambda _said, _year, today: Span.month(today).moved(-2),
    "this_quarter": lambda _said, year, today: Span.quarter(date(year or today.year, today.month, 1)),
    "last_quarter": lambda _said, _year, today: Span.quarter(today).moved(-3),
    "to_date": lambda _said, _year, today: Span.year(today),
}
"""By the group of the expression that was said."""


def _year(said: str | None, today: date) -> int | None:
    if not said:
        return None
    if digits := re.sub(r"\D", "", said):
        return int(digits) if len(digits) == 4 else 2000 + int(digits)
    if said[0] == "今" or said.lower().startswith("this"):
        return today.year
    return today.year - (2 if said[0] == "前" else 1)
