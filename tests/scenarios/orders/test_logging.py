"""录入订单, question by question."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.customers import held
from tests.scenarios.people.test_people import opens_person

STAR = "深圳市星河联创电子有限公司"
SAID = "星河 变频空调主控 5k 3.2元 批次 A12"


async def star(scene: Scene, li: Person, chen: Person) -> None:
    """李明 holds 星河 with a project."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("变频空调主控", "空调", "BAT32G135", "量产", "首单", "5万", "量产", "2027-03")
    await li.taps("提交")
    await scene.later(days=3)


async def begins(person: Person) -> None:
    await person.goes_home()
    await person.taps("录入订单")
    await person.picks("星河")


async def logs(person: Person, quantity: str = "5000", price: str = "3.2", batches: str = "A12 A13") -> None:
    """One line, signed today, to the end."""
    await begins(person)
    await line(person, quantity, price, batches)
    await person.taps("完成")
    await person.taps("今天")
    await person.taps("跳过")
    await person.taps("提交")


async def line(person: Person, quantity: str = "5000", price: str = "3.2", batches: str = "A12 A13") -> None:
    await person.picks("变频空调主控")
    await person.says(quantity)
    await person.says(price)
    if batches:
        await person.says(batches)
    else:
        await person.taps("跳过")


@everywhere
@after(star)
async def test_an_assistant_logs_for_a_salesperson_and_both_names_are_kept(li: Person, zhou: Person) -> None:
    await begins(zhou)
    zhou.sees(STAR, "李明", "单价：厂商可见")
    await line(zhou)
    zhou.sees("变频空调主控 · BAT32G135 · 5,000 片 × 3.20 元 · 批次 A12、A13")
    await zhou.taps("完成")
    await zhou.taps("今天")
    await zhou.says("HT-88")
    zhou.sees("请核对", "HT-88")
    await zhou.taps("提交")
    zhou.sees("✅ 已录入 DD-2026-00001", "5,000 × 3.20 元 = 16,000.00 元", "批次 A12、A13")
    await zhou.taps("查看")
    zhou.sees("周助理 录入 · 业务员 李明", "合同号 HT-88")
    assert zhou.copies("复制编号") == "DD-2026-00001"
    await li.opens_customer("星河")
    await li.taps("销售记录")
    li.sees("DD-2026-00001", "周助理")
    await li.taps("1")
    li.sees("5,000 × 3.20 元 = 16,000.00 元", "周助理 录入 · 业务员 李明")


@after(star)
async def test_several_lines_make_one_order(zhou: Person) -> None:
    await begins(zhou)
    await line(zhou)
    await zhou.taps("再加一个")
    await zhou.picks("变频空调主控")
    await zhou.says("200")
    await zhou.says("3.5")
    await zhou.taps("跳过")
    await zhou.taps("完成")
    await zhou.taps("昨天")
    await zhou.taps("跳过")
    await zhou.taps("提交")
    zhou.sees("已录入 DD-2026-00001", "200 × 3.50 元 = 700.00 元")
    await zhou.taps("查看")
    zhou.sees("合计 16,700.00 元", "[第 1 行]", "[第 2 行]")
    await zhou.taps("第 2 行")
    zhou.sees("DD-2026-00001 第 2 行", "[加批次]", "[发货]", "[退货]")


@after(star)
async def test_more_batches_than_an_order_holds_are_shared_by_one_tap_or_by_numbers(zhou: Person) -> None:
    await begins(zhou)
    await line(zhou, batches="A1 A2 A3 A4")
    zhou.sees("每批数量", "拆成几张关联订单", "[平均分]")
    await zhou.says("2000 2000 500 400")
    zhou.sees("共 4 个批次、5,000 片；您写了 4 个数，合计 4,900")
    await zhou.says("2000 2000 500 500")
    zhou.sees("A1（2,000）", "A4（500）")
    await zhou.taps("完成")
    await zhou.taps("今天")
    await zhou.taps("跳过")
    await zhou.taps("提交")
    zhou.sees("DD-2026-00001", "DD-2026-00002", "拆成 2 张关联订单", "4,500 ×", "500 ×")
    await begins(zhou)
    await line(zhou, "10", "3.2", "B1 B2 B3 B4")
    await zhou.taps("平均分")
    zhou.sees("B1（3）", "B2（3）", "B3（2）", "B4（2）")


@after(star)
async def test_a_figure_far_from_the_habit_needs_its_own_tap(zhou: Person) -> None:
    await logs(zhou)
    await begins(zhou)
    await zhou.picks("变频空调主控")
    await zhou.says("50000")
    zhou.sees("⚠ 数量 50,000，以往最多一次 5,000", "[没错]", "[改]")
    await zhou.taps("改")
    await zhou.says("6000")
    zhou.sees("[3.20 元]")
    await zhou.says("32")
    zhou.sees("⚠ 单价 32.00 元，上次 3.20 元")
    await zhou.taps("没错")
    zhou.sees("批次号")


@after(star)
async def test_bad_input_says_what_to_do_and_costs_nothing(zhou: Person) -> None:
    await begins(zhou)
    await zhou.picks("变频空调主控")
    await zhou.says("很多")
    zhou.sees("不是数字")
    await zhou.says("999999999")
    zhou.sees("数量 999,999,999 不行")
    await zhou.says("5000")
    await zhou.says("0.45 EUR")
    zhou.sees("不是数字")
    await zhou.says("0.45 USD")
    await zhou.says("A12 a12")
    zhou.sees("批次 a12 写了两次")
    await zhou.says("A12:2000 A13:2000")
    zhou.sees("各批数量合计 4,000，与数量 5,000 不符")
    await zhou.says("A12:2000 A13:3000")
    zhou.sees("5,000 片 × 0.45 美元 · 批次 A12（2,000）、A13（3,000）")
    await zhou.taps("完成")
    await zhou.says("2026-11-01")
    zhou.sees("2026-11-01" if "2026-11-01" in zhou.screen else "11-01", "合同日期应在")


@after(held)
async def test_without_a_project_one_tap_asks_the_salesperson_and_keeps_a_draft(
    scene: Scene, li: Person, chen: Person, zhou: Person
) -> None:
    await begins(zhou)
    zhou.sees("还没有这个项目", STAR, "[请李明添加项目]")
    await zhou.says("BAT32G135 5000片 3.2元 批次 A12")
    zhou.sees("BAT32G135 5000片 3.2元 批次 A12")
    await zhou.taps("请李明添加项目")
    zhou.sees("✅ 已请 李明 添加项目")


@after(star)
async def test_who_logs_no_orders_has_no_way_to_it(zhao: Person, chen: Person, wang: Person) -> None:
    for person in (zhao, chen):
        await person.goes_home()
        person.sees_not("[录入订单]")
    await wang.goes_home()
    await wang.taps("录入订单")
    wang.sees("还没有可录入订单的客户")


@after(star)
async def test_a_stranger_and_who_left_log_and_read_nothing_by_message_or_old_button(
    zhou: Person, sun: Person, wu: Person
) -> None:
    await zhou.says(SAID)
    await zhou.taps("确认")
    await zhou.says(SAID.replace("5k", "6k"))
    waiting = zhou.button("确认")
    await opens_person(sun, "周助理")
    await sun.taps("停用")
    await sun.taps("确认停用")
    await zhou.presses(waiting)
    await wu.opens()
    for person in (zhou, wu):
        for said in (SAID, "批次 A12", "今日无订单", "发 2k A99", "销售记录"):
            await person.says(said)
            person.sees("使用邀请链接加入")
            person.sees_not("DD-2026", "请核对订单", STAR, "[确认]")
    await sun.goes_home()
    sun.sees("[待核对订单 (1)]")
    await sun.taps("更多")
    await sun.taps("销售记录")
    sun.sees("销售记录 · 1", "5,000")
    sun.sees_not("A99")


@wire
@after(star)
async def test_an_order_over_the_wire(zhou: Person) -> None:
    await logs(zhou)
    zhou.sees("✅ 已录入 DD-2026-00001")


@after(star)
async def test_the_form_in_english(zhou: Person) -> None:
    await zhou.speaks("English")
    await zhou.says("Home")
    await zhou.taps("Log order")
    await zhou.picks("星河")
    zhou.sees("Prices: the vendor sees them", "Project isn't listed")
