"""The vendor's product table from Excel, and the question for a model that looks into it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import mcus as mcu_import
from bot.cli.importing import words_of
from bot.cli.imports import app
from tests.cast import Person, Scene
from tests.documents.workbooks import cells, workbook

STAR = "深圳市星河联创电子有限公司"
HEAD = ("型号", "系列", "说明")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BAOBEI_DATA", str(tmp_path / "data"))
    return tmp_path


def brought(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["mcus", *map(str, arguments)])
    return result.exit_code, result.output


def test_a_table_is_taken_in_and_sent_again_changes_nothing(data: Path) -> None:
    table = data / "型号.xlsx"
    rows = (("BAT32X900", "BAT32X", "车规"), ("BAT32X910", None, None), ("bat32-x900", "BAT32X", "AEC-Q100"))
    table.write_bytes(workbook(HEAD, *rows, ("长" * 41, None, None)))
    assert brought(table) == (0, "2 个型号，其中 2 个新增\n⚠ 第 5 行未导入：型号或系列超过 40 字\n")
    assert brought(table, "--language", "en")[1].startswith("2 models, 0 of them new\n")


def test_the_template_is_a_table_without_models(data: Path) -> None:
    table = data / "空表.xlsx"
    assert brought(table, "--template") == (0, f"{table}\n")
    assert cells(table.read_bytes()) == [("型号 *", "系列", "说明")]
    assert brought(table) == (0, "0 个型号，其中 0 个新增\n")


def test_what_is_no_table_gets_a_sentence(data: Path) -> None:
    (data / "a.xlsx").write_bytes(b"PK nothing")
    assert brought(data / "a.xlsx") == (1, "这不是能打开的 Excel 或 CSV 文件，请另存为“Excel 工作簿（.xlsx）”再发。\n")
    assert brought(data / "none.xlsx")[0] == 1


async def test_a_model_of_the_vendors_table_is_offered_and_another_one_marked(
    scene: Scene, li: Person, chen: Person, tmp_path: Path
) -> None:
    table = tmp_path / "型号.xlsx"
    await asyncio.to_thread(table.write_bytes, workbook(HEAD, ("QX900A", "QX 系列", None), ("QX910", "QX 系列", None)))
    settings = scene.bot.settings
    await mcu_import.bring(settings, table, words_of(settings, None))
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.follows_up("星河", "新项目")
    await li.taps("添加")
    await li.says("云台")
    await li.says("水泵")
    await li.says("qx")
    li.sees("QX900A", "QX910", "用“qx”")
    await li.taps("QX900A")
    li.sees("状态")
    await li.taps("上一步")
    await li.says("qx-900a")
    li.sees("✓ MCU型号：QX900A")
    await li.taps("上一步")
    await li.says("QX999")
    li.sees("QX999（不在产品表）")
