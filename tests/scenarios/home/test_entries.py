"""What an account can open: at most eight entries at home, eight a page under 更多, every one on the screen after two taps."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"
MOST = 8
TURNING = ("‹ 上页", "下页 ›", "1/2", "2/2", "主页")
EVERYBODY = "公告 资料下载 我的客户 草稿 语言 我的资料 联系我们 帮助 渠道培训 渠道指导"
VENDOR = f"{EVERYBODY} 我的项目 待审批 申请处理 资源池 渠道签约 人员管理 出货统计 订单预期 销售记录"
ENTRIES = {
    "李明": f"{EVERYBODY} 我的项目 报备客户 写跟进 录入订单 申请处理 资源池 今日订单 出货统计 订单预期 销售记录 积分换奖",
    "赵工": f"{EVERYBODY} 写跟进",
    "周助理": f"{EVERYBODY} 我的项目 录入订单 今日订单 出货统计 销售记录 网上下单 积分换奖",
    "孙总": (
        f"{EVERYBODY} 我的项目 报备客户 写跟进 录入订单 申请处理 资源池 渠道签约 人员管理 出货统计 订单预期 销售记录 网上下单 积分换奖"
    ),
    "陈经理": f"{VENDOR} 看板 今日订单 被拒查询",
    "管理员": f"{VENDOR} 争议 管理 省区与行业 渠道政策 汇率 直供客户 导入客户 处理失败 变更记录 系统状态",
}
"""By person: whoever had it once keeps it."""


@pytest.mark.parametrize("name", ENTRIES)
@after(held)
async def test_every_entry_is_found_within_two_taps(scene: Scene, li: Person, chen: Person, name: str) -> None:
    person = scene.person(name)
    await person.goes_home()
    home = entries(person)
    assert len(home) <= MOST, home
    await person.taps("更多")
    pages = [entries(person)]
    if "下页 ›" in person.buttons:
        await person.taps("下页")
        pages.append(entries(person))
    assert "下页 ›" not in person.buttons, "no third page"
    if "管理" in home:
        await person.goes_home()
        await person.taps("管理")
        pages.append(entries(person))
    assert all(0 < len(page) <= MOST for page in pages), pages
    there = [*home, *(label for page in pages for label in page)]
    assert len(there) == len(set(there)), f"one place for each: {there}"
    assert set(ENTRIES[name].split()) <= set(there)


async def test_what_is_used_most_comes_first(sun: Person, admin: Person, li: Person) -> None:
    await sun.goes_home()
    sun.sees("[报备客户]", "[公告] [更多]")
    sun.sees_not("资源池")
    await sun.taps("更多")
    sun.sees("[资源池] [出货统计]")
    await sun.taps("出货统计")
    sun.sees("[销售记录] [今日订单]")
    await li.goes_home()
    await li.taps("更多")
    li.sees("[出货统计]", "[销售记录]", "[今日订单]")
    await admin.goes_home()
    await admin.taps("更多")
    admin.sees("[出货统计] [销售记录]")


async def test_what_stands_on_the_second_page_opens_by_its_name_too(admin: Person) -> None:
    await admin.goes_home()
    await admin.taps("更多")
    admin.sees_not("[语言]")
    await admin.taps("下页")
    admin.sees("[语言]", "[‹ 上页]")
    await admin.taps("上页")
    admin.sees("[销售记录]")
    await admin.says("语言")
    admin.sees("[中文] [English]")


@after(held)
async def test_what_did_not_arrive_stands_first(scene: Scene, li: Person, chen: Person) -> None:
    await li.blocks()
    await scene.later(days=10)
    await scene.later(minutes=1)
    await li.opens()
    await li.taps("更多")
    li.sees("[未送达的提醒] [我的项目]")


def entries(person: Person) -> list[str]:
    """Without the way on, and without counts."""
    labels = (label for label in person.buttons if label not in (*TURNING, "更多"))
    return [label.partition(" (")[0] for label in labels]


async def test_home_is_home_in_small_letters_too(li: Person) -> None:
    await li.speaks("English")
    await li.says("home")
    li.sees("Report customer")
    li.sees_not("Not found")
