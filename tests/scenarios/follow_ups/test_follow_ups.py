"""客户跟进: the report written in a car park, corrected later, commented by the manager; projects over time."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after, everywhere

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"
PROJECT = ("变频空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2027-03")


async def held(li: Person, chen: Person) -> None:
    """李明 holds 星河."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()


async def with_project(li: Person, chen: Person) -> None:
    """Its first report told of a project in 研发."""
    await held(li, chen)
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project(*PROJECT)
    await li.taps("提交")
    await li.goes_home()


@everywhere
@after(held)
async def test_a_report_with_a_new_project(li: Person) -> None:
    await li.taps("写跟进")
    li.sees("写跟进 · 选择客户", "星河", "下次跟进 12-08 前")
    await li.picks("星河")
    li.sees("客户动态", "深圳市星河联创电子有限公司")
    await li.says("客户扩产，第二条线年后投产")
    li.sees("✓ 客户动态", "还没有内容")
    await li.adds_project(*PROJECT)
    li.sees("请核对", "客户动态　客户扩产，第二条线年后投产", "变频空调主控")
    await li.taps("提交")
    li.sees("✅ 已提交 GJ-2026-00001", "12-08 前写下一份跟进")
    await li.taps("查看")
    li.sees("客户跟进 GJ-2026-00001", "李明", "变频空调主控　研发（新项目）", "年预期 50,000", "样片已寄出")
    await li.taps("客户卡片")
    li.sees("项目状态　研发", "▪ 变频空调主控　研发", "上次跟进", "[写跟进]", "[跟进记录 (1)]", "[项目 (1)]")


@after(with_project)
async def test_one_changed_project_by_one_message_takes_four_acts(li: Person) -> None:
    before = li.acts
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("客户动态：首批顺利\n变频空调主控 小批 首批 500 片已下单")
    li.sees("✓ 客户动态、状态、进展 3 项", "请核对", "客户动态　首批顺利", "变频空调主控")
    await li.taps("提交")
    assert li.acts - before <= 6
    await li.taps("查看")
    li.sees("变频空调主控　研发 → 小批", "首批 500 片已下单", "年预期 50,000")


@pytest.mark.parametrize(
    ("line", "yearly", "milestone", "progress"),
    [
        ("年预期 200万", "50,000 → 2,000,000", "2027-03", ""),
        ("首批顺利，年预期：200万", "50,000 → 2,000,000", "2027-03", "首批顺利"),
        ("年预期改为 200万/年，首批顺利", "50,000 → 2,000,000", "2027-03", "首批顺利"),
        ("小批 年用量 20k 首批顺利", "50,000 → 20,000", "2027-03", "首批顺利"),
        ("小批 首批顺利，年预期上调到30万，节点改到明年6月", "50,000 → 300,000", "打样 2027-06", "首批顺利"),
        ("首批顺利，节点 量产 2027-09", "50,000", "量产 2027-09", "首批顺利"),
        ("yearly expectation 20k, first batch ok", "50,000 → 20,000", "2027-03", "first batch ok"),
        # what can't be read to its end stays where everybody sees it
        ("年预期 20~30万", "50,000", "2027-03", "年预期 20~30万"),
        ("年预期 约20万", "50,000", "2027-03", "年预期 约20万"),
        ("年预期没变，首批顺利", "50,000", "2027-03", "年预期没变，首批顺利"),
        ("比年预期 20万 低", "50,000", "2027-03", "比年预期 20万 低"),
        ("节点不变", "50,000", "2027-03", "节点不变"),
    ],
)
@after(with_project)
async def test_what_a_line_says_of_a_project_in_passing_goes_where_it_belongs(
    li: Person, line: str, yearly: str, milestone: str, progress: str
) -> None:
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says(f"客户动态：顺利\n变频空调主控 {line}")
    await li.taps("提交")
    await li.taps("查看")
    li.sees(f"年预期 {yearly}", milestone, progress)
    assert progress in ("", line) or li.screen.count("预期") + li.screen.lower().count("expectation") == 1


@after(with_project)
async def test_on_a_projects_own_screen_a_line_says_all_of_it_too(li: Person) -> None:
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("顺利")
    await li.picks("变频空调主控")
    await li.says("小批 首批 500 片已下单，年预期 200万")
    li.sees("✓ 状态、进展、年预期", "首批 500 片已下单")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("研发 → 小批", "年预期 50,000 → 2,000,000", "首批 500 片已下单")
    li.sees_not("已下单，年预期")


@pytest.mark.parametrize(
    "text",
    [
        "星河 变频空调主控 转小批了，首批 500 片已下单",
        "今天去了星河，变频空调主控进小批了，首批 500 片已下单",
        "客户：星河\n内容：首批顺利\n项目：变频空调主控\n状态：小批\n进展：首批 500 片已下单",
    ],
)
@after(with_project)
async def test_however_it_is_said_it_is_a_report_of_a_customer_that_is_held(li: Person, text: str) -> None:
    await li.says(text)
    if "这是什么？" in li.screen:  # pieces are told, too
        await li.taps("写跟进 · 深圳市星河")
    li.sees("写跟进", STAR)
    li.sees_not("未识别", "不像公司全称")
    if "内容" in text:  # labels make an item that is gone through
        li.finds("✓ 客户动态、项目名称、状态、进展 4 项")
        return
    if "今天" not in text:
        await li.says("首批顺利")
    await li.finishes()
    li.sees("变频空调主控（小批）首批 500 片已下单")


@after(with_project)
async def test_one_changed_project_by_taps_takes_at_most_six_acts(li: Person) -> None:
    before = li.acts
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("首批顺利")
    await li.taps("＋ 变频空调主控（研发）")
    li.sees("4 状态　研发", "可直接发：状态 进展")
    await li.says("小批 首批 500 片已下单")
    li.sees("请核对", "变频空调主控")
    await li.taps("提交")
    assert li.acts - before <= 6
    await li.taps("查看")
    li.sees("变频空调主控　研发 → 小批", "首批 500 片已下单")


@after(with_project)
async def test_an_imported_project_can_be_edited_and_taken_out(li: Person) -> None:
    await li.follows_up("星河", "例行拜访")
    await li.taps("＋ 变频空调主控（研发）")
    await li.taps("6")
    await li.says("8万")
    li.sees("1 变频空调主控")
    li.sees_not("＋ 变频空调主控")
    await li.taps("1")
    await li.taps("删除")
    await li.taps("删除")
    li.sees("＋ 变频空调主控（研发）")
    await li.finishes()
    await li.taps("提交")
    await li.taps("查看")
    li.sees("例行拜访")
    li.sees_not("▪")


@after(with_project)
async def test_a_second_project_of_the_same_name_is_refused_and_nothing_lost(li: Person) -> None:
    await li.follows_up("星河", "例行拜访")
    await li.taps("＋ 变频空调主控（研发）")
    await li.taps("复制")
    await li.taps("完成")
    await li.taps("完成")
    await li.finishes()
    await li.taps("提交")
    li.sees("“变频空调主控”在这份跟进里出现了两次")
    await li.taps("2")
    await li.taps("删除")
    await li.taps("删除")
    await li.taps("完成")
    await li.taps("提交")
    li.sees("✅ 已提交")


@after(held)
async def test_what_a_line_leaves_open_is_asked(li: Person) -> None:
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("客户新开一个项目\n网关主板 选型 对比三家")
    li.sees("产品领域", "家电 · 空调")
    await li.taps("家电 · 空调")
    await li.says("BAT32G999X")
    await li.says("2万")
    await li.taps("量产")
    await li.taps("2027年3月")
    await li.finishes()
    li.sees("请核对", "客户新开一个项目", "网关主板")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("网关主板　选型（新项目）", "BAT32G999X（不在产品表）", "对比三家")


@pytest.mark.parametrize("written", ["LED 驱动 主控", "led驱动主控", "LED　驱动 主控"])
@after(held)
async def test_a_project_whose_name_has_blanks_is_updated_in_a_line(li: Person, written: str) -> None:
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("客户新开一个项目\n项目名称：LED 驱动 主控\n状态：选型\n进展：对比三家")
    await li.taps("家电 · 空调")
    await li.says("BAT32G999X")
    await li.says("2万")
    await li.taps("量产")
    await li.taps("2027年3月")
    await li.finishes()
    await li.taps("提交")
    await li.taps("主页")
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says(f"客户动态：顺利\n{written} 小批 首批 500 片已下单")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("LED 驱动 主控　选型 → 小批", "首批 500 片已下单")


@after(held)
async def test_a_model_of_the_product_table_is_found_by_a_few_characters(li: Person) -> None:
    await li.follows_up("星河", "新项目")
    await li.taps("添加")
    await li.says("水泵")
    await li.says("水泵")
    await li.says("g13")
    li.sees("BAT32G135", "用“g13”")
    await li.taps("BAT32G135")
    li.sees("状态")


@after(held)
async def test_a_draft_survives_going_home(li: Person) -> None:
    await li.follows_up("星河", "写到一半")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿")
    await li.taps("1")
    li.sees("深圳市星河联创电子有限公司", "还没有内容")
    await li.finishes()
    li.sees("客户动态　写到一半")
    await li.taps("提交")
    li.sees("✅ 已提交")


@after(held)
async def test_a_report_that_was_left_is_offered_when_the_same_customer_is_written_of_again(
    li: Person, chen: Person
) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await li.follows_up("星河", "写到一半")
    await li.goes_home()
    await li.follows_up("启明", "另一家")
    li.sees(LIGHT, "还没有内容")
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河")
    li.sees("有 1 份没填完的草稿", "星河")
    await li.taps("继续 1")
    await li.finishes()
    li.sees("客户动态　写到一半")


# --- correction ---------------------------------------------------------------------------------------------------


@after(with_project)
async def test_a_correction_keeps_the_earlier_version_and_shows_the_difference(li: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    await li.taps("1")
    await li.taps("更正")
    li.sees("请核对", "更正 GJ-2026-00001", "客户动态　客户立项空调主控")
    await li.taps("修改")
    await li.taps("1")
    await li.says("客户立项两款空调主控")
    await li.taps("修改")
    await li.taps("2")
    await li.taps("1")
    await li.taps("6")
    await li.says("8万")
    await li.finishes()
    await li.taps("提交")
    li.sees("✅ 已更正 GJ-2026-00001")
    await li.taps("查看")
    li.sees("客户立项两款空调主控", "年预期 80,000", "已更正 1 次")
    await li.taps("更正记录")
    li.sees("第 2 版", "客户动态：客户立项空调主控 → 客户立项两款空调主控", "变频空调主控 · 年预期：50,000 → 80,000")


@after(with_project)
async def test_a_project_taken_out_by_a_correction_leaves_the_customer(li: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    await li.taps("1")
    await li.taps("更正")
    await li.taps("修改")
    await li.taps("2")
    await li.taps("1")
    await li.taps("删除")
    await li.taps("删除")
    await li.finishes()
    await li.taps("提交")
    await li.taps("客户卡片")
    li.sees("[项目]")
    li.sees_not("项目状态", "变频空调主控")


@after(with_project)
async def test_correcting_an_old_report_doesnt_turn_a_project_back(scene: Scene, li: Person) -> None:
    await scene.later(days=1)
    await li.follows_up("星河", "进展顺利\n变频空调主控 小批 首批已下单")
    await li.taps("提交")
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    await li.taps("2")
    await li.taps("更正")
    await li.taps("修改")
    await li.taps("1")
    await li.says("客户立项")
    await li.taps("提交")
    await li.taps("客户卡片")
    li.sees("项目状态　小批", "▪ 变频空调主控　小批")


@after(with_project)
async def test_only_its_author_corrects_a_report(sun: Person) -> None:
    await sun.opens_customer("星河")
    await sun.taps("跟进记录")
    await sun.taps("1")
    sun.sees("客户立项空调主控")
    sun.sees_not("[更正]")


# --- comments -----------------------------------------------------------------------------------------------------


@after(with_project)
async def test_a_comment_is_told_at_once_and_green_until_it_is_opened(li: Person, chen: Person) -> None:
    await chen.opens_customer("星河")
    await chen.taps("跟进记录")
    await chen.taps("1")
    await chen.taps("点评")
    chen.sees("GJ-2026-00001", "点评内容")
    await chen.says("请补充竞品价格")
    await chen.taps("提交")
    chen.sees("✅ 已发送")
    li.sees("🟢", "陈经理 点评 GJ-2026-00001", "请补充竞品价格")
    await li.goes_home()
    li.sees("🟢 1 条新点评")
    await li.taps("我的客户")
    li.sees("🟢 深圳市星河", "[🟢 查看点评 (1)]")
    await li.taps("查看点评")
    li.sees("客户跟进 GJ-2026-00001", "陈经理", "请补充竞品价格")
    await li.goes_home()
    li.sees_not("🟢")


@after(with_project)
async def test_a_comment_is_answered_and_the_thread_kept(li: Person, chen: Person) -> None:
    await chen.comments("星河", "竞品是谁")
    await li.taps("回复", on="竞品是谁")
    await li.says("友商 A，价格低 5%")
    await li.taps("提交")
    chen.sees("李明 回复", "友商 A，价格低 5%")
    await chen.taps("查看", on="友商 A")
    chen.sees("竞品是谁", "友商 A，价格低 5%")
    await li.goes_home()
    li.sees_not("🟢")


@after(with_project)
async def test_a_reply_to_the_comment_is_the_answer(li: Person, chen: Person) -> None:
    await chen.comments("星河", "竞品是谁")
    await li.replies("竞品是谁", "友商 A")
    li.sees("回复点评", "请核对", "友商 A")
    await li.replies("陈经理 点评", "价格低 5%")
    li.sees("请核对", "友商 A", "价格低 5%")
    await li.taps("提交")
    chen.sees("友商 A", "价格低 5%")


@after(with_project)
async def test_the_manager_asks_for_a_correction(li: Person, chen: Person) -> None:
    await chen.comments("星河", "年预期写错了", asks=True)
    li.sees("⚠ 请更正这份跟进", "年预期写错了")
    await li.taps("更正", on="年预期写错了")
    li.sees("请核对", "更正 GJ-2026-00001")


# --- engineers ----------------------------------------------------------------------------------------------------


@after(with_project)
async def test_an_engineer_is_assigned_told_sees_and_helps(li: Person, zhao: Person) -> None:
    await zhao.taps("我的客户")
    zhao.sees("还没有在保客户")
    await li.opens_customer("星河")
    await li.taps("技术支持")
    await li.taps("赵工")
    li.sees("✅ 赵工")
    zhao.sees("李明 请求技术支持", STAR)
    await zhao.taps("客户卡片", on="请求技术支持")
    zhao.sees(STAR, "李明 · 技术 赵工", "[写跟进]")
    await zhao.taps("写跟进")
    await zhao.says("样机测试通过\n变频空调主控 小批 测试报告已出")
    await zhao.taps("提交")
    zhao.sees("✅ 已提交 GJ-2026-00002")
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    li.sees("李明（技术 赵工）")


@after(held)
async def test_a_helper_named_in_the_report_is_assigned_by_it(li: Person, zhao: Person) -> None:
    await li.follows_up("星河", "一起拜访")
    await li.taps("跳过")
    await li.taps("赵工")
    await li.taps("完成")
    await li.taps("提交")
    zhao.sees("李明 请求技术支持", "记录了您的协助")
    await zhao.goes_home()
    await zhao.taps("我的客户")
    zhao.sees("星河")


@after(held)
async def test_a_released_engineer_sees_it_no_more(li: Person, zhao: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("技术支持")
    await li.taps("赵工")
    await zhao.taps("客户卡片", on="请求技术支持")
    await li.taps("赵工")
    zhao.sees("不再支持客户")
    await zhao.taps("写跟进", on="上次跟进" if "上次跟进" in zhao.screen else "下次跟进")
    zhao.sees("没有找到")
    assert zhao.view.count("没有找到") == 1


# --- over time ----------------------------------------------------------------------------------------------------


@after(with_project)
async def test_a_project_over_time(scene: Scene, li: Person) -> None:
    await scene.later(days=2)
    await li.follows_up("星河", "顺利\n变频空调主控 小批 首批已下单")
    await li.taps("提交")
    await li.opens_customer("星河")
    await li.taps("项目")
    li.sees("1 变频空调主控", "研发 → 小批", "年预期 50,000")
    await li.taps("1")
    li.sees("小批", "首批已下单", "研发", "样片已寄出", "BAT32G135")


@after(with_project)
async def test_reports_are_filtered_by_time(scene: Scene, li: Person) -> None:
    await scene.later(days=40)
    await li.follows_up("星河", "四十天后")
    await li.finishes()
    await li.taps("提交")
    await li.opens_customer("星河")
    await li.taps("跟进记录")
    li.sees("跟进记录 · 2", "四十天后", "客户立项空调主控")
    await li.taps("近 30 天")
    li.sees("近 30 天 1", "四十天后")
    assert "客户立项空调主控" not in li.screen


@after(held)
async def test_an_overdue_report_shows_on_home_list_and_card(scene: Scene, li: Person) -> None:
    await scene.later(days=18)
    await li.goes_home()
    li.sees("⏰ 1 个客户跟进逾期", "[写跟进 (1)]")
    await li.taps("写跟进")
    li.sees("⏰ 跟进已逾期 3 天")
    await li.picks("星河")
    await li.says("补上")
    await li.finishes()
    await li.taps("提交")
    await li.goes_home()
    li.sees_not("⏰", "[写跟进 (1)]")


async def test_the_first_project_of_an_approved_report_is_a_project(li: Person, chen: Person) -> None:
    await li.taps("报备客户")
    await li.says(
        f"客户名称：{LIGHT}\n区域：佛山\n产品领域：水泵\n总出货量：30\n在用MCU：STM32\n首个项目\n项目名称：水泵主控\n"
        "状态：选型\nMCU型号：BAT32M130\n进展：送样\n年预期：2万\n节点：小批\n节点时间：2027-05"
    )
    await li.taps("电机控制 · 水泵")
    await li.finishes()
    await li.taps("提交")
    await chen.approves(LIGHT)
    await li.goes_home()
    await li.opens_customer("启明")
    li.sees("项目状态　选型", "▪ 水泵主控　选型", "[项目 (1)]")


# --- lists and search ---------------------------------------------------------------------------------------------


@everywhere
@after(held)
async def test_customers_are_found_by_characters_pinyin_and_initials(li: Person) -> None:
    await li.taps("我的客户")
    for text in ("星河", "xinghe", "xhlc", "SZ 星河", "shenzhen", "联创"):
        await li.says(text)
        li.sees(STAR)
    await li.says("qm")
    li.sees("没有符合的客户")


@after(with_project)
async def test_the_manager_narrows_by_agency_stage_domain_and_lateness(scene: Scene, chen: Person) -> None:
    await scene.later(days=20)
    await chen.goes_home()
    await chen.taps("我的客户")
    for way, choice in (("按代理商", "深圳南山电子"), ("按项目状态", "研发"), ("按产品领域", "家电")):
        await chen.taps("筛选")
        await chen.taps(way)
        await chen.taps(choice)
        chen.sees(STAR, choice)
    await chen.taps("筛选")
    await chen.taps("逾期跟进")
    chen.sees("我的客户 · 逾期跟进 · 1", STAR)
    await chen.taps("筛选")
    await chen.taps("长期未跟进")
    chen.sees("没有符合的客户")
    await chen.taps("全部客户")
    chen.sees("我的客户 · 1")
    await scene.later(days=45)
    await chen.goes_home()
    await chen.taps("我的客户")
    await chen.taps("筛选")
    await chen.taps("长期未跟进 (1)")
    chen.sees("我的客户 · 长期未跟进 · 1", STAR)


# --- beside the form ----------------------------------------------------------------------------------------------


@after(with_project)
async def test_a_reply_to_the_reminder_is_the_report(scene: Scene, li: Person) -> None:
    await scene.later(days=13)
    li.sees("天未跟进", "[写跟进]")
    await li.replies("天未跟进", "首批顺利\n变频空调主控 小批 首批已下单")
    li.sees("请核对", "客户动态　首批顺利", "变频空调主控（小批）首批已下单")
    await li.taps("提交")
    li.sees("✅ 已提交 GJ-2026-00002")


@after(with_project)
async def test_a_reply_to_a_digest_says_which_customer_is_meant(scene: Scene, li: Person, chen: Person) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await scene.later(days=13)
    li.sees("今日提醒", "星河", "启明")
    await li.replies("今日提醒", "首批顺利\n变频空调主控 小批 首批已下单")
    li.sees("这一条是哪个客户的？", "首批顺利", "[佛山市启明电机有限公司]")
    await li.taps("深圳市星河联创")
    li.sees("请核对", "客户动态　首批顺利", "变频空调主控（小批）首批已下单")
    await li.taps("取消")
    await li.taps("放弃")
    li.sees("这一条是哪个客户的？")
    await li.taps("不要这条")
    await li.replies("今日提醒", "都正常")
    await li.replies("今日提醒", "qiming 首批顺利")
    li.sees("⏸ 跟进“都正常”", LIGHT, "✓ 客户动态：qiming 首批顺利")
    await li.finishes()
    await li.taps("提交")
    li.sees("✅ 已提交", "这一条是哪个客户的？", "都正常")
    await li.goes_home()
    await li.taps("继续：“都正常”")
    await li.taps("深圳市星河联创")
    li.sees("写跟进 · 2/4", STAR)
    await li.finishes()
    li.sees("客户动态　都正常")
    await li.goes_home()
    li.sees_not("继续：")


@after(with_project)
async def test_a_reply_to_a_digest_that_reminds_of_a_draft_too_is_a_report_as_well(
    scene: Scene, li: Person, chen: Person
) -> None:
    """Not an order, whatever number is in it."""
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await scene.later(days=9)
    await li.taps("写跟进", on="报备通过 BB-2026-00002")
    await li.says("样机已寄出")
    await li.goes_home()
    await scene.later(days=4)
    li.sees("今日提醒", "继续", "写跟进")
    await li.replies("今日提醒", "星河 试产500片通过")
    li.sees("写跟进", STAR, "✓ 客户动态：星河 试产500片通过")
    await li.goes_home()
    await li.replies("今日提醒", "启明 试产300片通过")
    li.sees("写跟进", LIGHT, "✓ 客户动态：启明 试产300片通过")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿 (3)")
    li.sees("写跟进 · 佛山市启明电机有限公司")


@after(with_project)
async def test_a_reply_to_a_digest_of_one_customer_may_tell_of_another(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=10)
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await scene.later(days=3)
    await li.replies("天未跟进", "启明 首批顺利")
    li.sees("写跟进", LIGHT, "首批顺利")
    await li.replies("天未跟进", "今天去了启明那边，首批顺利")
    li.sees("这一条是哪个客户的？", "[深圳市星河联创电子有限公司]", "[佛山市启明电机有限公司]")
    await li.taps("不要这条")
    await li.replies("天未跟进", "星河比启明快，首批顺利")
    li.sees("写跟进", STAR, "✓ 客户动态：星河比启明快，首批顺利")
    await li.replies("天未跟进", "首批顺利")
    li.sees("写跟进", STAR, "✓ 客户动态：首批顺利")


@after(with_project)
async def test_an_owner_reports_of_each_customer_in_the_digest_the_longest_silence_first(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    """Those of his people, too, by tap or by a reply that names the customer."""
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await scene.later(days=21)
    sun.sees("今日提醒 (2)", "[1 写跟进] [2 写跟进]")
    await sun.replies("今日提醒", "启明 首批顺利")
    sun.sees(LIGHT, "首批顺利")


@after(with_project)
async def test_what_is_told_of_two_customers_is_two_reports(scene: Scene, li: Person, chen: Person) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await li.goes_home()
    await li.says("星河 变频空调主控 小批 首批已下单\n启明 应急灯驱动 选型 首批2000")
    li.sees("✓ 状态、进展 2 项", STAR)
    await li.says("首批顺利")
    await li.finishes()
    li.sees("请核对", "变频空调主控（小批）首批已下单")
    li.sees_not("应急灯")
    await li.taps("提交")
    li.sees("✅ 已提交", LIGHT)
    await li.finishes()
    li.sees("请核对", "客户动态　应急灯驱动 选型 首批2000")
    await li.taps("提交")
    await li.goes_home()
    await scene.later(days=13)
    await li.replies("今日提醒", "星河 样机跑了\n启明 还没消息")
    li.sees(STAR, "样机跑了")
    await li.finishes()
    await li.taps("提交")
    li.sees("✅ 已提交", LIGHT)
    await li.finishes()
    li.sees("请核对", "客户动态　还没消息")
