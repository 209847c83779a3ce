"""What regions and values of the policy are called in English: the one place that knows (docs/wording.md#english).

A place is called by its pinyin, as maps have it (Xi'an, Lüliang), or by what `english_places.tsv` says where pinyin is wrong
or another name is the usual one (Shaanxi, Hong Kong, Hohhot). A value of the policy is called by the policy's `[english]`.
What has no English name keeps its own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from pypinyin import lazy_pinyin

BETWEEN = " · "
_KINDS = {
    "区": "District", "县": "County", "旗": "Banner", "市": "", "省": "", "盟": "", "地区": "", "新区": "New Area",
    "特别行政区": "", "自治区": "", "镇": "Town", "高新区": "High-tech Zone", "开发区": "Development Zone",
    "经开区": "Economic Development Zone", "高开区": "High-tech Zone", "自贸区": "Free Trade Zone",
    "保税区": "Bonded Zone", "综保区": "Bonded Zone",
}  # fmt: skip
_KIND = re.compile(f"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})$")
_HAN = re.compile(r"[㐀-鿿]+")


def namer(policy: Mapping[str, str]) -> Callable[[str], str]:
    """The English of a name that the policy or the table of places has; `policy` is its `[english]`."""

    @lru_cache(maxsize=8192)
    def called(name: str) -> str:
        if (whole := policy.get(name)) is not None:
            return whole
        if BETWEEN in name:
            return BETWEEN.join(map(called, name.split(BETWEEN)))
        return region(name)

    return called


@lru_cache(maxsize=4096)
def region(name: str) -> str:
    """`Zhongshan, Guangdong` of 广东 中山; a city or province alone by its name; what is no region stays."""
    known = _regions()
    parts = name.split()
    if not all(part in known for part in parts):
        return name
    return ", ".join(usual_names().get(part) or _in_pinyin(part) for part in reversed(parts))


@lru_cache(maxsize=4096)
def place(name: str) -> str:
    """`Nanshan District` of 南山区, `Kunshan` of 昆山市; a name that isn't Chinese stays."""
    if not _HAN.fullmatch(name):
        return name
    if name in _regions():
        return region(name)
    kind = _KIND.search(name)
    stem = name[: kind.start()] if kind is not None and kind.start() > 1 else name
    called = usual_names().get(stem) or _in_pinyin(stem)
    return f"{called} {_KINDS[kind[0]]}".rstrip() if kind is not None and stem != name else called


def _in_pinyin(name: str) -> str:
    """As maps write it: in one, with a mark before a vowel that begins a syllable."""
    first, *rest = lazy_pinyin(name, v_to_u=True)
    return (first + "".join(f"'{each}" if each[0] in "aoe" else each for each in rest)).capitalize()


@cache
def usual_names() -> Mapping[str, str]:
    """By short name, where it isn't the pinyin."""
    return {row["name"]: row["english"] for row in _table("english_places.tsv")}


@cache
def latin_spellings() -> Mapping[str, str]:
    """What is written in Latin letters, letters alone, → the place."""
    spelt = ((text, row["name"]) for row in _table("english_places.tsv") for text in (row["english"], row["also"]))
    plain = ((text.casefold().replace("ü", "v").replace("ê", "e"), name) for text, name in spelt)
    return {letters: name for text, name in plain if (letters := re.sub("[^a-z]", "", text))}


@cache
def _regions() -> frozenset[str]:
    """Provinces and cities by short name."""
    rows = (*_table("regions.tsv"), *_table("places.tsv"))
    return frozenset(row["short"] for row in rows if row["code"].endswith("00") or row["code"][2:4] == "90")


@cache
def _table(name: str) -> tuple[Mapping[str, str], ...]:
    text = files("domain").joinpath("data", name).read_text("utf-8")
    return tuple(csv.DictReader(io.StringIO(text), delimiter="\t"))
