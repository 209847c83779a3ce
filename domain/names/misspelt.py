"""Regions with a wrong character in them, where it is certain which one is meant: 惠洲市, 东筦市, 沸山市, 深土川市.

What sounds or looks like an official name with its 市, 县, 区 or 省 and like no other of its level, is that region, in a name that
is kept as in one that is typed. Other slips (`regions.near_miss`) are readings of a typed name alone.
"""

from __future__ import annotations

from functools import cache

from domain.letters.halves import is_split
from domain.names import regions
from domain.names.regions import RegionSpelling
from domain.names.sound import fuzzy, look_alike, near_sound, same_sound

_SUFFIXES = frozenset("市省县区")
_ALONE = frozenset("市省县")
"""区 is too often a zone, a quarter or a park where no city stands before it."""
_WORDS = frozenset(
    """市场 市政 市民 市郊 市容 市井 市值 市内 市区 超市 都市 城市 上市 门市 夜市 集市 花市 股市 菜市 闹市 楼市 车市 区块 区域 县域 园区 小区 社区 新区
    景区 片区 校区 厂区 库区 港区 矿区 林区 山区 地区 特区""".split()
)
_LONGEST = 6


@cache
def _near() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Names with one character masked, and their sounds → the names."""
    masked: dict[str, list[str]] = {}
    heard: dict[str, list[str]] = {}
    for form, found in regions.table().forms.items():
        if form[-1] not in _SUFFIXES or not 3 <= len(form) <= _LONGEST or found[0].bare or not _is_official(form):
            continue
        for i in range(len(form) - 1):
            masked.setdefault(f"{form[:i]}?{form[i + 1 :]}", []).append(form)
        heard.setdefault(_sound(form), []).append(form)
    return {key: tuple(forms) for key, forms in masked.items()}, {key: tuple(forms) for key, forms in heard.items()}


def _is_official(form: str) -> bool:
    """Not a county under a suffix that it only may have had."""
    return any(regions.table().official.get(each.code) == form for each in regions.table().forms[form])


def _sound(text: str) -> str:
    return " ".join(map(fuzzy, text[:-1])) + text[-1]


def _like(head: str) -> set[str]:
    masked, heard = _near()
    found = {form for form in heard.get(_sound(head), ()) if all(map(same_sound, head, form))}
    for i in range(len(head) - 1):
        for form in masked.get(f"{head[:i]}?{head[i + 1 :]}", ()):
            if near_sound(head[i], form[i]) or look_alike(head[i], form[i]):
                found.add(form)
        if i + 2 < len(head):
            split = masked.get(f"{head[:i]}?{head[i + 2 :]}", ())
            found |= {form for form in split if is_split(form[i], head[i : i + 2])}
    return found


def at(text: str, start: int, above: str = "") -> tuple[int, RegionSpelling] | None:
    """Where the region ends that the text has at `start`, and which one is meant. None that is spelt rightly stands there;
    `above` is the region before it."""
    ahead = text[start + 2 : start + _LONGEST]
    suffixes = _SUFFIXES if above else _ALONE
    if suffixes.isdisjoint(ahead):
        return None
    end = start + 3 + next(i for i, char in enumerate(ahead) if char in suffixes)
    if len(text) - end < 2 or {text[end - 1 : end + 1], text[end - 2 : end]} & _WORDS:
        return None
    meant = {
        each
        for form in _like(text[start:end])
        for each in regions.table().forms[form]
        if regions.table().official.get(each.code) == form
        and (not above or (each.code != above and regions.is_under(each.code, above)))
    }
    highest = [each for each in meant if each.level == min(other.level for other in meant)]
    return (end, highest[0]) if len(highest) == 1 else None
