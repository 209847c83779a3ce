"""订单预期, as it is lived: what is expected, what a figure is made of, where it doesn't fit, how far off it was."""

from __future__ import annotations

import pytest

from domain.forecast import outlook
from tests.cast import Person, Scene, after
from tests.cast.contracts import worked
from tests.scenarios.orders.test_logging import STAR, logs, star


async def looks(person: Person) -> None:
    await person.goes_home()
    await person.taps("更多")
    await person.taps("订单预期")


@after(star)
async def test_an_owner_sees_what_is_expected_and_what_it_is_made_of(zhou: Person, sun: Person) -> None:
    await looks(sun)
    sun.sees("订单预期 2026年11月–2027年1月", "这段时间没有预期")
    sun.sees_not("片")
    await sun.taps("换时间")
    await sun.taps("未来 12 个月")
    sun.sees("2026年11月–2027年10月", "标准 31,667 片", "未折算 33,333 片 · 1 个项目", "校准：样本不足，按标准概率")
    sun.sees("还没有关账的预期月份，误差未知", "1. BAT32G135　31,667 片")
    await sun.taps("换分组")
    await sun.taps("按季度")
    sun.sees("1. 2026年 Q4　0 片", "2. 2027年 Q1　3,958 片", "3. 2027年 Q2　11,875 片")
    await sun.taps("2")
    sun.sees("2027年 Q1", "1. 变频空调主控　3,958 片（量产、2027-03-01 起）")
    await sun.taps("1")
    sun.sees("变频空调主控", "量产")


@after(star)
async def test_what_was_ordered_counts_with_its_price_and_is_taken_off_this_month(
    zhou: Person, sun: Person, li: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await looks(li)
    await li.taps("换时间")
    await li.taps("未来 12 个月")
    li.sees("标准 31,667 片", "按近三月均值 0 片")
    li.sees_not("准确度", "按代理商")
    await looks(sun)
    sun.sees("[准确度]")


@after(star)
async def test_each_sees_his_own_and_who_only_logs_orders_has_no_forecast(
    zhou: Person, wang: Person, chen: Person
) -> None:
    await zhou.goes_home()
    await zhou.taps("更多")
    zhou.sees_not("订单预期")
    for person, there in ((wang, False), (chen, True)):
        await looks(person)
        await person.taps("换时间")
        await person.taps("未来 12 个月")
        (person.sees if there else person.sees_not)("BAT32G135")
    await chen.taps("换分组")
    await chen.taps("按代理商")
    chen.sees("1. 深圳南山电子　31,667 片")
    await chen.taps("1")
    chen.sees("只看 深圳南山电子", "变频空调主控")
    await chen.taps("看全部")
    chen.sees("1. BAT32G135")
    await chen.says("深圳南山电子")
    chen.sees("只看 深圳南山电子", "1. BAT32G135")
    await chen.taps("缺口")
    chen.sees("预期缺口（0）")


@after(star)
async def test_where_there_are_too_many_projects_an_agency_is_chosen(
    chen: Person, sun: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook, "MOST_PROJECTS", 0)
    await looks(sun)
    sun.sees("项目太多（超过 0 个）")
    await looks(chen)
    chen.sees("1. 深圳南山电子　1 个项目")
    monkeypatch.setattr(outlook, "MOST_PROJECTS", 1)
    await chen.taps("1")
    chen.sees("只看 深圳南山电子")


@after(star)
async def test_where_expectation_and_orders_dont_fit_leads_to_the_customer(scene: Scene, sun: Person) -> None:
    await looks(sun)
    await sun.taps("缺口")
    sun.sees("预期缺口（0）", "没有缺口")
    await scene.later(days=61)
    await looks(sun)
    await sun.taps("缺口")
    sun.sees("预期缺口（1）", "1. 深圳市星河联创电子有限公司 · 变频空调主控", "⚠ 量产后没有订单 · 年预期 50,000 片")
    await sun.taps("1")
    sun.sees(STAR)


@after(star)
async def test_how_far_off_it_was_is_shown_once_a_month_has_closed(scene: Scene, zhou: Person, sun: Person) -> None:
    await scene.later(days=9)  # December, which nothing was known of in November
    await worked(scene)
    await logs(zhou, quantity="5000", price="3.2")
    await looks(sun)
    await sun.taps("准确度")
    sun.sees("误差未知")
    await scene.later(days=40)
    await worked(scene)
    await looks(sun)
    sun.sees("近 1 个月：标准偏低 100%；误差 标准 100%，校准 100%，均值 100%")
    await sun.taps("准确度")
    sun.sees("预期准确度 · 当月 · 按型号", "最近 1 个已关账月份", "1. BAT32G135", "标准偏差 −100%")
    await sun.taps("按业务员")
    sun.sees("1. 李明")
    await sun.taps("看提前 3 个月")
    sun.sees("提前 3 个月", "误差未知")


@after(star)
async def test_it_is_there_in_english_too(scene: Scene, sun: Person) -> None:
    await scene.later(days=90)
    await sun.speaks("English")
    await sun.goes_home()
    await sun.taps("More")
    await sun.taps("Forecast")
    sun.sees("Calibrated: too few cases", "1 project")
    await sun.taps("Gaps")
    sun.sees("Gaps (1)", "⚠ in production without an order")
    await sun.taps("Back")
    await sun.taps("Accuracy")
    sun.sees("Accuracy of the forecast, same month, by model")


@after(star)
async def test_the_gap_to_a_target_leads_to_what_is_expected(scene: Scene, zhou: Person, chen: Person) -> None:
    await looks(chen)
    await chen.taps("缺口")
    await chen.taps("目标差距")
    chen.sees("目标差距", "本季度和下季度还没定目标")
    await chen.taps("目标")
    await chen.taps("2")
    await chen.taps("定目标")
    await chen.taps("数量")
    await chen.says("2万")
    await chen.taps("提交")
    await logs(zhou, quantity="5000", price="3.2")
    await looks(chen)
    await chen.taps("缺口")
    await chen.taps("目标差距")
    chen.sees("1. 深圳南山电子　⚠ 2026年 Q4 还差 1.5 万片", "目标 2 万片，已售 5,000 片，标准预期 0 片")
    await chen.taps("1")
    chen.sees("订单预期 2026年11月–2026年12月", "只看 深圳南山电子")
