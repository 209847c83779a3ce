"""帮助 tells each role what it does here, shows it, and leads to whoever knows more."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from dialogs.home.help import picture_file
from tests.cast import Person, Scene, wire

ALIKE = 4.0
"""Shades of grey on average: what a JPEG loses."""


async def test_each_role_reads_of_its_own_work_and_whom_to_ask(
    li: Person, zhao: Person, chen: Person, admin: Person, wu: Person
) -> None:
    for agency in (li, zhao):
        await agency.says("/help")
        agency.sees("问渠道经理：", "菜单：", "反馈：", "[联系我们]", "[反馈]")
    await chen.says("/help")
    chen.sees("待答复：代理商的提问，回复卡片即可答复", "资料下载：发布资料")
    chen.sees_not("问渠道经理")
    await admin.says("/help")
    admin.sees("反馈：大家的问题会推送到本聊天")
    await admin.taps("反馈")
    admin.sees("[写反馈]")
    await wu.says("/help")
    wu.sees("代理商注册：")
    wu.sees_not("反馈")


async def test_in_english(li: Person) -> None:
    await li.speaks("English")
    await li.says("/help")
    li.sees("Ask the manager: one tap", "Menu: beside the text field", "[Feedback]")


def sees_picture(person: Person, name: str, language: str = "zh") -> None:
    """On the newest screen; the chat makes a JPEG of it, and keeps its size."""
    newest = person.phone.newest
    assert newest is not None
    stored = person.scene.sandbox.files.by_unique(newest.content["photo"][-1]["file_unique_id"])
    assert stored is not None
    with (
        Image.open(person.scene.sandbox.files.place(stored)) as shown,
        Image.open(picture_file(name, language)) as ours,
    ):
        assert shown.size == ours.size
        apart = ImageStat.Stat(ImageChops.difference(shown.convert("L"), ours.convert("L"))).mean[0]
    assert apart < ALIKE, f"another picture than {name}"


@wire
async def test_a_tap_shows_it_in_a_picture_and_the_next_and_the_words_again(li: Person) -> None:
    await li.says("/help")
    await li.taps("图示：报备")
    li.sees("报备客户：一问一答", "[图示：审批结果]", "[返回帮助] [主页]")
    sees_picture(li, "report")
    await li.taps("图示：审批结果")
    li.sees("保护期从批准起算", "[图示：报备]")
    sees_picture(li, "result")
    await li.taps("返回帮助")
    li.sees("接触新客户前先报备", "[图示：报备] [图示：审批结果]")


async def test_a_picture_lies_on_top_of_the_form_that_is_open(li: Person) -> None:
    await li.taps("报备客户")
    await li.says("/help")
    await li.taps("图示：报备")
    await li.taps("返回帮助")
    await li.says("深圳市星河联创电子有限公司")
    li.sees("统一社会信用代码")


@pytest.mark.parametrize(
    ("name", "key", "picture"),
    [
        ("孙总", "图示：邀请同事", "invite"),
        ("周助理", "图示：录订单", "order"),
        ("赵工", "图示：写跟进", "follow_up"),
        ("陈经理", "图示：答复提问", "answer"),
        ("管理员", "图示：管理", "administration"),
    ],
)
async def test_each_role_sees_its_own_work(scene: Scene, name: str, key: str, picture: str) -> None:
    person = scene.person(name)
    await person.opens()
    await person.says("/help")
    await person.taps(key)
    sees_picture(person, picture)


async def test_a_guest_sees_how_one_comes_in_in_his_messengers_language(scene: Scene, wu: Person) -> None:
    await wu.says("/help")
    await wu.taps("图示：加入")
    wu.sees("点开同事发来的链接", "[图示：注册]")
    sees_picture(wu, "join")
    smith = scene.add("Smith", language="en")
    await smith.says("/help")
    await smith.taps("Picture: join")
    sees_picture(smith, "join", "en")
