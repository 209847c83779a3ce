"""出货统计, as it is lived: by a sentence, by buttons, from a group to what it is made of."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.scenarios.orders.test_logging import logs, star


@after(star)
async def test_an_owner_asks_in_a_sentence_and_opens_what_it_is_made_of(zhou: Person, sun: Person) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await sun.goes_home()
    await sun.says("本月 星河 出货")
    sun.sees("数量 · 按型号", "只看 深圳市星河联创电子有限公司", "合计 5,000 片", "1. BAT32G135　5,000 片")
    await sun.taps("金额")
    sun.sees("合计 16,000.00 元")
    await sun.taps("均价")
    sun.sees("平均 3.20 元")
    await sun.taps("看全部")
    await sun.taps("1")
    sun.sees("只看 深圳市星河联创电子有限公司")


@after(star)
async def test_what_a_sentence_names_and_nobody_knows_is_told(zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await sun.goes_home()
    await sun.says("本月 星河 任务 出货")
    await sun.picks("出货统计")
    sun.sees("没认出“任务”", "合计 5,000 片")


@after(star)
async def test_months_groups_and_days_by_buttons(scene: Scene, zhou: Person) -> None:
    await logs(zhou)
    await zhou.goes_home()
    await zhou.taps("出货统计")
    zhou.sees("数量 · 按客户", "合计 5,000 片", "首次下单客户 1 家")
    await zhou.taps("换时间")
    await zhou.taps("今年")
    await zhou.taps("换分组")
    zhou.sees_not("按业务员")
    await zhou.taps("按月")
    zhou.sees("按月", "合计 5,000 片")
    await zhou.taps("按发货")
    zhou.sees("按发货日期统计")
    await zhou.taps("◀ 上一期")
    zhou.sees("没有记录")
    await zhou.says("上季度")  # the page itself needs no more than months
    zhou.sees("Q3", "按月")
    await zhou.says("今年 按型号")
    zhou.sees("按型号", "5,000 片")


@after(star)
async def test_a_time_that_figures_dont_know_is_told_with_those_they_know_and_the_page_stays(zhou: Person) -> None:
    await logs(zhou)
    await zhou.goes_home()
    await zhou.taps("出货统计")
    for said in ("今天", "昨天", "上周", "13月", "去年同期", "春节", "2026-11-26"):
        await zhou.says(said)
        zhou.sees(f"不能统计“{said}”。时间可输入 本月、3月、1-3月", "合计 5,000 片", "[换时间]")
    for said in ("本月", "3月", "1-3月", "Q3", "上半年", "今年", "2025年", "近 6 个月"):
        await zhou.says(said)
        zhou.sees_not("不能统计")


@after(star)
async def test_money_that_cant_be_said_without_a_rate_isnt_nothing(zhou: Person, sun: Person) -> None:
    await logs(zhou, quantity="88", price="0.123456 美元")
    await sun.goes_home()
    await sun.says("本月 金额 按客户")
    sun.sees("合计 —", "1. 深圳市星河联创电子有限公司　—", "⚠ 2026年11月美元没有汇率，算不出人民币金额")
    sun.sees_not("没有记录")


@after(star)
async def test_an_engineer_has_no_figures(zhou: Person, zhao: Person) -> None:
    await logs(zhou)
    await zhao.goes_home()
    await zhao.taps("更多")
    assert not any("出货统计" in each for each in zhao.buttons)
    await zhao.says("本月 出货")
    zhao.sees_not("5,000")


@after(star)
async def test_english_reads_it_as_well(zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await sun.speaks("English")
    await sun.goes_home()
    await sun.says("this month shipments by model")
    sun.sees("Quantity", "by model", "Total 5,000 pcs")


@after(star)
async def test_a_grouping_that_isnt_his_to_see_is_told_and_not_silently_another(zhou: Person, li: Person) -> None:
    await logs(zhou)
    await li.goes_home()
    await li.says("本月 出货 按业务员")
    li.sees("数量 · 按客户", "⚠ 按业务员只有老板和原厂能看，下面按客户", "合计 5,000 片")
    await li.taps("换分组")
    await li.taps("按型号")
    li.sees_not("⚠")


@after(star)
async def test_a_group_leads_back_to_where_it_was_opened(zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await sun.goes_home()
    await sun.says("今年 出货 按业务员")
    sun.sees_not("返回")
    await sun.taps("1")
    sun.sees("只看 李明", "按客户")
    await sun.taps("金额")
    await sun.taps("1")
    sun.sees("只看 李明、深圳市星河联创电子有限公司")
    await sun.taps("返回")
    sun.sees("金额 · 按客户", "只看 李明")
    sun.sees_not("星河联创电子有限公司、")
    await sun.taps("返回")
    sun.sees("数量 · 按业务员", "1. 李明")
    sun.sees_not("只看", "返回")
