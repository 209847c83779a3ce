"""People type where a button was meant, correct what they wrote, and take answers back: that is understood everywhere."""

from __future__ import annotations

import pytest

from tests.cast import Person, after
from tests.cast.contracts import at_the_overview
from tests.cast.customers import held

STAR, ALIKE = "深圳市星河联创电子有限公司", "深圳市星河联创电子科技有限公司"
OTHER = "东莞市松山湖微电子有限公司"


async def asks_for_an_alike(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(ALIKE)
    wang.sees("有相近名称", "修改客户名称", "也可直接输入新的客户名称")


async def test_at_the_look_alike_a_corrected_name_is_typed(li: Person, wang: Person, chen: Person) -> None:
    await asks_for_an_alike(li, wang, chen)
    await wang.says(OTHER)
    wang.sees("统一社会信用代码")
    await wang.fills_report(submit=False)
    wang.sees(f"客户名称　{OTHER}")


async def test_at_the_look_alike_a_key_opens_the_name(li: Person, wang: Person, chen: Person) -> None:
    await asks_for_an_alike(li, wang, chen)
    await wang.taps("修改客户名称")
    wang.sees("客户名称", f"现为：{ALIKE}")
    await wang.says(OTHER)
    wang.sees("统一社会信用代码")


@pytest.mark.parametrize("word", ["无", "-", "没有"])
async def test_an_answer_that_may_be_empty_is_taken_back(li: Person, word: str) -> None:
    await li.says(f"客户名称：{STAR}\n区域：深圳\n领域：空调\n用量：120\n型号：STM32F103\n加工厂：富士康")
    await li.says("修改")
    await li.says("8")
    li.sees("加工厂", "现为：富士康", "清空")
    await li.says(word)
    li.sees("请核对", "加工厂　—")


@pytest.mark.parametrize("word", ["无", "-", "没有", "N/A"])
async def test_an_answer_that_is_needed_is_not_given_by_saying_nothing(li: Person, word: str) -> None:
    await li.says(f"客户名称：{STAR}\n区域：深圳\n领域：空调\n用量：120")
    li.sees("报备客户 · 6/12", "在用MCU")
    await li.says(word)
    li.sees("报备客户 · 6/12", "在用MCU", f"“{word}”等于没填，这一项必填")
    await li.says("STM32F103")
    await li.taps("直接核对")
    await li.taps("修改")
    await li.says("6")
    await li.says(word)
    li.sees("在用MCU", f"“{word}”等于没填", "现为：STM32F103")


async def test_pasted_it_lies_among_what_is_left_and_the_question_comes(li: Person) -> None:
    await li.says(f"客户名称：{STAR}\n区域：深圳\n领域：空调\n用量：120\n在用MCU：暂无")
    li.sees("报备客户 · 6/12", "在用MCU", "“暂无”等于没填，这一项必填", "未识别 (1)")


@after(at_the_overview)
async def test_a_choice_among_which_nothing_stands_is_chosen(sun: Person) -> None:
    await sun.says("系统集成资质等级：二级\n到站：深圳")
    await sun.taps("查看全部")
    await sun.says("16")
    sun.sees("系统集成资质等级", "现为：二级")
    await sun.says("无")
    await sun.says("总览")
    await sun.taps("查看全部")
    sun.sees("系统集成资质等级　无")


@after(at_the_overview)
async def test_the_type_says_that_the_entity_comes_first_and_leads_there(sun: Person) -> None:
    await sun.says("签约类型：分销商\n到站：深圳")
    sun.sees("签约类型：请先选签约主体")
    await sun.taps("查看全部")
    await sun.says("5")
    sun.sees("签约类型", "请先选签约主体")
    await sun.taps("选签约主体")
    await sun.taps("华芯信息")
    await sun.taps("未识别 (1)")
    await sun.taps("1")
    await sun.taps("签约类型")
    await sun.taps("查看全部")
    sun.sees("签约类型　分销商 DB")


@after(held)
async def test_line_breaks_and_paragraphs_of_the_dynamics_stay(li: Person, chen: Person) -> None:
    await li.taps("写跟进", on=STAR)
    await li.says("客户动态：周一拜访\n采购换人\n\n下周送样\n变频 空调 主控：小批 首批 500 片")
    await li.says("产品领域：空调\nMCU型号：BAT32G135\n年预期：5万\n节点：小批\n节点时间：2027-03")
    li.sees("请核对", "变频 空调 主控（小批）")
    await li.taps("提交")
    await li.taps("查看", on="已提交")
    li.sees("周一拜访\n采购换人\n\n下周送样")


@pytest.mark.parametrize("person", ["li", "sun", "chen", "admin"])
async def test_no_page_ends_in_tap_a_button_alone(
    person: str, li: Person, sun: Person, chen: Person, admin: Person
) -> None:
    who = {"li": li, "sun": sun, "chen": chen, "admin": admin}[person]
    await who.says("‽不存在的☃")
    who.sees("可输入")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("120来万吧", "约 120 万"), ("改一下，150万", "150"), ("120多万", "约 120 万"), ("应该是 80 万左右", "约 80 万")],
)
async def test_a_volume_is_heard_as_a_colleague_says_it(li: Person, typed: str, shown: str) -> None:
    await li.says(f"客户名称：{STAR}\n区域：深圳\n领域：空调\n型号：STM32F103")
    li.sees("总出货量")
    await li.says(typed)
    li.sees(f"总出货量：{shown}")
    li.sees_not("不是数字")


@after(held)
async def test_what_a_list_doesnt_find_is_told_by_whoever_knows_more_of_it(li: Person, chen: Person) -> None:
    await li.goes_home()
    await li.taps("我的客户")
    await li.says("白桦 电钻 5k 3.2元")
    li.sees("没有可录单的客户“白桦”")
    await li.says("白桦木业")
    li.sees("没有符合的客户")


@pytest.mark.parametrize("text", ["星河那边新项目吊扇主控 用HC32L110 选型 对比三家", "星河那边 吊扇主控 选型 对比三家"])
@after(held)
async def test_the_place_behind_a_customers_name_is_no_part_of_it(li: Person, chen: Person, text: str) -> None:
    await li.goes_home()
    await li.says(text)
    li.sees("写跟进", STAR, "对比三家")
    li.sees_not("未识别")
