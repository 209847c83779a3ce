"""区域: provinces, their cities, and what a typed place means."""

import pytest

from domain import regions


def test_there_are_thirty_four_provinces_and_each_has_a_city() -> None:
    assert len(regions.provinces()) == 34
    assert all(regions.cities_of(province) for province in regions.provinces())
    assert regions.cities_of("火星") == ()


def test_a_municipality_is_its_own_city() -> None:
    for each in ("北京", "天津", "上海", "重庆", "香港", "澳门", "台湾"):
        assert [city.name for city in regions.cities_of(each)] == [each]


def test_cities_that_a_province_governs_directly_stand_among_its_cities() -> None:
    names = [city.name for city in regions.cities_of("湖北")]
    assert "武汉" in names
    assert "仙桃" in names
    assert "江夏" not in names


@pytest.mark.parametrize("typed", ["广东", "广东省", " 广 东 "])
def test_a_province_is_known_by_its_short_and_its_full_name(typed: str) -> None:
    assert regions.province(typed) == "广东"


@pytest.mark.parametrize(
    ("typed", "cities"),
    [
        ("深圳", ["广东 深圳"]),
        ("深圳市", ["广东 深圳"]),
        ("广东 深圳", ["广东 深圳"]),
        ("广东省深圳市", ["广东 深圳"]),
        ("广东·深圳", ["广东 深圳"]),
        ("内蒙古自治区呼和浩特市", ["内蒙古 呼和浩特"]),
        ("上海", ["上海 上海"]),
        ("北京市朝阳区", ["北京 北京"]),
        ("朝阳", ["辽宁 朝阳"]),  # a city before a district of the same name
        ("昆山", ["江苏 苏州"]),
        ("江苏昆山", ["江苏 苏州"]),
        ("琼海", ["海南 琼海"]),
        ("鼓楼", ["江苏 南京", "江苏 徐州", "福建 福州", "河南 开封"]),
        ("吉林市", ["吉林 吉林"]),
        ("吉林吉林", ["吉林 吉林"]),
        ("吉林", []),  # a province of many cities
        ("海南", []),  # and not the prefecture of that name in 青海
        ("海南藏族自治州", ["青海 海南"]),
        ("广东苏州", []),
        ("亚特兰蒂斯", []),
        ("", []),
    ],
)
def test_a_typed_place_means_these_cities(typed: str, cities: list[str]) -> None:
    assert [f"{city.province} {city.name}" for city in regions.find(typed)] == cities


def test_every_city_is_found_by_province_and_name() -> None:
    for province in regions.provinces():
        for city in regions.cities_of(province):
            assert regions.find(f"{province}{city.official}") == (city,)
