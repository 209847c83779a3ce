"""The evening in the chat: asked, answered, and the day's sheet to forward."""

from __future__ import annotations

from decimal import Decimal

from bot.serving.work import DeskWork, work_for
from domain.base.rights import EVERYTHING
from domain.base.stage import Stage
from domain.follow_ups import writing
from domain.orders import recording
from domain.people.records import Account
from domain.projects.records import Milestone, ProjectItem
from tests.cast import Person, Scene, after, everywhere
from tests.cast.customers import held
from tests.scenarios.orders.office import stocked

STAR = "深圳市星河联创电子有限公司"


async def sells(scene: Scene, who: str, *, pieces: int = 5000) -> None:
    """The project and an order of it, by the use-cases."""

    def act(work: DeskWork) -> None:
        mine = work_for(work.conn, work.policy, work.now, account=_account(work, who))
        seller = work_for(work.conn, work.policy, work.now, account=_account(work, "李明"))
        (customer,) = work.customers.by_name(work.customers.get(1).same_key)
        item = ProjectItem(
            name="变频空调主控",
            domain="家电 · 空调",
            mcu="BAT32G139",
            stage=Stage.CONTACT,
            progress="送样",
            yearly=120_000,
            milestone=Milestone.PILOT,
            due="2027-03",
        )
        if not work.projects.of_customer(customer.id):
            writing.write(seller, writing.WriteFollowUp(customer=customer.id, dynamics="开始供货", projects=(item,)))
        project = work.projects.of_customer(customer.id)[0]
        line = recording.LineToLog(project=project.id, quantity=pieces, price=Decimal("3.2"))
        recording.log(mine, recording.LogOrder(customer=customer.id, day=mine.today, lines=(line,)))

    await scene.lays(act)


def _account(work: DeskWork, name: str) -> Account:
    agencies = work.people.agencies(EVERYTHING)
    return next(each for a in agencies for each in work.people.accounts_of_agency(a.id) if each.name == name)


@everywhere
@after(held)
async def test_in_the_evening_the_assistant_is_asked_and_none_is_an_answer_with_the_days_sheet(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await scene.later(hours=7)
    zhou.sees_not("今日订单")
    await scene.later(minutes=50)
    zhou.sees("今日提醒 (1)", "今日订单　还没有记录", "[录入订单] [今日无订单]")
    await zhou.taps("录入订单", on="今日提醒")
    zhou.sees("录入订单")
    await zhou.taps("今日无订单", on="今日提醒")
    zhou.sees("深圳南山电子", "今日还没有订单", "今日无订单（周助理")
    assert zhou.buttons_on("今日提醒") == ["主页"]
    li.sees_not("今日订单")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("今日订单")
    chen.sees("1 深圳南山电子　今日无订单（周助理")


@after(held)
async def test_the_sheet_is_copied_with_tabs_and_leafed_by_day(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await sells(scene, "周助理")
    await sells(scene, "李明", pieces=100)
    await zhou.goes_home()
    await zhou.taps("更多")
    await zhou.taps("今日订单")
    zhou.sees(
        "今日 2 单 16,320 元", f"{STAR}\t变频空调主控\tBAT32G139\t5000\t3.2\t16000.00\t\t2026-11-23\tDD-2026-00001"
    )
    await zhou.taps("前一天")
    zhou.sees("11-22还没有订单", "[后一天 ▶]")
    await zhou.taps("后一天")
    zhou.sees("16,320 元")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("今日订单")
    chen.sees("1 深圳南山电子　2 单 · 5,100 片")
    await chen.taps("1")
    chen.sees("今日 2 单 16,320 元")


@everywhere
@after(held)
async def test_who_says_none_though_there_are_some_is_told_and_asked_and_a_later_order_lifts_it(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await sells(scene, "李明")
    await zhou.says("今日无订单")
    zhou.sees("今日已录 1 单（李明）。没有其它订单了？", "今日 1 单", "[没有更多订单]")
    await zhou.taps("没有更多订单")
    zhou.sees("没有更多订单（周助理")
    zhou.sees_not("今日无订单", "没有其它订单了？", "[没有更多订单]")
    await scene.later(hours=1)
    await sells(scene, "李明", pieces=300)
    await zhou.goes_home()
    await zhou.taps("更多")
    await zhou.taps("今日订单")
    zhou.sees("今日 2 单", "尚未上报：周助理", "[没有更多订单]")
    zhou.sees_not("没有更多订单（")
    await scene.later(hours=7)
    zhou.sees("今日订单　已录 李明 2 单", "[没有更多订单]")
    await zhou.taps("没有更多订单", on="今日提醒")
    zhou.sees("没有更多订单（周助理")


@after(held)
async def test_none_is_lifted_by_an_order_of_a_colleagues(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("今日无订单")
    zhou.sees("今日无订单（周助理")
    await sells(scene, "李明")
    await chen.goes_home()
    await chen.taps("更多")
    await chen.taps("今日订单")
    chen.sees("1 深圳南山电子　1 单 · 5,000 片")
    await zhou.goes_home()
    await zhou.taps("更多")
    await zhou.taps("今日订单")
    zhou.sees_not("今日无订单")


@after(stocked)
async def test_the_evening_names_who_left_an_order_half_filled(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await sun.goes_home()
    await sun.taps("录入订单")
    await sun.picks("星河")
    await sun.picks("变频空调主控")
    await sun.says("50k")
    await sun.says("3.2")
    await sun.taps("跳过")
    await sun.taps("暂存草稿")
    await sun.goes_home()
    await scene.later(hours=9)
    zhou.sees("今日订单　还没有记录；没提交的草稿 孙总 1 份")
