"""The commands beside the text field: by role and language, each opens its entry wherever one is."""

from __future__ import annotations

from bot.sandbox.methods.profile import commands_for
from tests.cast import Person, Scene, wire

STAR = "深圳市星河联创电子有限公司"


def menu(person: Person) -> dict[str, str]:
    found = commands_for(person.scene.sandbox, person.someone)
    return {each["command"]: each["description"] for each in found}


async def test_each_role_has_its_own_in_the_order_of_home(
    li: Person, zhou: Person, chen: Person, admin: Person, wu: Person
) -> None:
    assert list(menu(li))[:3] == ["home", "report", "customers"]
    assert menu(li)["report"] == "报备客户"
    assert list(menu(zhou))[:2] == ["home", "order"]
    assert "report" not in menu(zhou)
    assert list(menu(chen))[:2] == ["home", "approvals"]
    assert {"people", "answer", "documents"} <= set(menu(chen))
    assert "status" not in menu(chen)
    assert set(menu(admin)) >= {"approvals", "people", "feedback", "status"}
    assert list(menu(wu)) == ["home", "help", "language"]
    assert all(len(menu(each)) <= 16 for each in (li, zhou, chen, admin))


async def test_it_follows_the_language_and_the_account(scene: Scene, li: Person, sun: Person) -> None:
    await li.speaks("English")
    assert menu(li)["report"] == "Report customer"
    assert menu(sun)["report"] == "报备客户"
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("更改类型")
    await sun.taps("助理")
    await sun.taps("提交")
    await li.goes_home()
    assert list(menu(li))[:2] == ["home", "order"]


async def test_a_command_opens_its_entry_also_out_of_a_form_and_only_whose_it_is(
    li: Person, zhou: Person, wu: Person
) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says("/customers")
    li.sees("我的客户")
    await li.says("/Report")
    li.sees("报备客户", STAR)
    await zhou.says("/report")
    zhou.sees("没有命令 /report")
    await zhou.says("/order")
    zhou.sees("录入订单")
    await li.says("/approvals")
    li.sees("没有命令 /approvals")
    await wu.says("/customers")
    wu.sees("没有命令 /customers")
    await wu.says("/help")
    wu.sees("帮助")


async def test_whoever_leaves_has_a_strangers_menu_again(scene: Scene, li: Person, sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("停用")
    await sun.taps("确认停用")
    await li.says("主页")
    assert list(menu(li)) == ["home", "help", "language"]


@wire
async def test_over_the_wire_with_either_driver(li: Person, chen: Person) -> None:
    assert menu(li)["report"] == "报备客户"
    assert menu(chen)["approvals"] == "待审批"
