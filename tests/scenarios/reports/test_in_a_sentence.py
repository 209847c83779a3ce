"""One sentence opens a report: asked is what is missing, named is what isn't understood (docs/typing.md#a-report-in-a-sentence)."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene

SUN = "中山市阳光灯饰厂"
SENTENCE = f"{SUN}，LED驱动，50万，STC8"
STAR = "深圳市星河联创电子有限公司"


async def test_a_sentence_what_is_missing_and_submit(li: Person, chen: Person) -> None:
    acts = li.acts
    await li.says(SENTENCE)
    li.sees("✓ 客户名称、产品领域、总出货量（万/年）、在用MCU 4 项", "区域", "[广东 中山]")
    chen.finds_not(SUN)
    await li.taps("广东 中山")
    li.sees("请核对", f"客户名称　{SUN}", "产品领域　照明 · LED驱动", "总出货量　50 万/年", "在用MCU　STC8", "[提交]")
    chen.finds_not(SUN)
    await li.taps("提交")
    li.sees("已提交 BB-2026-00001")
    chen.sees(SUN, "[批准] [驳回] [退回修改]")
    assert li.acts - acts == 3


async def test_in_english_too(li: Person, chen: Person) -> None:
    await li.speaks("English")
    await li.goes_home()
    acts = li.acts
    await li.says("Zhongshan Sunshine Lighting, LED driver, 500k, STC8, Zhongshan")
    li.sees("Zhongshan Sunshine Lighting", "[It is so on the licence]")
    await li.taps("It is so on the licence")
    li.sees("Zhongshan Sunshine Lighting", "500,000 a year", "STC8", "[Submit]")
    chen.finds_not("Sunshine")
    await li.taps("Submit")
    li.sees("BB-2026-00001")
    assert li.acts - acts == 3


@pytest.mark.parametrize(
    "text", [f"STC8 50万 LED驱动 {SUN}", f"{SUN}\nLED驱动\n50万\nSTC8", f"{SUN}做LED驱动的，一年50万，用STC8"]
)
async def test_in_any_order_and_parted_by_anything(li: Person, text: str) -> None:
    await li.says(text)
    li.sees("✓ 客户名称、产品领域、总出货量（万/年）、在用MCU 4 项", "[广东 中山]")
    li.sees_not("未识别")


async def test_who_is_called_there_is_somebody_at_the_customer_and_what_is_not_understood_is_named(li: Person) -> None:
    await li.says(f"{SENTENCE}，中山古镇，王工 13800138000，做外贸为主，“老客户”介绍")
    li.sees("⚠ 未识别 2 行", "做外贸为主", "老客户")
    li.sees("请核对", "区域　广东 中山（中山市古镇 记入客户背景）", "客户联系人　王工 13800138000", "[未识别 (2)]")


async def test_it_is_edited_as_it_was_written(li: Person) -> None:
    await li.says(f"{SENTENCE}，老板姓何")
    li.sees("未识别 1 行：老板姓何")
    await li.edits("老板姓何", f"{SUN}，LED驱动，80万，STC8，中山")
    li.sees("请核对", "总出货量　80 万/年", "区域　广东 中山")
    li.sees_not("未识别")


async def test_of_two_full_names_one_is_picked(li: Person) -> None:
    text = f"{SUN}，佛山市启明电机有限公司，风扇，50万"
    await li.says(text)
    li.sees("这是什么？", f"[报备客户 · {SUN}]", "[报备客户 · 佛山市启明电机有限公司]")
    await li.taps("报备客户 · 佛山市启明电机有限公司")
    li.sees(f"未识别 1 行：{SUN}", "[广东 佛山]")
    await li.edits("启明电机", f"{text}，佛山")
    li.sees("在用MCU", f"未识别 1 行：{SUN}")


async def test_what_is_said_twice_is_asked(li: Person) -> None:
    await li.says(f"{SUN}，LED驱动，50万，80万，STC8，中山")
    li.sees("总出货量", "[未识别 (1)]")
    await li.says("80")
    li.sees("请核对", "总出货量　80 万/年")


async def test_what_may_mean_several_are_buttons(li: Person) -> None:
    await li.says(f"{SUN}，LED驱动，50万，STC8，南山")
    li.sees("“南山”是哪一个？", "深圳", "鹤岗")
    await li.picks("深圳")
    li.sees("请核对", "区域　广东 深圳（深圳市南山区 记入客户背景）")
    li.sees_not("未识别")


async def test_a_short_name_is_asked_about_and_with_little_it_is_a_button(li: Person) -> None:
    await li.says("阳光灯饰，LED驱动，50万，STC8")
    li.sees("“阳光灯饰”像是简称", "[补全名称]")
    await li.says(SUN)
    li.sees("[广东 中山]")
    await li.goes_home()
    await li.says("阳光灯饰，LED驱动，50万")
    li.sees("这是什么？", "[报备客户]")
    await li.taps("报备客户")
    li.sees("像是简称")


async def test_behind_the_word_for_it_little_will_do(li: Person) -> None:
    await li.says("报备：LED驱动 50万")
    li.sees("✓ 产品领域、总出货量（万/年） 2 项", "客户名称")
    await li.goes_home()
    li.sees("已存为草稿：报备客户 · 产品领域 照明 · LED驱动")
    await li.says(f"帮我报备 {SUN}")
    li.sees("[广东 中山]")


async def test_what_is_something_else_goes_where_it_went(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    for text, stands in (
        ("星河联创", STAR),
        (f"{SUN} STC8 5k 3.2元", "没有可录单的客户"),
        ("星河 空调 50万 BAT32G135", "请核对订单"),
        ("上月 出货 LED驱动 50万 STC8", "出货统计"),
        (SUN, "未识别"),
        ("BB-2026-00001", STAR),
    ):
        await li.goes_home()
        await li.says(text)
        li.sees(stands)
        li.sees_not("✓ 客户名称")


@pytest.mark.parametrize("who", ["周助理", "赵工", "陈经理"])
async def test_whoever_may_not_report_is_not_led_there(scene: Scene, who: str) -> None:
    person = scene.person(who)
    await person.goes_home()
    await person.says(SENTENCE)
    person.sees("未识别，也没有找到")
    person.sees_not("报备客户 ·", "产品领域")


async def test_the_owner_is_asked_for_whom(sun: Person) -> None:
    acts = sun.acts
    await sun.says(f"{SENTENCE}，中山")
    sun.sees("代理商联系人", "[李明]")
    await sun.taps("李明")
    await sun.taps("提交")
    sun.sees("已提交")
    assert sun.acts - acts == 3


async def test_a_held_customer_is_told_as_in_the_form(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.says(f"{STAR}，空调，50万，STC8，深圳")
    wang.sees("暂不可报备", "[申诉]")
    wang.sees_not("李明", "南山")


SUNSHINE = "中山市阳光灯饰有限公司"


async def test_what_was_refused_twice_is_one_draft(li: Person, wang: Person, chen: Person) -> None:
    await wang.reports(SUNSHINE)
    await chen.approves(SUNSHINE)
    for said in (f"{SUNSHINE}，LED驱动，50万，STC8，中山", f"{SUNSHINE}，LED驱动，50万，STC8，中山"):
        await li.says(said)
        li.sees("暂不可报备", "存为草稿")
    await li.says("草稿")
    li.sees(f"1 报备客户 · {SUNSHINE}")
    li.sees_not(f"2 报备客户 · {SUNSHINE}")
    await li.says(f"{SUNSHINE}，LED驱动，80万，STC8，中山")
    await li.says("草稿")
    li.sees(f"1 报备客户 · {SUNSHINE}", f"2 报备客户 · {SUNSHINE}")
