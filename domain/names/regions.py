"""Regions as they are written in names: told apart by code (GB/T 2260), not by short name — 河北 is a province and a
district of 天津.

Beside the official and the short name, a county is known by each suffix it may have had (a 县 that became 市 or 区), an
autonomous one also without its peoples. `region_forms.tsv` adds former and everyday names, countries as 99 + ISO 3166,
and, with codes of our own, the towns that stand in names where a city has no counties or its districts are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from domain.names.text import simplified

_PROVINCE, _PREFECTURE, _COUNTY = 1, 2, 3


_LIKE_BRANDS = frozenset(
    """东方 平安 凤凰 兴业 新兴 新安 永和 和平 大方 太和 泰和 永兴 永丰 永泰 永安 长兴 长丰 长乐 兴隆 富源 同心 民和 三江 九龙 青龙 清水 天台
    明光 大通 通道 东海 宝丰 嘉禾 正阳 东兴 德兴 隆昌 万年 金湖 安达 比如 吉利""".split()
)
"""Counties that, written without 县 or 市, are more often a brand."""


@dataclass(frozen=True, slots=True)
class RegionSpelling:
    """One way to write one region. `bare`: a county without its suffix, which may as well be a brand; `brandlike`: and
    is taken for one unless its city stands before it."""

    code: str
    level: int
    bare: bool
    brandlike: bool = False


@dataclass(frozen=True, slots=True)
class RegionTable:
    forms: dict[str, tuple[RegionSpelling, ...]]
    """By written form; the highest level first."""
    longest: dict[str, int]
    """First character → length of the longest form that begins with it."""
    names: dict[str, str]
    """Code → short name."""
    official: dict[str, str]
    """Code → name in full, in the one writing."""


def _rows(name: str) -> list[list[str]]:
    text = files("domain").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def _writings(level: int, name: str, short: str) -> dict[str, bool]:
    """Written form → bare, for one region of the table."""
    forms = {name: False, short: level == _COUNTY and short != name}
    if len(short) < 2:
        return {name: False}
    if level == _COUNTY:
        forms |= {short + suffix: False for suffix in "市县区"}
    elif level == _PROVINCE:
        forms[short + "省"] = False
    else:
        forms[short + ("州" if name.endswith("州") else "市")] = False
        if name.endswith("市"):
            forms[short + "地区"] = False
    return forms


def is_under(code: str, above: str) -> bool:
    """Whether the region lies in the other one, or is it. Counties that a province governs itself (9000 …) lie under
    the province."""
    return code.startswith(above[:2] if above.endswith("0000") else above[:4] if above.endswith("00") else above)


@cache
def table() -> RegionTable:
    forms: dict[str, list[RegionSpelling]] = {}
    names: dict[str, str] = {}
    official: dict[str, str] = {}
    for code, digit, name, short in _rows("regions.tsv"):
        names[code], official[code] = short, simplified(name)
        for form, bare in _writings(int(digit), name, short).items():
            brandlike = bare and (name.endswith("区") or form in _LIKE_BRANDS)
            forms.setdefault(form, []).append(RegionSpelling(code, int(digit), bare, brandlike))
    for code, form in _rows("region_forms.tsv"):
        level = _PROVINCE if code.endswith("0000") or code.startswith("99") else 2 if code.endswith("00") else _COUNTY
        town = code not in names and form[-1] != "市" and level == _COUNTY
        names.setdefault(code, form)
        forms.setdefault(form, []).append(RegionSpelling(code, level, bare=town, brandlike=town))
        if town:
            for suffix in ("镇", "街道"):
                forms.setdefault(form + suffix, []).append(RegionSpelling(code, level, bare=False))
    # names are looked at after simplification, which takes the 乾 of 乾安 for a traditional character
    forms |= {simplified(form): found for form, found in forms.items()}
    longest: dict[str, int] = {}
    for form in forms:
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    for found in forms.values():
        found.sort(key=lambda written: (written.bare, written.brandlike, written.level, written.code))
    return RegionTable({form: tuple(found) for form, found in forms.items()}, longest, names, official)


def at(text: str, start: int, above: str = "") -> tuple[int, RegionSpelling] | None:
    """The longest region that the text has at `start` and where it ends; when `above` is given, only what lies under it."""
    known = table()
    for length in range(min(known.longest.get(text[start : start + 1], 0), len(text) - start), 1, -1):
        for written in known.forms.get(text[start : start + length], ()):
            if not above or (written.code != above and is_under(written.code, above)):
                return start + length, written
    return None


_ZONE = re.compile(
    r".{0,2}?(?:(?:国家)?(?:高新技术产业|高技术产业|高新技术|经济技术|高新|经济|工业|旅游|综合)?(?:开发区|保税区|示范区|园区|新区)"
    r"|高新区|工业园|自贸区|自由贸易试验区)"
)
_TOWN = re.compile(r"[^县区市]{2,3}?(?:镇|乡|街道)(?!村)")


def zone_at(text: str, start: int) -> int:
    """Where a development zone or a town that begins at `start` ends; `start` when there is none."""
    found = _ZONE.match(text, start) or _TOWN.match(text, start)
    return found.end() if found else start


_MOST_MEANT = 4
"""What could mean more regions than that tells none."""


@cache
def _near_misses() -> dict[str, tuple[str, ...]]:
    """Forms of three to six characters with one character masked or left out, or cut in front → the forms meant."""
    near: dict[str, set[str]] = {}
    for form, found in table().forms.items():
        if found[0].bare or not 3 <= len(form) <= 6 or (found[0].level == _COUNTY and form[-1] != "市"):
            continue
        for i in range(len(form)):
            near.setdefault(form[:i] + "?" + form[i + 1 :], set()).add(form)
            near.setdefault(form[:i] + form[i + 1 :], set()).add(form)
        for cut in range(2, len(form) - 1):
            near.setdefault(form[cut:], set()).add(form)
    meant = {key: sorted(forms if len(forms) <= _MOST_MEANT else _cities(forms)) for key, forms in near.items()}
    return {key: tuple(forms) for key, forms in meant.items() if 0 < len(forms) <= _MOST_MEANT}


def _cities(forms: set[str]) -> set[str]:
    """Of many that may be meant the cities: 东营 and 东莞, not 东方 or 东宁."""
    return {form for form in forms if table().forms[form][0].level < _COUNTY}


def near_miss(text: str) -> list[tuple[int, str]]:
    """Regions that the text begins with but for one slip — a character wrong, missing, extra, two swapped, the first
    ones cut off — as (where the rest begins, the form meant)."""
    known, near = table().forms, _near_misses()
    found: dict[tuple[int, str], None] = {}
    for length in range(6, 1, -1):
        head = text[:length]
        if len(head) < length:
            continue
        tries = [(length, form) for form in near.get(head, ())]
        for i in range(length):
            tries += [(length, form) for form in near.get(head[:i] + "?" + head[i + 1 :], ())]
            without = head[:i] + head[i + 1 :]
            swapped = head[:i] + head[i + 1 : i + 2] + head[i] + head[i + 2 :]
            tries += [
                (length, form)
                for form in (without, swapped)
                if form in known and len(form) > 2 and not known[form][0].bare
            ]
        found |= dict.fromkeys(tries)
    return [(end, form) for end, form in found if not text.startswith(form)][:_MOST_MEANT]
