"""Several want the same customer: they stand in line in the order of their submissions."""

from __future__ import annotations

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene, everywhere

STAR = "深圳市星河联创电子有限公司"


@pytest.fixture
async def he(scene: Scene) -> Person:
    """何平, salesperson of a third agency."""
    (he,) = await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    return he


@pytest.fixture
async def line(li: Person, wang: Person, he: Person, chen: Person) -> tuple[Person, Person, Person]:
    """李明, 王芳 and 何平 have reported the same customer, in this order."""
    for person in (li, wang, he):
        await person.reports(STAR)
    return li, wang, he


async def test_those_who_come_later_are_told_that_they_queue_and_the_manager_sees_who(
    line: tuple[Person, Person, Person], chen: Person
) -> None:
    _, wang, he = line
    for later in (wang, he):
        later.finds("已有更早的申请在审，轮到时马上通知")
        later.finds_not("李明", "南山")
    assert chen.count("[批准]") == 0
    chen.sees("排队：广州天河微电 王芳", "排队：东莞松山电子 何平")


async def test_only_the_first_is_before_the_manager(line: tuple[Person, Person, Person], chen: Person) -> None:
    await chen.goes_home()
    chen.sees("1 条待审批")
    await chen.taps("待审批")
    chen.sees("李明")
    chen.sees_not("王芳", "何平")


@everywhere
async def test_when_the_first_is_approved_the_rest_close_by_themselves(
    line: tuple[Person, Person, Person], chen: Person
) -> None:
    li, wang, he = line
    await chen.approves(STAR)
    li.sees("报备通过")
    for late in (wang, he):
        late.sees("暂不可报备", "更早报备已获批准", "[报备其他客户]")
        late.sees_not("李明", "南山")
        await late.goes_home()
        await late.taps("申请处理")
        late.sees("进行中 0")
    await chen.goes_home()
    chen.sees_not("待审批 (", "条待审批")


@everywhere
async def test_when_the_first_is_rejected_the_next_moves_up_and_is_told(
    line: tuple[Person, Person, Person], chen: Person
) -> None:
    li, wang, he = line
    await chen.rejects(STAR, "资料不实")
    li.sees("报备被驳回", "陈经理：资料不实")
    wang.sees("轮到您的报备", "陈经理")
    he.sees_not("轮到您的报备")
    chen.sees(STAR, "广州天河微电 · 王芳", "排队：东莞松山电子 何平")
    await chen.approves("广州天河微电 · 王芳")
    wang.sees("报备通过")
    he.sees("暂不可报备")


async def test_when_the_first_withdraws_the_next_moves_up_and_is_told(
    line: tuple[Person, Person, Person], chen: Person
) -> None:
    li, wang, _ = line
    await li.withdraws(STAR)
    li.sees("已撤回")
    wang.sees("轮到您的报备")
    chen.sees("已撤回 · 李明", "广州天河微电 · 王芳")


async def test_whoever_leaves_the_middle_of_the_line_brings_nobody_forward_but_shortens_it(
    line: tuple[Person, Person, Person], chen: Person
) -> None:
    _, wang, he = line
    await wang.withdraws(STAR)
    wang.sees("已撤回")
    chen.finds_not("排队：广州天河微电 王芳")
    chen.finds("排队：东莞松山电子 何平")
    await chen.rejects(STAR)
    he.sees("轮到您的报备")
    assert wang.count("轮到您的报备") == 0


async def test_a_rejected_customer_can_be_reported_again(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.rejects(STAR)
    await wang.reports(STAR)
    wang.sees("已提交 BB-2026-00002")
    await chen.approves("广州天河微电 · 王芳")
    wang.sees("保护至 2027-02-23")
