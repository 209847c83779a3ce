"""Orders written as to a colleague, confirmed by one tap (docs/orders-by-message.md)."""

from __future__ import annotations

from pathlib import Path

from dialogs.core.texts import Texts
from domain.orders.reading import How
from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.scene import playing
from tests.scenarios.orders.office import STAR, holds, item, stocked, tells_of

SAID = "星河 变频空调主控 5k 3.2元 批次 A12 A13 昨天"
BLUE = "深圳市蓝鲸智能科技有限公司"


@wire
@after(stocked)
async def test_an_order_takes_a_message_and_a_tap(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    zhou.acts = 0
    await zhou.says(SAID)
    zhou.sees(STAR, "变频空调主控 → BAT32G139", "5,000 片 × 3.20 元 = 16,000.00 元", "批次 A12、A13 · 合同日期 12-02")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00001")
    assert zhou.acts == 2


@everywhere
@after(stocked)
async def test_ten_orders_in_one_message_take_two_acts_as_well(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    lines = [f"{'变频空调主控' if n % 2 else '空调遥控器'} {n}k {'3.2' if n % 2 else '0.85'}元" for n in range(1, 11)]
    zhou.acts = 0
    await zhou.says("\n".join(["星河", *lines]))
    zhou.sees("10 " + STAR, "1 单 10 行", "分成 10 单")
    await zhou.taps("确认全部 (10)")
    assert zhou.acts == 2
    zhou.sees("已录入 DD-2026-00001")
    zhou.sees_not("DD-2026-00002")


@after(stocked)
async def test_two_orders_told_as_two_are_two(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 两单：3k 3.15，2k 3.2")
    await zhou.taps("确认全部 (2)")
    zhou.sees("已录入 DD-2026-00001", "3,000 片 × 3.15 元", "已录入 DD-2026-00002", "2,000 片 × 3.20 元")


@after(stocked)
async def test_the_same_sheet_again_is_folded_and_only_what_is_new_is_confirmed(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await zhou.says(SAID)
    await zhou.taps("确认")
    await sun.says(f"{SAID}\n星河 空调遥控器 2万 0.85")
    sun.sees("已记 (1)", "20,000 片 × 0.85 元 = 17,000.00 元")
    await sun.taps("已记 (1)")
    sun.sees("DD-2026-00001 周助理 12-03")
    await sun.taps("确认")
    sun.sees("已录入 DD-2026-00002")
    await zhou.says(SAID)
    zhou.sees("已记 (1)")
    for text in ("改6k", "好的", "第一个改6k"):  # nothing stands there that could be corrected
        await zhou.says(text)
        zhou.sees_not("没有处理成功")


@after(stocked)
async def test_a_question_offers_whole_readings_and_complete_rows_dont_wait(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says(f"{SAID}\n星河 空调遥控器 50 30")
    zhou.sees("2 50 片 × 30.00 元", "2 30 片 × 50.00 元")
    await zhou.taps("确认全部 (1)")
    zhou.sees("已录入 DD-2026-00001", "50 片 × 30.00 元")
    await zhou.taps("30 片 × 50.00 元")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00002", "30 片 × 50.00 元")


@after(stocked)
async def test_what_was_filled_in_is_marked_and_what_is_left_over_is_shown(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("BAT32G139 5k 3.2元 月结30天")
    zhou.sees(STAR, "客户按项目", "项目：唯一的", "日期默认今天", "未识别：月结30天")
    await zhou.says("星河 空调遥控器 2万 0.85 PO#12345")
    zhou.sees("合同号 12345")
    zhou.sees_not("未识别")


@after(stocked)
async def test_while_a_card_is_open_a_message_without_a_name_corrects_it(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2\n星河 空调遥控器 2万 0.85")
    await zhou.says("第1个改6k")
    zhou.sees("6,000 片 × 3.20 元")
    await zhou.says("不要第二个")
    zhou.sees_not("空调遥控器 →")
    await zhou.says("价格3.3")
    await zhou.says("昨天的")
    await zhou.says("昨天的")  # as it stands there
    zhou.sees_not("未识别")
    zhou.sees("6,000 片 × 3.30 元 = 19,800.00 元", "合同日期 12-02")
    await zhou.says("天气不错")
    zhou.sees("没有找到")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00001", "6,000 片 × 3.30 元")
    await zhou.says("星河 空调遥控器 2万 0.85\n麻烦下午送，找张工签收")
    zhou.sees("未识别：麻烦下午送，找张工签收")
    await zhou.says("不要了")
    zhou.sees("已取消，没有录入")
    zhou.sees_not("没有录入。可直接写下一单")


@after(stocked)
async def test_a_reply_corrects_its_own_card_whatever_is_open(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says(SAID)
    await zhou.says("星河 空调遥控器 2万 0.85")
    await zhou.replies("请核对订单 #1", "改6k")
    zhou.sees("#1", "变频空调主控", "6,000 片 × 3.20 元")
    await zhou.replies("请核对订单 #2", "好的")
    zhou.sees("未识别，订单没有变", "20,000 片 × 0.85 元")


@wire
@after(stocked)
async def test_an_edited_message_is_read_anew_until_it_is_confirmed(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says(SAID)
    await zhou.edits(SAID, SAID.replace("5k", "7k"))
    zhou.sees("#1", "7,000 片 × 3.20 元")
    await zhou.taps("确认")
    await zhou.edits(SAID.replace("5k", "7k"), SAID)
    zhou.sees_not("5,000 片")


@after(stocked)
async def test_an_edit_keeps_what_replies_corrected_and_says_where_it_overrules_them(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    said = "星河 变频空调主控 5k 3.2\n星河 空调遥控器 2万 0.85"
    await zhou.says(said)
    await zhou.says("第一个改6k")
    await zhou.says("第二个价格0.9")
    await zhou.edits(said, f"{said} 批次 A12")
    zhou.sees("6,000 片 × 3.20 元", "20,000 片 × 0.90 元", "批次 A12")
    zhou.sees_not("不算了")
    await zhou.edits(said, f"{said.replace('5k', '7k')} 批次 A12")
    zhou.sees("7,000 片 × 3.20 元", "20,000 片 × 0.90 元", "按改后的消息：第 1 行数量。之前另改的不算了")
    await zhou.says("不要第二个")
    await zhou.edits("7k", "星河 变频空调主控 7k 3.2 今天\n星河 空调遥控器 2万 0.85 批次 A12")
    zhou.sees_not("空调遥控器")


@after(stocked)
async def test_an_edit_leaves_alone_what_its_message_has_become_already(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    said = "星河 变频空调主控 5k 3.2\n星河 空调遥控器 50 30"
    await zhou.says(said)
    await zhou.taps("确认全部 (1)")
    await zhou.edits(said, said.replace("5k", "7k"))
    zhou.sees("消息改了，但 DD-2026-00001 已录入，没有随着变", "空调遥控器")
    zhou.sees_not("7,000 片")


@after(stocked)
async def test_a_reply_to_what_was_logged_adds_batches_and_deliveries(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 批次 A12 昨天")
    await zhou.taps("确认")
    await zhou.replies("DD-2026-00001", "批次 A14")
    zhou.sees("已更新", "批次 A12、A14")
    await zhou.replies("已录入 DD-2026-00001", "发 2k A14 今天")
    zhou.sees("已发 2,000 片 · 12-03 A14")
    for text in ("发 300 P2 明天", "下周发 400"):
        await zhou.replies("已录入 DD-2026-00001", text)
        zhou.sees("还没有记下：发货日期要在今天或之前")
    await zhou.replies("已录入 DD-2026-00001", "发 300 B9 给张工")
    zhou.sees("发 300 片 · 12-03 B9", "未识别：给张工")
    await zhou.taps("发货")
    zhou.sees("已发 300 片 · 12-03 B9")


@after(stocked)
async def test_a_figure_far_from_the_habit_needs_its_own_tap(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says(SAID)
    await zhou.taps("确认")
    await zhou.says("星河 变频空调主控 5k 32")
    zhou.sees("上次单价 3.20 元", "数字无误")
    assert "确认" not in zhou.buttons
    await zhou.taps("数字无误")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00002")


@after(stocked)
async def test_once_more_and_each_change_by_a_tap_and_a_word(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says(SAID)
    await zhou.taps("确认")
    await zhou.says("星河 再来一单")
    zhou.sees("5,000 片 × 3.20 元", "数量、单价、项目同上一单", "合同日期 12-03")
    await zhou.taps("数量")
    await zhou.says("8k")
    zhou.sees("8,000 片 × 3.20 元")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00002")


@wire
@after(stocked)
async def test_an_order_waits_for_its_project(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    await li.goes_home()
    await li.taps("报备客户")
    await li.says("深圳市宏达科技有限公司")
    await zhou.says("蓝鲸 BAT32G135 3k 2.5元")
    zhou.sees("客户还没有这个项目")
    await zhou.taps("请业务员补项目")
    zhou.sees("已请 李明 补项目")
    li.sees("周助理 有一单等您补项目", BLUE, "蓝鲸 BAT32G135 3k 2.5元")
    await li.says("无")  # the push lies beside the form, which goes on
    await li.says("深圳")
    li.sees("产品领域")
    await li.taps("写跟进", on="有一单等您补项目")
    li.sees(BLUE, "客户动态")
    await tells_of(scene, BLUE, item("云台电机", "BAT32G135"))
    await scene.settled()
    zhou.sees("项目已补上")
    await zhou.taps("核对订单")
    zhou.sees("云台电机 → BAT32G135", "3,000 片 × 2.50 元")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00001")


@after(stocked)
async def test_a_late_order_counts_when_the_owner_says_so(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=10)
    await zhou.says("星河 变频空调主控 5k 3.2元 2026-11-30")
    zhou.sees("补录：11 月已结账")
    await zhou.taps("确认")
    zhou.sees("公司主账户确认后计入 11 月")
    sun.sees("补录", "周助理", "DD-2026-00001")
    await sun.goes_home()
    await sun.taps("待确认补录 (1)")
    await sun.taps("确认补录")
    sun.sees("已确认")
    await sun.goes_home()
    sun.sees_not("待确认补录")
    zhou.sees("补录 DD-2026-00001 已由孙总确认")


@after(stocked)
async def test_a_row_that_became_linked_orders_is_folded_when_it_comes_again(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    """More batches than one order holds, with their shares and without."""
    shared = "星河 变频空调主控 4500 3.2元 昨天 批次 A1(1000) A2(1000) A3(1000) A4(1500)"
    await zhou.says(shared)
    await zhou.taps("确认")
    evenly = "星河 变频空调主控 8k 3.2元 昨天 批次 B1 B2 B3 B4"
    await zhou.says(evenly)
    await zhou.taps("平均分")
    await zhou.taps("确认")
    await zhou.says(f"{shared}\n{evenly}\n星河 变频空调主控 9k 3.2元 昨天 批次 B1 B2 B3 B4")
    zhou.sees("已记 (3)", "9,000 片")
    zhou.sees_not("8,000 片")
    await zhou.taps("已记 (3)")
    zhou.sees("DD-2026-00001", "DD-2026-00002", "8,000")


@after(stocked)
async def test_a_day_without_a_year_is_asked_where_its_month_is_closed(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=29)  # the first of January
    await zhou.says("星河 变频空调主控 5k 3.2元 12月30日")
    zhou.sees("合同日期 2026-12-30", "[确认]")
    await scene.later(days=8)
    await zhou.says("星河 变频空调主控 6k 3.2元 12月8日")
    zhou.sees("⚠ 12 月已结账，合同日期是哪天？", "[合同日期 2026-12-08 · 补录]", "[合同日期 01-08]")
    assert "确认" not in zhou.buttons
    await zhou.taps("合同日期 2026-12-08 · 补录")
    zhou.sees("补录：12 月已结账，公司主账户确认后计入", "[确认]")
    await zhou.says("12月9日")
    zhou.sees("[合同日期 2026-12-09 · 补录]")
    await zhou.says("2026年12月9日")
    zhou.sees("合同日期 2026-12-09", "[确认]")
    await zhou.says("12-10")
    await zhou.says("12-10")
    zhou.sees("合同日期 2026-12-10", "[确认]")


@after(stocked)
async def test_a_return_by_message_is_negative_and_leads_to_its_order(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    for said in ("星河 变频空调主控 3k 3.1元 11-30", SAID):
        await zhou.says(said)
        await zhou.taps("确认")
    await zhou.says("星河 变频空调主控 退货")
    zhou.sees("退货 ？", "退多少片？")
    await zhou.says("4k")
    zhou.sees("退货 -4,000 片", "退的是哪一单？", "[退 DD-2026-00002 · 12-02 · 3.20 元]")
    zhou.sees_not("DD-2026-00001", "[确认]")
    await zhou.says("改200")
    zhou.sees("[退 DD-2026-00002 · 12-02 · 3.20 元]", "[退 DD-2026-00001 · 11-30 · 3.10 元]", "[其它订单]")
    await zhou.taps("退 DD-2026-00002 · 12-02 · 3.20 元")
    zhou.sees("已录入 DD-2026-00003", "-200 片 × 3.20 元")
    await zhou.says("退货 星河 变频空调主控 200")
    zhou.sees("已记 (1)")
    await zhou.says("退货 星河 变频空调主控 9000")
    zhou.sees("退货 -9,000 片")
    await zhou.taps("查看该客户订单")
    zhou.sees("销售记录", "[上线前退货]")


@after(stocked)
async def test_what_is_to_come_each_month_is_news_and_no_order_of_today(scene: Scene, li: Person, chen: Person) -> None:
    await li.says("星河 变频空调主控 量产了 12月开始每月2万 单价5.5")
    li.sees("写跟进", "深圳市星河联创")
    li.sees_not("20,000 片", "[确认]")


@after(stocked)
async def test_a_return_that_names_its_batch_is_of_the_order_that_has_it(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    for said in (SAID, "星河 变频空调主控 3k 3.1元 批次 B7"):
        await zhou.says(said)
        await zhou.taps("确认")
    await zhou.says("星河 退货 变频空调主控 200片 A12")
    zhou.sees("退的是哪一单？", "[退 DD-2026-00001 · 12-02 · 3.20 元]")
    zhou.sees_not("退 DD-2026-00002")


@after(stocked)
async def test_a_day_before_the_agency_had_the_customer_is_told_before_it_is_confirmed(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 11月1日\n星河 空调遥控器 2万 0.85")
    zhou.sees("⚠ 合同日期应在 11-23 至 12-03 之间", "[确认全部 (1)]")
    zhou.sees_not("补录")
    await zhou.taps("确认全部 (1)")
    zhou.sees("已录入 DD-2026-00001", "空调遥控器", "⚠ 合同日期应在")
    zhou.sees_not("[确认]")
    await zhou.says("11月30日")
    zhou.sees_not("合同日期应在")
    await zhou.taps("确认")
    zhou.sees("已录入 DD-2026-00002", "变频空调主控")


@after(stocked)
async def test_a_short_name_that_was_meant_is_learned_and_taken_back(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("兴河 变频空调主控 5k 3.2")
    zhou.sees("客户按同音")
    await zhou.taps("确认")
    zhou.sees("以后“兴河”就是" + STAR)
    await zhou.taps("不记“兴河”")
    zhou.sees("已不记“兴河”")
    await zhou.says("兴河 变频空调主控 7k 3.2")
    zhou.sees("客户按同音")


@after(stocked)
async def test_prices_without_tax_and_in_dollars_are_asked(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 未税2.83")
    zhou.sees("含税 3.1979 元", "2.83 元已含税")
    await zhou.taps("含税 3.1979 元")
    zhou.sees("5,000 片 × 3.1979 元 = 15,989.50 元")
    await zhou.says("星河 空调遥控器 5k USD 0.45")
    await zhou.taps("美元")
    zhou.sees("5,000 片 × 0.45 美元 = 2,250.00 美元")
    zhou.acts = 0
    await zhou.says("星河 空调遥控器 9k $0.35 未税")
    zhou.sees("什么币种，含税是多少？", "[0.35 美元已含税]", "[含税 0.3955 元]")
    await zhou.taps("含税 0.3955 美元")
    zhou.sees("9,000 片 × 0.3955 美元")
    await zhou.taps("确认")
    zhou.sees("已录入")
    assert zhou.acts == 3


@after(stocked)
async def test_a_span_of_batches_is_asked_of_a_correction_as_well(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 空调遥控器 5k 0.85 批次 B1")
    await zhou.says("批次 A12-A13")
    zhou.sees("批次是哪些？", "[批次 B1、A12-A13]")
    await zhou.taps("批次 B1、A12、A13")
    zhou.sees("批次 B1、A12、A13", "[确认]")


@after(stocked)
async def test_a_card_is_the_agencys_and_survives_the_night(
    scene: Scene, li: Person, zhou: Person, sun: Person, wang: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元")
    await scene.later(days=1)
    await sun.goes_home()
    await sun.taps("待核对订单 (1)")
    sun.sees("周助理", "星河 变频空调主控")
    await sun.taps("1")
    sun.sees("合同日期 12-03")
    async with scene.at_once():
        await sun.taps("确认")
        await zhou.taps("确认")
    assert zhou.count("已录入") + sun.count("已录入") == 1
    await wang.goes_home()
    wang.sees_not("待核对订单")


@after(stocked)
async def test_what_a_colleague_changed_is_shown_before_it_is_confirmed(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元")
    seen = zhou.button("确认")
    await sun.goes_home()
    await sun.taps("待核对订单 (1)")
    await sun.taps("1")
    await sun.says("改6k")
    await zhou.presses(seen)
    zhou.sees("刚有同事改过", "6,000 片 × 3.20 元")
    zhou.sees_not("已录入")
    await sun.taps("取消")
    await zhou.taps("确认")
    zhou.finds_not("已录入")


@after(stocked)
async def test_a_reply_reaches_its_card_above_a_half_filled_form_that_stays(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.says("星河 变频空调主控 5k 3.2元")
    await li.goes_home()
    await li.taps("报备客户")
    await li.says("深圳市宏达科技有限公司")
    asked = li.screen
    await li.replies("变频空调主控", "改6k")
    li.sees("6,000 片")
    await li.taps("确认")
    li.sees("已录入 DD-2026-00001")
    await li.taps("返回")
    assert li.screen == asked


@wire
@after(stocked)
async def test_messages_in_quick_succession_each_have_their_card_and_a_word_confirms_all(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    async with scene.at_once():
        for said in (
            "星河 变频空调主控 5k 3.2",
            "星河 空调遥控器 2万 0.85",
            "星河 空调遥控器 50 30",
            "星河 变频空调主控 300片 3.1",
        ):
            await zhou.says(said)
    zhou.sees(
        "请核对订单 #4", "刚才写的另 3 张", "变频空调主控 · 5,000 片 × 3.20 元 · 12-03", "⚠ " + STAR, "[确认全部 (3)]"
    )
    zhou.sees("[待核对订单 (4)]")
    await zhou.says("全部确认")
    zhou.sees("DD-2026-00001", "DD-2026-00002", "DD-2026-00003", "[待核对订单 (1)]")
    await zhou.goes_home()
    await zhou.says("确认全部")
    zhou.sees("待核对订单 · 1")
    await zhou.taps("1")
    await zhou.says("确认")
    zhou.sees("还有要回答的，暂不能确认", "30 片 × 50.00 元")
    await zhou.taps("30 片 × 50.00 元")
    await zhou.taps("数字无误")
    await zhou.says("确认全部")
    zhou.sees("已录入 DD-2026-00004")


@after(stocked)
async def test_what_a_colleague_changed_on_one_of_the_cards_is_shown_before_all_are_confirmed(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2")
    await zhou.says("星河 空调遥控器 2万 0.85")
    await zhou.taps("待核对订单 (2)")
    await sun.goes_home()
    await sun.taps("待核对订单 (2)")
    await sun.taps("2")
    await sun.says("改6k")
    await zhou.taps("确认全部 (2)")
    zhou.sees("刚有同事改过", "6,000 片")
    zhou.finds_not("已录入")
    await zhou.taps("确认全部 (2)")
    zhou.sees("DD-2026-00001", "DD-2026-00002")


@after(stocked)
async def test_a_draft_that_waits_for_its_project_is_told_when_the_same_is_written_again(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person
) -> None:
    await holds(scene, li, chen, BLUE)
    said = "蓝鲸 BAT32G135 3k 2.5元"
    await zhou.says(said)
    await zhou.taps("请业务员补项目")
    await sun.says(f"{said} 昨天")
    sun.sees_not("已记")
    await sun.says(said)
    sun.sees("已记 (1)")
    await sun.taps("已记 (1)")
    sun.sees("#2 周助理 12-03", "[另是一单]")
    await sun.taps("另是一单")
    sun.sees("客户还没有这个项目", "[写跟进补项目]")
    await zhou.edits(said, "蓝鲸 BAT32G135 4k 2.5元")  # the draft follows its message
    zhou.sees("#2", "4,000 片 × 2.50 元")


@after(stocked)
async def test_what_may_be_an_order_is_asked(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2 可以下单吗")
    zhou.sees("这是什么", "录入订单")
    await zhou.taps("录入订单")
    zhou.sees("5,000 片 × 3.20 元")


@after(stocked)
async def test_rows_are_parted_and_changed_one_by_one(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2\n星河 空调遥控器 2万 0.85")
    zhou.sees("1 单 2 行")
    await zhou.taps("分成 2 单")
    zhou.sees("2 单 2 行")
    await zhou.taps("修改")
    await zhou.taps("2")
    await zhou.taps("单价")
    await zhou.says("0.9")
    zhou.sees("20,000 片 × 0.90 元")
    await zhou.taps("确认全部 (2)")
    zhou.sees("DD-2026-00001", "DD-2026-00002")


async def test_a_restart_between_card_and_confirming_loses_nothing(stage_address: str, tmp_path: Path) -> None:
    async with playing(stage_address, tmp_path) as scene:
        li, zhou, chen = (scene.person(name) for name in ("李明", "周助理", "陈经理"))
        for each in (li, zhou, chen):
            await each.opens()
        await stocked(scene, li, chen)
        await zhou.says(SAID)
        zhou.sees("确认")
    async with playing(stage_address, tmp_path) as scene:
        await scene.later(days=11)
        sun = scene.person("孙总")
        await sun.opens()
        await sun.taps("待核对订单 (1)")
        await sun.taps("1")
        sun.sees("5,000 片 × 3.20 元", "合同日期 12-02")
        await sun.taps("确认", times=2)
        sun.sees("已录入 DD-2026-00001")
        assert sun.count("已录入") == 1


@after(stocked)
async def test_no_orders_today_may_be_written(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2 昨天")
    await zhou.says("今日无订单")  # no day of the card that is open
    zhou.sees("今日无订单")
    zhou.sees_not("未识别", "请核对订单")
    await zhou.taps("返回")
    zhou.sees("合同日期 12-02")


@after(stocked)
async def test_a_batch_is_looked_up_or_corrects_the_card(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 批次 A12 昨天")
    await zhou.taps("确认")
    await zhou.goes_home()
    await zhou.says("批次 A12")
    zhou.sees(STAR, "DD-2026-00001")


@after(stocked)
async def test_a_batch_that_was_cut_wrongly_goes_by_a_tap_and_another_is_written(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 批次 A12 A13")
    zhou.sees("[批次]")
    await zhou.taps("批次")
    zhou.sees("[去掉 A12] [去掉 A13]", "写批次号")
    await zhou.taps("去掉 A12")
    zhou.sees("批次 A13 ·")
    zhou.sees_not("A12")
    await zhou.taps("批次")
    await zhou.says("B7")
    zhou.sees("批次 A13、B7 ·", "[确认]")


@after(stocked)
async def test_no_order_screen_has_an_empty_button_or_quotes_around_nothing(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    for said in (
        "星河 空调遥控器 2k 1.85 2.28",
        "星河 5k",
        "星河 再来一单",
        "蓝海 空调遥控器 50 30",
        "变频空调主控 5k 3.2 批次A12-A15",
        "星河 空调遥控器 2k 0.85 下周五",
        "星河 空调遥控器 5k-6k 总价 1000元 USD",
        "退货 星河 200",
        "星河 变频空调主控 5k 3.2 11月1日",
    ):
        await zhou.says(said)
        assert "请核对订单" in zhou.screen, said
        for label in zhou.buttons:
            assert any(char.isalnum() for char in label) or set(label) & set("◀▶"), (said, zhou.buttons)
        for nothing in ("“”", "「」", '""', "（）", "()", "： ·", "、、"):
            zhou.sees_not(nothing)


@after(stocked)
async def test_a_batch_without_a_label_is_marked(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2元 A12")
    zhou.sees("批次 A12", "批次按写法认作")


def test_every_way_of_filling_a_value_has_its_words() -> None:
    texts = Texts.load()
    for language in ("zh", "en"):
        wanted = {f"order-how-{how.value.replace('_', '-')}" for how in How}
        assert wanted <= texts.keys(language)


@after(stocked)
async def test_what_is_no_correction_leaves_an_open_card_as_it_is(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, "深圳市海棠电器有限公司")
    await tells_of(scene, "深圳市海棠电器有限公司", item("外机", "BAT32G139"))
    card = ("星河", "5,000 片 × 3.20 元", "批次 A12、A13")
    for text in (
        "海棠的单子发了没",
        "海棠多少钱来着",
        "海棠那个先不急",
        "海棠 今天拜访了张工，说空调旺季前要量",
        "星河 今天拜访了张工，说空调旺季前要量",
        "中山市宏景电机有限公司 2k 3.2",
        "新客户 中山市宏景电机有限公司 年用量80万 用STM32F103 做风扇",
        "天气不错",
        "海棠",
    ):
        await zhou.says(SAID)
        await zhou.says(text)
        zhou.sees_not("已改")
        await zhou.replies("请核对订单 #1", "改6k")
        zhou.sees("✓ 已改：数量 5,000 片 → 6,000 片", STAR)
        await zhou.replies("请核对订单 #1", "改5k")
        zhou.sees(*card[1:])


@after(stocked)
async def test_a_customer_named_alone_is_looked_for_or_put_on_the_card(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await holds(scene, li, chen, "深圳市海棠电器有限公司")
    await tells_of(scene, "深圳市海棠电器有限公司", item("外机", "BAT32G139"))
    await zhou.says(SAID)
    await zhou.says("海棠")
    await zhou.taps("改待核对订单 #1")
    zhou.sees("✓ 已改：客户 " + STAR + " → 深圳市海棠电器有限公司", "外机")
    await zhou.says("换成星河")
    zhou.sees("✓ 已改：客户 深圳市海棠电器有限公司 → " + STAR)


@after(stocked)
async def test_words_of_a_correction_that_say_nothing_are_shown(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("星河 变频空调主控 5k 3.2\n星河 空调遥控器 2万 0.85")
    await zhou.says("第一个改6k，张工刚打来的")
    zhou.sees("✓ 已改：第 1 行数量 5,000 片 → 6,000 片", "未识别：张工刚打来")
    await zhou.says("不要第二个")
    zhou.sees("✓ 已改：去掉第 2 行 空调遥控器")
    await zhou.says("价格不对，应该3.3")
    zhou.sees("✓ 已改：单价 3.20 元 → 3.30 元")
    await zhou.says("少了500")
    await zhou.taps("6,500 片")
    zhou.sees("6,500 片 × 3.30 元")


@after(stocked)
async def test_an_order_for_nobody_who_is_known_says_whom_it_does_not_know(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await zhou.says("大疆 云台电机 5k 3.2元 批次 A12")
    zhou.sees("没有可录单的客户“大疆”", "查找")
    zhou.sees_not("未识别", "报备")
    await li.goes_home()
    await li.says("大疆 云台电机 5k 3.2元 批次 A12")
    li.sees("没有可录单的客户“大疆”", "新客户请先报备")
