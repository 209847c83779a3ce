"""A name that looks like another's: never refused by machine, never told whose, put before the manager with everything."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"
STAR_SHORT = "深圳星河联创电子"
STAR_TRADITIONAL = "深圳市星河聯創電子股份有限公司"


@wire
@after(held)
async def test_a_similar_name_is_asked_about_and_told_to_nobody(li: Person, wang: Person, chen: Person) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR_TRADITIONAL)
    wang.sees("有相近名称", "统一社会信用代码", "[继续]")
    wang.sees_not(STAR, "李明", "南山", "2027")
    await wang.taps("继续")
    await wang.fills_report()
    wang.sees("已提交")
    chen.sees("相近：" + STAR, "深圳南山电子 李明 · 保护至", "后缀不同")


@after(reported)
async def test_who_asks_about_a_similar_name_may_stop_and_keeps_a_draft(li: Person, wang: Person, chen: Person) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR_SHORT)
    await wang.taps("执照上就是这样")
    wang.sees("有相近名称")
    await wang.taps("暂存草稿")
    await wang.goes_home()
    await wang.taps("更多")
    await wang.taps("草稿")
    wang.sees(STAR_SHORT)


@after(held)
async def test_the_own_agencys_look_alike_is_named(li: Person, sun: Person, chen: Person) -> None:
    await sun.taps("报备客户")
    await sun.says(STAR_TRADITIONAL)
    sun.sees("有相近名称", STAR)


@after(reported)
async def test_another_company_of_another_brand_is_not_asked_about(li: Person, wang: Person, chen: Person) -> None:
    await wang.taps("报备客户")
    await wang.says("深圳市宏图联创电子有限公司")
    wang.sees_not("有相近名称")
    wang.sees("统一社会信用代码")


async def test_two_credit_codes_are_two_companies_and_the_manager_sees_both(
    li: Person, wang: Person, chen: Person
) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says("91440300708461136T")
    await li.fills_report()
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(STAR_TRADITIONAL)
    await wang.taps("继续")
    await wang.says("91440300192448589C")
    wang.sees_not("有相近名称", "暂不可报备")
    await wang.fills_report()
    chen.sees("相近：" + STAR)


@everywhere
async def test_a_name_in_two_spellings_at_the_same_instant_has_one_first(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    for person, name in ((li, STAR), (wang, "深圳市星河聯創電子有限公司")):
        await person.taps("报备客户")
        await person.says(name)
        await person.fills_report(submit=False)
    async with scene.at_once():
        await li.taps("提交")
        await wang.taps("提交")
    texts = [li.view, wang.view]
    assert sum("已有更早的申请在审" in text for text in texts) == 1
    assert sum("一个工作日内处理" in text for text in texts) == 1


@after(reported)
async def test_a_rejected_look_alike_is_shown_to_the_manager_too(li: Person, wang: Person, chen: Person) -> None:
    await chen.rejects(STAR)
    await wang.reports(STAR_TRADITIONAL)
    chen.sees("相近：" + STAR, "曾报备，无人持有 · 11-23 ")


@after(held)
async def test_a_rejected_name_that_meant_a_known_customer_finds_it_from_then_on(
    li: Person, wang: Person, qian: Person, chen: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR_TRADITIONAL)
    await wang.taps("继续")
    await wang.fills_report()
    await chen.taps("驳回", on=STAR_TRADITIONAL)
    await chen.picks(STAR)
    await chen.says("改名前的老公司")
    await chen.taps("提交")
    await qian.taps("报备客户")
    await qian.says(STAR_TRADITIONAL)
    qian.sees("暂不可报备")


async def test_a_customer_isnt_taken_by_writing_it_with_what_nobody_sees(
    li: Person, wang: Person, chen: Person
) -> None:
    lake = "长沙市龙湖电子有限公司"
    await li.reports(lake)
    await chen.approves(lake)
    for disguised in ("\u3164".join(lake), "⻓沙市⻰湖电子有限公司", f"\u202e{lake}", "\U000e0101".join(lake)):
        await wang.goes_home()
        await wang.taps("报备客户")
        await wang.says(disguised)
        wang.sees("暂不可报备")


async def test_letters_that_only_look_the_same_are_asked_about_and_named(
    li: Person, wang: Person, chen: Person
) -> None:
    await li.reports("TCL通讯科技有限公司")
    await chen.approves("TCL通讯科技有限公司")
    await wang.taps("报备客户")
    await wang.says("ТСL通讯科技有限公司")
    wang.sees("有相近名称")
    await wang.taps("继续")
    await wang.fills_report()
    chen.finds("相近：TCL通讯科技有限公司（同形字", "⚠ 含其它文字的字母：ТСL")


async def test_a_place_in_the_name_that_is_not_its_region_is_remarked_on_and_refuses_nothing(
    li: Person, chen: Person
) -> None:
    elsewhere = "⚠ 名称含 大连，区域为 广东 深圳"
    await li.taps("报备客户")
    await li.says("大连晴岚机电有限公司")
    await li.fills_report(submit=False)
    li.sees(elsewhere, "[提交]")
    await li.taps("提交")
    li.sees("已提交")
    chen.finds("大连晴岚机电有限公司", elsewhere)
