"""How many taps and messages a report takes."""

from __future__ import annotations

from tests.cast import Person, wire

STAR = "深圳市星河联创电子有限公司"
REQUIRED, PASTED = 12, 2


@wire
async def test_a_customer_is_reported_in_at_most_twelve_taps_and_messages(li: Person) -> None:
    await li.reports(STAR)
    li.sees("已提交 BB-2026-00001")
    assert li.acts <= REQUIRED, f"{li.acts} acts"


@wire
async def test_a_customer_is_reported_by_one_paste_and_one_tap(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    li.sees("已提交 BB-2026-00001")
    assert li.acts == PASTED
    chen.sees(STAR, "广东 深圳 · 家电 · 空调 · 120 万/年 · STM32F103")


async def test_what_a_paste_leaves_open_is_asked(li: Person) -> None:
    await li.says(f"客户名称: {STAR}\n区域：深圳\n总出货量（万/年）：一百二\n颜色：红")
    li.sees("未识别", "颜色", "“一百二”")
    await li.says("家电 空调")
    li.sees("总出货量")
    await li.says("120")
    li.sees("在用MCU")
    await li.says("STM32F103")
    await li.taps("直接核对")
    await li.taps("提交")
    li.sees("已提交 BB-2026-00001")


async def test_an_approval_takes_one_tap(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    chen.acts = 0
    await chen.approves(STAR)
    assert chen.acts == 1
