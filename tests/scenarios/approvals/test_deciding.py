"""Decisions: inline from the card or from the inbox; the first valid one wins, and every card tells it."""

from __future__ import annotations

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene, after, everywhere
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"
TEACHER = "成都市智学教育装备有限公司"


@pytest.fixture
async def two_managers(scene: Scene) -> tuple[Person, Person, Person]:
    """An agency that nobody in particular looks after, in a unit without a head: 沈经理 and 韩经理 are both asked."""
    shen, han = await scene.manager("沈经理", "教育行业"), await scene.manager("韩经理", "教育行业")
    (tian,) = await scene.agency("成都天府电子", ("田真", AccountType.SALESPERSON), unit="教育行业", manager=None)
    return tian, shen, han


@after(reported)
async def test_from_the_inbox_the_next_one_is_a_tap_away(li: Person, wang: Person, chen: Person) -> None:
    await wang.reports(TEACHER)
    await chen.goes_home()
    await chen.taps("待审批")
    await chen.taps("1")
    chen.sees(STAR, "[批准]")
    await chen.taps("批准")
    chen.sees("已批准", "下一条 (1)")
    await chen.taps("下一条")
    chen.sees(TEACHER)
    await chen.taps("批准")
    wang.sees("报备通过")


@after(reported)
async def test_what_grants_is_green_and_what_refuses_red(li: Person, wang: Person, chen: Person) -> None:
    await wang.reports(TEACHER)
    assert (chen.colour("批准"), chen.colour("驳回"), chen.colour("退回修改")) == ("success", "danger", "")
    await chen.speaks("English")
    await chen.taps("To decide")
    await chen.taps("Several at once")
    await chen.taps("1")
    await chen.taps("2")
    await chen.taps("Check the ticked ones (2)")
    assert (chen.colour("Approve (2)"), chen.colour("Reject (2)"), chen.colour("Home")) == ("success", "danger", "")


async def test_a_card_decided_elsewhere_changes_itself_and_says_by_whom(
    two_managers: tuple[Person, Person, Person],
) -> None:
    tian, shen, han = two_managers
    await tian.reports(TEACHER)
    shen.sees(TEACHER)
    han.sees(TEACHER)
    await shen.approves(TEACHER)
    han.sees("已批准 · 沈经理 · 11-23", TEACHER)
    assert "批准" not in han.buttons


@everywhere
async def test_of_two_managers_at_once_the_first_wins(
    scene: Scene, two_managers: tuple[Person, Person, Person]
) -> None:
    tian, shen, han = two_managers
    await tian.reports(TEACHER)
    async with scene.at_once():
        await shen.approves(TEACHER)
        await han.approves(TEACHER)
    tian.sees("报备通过")
    assert tian.count("报备通过") == 1
    assert sorted(each.count("已批准 · ") for each in (shen, han)) == [1, 1], "both cards tell by whom"


async def test_an_old_approve_button_is_told_what_became_of_it(
    two_managers: tuple[Person, Person, Person],
) -> None:
    tian, shen, han = two_managers
    await tian.reports(TEACHER)
    stale = han.button("批准")
    await shen.rejects(TEACHER)
    await han.presses(stale)
    assert "按钮已过期" in han.toast
    tian.sees("报备被驳回")
    assert tian.count("报备通过") == 0


async def test_a_decision_while_the_reason_is_written_comes_first(
    two_managers: tuple[Person, Person, Person],
) -> None:
    tian, shen, han = two_managers
    await tian.reports(TEACHER)
    await han.taps("驳回", on=TEACHER)
    await han.says("重复")
    await shen.approves(TEACHER)
    await han.taps("提交")
    han.sees("已由沈经理于", "已批准")
    assert tian.count("报备被驳回") == 0


@after(reported)
async def test_a_report_withdrawn_meanwhile_cannot_be_approved(li: Person, chen: Person) -> None:
    stale = chen.button("批准")
    await li.withdraws(STAR)
    chen.sees("已撤回 · 李明")
    await chen.presses(stale)
    assert li.count("报备通过") == 0


@after(held)
async def test_the_salespersons_record_stands_on_the_card(li: Person, chen: Person) -> None:
    await li.reports(TEACHER)
    chen.sees("在保 1 · 逾期跟进 0 · 近一年被拒 0")
    await chen.rejects(TEACHER)
    await li.reports("佛山市启明电机有限公司")
    chen.sees("在保 1", "近一年被拒 1")


@everywhere
@after(reported)
async def test_a_request_is_handed_to_a_colleague_who_decides_within_the_same_time(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    kept = chen.button("批准", on=STAR)
    await scene.later(hours=2)
    await chen.taps("转交", on=STAR)
    chen.sees(f"{STAR} · 深圳南山电子 李明", "转交给", "刘经理 · 华南 · ")
    chen.sees_not("陈经理 ·")
    await chen.picks("刘经理")
    await chen.says("该客户归您熟悉的行业")
    await chen.taps("提交")
    chen.sees("➡ 已转交 · 陈经理 → 刘经理", "该客户归您熟悉的行业")
    liu.sees(STAR, "请在 11-24 09:41 前处理", "[批准]", "[转交]")
    await chen.presses(kept)
    li.finds_not("报备通过")
    await liu.approves(STAR)
    await li.taps("查看", on="已提交")
    li.sees("陈经理 → 刘经理", "✅ 已批准 · 刘经理")
