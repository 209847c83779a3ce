"""Contracts: filled in, submitted, decided on three levels, renewed; what goes wrong on the way."""

from __future__ import annotations

from tests.cast import Person, wire
from tests.cast.contracts import signs


@wire
async def test_a_contract_is_signed_on_three_levels(sun: Person, chen: Person, liu: Person, admin: Person) -> None:
    await signs(sun)
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
    sun.sees("✅ 已批准", "陈经理", "刘经理", "管理员")


async def test_a_first_contract_by_paste_takes_at_most_25_acts(sun: Person) -> None:
    await signs(sun)
    sun.sees("已提交")
    assert sun.acts <= 25
