"""移交 within an agency: one customer from its card, some or all from a person's, without anybody's leaving."""

from __future__ import annotations

from functools import partial

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene, everywhere
from tests.cast.laying import lay_account
from tests.scenarios.people.test_people import STAR, SUN, opens_person

MING = "惠州市名锐照明有限公司"
ACTS = 4
"""From the search at home to the end."""


async def colleague(scene: Scene, name: str) -> Person:
    """Of 李明's, a salesperson."""
    person = scene.add(name)
    type_, agency = AccountType.SALESPERSON, "深圳南山电子"
    await scene.lays(partial(lay_account, name=name, type_=type_, agency=agency, chat=person.chat))
    await person.opens()
    return person


async def gets(person: Person, chen: Person, *names: str) -> None:
    for each in names:
        await person.reports(each)
        await chen.approves(each)


@everywhere
async def test_an_owner_hands_one_customer_over_from_its_card_and_everybody_concerned_is_told(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await sun.goes_home()
    sun.acts = 0
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    sun.sees(STAR, "深圳南山电子 · 李明", "点选或输入接手的同事，立即移交")
    await sun.taps("张磊")
    assert sun.acts <= ACTS
    sun.sees(f"✅ 客户 {STAR} 已移交给 张磊", "保护期、排队、在审申请和下次跟进日不变", "深圳南山电子 · 张磊")
    zhang.sees(f"📋 孙总 将 李明 的 客户 {STAR} 移交给您", "[客户卡片]")
    li.sees(f"📋 孙总 已将您的 客户 {STAR} 移交给 张磊")
    chen.sees(f"📋 深圳南山电子：孙总 将 李明 的 客户 {STAR} 移交给 张磊", "[客户卡片]")
    await zhang.taps("客户卡片")
    zhang.sees(STAR, "[写跟进]")
    zhang.sees_not("[移交]")


@everywhere
async def test_a_manager_hands_over_some_of_what_somebody_has_then_everything(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await gets(li, chen, STAR, SUN)
    await li.reports(MING)
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.picks("深圳南山电子")
    await chen.taps("人员")
    await chen.picks("李明")
    chen.sees("名下 2 个在保客户、1 个在审报备")
    await chen.taps("移交客户")
    await chen.picks("选择客户")
    await chen.picks("星河联创")
    await chen.taps("完成")
    await chen.taps("张磊")
    await chen.taps("确认移交")
    chen.sees(f"✅ 客户 {STAR} 已移交给 张磊")
    chen.sees_not("📋 深圳南山电子")
    li.sees(f"陈经理 已将您的 客户 {STAR} 移交给 张磊")
    await opens_person(sun, "李明")
    await sun.taps("移交客户")
    await sun.picks("全部（1 个在保客户、1 个在审报备）")
    await sun.taps("张磊")
    await sun.taps("确认移交")
    what = f"客户 {SUN}，在审报备 {MING}"
    sun.sees(f"✅ {what} 已移交给 张磊")
    li.sees(f"孙总 已将您的 {what} 移交给 张磊")
    zhang.sees(f"孙总 将 李明 的 {what} 移交给您", "[我的客户]")
    chen.sees(f"深圳南山电子：孙总 将 李明 的 {what} 移交给 张磊", "深圳南山电子 · 张磊")
    await chen.taps("批准", on="深圳南山电子 · 张磊")
    zhang.sees("报备通过")


async def test_who_is_to_become_an_assistant_gives_his_customers_to_somebody_first(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await gets(li, chen, STAR)
    await opens_person(sun, "李明")
    await sun.taps("更改类型")
    await sun.taps("助理")
    sun.sees("李明 名下还有 1 个在保客户、0 个在审报备，请先移交", "[移交客户]")
    await sun.taps("移交客户")
    await sun.taps("孙总")
    await sun.taps("确认移交")
    sun.sees(f"客户 {STAR} 已移交给 孙总", "[更改类型]")
    await sun.taps("更改类型")
    await sun.taps("1")
    await sun.taps("保留不变")
    await sun.taps("提交")
    sun.sees("李明 现为 助理")


async def test_what_was_half_written_about_a_customer_goes_along_and_is_gone_on_with(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await gets(li, chen, STAR)
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河联创")
    await li.says("客户立项空调主控")
    await li.taps("暂存草稿")
    await opens_person(sun, "李明")
    await sun.taps("移交客户")
    await sun.taps("孙总")
    await sun.taps("确认移交")
    li.sees("已将您的")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿 (1)")
    await sun.taps("1")
    await sun.taps("直接核对")
    sun.sees("写跟进", "客户立项空调主控")
    await sun.taps("提交")
    sun.sees("GJ-2026-")


async def test_only_owners_and_their_manager_hand_over(scene: Scene, li: Person, chen: Person, qian: Person) -> None:
    await gets(li, chen, STAR)
    for form, args in (("hand_customer_over", {"customer": 1}), ("hand_over", {"account": 4})):
        for person in (li, qian):
            await scene.brings(person, form, args)
            person.sees_not("移交给", "点选接手")


async def test_in_english(scene: Scene, li: Person, sun: Person, chen: Person) -> None:
    await gets(li, chen, STAR)
    for person in (sun, chen, li):
        await person.speaks("English")
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("Hand over")
    sun.sees("Hand customers over", "Tap or type who takes over; it happens at once")
    await sun.taps("孙总")
    sun.sees(f"✅ Handed over to 孙总: {STAR}", "Protection, place in the queue")
    li.sees(f"📋 孙总 handed over to 孙总 what was yours: {STAR}.")
    chen.sees(f"📋 深圳南山电子: 孙总 handed over from 李明 to 孙总: {STAR}.")


async def test_numbers_typed_beside_a_list_of_customers_mean_those_that_stand_before_their_names(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    """The list is by name, the records are by age: 2 is 海棠 to whoever reads it."""
    await colleague(scene, "张磊")
    names = ("深圳市海棠空调有限公司", "东莞市启明风机制造有限公司", "惠州市白桦厨具电器有限公司")
    await gets(li, chen, *names)
    await opens_person(sun, "李明")
    await sun.taps("移交客户")
    await sun.says("2")
    sun.sees("客户", f"1 {names[1]}", f"2 {names[2]}", f"3 {names[0]}")
    await sun.says("2、3")
    sun.sees("移交给")
    await sun.taps("张磊")
    await sun.taps("确认移交")
    li.sees(f"已将您的 客户 {names[0]}、{names[2]} 移交给 张磊")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees(names[1])
    li.sees_not(names[0], names[2])


@everywhere
async def test_what_was_being_written_of_a_customer_that_is_handed_over_can_be_read_and_copied(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河联创")
    await li.says("客户立项空调主控，三月打样")
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps("张磊")
    await li.taps("跳过")
    li.sees(
        f"孙总 已于 11-23 09:41 将客户 {STAR} 移交给 张磊",
        "客户动态：客户立项空调主控，三月打样",
        "[打开草稿]",
        "[主页]",
    )
    li.sees_not("没有找到")
    await li.taps("打开草稿")
    li.finds("已不能提交", "孙总 已于", "客户立项空调主控，三月打样", "[删除草稿]")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿 (1)")
    li.sees("写跟进 · 客户动态 客户立项空调主控，三月打样")
    await li.taps("1")
    await li.taps("删除草稿")
    li.sees("写跟进")


@pytest.mark.parametrize("text", ["今天拜访了客户，谈了样品", "BB-2026-99999", "客户动态：立项了\n另外，李工问交期"])
async def test_what_is_typed_after_a_customer_was_handed_over_is_read_and_copied_too(
    scene: Scene, li: Person, sun: Person, chen: Person, text: str
) -> None:
    await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河联创")
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps("张磊")
    await li.says(text)
    li.sees("孙总 已于", *(line.removeprefix("客户动态：") for line in text.splitlines()), "[打开草稿]")
    await li.taps("打开草稿")
    li.finds("已不能提交", *(line.removeprefix("客户动态：") for line in text.splitlines()), "[删除草稿]")


async def test_of_two_who_look_at_a_customer_the_later_hears_that_it_is_anothers_by_now_and_is_asked_again(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    for person in (sun, chen):
        await person.goes_home()
        await person.says("星河联创")
        await person.taps("1")
        await person.taps("移交")
        person.sees("深圳南山电子 · 李明")
    await sun.taps("张磊")
    sun.sees(f"✅ 客户 {STAR} 已移交给 张磊（原属 李明）")
    await chen.taps("孙总")
    chen.sees("深圳市星河联创电子有限公司 刚刚已转到 张磊 名下，未移交", "深圳南山电子 · 张磊")
    zhang.sees_not("已将您的")
    await chen.taps("孙总")
    chen.sees(f"✅ 客户 {STAR} 已移交给 孙总（原属 张磊）")
    zhang.sees(f"陈经理 已将您的 客户 {STAR} 移交给 孙总")


async def test_a_name_is_written_instead_of_tapped_and_one_that_is_nobodys_says_who_there_is(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await colleague(scene, "张磊")
    await colleague(scene, "张琳")
    await gets(li, chen, STAR)
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.says("王五")
    sun.sees("可选的人里没有“王五”", "可选：孙总、张磊、张琳", "可输入姓名、拼音或首字母查找", "[张磊]")
    await sun.says("zhang")
    sun.sees("[张磊]", "[张琳]", "[全部同事]")
    sun.sees_not("[孙总]")
    await sun.taps("全部同事")
    sun.sees("[孙总]", "[张磊]")
    await sun.says("张磊")
    sun.sees(f"✅ 客户 {STAR} 已移交给 张磊")


async def test_so_is_it_said_where_everything_of_a_person_is_handed_over(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await opens_person(sun, "李明")
    await sun.taps("移交客户")
    await sun.says("王五")
    sun.sees("可选的人里没有“王五”", "张磊", "可输入姓名、拼音或首字母查找", "[张磊]")
    await sun.says("zhanglei")
    sun.sees("[张磊]")


async def test_of_many_the_first_few_are_named_and_how_many_there_are(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    """Whoever hands over, whoever had them, whoever has them, and the manager read which; who reads English, too."""
    zhang = await colleague(scene, "张磊")
    names = ("深圳市海棠空调有限公司", "东莞市启明风机制造有限公司", "惠州市白桦厨具电器有限公司", MING)
    await gets(li, chen, *names)
    await zhang.speaks("English")
    await opens_person(sun, "李明")
    await sun.taps("移交客户")
    await sun.picks("全部（4 个在保客户）")
    await sun.taps("张磊")
    await sun.taps("确认移交")
    told = f"客户 {'、'.join(names[:3])} 等 4 家"
    sun.sees(f"✅ {told} 已移交给 张磊")
    li.sees(f"孙总 已将您的 {told} 移交给 张磊")
    chen.sees(f"孙总 将 李明 的 {told} 移交给 张磊")
    zhang.sees(f"孙总 handed you from 李明: {', '.join(names[:3])} … (4 in all).")
