"""The resource pool in the chat: what is given up is seen without its name, opened, claimed, decided."""

from __future__ import annotations

from decimal import Decimal

from bot.serving.work import DeskWork
from domain.base import regions
from domain.names import same_key
from domain.people.records import AccountType
from domain.protection.pool import PoolEntry, PoolQuery
from tests.cast import Person, Scene

STAR = "深圳市星河联创电子有限公司"


async def gives_up(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")


async def opens_pool(person: Person) -> None:
    await person.goes_home()
    await person.taps("资源池")


async def test_the_list_shows_no_name_and_the_detail_does(li: Person, wang: Person, chen: Person) -> None:
    await gives_up(li, chen)
    await opens_pool(wang)
    wang.sees("资源池", "广东 深圳 · 家电", "100–500 万/年")
    wang.sees_not("星河", "李明", "南山", "120")
    await wang.taps("1")
    wang.sees(STAR, "120 万/年", "STM32F103", "11-24 09:41 起可申请", "今日还可查看 19 个详情")
    wang.sees_not("李明", "南山", "[申请该客户]")


async def test_after_a_day_a_rival_claims_with_everything_filled_in(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await gives_up(li, chen)
    await scene.later(days=1)
    await opens_pool(wang)
    await wang.taps("1")
    await wang.taps("申请该客户")
    if "继续" in wang.buttons:
        await wang.taps("继续")
    for _ in range(6):
        if "提交" in wang.buttons:
            break
        await wang.taps("直接核对" if "直接核对" in wang.buttons else "跳过")
    await wang.taps("提交")
    wang.sees("已提交 BB-2026-00002")
    chen.finds("BB-2026-00002", "资源池客户，深圳南山电子 · 李明 持有至 11-23")
    await wang.taps("查看")
    wang.sees("BB-2026-00002")
    wang.sees_not("李明", "南山")
    await chen.approves("BB-2026-00002")
    wang.sees("报备通过 BB-2026-00002", "保护至 2027-02-24")
    await opens_pool(li)
    li.sees("暂时没有客户")


async def test_the_former_holder_is_told_from_when_he_may(scene: Scene, li: Person, chen: Person) -> None:
    await gives_up(li, chen)
    await scene.later(days=2)
    await li.goes_home()
    await li.taps("报备客户")
    await li.says(STAR)
    li.sees("资源池客户", "本公司曾持有", "12-23 09:41 起可申请")


async def test_typing_the_full_name_finds_it_and_a_fragment_does_not(li: Person, wang: Person, chen: Person) -> None:
    await gives_up(li, chen)
    await opens_pool(wang)
    await wang.says("星河")
    wang.sees("请输入客户全称")
    await wang.says("深圳市蓝鲸智能科技有限公司")
    wang.sees("资源池里没有这个客户")
    await wang.says("深圳星河联创电子有限公司")
    wang.sees_not("120 万/年")
    await wang.says(STAR)
    wang.sees("120 万/年")


async def test_who_subscribed_is_told_of_what_is_released(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    (he,) = await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    await opens_pool(wang)
    await wang.taps("订阅")
    await wang.taps("广东")
    wang.sees("已订阅 广东")
    await gives_up(li, chen)
    await scene.later(minutes=1)
    wang.sees("资源池新客户", "广东 深圳 · 家电 · 空调", "11-24 09:41 起可申请")
    he.sees_not("资源池新客户")
    await wang.taps("查看", on="资源池新客户")
    wang.sees(STAR)
    await opens_pool(wang)
    await wang.taps("订阅")
    await wang.taps("广东")
    wang.sees_not("已订阅")


async def test_an_engineer_has_no_pool(zhao: Person) -> None:
    await zhao.goes_home()
    assert "资源池" not in zhao.buttons
    await zhao.taps("更多")
    assert "资源池" not in zhao.buttons


def lie_everywhere(work: DeskWork) -> None:
    """One released customer in every province."""
    for province in regions.provinces():
        name = f"{province}远航电子有限公司"
        customer = work.customers.add(name=name, same_key=same_key(name), credit_code=None, now=work.now)
        entry = PoolEntry(
            customer_id=customer.id,
            released_at=work.now,
            open_at=work.now,
            region=province,
            domain="家电",
            field="家电 · 空调",
            volume=Decimal(20),
            stage=None,
        )
        work.pool.put(entry)


async def test_of_thirty_four_provinces_each_is_found_by_typing_or_turning_pages(scene: Scene, wang: Person) -> None:
    await scene.lays(lie_everywhere)
    await opens_pool(wang)
    await wang.taps("按区域")
    wang.sees("拼音或首字母查找", "1/3")
    wang.sees_not("[西藏 (1)]")
    await wang.taps("下页")
    await wang.taps("下页")
    wang.sees("3/3")
    await wang.says("jiangsu")
    wang.sees("只看 江苏", "1 江苏")
    await opens_pool(wang)
    await wang.taps("按区域")
    await wang.says("河")
    wang.sees("[河北 (1)]", "[河南 (1)]")
    wang.sees_not("[北京 (1)]")
    await wang.taps("全部选项")
    await wang.says("火星")
    wang.sees("没有“火星”", "1/3")
    await wang.says("河")
    await wang.taps("河南")
    wang.sees("只看 河南")


async def test_back_from_a_detail_of_a_list_that_has_grown_shorter_there_is_its_last_page(
    scene: Scene, wang: Person
) -> None:
    def keep(work: DeskWork, many: int) -> None:
        for each in work.pool.entries(PoolQuery(limit=100))[0][many:]:
            work.pool.take_out(each.customer_id)

    await scene.lays(lie_everywhere)
    await scene.lays(lambda work: keep(work, 7))
    await opens_pool(wang)
    await wang.taps("下页")
    await wang.taps("7")
    await scene.lays(lambda work: keep(work, 6))
    await wang.taps("返回")
    wang.sees("资源池 · 6", "[6]")
    wang.sees_not("暂时没有客户")


async def test_from_a_later_page_of_the_list_the_filter_opens_at_its_first(scene: Scene, wang: Person) -> None:
    await scene.lays(lie_everywhere)
    await opens_pool(wang)
    await wang.taps("下页")
    await wang.taps("按区域")
    wang.sees("1/3")
