"""The main job: a customer is reported, decided, protected; the rival learns no more than she may."""

from __future__ import annotations

from tests.cast import Person, Scene, wire

STAR = "深圳市星河联创电子有限公司"


@wire
async def test_first_to_report_wins(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    li.sees("已提交 BB-2026-00001", "陈经理", "批准前请勿报价")
    chen.sees(STAR, "深圳南山电子 · 李明", "[批准] [驳回] [退回修改]")

    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("需人工核实", "[继续]")
    wang.sees_not("李明", "南山", "陈经理", "BB-2026")

    await wang.taps("继续")
    await wang.fills_report(submit=False)

    await chen.approves(STAR)
    chen.sees("已批准 · 陈经理", "保护至 2027-02-23")
    li.sees("报备通过 BB-2026-00001", "保护至 2027-02-23")
    await wang.taps("提交")  # what was true when the name was entered isn't any more
    wang.sees("暂不可报备", "已填内容存为草稿")
    wang.sees_not("李明", "南山", "2027")

    await wang.goes_home()
    await wang.taps("更多")
    await wang.taps("草稿")
    wang.sees(STAR)
