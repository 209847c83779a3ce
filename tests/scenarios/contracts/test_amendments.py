"""变更: an approved contract is amended by its own path; until then it holds as it is, and afterwards its versions stay."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import approve, pdf, signed, signs, signs_too, worked
from tests.scenarios.people.test_people import opens_agency

HT, BG = "HT-2026-0001", "BG-2026-00001"
PAPER = "深圳市南山电子有限公司 2026 渠道合作协议"


async def amends(person: Person, *said: str, reason: str = "仓库搬迁") -> None:
    """From home to 已提交."""
    await person.goes_home()
    await person.taps("渠道签约")
    await person.taps("变更 2026 财年")
    for each in said:
        await person.says(each)
    await person.says(reason)
    await person.taps("提交审批")


async def looks(person: Person, page: str) -> None:
    """A page of the contract's."""
    await person.goes_home()
    await person.says(HT)
    await person.taps(page)


@everywhere
@after(signed)
async def test_one_answer_is_amended_in_six_acts_and_holds_from_its_approval_on(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    before = sun.acts
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    sun.sees("变更合同", HT, "发要改的项目，例如 到站")
    await sun.says("到站")
    sun.sees("到站", "深圳")
    await sun.says("深圳北")
    sun.sees("变更原因")  # nothing else is asked
    await sun.says("仓库搬迁")
    sun.sees("到站：深圳 → 深圳北", "变更原因　仓库搬迁", "审批：陈经理 → 刘经理 → 管理员")
    await sun.taps("提交审批")
    assert sun.acts - before == 6
    sun.sees(f"已提交变更 {BG}", "到站：深圳 → 深圳北", "批准前原合同继续有效")
    chen.sees("合同变更", BG, HT, "到站：深圳 → 深圳北", "变更原因　仓库搬迁", "第 1/3 级审批")
    chen.sees_not("收货人姓名")
    await looks(sun, "全部内容")
    await sun.taps("›")
    sun.sees("到站　深圳\n")
    await approve(BG, chen, liu)
    sun.sees(f"陈经理已批准 {BG}")
    await approve(BG, admin)
    sun.sees(f"变更通过 {BG}，合同 {HT} 已更新", "到站：深圳 → 深圳北")
    await looks(sun, "全部内容")
    await sun.taps("›")
    sun.sees("到站　深圳北")


@after(signed)
async def test_one_line_and_a_reason_are_an_amendment(sun: Person) -> None:
    await sun.goes_home()
    await sun.says(HT)
    before = sun.acts
    await sun.taps("变更")
    await sun.says("到站：深圳北\n收货手机：13900139000\n变更原因：仓库搬迁")
    sun.sees("到站：深圳 → 深圳北", "收货手机：138 0013 8002 → 139 0013 9000")
    await sun.taps("提交审批")
    assert sun.acts - before == 3
    sun.sees(f"已提交变更 {BG}")


@after(signed)
async def test_versions_stand_beside_each_other_each_with_its_text_and_its_pdf(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await amends(sun, "到站：深圳北")
    await approve(BG, chen, liu, admin)
    await amends(sun, "到站：深圳东", reason="站点调整")
    await approve("BG-2026-00002", chen, liu, admin)
    await looks(chen, "变更记录（2）")
    chen.sees("BG-2026-00002", "BG-2026-00001", "✅ 已批准", "到站")
    await chen.taps("2")
    chen.sees(
        "到站：深圳 → 深圳北", "为合同第 2 版", "已批准 · 陈经理", "已批准 · 刘经理", "已批准 · 管理员", "孙总 提交"
    )
    await chen.taps("PDF 文件")
    await worked(scene)
    assert "深圳北" in _text(chen.received(f"{PAPER} {HT} 旧版（第 2 版）.pdf"))
    await looks(chen, "变更记录（2）")
    await chen.taps("初始版本")
    chen.sees("第 1 版")
    await chen.taps("全部内容")
    await chen.taps("›")
    chen.sees("到站　深圳\n")
    await chen.taps("返回")
    await chen.taps("PDF 文件")
    await worked(scene)
    first = _text(chen.received(f"{PAPER} {HT} 旧版（第 1 版）.pdf"))
    assert "旧版，已由第 3 版取代" in first
    assert "深圳北" not in first
    assert "深圳东" not in first


def _text(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@after(signed)
async def test_next_years_renewal_proposes_what_was_amended(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await amends(sun, "到站：深圳北")
    await approve(BG, chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.says("到站")
    sun.sees("现为：深圳北")


# --- what is asked ------------------------------------------------------------------------------------------------


@after(signed)
async def test_a_label_in_part_offers_what_it_may_mean(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.says("邮编")
    sun.sees("公司邮编", "收票邮编", "收货邮编")
    sun.sees_not("到站")
    await sun.says("3")
    sun.sees("收货邮编")
    await sun.says("518000")
    await sun.says("搬迁")
    sun.sees("收货邮编：518055 → 518000")


@after(signed)
async def test_nothing_changed_is_nothing_to_approve(sun: Person) -> None:
    await amends(sun, "到站：深圳")
    sun.sees(f"{HT} 没有改动", "[提交审批]")
    await sun.says("到站：深圳北")
    await sun.taps("提交审批")
    sun.sees(f"已提交变更 {BG}")


@after(signed)
async def test_a_new_licence_takes_the_place_of_the_old_one_which_stays_with_its_version(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.sends("营业执照2027.pdf", pdf("new licence"), mime="application/pdf")
    sun.sees("有效期至")  # the old one's end isn't the new one's
    await sun.says("2029-05-31")
    await sun.says("换证")
    sun.sees("附件：营业执照 营业执照.pdf", "→ 营业执照 营业执照2027.pdf（至 2029-05-31）")
    sun.sees_not("正式合同")
    await sun.taps("提交审批")
    chen.sees("附件：营业执照 营业执照.pdf", "→ 营业执照 营业执照2027.pdf（至 2029-05-31）")
    await approve(BG, chen, liu, admin)
    await looks(sun, "附件")
    sun.sees("营业执照2027.pdf", "正式合同.pdf")
    sun.sees_not("营业执照.pdf")
    await looks(sun, "变更记录（1）")
    await sun.taps("初始版本")
    await sun.taps("附件")
    sun.sees("营业执照.pdf")


@after(signed)
async def test_another_type_asks_for_its_level_and_for_nothing_else(sun: Person, chen: Person) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.says("签约类型")
    await sun.taps("3")
    await sun.taps("确认更改")
    sun.sees("渠道级别")
    await sun.taps("核心")
    await sun.says("业务调整")
    sun.sees("签约类型：分销商 DB → 战略合作伙伴 ISP", "渠道级别：金牌分销商 → 核心")
    await sun.taps("提交审批")
    chen.sees("签约类型：分销商 DB → 战略合作伙伴 ISP", "渠道级别：金牌分销商 → 核心")


@after(signed)
async def test_a_text_of_a_thousand_characters_is_told_by_what_differs(sun: Person, chen: Person) -> None:
    scope = "电子元器件的销售与技术服务" * 8
    await amends(sun, f"公司营业范围：{scope}")
    await approve(BG, chen)
    chen.sees("公司营业范围：")


# --- who may, and when --------------------------------------------------------------------------------------------


@after(signed)
async def test_while_one_waits_no_other_begins_and_it_is_shown_where_it_stands(sun: Person, chen: Person) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.says("到站：深圳北")
    await sun.taps("暂存草稿")
    await amends(sun, "收货人姓名：吴工")
    sun.sees("已提交变更")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees_not("变更 2026 财年")
    await sun.goes_home()
    await sun.says(HT)
    sun.sees(f"变更 {BG}", "待 陈经理")
    await sun.taps("主页")
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    sun.sees(f"{HT} 已有变更 {BG} 审批中", "到站")


@after(signed)
async def test_a_draft_keeps_what_was_amended_meanwhile_and_says_so(
    scene: Scene, sun: Person, wu: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.says("收货人姓名：吴工")
    await sun.says("换人")
    await sun.taps("暂存草稿")
    await signs_too(scene, wu)
    await amends(wu, "到站：深圳北")
    await approve(BG, chen, liu, admin)
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    await sun.taps("1")
    sun.sees("⚠ 期间已变更", BG, "到站", "收货人姓名：周助理 → 吴工")
    sun.sees_not("→ 深圳北")
    await sun.taps("提交审批")
    chen.sees("收货人姓名：周助理 → 吴工")
    await approve("BG-2026-00002", chen, liu, admin)
    await looks(sun, "全部内容")
    await sun.taps("›")
    sun.sees("到站　深圳北", "收货人姓名　吴工")


@after(signed)
async def test_a_return_names_what_to_mend_and_only_that_is_asked_again(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await amends(sun, "到站：深圳北", "收货人姓名：吴工")
    await chen.taps("退回修改", on=BG)
    await chen.says("到站")
    await chen.says("请写到站点")
    await chen.taps("提交")
    sun.sees("⚠ 退回修改", "到站", "请写到站点", "到站：深圳 → 深圳北")
    await sun.taps("修改并交回", on="请写到站点")
    sun.sees("修改 · 陈经理：请写到站点")
    await sun.says("深圳平湖南")
    sun.sees("到站：深圳 → 深圳平湖南", "收货人姓名：周助理 → 吴工", "变更原因　仓库搬迁")
    await sun.taps("提交审批")
    sun.sees(f"已提交变更 {BG}")
    chen.sees("到站：深圳 → 深圳平湖南", "到站　深圳北 → 深圳平湖南")
    await approve(BG, chen, liu, admin)
    sun.sees(f"变更通过 {BG}")


@pytest.mark.parametrize("ending", ["驳回", "撤回"])
@after(signed)
async def test_what_was_refused_or_taken_back_can_be_asked_again_as_it_was(
    sun: Person, chen: Person, ending: str
) -> None:
    await amends(sun, "到站：深圳北")
    if ending == "驳回":
        await chen.taps("驳回", on=BG)
        await chen.says("下季度再改")
        await chen.taps("提交")
        sun.sees(f"变更未通过 {BG}，合同 {HT} 照旧有效", "下季度再改")
        await sun.taps("查看", on="变更未通过")
    else:
        await sun.taps("查看")
        await sun.taps("撤回")
        await sun.taps("确认撤回")
        chen.sees("已撤回 · 孙总")
    await sun.taps("再次变更")
    sun.sees("到站：深圳 → 深圳北", "变更原因　仓库搬迁")
    await sun.taps("提交审批")
    sun.sees("已提交变更 BG-2026-00002")


@after(signed)
async def test_a_suspended_agencys_amendment_waits_and_an_ended_ones_is_off_the_table(
    sun: Person, chen: Person
) -> None:
    await amends(sun, "到站：深圳北")
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("暂停合作")
    await chen.taps("确定")
    await chen.taps("批准", on=BG)
    chen.finds("已暂停")
    await opens_agency(chen, "深圳南山电子")
    await chen.taps("终止合作")
    await chen.taps("确定")
    chen.finds("已撤回")


@after(signed)
async def test_a_year_that_ends_while_the_vendor_waits_costs_nothing_and_begins_nothing(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await amends(sun, "到站：深圳北")
    await scene.later(days=60)
    await approve(BG, chen, liu, admin)
    sun.sees(f"变更通过 {BG}")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees_not("变更 2026 财年")


@after(signed)
async def test_a_new_manager_and_the_present_one_both_decide_and_the_new_one_has_the_agency_then(
    sun: Person, chen: Person, liu: Person, admin: Person, li: Person
) -> None:
    await amends(sun, "签约渠道经理：刘经理")
    sun.sees("陈经理 → 刘经理 → 管理员")
    await approve(BG, chen, liu, admin)
    await li.reports("深圳市星河联创电子有限公司")
    li.sees("刘经理")


async def test_a_dealers_amendment_with_another_distributor_is_bound_anew(
    scene: Scene, sun: Person, qian: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs(qian, year=2026)
    await approve(HT, chen, liu, admin)
    await signs(sun, year=2026)
    await approve("HT-2026-0002", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("变更 2026 财年")
    await sun.says("签约类型：经销商\n渠道级别：一级经销商\n变更原因：业务调整")
    await sun.taps("提交审批")
    chen.sees(BG, "签约类型：分销商 DB → 经销商 AA", "批准前须选定分销商和联系人")
    await chen.taps("选择分销商", on=BG)
    await chen.taps("广州天河微电")
    await chen.taps("钱总")
    await chen.taps("提交")
    await chen.taps("去审批")
    chen.sees("绑定分销商　广州天河微电 · 钱总")
    await approve(BG, chen, liu, admin)
    sun.sees(f"变更通过 {BG}")


@after(signed)
async def test_of_two_owners_who_amend_at_once_one_is_told_of_the_other(scene: Scene, sun: Person, wu: Person) -> None:
    await signs_too(scene, wu)
    for person, said in ((sun, "到站：深圳北"), (wu, "到站：深圳东")):
        await person.goes_home()
        await person.taps("渠道签约")
        await person.taps("变更 2026 财年")
        await person.says(f"{said}\n变更原因：搬迁")
    async with scene.at_once():
        await sun.presses(sun.button("提交审批"))
        await wu.presses(wu.button("提交审批"))
    told = [person for person in (sun, wu) if "已提交变更" in person.screen]
    assert len(told) == 1
    other = wu if told == [sun] else sun
    other.sees(f"{HT} 已有变更 {BG} 审批中")


@after(signed)
async def test_whoever_may_not_sign_reads_and_amends_nothing(sun: Person, li: Person, wang: Person) -> None:
    await amends(sun, "到站：深圳北")
    for person in (li, wang):
        await person.goes_home()
        await person.says(BG)
        person.sees_not("深圳北")


@after(signed)
async def test_the_card_reads_in_english(sun: Person, chen: Person) -> None:
    await chen.speaks("English")
    await amends(sun, "到站：深圳北")
    chen.sees("Contract amendment", BG, "Station of arrival: 深圳 → 深圳北", "Reason for the amendment")


@after(signed)
async def test_a_half_filled_amendment_is_told_by_the_list_of_contracts_too(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees_not("有草稿")
    await sun.taps("变更 2026 财年")
    await sun.says("到站：深圳北")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("✅ 已批准 · 变更有草稿")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    sun.sees("变更合同")
