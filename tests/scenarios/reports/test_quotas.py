"""Nobody can fish, nobody can hoard: checks are counted, open reports and idle customers are limited."""

from __future__ import annotations

from domain.base.policy.model import Quota
from tests.cast import Person, Scene

NAMES = [
    f"深圳市{brand}智能科技有限公司" for brand in "甲辰 乙巳 丙午 丁未 戊申 己酉 庚戌 辛亥 壬子 癸丑 海棠 白桦".split()
]


async def asks(person: Person, name: str) -> None:
    await person.goes_home()
    await person.taps("报备客户")
    await person.says(name)


async def test_after_ten_names_a_day_there_are_no_more_until_tomorrow(scene: Scene, li: Person, chen: Person) -> None:
    for name in NAMES[:10]:
        await asks(li, name)
        li.sees_not("今日查询次数已用完")
    chen.finds("李明 今日已查询 10 个客户名称")
    await asks(li, NAMES[10])
    li.sees("今日查询次数已用完", "存为草稿")
    await scene.later(days=1)
    await asks(li, NAMES[10])
    li.sees_not("今日查询次数已用完")


async def test_thirty_names_a_day_are_an_agencys_and_its_manager_hears_of_it(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    scene.policy(report={"checks_a_day": Quota(person=10, agency=3)})
    for person, name in ((li, NAMES[0]), (li, NAMES[1]), (sun, NAMES[2])):
        await asks(person, name)
        person.sees_not("今日查询次数已用完")
    chen.finds("深圳南山电子 今日已查询 3 个客户名称（最近一次：孙总），全公司额度用完")
    await asks(li, NAMES[3])
    li.sees("今日查询次数已用完", "每家公司 3 次")


async def test_where_the_policy_wants_a_contract_first_nobody_types_for_nothing(scene: Scene, li: Person) -> None:
    scene.bot.app.policy = scene.bot.app.policy.model_copy(update={"report_needs_contract": True})
    await li.taps("报备客户")  # before the first question
    li.sees("2026 财年还没有获批的渠道签约")
    li.sees_not("客户名称")


async def test_asking_again_for_the_same_customer_is_not_counted(li: Person) -> None:
    for _ in range(12):
        await asks(li, NAMES[0])
    li.sees_not("今日查询次数已用完")


async def test_a_withdrawn_report_gives_no_check_back(li: Person, chen: Person) -> None:
    for name in NAMES[:9]:
        await asks(li, name)
    await li.goes_home()
    await li.reports(NAMES[9])
    await li.withdraws(NAMES[9])
    await asks(li, NAMES[10])
    li.sees("今日查询次数已用完")


async def test_a_fragment_is_no_name_to_ask_for(li: Person) -> None:
    await li.taps("报备客户")
    await li.says("星河")
    li.sees("不像公司全称", "客户名称")


async def test_the_manager_sees_who_asked_for_anothers_customer(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(NAMES[0])
    await chen.approves(NAMES[0])
    await asks(wang, NAMES[0])
    wang.sees("暂不可报备")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("被拒查询")
    chen.sees("甲辰", "广州天河微电 王芳")


async def test_an_agency_can_hold_only_so_many_without_a_real_project(scene: Scene, li: Person, chen: Person) -> None:
    scene.policy(report={"open_limit": 2})
    await li.reports(NAMES[0])
    await chen.approves(NAMES[0])
    await li.reports(NAMES[1])
    await li.goes_home()
    await li.taps("报备客户")  # before the first question
    li.sees("已达 2 个上限")
    li.sees_not("客户名称")
