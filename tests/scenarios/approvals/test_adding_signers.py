"""加签: a colleague signs before or after whoever decides, at a level of his own."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader

from tests.cast import Person, Scene, after
from tests.cast.contracts import approve, signs, worked
from tests.cast.customers import reported

STAR = "深圳市星河联创电子有限公司"


def number_of(person: Person, colleague: str) -> str:
    """`0002` of `刘经理 · 华南 · 0002`: a colleague may be named by it."""
    found = re.search(rf"{colleague} · (?:\S+ · )?(\d{{4}})", person.screen)
    assert found is not None, person.screen
    return found[1]


async def adds(person: Person, signer: str, place: str, *, on: str, reason: str = "请核实终端") -> None:
    await person.taps("加签", on=on)
    person.sees("加签人", "深圳南山电子")
    await person.says(number_of(person, signer))
    await person.taps(place)
    await person.says(reason)
    await person.taps("提交")
    assert "加签人" not in person.view, "one bubble, one matter"


@after(reported)
async def test_a_signer_before_decides_first_and_then_it_comes_back(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await scene.later(hours=2)
    kept = chen.button("批准", on=STAR)
    await adds(chen, "刘经理", "在我之前", on=STAR)
    chen.sees("➕ 已请先签 · 陈经理 → 刘经理", "请核实终端", "待 刘经理 审批")
    await chen.presses(kept)
    liu.sees(STAR, "请在 11-24 11:41 前处理", "➕ 已请先签 · 陈经理 → 刘经理", "请核实终端", "[批准]", "[驳回]")
    await liu.approves(STAR)
    liu.sees("✅ 已批准 · 刘经理", "待 陈经理 审批")
    li.finds_not("报备通过")
    chen.finds("✅ 刘经理 · 11-23")
    await chen.approves(STAR)
    await li.taps("查看", on="已提交")
    li.sees("➕ 已请先签 · 陈经理 → 刘经理", "请核实终端", "✅ 已批准 · 刘经理", "✅ 已批准 · 陈经理")


@after(reported)
async def test_a_signer_after_is_asked_once_it_is_approved_and_may_reject(
    li: Person, chen: Person, liu: Person
) -> None:
    await adds(chen, "刘经理", "在我之后", on=STAR)
    chen.sees("[去审批]")
    liu.finds_not(STAR)
    await chen.taps("加签", on="请在 11-24")
    chen.sees("加签人")
    chen.sees_not("刘经理 ·")
    await chen.goes_home()
    await chen.taps("批准", on="请在 11-24")
    li.finds_not("报备通过")
    liu.sees(STAR, "✅ 陈经理", "[驳回]")
    await liu.rejects(STAR)
    li.sees("报备被驳回", "刘经理：该客户由总部直供")


@after(reported)
async def test_a_signer_whom_nobody_hears_from_is_escalated_and_the_report_can_be_withdrawn(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await adds(chen, "管理员", "在我之前", on=STAR)
    liu.finds_not(STAR)
    await scene.later(hours=25)
    liu.finds(STAR)
    await li.withdraws(STAR)
    assert "批准" not in (*admin.buttons_on(STAR), *liu.buttons_on(STAR))
    await chen.goes_home()
    chen.sees_not("条待审批")


async def test_a_contract_with_a_signer_more_names_him_on_paper(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    he = await scene.manager("何经理", "华南")
    await signs(sun)
    await adds(chen, "何经理", "在我之后", on="HT-2027-0001")
    await chen.goes_home()
    await chen.taps("批准", on="第 1/4 级审批")
    sun.sees("待 何经理 审批")
    await approve("HT-2027-0001", he, liu, admin)
    await sun.taps("查看", on="签约通过")
    await sun.taps("PDF 文件")
    await worked(scene)
    pages = PdfReader(BytesIO(sun.received("深圳市南山电子有限公司 2027 渠道合作协议 HT-2027-0001.pdf"))).pages
    text = "".join("".join(page.extract_text() for page in pages).split())
    assert "后加签陈经理→何经理" in text
