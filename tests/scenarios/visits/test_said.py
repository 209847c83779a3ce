"""Visits as they are said: with an hour, in a reply to the reminder, in a sentence at home; and what is told of it."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene
from tests.scenarios.visits.test_visits import STAR, holds, plans

LIGHT = "佛山市启明电机有限公司"


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("下周三下午3点", "12-02", "下午3点"),
        ("下周三上午", "12-02", "上午"),
        ("12月3号下午3点", "12-03", "下午3点"),
        ("后天上午10点", "11-25", "上午10点"),
        ("明早9点半", "11-24", "早上9点半"),
        ("12-03 15:00-16:00", "12-03", "15:00-16:00"),
    ],
)
async def test_of_a_day_with_its_hour_the_day_is_taken_and_that_is_told(
    li: Person, chen: Person, said: str, day: str, hour: str
) -> None:
    await holds(li, chen)
    await li.opens_customer("星河")
    await li.taps("下次拜访")
    await li.says(said)
    li.sees(day, f"只记日期，“{hour}”请自行记下", "[提交]")


async def test_an_hour_in_english(li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.speaks("English")
    await li.says("星河")
    await li.taps("1")
    await li.taps("Next visit")
    await li.says("next Wed 3pm")
    li.sees("Wed 11-25", "Wed 12-02")
    await li.says("tomorrow afternoon")
    li.sees("Tue 11-24 (only the day is kept; please note “afternoon” yourself)", "[Submit]")


async def test_a_report_that_names_the_hour_plans_the_day_and_says_what_isnt_kept(li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.follows_up("星河", "首批顺利，下次拜访下周三下午3点")
    await li.finishes()
    li.sees("下次拜访　12-02", "下次拜访只记日期，“下午3点”留在正文里")
    await li.taps("提交")
    li.sees("下次拜访 12-02 周三")
    await li.follows_up("星河", "首批顺利，下次拜访下周")
    await li.finishes()
    li.sees("下次拜访　—", "“下周”读不出是哪一天，下次拜访没有安排")
    await li.says("下次拜访：12-04 上午")
    li.sees("12-04", "只记日期，“上午”请自行记下")
    await li.taps("提交")
    li.sees("下次拜访 12-02 周三 → 12-04 周五")


async def test_a_reply_that_changes_the_day_opens_it_and_isnt_a_report(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(li, "11-26")
    await scene.later(days=3)
    li.sees("今天拜访", "回复本条消息即可写跟进")
    await li.replies("今天拜访", "改到下周二上午")
    li.sees("现定于 11-26 周四", "12-01", "“上午”请自行记下")
    li.sees_not("客户动态")
    await li.taps("提交")
    li.sees("下次拜访 12-01 周二")
    await scene.later(days=5)
    await li.replies("今天拜访", "不去了")
    li.sees("确定取消这次拜访？", STAR)
    await li.taps("确定取消")
    await li.opens_customer("星河")
    li.sees_not("12-01")


async def test_a_reply_to_a_digest_of_two_names_whose_day_is_changed(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await holds(li, chen, LIGHT)
    await plans(li, "11-26")
    await plans(li, "11-26", "启明")
    await scene.later(days=3)
    await li.replies("今日提醒", "改到下周一")
    li.sees("拜访哪个客户？", "[佛山市启明电机有限公司]")
    await li.taps("深圳市星河联创")
    li.sees("11-30", STAR)
    await li.taps("提交")
    await li.replies("今日提醒", "启明改到下周一")
    li.sees("现定于 11-26 周四", LIGHT, "11-30")
    await li.taps("提交")
    li.sees("下次拜访 11-30 周一")
    await li.replies("今日提醒", "首批顺利，节点改到明年6月")
    li.sees_not("拜访日期")


@pytest.mark.parametrize(
    "said",
    ["下周三上午去星河", "下次拜访 星河 下周三", "星河 下周三 拜访", "星河下周三下午3点拜访", "visit xinghe 12-02 3pm"],
)
async def test_a_visit_to_come_said_at_home_opens_its_form(li: Person, chen: Person, said: str) -> None:
    await holds(li, chen)
    await li.goes_home()
    await li.says(said)
    li.sees(STAR, "拜访日期　12-02", "[提交]")
    await li.taps("提交")
    li.sees("下次拜访 12-02 周三")


async def test_where_several_fit_it_is_asked_whose(li: Person, chen: Person) -> None:
    await holds(li, chen)
    await holds(li, chen, "苏州星河半导体有限公司")
    await li.goes_home()
    await li.says("下周三去星河")
    li.sees("拜访哪个客户？")
    await li.taps("苏州星河")
    li.sees("苏州星河半导体有限公司", "拜访日期　12-02")


@pytest.mark.parametrize(
    "said", ["星河今天去了，样机温升偏高", "星河今天拜访了，样机温升偏高", "visited xinghe today, 样机温升偏高"]
)
async def test_a_visit_that_was_opens_the_report(li: Person, chen: Person, said: str) -> None:
    await holds(li, chen)
    await li.goes_home()
    await li.says(said)
    li.sees("写跟进", STAR, "样机温升偏高")
    li.sees_not("拜访日期")


async def test_who_hands_over_is_told_nothing_and_who_had_it_hears_of_the_visit(
    li: Person, sun: Person, chen: Person
) -> None:
    await holds(li, chen)
    await plans(li, "12-03")
    await sun.opens_customer("星河")
    await sun.taps("移交")
    await sun.taps("孙总")
    assert sun.phone.containing("移交给您") is None
    li.finds("已安排的拜访 1 次由 孙总 进行")
