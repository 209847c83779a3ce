"""What a heading or a label means, however it is written: `1、客户全称 *`, `【年用量】（片）：`, `Customer name`.

One reading for the columns of lists and for pasted lines. The words are the policy's (`labels`); a word may mean
several fields of a matter, as 邮政编码 of an invoice and of a delivery: which one, only the place where it stands tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.base.policy import Policy
from domain.base.work import Work
from domain.names.text import simplified

LONGEST = 60
"""Characters that are looked at: a longer text is no label."""
_BRACKETS = re.compile(r"\(([^()]*)\)")
_AROUND = str.maketrans(dict.fromkeys("【】[]〔〕「」『』《》<>", ""))
_NUMBERED = re.compile(r"(?:\(?\d{1,2}\)|\d{1,2}[.、:)]|[一二三四五六七八九十]{1,3}[、.]|[•·▪*★☆※])\s*")
_PIVOT = re.compile(r"^\s*(?:(?:求和|计数|平均值|最大值|最小值)项\s*:|(?:sum|count|average) of )\s*")
"""What a pivot table writes before the name of a column."""
_CIRCLED = re.compile(r"[①-⑳]")
_UNITS = r"(?:k|万|千|亿|百万)?(?:片|颗|只|个|台|套|pcs|元)?"
_UNIT = re.compile(rf"(?P<label>.+?)\s*(?:[/,，:\s]|单位)+\s*(?P<unit>(?!$){_UNITS}(?:/年|/y(?:ear)?)?)")


@dataclass(frozen=True, slots=True)
class Label:
    """`plain` is what is compared; `inside` what stood in brackets or behind a stroke: units, explanations."""

    plain: str
    inside: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read(text: str) -> Label:
    """The label without numbering, brackets, stars, colons, blanks, full width, upper case and traditional characters. What stands only in
    brackets is the label itself."""
    folded = unicodedata.normalize("NFKC", _CIRCLED.sub("", text[: LONGEST * 2])).casefold()
    folded = _PIVOT.sub("", folded)
    folded = "".join(each for each in folded if unicodedata.category(each) != "Cf").translate(_AROUND).strip()
    while (bare := _NUMBERED.match(folded)) is not None and bare.end() < len(folded):
        folded = folded[bare.end() :].strip()
    if not folded.isascii():
        folded = simplified(folded)
    inside = tuple(each.strip() for each in _BRACKETS.findall(folded) if each.strip())
    outside = _BRACKETS.sub(" ", folded)
    if not _letters(outside):
        return Label(_letters(folded))
    if (measured := _UNIT.fullmatch(outside.strip().rstrip("*:").strip())) is not None and _letters(measured["label"]):
        return Label(_letters(measured["label"]), (*inside, measured["unit"]))
    return Label(_letters(outside), inside)


def fields(words: Mapping[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    """The fields of a matter that a text may mean, in the matter's order; none where it isn't known. Its whole text is
    looked for before the one without its brackets, so 出票单位(合同签约方) may be told from 出票单位."""
    if not 0 < len(text.strip()) <= LONGEST:
        return ()
    whole = _letters(unicodedata.normalize("NFKC", text).casefold())
    known = _known(tuple((field, tuple(several)) for field, several in words.items()))
    return known.get(whole) or known.get(read(text).plain) or _in_two_languages(known, text)


_BESIDE = re.compile(r"(?P<one>[^A-Za-z]*[^A-Za-z\s/|·-])[\s/|·-]*(?P<other>[A-Za-z][A-Za-z .'/_-]*[A-Za-z])\W*")


def in_two_languages(text: str) -> tuple[str, str] | None:
    """`客户名称 Customer name`, `区域/Region`: the two halves."""
    beside = _BESIDE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return None if beside is None else (read(beside["one"]).plain, read(beside["other"]).plain)


def _in_two_languages(known: Mapping[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    """`客户名称 Customer name`: both say the same. One that isn't known makes another label of it: 客户 ID."""
    halves = in_two_languages(text)
    if halves is None:
        return ()
    one, other = (known.get(each, ()) for each in halves)
    return tuple(each for each in one if each in other)


def of(policy: Policy, matter: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a matter (`customer`, `agency`, `person`, `mcu`, `project`) by field. Raises AttributeError for one
    that the policy doesn't know."""
    part = getattr(policy.labels, matter)
    return {field: getattr(part, field) for field in type(part).model_fields}


def words(work: Work, matter: str) -> Mapping[str, tuple[str, ...]]:
    """The same as a query."""
    return of(work.policy, matter)


@lru_cache(maxsize=64)
def _known(words: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for field, several in words:
        for word in several:
            for plain in {_letters(unicodedata.normalize("NFKC", word).casefold()), read(word).plain}:
                if field not in known.get(plain, ()):
                    known[plain] = (*known.get(plain, ()), field)
    return known


def _letters(text: str) -> str:
    letters = "".join(each for each in text if each.isalnum())
    return letters if letters.isascii() else simplified(letters)
