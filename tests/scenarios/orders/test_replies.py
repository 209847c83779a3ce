"""An order that stands, corrected by a reply to the message that tells of it."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.orders.office import holds, item, stocked, tells_of

BLUE = "深圳市蓝鲸智能科技有限公司"
SAID = "星河 变频空调主控 5k 3.2元 批次 A12 昨天"
LOGGED = "已录入 DD-2026-00001"


async def logged(scene: Scene, li: Person, zhou: Person, chen: Person, said: str = SAID) -> None:
    await stocked(scene, li, chen)
    await zhou.says(said)
    await zhou.taps("确认")


@everywhere
@after(logged)
async def test_a_reply_corrects_what_was_logged_and_the_reason_is_the_only_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    zhou.acts = 0
    await zhou.replies(LOGGED, "改6k")
    zhou.sees("更正 DD-2026-00001？", "原：变频空调主控 → BAT32G139　5,000 片 × 3.20 元 · 12-02", "6,000 片 × 3.20 元")
    zhou.sees("[写错] [客户改单] [其它]")
    await zhou.taps("客户改单")
    zhou.sees("✅ 已更新", "6,000 片 × 3.20 元")
    assert zhou.acts == 2
    await zhou.taps("查看")
    zhou.sees("已更正 1 次")
    await zhou.taps("更正记录")
    zhou.sees("客户改单", "5,000 × 3.20 元", "批次 A12")


@after(logged)
async def test_price_day_and_a_slip_are_shown_beside_what_stands_there(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.replies(LOGGED, "单价 32")
    zhou.sees("5,000 片 × 32.00 元", "⚠ 上次单价 3.20 元")
    await zhou.taps("不改")
    await zhou.replies(LOGGED, "不是昨天，是前天")
    await zhou.taps("写错")
    zhou.sees("✅ 已更新")
    await zhou.replies(LOGGED, "未税2.83")
    zhou.sees("[含税 3.1979 元]", "[2.83 元已含税]")
    await zhou.taps("含税 3.1979 元")
    zhou.sees("5,000 片 × 3.1979 元 = 15,989.50 元", "合同日期 12-01")
    await zhou.taps("其它")
    zhou.sees("5,000 片 × 3.1979 元")
    await zhou.replies(LOGGED, "好的收到")
    zhou.sees("未识别：好的收到。订单没有变", "改6k", "[更正 DD-2026-00001]")


async def test_what_stands_there_already_is_said_to(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await logged(scene, li, zhou, chen)
    for said in ("改5k", "单价3.2", "昨天的"):
        await zhou.replies(LOGGED, said)
        zhou.sees("DD-2026-00001 已是这样，不用改", "5,000 片 × 3.20 元", "合同日期 12-02", "[查看] [主页]")
        zhou.sees_not("未识别", "[写错]")


async def test_of_several_rows_the_one_is_named_by_number_or_tapped(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logged(scene, li, zhou, chen, "星河 变频空调主控 5k 3.2\n星河 空调遥控器 2万 0.85")
    await zhou.replies(LOGGED, "第二个改1万")
    zhou.sees("空调遥控器 → HC32F005", "10,000 片 × 0.85 元")
    await zhou.taps("写错")
    await zhou.replies(LOGGED, "改8k")
    zhou.sees("是哪一行？", "[DD-2026-00001 变频空调主控]", "[DD-2026-00001 空调遥控器]")
    await zhou.taps("DD-2026-00001 变频空调主控")
    await zhou.taps("写错")
    zhou.sees("8,000 片 × 3.20 元", "10,000 片 × 0.85 元")
    await zhou.replies(LOGGED, "不要第二个")
    zhou.sees("去掉：空调遥控器")
    await zhou.taps("客户改单")
    zhou.sees("8,000 片 × 3.20 元")
    zhou.sees_not("空调遥控器")


@after(logged)
async def test_what_came_back_and_what_was_never_sold_are_told_by_a_reply_and_confirmed(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.replies(LOGGED, "退 500")
    zhou.sees("退货 DD-2026-00001？", "退 500 片 · 12-03")
    await zhou.taps("不改")
    await zhou.replies(LOGGED, "退 9999")
    zhou.sees("9,999 片太多，最多退 5,000 片")
    assert "退货" not in zhou.buttons
    await zhou.replies(LOGGED, "退 500")
    await zhou.taps("退货")
    zhou.sees("DD-2026-00002", "-500 片")
    await zhou.replies(LOGGED, "撤")
    zhou.sees("已有退货或发货，不能作废")
    assert "确认作废" not in zhou.buttons
    await zhou.replies("DD-2026-00002", "撤")
    zhou.sees("作废 DD-2026-00002？")
    await zhou.taps("确认作废")
    zhou.sees("⛔ 已作废 DD-2026-00002")
    await zhou.replies(LOGGED, "撤")
    await zhou.taps("确认作废")
    zhou.sees("⛔ 已作废 DD-2026-00001")
    await zhou.replies(LOGGED, "改6k")
    zhou.sees_not("[写错]")


@after(logged)
async def test_an_order_that_is_called_off_in_a_sentence_is_voided_by_two_taps(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 空调遥控器 2万 0.85")
    await zhou.taps("确认")
    await zhou.goes_home()
    for said in ("作废 星河 5k", "星河 5k 3.2 那单客户取消了", "星河 变频空调主控 5k 3.2 cancelled"):
        await zhou.says(said)
        zhou.sees("这是什么？", "[作废 DD-2026-00001]")
        zhou.sees_not("[录入订单]", "DD-2026-00002")
    await zhou.says("星河那单取消")
    zhou.sees("[作废 DD-2026-00002]", "[作废 DD-2026-00001]")
    await zhou.taps("作废 DD-2026-00001")
    zhou.sees("作废 DD-2026-00001？")
    await zhou.taps("确认作废")
    zhou.sees("⛔ 已作废 DD-2026-00001")


@after(stocked)
async def test_a_day_without_a_year_is_asked_where_its_month_is_closed(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    """As on cards; into a closed month the owner alone brings an order."""
    await scene.later(days=38)  # the tenth of January
    await zhou.says("星河 变频空调主控 5k 3.2元 昨天")
    await zhou.taps("确认")
    await zhou.replies("已录入 DD-2027-00001", "12月8日")
    zhou.sees("⚠ 12 月已结账，合同日期是哪天？", "[合同日期 01-08]")
    zhou.sees_not("[写错]", "[合同日期 2026-12-08]")
    await zhou.taps("合同日期 01-08")
    zhou.sees("合同日期 01-08", "[写错]")
    await zhou.taps("不改")
    await zhou.replies("已录入 DD-2027-00001", "2026年12月8日")
    zhou.sees("01-05 已结账，更正请找公司主账户")
    zhou.sees_not("[写错]")
    await zhou.replies("已录入 DD-2027-00001", "12月30日")
    zhou.sees("01-05 已结账，更正请找公司主账户")
    await sun.says("星河 空调遥控器 2万 0.85 昨天")
    await sun.taps("确认")
    await sun.replies("已录入 DD-2027-00002", "12月8日")
    sun.sees("⚠ 12 月已结账，合同日期是哪天？", "[合同日期 2026-12-08]", "[合同日期 01-08]")
    await sun.taps("合同日期 2026-12-08")
    sun.sees("合同日期 2026-12-08", "[写错]")
    await sun.taps("写错")
    sun.sees("✅ 已更新")


@after(logged)
async def test_after_the_month_closed_the_owner_alone_corrects_and_nobody_elses_agency_at_all(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await sun.says("星河 空调遥控器 2万 0.85 昨天")
    await sun.taps("确认")
    await scene.later(days=40)
    await zhou.replies(LOGGED, "改6k")
    zhou.sees("01-05 已结账，更正请找公司主账户")
    zhou.sees_not("[写错]")
    await sun.replies("已录入 DD-2026-00002", "改3万")
    await sun.taps("写错")
    sun.sees("✅ 已更新", "30,000 片")


@after(logged)
async def test_a_message_that_is_edited_after_it_became_an_order_changes_nothing_and_says_so(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.edits(SAID, SAID.replace("5k", "7k"))
    zhou.sees("消息改了，但 DD-2026-00001 已录入，没有随着变", "[更正 DD-2026-00001]")
    await zhou.taps("更正 DD-2026-00001")
    zhou.sees("更正 DD-2026-00001，原内容会保留", "更正原因")


async def two_logged(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    """One message told of both orders."""
    await stocked(scene, li, chen)
    await holds(scene, li, chen, BLUE)
    await tells_of(scene, BLUE, item("电动工具", "HC32L110"))
    await zhou.says("星河 变频空调主控 5k 3.2元 批次 B11\n蓝鲸 电动工具 2k 1.9元 批次 B12")
    await zhou.taps("确认全部 (2)")


async def test_a_reply_to_two_orders_names_by_customer_number_or_batch_which_it_means(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await two_logged(scene, li, zhou, chen)
    await zhou.replies(LOGGED, "蓝鲸的应该是4k")
    zhou.sees("更正 DD-2026-00002？", "4,000 片 × 1.90 元", "[写错]")
    await zhou.taps("不改")
    await zhou.replies(LOGGED, "第二个批次 A140")
    zhou.sees("✅ 已更新", "DD-2026-00002", "A140")
    await zhou.replies(LOGGED, "发 1k B12")
    zhou.sees("✅ 已更新", "DD-2026-00002", "1,000")
    for said in ("蓝鲸退100", "退100 B12"):
        await zhou.replies(LOGGED, said)
        zhou.sees("退货 DD-2026-00002？", "退 100 片", "[退货]")
        await zhou.taps("不改")
    await zhou.replies(LOGGED, "改8k")
    zhou.sees("是哪一行？")


async def test_what_is_refused_of_a_reply_leaves_room_for_another(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await logged(scene, li, zhou, chen, "星河 变频空调主控 5k 3.2元 批次 A12 A13 A14 昨天")
    await zhou.replies(LOGGED, "批次 A15")
    zhou.sees("DD-2026-00001", "可回复")
    zhou.sees_not("未识别")


async def test_an_order_is_corrected_from_home_by_its_number_or_as_that_one(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await two_logged(scene, li, zhou, chen)
    await zhou.goes_home()
    for said in ("DD-2026-00001 退 200", "星河 变频空调主控 退了200片 DD-2026-00001"):
        await zhou.says(said)
        zhou.sees("退货 DD-2026-00001？", "退 200 片", "[退货]")
        await zhou.goes_home()
    for said, now in (
        ("搞错了，刚才星河那单不是5k是4k", "4,000 片 × 3.20 元"),
        ("星河今天那单批次写错了，应该是A103", "批次 A103"),
    ):
        await zhou.says(said)
        await zhou.taps("更正 DD-2026-00001")
        zhou.sees("更正 DD-2026-00001？", now, "[写错]")
        await zhou.goes_home()
    await zhou.says("批次 B12")
    zhou.sees("蓝鲸", "DD-2026-00002")
    zhou.sees_not("这是什么")
