"""How dates are written, brought to one manner: digits for Chinese numerals, Chinese for English words, no hedges.

What comes out is read by `dates`. A text that can be meant in two manners (English “next Friday”) gives both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from domain.letters import HYPHENS

LONGEST = 60
"""Characters of a text that may still be a date."""

_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十廿卅]+")
_TENS = re.compile(r"([一二三四五六七八九]?十|廿|卅)([一二三四五六七八九]?)")
_DIGITS = str.maketrans("〇零一二两三四五六七八九", "001223456789")
_HOLIDAYS = {
    "元旦": "1月1日", "五一": "5月1日", "劳动节": "5月1日", "十一": "10月1日", "国庆": "10月1日", "国庆节": "10月1日",
    "双十一": "11月11日", "圣诞": "12月25日", "圣诞节": "12月25日",
}  # fmt: skip
"""Those of a fixed day; the others would need the lunar calendar."""
_HOLIDAY = re.compile(rf"(^|年)的?({'|'.join(sorted(_HOLIDAYS, key=len, reverse=True))})$")

_CLOCK = re.compile(
    r"(?:[ t]|(?<=[日号天\d]))\s*(?:上午|下午|早上|晚上|中午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z|[+-]\d{2}:?\d{2})?$"
)
_PART_OF_DAY = re.compile(r"(?<=.)(?:上午|下午|早上|晚上|中午)$")
_HEDGE = re.compile(
    r"^(?:大概|大约|约|预计|计划|预期|about |around |by |before |on )+|(?:左右|前后|上下|之前|以前|份)+$"
)
_AGO = re.compile(r"(?:天|日|周|星期|礼拜|个半?月|年|[年月周期拜]半|\.5个?月)前$")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPANS = {"day": "天", "week": "周", "month": "个月", "year": "年"}
_NEXT = {"next": "下", "this": "本", "last": "上"}
_PERIODS = {"week": "周", "month": "月", "quarter": "季度"}
_YEARS = {"next": "明年", "this": "今年", "last": "去年"}
_HALVES = {"1": "上半年", "2": "下半年", "first": "上半年", "second": "下半年", "latter": "下半年"}
_ENDS = {"end": "底", "start": "初", "beginning": "初", "middle": "中", "mid": "中", "early": "初", "late": "底"}


def folded(text: str) -> tuple[str, ...]:
    """The manners in which a text may be meant; of one that can't be a date, none."""
    if len(text) > LONGEST:
        return ()
    plain = " ".join(unicodedata.normalize("NFKC", text.translate(HYPHENS)).lower().replace("，", ",").split()).strip(
        " ,。.;；"
    )
    plain = _HEDGE.sub("", _PART_OF_DAY.sub("", _CLOCK.sub("", plain))).strip()
    if plain.endswith("前") and not _AGO.search(plain):
        plain = plain[:-1]
    return tuple(_chinese(each) for each in _english(plain))


def _chinese(plain: str) -> str:
    named = _HOLIDAY.sub(lambda found: found[1] + _HOLIDAYS[found[2]], plain)
    digits = _NUMERALS.sub(lambda found: _number(found[0]), named)
    return _WAIT.sub(r"\1后", re.sub(r"\s+", "", re.sub(r"(?<=\d) (?=\d)", "-", digits)))


_WAIT = re.compile(r"^(?:再?过|再等?|还有|还要|还需要?)(?=[\d半])(.+?)(?:[之以]?后)?$")
"""再过一个半月 says what 一个半月后 says."""


def _number(written: str) -> str:
    """二十五 and 二五 are 25, 二〇二七 is 2027; what is no number stays as it is."""
    tens = _TENS.fullmatch(written)
    if tens is not None:
        head = {"廿": 2, "卅": 3}.get(tens[1]) or int(tens[1][:-1].translate(_DIGITS) or 1)
        return str(head * 10 + int(tens[2].translate(_DIGITS) or 0))
    return written.translate(_DIGITS)


# --- English ------------------------------------------------------------------------------------------------------


def _english(plain: str) -> tuple[str, ...]:
    if not re.search(r"[a-z]", plain):
        return (plain,)
    for pattern, make in _MANNERS:
        if found := pattern.fullmatch(plain):
            return make(found)
    return (plain,)


def _period(found: re.Match[str]) -> tuple[str, ...]:
    """Q1, H1 with a year before or behind: H1 2027, 2027H1, 1H27, Q1'27."""
    years, number = [each for each in (found["year"], found["after"]) if each], found["one"] or found["other"]
    half = "h" in (found["kind"], found["other_kind"])
    if len(years) > 1 or (half and number not in _HALVES):
        return ()
    year = _YEARS.get(years[0].removesuffix(" year"), years[0]) if years else ""
    return (f"{year}{'年' if year.isdecimal() else ''}{_HALVES[number] if half else f'{number}季度'}",)


def _half(which: str, year: str | None) -> tuple[str, ...]:
    of = _YEARS.get((year or "").removesuffix(" year"), year or "")
    return (f"{of}{'年' if of.isdecimal() else ''}{_HALVES[which]}",)


def _and_half(count: str, span: str) -> tuple[str, ...]:
    return (f"{_count(count)}{'年半' if span == 'year' else '周半' if span == 'week' else '个半月'}后",)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _with_year(year: str | None, rest: str) -> tuple[str, ...]:
    return (f"{year}年{rest}" if year else rest,)


def _count(word: str) -> str:
    return str(_NUMBERS.get(word, word))


def _weekday(name: str) -> int:
    return _WEEKDAYS.index(name[:3]) + 1


def _of_week(which: str | None, name: str) -> tuple[str, ...]:
    """To some “next Friday” is the coming one, to others that of the next week."""
    number = _weekday(name)
    match which:
        case "next":
            return (f"来周{number}", f"下周{number}")
        case "last":
            return (f"过周{number}", f"上周{number}")
        case "this":
            return (f"本周{number}",)
        case _:
            return (f"周{number}",)


def _ends(part: str, of: str) -> tuple[str, ...]:
    end = _ENDS[part]
    if of in ("month", "year", "quarter"):
        return ({"month": "月", "year": "年", "quarter": "季"}[of] + end,)
    return tuple(f"{each}{end}" for each in _english(of))


_SOME = r"(\d{1,3}|a|an|one|two|three|four|five|six)"
_A_YEAR = r"\d{4}|next year|this year|last year"
_A_PERIOD = (
    rf"(?:(?P<year>{_A_YEAR}|\d{{2}}|明年|今年|去年|后年)年?[ '/-]*)?"
    r"(?:(?P<kind>[hq])(?P<one>[1-4])|(?P<other>[1-4])(?P<other_kind>[hq]))"
    rf"(?:(?: of |[ ,'/-]*)(?P<after>{_A_YEAR}|\d{{2}}))?"
)

_MANNERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"{_NAMED} {_ORDINAL}(?:,? (\d{{4}}))?", lambda m: _with_year(m[3], f"{_month(m[1])}月{m[2]}日")),
        (rf"(?:the )?{_ORDINAL}(?: of)?[ -]{_NAMED}(?:,?[ -](\d{{4}}))?", lambda m: _with_year(m[3], f"{_month(m[2])}月{m[1]}日")),
        (rf"{_NAMED}(?:,?[ -](\d{{4}}))?", lambda m: _with_year(m[2], f"{_month(m[1])}月")),
        (rf"{_NAMED} (next|this|last) year", lambda m: (f"{_YEARS[m[2]]}{_month(m[1])}月",)),
        (r"the (\d{1,2})(?:st|nd|rd|th)", lambda m: (f"{m[1]}日",)),
        (r"(next|this|last) (week|month|quarter)", lambda m: (_NEXT[m[1]] + _PERIODS[m[2]],)),
        (r"(next|this|last) year", lambda m: (_YEARS[m[1]],)),
        (rf"in {_SOME} (day|week|month|year)s?", lambda m: (f"{_count(m[1])}{_SPANS[m[2]]}后",)),
        (rf"{_SOME} (day|week|month|year)s? ago", lambda m: (f"{_count(m[1])}{_SPANS[m[2]]}前",)),
        (rf"(?:(next|this|last) )?{_WEEKDAY}", lambda m: _of_week(m[1], m[2])),
        (rf"{_WEEKDAY},? (.+)", lambda m: tuple(f"{each}周{_weekday(m[1])}" for each in _english(m[2]))),
        (rf"(.+?),? \(?{_WEEKDAY}\)?", lambda m: tuple(f"{each}周{_weekday(m[2])}" for each in _english(m[1]))),
        (r"(?:the )?(end|start|beginning|middle) of (?:the )?(.+)", lambda m: _ends(m[1], m[2])),
        (r"(early|mid|late)[ -](.+)", lambda m: _ends(m[1], m[2])),
        (r"(month|year|quarter)[ -]end", lambda m: _ends("end", m[1])),
        (_A_PERIOD, _period),
        (rf"(?:the )?(first|second|latter) half(?: (?:of )?(?:the year|({_A_YEAR})))?", lambda m: _half(m[1], m[2])),
        (rf"(?:in )?{_SOME} (day|week|month|year)s? (?:from now|later)", lambda m: (f"{_count(m[1])}{_SPANS[m[2]]}后",)),
        (r"(?:in )?half a (month|year)(?: from now| later)?", lambda m: ("半年后" if m[1] == "year" else "半个月后",)),
        (rf"(?:in )?{_SOME}(?: and a half|\.5) (week|month|year)s?(?: from now| later)?", lambda m: _and_half(m[1], m[2])),
        (r"(?:in )?(an?|one) (week|month|year) and a half(?: from now| later)?", lambda m: _and_half(m[1], m[2])),
        (r"(?:in )?a fortnight(?: from now| later)?", lambda m: ("2周后",)),
        (r"the day after tomorrow", lambda m: ("后天",)),
        (r"the day before yesterday", lambda m: ("前天",)),
    )
)  # fmt: skip
