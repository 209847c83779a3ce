"""图表: figures as a picture, changed where it stands by the buttons under it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from domain.statistics import measuring
from tests.cast import Person, Scene, after
from tests.cast.contracts import worked
from tests.scenarios.orders.test_logging import logs, star

STAR = "深圳市星河联创电子有限公司"


@after(star)
async def test_a_picture_comes_and_another_takes_its_place(scene: Scene, zhou: Person, sun: Person) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await sun.goes_home()
    await sun.says("本月 星河 出货")
    await sun.taps("图表")
    assert sun.toast == "正在画图"
    await worked(scene)

    first = picture(sun)
    sun.sees(f"只看 {STAR}", "合计 5,000 片", "[金额]", "[换时间]", "[文字] [导出 Excel]")
    await sun.taps("金额", on="合计")
    await worked(scene)

    sun.sees("合计 16,000.00 元")
    assert picture(sun) != first
    assert len(pictures(sun)) == 1
    drawn = picture(sun)
    await sun.taps("换分组", on="合计")
    sun.sees("按什么分组？")
    assert picture(sun) == drawn, "it isn't sent again"
    await sun.taps("返回", on="按什么分组")
    await sun.taps("换时间", on="合计")
    sun.sees("统计哪段时间？")
    sun.sees_not("也可直接输入")
    await sun.taps("返回", on="统计哪段时间")
    await sun.taps("换分组", on="合计")
    await sun.taps("按月", on="按什么分组")
    sun.sees("合计 16,000.00 元")
    sun.sees_not("按什么分组")
    await worked(scene)

    sun.sees("按月", "合计 16,000.00 元")
    assert len(pictures(sun)) == 1


@after(star)
async def test_who_taps_twice_has_one_picture_and_one_file(scene: Scene, zhou: Person) -> None:
    await logs(zhou)
    await zhou.goes_home()
    await zhou.says("本月 出货")
    for key in ("图表", "图表", "导出 Excel", "导出 Excel"):
        await zhou.taps(key, on="合计")
    await worked(scene)
    assert len(pictures(zhou)) == 1
    assert len(files(zhou)) == 1


def files(person: Person) -> list[dict[str, object]]:
    return [each.content for each in person.phone.from_bot if "document" in each.content and not each.deleted]


def pictures(person: Person) -> list[dict[str, object]]:
    return [each.content for each in person.phone.from_bot if "photo" in each.content and not each.deleted]


def picture(person: Person) -> str:
    """The newest one's largest size."""
    return str(pictures(person)[-1]["photo"][-1]["file_id"])  # type: ignore[index]


@after(star)
async def test_an_excel_file_has_a_sheet_a_grouping_with_numbers_totals_and_a_chart(
    scene: Scene, zhou: Person, sun: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await sun.goes_home()
    await sun.says("本月 出货 按客户")
    await sun.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received("出货统计 2026年11月 2026-11-26.xlsx")))
    assert book.sheetnames == ["按客户", "按月", "按季度", "按型号", "按领域", "按业务员", "说明"]
    sheet = book["按客户"]
    assert [cell.value for cell in sheet[2]][:6] == [STAR, 5000, 0, None, 0, None]
    assert (sheet["G1"].value, sheet["G2"].value, sheet["G2"].number_format) == ("金额（元）", 16000, "#,##0.00")
    assert (sheet["A3"].value, sheet["B3"].value, sheet["B3"].font.b) == ("合计", 5000, True)
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:P2", "A2")
    with zipfile.ZipFile(BytesIO(sun.received("出货统计 2026年11月 2026-11-26.xlsx"))) as parts:
        assert sum("charts/chart" in each for each in parts.namelist()) == 6
    assert [row[0].value for row in book["说明"].iter_rows(min_row=2)][-1] == "导出日期 2026-11-26"


@after(star)
async def test_the_sheet_by_salesperson_has_targets_beside_what_was_sold(
    scene: Scene, zhou: Person, sun: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await sun.goes_home()
    await sun.says("本季度 李明 目标")
    await sun.taps("目标")
    await sun.taps("定目标")
    await sun.taps("数量")
    await sun.says("2万")
    await sun.taps("提交")
    await sun.goes_home()
    await sun.says("本季度 出货 按业务员")
    await sun.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received("出货统计 2026年 Q4 2026-11-26.xlsx")))
    head, row, total = ([cell.value for cell in book["按业务员"][at]][5:10] for at in (1, 2, 3))
    assert head == ["同比", "目标数量（片）", "完成", "还差数量（片）", "金额（元）"]
    assert row == [None, 20000, 0.25, 15000, 16000]
    assert total == [None, None, None, None, 16000]
    assert book["按业务员"]["H2"].number_format == "0%"
    assert book["按客户"]["G1"].value == "金额（元）", "nobody has a target there"


@after(star)
async def test_who_sees_no_person_or_agency_finds_none_in_his_file(scene: Scene, zhou: Person, li: Person) -> None:
    await logs(zhou)
    await li.goes_home()
    await li.says("本月 出货")
    await li.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(li.received("出货统计 2026年11月 2026-11-26.xlsx")))
    assert "按业务员" not in book.sheetnames
    assert "按代理商" not in book.sheetnames


@after(star)
async def test_a_picture_that_is_no_longer_ones_own_to_see_changes_no_more(
    scene: Scene, zhou: Person, sun: Person, admin: Person
) -> None:
    await logs(zhou)
    await zhou.goes_home()
    await zhou.taps("出货统计")
    await zhou.taps("图表")
    await worked(scene)
    other = zhou.button("按发货", on="合计")
    await sun.presses(other)
    await worked(scene)
    assert pictures(sun) == []


@after(star)
async def test_a_picture_in_english_says_what_was_found(scene: Scene, zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await sun.speaks("English")
    await sun.goes_home()
    await sun.says("this month shipments by customer")
    await sun.taps("Chart")
    await worked(scene)
    sun.sees("Quantity", "Total 5,000 pcs", "[As text] [Export]")
    assert len(pictures(sun)) == 1
    await sun.taps("As text", on="Total")
    sun.sees("1. 深圳市星河联创电子有限公司: 5,000 pcs")


@after(star)
async def test_of_several_pictures_the_one_that_could_not_be_drawn_is_named(
    scene: Scene, zhou: Person, sun: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    monkeypatch.setattr(measuring, "MOST_LINES", 0)
    for asked in ("本月 星河 出货", "今年 出货 按型号"):
        await sun.goes_home()
        monkeypatch.setattr(measuring, "MOST_LINES", 100)
        await sun.says(asked)
        monkeypatch.setattr(measuring, "MOST_LINES", 0)
        await sun.taps("图表")
        await worked(scene)
    sun.finds(
        "2026年11月 数量 · 按型号\n只看 深圳市星河联创电子有限公司\n⛔ 未能完成", "2026年 数量 · 按型号\n⛔ 未能完成"
    )
