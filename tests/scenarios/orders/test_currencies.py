"""Sums in a foreign currency: the original, and yuan beside it by the administrator's rate of the month."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.customers.test_exports import exported
from tests.scenarios.orders.office import STAR, stocked

SAID = "星河 变频空调主控 5k USD 0.45"


@everywhere
@after(stocked)
async def test_yuan_stand_beside_dollars_once_the_administrator_said_what_they_are_worth(
    scene: Scene, li: Person, zhou: Person, chen: Person, admin: Person
) -> None:
    await zhou.says(SAID)
    await zhou.taps("美元")
    zhou.sees("5,000 片 × 0.45 美元 = 2,250.00 美元", "12 月美元汇率未定，暂不折合人民币")
    await zhou.taps("确认")
    await zhou.says("主页")
    await zhou.taps("更多")
    zhou.sees_not("[汇率]")
    await zhou.taps("今日订单")
    zhou.sees("今日 1 单 2,250 美元", "12 月美元汇率未定")

    await admin.says("主页")
    await admin.taps("管理")
    await admin.taps("汇率")
    admin.sees("2026-12　美元 未定、港元 未定", "有订单而汇率未定：美元 2026-12")
    await admin.taps("美元 2026-12")
    await admin.says("差不多")
    admin.sees("不是数字")
    await admin.says("7.1")
    await admin.taps("提交")
    admin.sees("✅ 美元 2026-12 汇率 7.10")

    await zhou.says("主页")
    await zhou.taps("更多")
    await zhou.taps("今日订单")
    zhou.sees("今日 1 单 2,250 美元", "折合人民币共 15,975 元")
    for person in (zhou, chen):
        await person.opens_customer("星河")
        await person.taps("销售记录")
        person.sees("5,000 × 0.45 美元 = 2,250.00 美元", "折合 15,975.00 元（12 月汇率 7.10）")
    await zhou.taps("导出 Excel")
    (book,) = await exported(scene)
    lines: Worksheet = book.worksheets[0]
    row = dict(zip([cell.value for cell in lines[1]], [cell.value for cell in lines[2]], strict=True))
    assert (row["金额"], row["币种"], row["汇率"], row["折合人民币"]) == (2250, "USD", 7.1, 15975)


@after(stocked)
async def test_each_change_of_a_rate_is_on_record_and_a_slip_needs_its_own_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person, admin: Person
) -> None:
    await sets(admin, "美元", "2026-11", "7.0")
    await sets(admin, "美元", "2026-12", "71")
    admin.sees("⚠ 71.00，上月是 7.00", "[没错]", "[改]")
    await admin.taps("改")
    await admin.says("7.1")
    await admin.taps("提交")
    await sets(admin, "美元", "2026-12", "7.1")
    await admin.taps("提交")
    admin.sees("没有改动")
    await admin.says("7.2")
    await admin.taps("提交")
    await admin.taps("汇率")
    admin.sees("管理员 · 美元 2026-12 7.10 → 7.20", "管理员 · 美元 2026-11 7.00", "2026-11　美元 7.00、港元 未定")
    await zhou.says(SAID + " 11月30日")
    await zhou.taps("美元")
    zhou.sees("折合 15,750.00 元（11 月汇率 7.00）")


async def sets(admin: Person, currency: str, month: str, rate: str) -> None:
    await admin.says("主页")
    await admin.taps("管理")
    await admin.taps("汇率")
    await admin.taps("其它月份")
    await admin.picks(currency)
    await admin.picks(month)
    await admin.says(rate)
    if rate == "7.0":
        await admin.taps("提交")


@after(stocked)
async def test_lines_in_several_currencies_are_summed_in_yuan_alone(
    scene: Scene, li: Person, zhou: Person, chen: Person, admin: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元\n星河 空调遥控器 1k HKD 2")
    await zhou.taps("2 港元")
    await zhou.taps("确认全部 (2)")
    await zhou.opens_customer(STAR)
    await zhou.taps("销售记录")
    await zhou.taps("1")
    zhou.sees("= 2,000.00 港元", "12 月港元汇率未定")
    zhou.sees_not("合计")
    await sets(admin, "港元", "2026-12", "0.92")
    await admin.taps("提交")
    await zhou.opens_customer(STAR)
    await zhou.taps("销售记录")
    await zhou.taps("1")
    zhou.sees("合计折合 17,840.00 元")
