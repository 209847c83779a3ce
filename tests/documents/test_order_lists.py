"""Lists of orders as ERPs, spreadsheets and people make them: what must come out, row by row."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook

from domain.base import policy
from domain.lists.report import ListReport
from domain.orders.listing.above import FillDown
from domain.orders.listing.cells import OfTitles, RowReader
from domain.orders.listing.placing import Placed, Placing, Unplaced
from domain.orders.listing.whom import NameResolver
from domain.orders.reading import Catalogue, KnownCustomer, KnownProject
from domain.products.mcus import model_key
from notifications.documents import sheets
from notifications.documents.sheets import SheetEnd
from notifications.jobs.list_header import ORDERS
from tests.documents.workbooks import workbook

POLICY, TODAY = policy.default(), date(2026, 11, 29)
STAR, RIVER = "深圳市星河联创电子有限公司", "佛山市大河电机制造有限公司"
KNOWN = Catalogue(
    [
        KnownCustomer(
            STAR, (), (KnownProject("变频空调主控", "BAT32G139", id=1), KnownProject("遥控器", "HC32F005", id=2)), 1
        ),
        KnownCustomer(RIVER, ("大河",), (KnownProject("水泵驱动", "BAT32G135", id=3),), 2),
    ]
)


class Row(NamedTuple):
    """As it comes out: customer's and project's ids; batches by a blank."""

    customer: int
    project: int
    day: str
    quantity: int
    price: str
    currency: str = "CNY"
    batches: str = ""


def text(*lines: str, between: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(line.replace("|", between) for line in lines).encode(encoding)


def made(fill: Callable[[Any], None], *others: str) -> bytes:
    """A workbook as somebody fills it by hand; `others` are sheets in front of it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for place, title in enumerate(others):
        book.create_sheet(title, place)["A1"] = "说明"
    fill(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(sheet: Any, *rows: Sequence[Any]) -> None:
    for each in rows:
        sheet.append(list(each))


def gbk_csv() -> bytes:
    """用友: GBK, slashes in days, separators in numbers."""
    return text(
        "日期|客户|存货|数量|含税单价|价税合计|批号",
        f'2026/11/5|{STAR}|BAT32G139KA64FA|"5,000"|3.2000|"16,000.00"|A12',
        f"2026/11/06|{RIVER}|BAT32G135|1000|2.5|2500.00|",
        '合计||||"6,000"|"18,500.00"|',
        encoding="gb18030",
    )


def semicolons() -> bytes:
    return text(
        "Date|Sold-to party|Part number|Qty|Net price|Currency",
        "2026-11-05|星河联创|BAT32G139|2000|0.40|USD",
        between=";",
        encoding="utf-8-sig",
    )


def tabs_utf16() -> bytes:
    return text("销售日期|客户简称|型号|数量|单价", "11月5日|大河|G135|3k|2.5元", between="\t", encoding="utf-16")


def merged() -> bytes:
    """A customer once for several rows, its cells merged."""

    def fill(sheet: Any) -> None:
        put(sheet, ("客户", "项目", "数量", "单价", "日期"))
        put(sheet, (STAR, "变频空调主控", 500, 3.2, date(2026, 11, 5)))
        put(sheet, (None, "遥控器", 800, 0.85, date(2026, 11, 6)))
        sheet.merge_cells("A2:A3")

    return made(fill)


def merged_quantity() -> bytes:
    """A quantity that is merged over two batches may be of both or of each."""

    def fill(sheet: Any) -> None:
        put(sheet, ("客户", "项目", "数量", "单价", "日期", "批次"))
        put(sheet, (STAR, "变频空调主控", 500, 3.2, date(2026, 11, 5), "A1"))
        put(sheet, (STAR, "变频空调主控", None, 3.2, date(2026, 11, 5), "A2"))
        sheet.merge_cells("C2:C3")

    return made(fill)


def two_headings() -> bytes:
    def fill(sheet: Any) -> None:
        put(sheet, ("2026年11月出货明细", *[None] * 6))
        put(sheet, ("单据", None, "客户", "产品", None, "销售", None))
        put(sheet, ("单据日期", "单据编号", "客户名称", "型号", "批号", "数量(K)", "单价(元/K)"))
        put(sheet, ("2026-11-05", "XS-001", STAR, "BAT32G139", "A12", 5, 3200))
        sheet.merge_cells("A1:G1")
        sheet.merge_cells("A2:B2")
        sheet.merge_cells("D2:E2")
        sheet.merge_cells("F2:G2")

    return made(fill)


def english() -> bytes:
    return workbook(
        ("Invoice date", "Customer", "Project", "Model", "Qty shipped", "Unit price (USD)", "Lot no", "Warehouse"),
        ("2026-11-05 00:00:00", STAR, "", "HC32F005", 12000, 0.12, "B7", "SZ"),
    )


def text_dates() -> bytes:
    return workbook(
        ("日期", "客户", "型号", "数量", "单价"),
        ("2026年11月5日", STAR, "BAT32G139", "5千", "¥3.2"),
        ("2026.11.6", STAR, "BAT32G139", "１，０００", "3块2"),
        ("20261107", STAR, "BAT32G139", "2盘*2500", "850元/K"),
        ("2026-11", STAR, "BAT32G139", 100, 3.2),
        ("2026-12-31", STAR, "BAT32G139", 100, 3.2),
        (datetime(2026, 11, 8, 10, 30), STAR, "BAT32G139", "100", 3.2),  # noqa: DTZ001  a cell has no zone
    )


def formulas() -> bytes:
    """Written by a program: no results beside the formulas."""

    def fill(sheet: Any) -> None:
        put(sheet, ("日期", "客户", "型号", "数量", "单价", "金额"))
        put(sheet, (date(2026, 11, 5), STAR, "BAT32G139", 100, 3.2, "=D2*E2"))
        put(sheet, (date(2026, 11, 5), STAR, "BAT32G139", "=50+50", 3.2, None))

    return made(fill)


def cover_and_totals() -> bytes:
    def fill(sheet: Any) -> None:
        sheet.title = "出库"
        put(sheet, ("出库日期", "客户", "型号", "数量", "单价"))
        put(sheet, ("2026-11-05", STAR, "BAT32G139", 100, 3.2), ("2026-11-06", STAR, "BAT32G139", 50, 3.2))
        put(
            sheet,
            (None, f"{STAR} 汇总", None, 150, None),
            ("小计", None, None, 150, None),
            (None, "总计", None, 150, None),
        )

    return made(fill, "封面")


def units_by_row() -> bytes:
    """A price beside thousands is for a piece or for a thousand: the amount tells, else nobody does."""
    return workbook(
        ("日期", "客户", "型号", "数量", "单位", "单价", "金额"),
        ("2026-11-05", STAR, "BAT32G139", 5, "KPCS", 3200, 16000),
        ("2026-11-05", STAR, "BAT32G139", 5, "K", 3.2, 16000),
        ("2026-11-05", STAR, "BAT32G139", 5, "K", 3.2, None),
        ("2026-11-05", STAR, "BAT32G139", 5, "盘", 3.2, None),
        ("2026-11-05", STAR, "BAT32G139", 1.2, "万片", None, 38400),
    )


def types_and_returns() -> bytes:
    return workbook(
        ("单据日期", "单据类型", "客户", "物料", "数量", "含税单价"),
        ("2026-11-05", "销售出库", STAR, "BAT32G139", 500, 3.2),
        ("2026-11-06", "销售退货", STAR, "BAT32G139", 20, 3.2),
        ("2026-11-06", "销售退货", STAR, "BAT32G139", -30, 3.2),
        ("2026-11-07", "样品出库", STAR, "BAT32G139", 5, 3.2),
        ("2026-11-08", "销售出库", STAR, "BAT32G139", 5, 0),
    )


def money() -> bytes:
    return workbook(
        ("日期", "客户", "型号", "数量", "不含税单价", "金额", "币种"),
        ("2026-11-05", STAR, "BAT32G139", 1000, 2.83, 2830, "人民币"),
        ("2026-11-05", STAR, "BAT32G139", 1000, None, 3200, None),
        ("2026-11-05", STAR, "BAT32G139", 3, None, 10, None),
        ("2026-11-05", STAR, "BAT32G139", 1000, "$0.45", None, "人民币"),
        ("2026-11-05", STAR, "BAT32G139", 1000, 0.45, None, "EUR"),
        ("2026-11-05", STAR, "BAT32G139", 1000, 3.2, 9999, None),
    )


def names() -> bytes:
    return workbook(
        ("日期", "客户", "项目", "型号", "数量", "单价"),
        ("2026-11-05", "星河联创（惠州）分厂", "", "BAT32G139", 1, 3.2),
        ("2026-11-05", "xinghe", "主控", "", 2, 3.2),
        ("2026-11-05", "佛山大河", "", "", 3, 2.5),
        ("2026-11-05", STAR, "", "", 4, 3.2),
        ("2026-11-05", STAR, "遥控器", "BAT32G139", 5, 3.2),
        ("2026-11-05", STAR, "", "STM32F103", 6, 3.2),
    )


def batches() -> bytes:
    return workbook(
        ("日期", "客户", "型号", "数量", "单价", "批次1", "批次2", "批次3"),
        ("2026-11-05", STAR, "BAT32G139", 100, 3.2, "A1", "A2", "A3"),
        ("2026-11-05", STAR, "BAT32G139", 100, 3.2, "A1、A2", "A3；A4", None),
        ("2026-11-05", STAR, "BAT32G139", 100, 3.2, "A1:25 A2:25", "A3:25", "A4:25"),
        ("2026-11-05", STAR, "BAT32G139", 100, 3.2, "无", None, None),
    )


def dressed_batches() -> bytes:
    heading = ("日期", "客户", "型号", "数量", "单价", "批次")
    written = ("A12/A13", "A12（200），A13（300）", "A12*200+A13*300", "A12 200片 A13 300片", "LOT/7", "A12-A15")
    return workbook(heading, *(("2026-11-05", STAR, "BAT32G139", 500, 3.2, each) for each in written))


def what_looks_like_something_else() -> bytes:
    """Two models in one cell, a maker before the model, M, a point for thousands, an amount without tax."""
    return workbook(
        ("日期", "客户", "型号", "数量", "单价", "金额"),
        ("2026-11-05", STAR, "BAT32G139/HC32F005", 500, 3.2, None),
        ("2026-11-05", STAR, "中微 BAT32G139KA64FA", 500, 3.2, None),
        ("2026-11-05", STAR, "BAT32G139", "1M", 3.2, None),
        ("2026-11-05", STAR, "BAT32G139", "5.000", 3.2, None),
        ("2026-11-05", STAR, "BAT32G139", 500, 3.2, 1415.93),
    )


def english_of_an_erp() -> bytes:
    return workbook(
        ("SO#", "Ship Date", "Customer Name", "MPN", "Ship Qty", "Unit Price", "Ext. Price", "Cur.", "Lot Code"),
        ("SO-1", "5-Nov-26", STAR, "BAT32G139KA64FA", "5,000", "$0.45", "$2,250.00", "USD", "A12"),
    )


def totals_spelt_out() -> bytes:
    """An amount in 万元 gives the price; totals however they are written are none of the rows."""
    return workbook(
        ("日期", "客户", "型号", "数量", "金额(万元)"),
        ("2026-11-05", STAR, "BAT32G139", 5000, 1.6),
        ("本页小计", None, None, 5000, 1.6),
        ("合计（大写）：壹万陆仟元整", None, None, None, None),
    )


def of_an_erp() -> bytes:
    """金蝶: the customer once a document, its status, the model beside a name of goods, who signed below."""
    return text(
        "单据编号|日期|客户|物料名称|规格型号|数量|单价|单据状态",
        f"XS-1|2026-11-05|{STAR}|单片机|BAT32G139|5000|3.2|已审核",
        "XS-1|||单片机|BAT32G139|100|3.2|已审核",
        "XS-2|2026-11-05||单片机|BAT32G139|100|3.2|已审核",
        f"XS-3|昨天|{STAR}|单片机|BAT32G139|100|3.2|作废",
        f"XS-4|昨天|{STAR}|单片机|BAT32G139|1E+03|3.2|未审核",
        f"XS-5|昨天|{STAR}|单片机|BAT32G139|1E+03|3.2|已审核",
        f"XS-6|昨天|{RIVER.replace('大河', '大和')}|单片机|BAT32G135|100|3.2|",
        "制单人:周||||||审核:孙|",
    )


def rivals() -> bytes:
    """Codes under the first choice, names under the second; an empty 数量; packages beside the models."""
    return workbook(
        ("日期", "客户名称", "客户简称", "规格型号", "物料名称", "数量", "实发数量（K）", "单价"),
        ("2026-11-05", "C0012", STAR, "LQFP48", "BAT32G139KA64FA", None, 5, 3.2),
        ("2026-11-06", "C0012", STAR, "QFN32", "BAT32G139KA64FA", None, 1, 3.2),
    )


FIRST = Row(1, 1, "2026-11-05", 5000, "3.2", batches="A12")
LISTS: dict[Callable[[], bytes], tuple[list[Row], dict[int, str]]] = {
    gbk_csv: ([FIRST, Row(2, 3, "2026-11-06", 1000, "2.5")], {}),
    semicolons: ([Row(1, 1, "2026-11-05", 2000, "0.452", "USD")], {}),
    tabs_utf16: ([Row(2, 3, "2026-11-05", 3000, "2.5")], {}),
    merged: ([Row(1, 1, "2026-11-05", 500, "3.2"), Row(1, 2, "2026-11-06", 800, "0.85")], {}),
    merged_quantity: ([Row(1, 1, "2026-11-05", 500, "3.2", batches="A1")], {3: "merged"}),
    two_headings: ([FIRST], {}),
    rivals: ([Row(1, 1, "2026-11-05", 5000, "3.2"), Row(1, 1, "2026-11-06", 1000, "3.2")], {}),
    english: ([Row(1, 2, "2026-11-05", 12000, "0.12", "USD", "B7")], {}),
    text_dates: (
        [
            Row(1, 1, "2026-11-05", 5000, "3.2"),
            Row(1, 1, "2026-11-06", 1000, "3.2"),
            Row(1, 1, "2026-11-07", 5000, "0.85"),
            Row(1, 1, "2026-11-08", 100, "3.2"),
        ],
        {5: "day-month", 6: "day-future"},
    ),
    formulas: ([Row(1, 1, "2026-11-05", 100, "3.2")], {3: "formula"}),
    cover_and_totals: (
        [Row(1, 1, "2026-11-05", 100, "3.2"), Row(1, 1, "2026-11-06", 50, "3.2")],
        {4: "subtotal"},
    ),
    units_by_row: (
        [
            Row(1, 1, "2026-11-05", 5000, "3.2"),
            Row(1, 1, "2026-11-05", 5000, "3.2"),
            Row(1, 1, "2026-11-05", 12000, "3.2"),
        ],
        {4: "price-unit", 5: "unit"},
    ),
    dressed_batches: (
        [
            Row(1, 1, "2026-11-05", 500, "3.2", batches=each)
            for each in ("A12 A13", "A12 A13", "A12 A13", "A12 A13", "LOT/7", "A12-A15")
        ],
        {},
    ),
    what_looks_like_something_else: (
        [Row(1, 1, "2026-11-05", 500, "3.2"), Row(1, 1, "2026-11-05", 5, "3.2"), Row(1, 1, "2026-11-05", 500, "3.2")],
        {2: "project-several", 4: "quantity"},
    ),
    english_of_an_erp: ([Row(1, 1, "2026-11-05", 5000, "0.45", "USD", "A12")], {}),
    totals_spelt_out: ([Row(1, 1, "2026-11-05", 5000, "3.2")], {}),
    of_an_erp: (
        [Row(1, 1, "2026-11-05", 5000, "3.2"), Row(1, 1, "2026-11-05", 100, "3.2")],
        {4: "missing", 5: "status", 6: "status", 7: "scientific", 8: "customer-like"},
    ),
    types_and_returns: (
        [
            Row(1, 1, "2026-11-05", 500, "3.2"),
            Row(1, 1, "2026-11-06", -20, "3.2"),
            Row(1, 1, "2026-11-06", -30, "3.2"),
        ],
        {5: "no-order", 6: "free"},
    ),
    money: (
        [Row(1, 1, "2026-11-05", 1000, "3.1979"), Row(1, 1, "2026-11-05", 1000, "3.2")],
        {4: "price-inexact", 5: "currencies", 6: "currency", 7: "amount"},
    ),
    names: (
        [Row(1, 1, "2026-11-05", 2, "3.2"), Row(2, 3, "2026-11-05", 3, "2.5")],
        {2: "customer-like", 5: "project-several", 6: "mcu-other", 7: "mcu-none"},
    ),
    batches: (
        [
            Row(1, 1, "2026-11-05", 100, "3.2", batches="A1 A2 A3"),
            Row(1, 1, "2026-11-05", 100, "3.2", batches="A1 A2 A3 A4"),
            Row(1, 1, "2026-11-05", 100, "3.2"),
        ],
        {3: "batches"},
    ),
}
"""List → the rows that come in, and by number why others don't."""


@pytest.mark.parametrize("make", LISTS, ids=lambda make: make.__name__)
def test_what_comes_out_of_a_list(make: Callable[[], bytes], tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_bytes(make())
    assert read(file) == LISTS[make]


def read(file: Path) -> tuple[list[Row], dict[int, str]]:
    report, lines = ListReport(), []
    known = {"mcu": tuple(model_key(project.mcu) for each in KNOWN.customers for project in each.projects)}
    for item in sheets.read(file, replace(ORDERS.reading(POLICY), known=known)):
        if isinstance(item, SheetEnd):
            report = item.report
        else:
            lines.append(item)
    assert report.missing == []
    above = FillDown()
    reader, placing = RowReader(POLICY, TODAY, OfTitles.of(report.columns)), Placing(NameResolver(KNOWN))
    rows: list[Row] = []
    wrong: dict[int, str] = {}
    for number, cells, marks in lines:
        found = reader.read(number, *above.filled(cells, marks))
        if isinstance(found, list):
            wrong[number] = found[0].code
            continue
        placed = placing.place(found)
        if isinstance(placed, Placed):
            rows.append(_row(placed))
        else:
            assert placed is not None
            wrong[number] = placed.why.code if isinstance(placed, Unplaced) else placed.code
    return rows, wrong


def _row(placed: Placed) -> Row:
    row = placed.row
    assert row.price is not None
    return Row(
        placed.customer.id,
        placed.project.id,
        row.day.isoformat(),
        row.quantity,
        f"{row.price.normalize():f}",
        row.currency,
        " ".join(each.code for each in row.batches),
    )
