"""What becomes of an order in the chat: corrected, voided, given back, shipped; 补录; batches; what the vendor reads."""

from __future__ import annotations

from datetime import datetime

from tests.cast import Person, Scene, after, everywhere
from tests.scenarios.customers.test_exports import exported
from tests.scenarios.orders.test_logging import STAR, begins, line, logs, star


async def looks_at(person: Person, number: str = "1") -> None:
    await person.opens_customer("星河")
    await person.taps("销售记录")
    await person.taps(number)


@everywhere
@after(star)
async def test_a_correction_keeps_what_stood_before_and_asks_for_the_reason_by_a_tap(zhou: Person, li: Person) -> None:
    await logs(zhou)
    await looks_at(li)
    await li.taps("更正")
    li.sees("更正 DD-2026-00001，原内容会保留", "写错", "客户改单", "其它")
    await li.picks("客户改单")
    await li.taps("修改")
    await li.picks("明细")
    await li.taps("1")
    await li.picks("数量")
    await li.says("6000")
    while "更正" not in li.buttons:
        await li.taps(next(each for each in ("完成", "回到核对", "返回", "继续", "好了") if each in li.buttons))
    li.sees("6,000 片")
    await li.taps("更正")
    li.sees("✅ 已更正 DD-2026-00001", "6,000 × 3.20 元 = 19,200.00 元")
    await li.taps("查看")
    li.sees("已更正 1 次")
    await li.taps("更正记录")
    li.sees("第 1 版", "客户改单", "5,000 × 3.20 元 = 16,000.00 元")


@after(star)
async def test_a_correction_that_changes_nothing_says_so(zhou: Person) -> None:
    await logs(zhou)
    await looks_at(zhou)
    await zhou.taps("更正")
    await zhou.picks("写错")
    await zhou.taps("更正")
    zhou.sees("没有改动")


@after(star)
async def test_batches_that_became_known_are_added_up_to_what_an_order_holds(zhou: Person) -> None:
    await logs(zhou)
    await looks_at(zhou)
    await zhou.taps("加批次")
    await zhou.says("Ａ１４")
    await zhou.taps("加批次")
    zhou.sees("✅ 已记下批次 DD-2026-00001", "批次 A12、A13、A14")
    await zhou.taps("查看")
    await zhou.taps("加批次")
    await zhou.says("A15")
    await zhou.taps("加批次")
    zhou.sees("一单最多 3 个批次")


@everywhere
@after(star)
async def test_goods_come_back_at_the_price_of_their_line_and_never_more_than_were_sold(zhou: Person) -> None:
    await logs(zhou)
    await looks_at(zhou)
    await zhou.taps("退货")
    zhou.sees("还可退 5,000 片")
    await zhou.says("6000")
    zhou.sees("6,000 片太多，最多 5,000 片")
    await zhou.says("1000")
    await zhou.taps("今天")
    await zhou.taps("跳过")
    await zhou.taps("退货")
    zhou.sees("✅ 已录入退货 DD-2026-00002", "-1,000 × 3.20 元 = -3,200.00 元")
    await looks_at(zhou, "2")
    zhou.sees("退货", "1,000 片（DD-2026-00002）")
    await zhou.taps("DD-2026-00002")
    zhou.sees("退自 DD-2026-00001", "[DD-2026-00001]")
    await zhou.taps("返回")
    zhou.sees("[作废]")
    await zhou.taps("作废")
    await zhou.taps("确认作废")
    zhou.sees("已有退货或发货")


@after(star)
async def test_goods_from_before_the_system_come_back_too(zhou: Person) -> None:
    await zhou.opens_customer("星河")
    await zhou.taps("销售记录")
    await zhou.taps("上线前退货")
    await zhou.says("BAT32G135")
    await zhou.says("300")
    await zhou.says("2.9")
    await zhou.taps("今天")
    await zhou.taps("跳过")
    await zhou.taps("退货")
    zhou.sees("上线前订单 · BAT32G135", "-300 × 2.90 元 = -870.00 元")


@after(star)
async def test_what_was_shipped_hangs_under_the_order(zhou: Person) -> None:
    await logs(zhou)
    await looks_at(zhou)
    await zhou.taps("发货")
    zhou.sees("还有 5,000 片没发")
    await zhou.says("2k")
    await zhou.taps("今天")
    await zhou.says("A12")
    await zhou.taps("发货")
    zhou.sees("✅ 已记下发货 DD-2026-00001")
    await zhou.taps("查看")
    zhou.sees("2,000 片 · A12")
    await zhou.taps("发货")
    zhou.sees("还有 3,000 片没发")
    await zhou.taps("3,000 片")
    await zhou.taps("今天")
    await zhou.taps("跳过")
    await zhou.taps("发货")
    await zhou.taps("查看")
    zhou.sees_not("[发货]")
    await zhou.taps("作废")
    await zhou.taps("确认作废")
    zhou.sees("已有退货或发货，不能作废", "发货 ", "[更正]")
    zhou.sees_not("[确认作废]")
    await zhou.opens_customer("星河")
    await zhou.taps("销售记录")
    zhou.sees("共 5,000 片、16,000.00 元")
    await zhou.taps("筛选")
    await zhou.taps("本月")
    await zhou.taps("按发货")
    zhou.sees("按发货共 5,000 片", "[按签约]")


@after(star)
async def test_what_was_never_sold_is_voided_and_stays_on_record(zhou: Person) -> None:
    await logs(zhou)
    await looks_at(zhou)
    await zhou.taps("作废")
    zhou.sees("作废 DD-2026-00001？")
    await zhou.taps("确认作废")
    zhou.sees("⛔ 已作废")
    zhou.sees_not("[更正]", "[退货]")


@everywhere
@after(star)
async def test_an_order_of_a_closed_month_waits_for_the_owners_tap(scene: Scene, zhou: Person, sun: Person) -> None:
    today = scene.now.date()
    at_the_overview = today.isoformat()
    await scene.later(days=45)
    await begins(zhou)
    await line(zhou)
    await zhou.taps("完成")
    await zhou.says(at_the_overview)
    zhou.sees("算补录，要公司主账户确认")
    await zhou.taps("继续")
    await zhou.taps("跳过")
    await zhou.taps("提交")
    zhou.sees("⏳ 补录", "已请公司主账户确认")
    sun.sees(STAR, "[确认补录]")
    await sun.taps("确认补录", on=STAR)
    zhou.sees("已由孙总确认")
    await zhou.opens_customer("星河")
    await zhou.taps("销售记录")
    zhou.sees("共 5,000 片、16,000.00 元、其中补录 5,000 片")
    await looks_at(zhou)
    zhou.sees("补录 DD-", "由孙总确认")
    zhou.sees_not("[更正]", "已更正", "[更正记录]")
    zhou.sees("更正请找公司主账户")


@after(star)
async def test_the_list_is_narrowed_and_a_batch_is_found(zhou: Person, sun: Person) -> None:
    await logs(zhou)
    await logs(sun, "100", "3.3", "B7")
    await sun.opens_customer("星河")
    await sun.taps("销售记录")
    sun.sees("销售记录 · 2", "DD-2026-00002", "DD-2026-00001 · 周助理")
    sun.sees_not("DD-2026-00002 · 孙总")  # nobody reads his own name
    await sun.taps("筛选")
    await sun.taps("按录入人")
    await sun.taps("周助理")
    sun.sees("销售记录 · 1", "只看：周助理", "DD-2026-00001")
    await sun.taps("筛选")
    await sun.taps("按型号")
    await sun.taps("BAT32G135")
    sun.sees("只看：周助理、BAT32G135")
    await sun.taps("筛选")
    await sun.taps("上月")
    sun.sees("没有符合条件的订单")
    await sun.taps("全部订单")
    await sun.says("批次 b7")
    sun.sees("销售记录 · 1", "只看：b7", "DD-2026-00002")
    await sun.taps("筛选")
    await sun.taps("查批次")
    await sun.says("批次 b7")
    sun.sees("批次 b7 · 1 单", STAR, "DD-2026-00002")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("销售记录")
    sun.sees("销售记录 · 2", STAR)


@after(star)
async def test_the_manager_reads_all_and_changes_nothing(zhou: Person, chen: Person, wang: Person) -> None:
    await logs(zhou)
    await looks_at(chen)
    chen.sees("DD-2026-00001", "深圳南山电子", "3.20 元")
    chen.sees_not("[更正]", "[作废]", "[退货]", "[加批次]")
    await wang.goes_home()
    await wang.taps("更多")
    await wang.taps("销售记录")
    wang.sees("还没有订单")


@after(star)
async def test_an_export_is_excel_with_numbers_as_numbers_and_the_old_form_beside(scene: Scene, zhou: Person) -> None:
    await begins(zhou)
    await line(zhou, batches="A12 A13")
    await zhou.taps("完成")
    await zhou.taps("今天")
    await zhou.says("=1+1")
    await zhou.taps("提交")
    await zhou.taps("主页")
    await zhou.taps("更多")
    await zhou.taps("销售记录")
    await zhou.taps("导出 Excel")
    (book,) = await exported(scene)
    lines, old, _ = book.worksheets
    head = [cell.value for cell in lines[1]]
    row = dict(zip(head, lines[2], strict=True))
    assert (row["数量"].value, row["数量"].number_format, row["单价(含税)"].value) == (5000, "#,##0", 3.2)
    assert (row["金额"].value, row["批次号"].value, row["客户"].value) == (16000, "A12、A13", STAR)
    assert (row["合同号"].value, row["合同号"].data_type) == ("=1+1", "s")
    assert isinstance(row["销售日期"].value, datetime)
    told = dict(zip([cell.value for cell in old[1]], [cell.value for cell in old[2]], strict=True))
    assert (told["批次1"], told["批次2"], told["批次3"], told["业务员"]) == ("A12", "A13", None, "李明")
