"""A draft of a contract: gone on with, never at_the_overview twice by one person, deleted."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import (
    approve,
    at_the_overview,
    attaches,
    begins,
    handed_in,
    pasted,
    signed,
    signs,
    signs_too,
    worked,
)
from tests.cast.person import Pressable


@everywhere
@after(signed)
async def test_beside_an_own_draft_of_the_year_no_other_is_begun(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
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


@after(at_the_overview)
async def test_a_form_that_is_given_up_leaves_no_draft_in_the_list(sun: Person) -> None:
    await sun.says("到站：深圳北")
    await sun.taps("取消")
    await sun.taps("放弃")
    sun.sees("没有合同", "[新建 2027 财年]")
    sun.sees_not("HT-2027-0001", "继续 2027")
    await sun.says("HT-2027-0001")
    sun.sees("草稿已删除")


@after(at_the_overview)
async def test_so_does_one_that_is_deleted_among_the_drafts(sun: Person) -> None:
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


@after(handed_in)
async def test_a_contract_that_was_sent_back_stays_where_only_its_form_is_given_up(sun: Person, chen: Person) -> None:
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


@after(at_the_overview)
async def test_who_gives_up_what_another_owner_has_begun_takes_nothing_from_him(
    scene: Scene, sun: Person, zhou: Person
) -> None:
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


@after(at_the_overview)
async def test_a_drafts_card_has_it_on_paper_as_it_stands(scene: Scene, sun: Person) -> None:
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


async def test_a_renewal_counts_what_last_years_contract_says_and_not_what_it_left_empty(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await begins(sun, 2026)
    await sun.says(pasted())
    sun.sees("签约基本信息 22/35", "商务信息 17/22", "公司业务信息 9/11")
    await attaches(sun)
    await sun.taps("提交审批")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    sun.sees("签约基本信息 21/35　缺 是否接受签约说明函", "商务信息 17/22", "公司业务信息 9/11", "附件 4/4")


@after(handed_in)
async def test_what_was_taken_back_is_gone_on_with_and_not_doubled(scene: Scene, sun: Person, chen: Person) -> None:
    await sun.taps("查看")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("已撤回", "[继续 2027 财年]")
    sun.sees_not("新建 2027", "续签 2027")
    await sun.taps("继续 2027 财年")
    sun.sees("已撤回 HT-2027-0001", "附件 4/4")
    await sun.taps("暂存草稿")
    sun.sees("草稿")
    sun.sees_not("没有填写内容")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    sun.sees("渠道签约 · 深圳市南山电子有限公司 2027")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("已撤回 · 有草稿")
    await sun.taps("继续 2027 财年")
    await sun.says("到站：深圳北")
    await sun.taps("提交审批")
    sun.sees("已提交 HT-2027-0001")
    sun.finds_not("HT-2027-0002")
    chen.sees("撤回后改动", "到站：深圳 → 深圳北")
    chen.sees_not("退回后改动")


async def test_a_colleague_goes_on_with_what_was_taken_back_too(scene: Scene, sun: Person, wu: Person) -> None:
    early = await _offer_of(sun)
    await signs(await signs_too(scene, wu))
    await wu.taps("查看")
    await wu.taps("撤回")
    await wu.taps("确认撤回")
    await sun.presses(early)
    sun.sees("已撤回 HT-2027-0001", "附件 4/4")
    sun.finds_not("HT-2027-0002")


async def _offer_of(sun: Person) -> Pressable:
    await sun.goes_home()
    await sun.taps("渠道签约")
    return sun.button("新建 2027 财年")


async def test_what_was_sent_back_is_gone_on_with_from_the_list(scene: Scene, sun: Person, chen: Person) -> None:
    early = await _offer_of(sun)
    await signs(sun)
    await chen.taps("退回修改", on="HT-2027-0001")
    await chen.says("到站、运输方式")
    await chen.says("请写到市")
    await chen.taps("提交")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("⚠ 退回修改", "[继续 2027 财年]")
    await sun.taps("继续 2027 财年")
    sun.sees("修改 1/2 · 陈经理：请写到市", "运输方式")
    await sun.taps("保留不变")
    sun.sees("修改 2/2 · 陈经理：请写到市", "到站")
    await sun.goes_home()
    await sun.presses(early)
    sun.finds_not("HT-2027-0002")


@after(at_the_overview)
async def test_what_was_begun_is_a_draft_in_every_list_before_anything_was_said(sun: Person) -> None:
    await sun.taps("暂存草稿")
    sun.sees_not("没有填写内容")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("2027 财年　草稿", "HT-2027-0001")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    sun.sees("渠道签约 · 深圳市南山电子有限公司 2027")
    await sun.taps("1")
    await sun.taps("取消")
    await sun.taps("放弃")
    sun.sees("没有草稿")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("没有合同", "[新建 2027 财年]")


@after(handed_in)
async def test_after_a_rejection_the_next_one_of_the_year_begins_with_what_was_rejected(
    sun: Person, chen: Person
) -> None:
    await chen.taps("驳回", on="HT-2027-0001")
    await chen.says("级别不符")
    await chen.taps("提交")
    sun.sees("级别不符")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("新建 2027 财年")
    sun.sees("草稿 HT-2027-0002", "缺 是否接受签约说明函", "商务信息 17/22", "附件 4/4")


@after(handed_in)
async def test_the_agencys_file_says_of_its_year_what_the_list_says(scene: Scene, sun: Person, chen: Person) -> None:
    await sun.taps("查看")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.taps("公司资料")
    sun.sees("2027 财年签约", "已撤回 · HT-2027-0001")


@after(signed)
async def test_whoever_decides_what_was_taken_back_and_handed_in_again_sees_what_isnt_as_last_year_too(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.says("是否接受签约说明函：同意\n运输方式：公路")
    await sun.taps("提交审批")
    await sun.taps("查看", on="已提交")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    await sun.taps("继续填写")
    await sun.says("到站：深圳北")
    await sun.taps("提交审批")
    chen.sees("撤回后改动", "到站：深圳 → 深圳北", "与 HT-2026-0001 不同", "运输方式：快递 → 汽运")
