"""Orders from a file: told before, logged by one tap, known when it comes again, taken back as a whole (docs/orders-from-file.md)."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook

from tests.cast import Person, Scene, after, everywhere
from tests.documents.workbooks import cells
from tests.scenarios.imports.test_import import document, worked
from tests.scenarios.leaving.test_handing_over import colleague
from tests.scenarios.orders.files import HEADING, MAIN, REMOTE, figures, logs, row, sends, sheet, told
from tests.scenarios.orders.office import STAR, holds, item, stocked, tells_of

BLUE = "深圳市蓝鲸智能科技有限公司"


@everywhere
@after(stocked)
async def test_a_list_sent_as_it_is_is_told_and_logged_by_one_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    content = sheet(
        row(STAR, 5000, batches="A12、A13"),
        row("星河联创", 2000, 0.85, project=REMOTE),
        row(STAR, 1000, day="2026-12-03", reference="HT-7"),
        row("谁也不是", 10),
        row(STAR, "约5000"),
    )
    zhou.acts = 0
    await zhou.sends("12月出货.xlsx", content)
    await worked(scene)
    zhou.sees(
        "共 5 行，可录入 3 行",
        "2026-12　3 行 8,000 片 20,900.00 元",
        "需修改 2 行",
        "待确认的名称 1 个，共 1 行",
        "第 6 行 数量：“约5000”不是确切的整数",
        "尚未录入",
    )
    assert await figures(scene) == []
    await zhou.taps("开始导入")
    await worked(scene)
    assert zhou.acts == 2
    zhou.sees("录入 3 行，2 单", "需修改 2 行")
    assert await figures(scene) == [("DD-2026-00001", "logged", 7000), ("DD-2026-00002", "logged", 1000)]
    assert [each[0] for each in told(zhou)] == [5, 6]
    assert [each[1:3] for each in cells(document(zhou), 1)[1:]] == [
        ("谁也不是", "变频空调主控"),
        (STAR, "变频空调主控"),
    ]
    li.finds("周助理 用表格录入了您客户的 2 单")


@after(stocked)
async def test_the_example_of_the_template_is_no_order(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    heading = (*HEADING[:5], "单位", "单价", "含税", "币种", "批次号", "合同号")
    example = ["2026-11-05", "深圳市示例电子有限公司", *MAIN, 5000, "片", 3.2, "含税", "CNY", "A12、A13", "HT2026-0305"]
    own = ["2026-12-02", STAR, *MAIN, 700, "片", 3.2, "含税", "CNY", None, None]
    await sends(zhou, sheet(example, own, heading=heading))
    zhou.sees("共 1 行，可录入 1 行", "第 2 行是模板里的示例，没有读入")


@after(stocked)
async def test_the_same_file_again_is_known_and_nothing_is_doubled(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    content = sheet(row(STAR, 5000), row(STAR, 5000), row(STAR, 700, batches="A12"))
    await logs(zhou, content)
    zhou.sees("录入 3 行，1 单")
    await sends(zhou, content)
    zhou.sees("可录入 0 行", "已记 3 行，不重复录入")
    zhou.sees_not("开始导入")
    await sends(sun, sheet(row(STAR, 5000), row(STAR, 5000), row(STAR, 5000), row(STAR, 700)), "老板的表.xlsx")
    sun.sees("可录入 1 行", "已记 3 行")


@after(stocked)
async def test_rows_word_for_word_alike_are_told(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await sends(zhou, sheet(row(STAR, 5000), row(STAR, 5000), row(STAR, 5000, "3.1"), row(STAR, 5000, batches="A12")))
    zhou.sees("可录入 4 行", "第 3 行 数量：与第 2 行完全相同，请核对是否两单")
    zhou.sees("第 4 行 单价（每片）：与第 2 行只有单价不同，请核对是否两单")


@after(stocked)
async def test_two_people_with_the_same_file_at_once_log_it_once(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    content = sheet(row(STAR, 5000), row(STAR, 300, 0.85, project=REMOTE))
    await sends(zhou, content)
    await sends(sun, content)
    await zhou.taps("开始导入")
    await sun.taps("开始导入")
    await worked(scene)
    assert sorted(pieces for *_, pieces in await figures(scene)) == [5300]
    sun.sees("没有录入新的订单", "已记 2 行")


@after(stocked)
async def test_a_name_is_asked_for_once_and_learned_for_the_agency(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await sends(zhou, sheet(row("南山老王", 100), row("南山老王", 200), row("不认识", 300)))
    zhou.sees("可录入 0 行", "待确认的名称 2 个，共 3 行")
    await zhou.taps("确认名称 (2)")
    zhou.sees("名称 1/2", "南山老王", "第 2 行起，共 2 行")
    await zhou.says("星河")
    await zhou.taps("深圳市星河联创")
    zhou.sees("名称 2/2", "不认识")
    await zhou.taps("不录入这 1 行")
    await worked(scene)
    zhou.sees("可录入 2 行", "按您的选择不录入 1 行")
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 2 行，1 单")
    await sends(sun, sheet(row("南山老王", 400)), "又一份.xlsx")
    sun.sees("可录入 1 行")


@after(stocked)
async def test_a_project_that_several_could_be_is_asked_for_once(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await tells_of(scene, STAR, item("空调面板", "HC32F005"))
    rows = [row(STAR, 100 * n, project=("", "HC32F005")) for n in (1, 2, 3)]
    await sends(zhou, sheet(*rows, row(STAR, 900, project=("", "BAT32G139"))))
    zhou.sees("可录入 1 行", "待确认的名称 1 个，共 3 行")
    await zhou.taps("确认名称 (1)")
    zhou.sees(STAR, "HC32F005", "是哪个项目？第 2 行起，共 3 行")
    await zhou.taps("空调面板 · HC32F005")
    await worked(scene)
    zhou.sees("可录入 4 行")


@after(stocked)
async def test_a_column_is_named_by_one_tap_and_known_to_the_whole_agency(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    heading = ("销售日期", "客户名称", "项目名称", "MCU型号", "走货", "单价", "仓位")
    rows = [["2026-12-02", STAR, "变频空调主控", "BAT32G139", 500, 3.2, "B-7"]]
    await sends(zhou, sheet(*rows, heading=heading))
    zhou.sees("找不到必填的列", "缺少的列：数量", "未用到的列：走货、仓位")
    await zhou.taps("数量是哪一列？")
    await zhou.taps("走货")
    await worked(scene)
    zhou.sees("共 1 行，可录入 1 行", "未用到的列：仓位")
    await sends(sun, sheet(*rows, heading=heading), "台账.xlsx")
    sun.sees("共 1 行，可录入 1 行")


@after(stocked)
async def test_what_is_of_a_closed_month_waits_for_the_owner_who_lets_all_count_at_once(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=40)  # 2027-01-12: December is closed
    await sends(zhou, sheet(row(STAR, 5000), row(STAR, 300, day="2026-12-03"), row(STAR, 100, day="2027-01-11")))
    zhou.sees("可录入 3 行", "补录 2 行")
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 3 行，3 单", "其中补录 2 单，待公司主账户确认")
    assert [state for _, state, _ in await figures(scene)] == ["late", "late", "logged"]
    sun.finds("补录 · 周助理 的表格", "2026-12　2 单")
    await sun.taps("确认补录 (2)")
    await worked(scene)
    assert [state for _, state, _ in await figures(scene)] == ["logged"] * 3
    zhou.finds("孙总 确认了您表格里的补录，2 单计入各自的月份")
    zhou.finds_not("其中补录 2 单，待公司主账户确认")


@after(stocked)
async def test_returns_are_negative_and_go_against_what_was_sold(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = (row(STAR, 5000), row(STAR, -200, day="2026-12-03"), row(STAR, -90, "0.85", project=REMOTE))
    too_much = row(STAR, -4900, day="2026-12-03"), row(STAR, -10, "3.1", day="2026-12-03")
    await sends(zhou, sheet(*rows, *too_much))
    zhou.sees(
        "退货 1 行",
        "2026-12　2 行 4,800 片 15,360.00 元",
        "退货 -4900 片，一单最多还可退 4800 片",
        "退货单价 3.1 与订单的 3.2 不同",
        "没有销售记录的退货 1 行",
        "第 4 行　退货 -90 片，没有卖过的记录",
    )
    await zhou.taps("记为上线前订单 (1)")
    await worked(scene)
    zhou.sees("退货 2 行", "2026-12　3 行 4,710 片 15,283.50 元")
    await zhou.taps("开始导入")
    await worked(scene)
    assert sorted(pieces for *_, pieces in await figures(scene)) == [-200, -90, 5000]
    assert [(each[0], each[3]) for each in told(zhou)][:2] == [(3, "退自 DD-2026-00001"), (4, "记为上线前订单")]
    await sends(zhou, sheet(*rows), "再发.xlsx")
    zhou.sees("可录入 0 行", "已记 2 行", "没有销售记录的退货 1 行")


@after(stocked)
async def test_a_corrected_sheet_sent_again_corrects_by_one_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logs(
        zhou,
        sheet(
            row(STAR, 3100, reference="HT-77"),
            row(STAR, 700, batches="A12"),
            row(STAR, 900, "0.85", project=REMOTE),
            row(STAR, 50, day="2026-12-01"),
        ),
    )
    corrected = sheet(
        row(STAR, 3200, reference="HT-77"),
        row(STAR, 700, "3.1", batches="A12"),
        row(STAR, 950, "0.85", project=REMOTE),
        row(STAR, 50, day="2026-12-01"),
        row(STAR, 60, day="2026-12-01"),
    )
    before = await figures(scene)
    await sends(zhou, corrected)
    zhou.sees(
        "共 5 行，可录入 1 行",
        "已记 1 行",
        "更正 3 行",
        "第 2 行　DD-2026-00002　数量 3,100 → 3,200",
        "第 3 行　DD-2026-00003　单价（每片） 3.2 → 3.1",
        "第 4 行　DD-2026-00003　数量 900 → 950",
    )
    assert await figures(scene) == before
    await zhou.taps("更正，写错 (3)")
    await worked(scene)
    zhou.sees("可录入 4 行", "更正已录入的 3 行，不另记")
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 1 行，1 单", "更正已录入的 3 行，不另记", "已记 1 行")
    assert sorted(pieces for *_, pieces in await figures(scene)) == [50, 60, 1650, 3200]
    assert [each[1] for each in told(zhou)] == ["已更正"] * 3 + ["已记，未重复录入"]
    await sends(zhou, corrected)
    zhou.sees("可录入 0 行", "已记 5 行")


@after(stocked)
async def test_a_day_that_was_corrected_in_the_sheet_corrects_the_order(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    first = row(STAR, 3100), row(STAR, 700, "0.85", project=REMOTE), row(STAR, 60, day="2026-12-01", batches="A12")
    await logs(zhou, sheet(*first))
    await sends(zhou, sheet(*first[:2], row(STAR, 60, day="2026-12-02", batches="A12")))
    zhou.sees("可录入 0 行", "已记 2 行", "更正 1 行", "第 4 行　DD-2026-00001　销售日期 2026-12-01 → 2026-12-02")
    await zhou.taps("更正，写错 (1)")
    await worked(scene)
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("更正已录入的 1 行")
    assert sorted(pieces for *_, pieces in await figures(scene)) == [60, 3800]
    await sends(zhou, sheet(row(STAR, 3100, day="2026-12-01"), *first[1:2]))
    zhou.sees("已记 1 行", "2026-12-01 与 DD-2026-00002 2026-12-02 不同，但该单还有其他行，请打开该单更正")


@after(stocked)
async def test_an_export_that_was_mended_and_sent_back_corrects_what_differs(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = row(STAR, 5000, reference="HT-9"), row(STAR, 700, day="2026-12-01"), row(STAR, -100)
    await logs(zhou, sheet(*rows))
    book, of = await exported(zhou)
    (mended,) = (each for each in book.worksheets[0].iter_rows(min_row=2) if each[of["数量"]].value == 700)
    mended[of["数量"]].value, mended[of["金额"]].value = 750, 2400
    await sends(zhou, saved(book), "销售记录.xlsx")
    zhou.sees("已记 2 行", "更正 1 行", "数量 700 → 750")
    zhou.sees_not("需修改")


async def exported(person: Person) -> Any:
    """The export of what was sold, opened: its workbook, and the column of each heading."""
    await person.goes_home()
    await person.taps("更多")
    await person.taps("销售记录")
    await person.taps("导出 Excel")
    await worked(person.scene)
    book = load_workbook(io.BytesIO(document(person)))
    return book, {str(cell.value): place for place, cell in enumerate(book.worksheets[0][1])}


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@after(stocked)
async def test_a_row_that_names_its_order_corrects_it_whatever_differs_and_is_never_another_one(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logs(zhou, sheet(row(STAR, 5000, reference="HT-9"), row(STAR, 5000, day="2026-12-01")))
    book, of = await exported(zhou)
    lines = {each[of["数量"]].row: each for each in book.worksheets[0].iter_rows(min_row=2)}
    (first,) = (each for each in lines.values() if str(each[of["合同号"]].value or "") == "HT-9")
    first[of["销售日期"]].value = "2026-12-01"  # as another order stands there
    await sends(zhou, saved(book), "销售记录.xlsx")
    zhou.sees("已记 1 行", "更正 1 行", "销售日期 2026-12-02 → 2026-12-01")
    await zhou.taps("是另外的订单 (1)")
    await worked(scene)
    zhou.sees("可录入 0 行", "只能更正该单；是另外的订单请清空这一格")
    await sends(zhou, saved(book), "改日期.xlsx")
    await zhou.taps("更正，写错 (1)")
    await worked(scene)
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("更正已录入的 1 行")
    assert await figures(scene) == [("DD-2026-00001", "logged", 5000), ("DD-2026-00002", "logged", 5000)]
    await sends(zhou, saved(book), "再发一次.xlsx")
    zhou.sees("可录入 0 行", "已记 2 行")


@after(stocked)
async def test_a_number_that_is_no_order_of_the_agencys_is_said(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logs(zhou, sheet(row(STAR, 5000)))
    numbers = "DD-2026-00099", " dd-2026-00001 "
    rows = [[*row(STAR, 5001 + place), number] for place, number in enumerate(numbers)]
    await sends(zhou, sheet(*rows, heading=(*HEADING, "系统订单号")), "改过.xlsx")
    zhou.sees("可录入 0 行", "本公司没有订单 DD-2026-00099", "更正 1 行", "数量 5,000 → 5,002")


@after(stocked)
async def test_a_row_that_became_linked_orders_is_known_when_it_comes_again(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    rows = sheet(row(STAR, 4500, batches="A1:1000、A2:1000、A3:1000、A4:1500"), row(STAR, 10))
    await logs(zhou, rows)
    assert sorted(pieces for *_, pieces in await figures(scene)) == [10, 1500, 3000]
    await sends(zhou, rows)
    zhou.sees("可录入 0 行", "已记 2 行")


@after(stocked)
async def test_what_resembles_an_order_may_be_another_one(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await logs(zhou, sheet(row(STAR, 1000, reference="HT-77"), row(STAR, 5000)))
    rows = (row(STAR, 1200, reference="HT-77"), row(STAR, 5000), row(STAR, 5000))
    await sends(zhou, sheet(*rows, row(STAR, 70, reference="HT-78")), "第二批.xlsx")
    zhou.sees("可录入 2 行", "更正 1 行")
    await zhou.taps("是另外的订单 (1)")
    await worked(scene)
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 3 行，3 单")
    assert sorted(pieces for *_, pieces in await figures(scene)) == [70, 1000, 1200, 5000, 5000]


@after(stocked)
async def test_figures_that_need_a_tap_of_their_own_are_listed_and_stay_out_without_it(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logs(zhou, sheet(row(STAR, 1000, day="2026-12-01")))
    heading = ("销售日期", "客户名称", "项目名称", "MCU型号", "数量", "不含税单价", "币种")
    rows = [
        ["2026-12-02", STAR, "变频空调主控", "BAT32G139", 90_000, 2.8319, "人民币"],
        ["2026-12-02", STAR, "空调遥控器", "HC32F005", 100, 0.1, "美元"],
    ]
    await sends(zhou, sheet(*rows, heading=heading), "12月未税.xlsx")
    zhou.sees(
        "共 2 行，可录入 0 行",
        "与以往相差较大 1 行",
        "第 2 行　数量 90000 远大于以往最多的 1000",
        "未税单价 2 行",
        "第 3 行　未税单价按税率换算成含税：0.1 → 0.113",
        "外币 1 行",
        "第 3 行　单价 0.113 USD",
    )
    for label in ("换算成含税 (2)", "外币无误 (1)"):
        await zhou.taps(label)
        await worked(scene)
    zhou.sees("可录入 1 行")
    await zhou.taps("开始导入")
    await worked(scene)
    zhou.sees("录入 1 行，1 单", "未确认、未录入 1 行")
    assert [each[4] for each in cells(document(zhou), 1)[1:]] == ["90000"]


@after(stocked)
async def test_prices_without_tax_follow_the_customers_habit_and_are_marked(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    heading = (*HEADING[:5], "不含税单价")
    for number in (1, 2, 3):
        await sends(zhou, sheet(["2026-12-02", STAR, *MAIN, 100 * number, 3], heading=heading), f"{number}.xlsx")
        await zhou.taps("已是含税价 (1)")
        await worked(scene)
        await zhou.taps("开始导入")
        await worked(scene)
    rows = [["2026-12-02", STAR, *MAIN, 200, 3], ["2026-12-01", STAR, *MAIN, 150, 3]]
    await sends(zhou, sheet(*rows, heading=heading), "4.xlsx")
    zhou.sees("可录入 1 行", "已记 1 行", "150 片 450.00 元", "“3”按该客户的习惯算含税价")
    zhou.sees_not("未税单价 ")


@after(stocked)
async def test_a_list_is_taken_back_as_a_whole_but_for_what_was_built_on(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await logs(zhou, sheet(row(STAR, 5000), row(STAR, 300, day="2026-12-01"), row(STAR, -100, day="2026-12-02")))
    await sun.says("批次 A12")
    await zhou.taps("撤回导入")
    zhou.sees("撤回这张表录入的全部订单？")
    await zhou.taps("确定撤回")
    await worked(scene)
    assert zhou.count("已撤回 3 单") == 2  # the list's own card says it, too
    assert "撤回导入" not in zhou.buttons_on("录入 3 行")
    assert {state for _, state, _ in await figures(scene)} == {"void"}
    await sends(zhou, sheet(row(STAR, 5000)), "重来.xlsx")
    zhou.sees("可录入 1 行")


@after(stocked)
async def test_nobody_brings_what_isnt_his_to_log(
    scene: Scene, li: Person, wang: Person, zhou: Person, chen: Person
) -> None:
    await sends(wang, sheet(row(STAR, 5000)))
    wang.sees("可录入 0 行", "没有找到客户")
    await chen.goes_home()
    await chen.sends("12月出货.xlsx", sheet(row(STAR, 5000)))
    chen.sees_not("可录入")


@after(stocked)
async def test_the_template_offers_the_catalogue_and_comes_back(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await zhou.goes_home()
    await zhou.taps("录入订单")
    await zhou.taps("用表格录入")
    await zhou.taps("模板")
    await worked(scene)
    book = load_workbook(io.BytesIO(document(zhou)))
    order, choices, notes = book.worksheets
    heading = [str(cell.value).rstrip(" *") for cell in order[1]]
    assert heading[:5] == ["销售日期", "客户名称", "项目名称", "MCU型号", "数量"]
    names = [cell.value for cell in choices["A"][1:] if cell.value]
    assert sorted(names) == sorted([STAR, BLUE])
    assert {each.value for each in choices["C"][1:] if each.value} == {"变频空调主控", "空调遥控器"}
    offered = {str(each.sqref): each.formula1 for each in order.data_validations.dataValidation}
    assert offered["B2:B1001"] == "'可选'!$A$2:$A$3"
    assert "OFFSET" in offered["C2:C1001"]
    assert "OFFSET" in offered["D2:D1001"]
    assert {"F2:F1001", "H2:H1001", "I2:I1001"} <= offered.keys()
    assert notes.max_row == len(heading) + 1
    filled: list[Any] = [
        "2026-12-02",
        STAR,
        "变频空调主控",
        "BAT32G139",
        5,
        "K",
        3.2,
        "未税",
        "USD",
        "A12、A13",
        "HT-1",
    ]
    for place, value in enumerate(filled, 1):
        order.cell(2, place, value)
    out = io.BytesIO()
    book.save(out)
    await sends(zhou, out.getvalue(), "订单模板.xlsx")
    zhou.sees("共 1 行，可录入 0 行", "第 2 行　未税单价按税率换算成含税：3.2 → 3.616", "第 2 行　单价 3.616 USD")
    zhou.sees_not("未读的工作表")
    await zhou.taps("换算成含税 (1)")
    await worked(scene)
    await zhou.taps("外币无误 (1)")
    await worked(scene)
    zhou.sees("共 1 行，可录入 1 行", "5,000 片 18,080.00 美元")
    assert list(HEADING[:2]) == heading[:2]


@after(stocked)
async def test_of_a_list_hears_who_has_the_customer_now_and_sees_it(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    """Though somebody else had him on the day of the contract."""
    zhang = await colleague(scene, "张磊")
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps("张磊")
    await logs(zhou, sheet(row(STAR, 5000)))
    zhang.finds("周助理 用表格录入了您客户的 1 单")
    li.finds_not("用表格录入了您客户的")
    await zhang.taps("销售记录")
    zhang.sees("5,000 × 3.20 元")
