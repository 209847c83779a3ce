"""请假代理: who is away is covered, for what came before and what comes; no clock begins anew, and the record names both."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import approve, signs, worked
from tests.cast.customers import held, reported

STAR, SUN = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"


async def goes_away(person: Person, deputy: str, since: str = "今天", until: str = "11-25", *, who: str = "") -> None:
    """From home to the arrangement; `who` of those under him."""
    await person.goes_home()
    await person.taps("人员管理")
    await person.taps("请假代理")
    await person.taps("安排请假代理")
    if who:
        await person.picks(who)
    await person.picks(deputy)
    await person.says(since)
    await person.says(until)
    await person.taps("提交")


@everywhere
@after(reported)
async def test_a_deputy_covers_what_waits_and_what_comes_and_both_are_named(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    liu.finds_not(STAR)
    await goes_away(chen, "刘经理")
    chen.sees("即日起由 刘经理 代理", "陈经理 请假，刘经理 代理 · 11-23 至 11-25 · 代理中")
    liu.sees("陈经理 请假，刘经理 代理", "去审批 (1)", "👤 代 陈经理 审批", STAR, "[批准]")
    await li.reports(SUN)
    li.sees("陈经理、刘经理 一个工作日内处理")
    liu.sees("👤 代 陈经理 审批", SUN)
    chen.sees(SUN)
    chen.sees_not("代 陈经理")
    await liu.goes_home()
    liu.sees("2 条待审批")
    await liu.taps("待审批")
    liu.sees(f"1 {STAR}", f"2 {SUN}", "代 陈经理")

    await liu.picks(STAR)
    await liu.taps("批准")
    chen.sees("✅ 已批准 · 刘经理（代 陈经理）")
    await liu.rejects(SUN)
    li.sees("报备被驳回", "刘经理（代 陈经理）：该客户由总部直供")
    await li.taps("查看", on=SUN)
    li.sees("⛔ 已驳回 · 刘经理（代 陈经理）")


async def test_at_the_end_the_deputy_loses_the_card_and_who_was_away_hears_what_waits(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await goes_away(chen, "刘经理", until="今天")
    await li.reports(STAR)
    kept = liu.button("批准", on=STAR)
    await scene.later(hours=14)
    await scene.later(hours=2)
    assert "批准" not in liu.buttons_on(STAR)
    liu.finds("11-23 · 已结束")
    chen.finds("请假代理已结束，刘经理 不再代您审批", "1 条待审批")
    await liu.presses(kept)
    li.finds_not("报备通过")
    await chen.approves(STAR)
    li.sees("报备通过")


@after(reported)
async def test_it_begins_on_its_day_and_may_be_ended_before_its_time(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await goes_away(chen, "刘经理", "明天", "11-27")
    chen.sees("已安排，到时由 刘经理 代理", "未开始")
    liu.sees("陈经理 11-24 至 11-27 请假，届时由您代理审批")
    liu.finds_not(STAR)
    await scene.later(hours=15)
    liu.finds("👤 代 陈经理 审批")
    await chen.goes_home()
    chen.sees("请假中，刘经理 代理至 11-27")
    await chen.taps("人员管理")
    await chen.taps("请假代理")
    await chen.taps("1")
    await chen.taps("结束代理")
    await chen.taps("确认结束")
    chen.sees("已结束")
    assert "批准" not in liu.buttons_on(STAR)
    await chen.goes_home()
    chen.sees_not("请假中")


@after(reported)
async def test_the_clock_goes_on_and_nine_working_hours_after_the_report_the_next_level_is_asked(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await scene.later(hours=5)
    await goes_away(chen, "管理员")
    admin.sees("👤 代 陈经理 审批", STAR)
    await scene.later(hours=2)
    admin.finds("今日提醒 (1)")
    assert chen.count("今日提醒") == 1  # of three hours, before he went
    liu.finds_not(STAR)
    await scene.later(hours=17)
    liu.finds(STAR)
    await liu.approves(STAR)
    li.sees("报备通过")


async def test_where_the_head_is_the_deputy_the_next_level_after_him_is_asked(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await goes_away(chen, "刘经理")
    await li.reports(STAR)
    liu.sees(STAR)
    await scene.later(hours=25)
    assert liu.count("客户报备 BB-2026-00001") == 1
    admin.finds(STAR)


@after(held)
async def test_who_decided_does_not_hear_the_appeal_as_a_deputy_either(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await goes_away(liu, "陈经理", who="刘经理")
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.says("2026-08 起送样，对方研发王工可证")
    await wang.taps("提交")
    liu.sees("申诉 SS-2026-00001", "[申诉成立]")
    chen.finds_not("SS-2026-00001")
    await chen.goes_home()
    chen.sees_not("条待审批")


async def test_a_deputy_who_is_away_himself_is_covered_by_his_own(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await goes_away(chen, "刘经理")
    await goes_away(liu, "管理员", who="刘经理")
    await li.reports(STAR)
    admin.sees("👤 代 陈经理 审批", STAR)
    await admin.approves(STAR)
    chen.sees("✅ 已批准 · 管理员（代 陈经理）")


async def test_whoever_is_back_takes_the_cards_from_his_deputy_over_however_many_he_covered(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    he = await scene.manager("何经理", "华南")
    await goes_away(chen, "何经理")
    await goes_away(he, "刘经理")
    await goes_away(liu, "管理员", who="刘经理")
    await li.reports(STAR)
    assert "批准" in admin.buttons_on(STAR)
    await liu.goes_home()
    await liu.taps("人员管理")
    await liu.taps("请假代理")
    await liu.picks("刘经理 请假")
    await liu.taps("结束代理")
    await liu.taps("确认结束")
    assert "批准" not in admin.buttons_on(STAR)


async def test_a_head_arranges_it_for_a_manager_and_nobody_for_his_colleague(
    scene: Scene, chen: Person, liu: Person, li: Person
) -> None:
    await scene.manager("何经理", "华南")
    await goes_away(liu, "何经理", who="陈经理")
    chen.sees("刘经理 已为您安排请假代理", "11-23 至 11-25 由 何经理 代理")
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("请假代理")
    await chen.taps("安排请假代理")
    chen.sees("代理人")
    chen.sees_not("请假人", "[陈经理]")
    await chen.picks("刘经理")
    await chen.says("11-24")
    await chen.says("11-23")
    chen.sees("结束日期不能早于开始日期")
    await chen.says("11-26")
    await chen.taps("提交")
    chen.sees("陈经理 在 11-23 至 11-25 已安排请假", "开始日期")


async def test_a_deputy_who_leaves_covers_nobody(scene: Scene, li: Person, chen: Person, liu: Person) -> None:
    he = await scene.manager("何经理", "华南")
    await goes_away(chen, "何经理")
    await li.reports(STAR)
    he.sees(STAR)
    await liu.goes_home()
    await liu.taps("人员管理")
    await liu.taps("渠道经理")
    await liu.picks("何经理")
    await liu.taps("停用")
    await liu.taps("确认停用")
    chen.sees("何经理 不再代您审批")
    assert "批准" not in he.buttons_on(STAR)


async def test_a_contract_signed_by_a_deputy_names_both_on_paper(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs(sun)
    await goes_away(chen, "刘经理")
    liu.sees("渠道签约 HT-2027-0001", "👤 代 陈经理 审批", "第 1/3 级审批")
    await liu.taps("批准", on="第 1/3 级审批")
    sun.sees("刘经理（代 陈经理）已批准 HT-2027-0001")
    liu.sees_not("第 2/3 级审批")  # nobody is asked twice: his own level is the one behind
    await approve("HT-2027-0001", admin)
    await sun.taps("查看", on="签约通过")
    sun.sees("✅ 已批准 · 刘经理（代 陈经理）")
    await sun.taps("PDF 文件")
    await worked(scene)
    pages = PdfReader(BytesIO(sun.received("深圳市南山电子有限公司 2027 渠道合作协议 HT-2027-0001.pdf"))).pages
    text = "".join("".join(page.extract_text() for page in pages).split())
    assert "刘经理（代陈经理）" in text


@after(reported)
async def test_a_deputy_hands_on_the_place_of_whom_he_covers(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await goes_away(chen, "刘经理")
    await liu.taps("转交", on=STAR)
    await liu.picks("管理员")
    await liu.taps("跳过")
    await liu.taps("提交")
    liu.sees("➡ 已转交 · 刘经理（代 陈经理） → 管理员")
    await admin.approves(STAR)
    li.sees("报备通过")
