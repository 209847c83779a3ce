"""A contract that isn't what the agency's file says: another manager than today's, another name than the registered one."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.contracts import approve, at_the_overview, attaches, begins, handed_in, pasted, signed
from tests.scenarios.agencies.test_agency_files import opens_file

NAME, WRITTEN = "深圳市南山电子有限公司", "深圳南山电子有限公司"


async def takes_over(liu: Person) -> None:
    """The head of the unit looks after the agency himself."""
    await opens_file(liu)
    await liu.taps("更换渠道经理")
    await liu.picks("刘经理")
    await liu.taps("提交")


@after(signed)
async def test_a_renewal_goes_to_whom_the_head_named_since_and_says_so(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await takes_over(liu)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.taps("继续")
    await sun.taps("同意")
    sun.sees("现由 刘经理 主管，HT-2026-0001 签的是 陈经理", "审批：刘经理 → 管理员")
    await sun.taps("提交审批")
    await approve("HT-2027-0001", liu, admin)
    await opens_file(liu)
    liu.sees("渠道经理 刘经理")


@after(handed_in)
async def test_a_contract_that_would_undo_the_heads_change_says_so_and_whom_it_concerns_is_told(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    chen.sees_not("批准后改由")
    await takes_over(liu)
    await chen.taps("批准", on="HT-2027-0001")
    liu.sees("HT-2027-0001", "⚠ 现由 刘经理 主管，批准后改由 陈经理 主管")
    await liu.taps("批准", on="HT-2027-0001")
    admin.sees("⚠ 现由 刘经理 主管，批准后改由 陈经理 主管")
    await admin.taps("批准", on="HT-2027-0001")
    chen.finds("深圳南山电子 现由您主管")
    liu.finds("管理员 已将 深圳南山电子 的渠道经理改为 陈经理")
    sun.finds("贵公司的渠道经理现为 陈经理")


async def test_another_name_than_the_registered_one_is_told_to_the_owner_and_each_approver(
    sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    odd = f"⚠ 合同写 {WRITTEN}，档案为 {NAME}"
    await begins(sun)
    await sun.says(pasted().replace(f"公司注册名称：{NAME}", f"公司注册名称：{WRITTEN}"))
    await attaches(sun)
    sun.sees(odd)
    await sun.taps("提交审批")
    for person in (chen, liu, admin):
        person.sees(odd)
        await person.taps("批准", on="HT-2027-0001")


@after(at_the_overview)
async def test_the_registered_name_in_another_writing_is_no_other_name(sun: Person, chen: Person) -> None:
    await sun.says(pasted().replace(f"公司注册名称：{NAME}", f"公司注册名称：{NAME} "))
    await attaches(sun)
    sun.sees_not("档案为")
    await sun.taps("提交审批")
    chen.sees_not("档案为")


async def test_a_renewal_proposes_the_name_of_the_agencys_file(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await begins(sun, 2026)
    await sun.says(pasted().replace(f"公司注册名称：{NAME}", f"公司注册名称：{WRITTEN}"))
    await attaches(sun)
    await sun.taps("提交审批")
    await approve("HT-2026-0001", chen, liu, admin)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.taps("继续")
    await sun.taps("同意")
    sun.sees_not("档案为")
    await sun.taps("提交审批")
    chen.sees(f"公司注册名称：{WRITTEN} → {NAME}")
