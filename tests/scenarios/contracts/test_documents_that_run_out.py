"""Documents that run out: asked for, told to whoever decides, reminded of."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.cast.contracts import approve, attaches, begins, pasted, pdf, picture


async def signs_until(person: Person, licence: str) -> None:
    """With a licence whose file is called so."""
    await begins(person, 2026)
    await person.says(pasted())
    await attaches(person, "正式合同", "法人身份证复印件", "注册登记表")
    await person.sends(f"{licence}.pdf", pdf("licence"), mime="application/pdf")
    await person.taps("提交审批")


@everywhere
async def test_the_owner_is_reminded_before_a_licence_runs_out(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs_until(sun, "营业执照 有效期2006-12-05至2026-12-05")
    chen.sees("营业执照（至 12-05）")
    await approve("HT-2026-0001", chen, liu, admin)
    await scene.later(days=4)
    sun.finds_not("将到期")
    await scene.later(days=1)
    sun.sees("今日提醒 (1)", "HT-2026-0001 的营业执照（至 12-05）将到期，请换新")
    await sun.taps("查看", on="将到期")
    sun.sees("渠道签约 HT-2026-0001", "✅ 已批准")
    await scene.later(days=7)
    assert sun.count("将到期") == 2  # on the last day once more


async def test_the_reminder_reads_in_english(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs_until(sun, "营业执照 有效期至2026-12-05")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.speaks("English")
    await scene.later(days=5)
    sun.sees("HT-2026-0001: Business licence (until 12-05) soon out of date, please renew")


async def test_what_next_years_contract_has_anew_is_not_reminded_of(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs_until(sun, "营业执照 有效期至2026-12-05")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.sends("营业执照 有效期至2036年12月5日.pdf", pdf("new"), mime="application/pdf")
    await sun.says("是否接受签约说明函：同意")
    await sun.taps("提交审批")
    chen.sees("HT-2027-0001", "营业执照（至 2036-12-05）")
    await scene.later(days=5)
    sun.finds_not("将到期")


async def test_a_new_licence_that_is_sent_to_the_contract_amends_it_and_is_not_reminded_of_again(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs_until(sun, "营业执照 有效期至2026-12-05")
    await approve("HT-2026-0001", chen, liu, admin)
    await scene.later(days=5)
    await sun.taps("查看", on="将到期，请换新")
    await sun.sends("营业执照 有效期至2036-12-05.pdf", pdf("new"), mime="application/pdf")
    sun.sees("变更合同", "→ 营业执照 营业执照 有效期至2036-12-05.pdf（至 2036-12-05）")
    await sun.says("变更原因：换证")
    await sun.taps("提交审批")
    sun.sees("已提交变更 BG-2026-00001")
    await scene.later(days=7)
    sun.finds_not("将到期")


async def test_the_last_day_is_asked_where_no_name_tells_it_and_one_that_is_past_is_refused(
    scene: Scene, sun: Person, chen: Person
) -> None:
    await begins(sun, 2026)
    await sun.says(pasted())
    await attaches(sun)
    sun.sees("✅ 附件 4/4", "[提交审批]")
    await sun.taps("附件")
    sun.sees("📎 营业执照", "有效期至")
    await sun.says("2026-11-01")
    sun.sees("有效期至")
    sun.sees_not("（至 11-01）")
    await sun.says("2026-11-25")
    sun.sees("📎 法人身份证复印件", "有效期至")
    await sun.says("长期")
    await sun.taps("提交审批")
    await scene.later(days=3)
    await chen.goes_home()
    await chen.taps("待审批")
    await chen.taps("1")
    chen.sees("⚠ 证件已过期：营业执照（至 11-25）")


async def test_a_last_day_that_has_passed_is_taken_and_named_wherever_the_licence_is(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await begins(sun, 2026)
    await sun.says(pasted())
    await attaches(sun, "正式合同", "营业执照", "注册登记表")
    await sun.sends("法人身份证复印件 有效期至2020-01-01.png", picture(), mime="image/png")
    sun.sees("📎 已加到“法人身份证复印件（至 2020-01-01，已过期）”", "⚠ 证件已过期：法人身份证复印件（至 2020-01-01）")
    await sun.taps("提交审批")
    await sun.taps("查看", on="已提交")
    sun.sees("⚠ 证件已过期：法人身份证复印件（至 2020-01-01）")
    chen.sees("HT-2026-0001", "⚠ 证件已过期：法人身份证复印件（至 2020-01-01）")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("1")
    await sun.sends("营业执照.pdf", pdf("old"), "营业执照 有效期至 2021-05-31", mime="application/pdf")
    sun.sees(
        "变更合同",
        "（至 2021-05-31，已过期）",
        "⚠ 证件已过期：营业执照（至 2021-05-31）、法人身份证复印件（至 2020-01-01）",
    )
    await sun.says("变更原因：换证")
    await sun.taps("提交审批")
    chen.sees("BG-2026-00001", "⚠ 证件已过期：营业执照（至 2021-05-31）、法人身份证复印件（至 2020-01-01）")


async def test_after_an_outage_over_its_last_day_a_licence_is_told_as_run_out_until_there_is_a_newer_one(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await signs_until(sun, "营业执照 有效期至2026-12-05")
    await approve("HT-2026-0001", chen, liu, admin)
    await scene.later(days=20)
    sun.sees("今日提醒 (2)", "HT-2026-0001 的营业执照（至 12-05）已过期，请换新")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("2026 财年　✅ 已批准 · ⚠ 证件已过期")
    await sun.taps("1")
    await sun.taps("附件")
    sun.sees("营业执照（至 12-05，已过期） 1/1", "法人身份证复印件 1/1")
    await sun.sends("营业执照 有效期至2036-12-05.pdf", pdf("new"), mime="application/pdf")
    await sun.says("变更原因：换证")
    await sun.taps("提交审批")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("2026 财年　✅ 已批准 · 变更 ⏳ 审批中")
    sun.sees_not("已过期")
    await chen.taps("退回修改", on="BG-2026-00001")
    await chen.says("附件")
    await chen.says("请发彩色扫描件")
    await chen.taps("提交")
    await sun.goes_home()
    await sun.taps("渠道签约")
    sun.sees("变更 ⚠ 退回修改")
