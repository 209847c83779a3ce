"""Two at the same instant, in two transactions that really overlap: PostgreSQL alone, for SQLite has one writer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.work import DeskWork
from domain import conflict, deciding, reporting
from domain.customers import Report, ReportState
from domain.errors import AlreadyDecided
from domain.policy.model import Quota
from tests.rules.office import Office, profile, with_report

pytestmark = pytest.mark.pg
STAR = "深圳市星河联创电子有限公司"
MING = "广州市天河启明电机有限公司"


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


def reports(name: str) -> Callable[[DeskWork], reporting.Submitted]:
    return lambda work: reporting.report(work, reporting.ReportCustomer(profile=profile(name)))


def withdraws(report: int) -> Callable[[DeskWork], Report]:
    return lambda work: reporting.withdraw(work, reporting.WithdrawReport(report=report))


def approves(work: DeskWork) -> None:
    oldest = work.approvals.waiting_for((work.actor.id,))[0]
    deciding.approve(work, deciding.Approve(approval=oldest.id))


def rejects(work: DeskWork) -> None:
    oldest = work.approvals.waiting_for((work.actor.id,))[0]
    deciding.reject(work, deciding.Reject(approval=oldest.id, reason="不同意"))


async def state_of(office: Office, report: int) -> ReportState:
    return await office.does(None, lambda work: work.customers.report(report).state)


@pytest.mark.parametrize("leaves", ["withdrawn", "rejected"])
async def test_who_comes_while_the_first_leaves_is_first_then(office: Office, leaves: str) -> None:
    first = await office.reports("李明", STAR)
    if leaves == "withdrawn":
        second, _ = await office.overlapping(("王芳", reports(STAR)), ("李明", withdraws(first.report)))
    else:
        second, _ = await office.overlapping(("王芳", reports(STAR)), ("陈经理", rejects))
    assert second.ahead == 1
    assert await state_of(office, second.report) is ReportState.PENDING


async def test_who_comes_while_the_first_withdraws_does_not_queue_behind_what_is_gone(office: Office) -> None:
    first = await office.reports("李明", STAR)
    _, second = await office.overlapping(("李明", withdraws(first.report)), ("王芳", reports(STAR)))
    assert isinstance(second, reporting.Submitted)
    assert await state_of(office, second.report) is ReportState.PENDING


@pytest.mark.parametrize("typed", [STAR, "Galaxy Lianchuang"], ids=["its name", "an alias"])
async def test_who_comes_while_the_first_is_approved_finds_the_customer_held(office: Office, typed: str) -> None:
    first = await office.reports("李明", STAR)
    customer = await office.does(None, lambda work: work.customers.report(first.report).customer_id)
    await office.does(None, lambda work: work.names.add(customer, "Galaxy Lianchuang", alias=True))
    _, answer = await office.overlapping(("陈经理", approves), ("王芳", reports(typed)))
    assert isinstance(answer, reporting.NotOpen)


async def test_who_came_before_the_approval_is_closed_by_it(office: Office) -> None:
    await office.reports("李明", STAR)
    second, _ = await office.overlapping(("王芳", reports(STAR)), ("陈经理", approves))
    assert await state_of(office, second.report) is ReportState.CLOSED


async def test_withdrawn_first_it_is_approved_no_more(office: Office) -> None:
    first = await office.reports("李明", STAR)
    waiting = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,))[0].id)
    _, answer = await office.overlapping(
        ("李明", withdraws(first.report)),
        ("陈经理", lambda work: deciding.approve(work, deciding.Approve(approval=waiting))),
    )
    assert isinstance(answer, AlreadyDecided)
    assert await state_of(office, first.report) is ReportState.WITHDRAWN


async def test_of_two_colleagues_one_gets_the_agencys_last_place(office: Office) -> None:
    await office.colleague("赵敏", "深圳南山电子")
    office.policy = with_report(open_limit=1)
    _, answer = await office.overlapping(("李明", reports(STAR)), ("赵敏", reports(MING)))
    assert isinstance(answer, reporting.Hoarding)


async def test_of_two_colleagues_one_gets_the_agencys_last_check_of_the_day(office: Office) -> None:
    await office.colleague("赵敏", "深圳南山电子")
    office.policy = with_report(checks_a_day=Quota(person=10, agency=1))
    _, answer = await office.overlapping(
        ("李明", lambda work: conflict.check(work, STAR)), ("赵敏", lambda work: conflict.check(work, MING))
    )
    assert isinstance(answer, conflict.QuotaUsed)
