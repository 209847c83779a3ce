"""The day of the contract, and days that are none of ours (when it is shipped).

Here a day is found in a line; what it means is `domain.base.dates`' business, read backwards, for a contract was signed before
it is logged. A bare weekday is this week's up to today; what is to come is asked, with the last such day offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.base import dates
from domain.orders.reading.text import LineText

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NO_AMOUNT = r"(?!\s?(?:kk|k|w|万|千|pcs|片|个|颗|只|元|块|¥))"
_ENGLISH_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_ENGLISH_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PHRASE = re.compile(
    rf"""
    大?前天|大?后天|(?<![a-z])(?:the\s)?day\sbefore\syesterday(?![a-z])|[寻琴噚听][日晚]|[今昨明][天日晚早]|(?<![a-z])(?:today|yesterday|tomorrow)(?![a-z])
    |(?P<weekday>(?P<week>上上|上|本|这|下下|下)?个?(?:周|星期|礼拜)[一二三四五六日天])
    |(?<![a-z\d.])20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)
    |(?<![\d.])20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d.])
    |(?:(?<![\d.])(?:20)?\d\d年|去年|今年|明年|前年)?\s?(?<![\d.]){_NUMBER}\s?月(?:份)?\s?{_NUMBER}(?!\d){_NO_AMOUNT}(?:\s?[日号](?!期))?
    |(?:(?:上上|上|本|这)?个?月|{_NUMBER}月)[底末]|(?:去年|今年)?年[底末]
    |(?:上上|上|本|这)个?月\s?{_NUMBER}[日号]
    |(?<![\d.])\d{{1,2}}\.\d{{1,2}}\s?[日号](?!期)
    |(?<![\d.月]){_NUMBER}[日号](?![期线楼门厂机仓库院馆])
    |(?<![a-z])(?P<english>(?:last\s|this\s)?{_ENGLISH_DAY})(?![a-z])
    |(?<![a-z]){_ENGLISH_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d.])|(?<![\d.])\d{{1,2}}(?:st|nd|rd|th)?\s{_ENGLISH_MONTH}(?![a-z])
    |(?P<vague>(?<![\u3400-\u9fff\d.])(?:(?:上上|上|本|这|下下|下)个?(?:周|星期|礼拜|月)|[前这]几[天日]|前[些两]天|月[初中]|{_NUMBER}月份?)(?=(?:的|签[的了]?|下[的单]+|订[的了]?)?(?:[\s,，。;；\x00]|$)))
    """,
    re.VERBOSE,
)
_SLASHED = re.compile(rf"(?<![\d./\-a-z])\d{{1,2}}[/\-]\d{{1,2}}(?![\d./\-a-z]){_NO_AMOUNT}")
_CONTRACT_BEFORE = re.compile(
    r"(?:合同|签约|签订|签单|签|下单|订单|销售)(?:日期|日|时间|于|是|的)?\s?:?\s?$|(?:日期|date)\s?:?\s?$"
)
_LABELLED = re.compile(
    r"(?:合同|签约|签订|签单|下单|订单|销售|开单|成交)?\s?(?:日期|(?<=合同|签约|签订|签单|下单|订单|销售|开单|成交)日(?!期)|(?<![a-z])date(?![a-z]))\s?[:=为是]?\s?"
    r"(?P<day>\d{4}|\d{6}|\d{1,2}[./\-]\d{1,2})(?![\d./\-]|\s?(?:kk|k|w|万|千|pcs|片|个|颗|只|元|块|[日号月]))"
)
"""Four digits are a day where a label says so."""
_CONTRACT_BEHIND = re.compile(r"\s?(?:签订|签约|签单|签的|签|下单|下的单?|订的|的单子?|的)")
_SHIPPED = r"发货|出货|交货|送货|提货|到货|交付|发出|寄出|送到|出库|ship(?:ped|ping)?|deliver(?:y|ed)?"
_SHIPPED_BEFORE = re.compile(rf"(?:{_SHIPPED}|交期|货期|eta|etd)(?:日期|日|时间|期|于|在)?\s?:?\s?$")
_SHIPPED_LABEL = re.compile(rf"(?:{_SHIPPED}|交期|货期)\s?$")
_SHIPPED_BEHIND = re.compile(rf"\s?(?:之?前|会|就|要|可|已经?|安排)?(?:{_SHIPPED}|发(?!票)|出(?=\s|$|,)|送|交(?!易))")


@dataclass(frozen=True, slots=True)
class SaidDay:
    """`day` is None for one that is to come, or that may be several; `instead` are then the likely ones. `contract` tells
    that it is said to be the contract's."""

    day: date | None
    rule: str
    contract: bool = False
    instead: tuple[date, ...] = ()
    wrong: str = ""
    """As written, what looks like a day and is none."""
    yearless: bool = False
    """It was told without a year: the latest such day."""


def claim(line: LineText, today: date) -> tuple[list[SaidDay], list[str]]:
    """The days that may be the contract's, and as written what tells of shipping."""
    days: list[SaidDay] = []
    shipping: list[str] = []
    for found in line.found(_PHRASE):
        start, end = found.span()
        said = _meant(found, today)
        if said is None:
            continue
        before, behind = line.open[:start], line.open[end:]
        shipped, follows = _SHIPPED_BEFORE.search(before), _SHIPPED_BEHIND.match(behind)
        if shipped or follows:
            begin = shipped.start() if shipped else start
            stop = end + follows.end() if follows and not shipped else end
            shipping.append(line.written(begin, stop).strip())
            line.claim(begin, stop, "shipping")
            continue
        label, verb = _CONTRACT_BEFORE.search(before), _CONTRACT_BEHIND.match(behind)
        contract = label is not None or (verb is not None and verb.group().strip() != "的")
        line.claim(label.start() if label else start, end + verb.end() if verb else end, "day")
        rule = "contract_label" if contract and said.day is not None else said.rule
        yearless = not said.wrong and _YEARLESS.fullmatch(found.group().strip()) is not None
        wrong = line.written(start, end).strip() if said.wrong else ""
        days.append(replace(said, rule=rule, contract=contract, yearless=yearless, wrong=wrong))
    days += _labelled(line, today, shipping)
    return days, shipping


def _labelled(line: LineText, today: date, shipping: list[str]) -> Iterator[SaidDay]:
    for found in line.found(_LABELLED):
        if (shipped := _SHIPPED_LABEL.search(line.open[: found.start()])) is not None:
            shipping.append(line.written(shipped.start(), found.end()))
            line.claim(shipped.start(), found.end(), "shipping")
            continue
        written = line.written(*found.span("day"))
        text = found["day"]
        meant = _days(dates.where_asked(text), today)
        line.claim(*found.span(), "day")
        if not meant:
            yield SaidDay(None, "no_such_day", contract=True, wrong=written)
            continue
        yield replace(_known(meant, "contract_label", today), contract=True, yearless=len(text) != 6)


_YEARLESS = re.compile(
    rf"{_NUMBER}\s?月(?:份)?\s?{_NUMBER}\s?[日号]?|{_NUMBER}[日号]|\d{{1,2}}\.\d{{1,2}}\s?[日号]|{_NUMBER}月[底末]"
    rf"|{_ENGLISH_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_ENGLISH_MONTH}"
)


def otherwise(day: date, today: date) -> tuple[date, ...]:
    """Days that somebody may have meant who wrote this one without a year: the day before the month, a slip in the month."""
    wanted = ((today.year, day.day, day.month), (today.year, today.month, day.day))
    found = [made for each in wanted if (made := _made(*each)) is not None and made <= today and made != day]
    return tuple(dict.fromkeys(found))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def leading(line: LineText) -> re.Match[str] | None:
    """The day with which it begins, claimed by nobody."""
    return _PHRASE.match(line.open) or _SLASHED.match(line.open)


_NUMBERED_DAY = re.compile(rf"月|\d{{4}}[-/.]|\d{{8}}|\.\d|{_ENGLISH_MONTH}")
"""It names a month or a year: a day that the calendar hasn't. What a number alone (32号) is may be an address."""


def _meant(found: re.Match[str], today: date) -> SaidDay | None:
    text = found.group().strip()
    days = _days(text, today) if not found["vague"] else ()
    if not days:
        meant = found["vague"] or _NUMBERED_DAY.search(text)
        return SaidDay(None, "no_such_day", wrong=text) if meant else None
    if found["weekday"] or found["english"]:
        return _weekday(text, days, bare=not found["week"] and not text.startswith("last"), today=today)
    return _known(days, "said", today)


_SAID_OTHERWISE = {"寻日": "昨天", "琴日": "昨天", "噚日": "昨天", "琴晚": "昨天", "寻晚": "昨天", "听日": "明天"}
"""In Cantonese."""


def _days(text: str, today: date) -> Sequence[date]:
    text = _SAID_OTHERWISE.get(text, "前天" if text.endswith("day before yesterday") else text)
    return [each.day for each in dates.read(text, today, "past") if isinstance(each, dates.Day)]


def _known(days: Sequence[date], rule: str, today: date) -> SaidDay:
    past = tuple(each for each in days if each <= today)
    if len(past) == 1:
        return SaidDay(past[0], rule)
    return SaidDay(None, "future" if not past else "several", instead=past)


def _weekday(text: str, days: Sequence[date], *, bare: bool, today: date) -> SaidDay:
    """周五 said on a Wednesday is this week's, which is to come; last week's is offered."""
    said = _known(days, "weekday", today)
    if bare and said.day is not None and said.day < dates.away(today, -today.weekday()):
        return SaidDay(None, "future_weekday", instead=(said.day,))
    return said


def claim_slashed(line: LineText, today: date) -> list[SaidDay]:
    """3/5 and 3-5, when nothing says that they are quantities."""
    days = []
    for found in line.found(_SLASHED):
        meant = _days(found.group(), today)
        if meant or is_no_day(found.group()):
            line.claim(*found.span(), "day")
            days.append(
                replace(_known(meant, "m/d", today), yearless=True)
                if meant
                else SaidDay(None, "no_such_day", wrong=found.group())
            )
    return days


_LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_AND_DAY = re.compile(r"(?P<month>\d{1,2})(?P<mark>[/\-.])(?P<day>\d{1,2})|(?P<run>0\d)(?P<of>\d\d)")


def is_no_day(text: str) -> bool:
    """11/31, 10/32, 0231: written as a day that no year has, or hardly one (2/29). What no month could be isn't meant as a day,
    and 10.32 is a price."""
    found = _MONTH_AND_DAY.fullmatch(text)
    if found is None:
        return False
    month, day = int(found["month"] or found["run"]), int(found["day"] or found["of"])
    most = 31 if found["mark"] == "." else 39
    return 1 <= month <= 12 and 29 <= day <= most and day > _LONGEST[month - 1]


def dotted(text: str, today: date) -> date | None:
    """3.5 as the fifth of March, if it can be one: never day before month."""
    return dates.only_day(text, today, "past") if re.fullmatch(r"(?:0?[1-9]|1[0-2])\.\d{1,2}", text) else None


def four_digits(text: str, today: date) -> date | None:
    """0305 is a day, for no quantity begins with a zero."""
    return dates.only_day(text, today, "past") if re.fullmatch(r"0\d{3}", text) else None
