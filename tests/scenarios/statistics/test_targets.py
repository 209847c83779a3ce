"""目标, as they are lived: set from each to those who belong there, and asked for in a sentence."""

from __future__ import annotations

from tests.cast import Person, after
from tests.scenarios.orders.test_logging import logs, star


@after(star)
async def test_an_owner_sets_his_salespersons_target_and_both_see_how_far_it_is(
    zhou: Person, sun: Person, li: Person
) -> None:
    await logs(zhou)
    await sun.goes_home()
    await sun.says("本季度 李明 目标")
    sun.sees("只看 李明", "合计 5,000 片", "这段时间还没定目标")
    await sun.taps("目标")
    sun.sees("2026年 Q4 目标", "李明　未定")
    await sun.taps("定目标")
    await sun.taps("数量")
    await sun.says("2万")
    await sun.taps("提交")
    sun.sees("2026年 Q4 目标 20,000 片")
    await li.goes_home()
    await li.says("本季度 目标")
    li.sees("合计 5,000 片", "目标 20,000 片，完成 25%，还差 15,000 片")
    await li.taps("目标")
    li.sees("李明　20,000 片", "孙总 · 未定 → 20,000 片")
    li.sees_not("定目标")


@after(star)
async def test_a_manager_asks_for_his_units_target_in_a_sentence(zhou: Person, chen: Person) -> None:
    await logs(zhou)
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("出货统计")
    await chen.taps("目标")
    await chen.taps("定目标")
    await chen.taps("金额")
    await chen.says("1万")
    await chen.taps("提交")
    await chen.taps("目标")
    chen.sees("10,000.00 元", "2. 深圳南山电子　未定")
    await chen.goes_home()
    await chen.says("本季度 目标")
    chen.sees("目标 10,000.00 元，完成 160%，超出 6,000.00 元")
    await chen.says("今年 目标")
    chen.sees("目标 10,000.00 元（4 个季度目标里定了 1 个）", "完成 160%")


@after(star)
async def test_english_sets_and_reads_it_as_well(zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await sun.speaks("English")
    await sun.goes_home()
    await sun.says("this quarter shipments by salesperson")
    await sun.taps("Targets")
    await sun.taps("1")
    await sun.taps("Set a target")
    await sun.taps("Quantity")
    await sun.says("20k")
    await sun.taps("Submit")
    sun.sees("Target for Q4 2026: 20,000 pcs")
