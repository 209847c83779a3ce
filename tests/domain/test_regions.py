"""区域: provinces, their cities, and what a typed place means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import regions


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
        ("中国广东深圳", ["广东 深圳"]),
        ("廣東深圳", ["广东 深圳"]),
        ("深圳、东莞", ["广东 深圳", "广东 东莞"]),  # two places side by side are two
        ("内蒙古自治区呼和浩特市", ["内蒙古 呼和浩特"]),
        ("上海", ["上海"]),  # said once
        ("上海 上海", ["上海"]),
        ("北京市朝阳区", ["北京｜朝阳区"]),
        ("北京海淀", ["北京｜海淀区"]),
        ("浦东", ["上海｜浦东新区"]),
        ("西安", ["陕西 西安"]),  # a city before a district of the same name
        ("朝阳", ["辽宁 朝阳", "北京｜朝阳区", "吉林 长春｜朝阳区"]),  # but 北京's is as much meant
        ("朝阳市", ["辽宁 朝阳"]),
        ("昆山", ["江苏 苏州｜昆山市"]),
        ("江苏昆山", ["江苏 苏州｜昆山市"]),
        ("苏州昆山", ["江苏 苏州｜昆山市"]),
        ("昆山花桥镇", ["江苏 苏州｜昆山市花桥镇"]),
        ("顺德", ["广东 佛山｜顺德区"]),
        ("深圳南山", ["广东 深圳｜南山区"]),
        ("深圳市南山区", ["广东 深圳｜南山区"]),
        ("广东省深圳市南山区", ["广东 深圳｜南山区"]),
        ("深圳市南山区科技园路1号", ["广东 深圳｜南山区科技园路1号"]),
        ("东莞市长安镇", ["广东 东莞｜长安镇"]),
        ("潮州市湘桥区枫溪镇", ["广东 潮州｜湘桥区枫溪镇"]),
        ("杭州市余杭区五常街道", ["浙江 杭州｜余杭区五常街道"]),  # 五常 is a city elsewhere
        ("上海张江", ["上海｜张江"]),
        ("龙华", ["海南 海口｜龙华区", "广东 深圳｜龙华区"]),  # younger districts
        ("深圳龙华民治", ["广东 深圳｜龙华区民治"]),
        ("坪山", ["广东 深圳｜坪山区"]),
        ("杭州临平", ["浙江 杭州｜临平区"]),
        ("深圳龙岗坂田", ["广东 深圳｜龙岗区坂田"]),
        ("深圳 宝安 沙井", ["广东 深圳｜宝安区沙井"]),
        ("东莞松山湖", ["广东 东莞｜松山湖"]),  # zones that stand for a place
        ("横琴", ["广东 珠海｜横琴"]),
        ("西安高新", ["陕西 西安｜高新区"]),  # as people call those that every city has
        ("陕西 西安 高新区", ["陕西 西安｜高新区"]),
        ("合肥经开", ["安徽 合肥｜经开区"]),
        ("昆山高新", ["江苏 苏州｜昆山市高新区"]),
        ("西安开发区", ["陕西 西安｜开发区"]),
        ("高新", []),  # of which city isn't said
        ("西安高新电子", []),
        ("两江新区", ["重庆｜两江新区"]),
        ("普宁", ["广东 揭阳｜普宁市"]),
        ("普宁市", ["广东 揭阳｜普宁市"]),
        ("余姚", ["浙江 宁波｜余姚市"]),
        ("苏州工业园区", ["江苏 苏州｜苏州工业园区"]),
        ("雄安", ["河北 保定｜雄安新区"]),
        ("襄樊", ["湖北 襄阳"]),  # a former name
        ("琼海", ["海南 琼海"]),
        ("仙桃", ["湖北 仙桃"]),
        ("湖北省潜江市", ["湖北 潜江"]),
        ("济源", ["河南 济源"]),
        ("石河子", ["新疆 石河子"]),
        ("胡杨河市", ["新疆 胡杨河"]),
        ("神农架", ["湖北 神农架"]),
        ("香港", ["香港"]),
        ("香港九龙", ["香港｜九龙"]),
        ("九龙", ["四川 甘孜｜九龙县", "香港｜九龙"]),
        ("澳门氹仔", ["澳门｜氹仔"]),
        ("台北", ["台湾｜台北市"]),
        ("中国台湾", ["台湾"]),
        ("鼓楼", ["江苏 南京｜鼓楼区", "江苏 徐州｜鼓楼区", "福建 福州｜鼓楼区", "河南 开封｜鼓楼区"]),
        ("南山", ["黑龙江 鹤岗｜南山区", "广东 深圳｜南山区"]),
        ("吉林市", ["吉林 吉林"]),
        ("吉林吉林", ["吉林 吉林"]),
        ("吉林", ["吉林 ?"]),  # a province of many cities
        ("海南", ["海南 ?"]),  # and not the prefecture of that name in 青海
        ("海南藏族自治州", ["青海 海南"]),
        ("青海海南", ["青海 海南"]),
        ("长安镇", ["广东 东莞｜长安镇 不定"]),  # there is more than one
        ("松山湖", ["广东 东莞｜松山湖"]),
        ("松山嘴", ["内蒙古 赤峰｜松山区嘴 不定"]),
        ("广东苏州", []),
        ("广东鼓楼区", []),
        ("深圳星河科技", []),  # a company's name in the wrong place
        ("深圳市宏达科技有限公司", []),
        ("美国", []),
        ("亚特兰蒂斯", []),
        ("深圳、亚特兰蒂斯", []),
        ("", []),
    ],
)
def test_a_typed_place_means_these_cities(typed: str, cities: list[str]) -> None:
    assert [_told(each) for each in regions.find(typed)] == cities


def _told(reading: regions.PlaceReading) -> str:
    region = reading.city.called if reading.city is not None else f"{reading.province} ?"
    below = f"｜{reading.below}" if reading.below else ""
    return f"{region}{below}{'' if reading.sure else ' 不定'}"


def test_every_city_is_found_by_province_and_name() -> None:
    for province in regions.provinces():
        for city in regions.cities_of(province):
            for typed in (f"{province}{city.official}", city.called):
                assert regions.find(typed) == (regions.PlaceReading(province, city),), typed


@given(st.text(alphabet="广东省深圳市南山区镇海1、 公司吉林州县", max_size=80))
def test_whatever_is_typed_is_read_without_harm(typed: str) -> None:
    for reading in regions.find(typed):
        assert reading.city is None or reading.city in regions.cities_of(reading.province)


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("深圳市宏达科技有限公司", "广东 深圳"),
        ("宏达科技（深圳）有限公司", "广东 深圳"),
        ("昆山市宏达电子有限公司", "江苏 苏州"),
        ("北京海淀宏达科技有限公司", "北京"),
        ("广东宏达电子有限公司", None),
        ("华为技术有限公司", None),
        ("", None),
    ],
)
def test_a_companys_name_may_say_its_city(name: str, city: str | None) -> None:
    found = regions.of_name(name)
    assert (found.called if found is not None else None) == city


@pytest.mark.parametrize(
    ("name", "region", "said"),
    [
        ("大连重工机电有限公司", "广东 深圳", "大连"),
        ("宏达科技（上海）有限公司", "广东 深圳", "上海"),
        ("广东宏达电子有限公司", "江苏 苏州", "广东"),
        ("昆山市宏达电子有限公司", "广东 深圳", "苏州"),
        ("大连重工机电有限公司", "辽宁 大连", ""),
        ("广东宏达电子有限公司", "广东 深圳", ""),
        ("大连宏达电子有限公司深圳分公司", "广东 深圳", ""),
        ("三门盛舟电器有限公司", "广东 深圳", ""),
        ("南山宏达电子有限公司", "江苏 苏州", ""),
        ("华为技术有限公司", "广东 深圳", ""),
        ("美国宏达电子有限公司", "广东 深圳", ""),
        ("上海宏达电子有限公司", "上海", ""),
        ("大连重工机电有限公司", "", ""),
    ],
)
def test_a_name_may_say_another_place_than_its_region(name: str, region: str, said: str) -> None:
    assert regions.contradicted(name, region) == said
