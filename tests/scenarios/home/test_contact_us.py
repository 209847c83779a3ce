"""联系我们: everybody knows whom to turn to, and how he is reached."""

from __future__ import annotations

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene, everywhere

VENDOR = ("热线　400-820-0100", "邮箱　channel@huaxin.example")


async def puts_right(person: Person, email: str, phone: str) -> None:
    """His own data."""
    await person.goes_home()
    await person.opens_more("我的资料")
    await person.taps("更正资料")
    await person.says(email)
    await person.taps("修改")
    await person.taps("2")
    await person.says(phone)
    await person.taps("提交")


async def asks(person: Person) -> None:
    await person.goes_home()
    await person.opens_more("联系我们")


@everywhere
async def test_an_agencys_people_see_their_manager_and_how_he_is_reached(scene: Scene, chen: Person) -> None:
    await puts_right(chen, "chen@huaxin.example", "13800138000")
    for name in ("李明", "赵工", "周助理", "孙总"):
        person = scene.person(name)
        await asks(person)
        person.sees("联系我们", "主管经理　陈经理 · 华南\n　138 0013 8000 · chen@huaxin.example", *VENDOR, "[主页]")
        person.sees_not("刘经理", "管理员")


async def test_who_left_no_number_is_named_and_the_hotline_helps(li: Person) -> None:
    await asks(li)
    li.sees("主管经理　陈经理 · 华南", "陈经理 没有登记电话和邮箱", *VENDOR)


async def test_who_is_away_is_named_with_whoever_stands_in(li: Person, chen: Person, liu: Person) -> None:
    await puts_right(chen, "chen@huaxin.example", "13800138000")
    await puts_right(liu, "liu@huaxin.example", "13900139000")
    await chen.goes_home()
    for label in ("人员管理", "请假代理", "安排请假代理"):
        await chen.taps(label)
    await chen.picks("刘经理")
    await chen.says("今天")
    await chen.says("11-25")
    await chen.taps("提交")
    await asks(li)
    li.sees("主管经理　陈经理 · 华南", "请假至 11-25，请先找代理人 刘经理\n　139 0013 9000 · liu@huaxin.example")


async def test_an_agency_without_a_manager_asks_the_head(scene: Scene) -> None:
    (he,) = await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON), manager=None)
    await asks(he)
    he.sees("省区负责人　刘经理 · 华南")
    he.sees_not("主管经理")


async def test_managers_ask_their_head_and_the_administrators_and_nobody_himself(
    chen: Person, liu: Person, admin: Person
) -> None:
    await puts_right(admin, "admin@huaxin.example", "13700137000")
    await asks(chen)
    chen.sees("省区负责人　刘经理 · 华南", "管理员　管理员\n　137 0013 7000 · admin@huaxin.example", *VENDOR)
    chen.sees_not("陈经理 ·")
    await asks(liu)
    liu.sees("管理员　管理员", *VENDOR)
    liu.sees_not("省区负责人")
    await asks(admin)
    admin.sees(*VENDOR)
    admin.sees_not("管理员　管理员", "省区负责人")


async def test_a_vendor_without_a_hotline_leaves_no_gap(scene: Scene, li: Person, admin: Person) -> None:
    app = scene.bot.app
    app.policy = app.policy.model_copy(update={"hotline": "", "mail": ""})
    await asks(li)
    li.sees("主管经理　陈经理")
    li.sees_not("热线", "邮箱　")
    await asks(admin)
    admin.sees("还没有登记联系方式")


async def test_somebody_who_cannot_get_in_finds_the_hotline(wu: Person) -> None:
    await wu.opens()
    await wu.taps("帮助")
    wu.sees("请公司主账户发邀请链接", *VENDOR)


async def test_help_leads_there(li: Person) -> None:
    await li.says("/help")
    await li.taps("联系我们")
    li.sees("主管经理")


@pytest.mark.parametrize(
    "typed",
    ["联系方式", "热线", "找谁", "有问题找谁？", "我的渠道经理", "客服电话", "Contact us", "hotline", "who do I ask?"],
)
async def test_the_words_for_it_lead_there(li: Person, typed: str) -> None:
    await li.says(typed)
    li.sees("主管经理　陈经理", "400-820-0100")


async def test_in_english_too(li: Person) -> None:
    await li.speaks("English")
    await li.says("contact us")
    li.sees("Channel manager", "has left neither phone nor mail", "Hotline", "Mail")
