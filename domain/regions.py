"""Provinces and cities: where a customer is (区域, to city level).

The table is GB/T 2260 with short names as people say them. A city is a prefecture-level row, a county-level one that
the province governs directly (济源, 仙桃), or a municipality or special region itself: 北京 is the one city of 北京.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class City:
    """A city in its province, both by short name: 广东 深圳. `official` is its name in full: 深圳市."""

    province: str
    name: str
    official: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of the table: a province (that may be a city, too), a city, or a county in its city."""

    names: frozenset[str]
    province: str
    city: City | None
    county: bool


def provinces() -> tuple[str, ...]:
    """Short names in the order of the standard: 北京, 天津, 河北 …"""
    return tuple(_cities())


def province(text: str) -> str | None:
    """The short name of a province that somebody typed: `广东`, `广东省`, `内蒙古自治区`."""
    return _province_names().get("".join(text.split()))


def cities_of(province: str) -> tuple[City, ...]:
    """The cities of a province by its short name; of an unknown one none."""
    return _cities().get(province, ())


def find(text: str) -> tuple[City, ...]:
    """The cities that a typed text may mean: `深圳`, `深圳市`, `广东 深圳`, `广东省深圳市`, `昆山` (in 苏州).

    A city's name wins over a county's (朝阳 is a city of 辽宁 before it is a district of 北京); a county's name that
    several cities know gives them all. What isn't known, or names only a province of many cities, gives nothing:
    海南 is not guessed to be the prefecture of that name in 青海.
    """
    plain = "".join(each for each in text if each.isalnum())
    if (known := province(plain)) is not None:
        return cities_of(known) if len(cities_of(known)) == 1 else ()
    if named := _named(plain, _places()):
        return named
    # the longest province name first, so that 内蒙古自治区 is not taken for 内蒙古 and a place called 自治区…
    for name in sorted(_province_names(), key=len, reverse=True):
        if plain.startswith(name):
            within = [place for place in _places() if place.province == _province_names()[name]]
            return _named(plain.removeprefix(name), within)
    return ()


def _named(name: str, places: tuple[_Place, ...] | list[_Place]) -> tuple[City, ...]:
    fitting = [place for place in places if name in place.names]
    cities = [place for place in fitting if not place.county] or fitting
    return tuple(dict.fromkeys(place.city for place in cities if place.city is not None))


# --- the table ----------------------------------------------------------------------------------------------------

_PROVINCE, _PREFECTURE, _COUNTY = "1", "2", "3"


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    """Rows of code, level, name, short; a code's first two digits are the province's, the first four the city's."""
    text = files("domain").joinpath("data", "regions.tsv").read_text("utf-8")
    return tuple(csv.DictReader(io.StringIO(text), delimiter="\t"))


def _own_city(row: Mapping[str, str]) -> bool:
    return row["level"] == _PREFECTURE or (row["level"] == _COUNTY and row["code"][2:4] == "90")


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, tuple[City, ...]] = {}
    for top in (row for row in _rows() if row["level"] == _PROVINCE):
        below = [row for row in _rows() if row["code"][:2] == top["code"][:2] and _own_city(row)]
        found[top["short"]] = tuple(City(top["short"], row["short"], row["name"]) for row in below or [top])
    return MappingProxyType(found)


@cache
def _province_names() -> Mapping[str, str]:
    tops = [row for row in _rows() if row["level"] == _PROVINCE]
    return MappingProxyType({name: row["short"] for row in tops for name in (row["name"], row["short"])})


@cache
def _places() -> tuple[_Place, ...]:
    provinces = {row["code"][:2]: row["short"] for row in _rows() if row["level"] == _PROVINCE}
    prefectures = {row["code"][:4]: row["name"] for row in _rows() if row["level"] == _PREFECTURE}
    places = []
    for row in _rows():
        province = provinces[row["code"][:2]]
        cities = {city.official: city for city in _cities()[province]}
        official = row["name"] if _own_city(row) else prefectures.get(row["code"][:4], "")
        city = next(iter(cities.values())) if len(cities) == 1 else cities.get(official)
        county = row["level"] == _COUNTY and not _own_city(row)
        places.append(_Place(frozenset({row["name"], row["short"]}), province, city, county))
    return tuple(places)
