"""我的客户: the list, its search by some characters of the name, the card."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.cast.doings import pasted
from tests.cast.person import Pressable

AFAR = "苏州市远航智能装备有限公司"
NAMES = ("深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "东莞市宏图智能科技有限公司")


async def three(li: Person, chen: Person) -> None:
    for name in NAMES:
        await li.reports(name)
        await chen.approves(name)
        await li.goes_home()


@everywhere
@after(three)
async def test_customers_are_found_by_some_characters_of_the_name(li: Person) -> None:
    li.sees("[我的客户 (3)]")
    await li.taps("我的客户")
    li.sees("我的客户 · 3", "星河", "启明", "宏图", "保护至 2027-02-23")
    await li.says("启明")
    li.sees("“启明”", "佛山市启明电机有限公司")
    li.sees_not("星河")
    await li.says("不存在的")
    li.sees("没有符合的客户")
    await li.taps("全部客户")
    li.sees("我的客户 · 3")


@after(three)
async def test_wild_cards_are_only_characters(li: Person) -> None:
    await li.taps("我的客户")
    for text in ("%", "_", "'", "\\", "%%"):
        await li.says(text)
        li.sees("没有符合的客户")


@after(three)
async def test_the_card_tells_protection_and_days_left(scene: Scene, li: Person) -> None:
    await li.taps("我的客户")
    await li.picks("启明")
    li.sees("佛山市启明电机有限公司", "广东 深圳", "保护至 2027-02-23（剩 92 天）", "深圳南山电子 · 李明")
    await scene.later(days=65)
    await li.goes_home()
    li.sees("🔴 3 个客户 30 天内到期")
    await li.taps("我的客户")
    li.sees("🔴", "佛山市启明电机有限公司")


@after(three)
async def test_the_rival_and_the_engineer_see_nothing_of_it(wang: Person, zhao: Person) -> None:
    for person in (wang, zhao):
        await person.taps("我的客户")
        person.sees_not("星河", "启明", "宏图")


@after(three)
async def test_owner_assistant_and_manager_see_their_scope(
    sun: Person, zhou: Person, chen: Person, qian: Person
) -> None:
    for person in (sun, zhou, chen):
        await person.goes_home()
        await person.taps("我的客户")
        person.sees("星河", "启明", "宏图")
    await qian.taps("我的客户")
    qian.sees_not("星河")


@after(three)
async def test_customers_are_found_by_all_that_hangs_on_them(
    scene: Scene, li: Person, sun: Person, chen: Person, wang: Person
) -> None:
    await li.follows_up("启明", "客户立项")
    await li.adds_project("云台电机", "水泵", "BAT32M130", "研发", "样片已寄出", "5万", "打样", "2027-03")
    await li.taps("提交")
    await chen.opens_customer("宏图")
    await chen.taps("添加别名")
    await chen.says("HongTu Smart")
    await chen.taps("提交")
    for person, text, name in (
        (li, "云台", "佛山市启明电机有限公司\n▪ 云台电机 · BAT32M130"),
        (li, "ytdj", "佛山市启明电机有限公司\n▪ 云台电机 · BAT32M130"),
        (li, "BAT32 M130", "佛山市启明电机有限公司\n▪ 云台电机 · BAT32M130"),
        (sun, "hongtu smart", "东莞市宏图智能科技有限公司\n▪ HongTu Smart"),
        (sun, "启明 liming", "佛山市启明电机有限公司\n· 李明"),
        (chen, "南山 宏图", "东莞市宏图智能科技有限公司\n▪ 深圳南山电子"),
    ):
        await person.goes_home()
        await person.taps("我的客户")
        await person.says(text)
        person.sees(*name.split("\n"), "· 1")
    await wang.goes_home()
    await wang.taps("我的客户")
    for text in ("云台", "liming", "nanshan"):
        await wang.says(text)
        wang.sees("没有符合的客户")


@after(three)
async def test_some_characters_written_at_home_are_looked_for(li: Person, wang: Person) -> None:
    await li.goes_home()
    await li.says("qm")
    li.sees("“qm” · 1", "佛山市启明电机有限公司")
    await li.goes_home()
    await li.says("没有这家")
    li.sees("[报备客户]")
    await wang.goes_home()
    await wang.says("qm")
    wang.sees("[报备客户]")
    wang.sees_not("启明")


@after(three)
async def test_neither_a_strangers_button_nor_a_made_up_link_opens_a_customer(li: Person, wang: Person) -> None:
    await li.taps("我的客户")
    theirs = [li.button(label).data for label in ("1", "2", "3", "筛选", "导出 Excel")]
    await wang.goes_home()
    at = wang.button("我的客户").message
    for data in (*theirs, "customer:1", "k1.1.1.0"):
        await wang.presses(Pressable(at, data, ""))
        wang.finds_not(*NAMES)
    for payload in ("customer_1", "customer-1", "1", "open_customer_1"):
        await wang.opens(payload)
        wang.finds_not(*NAMES)


@everywhere
@after(three)
async def test_what_ends_soon_lies_somewhere_or_has_no_project_is_filtered(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=40)
    await li.says(pasted(AFAR).replace("深圳", "苏州"))
    await li.taps("提交")
    await chen.approves(AFAR)
    await li.follows_up("远航", "客户立项伺服驱动")
    await li.adds_project("伺服驱动", "伺服", "BAT32G135", "接触", "初次拜访", "5万", "打样", "2027-06")
    await li.taps("提交")
    await scene.later(days=25)
    for person in (li, sun, chen):
        await person.goes_home()
        await person.taps("我的客户")
        await person.taps("筛选")
        await person.taps("30 天内到期 (3)")
        person.sees("我的客户 · 30 天内到期 · 3", "佛山市启明电机有限公司", "保护至 02-23")
        person.sees_not("远航")
        await person.taps("筛选")
        await person.taps("按区域")
        await person.taps("江苏 苏州 (1)")
        person.sees("我的客户 · 江苏 苏州 · 1", "远航")
        await person.taps("筛选")
        await person.taps("无项目 (3)")
        person.sees("我的客户 · 无项目 · 3", "星河", "启明", "宏图")
        person.sees_not("远航")


@after(three)
async def test_a_region_is_looked_for_by_a_few_characters(li: Person) -> None:
    await li.taps("我的客户")
    await li.taps("筛选")
    await li.taps("按区域")
    await li.says("广州")
    li.sees("没有符合的客户")
    await li.says("sz")
    await li.taps("广东 深圳 (3)")
    li.sees("我的客户 · 广东 深圳 · 3")


@after(three)
async def test_filters_in_english(scene: Scene, li: Person) -> None:
    await li.speaks("English")
    await li.taps("My customers")
    await li.taps("Filter")
    li.sees("[Ending in 30 days (0)]", "[Without a project (3)]", "[By region]")
    li.sees_not("By agency", "By salesperson")
    await li.taps("Without a project")
    li.sees("My customers · Without a project · 3")
