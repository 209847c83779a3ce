"""下次拜访: set in a report or on the customer's card, reminded of with what can be done about it, gone with its customer."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere

STAR, MOON = "深圳市星河联创电子有限公司", "东莞市明月精密仪器有限公司"


async def holds(who: Person, chen: Person, name: str = STAR) -> None:
    await who.reports(name)
    await chen.approves(name)


async def plans(who: Person, on: str, customer: str = "星河") -> None:
    await who.opens_customer(customer)
    await who.taps("下次拜访")
    await who.says(on)
    await who.taps("提交")


@everywhere
async def test_a_report_names_the_next_visit_and_it_is_brought_to_mind(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.follows_up("星河", "首批顺利\n下次拜访：12-03")
    await li.finishes()
    li.sees("请核对", "首批顺利", "4 下次拜访　12-03")
    await li.taps("提交")
    li.sees("已提交 GJ-2026-00001", "下次拜访 12-03")
    await li.opens_customer("星河")
    li.sees("🗓 下次拜访 12-03")
    await scene.later(days=9)  # Wednesday
    li.sees("今日提醒", "12-03 周四 拜访 深圳市星河联创", "[写跟进]", "[改期]", "[取消拜访]")
    await scene.later(days=1)
    li.sees("今天拜访 深圳市星河联创")
    await li.goes_home()
    li.sees("今天有 1 家要拜访", "拜访安排 (1)")
    await li.taps("2 写跟进", on="今天拜访")
    await li.says("样机温升偏高，改版再测")
    await li.finishes()
    await li.taps("提交")
    li.sees("已提交 GJ-2026-00002", "[下次拜访]")
    await scene.later(days=3)
    li.sees_not("拜访了")


async def test_nobody_is_asked_for_it_and_it_can_be_said_at_the_summary(li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.follows_up("星河", "首批顺利")
    await li.finishes()
    li.sees("请核对", "下次拜访　—")
    await li.says("下次拜访：下周三")
    li.sees("1 客户动态　首批顺利", "4 下次拜访　12-02")
    await li.taps("提交")
    li.sees("下次拜访 12-02")


async def test_put_off_and_called_off_by_the_reminder(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(li, "11-26")
    li.sees("下次拜访 11-26", "前一个工作日和当天早上提醒")
    await scene.later(days=3)
    await li.taps("改期", on="今天拜访")
    li.sees("现定于 11-26")
    await li.says("11-30")
    await li.taps("提交")
    li.sees("下次拜访 11-30")
    await scene.later(days=4)
    await li.taps("取消拜访", on="今天拜访")
    await li.taps("确定取消")
    await li.goes_home()
    li.sees_not("拜访")
    await scene.later(days=2)
    li.sees_not("拜访了")


async def test_a_visit_that_passed_is_asked_about_once(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(li, "11-24")
    await scene.later(days=2)
    li.sees("11-24 周二 拜访了 深圳市星河联创", "还没有写跟进", "[写跟进]", "[改期]", "[取消拜访]")
    await li.opens_customer("星河")
    li.sees("原定 11-24 周二 拜访，还没有写跟进")
    await scene.later(days=1)
    li.sees_not("拜访了")


async def test_handed_over_it_goes_along(li: Person, sun: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(li, "12-03")
    await sun.opens_customer("星河")
    await sun.taps("移交")
    await sun.taps("孙总")
    await sun.goes_home()
    await sun.opens_customer("星河")
    sun.sees("下次拜访 12-03")


async def test_released_it_is_called_off(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(li, "11-26")
    await li.opens_customer("星河")
    await li.taps("放弃保护")
    await li.says("客户停产")
    await li.taps("放弃保护")
    await scene.later(days=3)
    li.sees_not("拜访")


async def test_who_sees_the_customer_sees_it_and_nobody_else(
    li: Person, sun: Person, wang: Person, chen: Person
) -> None:
    await holds(li, chen)
    await plans(li, "12-03")
    await li.taps("拜访安排")
    look = li.button("1")
    await li.taps("1")
    li.sees("12-03 周四 拜访", STAR, "跟进人 李明", "[改期]")
    for each in (sun, chen):
        await each.opens_customer("星河")
        each.sees("下次拜访 12-03")
        await each.taps("下次拜访")
        each.sees("12-03 周四 拜访", "跟进人 李明")
    chen.sees_not("[改期]", "[取消拜访]")
    await wang.presses(look)
    wang.sees_not("拜访", "星河")


async def test_an_owner_who_plans_one_tells_whose_customer_it_is(li: Person, sun: Person, chen: Person) -> None:
    await holds(li, chen)
    await plans(sun, "12-03")
    li.finds("孙总 安排了 12-03 周四 拜访 深圳市星河联创电子有限公司")


async def test_nonsense_and_days_that_are_past_are_refused(li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.opens_customer("星河")
    await li.taps("下次拜访")
    for each in ("昨天", "2020-01-01", "2039-01-01", "看情况", "长" * 4000, "\u202e12-03"):
        await li.says(each)
        if each != "\u202e12-03":
            li.sees("拜访日期")
            assert "提交" not in li.buttons


async def test_in_english(scene: Scene, li: Person, chen: Person) -> None:
    await holds(li, chen)
    await li.speaks("English")
    await li.taps("My customers")
    await li.taps("1")
    await li.taps("Next visit")
    await li.says("12-02")
    await li.taps("Submit")
    li.sees("Next visit on Wed 12-02")
    await scene.later(days=9)
    li.sees("Visit to 深圳市星河联创", "today", "[Reschedule]", "[Cancel visit]")
