"""What a row of a list says to whom."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.customers import held
from tests.documents.workbooks import customer
from tests.scenarios.imports.test_import import imports
from tests.scenarios.protection.test_pool import opens_pool
from tests.scenarios.protection.test_protection import asks, opens_card, protected

STAR, MOON = "深圳市星河联创电子有限公司", "东莞市明月精密仪器有限公司"


@after(held)
async def test_nobody_reads_his_own_name_and_the_vendor_reads_agency_and_stage(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("保护至 2027-02-23")
    li.sees_not("· 李明")
    await sun.taps("我的客户")
    sun.sees("保护至 2027-02-23 · 李明")
    await chen.goes_home()
    await chen.taps("我的客户")
    chen.sees("保护至 2027-02-23 · 深圳南山电子 · 李明")


@after(held)
async def test_overdue_rows_say_how_late(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=20)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("筛选")
    await li.taps("逾期跟进")
    li.sees("跟进已逾期 5 天")


@after(protected)
async def test_past_its_end_a_customer_says_what_the_vendor_decides(scene: Scene, li: Person, chen: Person) -> None:
    await opens_card(li)
    await asks(li)
    await scene.later(days=95)
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("延期待审批（原至 02-23）")


async def test_an_announcement_for_everybody_says_so_before_it_goes_out(chen: Person) -> None:
    await chen.taps("公告")
    await chen.taps("写公告")
    for said in ("国庆安排", "10 月 1 日至 7 日休息。"):
        await chen.says(said)
    for _ in range(2):
        await chen.taps("跳过")
    await chen.taps("跳过")
    await chen.taps("否")
    chen.sees("全部")
    chen.sees_not("账户类型　—")


@after(protected)
async def test_a_draft_is_called_by_whom_it_is_about(scene: Scene, li: Person, chen: Person) -> None:
    await opens_card(li)
    await li.taps("申请延期")
    await li.says("2")
    await li.taps("暂存草稿")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿")
    li.sees(f"申请延期 · {STAR}")


async def test_the_first_message_of_all_says_what_one_can_do_here(
    li: Person, zhou: Person, chen: Person, wu: Person
) -> None:
    li.finds("报备客户、写跟进")
    zhou.finds("录订单：像发给同事那样写")
    chen.finds("在这里审批")
    await wu.opens()
    wu.finds("在这里注册代理商")


async def test_a_unit_stands_once(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("跳过")
    await li.says("深圳")
    await li.says("空调")
    await li.says("120")
    li.finds("✓ 总出货量：120 万/年")


async def test_what_is_not_known_of_a_customer_leaves_neither_a_dash_nor_a_separator(
    scene: Scene, admin: Person, li: Person, wang: Person
) -> None:
    """Of a list's customer all but the name may be missing (the scene looks at every line of every phone at the end)."""
    await imports(
        admin,
        customer(STAR, domain=None, volume=None, mcus=None),
        customer(MOON, region=None, domain=None, volume=None, mcus=None),
    )
    await opens_pool(wang)
    await wang.taps("订阅")
    await wang.taps("广东")
    for name in (STAR, MOON):
        await li.goes_home()
        await li.taps("我的客户")
        await li.picks(name[:3])
        await li.taps("放弃保护")
        await li.says("客户已停产")
        await li.taps("放弃保护")
    await scene.later(minutes=1)
    wang.sees("资源池新客户　广东 深圳，")
    await opens_pool(wang)
    wang.sees(" 广东 深圳\n", " 资料不详\n")
    await wang.taps("1")
    await opens_pool(wang)
    await wang.taps("2")
    wang.sees_not("—")
