"""Who stands before the approver, also after what should never happen; and what is refused then."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.base.errors import NotFound
from domain.customers.records import Report, ReportState
from domain.petitions import appealing
from domain.reports import reporting
from domain.reports import room as report_room
from storage.tables.customers import customers
from storage.tables.reports import reports
from tests.rules.office import Office, with_report

STAR = "深圳市星河联创电子有限公司"


async def report(office: Office, number: int) -> Report:
    return await office.does(None, lambda work: work.customers.report(number))


async def first_of(office: Office, who: str) -> int:
    """The request that has waited longest for somebody."""
    return await office.does(who, lambda work: work.approvals.waiting_for((work.actor.id,))[0].id)


async def approving(office: Office, number: int) -> None:
    await office.does("陈经理", lambda work: deciding.approve(work, deciding.Approve(approval=number)))


async def test_nobody_else_is_approved_while_the_customer_is_kept_for_the_appellant(office: Office) -> None:
    mine = await office.reports("李明", STAR)
    number = await first_of(office, "陈经理")

    def reserved(work: DeskWork) -> None:
        rival = work.people.account(office.ids["王芳"]).agency_id or 0
        work.customers.reserve(work.customers.report(mine.report).customer_id, rival, office.now)

    await office.does(None, reserved)
    with pytest.raises(reporting.Reserved):
        await approving(office, number)


async def test_a_report_of_a_customer_that_has_its_holder_is_not_approved(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    other = await office.reports("王芳", "广州市天河启明电机有限公司")
    number = await first_of(office, "陈经理")
    stale = update(reports).where(reports.c.id == other.report).values(customer_id=customer, position=9)
    await office.db.transact(lambda conn: conn.execute(stale))
    with pytest.raises(reporting.HeldByAnother):
        await approving(office, number)


async def test_a_queue_that_lost_its_head_or_has_no_more_to_hope_for_is_set_right_by_the_tick(office: Office) -> None:
    await office.reports("李明", STAR)
    second = await office.reports("王芳", STAR)
    first = update(reports).where(reports.c.id != second.report)
    await office.db.transact(lambda conn: conn.execute(first.values(state="withdrawn")))
    await office.duties()
    assert (await report(office, second.report)).state.value == "pending"

    await office.colleague("何平", "深圳南山电子")
    third = await office.reports("何平", STAR)
    held = update(customers).values(state="protected", agency_id=1, contact_id=office.ids["李明"])
    await office.db.transact(lambda conn: conn.execute(held))
    await office.duties()
    assert (await report(office, third.report)).state.value == "closed"
    assert (await report(office, second.report)).state.value == "closed"


async def test_what_can_only_be_granted_or_refused_is_not_returned(office: Office) -> None:
    mine = await office.reports("李明", STAR)
    await office.rejects()
    appeal = appealing.MakeAppeal(reason="2026-08 起送样，对方研发王工可证", report=mine.report)
    await office.does("李明", lambda work: appealing.make(work, appeal))
    number = await first_of(office, "刘经理")
    command = deciding.Return(approval=number, fields=("name",), reason="补充")
    with pytest.raises(NotFound):
        await office.does("刘经理", lambda work: deciding.return_(work, command))
    assert await first_of(office, "刘经理") == number


async def test_a_customer_with_a_project_in_development_takes_none_of_the_agencys_places(office: Office) -> None:
    office.policy = with_report(open_limit=1)
    customer = await office.holds("李明", STAR)
    with pytest.raises(report_room.Hoarding):
        await office.reports("李明", "广州市天河启明电机有限公司")
    developing = update(customers).where(customers.c.id == customer).values(stage="development")
    await office.db.transact(lambda conn: conn.execute(developing))
    assert (await office.reports("李明", "广州市天河启明电机有限公司")).ahead == 0


async def test_all_that_was_not_mended_in_time_gives_way_in_one_round(office: Office) -> None:
    behind = []
    for number in range(7):
        name = f"深圳市第{number}星电子有限公司"
        await office.reports("李明", name)
        await office.does("陈经理", _returns_the_oldest)
        behind.append((await office.reports("王芳", name)).report)
    office.day("2026-11-26", "10:00")
    await office.duties()
    assert [(await report(office, each)).state for each in behind] == [ReportState.PENDING] * 7


def _returns_the_oldest(work: DeskWork) -> None:
    oldest = work.approvals.waiting_for((work.actor.id,))[0]
    deciding.return_(work, deciding.Return(approval=oldest.id, fields=("region",), reason="请写到市"))
