"""A draft of a contract: gone on with, never begun twice by one person, deleted."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.cast.contracts import approve, begins, signs, signs_too, worked


@everywhere
async def test_beside_an_own_draft_of_the_year_no_other_is_begun(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs(sun, year=2026)
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    early = sun.button("续签 2027 财年")
    await sun.presses(early)
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("草稿", "[继续 2027 财年]")
    sun.sees_not("续签 2027", "新建 2027")
    await sun.taps("继续 2027 财年")
    sun.sees("草稿 HT-2027-0001")
    await sun.says("是否接受签约说明函：同意")
    await sun.taps("提交审批")
    chen.sees("HT-2027-0001", "到站：深圳 → 深圳北")
    sun.finds_not("HT-2027-0002")


async def test_a_deleted_draft_is_gone_from_the_list_and_from_the_drafts(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("新建 2027 财年")
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.picks("草稿")
    await sun.taps("删除草稿")
    await sun.taps("确认删除")
    assert sun.toast == "草稿已删除"
    sun.sees("没有合同", "[新建 2027 财年]")
    sun.sees_not("HT-2027-0001", "撤回")
    await sun.says("HT-2027-0001")
    sun.sees("草稿已删除")
    sun.sees_not("撤回", "[继续填写]", "[删除草稿]", "⚠")
    await sun.taps("主页")
    await sun.taps("更多")
    if "草稿" in sun.buttons:
        await sun.taps("草稿")
        sun.sees("没有草稿")


async def test_a_form_that_is_given_up_leaves_no_draft_in_the_list(sun: Person) -> None:
    await begins(sun)
    await sun.says("到站：深圳北")
    await sun.taps("取消")
    await sun.taps("放弃")
    sun.sees("没有合同", "[新建 2027 财年]")
    sun.sees_not("HT-2027-0001", "继续 2027")
    await sun.says("HT-2027-0001")
    sun.sees("草稿已删除")


async def test_so_does_one_that_is_deleted_among_the_drafts(sun: Person) -> None:
    await begins(sun)
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    await sun.taps("取消")
    await sun.taps("放弃")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("没有合同", "[新建 2027 财年]")


async def test_a_contract_that_was_sent_back_stays_where_only_its_form_is_given_up(sun: Person, chen: Person) -> None:
    await signs(sun)
    await chen.taps("退回修改", on="HT-2027-0001")
    await chen.says("到站")
    await chen.says("请写到市")
    await chen.taps("提交")
    await sun.taps("修改并交回", on="HT-2027-0001")
    await sun.says("深圳北")
    await sun.taps("取消")
    await sun.taps("放弃")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("退回修改", "HT-2027-0001")


async def test_who_gives_up_what_another_owner_has_begun_takes_nothing_from_him(
    scene: Scene, sun: Person, zhou: Person
) -> None:
    await begins(sun)
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await signs_too(scene, zhou)
    await zhou.switches_to("公司主账户")
    await zhou.taps("渠道签约")
    await zhou.picks("草稿")
    await zhou.taps("继续填写")
    await zhou.says("到站：深圳东")
    await zhou.taps("取消")
    await zhou.taps("放弃")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("继续 2027 财年")
    sun.sees("草稿 HT-2027-0001")


async def test_a_drafts_card_has_it_on_paper_as_it_stands(scene: Scene, sun: Person) -> None:
    await begins(sun)
    sun.sees("[下载模板 · PDF]")
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.picks("草稿")
    key = sun.button("PDF 草稿")
    async with scene.at_once():
        for _ in range(3):
            await sun.presses(key)
    await worked(scene)
    sun.finds("📎 合同 PDF")
    sun.finds_not("请看下面最新的卡片")
    assert sun.count("合同 PDF\n✅ 已完成") <= sun.count("📎 合同 PDF")
    papers = [each for each in sun.phone.from_bot if "草稿.pdf" in str(each.content.get("document"))]
    assert papers
