"""更正: a customer's data changes at once, its name and code only after the check and the manager; merging keeps history."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.cast.customers import held, reported
from tests.scenarios.leaving.test_handing_over import colleague, gets

STAR = "深圳市星河联创电子有限公司"
RENAMED = "深圳市星河联创半导体有限公司"


async def opens_card(person: Person, name: str) -> None:
    await person.goes_home()
    await person.taps("我的客户")
    await person.picks(name)


async def corrects(person: Person, number: str, value: str) -> None:
    await opens_card(person, STAR[:5])
    await person.taps("更正资料")
    await person.taps("修改")
    await person.taps(number)
    await person.says(value)
    await person.taps("提交")


@after(held)
async def test_the_volume_is_corrected_at_once(li: Person, chen: Person) -> None:
    await corrects(li, "5", "300")
    li.sees("已更正")
    await li.taps("客户卡片")
    li.sees("300 万/年")


@after(held)
async def test_another_name_waits_for_the_manager_and_the_old_one_still_finds_it(
    li: Person, wang: Person, chen: Person
) -> None:
    await corrects(li, "1", RENAMED)
    li.sees("陈经理 审批后生效")
    chen.sees("更正客户资料", f"{STAR} → {RENAMED}")
    await li.goes_home()
    await li.taps("申请处理")
    await li.taps("申诉与更正")
    li.sees(f"1 {STAR}", "更正资料 · ⏳ 待审批 · GZ-2026-00001")
    li.sees_not("GZ-2026-00001 · 李明")  # nobody reads his own name
    await li.taps("1")
    li.sees("更正客户资料 GZ-2026-00001", RENAMED, "待 陈经理 审批")
    await chen.taps("详情", on="更正客户资料")
    chen.sees("GZ-2026-00001", f"{STAR} → {RENAMED}", "11-23 09:41 提交", "[批准] [驳回]", "[客户卡片]")
    await chen.taps("客户卡片")
    chen.sees(STAR, "保护至 2027-02-23", "更正资料待 陈经理 决定")
    await chen.taps("返回")
    await chen.taps("批准")
    li.sees("已更正", RENAMED)
    for name in (STAR, RENAMED):
        await wang.goes_home()
        await wang.taps("报备客户")
        await wang.says(name)
        wang.sees_not("[跳过]")


@after(held)
async def test_a_correction_is_taken_back_and_asked_for_anew(li: Person, sun: Person, chen: Person) -> None:
    await corrects(li, "1", RENAMED)
    await corrects(li, "1", "深圳市星河半导体有限公司")
    li.sees("更正 GZ-2026-00001 正在审批", "撤回")
    for person in (li, sun):
        await person.goes_home()
        await person.taps("申请处理")
        await person.taps("申诉与更正")
        await person.taps("1")
        await person.taps("撤回")
    await sun.taps("保留")
    sun.sees("待 陈经理 审批")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    sun.sees("已撤回")
    await li.taps("确认撤回")
    li.sees("已撤回")
    chen.finds("已撤回", "GZ-2026-00001")
    await opens_card(li, STAR[:5])
    await li.taps("更正资料")
    await li.taps("继续 1")
    await li.taps("提交")
    li.sees("已提交 GZ-2026-00002", "陈经理 审批后生效")


@after(reported)
async def test_the_name_of_anothers_customer_can_not_be_taken(li: Person, wang: Person, chen: Person) -> None:
    await wang.reports("广州市天河启明电机有限公司")
    await chen.approves(STAR)
    await chen.approves("广州市天河启明电机有限公司")
    await corrects(li, "1", "广州市天河启明电机有限公司")
    li.sees("目前不开放报备")
    chen.finds_not("更正客户资料")


@after(held)
async def test_an_administrator_merges_two_that_are_the_same(
    li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says("深圳星河联创电子股份有限公司")
    await wang.taps("继续")
    await wang.fills_report()
    await chen.approves("深圳星河联创电子股份有限公司")
    await opens_card(admin, STAR[:5])
    await admin.taps("合并")
    admin.sees("深圳星河联创电子股份有限公司")
    await admin.taps("1")
    admin.sees("不可撤销")
    await admin.taps("确认合并")
    wang.sees("已合并，不再持有")
    wang.finds_not(STAR)
    chen.sees("已合并，不再持有", f"并入 {STAR}")
    await wang.goes_home()
    await wang.taps("报备客户")
    await wang.says("深圳星河联创电子股份有限公司")
    wang.sees_not("李明")


@after(held)
async def test_a_known_short_name_becomes_an_alias(li: Person, wang: Person, chen: Person) -> None:
    await opens_card(chen, STAR[:5])
    await chen.taps("添加别名")
    await chen.says("Galaxy Lianchuang Electronics")
    await chen.taps("提交")
    chen.sees("又称 Galaxy Lianchuang Electronics")
    await wang.taps("报备客户")
    await wang.says("Galaxy Lianchuang Electronics")
    await wang.taps("执照上就是这样")
    wang.sees("暂不可报备")


@after(held)
async def test_what_resembles_nothing_is_found_for_merging_by_a_former_name_or_by_its_code(
    li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await wang.reports("广州市天河启明电机有限公司")
    await chen.approves("广州市天河启明电机有限公司")
    await opens_card(chen, "广州市天河")
    await chen.taps("添加别名")
    await chen.says("Galaxy Lianchuang Electronics")
    await chen.taps("提交")
    await opens_card(admin, STAR[:5])
    await admin.taps("合并")
    admin.sees("没有相近的客户", "写出曾用名、英文名")
    await admin.says("Galaxy Lianchuang Electronics")
    admin.sees("查找　Galaxy Lianchuang Electronics", "广州天河微电 王芳")
    await admin.taps("1")
    admin.sees("不可撤销", f"并入 {STAR}")
    await admin.taps("确认合并")
    wang.sees("已合并")


@everywhere
async def test_what_was_decided_is_listed_to_whoever_has_the_customer_now_and_opens(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    zhang = await colleague(scene, "张磊")
    await gets(li, chen, STAR)
    await corrects(li, "1", RENAMED)
    await chen.approves("GZ-2026-00001")
    await sun.goes_home()
    await sun.says("星河联创")
    await sun.taps("1")
    await sun.taps("移交")
    await sun.taps("张磊")
    for person in (li, zhang, sun):
        await person.goes_home()
        await person.taps("申请处理")
        if "申诉与更正" in person.buttons:
            await person.taps("申诉与更正")
            await person.taps("全部")
        if person is li:
            li.sees_not("GZ-2026-00001")
            continue
        person.sees("GZ-2026-00001")
        await person.taps("1")
        person.sees("更正客户资料 GZ-2026-00001", RENAMED)
