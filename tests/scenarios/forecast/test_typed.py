"""订单预期 in a sentence, at home and at the page itself."""

from __future__ import annotations

from tests.cast import Person, after
from tests.scenarios.orders.test_logging import star


@after(star)
async def test_a_sentence_at_home_opens_what_it_asks(sun: Person, zhou: Person) -> None:
    await sun.goes_home()
    await sun.says("下季度 预测")
    sun.sees("订单预期 2027年 Q1", "标准 3,958 片", "1. BAT32G135　3,958 片")
    await sun.goes_home()
    await sun.says("明年Q2 BAT32G135 订单预期")
    sun.sees("订单预期 2027年 Q2", "只看 BAT32G135", "标准 11,875 片")
    await sun.goes_home()
    await sun.says("明年 星河 预测 按项目")
    sun.sees("订单预期 2027年1月–2027年10月", "1. 变频空调主控　31,667 片")
    await zhou.goes_home()
    await zhou.says("下季度 预测")
    zhou.sees_not("订单预期")


@after(star)
async def test_what_is_not_understood_or_not_forecast_is_told(sun: Person) -> None:
    await sun.goes_home()
    await sun.says("去年 预测")
    sun.sees("订单预期 2026年11月–2027年1月", "预期从本月到 2027年10月，问的时间不在其中")
    await sun.goes_home()
    await sun.says("下季度 火星 预测")
    await sun.taps("订单预期")
    sun.sees("订单预期 2027年 Q1", "没认出“火星”")


@after(star)
async def test_at_the_page_a_time_a_grouping_or_a_name_changes_what_is_shown(sun: Person) -> None:
    await sun.goes_home()
    await sun.says("预测")
    sun.sees("订单预期 2026年11月–2027年1月", "这段时间没有预期")
    await sun.says("明年Q2")
    sun.sees("订单预期 2027年 Q2", "标准 11,875 片")
    await sun.says("按客户")
    sun.sees("订单预期 2027年 Q2", "1. 深圳市星河联创电子有限公司　11,875 片")
    await sun.says("今年")
    sun.sees("订单预期 2026年11月–2026年12月", "这段时间没有预期")
    await sun.says("明年")
    sun.sees("1. 深圳市星河联创电子有限公司　31,667 片")
    await sun.says("下周")
    sun.sees("不能预期“下周”。预期从本月到 2027年10月")
    await sun.says("星河")
    sun.sees("只看 深圳市星河联创电子有限公司", "31,667 片")


@after(star)
async def test_what_asks_for_figures_at_the_forecast_opens_figures_and_the_other_way_round(sun: Person) -> None:
    await sun.goes_home()
    await sun.says("预测")
    await sun.says("本季度 出货 按客户")
    sun.sees("2026年 Q4 数量 · 按客户")
    await sun.says("明年Q2 预测 按客户")
    sun.sees("订单预期 2027年 Q2", "1. 深圳市星河联创电子有限公司　11,875 片")


@after(star)
async def test_in_english_too(sun: Person) -> None:
    await sun.speaks("English")
    await sun.goes_home()
    await sun.says("forecast next quarter by model")
    sun.sees("Forecast, Q1 2027", "1. BAT32G135: 3,958 pcs")
    await sun.says("next week")
    sun.sees("“next week” can't be forecast", "October 2027")
