"""Provinces and cities: where a customer is (区域, to city level), and what a typed place means (`find`).

The table is GB/T 2260 with short names as people say them; `places.tsv` adds what it lacks: the youngest cities, new
districts of a city, the parts of 台湾, 香港 and 澳门. A city is a prefecture-level row, a county-level one that the province
governs directly (济源, 仙桃), or a municipality or special region itself: 北京 is the one city of 北京.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from domain.base import english, latin_places
from domain.base.bilingual import bilingual
from domain.names import regions as written
from domain.names import trades
from domain.names.parts import parse
from domain.names.text import simplified


@dataclass(frozen=True, slots=True)
class City:
    """A city in its province, both by short name: 广东 深圳. `official` is its name in full: 深圳市."""

    province: str
    name: str
    official: str

    @property
    def called(self) -> str:
        """As it is kept and shown: 广东 深圳; 上海, which is both (but 吉林 吉林, for 吉林 has other cities)."""
        return once(f"{self.province} {self.name}")


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What a typed place may mean. Without `city` it is a province of many, which isn't said closely enough.

    `below` is what lies below the city, in full as far as it is known: 南山区, 湘桥区枫溪镇. `sure` says no when nothing
    but a town was named, or a county's name that may be the beginning of another word (松山湖): then somebody is asked.
    """

    province: str
    city: City | None
    below: str = ""
    sure: bool = True
    below_in_english: str = field(default="", compare=False)
    """Nanshan District; empty where it isn't known."""
    in_latin: bool = field(default=False, compare=False)
    """Whether it was written in Latin letters."""

    @property
    def told_below(self) -> str:
        """What lies below the city, in both languages."""
        return bilingual(self.below, self.below_in_english)

    @property
    def whole(self) -> str:
        """The city and what lies below it: 深圳市南山区, 苏州昆山市, in the letters in which it was written (Kunshan, Suzhou); empty
        where nothing lies below."""
        if self.city is None or not self.below:
            return ""
        if self.in_latin and self.below_in_english:
            return f"{self.below_in_english}, {english.region(self.city.name)}"
        if self.below.startswith(self.city.name):  # 苏州工业园区
            return self.below
        return f"{self.city.name if '市' in self.below else self.city.official}{self.below}"


def once(region: str) -> str:
    """A region as it is kept: 上海, of which was said 上海 上海 before."""
    province, _, city = region.partition(" ")
    return province if province == city and len(cities_of(province)) == 1 else region


def provinces() -> tuple[str, ...]:
    """Short names in the order of the standard: 北京, 天津, 河北 …"""
    return tuple(_cities())


def province(text: str) -> str | None:
    """The short name of a province that somebody typed: `广东`, `广东省`, `内蒙古自治区`."""
    return _province_names().get("".join(text.split()))


def cities_of(province: str) -> tuple[City, ...]:
    """The cities of a province by its short name; of an unknown one none."""
    return _cities().get(province, ())


LONGEST = 60
"""Characters looked at: no place that somebody types is longer."""
_SEVERAL = re.compile(r"[、,，;；/|]|或者|或|和|及")


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[PlaceReading, ...]:
    """All that a typed place may mean: `深圳`, `广东省深圳市南山区`, `昆山` and `苏州昆山` (in 苏州), `潮州市湘桥区枫溪镇`.

    A province or city wins over what lies lower and is called the same: 海南 is the province, not the prefecture of that
    name in 青海, and 西安 not the district (but 朝阳 may be the one of 北京 as well). A county that several cities have gives them all (鼓楼), and so do two places
    that were typed side by side. What contradicts itself (广东苏州) or isn't known, gives nothing. Latin letters are read
    as well (Nanshan District, Shenzhen): what is spelt alike gives all of them (Suzhou).
    """
    if latin_places.is_latin(text[:LONGEST]):
        return _in_latin(text[:LONGEST])
    parts = _SEVERAL.split(text[:LONGEST])
    found = _read(text, known=len(parts) > 1)
    if found or len(parts) == 1:
        return found
    each = [_read(part) for part in parts]
    return tuple(dict.fromkeys(one for part in each for one in part)) if all(each) else ()


def noted(below: str, background: str) -> str:
    """A customer's background with what was told below its city, once."""
    return "\n".join(filter(None, (below, background))) if below not in background else background


def of_name(name: str) -> City | None:
    """The city that a company's name says: 深圳市宏达科技有限公司, 宏达科技（深圳）有限公司."""
    code = parse(name).region
    return _city_of(code) if code else None


def contradicted(name: str, region: str) -> str:
    """The place that a company's name says, where its customer is said to be elsewhere (大连 in a name, 广东 深圳); empty where
    they agree, as where the name says the region as well, or nothing for certain: a county's name without 县 or 市 may be
    the brand."""
    code = parse(name).region
    province = _provinces_by_code().get(code[:2])
    if not province or not region:
        return ""
    city = _city_of(code)
    at, _, below = region.partition(" ")
    said = city.name if city is not None else province
    agree = province == at if city is None else city.called == region
    if agree or (below or at) in name or _is_doubtful(code, name):
        return ""
    return said


def _is_doubtful(code: str, name: str) -> bool:
    short = written.table().names[code]
    return not code.endswith("00") and code not in _own_cities() and not re.search(f"{short}[县市区旗镇]", name)


# --- reading ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write one place: how it is called in full, whether exactly so."""

    code: str
    level: int
    name: str
    exact: bool
    town: bool


_Path = tuple[tuple[_Form, ...], str]
"""Places from the highest down, and what is left of the text behind them."""


def _read(text: str, *, known: bool = False) -> tuple[PlaceReading, ...]:
    """`known`: no more than the table has."""
    plain = "".join(char for char in unicodedata.normalize("NFKC", text)[:LONGEST] if char.isalnum())
    found = _paths(simplified(plain).removeprefix("中国"), ())
    paths = [path for path in found if _makes_sense(path) and not (known and path[1])]
    if not paths:
        return ()
    best = min(map(_order, paths))
    alike = [path for path in paths if _order(path)[:2] == best[:2]]
    if best[2][0] != _PREFECTURE or not any(map(_in_municipality, alike)):
        alike = [path for path in alike if _order(path) == best]
    readings = dict.fromkeys(each for path in alike if (each := _reading(path)) is not None)
    whole = {each.city for each in readings if not each.below}
    return tuple(each for each in readings if not each.below or each.city not in whole)


def _in_latin(text: str) -> tuple[PlaceReading, ...]:
    """A city wins over what lies lower and is only spelt so: Suzhou is 苏州 or 宿州, but not 肃州 of 酒泉."""
    each = [found for written in latin_places.in_chinese(text, _spelt()) if (found := _read(written, known=True))]
    parts = latin_places.parts(text)
    if not each and len(parts) > 1:  # two places side by side
        each = [_in_latin(part) for part in parts]
        each = each if all(each) else []
    higher = [found for found in each if any(not one.below for one in found)]
    return tuple(dict.fromkeys(replace(one, in_latin=True) for found in higher or each for one in found))


def _in_municipality(path: _Path) -> bool:
    """朝阳 of 北京 is as much meant as the city."""
    code = path[0][0].code
    return not code.endswith("0000") and code[:2] + "0000" in _own_cities()


def _paths(text: str, above: tuple[_Form, ...]) -> Iterator[_Path]:
    """All ways to take places from the front of the text, each under the one before it; 吉林吉林 and 上海上海 are two
    levels of one name."""
    if above:
        yield above, text
    forms, longest = _forms()
    for length in range(min(longest.get(text[:1], 0), len(text)), 1, -1):
        for form in forms.get(text[:length], ()):
            if not above or _is_under(form.code, above[-1].code) or _is_town_beside(form, above[-1]):
                yield from _paths(text[length:], (*above, form))


def _is_town_beside(form: _Form, above: _Form) -> bool:
    """深圳龙岗坂田: of towns the table knows the city, not the district."""
    return form.town and above.level == _COUNTY and not above.town and form.code[:4] == above.code[:4]


def _is_under(code: str, above: str) -> bool:
    return written.is_under(code, above) and (code != above or (above.endswith("0000") and _city_of(above) is not None))


_LOWER = re.compile(r"(?:[区镇乡旗村路街道巷弄号楼层室座栋园城港湾里]|大厦|广场|中心|组团|社区|半岛)$")
"""How what lies below a county ends."""
_BODY = re.compile(r"(?:公司|集团|厂|商?店|经营部|大学|学院|学校|医院|研究[院所]|事务所|工作室|银行)$")
_LOOSE = 6
_ZONES = {
    "高新": "高新区",
    "经开": "经开区",
    "开发": "开发区",
    "高开": "高开区",
    "自贸": "自贸区",
    "保税": "保税区",
    "综保": "综保区",
}
"""Zones that a city or county has, as they are called without 区: 西安高新."""


def _makes_sense(path: _Path) -> bool:
    """What is left may be lower than what the table has, but no company's name, and no place that lies elsewhere."""
    found, rest = path
    if not rest:
        return True
    if _city_of(found[-1].code) is None or _BODY.search(rest):
        return False
    if rest in _ZONES:
        return True
    if _LOWER.search(rest) or any(char.isdigit() for char in rest):
        return not _elsewhere(rest)
    return len(rest) <= _LOOSE and not trades.word_at_end(rest, 0) and not _starts_with_place(rest)


def _is_lower(rest: str) -> bool:
    return rest in _ZONES or _LOWER.search(rest) is not None


def _elsewhere(rest: str) -> bool:
    return any(not each.town for each in _forms()[0].get(rest, ()))


def _starts_with_place(rest: str) -> bool:
    forms, longest = _forms()
    return any(rest[:length] in forms for length in range(2, min(longest.get(rest[:1], 0), len(rest)) + 1))


def _order(path: _Path) -> tuple[int, int, tuple[int, ...]]:
    """The less is left the better; then a name in full or as everybody says it; then the higher places."""
    found, rest = path
    return len(rest), sum(not form.exact for form in found), tuple(form.level for form in found)


def _reading(path: _Path) -> PlaceReading | None:
    found, rest = path
    city = _city_of(found[-1].code)
    province = _provinces_by_code().get(found[-1].code[:2])
    if province is None:
        return None
    below = [form.name for form in found if city is not None and form.name != city.official and _is_below(form)]
    sure = not found[0].town and not (found[0].level == _COUNTY and rest and not _is_lower(rest))
    zone = _ZONES.get(rest, rest)
    known = [*dict.fromkeys(below), *([zone] if zone else [])] if not rest or rest in _ZONES else []
    in_english = ", ".join(english.place(each) for each in reversed(known))
    return PlaceReading(province, city, "".join(dict.fromkeys(below)) + zone, sure, in_english)


def _is_below(form: _Form) -> bool:
    return form.level == _COUNTY and form.code not in _own_cities()


def _city_of(code: str) -> City | None:
    """The city that a place lies in, or is."""
    own = _own_cities()
    if code in own:
        return own[code]
    if code[:4] + "00" in own:
        return own[code[:4] + "00"]
    cities = cities_of(_provinces_by_code().get(code[:2], ""))
    return cities[0] if len(cities) == 1 else None


# --- the table ----------------------------------------------------------------------------------------------------

_PROVINCE, _PREFECTURE, _COUNTY = 1, 2, 3
_ABROAD = "99"


def _table(name: str) -> list[Mapping[str, str]]:
    text = files("domain").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    """Rows of code, level, name, short; a code's first two digits are the province's, the first four the city's."""
    return (*_table("regions.tsv"), *({**row, "level": str(_COUNTY)} for row in _table("places.tsv")))


def _own_city(row: Mapping[str, str]) -> bool:
    level = int(row["level"])
    return level == _PREFECTURE or (level == _COUNTY and row["code"][2:4] == "90")


@cache
def _provinces_by_code() -> Mapping[str, str]:
    return MappingProxyType({row["code"][:2]: row["short"] for row in _rows() if int(row["level"]) == _PROVINCE})


@cache
def _own_cities() -> Mapping[str, City]:
    """Code → the city that it is."""
    by_code = _provinces_by_code()
    found = {
        row["code"]: City(by_code[row["code"][:2]], row["short"], row["name"]) for row in _rows() if _own_city(row)
    }
    has = {code[:2] for code in found}
    tops = [row for row in _rows() if int(row["level"]) == _PROVINCE and row["code"][:2] not in has]
    return MappingProxyType({**found, **{row["code"]: City(row["short"], row["short"], row["name"]) for row in tops}})


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {name: [] for name in _provinces_by_code().values()}
    for city in _own_cities().values():
        found[city.province].append(city)
    return MappingProxyType({name: tuple(cities) for name, cities in found.items()})


@cache
def _province_names() -> Mapping[str, str]:
    tops = [row for row in _rows() if int(row["level"]) == _PROVINCE]
    return MappingProxyType({name: row["short"] for row in tops for name in (row["name"], row["short"])})


@cache
def _spelt() -> Mapping[str, tuple[str, ...]]:
    return latin_places.table(text for row in _rows() for text in (row["short"], row["name"]) if text)


@cache
def _forms() -> tuple[Mapping[str, tuple[_Form, ...]], Mapping[str, int]]:
    """All places by all that they may be written as; and, by first character, the length of the longest writing.

    The writings are those of names (`domain.names.regions`), which know former names and towns; places of our own table go
    before them.
    """
    rows = {row["code"]: row for row in _rows()}
    forms: dict[str, dict[str, _Form]] = {}
    ours = {simplified(text) for row in _table("places.tsv") for text in (row["name"], row["short"])}
    for text, meant in written.table().forms.items():
        for each in meant:
            row = rows.get(each.code)
            higher = text in ours and each.level < _COUNTY  # 雄安新区 isn't 保定, but in it
            if each.code.startswith(_ABROAD) or higher:
                continue
            name = row["name"] if row is not None else text
            exact = row is None or text in {simplified(row["name"]), simplified(row["short"])}
            forms.setdefault(text, {})[each.code] = _Form(each.code, each.level, name, exact, row is None)
    for row in _table("places.tsv"):
        for text in (row["name"], row["short"]):
            made = _Form(row["code"], _COUNTY, row["name"], exact=True, town=False)
            forms.setdefault(simplified(text), {})[row["code"]] = made
    longest: dict[str, int] = {}
    for text in forms:
        longest[text[0]] = max(longest.get(text[0], 0), len(text))
    return MappingProxyType({text: tuple(each.values()) for text, each in forms.items()}), MappingProxyType(longest)
