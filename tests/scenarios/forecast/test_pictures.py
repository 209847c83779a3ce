"""订单预期 as a picture and as an Excel file: 标准, 校准 and the naive mean side by side, with what they are made of and how far off they were."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from domain.forecast import outlook
from tests.cast import Person, Scene, after
from tests.cast.contracts import worked
from tests.scenarios.forecast.test_forecast import looks
from tests.scenarios.orders.test_logging import STAR, logs, star
from tests.scenarios.statistics.test_pictures import files, picture, pictures

FILE = "订单预期 2026年11月–2027年10月 2026-11-26.xlsx"


async def year(person: Person) -> None:
    await looks(person)
    await person.taps("换时间")
    await person.taps("未来 12 个月")


@after(star)
async def test_a_picture_comes_and_another_takes_its_place(scene: Scene, zhou: Person, sun: Person) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await year(sun)
    await sun.taps("图表")
    assert sun.toast == "正在画图"
    await worked(scene)
    first = picture(sun)
    sun.sees("标准 31,667 片", "按近三月均值 0 片", "校准：样本不足", "误差未知", "[文字] [导出 Excel]")
    sun.sees_not("看标准")
    await sun.taps("换分组", on="校准：样本不足")
    await sun.taps("按季度", on="按什么分组")
    await worked(scene)
    assert picture(sun) != first
    assert len(pictures(sun)) == 1, "in its place"
    await sun.taps("换时间", on="校准：样本不足")
    await sun.taps("下季度", on="看哪段时间")
    await worked(scene)
    sun.sees("订单预期 2027年 Q1", "标准 3,958 片")
    await sun.taps("文字", on="标准 3,958 片")
    sun.sees("1. 2027年 Q1　3,958 片")


@after(star)
async def test_an_excel_file_has_a_sheet_a_grouping_the_projects_and_the_error(
    scene: Scene, zhou: Person, sun: Person, chen: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await year(sun)
    await sun.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received(FILE)))
    assert book.sheetnames == ["按型号", "按月", "按季度", "按领域", "按客户", "按项目", "准确度", "说明"]
    models = book["按型号"]
    assert [cell.value for cell in models[1]] == [
        "名称",
        "标准（片）",
        "校准（片）",
        "近三月均值（片）",
        "未折算（片）",
        "项目数",
    ]
    assert [cell.value for cell in models[2]] == ["BAT32G135", 31667, 31667, 0, 33333, 1]
    assert [cell.value for cell in models[3]][:2] == ["合计", 31667]
    assert (models["B2"].number_format, models.auto_filter.ref) == ("#,##0", "A1:F2")
    row = [cell.value for cell in book["按项目"][2]]
    assert row[:3] == ["变频空调主控", STAR, "BAT32G135"]
    assert row[5:7] == ["量产", "爬坡"]
    assert (f"{row[7]:%Y-%m-%d}", row[9], row[10]) == ("2027-03-01", 50000, 31667)
    assert book["准确度"]["B2"].value == "还没有关账的预期月份，误差未知"
    assert [each[0].value for each in book["说明"].iter_rows()][-1] == "导出日期 2026-11-26"
    with zipfile.ZipFile(BytesIO(sun.received(FILE))) as parts:
        assert sum("charts/chart" in each for each in parts.namelist()) == 5
    await year(chen)
    await chen.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(chen.received(FILE)))
    assert "按代理商" in book.sheetnames
    assert [cell.value for cell in book["按项目"][2]][4] == "深圳南山电子"


@after(star)
async def test_the_error_stands_in_the_file_once_a_month_has_closed(scene: Scene, zhou: Person, sun: Person) -> None:
    await scene.later(days=9)
    await worked(scene)
    await logs(zhou, quantity="5000", price="3.2")
    await scene.later(days=40)
    await worked(scene)
    await year(sun)
    await sun.taps("导出 Excel")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received("订单预期 2027年 2027-01-14.xlsx")))
    rows = [[cell.value for cell in row] for row in book["准确度"].iter_rows(min_row=2)]
    assert rows == [[1, "全部", 1, 1, 1, -1, -1, -1, 0], [1, "BAT32G135", 1, 1, 1, -1, -1, -1, 0]]
    assert book["准确度"]["F2"].number_format == "+0%;-0%;0%"


@after(star)
async def test_more_projects_than_a_step_may_reckon_come_as_a_picture_or_a_file(
    scene: Scene, sun: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await year(sun)
    monkeypatch.setattr(outlook, "MOST_PROJECTS", 0)
    await sun.taps("换分组")
    await sun.taps("按月")
    sun.sees("全部的可用图表或 Excel 看", "[图表] [导出 Excel]")
    await sun.taps("图表")
    await sun.taps("导出 Excel", on="项目太多")
    await worked(scene)
    sun.sees("标准 31,667 片")
    assert (len(pictures(sun)), len(files(sun))) == (1, 1)


@after(star)
async def test_a_group_leads_back_to_where_it_was_opened(chen: Person) -> None:
    await year(chen)
    await chen.taps("换分组")
    await chen.taps("按代理商")
    chen.sees_not("返回")
    await chen.taps("1")
    chen.sees("只看 深圳南山电子", "变频空调主控")
    await chen.taps("换分组")
    await chen.taps("按型号")
    chen.sees("只看 深圳南山电子", "1. BAT32G135")
    await chen.taps("1")
    chen.sees("只看 深圳南山电子、BAT32G135")
    await chen.taps("返回")
    chen.sees("只看 深圳南山电子", "1. BAT32G135")
    await chen.taps("返回")
    chen.sees("1. 深圳南山电子　31,667 片")
    chen.sees_not("只看", "返回")


@after(star)
async def test_a_picture_and_a_file_in_english(scene: Scene, sun: Person) -> None:
    await sun.speaks("English")
    await sun.goes_home()
    await sun.taps("More")
    await sun.taps("Forecast")
    await sun.taps("Time")
    await sun.taps("Next 12 months")
    await sun.taps("Chart")
    await sun.taps("Export", on="Calibrated: too few cases")
    await worked(scene)
    assert len(pictures(sun)) == 1
    (file,) = files(sun)
    book = load_workbook(BytesIO(sun.received(str(file["document"]["file_name"]))))  # type: ignore[index]
    assert [cell.value for cell in book["by model"][1]][:4] == [
        "Name",
        "Standard (pcs)",
        "Calibrated (pcs)",
        "Three-month mean (pcs)",
    ]
