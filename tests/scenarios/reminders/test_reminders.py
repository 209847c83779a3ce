"""Reminders in the chat: one digest, each line with the key that deals with it."""

from __future__ import annotations

from bot.serving.work import DeskWork
from domain.contracts.records import ContractState
from domain.people.records import AccountType
from tests.cast import Person, Scene, after, everywhere
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"


async def writes(li: Person, key: str = "写跟进") -> None:
    """A report of nothing but the dynamics, from a reminder."""
    await li.taps(key, on="今日提醒")
    await li.says("样片测试通过，等待立项")
    for _ in range(4):
        if "提交" in li.buttons:
            break
        await li.taps("直接核对" if "直接核对" in li.buttons else "跳过")
    await li.taps("提交")


async def test_one_digest_and_each_line_opens_its_form_filled_in(scene: Scene, li: Person, chen: Person) -> None:
    for name in (STAR, WHALE):
        await li.reports(name)
        await chen.approves(name)
    await scene.later(days=62)
    li.sees("今日提醒 (4)", "1 深圳市", "保护期剩 30 天（至 02-23）", "62 天未跟进", "[1 申请延期] [2 申请延期]")
    await li.goes_home()
    li.sees("2 个客户 30 天内到期", "2 个客户跟进逾期")
    await li.taps("1 申请延期", on="今日提醒")
    li.sees("延长几个月")


@after(held)
async def test_a_single_reminder_has_all_three_keys(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=85)
    await writes(li)
    await scene.later(days=4)
    li.sees("今日提醒 (1)", "保护期剩 3 天（至 02-23）", "[申请延期]", "[写跟进]", "[放弃保护]")
    await li.taps("放弃保护", on="今日提醒")
    li.sees("放弃原因")


@everywhere
async def test_a_line_whose_matter_is_done_disappears(scene: Scene, li: Person, chen: Person) -> None:
    for name in (STAR, WHALE):
        await li.reports(name)
        await chen.approves(name)
    await scene.later(days=10)
    li.sees("今日提醒 (2)", "10 天未跟进")
    await writes(li, "1 写跟进")
    await scene.later(days=3)
    li.sees("今日提醒 (1)", "13 天未跟进")


@after(reported)
async def test_a_manager_is_nudged_and_the_head_comes_in(scene: Scene, li: Person, chen: Person, liu: Person) -> None:
    await scene.later(hours=4)
    chen.sees("今日提醒 (1)", "客户报备", "[去审批]")
    await scene.later(days=1)
    liu.sees("客户报备 BB-2026-00001", "[批准]")
    await scene.later(days=1)
    li.sees("客户报备审批超时", STAR, "已请 陈经理、刘经理 处理")
    await liu.approves("BB-2026-00001")
    li.sees("报备通过")
    chen.finds("已批准 · 刘经理")


@after(held)
async def test_who_can_not_be_reached_is_made_known_and_finds_it_on_return(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.blocks()
    await scene.later(days=10)
    await scene.later(minutes=1)
    sun.sees("李明", "收不到消息")
    await li.opens()
    li.sees("条提醒曾未送达")
    await li.taps("更多")
    await li.taps("未送达的提醒")
    li.sees("10 天未跟进")
    await li.taps("知道了")
    li.sees_not("曾未送达")


async def test_a_draft_left_alone_is_brought_to_mind_once(scene: Scene, li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.goes_home()
    await scene.later(days=3)
    li.sees("草稿没填完", STAR, "（11-23 ", "[继续填写]")
    await li.taps("继续填写", on="今日提醒")
    li.sees("统一社会信用代码")
    await li.goes_home()
    await scene.later(days=2)
    li.sees_not("草稿没填完")


async def test_a_form_in_which_nothing_was_said_is_no_draft_and_is_not_brought_to_mind(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    """What is known anyway (a correction begins with all that stands) is nobody's work: left open, or left for home."""
    for person, name in ((li, STAR), (wang, WHALE)):
        await person.reports(name)
        await chen.approves(name)
        await person.goes_home()
        await person.taps("我的客户")
        await person.taps("1")
        await person.taps("更正资料")
    await wang.goes_home()
    wang.sees_not("已存为草稿")
    await scene.later(days=3)
    for person in (li, wang):
        person.finds_not("草稿没填完")


async def test_a_form_that_was_left_open_is_brought_to_mind_and_gone_on_with(
    scene: Scene, li: Person, wang: Person
) -> None:
    for person, name in ((li, STAR), (wang, WHALE)):
        await person.taps("报备客户")
        await person.says(name)
    await scene.later(days=2)
    await wang.taps("跳过")
    await scene.later(days=1)
    wang.sees_not("草稿没填完")
    li.sees("草稿没填完", STAR, "（11-23 ", "[继续填写]")
    await li.taps("继续填写")
    li.sees("统一社会信用代码")
    await scene.later(days=2)
    wang.sees("草稿没填完", WHALE, "（11-25 ")
    await wang.goes_home()
    for person in (li, wang):
        await person.goes_home()
        await person.taps("更多")
        await person.taps("草稿")
    for person, name in ((li, STAR), (wang, WHALE)):
        person.sees(f"1 报备客户 · {name}")
        assert "2" not in person.buttons


@after(held)
async def test_nobody_is_reminded_in_the_night(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=9, hours=15)  # 3 December, 00:41
    li.sees_not("今日提醒")
    await scene.later(hours=8)
    li.sees("今日提醒 (1)")


async def test_another_agency_hears_nothing(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    (he,) = await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    await li.reports(STAR)
    await chen.approves(STAR)
    await scene.later(days=85)
    for person in (wang, he):
        person.finds_not("星河")


async def test_the_owner_hears_that_the_years_contract_ends_and_comes_to_the_contracts(
    scene: Scene, sun: Person
) -> None:
    def signed(work: DeskWork) -> None:
        owner = next(each for each in work.people.accounts_of_chat(sun.chat))
        made = work.contracts.add(
            number="HT-2026-0001",
            agency_id=owner.agency_id or 0,
            fiscal_year=2026,
            name="2026 签约",
            created_by=owner.id,
            now=work.now,
        )
        work.contracts.set_state(made.id, ContractState.APPROVED, work.now)

    await scene.lays(signed)
    await scene.later(days=8)
    sun.sees("2026 财年合同到 12-31 为止，请提交 2027 财年签约", "[渠道签约]")
    await sun.taps("渠道签约", on="今日提醒")
    sun.sees("HT-2026-0001", "[续签 2027 财年]")


@after(held)
async def test_nobody_is_reminded_of_a_form_about_a_customer_that_is_lost(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.follows_up("星河", "样机测试中")
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("1")
    await li.taps("放弃保护")
    await li.says("客户转向别家")
    await li.taps("放弃")
    await scene.later(days=4)
    li.sees_not("草稿没填完")
    li.finds_not("草稿没填完")


@after(held)
async def test_nobody_is_reminded_of_a_report_that_cannot_be_made(
    scene: Scene, li: Person, chen: Person, wang: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备")
    await wang.goes_home()
    await scene.later(days=4)
    wang.finds_not("草稿没填完")


@after(held)
async def test_a_form_about_a_customer_that_was_lost_meanwhile_says_so_and_keeps_its_answers(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.follows_up("星河", "样机测试中")
    await scene.later(days=3)
    li.sees("草稿没填完", "写跟进")
    await scene.later(days=97)
    li.sees("客户进入资源池")
    await li.taps("继续填写", on="草稿没填完")
    li.sees("已不能提交", f"客户 {STAR} 已于 03-03 09:41 不在贵公司名下", "客户动态：样机测试中", "[打开草稿]")
    await li.goes_home()
    li.sees("[报备客户]")


# --- what is done loses its keys in the message that was sent ---------------------------------------------------------


@everywhere
async def test_a_digest_that_was_sent_loses_the_keys_of_what_is_done(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    for name in (STAR, WHALE):
        await li.reports(name)
        await chen.approves(name)
    await scene.later(days=86)
    assert li.buttons_on("今日提醒") == ["1 申请延期", "2 申请延期", "3 写跟进", "4 写跟进", "主页"]
    assert sun.buttons_on("今日提醒") == ["1 申请延期", "2 申请延期", "3 写跟进", "4 写跟进", "主页"]
    await li.taps("1 申请延期", on="今日提醒")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    for person in (li, sun):  # what is being filled in has settled nothing
        assert "2 申请延期" in person.buttons_on("今日提醒")
    await li.taps("提交")
    assert li.buttons_on("今日提醒") == ["1 申请延期", "2 写跟进", "3 写跟进", "主页"]
    assert sun.buttons_on("今日提醒") == ["1 申请延期", "2 写跟进", "3 写跟进", "主页"]
    await chen.taps("批准 2 个月")
    assert li.buttons_on("今日提醒") == ["1 申请延期", "2 写跟进", "3 写跟进", "主页"]
    await li.taps("1 申请延期", on="今日提醒")
    li.sees("申请延期", WHALE)
    await li.goes_home()
    await sun.says(WHALE)
    await sun.taps("1")
    sun.sees(WHALE)
    await sun.taps("放弃保护")
    await sun.says("客户转向别家")
    await sun.taps("放弃")
    assert li.buttons_on("今日提醒") == ["写跟进", "主页"]
    assert sun.buttons_on("今日提醒") == ["写跟进", "客户卡片", "主页"]
    await writes(li)
    for person in (li, sun):
        assert person.buttons_on("今日提醒") == ["主页"]
        person.finds("今日提醒\n都已处理。")
        assert person.count("今日提醒") == 1


@after(held)
async def test_what_is_open_again_has_its_key_again(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(days=89)
    await li.taps("1 申请延期", on="今日提醒")
    await li.says("2")
    await li.says("样机测试中，预计三月量产")
    await li.taps("提交")
    assert li.buttons_on("今日提醒")[0] == "写跟进"
    await li.taps("查看")
    await li.taps("撤回")
    await li.taps("确认撤回")
    assert li.buttons_on("今日提醒")[:2] == ["1 申请延期", "2 写跟进"]


@after(reported)
async def test_a_report_that_was_written_and_a_request_that_was_decided_lose_their_keys(
    scene: Scene, li: Person, chen: Person
) -> None:
    await scene.later(hours=4)
    assert "去审批" in chen.buttons_on("今日提醒")
    await chen.taps("批准", on="近一年被拒")
    assert chen.buttons_on("今日提醒") == ["主页"]
    await scene.later(days=10)
    assert "写跟进" in li.buttons_on("今日提醒")
    await writes(li)
    assert li.buttons_on("今日提醒") == ["主页"]


async def test_a_draft_that_was_submitted_is_nothing_to_go_on_with(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    for person, name in ((li, STAR), (wang, WHALE)):
        await person.reports(name)
        await chen.approves(name)
        await person.follows_up(name, "样机测试中")
        await person.goes_home()
    await scene.later(days=3)
    await li.taps("继续填写", on="今日提醒")
    for _ in range(4):
        if "提交" in li.buttons:
            break
        await li.taps("直接核对" if "直接核对" in li.buttons else "跳过")
    assert "继续填写" in li.buttons_on("今日提醒")
    await li.taps("提交")
    assert li.buttons_on("今日提醒") == ["主页"]
    assert "继续填写" in wang.buttons_on("今日提醒")
