"""Contracts: filled in, submitted, decided on three levels, renewed; what goes wrong on the way."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from domain.base.events import to_facts
from domain.base.rights import EVERYTHING
from domain.contracts.documents import AttachmentRead
from storage.records.events import StoredLog
from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.contracts import (
    approve,
    at_the_overview,
    attaches,
    begins,
    handed_in,
    pasted,
    pdf,
    picture,
    signed,
    signs,
    signs_too,
    worked,
)
from tests.scenarios.people.test_people import opens_agency
from tests.scenarios.registration.test_registration import BLUE, fills_in, passes_the_door

PAPER = "深圳市南山电子有限公司 2027 渠道合作协议 HT-2027-0001"


@wire
@after(handed_in)
async def test_a_contract_is_signed_on_three_levels(sun: Person, chen: Person, liu: Person, admin: Person) -> None:
    sun.sees("已提交 HT-2027-0001", "陈经理", "刘经理", "管理员")
    chen.sees("渠道签约 HT-2027-0001", "深圳市南山电子有限公司", "华芯信息 · 分销商 DB · 金牌分销商", "第 1/3 级审批")
    liu.sees_not("HT-2027-0001")
    await chen.taps("批准", on="HT-2027-0001")
    chen.sees("已批准 · 陈经理", "待 刘经理 审批")
    sun.sees("陈经理已批准 HT-2027-0001", "待 刘经理 审批")
    await liu.taps("批准", on="HT-2027-0001")
    await admin.taps("批准", on="HT-2027-0001")
    sun.sees("签约通过 HT-2027-0001")
    await sun.taps("查看", on="签约通过")
    sun.sees("✅ 已批准", "审批流程　陈经理 → 刘经理 → 管理员")


async def test_a_first_contract_by_paste_takes_at_most_8_acts(sun: Person) -> None:
    await sun.goes_home()
    before = sun.acts
    await sun.taps("渠道签约")
    await sun.taps("新建 2027 财年")
    await sun.says(pasted())
    await attaches(sun)
    await sun.taps("提交审批")
    sun.sees("已提交")
    assert sun.acts - before <= 8


@after(signed)
async def test_a_renewal_takes_at_most_5_acts(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    before = sun.acts
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    sun.sees("草稿 HT-2027-0001", "缺 是否接受签约说明函")
    await sun.taps("继续")
    await sun.taps("同意")
    await sun.taps("提交审批")
    sun.sees("已提交 HT-2027-0001")
    assert sun.acts - before <= 5
    chen.sees("HT-2027-0001", "附件　正式合同", "与 HT-2026-0001 相同")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("2027 财年　⏳ 待 陈经理")
    sun.sees_not("续签 2027")  # nor once it is sent back
    await chen.taps("退回修改", on="HT-2027-0001")
    await chen.says("到站")
    await chen.says("请写到市")
    await chen.taps("提交")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("⚠ 退回修改")
    sun.sees_not("续签 2027", "新建 2027")


@after(signed)
async def test_a_renewal_that_was_left_keeps_its_documents(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    sun.sees("附件 4/4")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.picks("草稿")
    await sun.taps("继续填写")
    sun.sees("附件 4/4")


@after(signed)
async def test_a_renewal_that_was_open_elsewhere_is_told_what_waits(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    early = sun.button("续签 2027 财年")
    await sun.taps("续签 2027 财年")
    await sun.taps("继续")
    await sun.taps("同意")
    await sun.taps("提交审批")
    await sun.presses(early)
    sun.finds_not("HT-2027-0002")


async def test_the_approver_sees_at_a_glance_what_is_signed_and_what_differs_from_last_year(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs(sun, year=2026)
    chen.sees(
        "华芯信息 · 分销商 DB · 金牌分销商",
        "年总营业额　12,000 万元",
        "附件　正式合同、营业执照、法人身份证复印件、注册登记表",
    )
    chen.sees_not("不同", "相同")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    changed = pasted("战略合作伙伴", "核心").replace("年总营业额：1.2亿元", "年总营业额：9000")
    await sun.says(changed.replace("到站：深圳\n", "到站：深圳北\n").replace("运输方式：快递", "运输方式：汽运"))
    await sun.taps("提交审批")
    chen.sees("与 HT-2026-0001 不同", "签约类型：分销商 DB → 战略合作伙伴 ISP", "渠道级别：金牌分销商 → 核心")
    chen.sees("年总营业额：12,000 万元 → 9,000 万元", "等 2 项")
    chen.sees_not("签约财年：", "签约名称：", "是否接受")
    await chen.taps("详情", on="HT-2027-0001")
    chen.sees("与 HT-2026-0001 的其它不同", "运输方式：快递 → 汽运", "到站：深圳 → 深圳北")


# --- filling in ---------------------------------------------------------------------------------------------------


@after(at_the_overview)
async def test_submitting_names_every_gap_and_each_is_one_tap_away(sun: Person) -> None:
    await sun.says(pasted(without=("到站", "贵公司总经理")))
    await attaches(sun, "正式合同", "营业执照")
    await sun.taps("提交审批")
    sun.sees("还有 3 项必填", "贵公司总经理", "到站", "附件：法人身份证复印件、注册登记表")
    await sun.taps("2")
    sun.sees("到站")
    await sun.says("深圳")
    sun.sees("贵公司总经理")  # the next gap, and nothing that may stay empty
    await sun.says("孙总")
    sun.sees("附件", "法人身份证复印件")
    await attaches(sun, "法人身份证复印件", "注册登记表")
    await sun.taps("总览")
    await sun.taps("提交审批")
    sun.sees("已提交")


@after(at_the_overview)
async def test_another_entity_tells_what_it_clears_and_changing_back_restores(sun: Person) -> None:
    await sun.says(pasted())
    await sun.taps("查看全部")
    await sun.says("4")
    await sun.taps("华芯软件")
    sun.sees("这样改，以下 2 项要重填", "签约类型", "渠道级别")
    await sun.taps("确认更改")
    await sun.taps("总览")
    sun.sees("缺 签约类型")
    await sun.taps("查看全部")
    await sun.says("4")
    await sun.taps("华芯信息")
    sun.sees("已恢复原来填的 2 项")
    await sun.taps("总览")
    await sun.taps("查看全部")
    sun.sees("签约类型　分销商 DB", "渠道级别　金牌分销商")


@after(at_the_overview)
async def test_a_draft_waits_on_the_list_and_goes_on_where_it_was(sun: Person) -> None:
    await sun.says("联系人职位：渠道总监\n到站：深圳")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("HT-2027-0001", "草稿")
    await sun.taps("1")
    await sun.taps("继续填写")
    await sun.taps("查看全部")
    sun.sees("渠道总监")


@after(at_the_overview)
async def test_the_manager_is_found_by_pinyin_unit_or_number(sun: Person) -> None:
    await sun.says("签约渠道经理：cjl\n签约主体：hxxx")
    await sun.taps("查看全部")
    sun.sees("签约渠道经理　陈经理 · 华南", "签约主体　华芯信息")


async def test_one_who_is_no_owner_has_no_contracts(li: Person) -> None:
    assert not any("渠道签约" in each for each in li.buttons)


async def test_who_registered_is_proposed_as_entity_and_general_manager_and_never_filled_in_silently(
    scene: Scene, wu: Person, chen: Person
) -> None:
    await passes_the_door(scene, wu)
    await fills_in(wu, share=False)
    await wu.taps("提交注册")
    await chen.approves(BLUE)
    await begins(wu)
    wu.sees("缺 是否接受签约说明函、签约主体")
    await wu.taps("继续")
    await wu.taps("同意")
    wu.sees("签约主体", "[华芯信息]")
    await wu.taps("华芯信息")
    await wu.says(pasted(without=("是否接受签约说明函", "签约主体", "贵公司总经理", "总经理手机", "总经理电子邮件")))
    wu.sees("贵公司总经理")
    for proposed in ("吴海", "138 0013 8000", "wu@example.com"):
        wu.sees(f"[{proposed}]")
        await wu.taps(proposed)
    await wu.taps("总览")
    wu.sees_not("缺 贵公司总经理", "总经理手机")


@after(at_the_overview)
async def test_three_industries_and_customers_are_needed_unless_the_policy_asks_for_fewer(
    scene: Scene, sun: Person
) -> None:
    await sun.says(pasted(without=("主要行业3", "主要行业3服务器年销售额", "主要客户3", "主要客户3服务器年销售额")))
    await attaches(sun)
    sun.sees("缺 主要行业（还缺 1 项）、主要客户（还缺 1 项）", "[继续：主要行业（缺 1）]")
    await sun.taps("提交审批")
    sun.sees("还有 2 项必填")
    await sun.taps("1")
    sun.sees("主要行业", "1 制造", "2 教育")
    await sun.taps("完成")
    sun.sees("至少要有 3 项")
    await sun.taps("再加一个")
    await sun.taps("医疗")
    await sun.says("80")
    await sun.taps("完成")
    scene.policy(contract={"required_industries": 2})
    await sun.taps("总览")
    await sun.taps("提交审批")
    sun.sees("已提交")


@after(at_the_overview)
async def test_the_same_trade_twice_is_one(sun: Person) -> None:
    twice = pasted().replace("主要行业3：医疗", "主要行业3：教育")
    assert twice != pasted()
    await sun.says(twice)
    sun.sees("“教育”已填过")
    await attaches(sun)
    await sun.taps("提交审批")
    sun.sees("还有 1 项必填", "主要行业 3 · 主要行业")


@after(at_the_overview)
async def test_a_line_of_several_that_was_refused_stays_until_somebody_puts_it_away(sun: Person) -> None:
    await sun.says("主要行业1：政府 500、教育 300、医疗 200")
    sun.sees("未识别")
    await sun.says("主要行业1：政府\n主要行业3：制造")
    await sun.taps("未识别")
    sun.sees("政府 500、教育 300、医疗 200")


async def test_contracts_are_found_by_type_level_state_and_pinyin(
    scene: Scene, sun: Person, qian: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs(qian)
    await approve("HT-2027-0001", chen, liu, admin)
    await signs(sun, "战略合作伙伴", "核心")
    await begins(sun, 2026)
    for text, found, besides in (
        ("分销商", "HT-2027-0001", "HT-2027-0002"),
        ("fxs", "HT-2027-0001", "HT-2027-0002"),
        ("核心", "HT-2027-0002", "HT-2027-0001"),
        ("已批准", "HT-2027-0001", "HT-2027-0002"),
        ("approved", "HT-2027-0001", "HT-2027-0002"),
        ("审批中 2027", "HT-2027-0002", "HT-2027-0001"),
        ("nsdz", "HT-2027-0002", "HT-2027-0001"),
        ("tianhe 金牌", "HT-2027-0001", "HT-2027-0002"),
        ("ISP", "HT-2027-0002", "HT-2027-0001"),
    ):
        await chen.goes_home()
        await chen.taps("渠道签约")
        await chen.says(text)
        chen.sees(f"“{text}” 1", found, "[全部合同]")
        chen.sees_not(besides, "HT-2026-0001")  # a draft is its agency's own
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.says("草稿 2026")
    sun.sees("HT-2026-0001")
    sun.sees_not("HT-2027-0002")


# --- deciding -----------------------------------------------------------------------------------------------------


@after(handed_in)
async def test_what_changed_since_the_return_is_on_the_managers_card(sun: Person, chen: Person) -> None:
    await chen.taps("退回修改", on="HT-2027-0001")
    await chen.says("到站")
    await chen.says("请写到市")
    await chen.taps("提交")
    sun.sees("⚠ 退回修改", "到站", "请写到市")
    await sun.taps("修改并交回", on="请写到市")
    sun.sees("修改 · 陈经理：请写到市", "到站")
    await sun.says("深圳北")
    await sun.taps("回复陈经理")
    await sun.says("按新站")
    await sun.taps("提交审批")
    chen.sees("退回后改动", "到站：深圳 → 深圳北", "孙总：按新站")


async def test_a_dealer_is_bound_to_a_distributor_before_it_is_approved(
    scene: Scene, sun: Person, qian: Person, chen: Person, liu: Person, admin: Person
) -> None:
    he = await scene.manager("何经理", "华南")
    await signs(qian)
    await approve("HT-2027-0001", chen, liu, admin)
    await signs(sun, "经销商", "一级经销商")
    chen.sees("HT-2027-0002", "批准前须选定分销商和联系人")
    assert "批准" not in chen.buttons_on("HT-2027-0002")
    await chen.taps("选择分销商", on="HT-2027-0002")
    await chen.taps("广州天河微电")
    await chen.taps("钱总")
    await chen.taps("提交")
    chen.sees("绑定分销商", "广州天河微电 · 钱总")
    await chen.taps("去审批")
    await chen.taps("加签", on="第 1/3 级审批")
    await chen.picks("何经理")
    await chen.taps("在我之前")
    await chen.taps("跳过")
    await chen.taps("提交")
    await approve("HT-2027-0002", he)
    await chen.taps("改选分销商", on="HT-2027-0002")  # a signer before him doesn't take that from him
    await chen.taps("广州天河微电")
    await chen.taps("钱总")
    await chen.taps("提交")
    await approve("HT-2027-0002", chen)
    liu.sees("HT-2027-0002", "绑定分销商　广州天河微电 · 钱总")


@everywhere
@after(at_the_overview)
async def test_of_two_contracts_of_a_year_one_wins(
    scene: Scene, sun: Person, wu: Person, chen: Person, liu: Person, admin: Person
) -> None:
    """Two owners began one each, before either was handed in."""
    await sun.says(pasted())
    await signs(await signs_too(scene, wu))
    await attaches(sun)
    await sun.taps("提交审批")
    for number in ("HT-2027-0001", "HT-2027-0002"):
        await approve(number, chen, liu)
    first, second = admin.button("批准", on="HT-2027-0001"), admin.button("批准", on="HT-2027-0002")
    async with scene.at_once():
        await admin.presses(first)
        await admin.presses(second)
    assert sun.count("签约通过") + wu.count("签约通过") == 1
    assert sun.count("已获批准，同一财年的") + wu.count("已获批准，同一财年的") == 1
    admin.finds("本合同不再审批")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees_not("新建 2027")


@after(at_the_overview)
async def test_a_draft_of_a_year_that_is_decided_says_so_is_not_brought_to_mind_and_can_be_deleted(
    scene: Scene, sun: Person, wu: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.says("联系人职位：渠道总监\n到站：深圳")
    await sun.goes_home()
    await signs(await signs_too(scene, wu))
    await approve("HT-2027-0002", chen, liu, admin)
    await scene.later(days=3)
    sun.finds_not("草稿没填完")
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("2")
    sun.sees("⚠ 该财年已有批准的合同 HT-2027-0002", "[删除草稿]")
    sun.sees_not("[继续填写]")
    await sun.taps("主页")
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    sun.sees("2027”已不能提交", "2027 财年已有批准的合同 HT-2027-0002", "[删除草稿]")
    await sun.taps("删除草稿")
    sun.sees("已取消：渠道签约", "没有草稿")


@after(at_the_overview)
async def test_a_suspended_agencys_draft_waits_in_silence_and_goes_on_afterwards(
    scene: Scene, sun: Person, chen: Person
) -> None:
    await sun.says("联系人职位：渠道总监\n到站：深圳")
    await sun.goes_home()
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("暂停合作")
    await chen.taps("确定")
    await scene.later(days=3)
    sun.finds_not("草稿没填完")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    sun.sees("已不能提交", "目前不能签约", "[删除草稿]")
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("恢复合作")
    await chen.taps("确定")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    sun.sees("[提交审批]")


@everywhere
@after(handed_in)
async def test_two_levels_at_once_decide_in_order(scene: Scene, sun: Person, chen: Person, liu: Person) -> None:
    approving = chen.button("批准", on="HT-2027-0001")
    async with scene.at_once():
        await chen.presses(approving)
        await chen.presses(approving)
    liu.sees("HT-2027-0001", "第 2/3 级审批")
    assert liu.count("渠道签约 HT-2027-0001") == 1


@after(handed_in)
async def test_a_contract_that_is_taken_back_is_off_the_managers_table(sun: Person, chen: Person) -> None:
    await sun.taps("查看")
    await sun.taps("撤回")
    await sun.taps("确认撤回")
    sun.sees("已撤回")
    chen.sees("已撤回 · 孙总")


@after(at_the_overview)
async def test_the_approved_contracts_manager_becomes_the_agencys(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person, li: Person
) -> None:
    await sun.says(pasted().replace("签约渠道经理：陈经理", "签约渠道经理：刘经理"))
    await attaches(sun)
    await sun.taps("提交审批")
    await approve("HT-2027-0001", liu, admin)
    sun.sees("签约通过")
    await li.reports("深圳市星河联创电子有限公司")
    li.sees("刘经理")


async def test_where_it_names_a_manager_of_another_unit_the_agency_is_of_that_unit(
    scene: Scene, sun: Person, admin: Person, li: Person
) -> None:
    he = await scene.manager("何经理", "华东")
    await begins(sun)
    await sun.says(pasted().replace("签约渠道经理：陈经理", "签约渠道经理：何经理"))
    await attaches(sun)
    await sun.taps("提交审批")
    await approve("HT-2027-0001", he, admin)
    sun.sees("签约通过")
    await he.taps("代理商档案")
    he.sees("深圳市南山电子有限公司", "合作中 · 华东", "渠道经理 何经理", "[合作状态]")
    await li.reports("深圳市星河联创电子有限公司")
    await he.approves("深圳市星河联创电子有限公司")
    li.sees("报备通过")


# --- approval paths -----------------------------------------------------------------------------------------------


async def test_an_administrator_sets_the_path_of_a_unit_in_the_chat(sun: Person, chen: Person, admin: Person) -> None:
    await admin.taps("人员管理")
    await admin.taps("省区与行业")
    await admin.taps("审批流程")
    admin.sees("华南", "签约渠道经理 → 刘经理 → 管理员")
    await admin.taps("1")
    await admin.taps("修改流程")
    await admin.says("1")
    await admin.taps("2")
    await admin.taps("删除")
    await admin.taps("删除")
    await admin.taps("完成")
    await admin.taps("提交")
    admin.sees("审批流程已更新", "签约渠道经理 → 刘经理")
    await signs(sun)
    sun.sees("审批：陈经理 → 刘经理")


async def test_the_policys_path_holds_again_where_the_chats_is_taken_back(sun: Person, admin: Person) -> None:
    await admin.taps("人员管理")
    await admin.taps("省区与行业")
    await admin.taps("审批流程")
    await admin.taps("1")
    await admin.taps("修改流程")
    await admin.says("1")
    await admin.taps("2")
    await admin.taps("删除")
    await admin.taps("删除")
    await admin.taps("完成")
    await admin.taps("提交")
    admin.sees("签约渠道经理 → 刘经理")
    await admin.taps("主页")
    await admin.taps("人员管理")
    await admin.taps("省区与行业")
    await admin.taps("审批流程")
    await admin.taps("1")
    await admin.taps("恢复策略文件")
    admin.sees("按策略文件", "2 省区负责人（刘经理）", "3 管理员（管理员）")
    await signs(sun)
    sun.sees("陈经理 → 刘经理 → 管理员")


# --- documents ----------------------------------------------------------------------------------------------------


@after(handed_in)
async def test_a_contract_becomes_a_pdf_for_both_sides(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await approve("HT-2027-0001", chen, liu, admin)
    for person, message in ((sun, "签约通过"), (chen, "渠道签约 HT-2027-0001")):
        await person.taps("查看" if person is sun else "详情", on=message)
        if person is chen:
            await person.taps("签约卡片")
        await person.taps("PDF 文件")
        await worked(scene)
        pages = PdfReader(BytesIO(person.received(f"{PAPER}.pdf"))).pages
        text = "".join(page.extract_text() for page in pages)
        for words in (
            "合同编号：HT-2027-0001",
            "甲方（盖章）：华芯信息有限公司",
            "金牌分销商",
            "深圳市南山区仓库 2 号",
            "12,000 万元",
            "审批记录",
            "第 3 级",
            "管理员",
        ):
            assert words in text, words


@after(at_the_overview)
async def test_what_is_not_approved_comes_on_paper_as_a_draft(scene: Scene, sun: Person, chen: Person) -> None:
    await sun.says(pasted(without=("渠道级别",)))
    await attaches(sun, "营业执照")
    await sun.taps("下载模板")
    await sun.taps("生成 PDF 草稿")
    await worked(scene)
    draft = PdfReader(BytesIO(sun.received(f"{PAPER} 草稿.pdf"))).pages
    assert [page for page in draft if "草稿" not in page.extract_text()] == []
    text = "".join("".join(page.extract_text() for page in draft).split())
    for words in (
        "甲方名称华芯信息有限公司",
        "渠道级别为________",
        "签约渠道经理陈经理",
        "主要行业制造500万元",
        "营业执照.pdf",
    ):
        assert words in text, words
    await sun.taps("返回")
    await sun.says("渠道级别：金牌分销商")
    await attaches(sun)
    await sun.taps("提交审批")
    await chen.taps("详情", on="HT-2027-0001")
    await chen.taps("签约卡片")
    await chen.taps("PDF 文件")
    await worked(scene)
    assert "待审批" in PdfReader(BytesIO(chen.received(f"{PAPER} 待审批.pdf"))).pages[0].extract_text()


@after(handed_in)
async def test_what_was_sent_back_and_handed_in_again_is_still_the_first_version(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await chen.taps("退回修改", on="HT-2027-0001")
    for words in ("到站", "请写到市"):
        await chen.says(words)
    await chen.taps("提交")
    await sun.taps("修改并交回", on="HT-2027-0001")
    await sun.taps("总览")
    sun.sees("附件 4/4", "[回复陈经理]")
    sun.sees_not("下一空：回复审批人")
    await sun.taps("下载模板")
    await sun.taps("生成 PDF 草稿")
    await worked(scene)
    assert "版本：第1版" in _read(sun.received(f"{PAPER} 草稿.pdf"))
    await sun.taps("返回")
    await sun.says("到站：深圳北")
    await sun.taps("提交审批")
    await sun.taps("查看", on="已提交")
    await sun.taps("PDF 文件")
    await worked(scene)
    pending = _read(sun.received(f"{PAPER} 待审批.pdf"))
    assert "版本：第1版" in pending
    assert "本文本为合同HT-2027-0001的第1版" in pending
    await approve("HT-2027-0001", chen, liu, admin)
    await sun.taps("查看", on="签约通过")
    await sun.taps("PDF 文件")
    await worked(scene)
    assert "版本：第1版" in _read(sun.received(f"{PAPER}.pdf"))


def _read(content: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@after(at_the_overview)
async def test_a_template_is_filled_in_at_the_computer_and_sent_back(scene: Scene, sun: Person) -> None:
    await sun.taps("下载模板")
    await sun.taps("生成 Excel 模板")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received("HT-2027-0001.xlsx")))
    sheet = book.worksheets[0]
    given = iter(pasted().splitlines())
    wanted = dict(line.partition("：")[::2] for line in given)
    wanted |= {"收票邮编": "518000", "收票电话": "0755-83765566", "收货邮编": "518055", "收货电话": "0755-83765567"}
    wanted |= {"收货手机": "13800138002", "收货传真": "0755-83765568"}
    for row in sheet.iter_rows(max_col=2):
        label = str(row[0].value)
        if label in wanted and row[1].value is None:
            row[1].value = wanted[label]
    filled = BytesIO()
    book.save(filled)
    await sun.taps("返回")
    await sun.sends("HT-2027-0001.xlsx", filled.getvalue())
    sun.sees("将改动")
    await sun.taps("确认改动")
    sun.sees("✅ 签约基本信息", "✅ 商务信息", "✅ 公司业务信息", "缺 正式合同")


@after(at_the_overview)
async def test_the_whole_form_can_be_copied_as_text(sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：渠道总监")
    await sun.taps("粘贴多项")
    await sun.taps("全部字段")
    sun.sees("签约财年：2027", "联系人职位：渠道总监", "贵公司总经理：")
    await sun.says("贵公司总经理：孙总\n邮政编码：518000\n收货地址：仓库\n邮政编码：518055\n收货传真：0755-83765568")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("商务信息 · 请核对", "11 收票邮编　518000", "收货地址　仓库", "收货邮编　518055")
    sun.sees("收货传真　0755-8376 5568")
    await sun.says("11")
    sun.sees("收票邮编", "现为：518000")
    await sun.taps("上一步")
    await sun.taps("返回")
    sun.sees("[粘贴多项]")


@after(at_the_overview)
async def test_an_item_that_lacks_its_name_is_marked_among_the_others(sun: Person) -> None:
    await sun.says("主要行业1：制造\n主要行业1服务器年销售额：500\n主要行业2服务器年销售额：300")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 500 万元、300 万元（⚠ 缺 主要行业）")


@after(handed_in)
async def test_a_document_that_is_looked_at_is_sent(sun: Person, chen: Person) -> None:
    await chen.taps("详情", on="HT-2027-0001")
    await chen.taps("附件")
    chen.sees("正式合同 1/1")
    await chen.taps("1")
    assert chen.received("正式合同.pdf") == pdf("正式合同".encode().hex())


@after(at_the_overview)
async def test_a_photo_is_shown_a_link_opens_and_each_look_is_on_record(
    scene: Scene, sun: Person, chen: Person
) -> None:
    await sun.says(pasted())
    await attaches(sun, "正式合同", "法人身份证复印件", "注册登记表")
    await sun.taps("附件")
    sun.sees("📎 法人身份证复印件", "有效期至")
    await sun.says("长期")
    await sun.taps("＋营业执照")
    await sun.sends_photo(picture())
    await sun.says("https://例子.公司/执照.pdf")
    await sun.taps("完成（2）")
    sun.sees("📎 营业执照", "有效期至", "例如 2030-05-31")
    await sun.taps("跳过")
    await sun.taps("完成")
    await sun.taps("提交审批")
    sun.sees("已提交")
    await chen.taps("详情", on="HT-2027-0001")
    await chen.taps("附件")
    chen.sees("营业执照 1/2", "营业执照 2/2")
    row = next(line for line in chen.screen.splitlines() if "营业执照 1/2" in line)
    await chen.taps(row.split()[0])
    assert any("photo" in each.content for each in chen.phone.from_bot), "a picture, not a file to be opened"
    links = [
        button["url"] for each in chen.phone.from_bot for line in each.inline for button in line if "url" in button
    ]
    assert links[-1] == "https://xn--fsqu00a.xn--55qx5d/%E6%89%A7%E7%85%A7.pdf"
    looked = await scene.db.read(
        lambda conn: StoredLog(conn, scene.now, None).of_kind(AttachmentRead, EVERYTHING, 0, 9)
    )
    assert ["photo" in str(to_facts(each.event)["name"]) for each in looked] == [True]


@after(at_the_overview)
async def test_a_half_filled_contract_waits_for_a_new_phone(scene: Scene, sun: Person, chen: Person) -> None:
    """The draft is the account's, not the chat's."""
    await sun.says("联系人职位：渠道总监\n到站：深圳北")
    await scene.later(days=7)
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    row = next(line for line in chen.screen.splitlines() if "深圳南山电子" in line)
    await chen.taps(row.split()[0])
    await chen.taps("人员")
    row = next(line for line in chen.screen.splitlines() if "孙总" in line)
    await chen.taps(row.split()[0])
    await chen.taps("重发邀请链接")
    await chen.taps("换绑并发链接")
    phone = scene.add("孙总的新手机")
    await phone.opens(chen.link)
    await phone.taps("确认加入")
    await phone.goes_home()
    await phone.taps("渠道签约")
    await phone.taps("1")
    await phone.taps("继续填写")
    phone.sees("HT-2027-0001", "商务信息 2/22")
    sun.finds("邀请链接已重发")
