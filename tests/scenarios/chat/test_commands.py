"""A command of the messenger is one wherever it is written, and never an answer."""

from __future__ import annotations

import pytest

from tests.cast import Person

STAR = "深圳市星河联创电子有限公司"


@pytest.mark.parametrize("typed", ["/start", "/Start", "／start", "/home", "/HOME@baobei_bot", "/menu", "/start 你好"])
async def test_home_from_the_middle_of_a_form(li: Person, typed: str) -> None:
    await li.taps("报备客户")
    await li.says(typed)
    li.sees("[报备客户]", "[我的客户]")


@pytest.mark.parametrize("typed", ["/HELP", "/help", "/help 怎么报备", "／ＨＥＬＰ"])
async def test_help_lies_on_top_of_the_form(li: Person, typed: str) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says(typed)
    li.sees("帮助")
    await li.says(typed)
    li.sees("帮助", "接触新客户前先报备")
    li.sees_not("请点", "未识别")
    await li.says("跳过")  # which the form below hears
    li.sees("区域", "[深圳]") if "[深圳]" in li.screen else li.sees("区域")
    li.sees_not("未识别")
    await li.taps("主页")
    li.finds("已存为草稿")


@pytest.mark.parametrize("typed", ["语言", "English", "中文", "/language"])
async def test_the_language_is_found_by_its_name(li: Person, typed: str) -> None:
    await li.says(typed)
    li.sees("[中文] [English]")


@pytest.mark.parametrize("typed", ["/cancel", "/Cancel", "/CANCEL@baobei_bot"])
async def test_cancel_asks_as_the_button_does(li: Person, typed: str) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says(typed)
    li.sees("放弃“报备客户”已填的内容？", "[继续填写]")
    await li.goes_home()
    await li.taps("报备客户")
    await li.taps("继续 1")
    li.sees("统一社会信用代码")
    li.sees_not("放弃“报备客户”")
    await li.goes_home()
    await li.taps("我的客户")
    await li.says(typed)
    li.sees("[报备客户]")


@pytest.mark.parametrize("typed", ["/nonsense", "/reset now", "/客户"])
async def test_what_is_no_command_changes_nothing(li: Person, typed: str) -> None:
    await li.taps("报备客户")
    await li.says(typed)
    li.sees("客户名称")
    li.sees_not("✓ 客户名称", "相近", "暂不可")
    await li.says(STAR)
    li.sees("统一社会信用代码")


async def test_an_unknown_command_is_told_kindly(li: Person, wu: Person) -> None:
    await li.says("/nonsense")
    li.sees("没有命令 /nonsense", "/help")
    for typed, told in (
        ("/nonsense", "[代理商注册]"),
        ("/help", "代理商注册：备好营业执照"),
        ("/cancel", "[代理商注册]"),
    ):
        await wu.says(typed)
        wu.sees(told)


async def test_cancel_said_again_leaves_and_loses_nothing(li: Person) -> None:
    await li.taps("报备客户")
    await li.says("中山市阳光灯饰有限公司")
    await li.says("/cancel")
    li.sees("放弃“报备客户”已填的内容？")
    await li.says("/cancel")
    li.sees_not("放弃")
    await li.says("草稿")
    li.sees("1 报备客户 · 中山市阳光灯饰有限公司")
