"""Who will decide is told before anything is submitted, and a deputy by both names."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, attaches, pasted
from tests.scenarios.people.test_deputies import goes_away
from tests.scenarios.petitions.test_corrections import RENAMED, STAR, opens_card
from tests.scenarios.registration.test_registration import fills_in, passes_the_door


async def to_the_summary(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.fills_report(submit=False)


async def test_a_report_tells_who_decides(li: Person) -> None:
    await to_the_summary(li)
    li.sees("请核对", "审批：陈经理", "[提交]")


async def test_it_is_told_in_english_too(li: Person) -> None:
    await to_the_summary(li)
    await li.speaks("English")
    await li.taps("More")
    await li.taps("Drafts")
    await li.taps("1")
    li.sees("please check", "Approval: 陈经理")


async def test_a_deputy_is_named_with_whom_he_stands_in_for(li: Person, chen: Person, liu: Person) -> None:
    await goes_away(chen, "刘经理")
    await to_the_summary(li)
    li.sees("审批：刘经理（代 陈经理）")
    await li.taps("提交")
    liu.sees("👤 代 陈经理 审批", STAR)


@after(at_the_overview)
async def test_a_contract_tells_its_levels_from_the_overview_on(sun: Person) -> None:
    sun.sees("审批：陈经理 → 刘经理 → 管理员")  # the manager is known from the agency
    await sun.says(pasted())
    await attaches(sun)
    sun.sees("审批：陈经理 → 刘经理 → 管理员", "[提交审批]")
    await sun.taps("提交审批")
    sun.sees("已提交", "审批：陈经理 → 刘经理 → 管理员")


async def test_an_extension_tells_who_decides(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await opens_card(li, STAR[:5])
    await li.taps("申请延期")
    await li.says("3")
    await li.says("样机测试中")
    li.sees("请核对", "审批：陈经理")


async def test_a_correction_tells_it_only_where_somebody_has_to_approve(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await opens_card(li, STAR[:5])
    await li.taps("更正资料")
    li.sees_not("审批：")
    await li.taps("修改")
    await li.taps("1")
    await li.says(RENAMED)
    li.sees("请核对", "审批：陈经理")


async def test_an_appeal_goes_to_somebody_else_and_says_so(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.says("2026-08 起送样")
    wang.sees("请核对", "审批：刘经理")


async def test_a_stranger_reads_who_looks_at_his_registration(scene: Scene, wu: Person) -> None:
    await passes_the_door(scene, wu)
    await fills_in(wu)
    wu.sees("请核对", "审批：陈经理、刘经理", "[提交注册]")
