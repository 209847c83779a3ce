"""The head of a unit hears what nobody decides; when he is away or has left, somebody else does."""

from __future__ import annotations

from datetime import date

from domain.base.stage import Stage
from domain.leaving import staffing
from domain.people import deputising
from domain.people.records import AccountState
from domain.protection import protecting, stages
from domain.reminders.records import ReminderKind
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"


async def late_on(office: Office, day: str) -> set[str]:
    """Who is alarmed on that day, and not only in the books."""
    office.day(day)
    await office.duties()
    rows = await office.reminders(ReminderKind.EXTENSION_LATE)
    assert all(state != "obsolete" for _, _, due, state in rows if due == day)
    return {who for who, _, due, _ in rows if due == day}


async def test_the_head_is_alarmed_daily_of_a_stage_that_nobody_confirms_from_the_third_day_past_the_old_end(
    office: Office,
) -> None:
    customer = await office.holds("李明", STAR)  # to 2027-02-23
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.DEVELOPMENT))
    assert await late_on(office, "2027-02-25") == set()
    for day in ("2027-02-26", "2027-02-27", "2027-03-10"):
        assert await late_on(office, day) == {"刘经理"}
    assert any("阶段确认未批，已过期 15 天" in each for each in await office.chat("刘经理"))
    await office.approves()
    assert await office.until(customer) == "2027-05-23"
    assert await late_on(office, "2027-03-11") == set()


async def test_the_alarm_goes_to_who_stands_in_for_the_head_then_to_who_succeeds_him(office: Office) -> None:
    customer = await office.holds("李明", STAR)  # to 2027-02-23
    office.day("2027-02-20")
    asking = protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    await office.does("李明", lambda work: protecting.ask_extension(work, asking))
    assert await late_on(office, "2027-02-26") == {"刘经理"}

    away = deputising.SetDeputy(
        principal=office.ids["刘经理"],
        deputy=office.ids["陈经理"],
        since=date(2027, 2, 27),
        until=date(2027, 2, 28),
    )
    office.day("2027-02-26", "13:00")
    await office.does("刘经理", lambda work: deputising.set_deputy(work, away))
    assert await late_on(office, "2027-02-27") == {"陈经理"}
    assert await late_on(office, "2027-03-01") == {"刘经理"}

    leaving = staffing.Deactivate(account=office.ids["刘经理"], to=office.ids["陈经理"])
    office.day("2027-03-01", "13:00")
    await office.does("管理员", lambda work: staffing.deactivate(work, leaving))
    assert await late_on(office, "2027-03-02") == {"陈经理"}


async def test_where_a_head_is_gone_without_anybody_in_his_place_the_administrators_are_asked(office: Office) -> None:
    """As it can stand in a database of before: the office names one who has left."""
    await office.does(None, lambda work: work.people.bind(office.ids["刘经理"], None, AccountState.LEFT))
    made = await office.reports("李明", STAR)
    office.day("2026-11-25", "10:00")
    await office.duties()
    names = {number: name for name, number in office.ids.items()}
    (approval,) = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,)))
    assert approval.subject_id == made.report
    assert [names[each] for each in approval.current.approvers] == ["陈经理", "管理员"]
