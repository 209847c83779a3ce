"""Other ways to read a typed name, where its parts are in doubt: a county that may be a brand, a region in the middle,
a slip inside the region or the legal form, which breaks the split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from domain.names import regions, trades
from domain.names.brands import is_nobodys
from domain.names.parts import MAX_LENGTH, Parts, leading_region, parse_folded, split_branch, split_place, split_trade
from domain.names.reasons import Reason
from domain.names.rewritten import rewritten, trade_in_front
from domain.names.sound import alike, is_pinyin, spelt
from domain.names.text import look, without_brackets


class NameReading(NamedTuple):
    """`factor` (0 to 1) is what the doubt costs; `reasons` say what had to be assumed. `exact`: too bold to be held
    against another brand."""

    parts: Parts
    factor: float = 1.0
    reasons: tuple[Reason, ...] = ()
    exact: bool = False

    def may_mean(self, known: Parts) -> bool:
        return not self.exact or self.parts.core == known.core


_BRACKET = re.compile(r"\(([^()]+)\)")
_FORMS = ("有限公司", "有限责任公司", "股份有限公司")
_WRITING = (Reason.REGION_WRITING,)
_SLIP = (Reason.ONE_WRONG,)


def _county_as_brand(parts: Parts) -> list[NameReading]:
    """三门县盛舟 may be known as 三门盛舟 with 三门 for a part of the brand."""
    short = regions.table().names.get(parts.region, "")
    if len(short) < 2 or parts.region.endswith("00") or is_nobodys(parts.core):
        return []
    return [NameReading(parts._replace(region="", town="", core=short + parts.core), 0.97, _WRITING)]


def _place_as_brand(parts: Parts) -> list[NameReading]:
    """德州仪器: nothing but trade words behind the place."""
    short = regions.table().names.get(parts.region, "")
    if len(short) < 2 or not parts.core or trades.unsaid(parts.body):
        return []
    core, trade = split_place(short, parts.body)
    return [NameReading(parts._replace(region="", town="", core=core, trade=trade), 0.97, _WRITING, exact=True)]


def _place_before_brand(parts: Parts) -> list[NameReading]:
    """深圳海南椰岛 may be 椰岛 of 海南."""
    found = regions.at(parts.core, 0) if parts.region else None
    if not found or found[1].bare or len(parts.core) - found[0] < 2:
        return []
    return [NameReading(parts._replace(core=parts.core[found[0] :]), 0.97, _WRITING)]


def _bracket_in_front(text: str, parts: Parts) -> list[NameReading]:
    """海南椰岛（深圳） is also called 深圳海南椰岛."""
    found = _BRACKET.search(text)
    if not found or not parts.region or leading_region(found[1])[:2] != (len(found[1]), parts.region):
        return []
    return [NameReading(parse_folded(found[1] + text[: found.start()] + text[found.end() :]), 0.97, _WRITING)]


def _brand_as_county(parts: Parts) -> list[NameReading]:
    """东方盛舟 may be 东方市盛舟."""
    found = regions.at(parts.core, 0)
    if parts.region or not found or len(parts.core) - found[0] < 2:
        return []
    return [NameReading(parts._replace(region=found[1].code, core=parts.core[found[0] :]), 0.97, _WRITING)]


def _region_inside(parts: Parts) -> list[NameReading]:
    """茂缘云南装饰."""
    if parts.region:
        return []
    body = parts.body
    places = [(start, found) for start in range(1, len(body) - 1) if (found := regions.at(body, start))]
    places.sort(key=lambda place: place[1][1].bare)  # 金桥东莞: rather 东莞 than the district 桥东
    for start, (end, place) in places:
        if len(body) - (end - start) >= 2:
            core, trade = split_trade(body[:start] + body[end:])
            factor = 0.97 if place.bare else 0.99
            return [NameReading(parts._replace(region=place.code, core=core, trade=trade), factor, _WRITING)]
    return []


def _one_character_brand(parts: Parts) -> list[NameReading]:
    """宁波鸭家电: 鸭 alone is the brand."""
    if len(parts.core) == 3 and trades.word_at_end(parts.core, 1) == 2 and not is_nobodys(parts.core):
        return [NameReading(parts._replace(core=parts.core[0], trade=parts.core[1:] + parts.trade))]
    return []


def _beheaded(text: str, parts: Parts) -> list[NameReading]:
    """市宏达科技: the region was cut off, its suffix is left."""
    if parts.region or text[:1] not in tuple("省市县区"):
        return []
    return [NameReading(parse_folded(text[1:]), 0.97, (Reason.REGION_WRITING,))]


def _slip_in_region(text: str, parts: Parts) -> list[NameReading]:
    if parts.region:
        return []
    found = [NameReading(parse_folded(form + text[end:]), 0.95, _SLIP) for end, form in regions.near_miss(text)]
    if (
        len(found) != 1 and len(parts.core) >= 4
    ):  # the region can't be guessed for sure; what follows it may still be found
        begins = 3 if parts.core[2] in "市县" and len(parts.core) > 4 else 2
        found.append(NameReading(parts._replace(core=parts.core[begins:]), 0.86, _SLIP))
    return found


def _slip_in_legal_form(text: str) -> list[NameReading]:
    """有限公同, 有公司, 限有公司."""
    forms = [form for form in _FORMS if not text.endswith(form)]
    if text.endswith(_FORMS):  # 股分有限公司 ends well, too
        forms = [form for form in forms if len(form) == 6 and len(forms) == 2]
    for form in forms:
        for length in (len(form), len(form) - 1, len(form) + 1):
            if len(text) - length >= 2 and OSA.distance(text[-length:], form, score_cutoff=1) == 1:
                return [NameReading(parse_folded(text[:-length] + form), 0.97, _SLIP)]
    return []


_BETWEEN_NAMES = re.compile(r"[/|\\、,，;；\n()\[\]{}（）【】〔〕「」『』<>《》:：=+&~→\-—–_]+|\s+")
_ANOTHER = re.compile(
    r"^(?:原名?称?|前身|曾用名|又名|即|现名?|更名为|改名为|别名|简称|全称|客户名?称?|公司名称|名称|关于|致|测试|重点|老客户|公司名|名叫|叫做|叫|就是|和|及|以及|与|暨|代)+"
)
_COMPANY = re.compile(r".+?公司")
_MOST_NAMES = 4


def _within(raw: str) -> Iterator[Parts]:
    """Other names that a text carries beside or instead of the one it begins with: 蓝海有限公司（原青禾储能）,
    蓝海有限公司/青禾有限公司, 【重点】青禾有限公司. Each has a legal form, or is called what it is."""
    whole = without_brackets(look(raw))
    pieces = [without_brackets(look(piece)) for piece in _BETWEEN_NAMES.split(raw)]
    companies = _COMPANY.findall(whole)
    if len(companies) > 1:
        pieces += companies
    for piece in dict.fromkeys((*pieces, whole)):
        name = _ANOTHER.sub("", piece)
        if name == whole or len(name) < 4:
            continue
        parts = parse_folded(name)
        told = bool(parts.trade) if name != piece else bool(parts.legal)
        if told and _tells(parts):
            yield parts


def _tells(parts: Parts) -> bool:
    """Whether it is a name by itself: by its brand or, where that is made of everybody's words, by its place (大连重工机电)."""
    if len(parts.core) < 2:
        return False
    return not is_nobodys(parts.core) or bool(parts.region and (parts.legal or len(parts.body) >= _LONG_BODY))


_LONG_BODY = 4


def _carried(raw: str) -> list[NameReading]:
    found = islice(_within(raw[:MAX_LENGTH]), _MOST_NAMES)
    return [NameReading(parts, 0.97, (Reason.CARRIED,), exact=True) for parts in found]


def _behind_something(text: str, parts: Parts) -> list[NameReading]:
    """VIP广州市青禾储能: what stands before the place is no part of the name."""
    found = []
    for start in range(1, min(len(text) - 6, MAX_LENGTH)):
        place = regions.at(text, start)
        if place and not place[1].bare and not place[1].brandlike:
            rest = parse_folded(text[start:])
            if rest != parts and _tells(rest):
                found.append(NameReading(rest, 0.97, (Reason.CARRIED,), exact=True))
            break
    if not parts.region and (latin := _LATIN_IN_FRONT.match(parts.core)) and len(parts.core) - latin.end() > 1:
        found.append(NameReading(parts._replace(core=parts.core[latin.end() :]), 0.95, (Reason.CARRIED,), exact=True))
    return found


def _half_in_pinyin(parts: Parts) -> list[NameReading]:
    """青he储能: found by how all of it is spelt."""
    letters = _LATIN.findall(parts.core)
    if not letters or parts.core.isascii() or not all(map(is_pinyin, letters)):
        return []
    spelled = spelt(parts.core)
    return [NameReading(parts._replace(core=spelled))] if spelled.isascii() and spelled.isalpha() else []


def _rewritten(text: str) -> list[NameReading]:
    """穗青禾储能, 有限公司大连重工机电."""
    found = [(each, parse_folded(each.text)) for each in rewritten(text)]
    return [NameReading(parts, 0.97, (each.reason,), exact=each.exact) for each, parts in found if _tells(parts)]


def _trade_in_front(parts: Parts) -> list[NameReading]:
    """储能技术青禾 for 青禾储能技术."""
    at = trade_in_front(parts.core)
    core, trade = parts.core[at:], parts.core[:at] + parts.trade
    if not at or is_nobodys(core):
        return []
    return [NameReading(parts._replace(core=core, trade=trade), 0.97, (Reason.WORDS_SWAPPED,), exact=True)]


_LATIN = re.compile("[a-z]+")
_LATIN_IN_FRONT = re.compile("[a-z0-9]+")
_MOST_SHAPES = 12


def _drawn_alike(parts: Parts) -> list[NameReading]:
    """入入 may be 人人: two characters or more of a short brand that the eye takes for others."""
    if not 2 <= len(parts.core) <= 3:
        return []
    choices = [(char, *sorted(alike(char) - {char})) for char in parts.core]
    cores = ("".join(each) for each in product(*choices))
    other = [core for core in cores if sum(a != b for a, b in zip(core, parts.core, strict=True)) > 1]
    return [
        NameReading(parts._replace(core=core), 0.87, (Reason.LOOKS_ALIKE,), exact=True) for core in other[:_MOST_SHAPES]
    ]


@lru_cache(maxsize=1024)
def readings(raw: str) -> tuple[NameReading, ...]:
    """The most likely reading first, then the others, each once."""
    text = look(raw)[:MAX_LENGTH]
    parts = parse_folded(text)
    head, _ = split_branch(text)
    county = _county_as_brand(parts)
    others = [
        *county,
        *(inside for reading in county for inside in _region_inside(reading.parts)),
        *_place_as_brand(parts),
        *_place_before_brand(parts),
        *_bracket_in_front(text, parts),
        *_brand_as_county(parts),
        *_region_inside(parts),
        *_one_character_brand(parts),
        *_beheaded(text, parts),
        *_slip_in_region(text, parts),
        *_slip_in_legal_form(head if head != text else text),
        *_carried(raw),
        *_behind_something(without_brackets(text), parts),
        *_drawn_alike(parts),
        *_half_in_pinyin(parts),
        *_rewritten(text),
        *_trade_in_front(parts),
    ]
    unique = {parts: NameReading(parts)}
    for reading in others:
        before = unique.get(reading.parts)
        if before is None or before.factor < reading.factor:
            unique[reading.parts] = reading
    return tuple(unique.values())
