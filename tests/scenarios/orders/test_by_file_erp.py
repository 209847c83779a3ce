"""Lists as an ERP prints them: a document's number, day and customer once, marks of what is audited or void."""

from __future__ import annotations

from typing import Any

from tests.cast import Person, Scene, after
from tests.scenarios.imports.test_import import worked
from tests.scenarios.orders.files import MAIN, REMOTE, figures, row, sends, sheet
from tests.scenarios.orders.office import STAR, stocked

ERP = ("单据编号", "日期", "购货单位", "规格型号", "数量", "单价", "审核标志", "作废标志")


def line(number: str, day: str, customer: str, quantity: Any, audited: str = "", void: str = "") -> list[Any]:
    return [number or None, day or None, customer or None, MAIN[1], quantity, "3.2", audited or None, void or None]


@after(stocked)
async def test_a_customer_that_is_empty_below_another_row_is_asked_for_by_one_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = line("XS-1", "2026-12-02", STAR, 5000, "Y"), line("", "", "", 700), line("", "", "", 300)
    total = [None, None, None, None, 6000, None, None, None]
    await sends(zhou, sheet(*rows, total, heading=ERP))
    zhou.sees("可录入 1 行", "客户或日期空着 2 行", f"第 3 行　客户名称 空着，上一行是 {STAR}", "需修改 1 行")
    await zhou.taps("同上一行 (2)")
    await worked(scene)
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 3 行，1 单")
    assert await figures(scene) == [("DD-2026-00001", "logged", 6000)]


@after(stocked)
async def test_an_amount_that_agrees_tells_a_line_of_the_document_above(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    heading = ("单据编号", "日期", "购货单位", "规格型号", "数量", "单价", "金额")
    first = ["XS-1", "2026-12-02", STAR, MAIN[1], 1000, 3.2, 3200]
    await sends(zhou, sheet(first, [None, None, None, REMOTE[1], 200, 0.85, 170], heading=heading))
    zhou.sees("可录入 2 行", "第 3 行 销售日期：空着，算上一行那张单据的，按“2026-12-02”读")


@after(stocked)
async def test_what_is_not_audited_or_is_void_is_left_out_and_said(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = (
        line("XS-1", "2026-12-02", STAR, 100, "Y", "N"),
        line("XS-2", "2026-12-02", STAR, 200, "N"),
        line("XS-3", "2026-12-02", STAR, 300, "未审核"),
        line("XS-4", "2026-12-02", STAR, 400, "Y", "Y"),
        line("XS-5", "2026-12-02", STAR, 500, "审核不通过"),
        line("", "", "", 600),  # of the one above
    )
    await sends(zhou, sheet(*rows, heading=ERP))
    zhou.sees("可录入 1 行", "需修改 5 行", "未审核（N），不录入", "单据“未审核”，不录入", "已作废（Y），不录入")


@after(stocked)
async def test_batches_that_do_not_add_up_are_said_with_both_sums(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = (
        row(STAR, 3500, batches="H0311:3000"),
        row(STAR, 300, batches="A1:200、A2"),
        row(STAR, 400, batches="A1、A2、A3、A4"),
    )
    await sends(zhou, sheet(*rows))
    zhou.sees(
        "各批数量加起来与总数不同：3,000 ≠ 3,500", "有的批次写了数量，有的没写：A2", "批次超过 3 个时各批要写数量"
    )
