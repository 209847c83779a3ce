"""How people stack and split the headings of their lists: units in a row of their own, several tables in a sheet, what a
pivot table writes, columns far to the right; and cells that say that there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from domain.base.policy import default
from domain.imports.checks import Checker, Directory
from domain.imports.records import Column, CustomerEntry
from domain.lists import reading
from domain.lists.cells import Value
from domain.lists.reading import Line
from domain.lists.report import ListReport
from domain.lists.sheets import Sheet
from domain.people.records import Account, AccountId, AccountState, AccountType, Agency, AgencyId, AgencyState, UnitId
from notifications.jobs.list_header import CUSTOMERS

HEADING = ("客户名称", "代理商", "业务员", "城市", "年用量", "保护至")
STAR = ("深圳市星河联创电子有限公司", "深圳南山电子", "李明", "深圳", 350, "2027-03-31")


def read(*rows: Sequence[Value]) -> tuple[list[Line], ListReport]:
    matter = CUSTOMERS.reading(default())
    opened, report = reading.open_best([Sheet("客户", rows)], matter)
    return list(reading.lines(opened, report, matter)), report


@pytest.mark.parametrize(
    "below",
    [
        ("", "", "", "", "(K)", ""),
        ("（全称）", "", "", "", "K/年", "（年月日）"),
        ("必填", "必填", "必填", "选填", "kpcs", "*"),
    ],
)
def test_a_row_of_units_below_the_heading_is_no_customer_and_counts(below: Sequence[str]) -> None:
    lines, report = read(HEADING, below, STAR)
    ((number, cells, _),) = lines
    assert (number, report.heading) == (3, [1, 2])
    assert cells["volume"].lower().startswith("350k")
    assert report.units["volume"].lower().startswith("k")


def test_a_first_customer_of_few_words_is_no_row_of_units() -> None:
    lines, report = read(HEADING, ("（星河）电子", "", "", "", "", ""), STAR)
    assert report.heading == [1, 2] or len(lines) == 2
    assert read(HEADING, ("星河电子", "南山", "李明", "", "", ""), STAR)[1].heading == [1]


def test_a_second_table_is_read_by_its_own_heading() -> None:
    lines, report = read(
        ("华南",), HEADING, STAR, (), ("华东",),
        ("城市", "年用量(万)", "客户名称", "业务员", "代理商"),
        ("上海", 30, "上海三号仪表有限公司", "王芳", "广州天河微电"),
    )  # fmt: skip
    cells = {number: cells for number, cells, _ in lines}
    assert cells[7] == {
        "region": "上海", "volume": "30", "name": "上海三号仪表有限公司", "contact": "王芳", "agency": "广州天河微电",
    }  # fmt: skip
    assert report.tables == [(6, ["城市", "年用量(万)", "客户名称", "业务员", "代理商"])]


def test_a_heading_that_is_repeated_is_none_of_another_table() -> None:
    _, report = read(HEADING, STAR, HEADING, STAR)
    assert (report.tables, report.headings_again) == ([], [3])


@pytest.mark.parametrize("title", ["求和项:年用量(万)", "Sum of 年用量(万)", "平均值项：年用量(萬)"])
def test_a_pivot_tables_columns_are_known(title: str) -> None:
    lines, report = read((*HEADING[:4], title), STAR[:5])
    assert lines[0][1]["volume"] == "350"
    assert report.units == {"volume": "万"}


def test_a_column_far_to_the_right_is_read_and_beyond_that_it_is_told() -> None:
    far = [f"指标{number}" for number in range(100)]
    lines, report = read((*HEADING[:5], *far, "保护至"), (*STAR[:5], *range(100), "2027-06-30"))
    assert (lines[0][1]["until"], report.cut) == ("2027-06-30", "")
    wider = [f"指标{number}" for number in range(300)]
    _, report = read((*HEADING[:5], *wider), (*STAR[:5], *range(300)))
    assert report.cut == "IV"


@pytest.mark.parametrize(
    ("titles", "cells", "region"),
    [
        (("省份", "城市", "区县"), ("吉林", "吉林", ""), "吉林 吉林"),
        (("省", "市", "区"), ("广东省", "深圳市", "南山区"), "广东 深圳"),
        (("省", "区域", "市"), ("广东省", "华南", "深圳市"), "广东 深圳"),
        (("省份", "区县"), ("广东省", "南山区"), "广东 深圳"),
        (("省份", "城市", "区县"), ("辽宁", "朝阳", "/"), "辽宁 朝阳"),
    ],
)
def test_a_place_may_stand_in_several_columns(titles: Sequence[str], cells: Sequence[str], region: str) -> None:
    lines, report = read((*HEADING[:3], *titles), (*STAR[:3], *cells))
    assert checked(region=lines[0][1]["region"]).profile.region == region
    assert set(report.unused) <= {"区域"}


@pytest.mark.parametrize(
    ("typed", "region", "below"),
    [
        ("Shenzhen", "广东 深圳", ""), ("SHENZHEN CITY, GUANGDONG PROVINCE, P.R. CHINA", "广东 深圳", ""), ("Guangdong Foshan", "广东 佛山", ""),
        ("Shen Zhen", "广东 深圳", ""), ("Suzhou, Jiangsu", "江苏 苏州", ""), ("Suzhou, Anhui", "安徽 宿州", ""), ("Xi'an", "陕西 西安", ""),
        ("Xian / Shaanxi", "陕西 西安", ""), ("Taiyuan, Shanxi", "山西 太原", ""), ("Hong Kong", "香港", ""), ("Hohhot, Inner Mongolia", "内蒙古 呼和浩特", ""),
        ("Chongqing", "重庆", ""), ("Lüliang", "山西 吕梁", ""), ("Kunshan", "江苏 苏州", "Kunshan, Suzhou"), ("Pudong New Area, Shanghai", "上海", "Pudong New Area, Shanghai"),
        ("Nanshan District, Shenzhen", "广东 深圳", "Nanshan District, Shenzhen"), ("Chaoyang District, Beijing", "北京", "Chaoyang District, Beijing"),
    ],
)  # fmt: skip
def test_a_place_in_latin_letters_is_the_same_place(typed: str, region: str, below: str) -> None:
    entry = checked(region=typed)
    assert (entry.profile.region, entry.profile.background) == (region, below)


@pytest.mark.parametrize(
    "typed",
    [
        "Suzhou",
        "Fuzhou",
        "Chaoyang",
        "Nanshan",
        "Shanxi",
        "Guangdong Suzhou",
        "Shenzhen / Dongguan",
        "South China",
        "sz",
    ],
)
def test_a_place_that_may_be_several_or_none_is_never_guessed(typed: str) -> None:
    with pytest.raises(AssertionError, match="region"):
        checked(region=typed)


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("air conditioner", "家电 · 空调"), ("Air Conditioners", "家电 · 空调"), ("Home appliances / rice cooker", "家电 · 电饭煲"), ("kongtiao", "家电 · 空调"),
        ("电饭锅", "家电 · 电饭煲"), ("扫地机器人", "家电 · 吸尘器"), ("bms", "电源储能 · BMS"), ("toys", "消费电子 · 玩具"), ("家用电器·空调", ""), ("fan", ""),
    ],
)  # fmt: skip
def test_a_domain_is_known_by_its_english_its_pinyin_and_what_else_it_is_called(typed: str, domain: str) -> None:
    if domain:
        assert checked(domain=typed).profile.domain == domain
    else:
        with pytest.raises(AssertionError, match="domain"):
            checked(domain=typed)


def test_a_province_alone_or_one_that_contradicts_is_told_of() -> None:
    for cells in (("海南", ""), ("广东", "苏州")):
        lines, _ = read((*HEADING[:3], "省份", "城市"), (*STAR[:3], *cells))
        with pytest.raises(AssertionError, match="region"):
            checked(region=lines[0][1]["region"])


@pytest.mark.parametrize("said", ["/", "-", "无", "暂无", "N/A", "—", "——"])
def test_a_cell_that_says_nothing_is_empty_and_told_where_that_counts(said: str) -> None:
    entry = checked(credit_code=said, code=said, buyer=said, mcus=said, until=said)
    assert (entry.profile.credit_code, entry.profile.buyer, entry.profile.mcus, entry.until) == (None, "", "", None)
    assert [(each.column, each.code, each.typed) for each in entry.remarks] == [(Column.UNTIL, "until-none", said)]


def test_a_volume_too_large_to_be_believed_is_told_of() -> None:
    assert [each.code for each in checked(volume="1,200,000").remarks] == ["volume-unbelievable"]
    assert checked(volume="1,200,000片").remarks == ()


def checked(**cells: str) -> CustomerEntry:
    agency = Agency(id=AgencyId(7), name="深圳南山电子", state=AgencyState.ACTIVE, unit_id=UnitId(1), manager_id=None)
    person = Account(
        id=AccountId(3), name="李明", type=AccountType.SALESPERSON, state=AccountState.ACTIVE, agency_id=AgencyId(7)
    )
    checker = Checker(default(), Directory.of([agency], {7: [person]}), date(2026, 11, 29))
    found = checker.check(2, {"name": STAR[0], "agency": "深圳南山电子", "contact": "李明", **cells})
    assert isinstance(found, CustomerEntry), found
    return found
