"""Reminders: each stage on its day, one digest a person, never twice, none lost by an outage, quiet hours, the unreachable."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial

import pytest
from sqlalchemy import Connection, select, update

from domain.base.work import Work
from domain.deadlines import reminding
from domain.follow_ups import writing
from domain.follow_ups.writing import WriteFollowUp
from domain.people import deputising
from domain.protection import claiming, protecting
from domain.protection.pool import Topic
from domain.reminders.records import ReminderKind
from storage.chat import chats
from storage.tables.chats import cards
from storage.tables.queues import outbox
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"
TOLD = (("李明", "follow_up"), ("孙总", "follow_up_late"))


@pytest.fixture(autouse=True)
def no_weeks(office: Office) -> None:
    """What a week begins with has stories of its own (`test_coming_due`): here all reminders are counted."""
    rules = office.policy.reminders.model_copy(update={"weekly": False})
    office.policy = office.app.policy = office.policy.model_copy(update={"reminders": rules})


async def writes(office: Office, who: str, customer: int) -> None:
    command = WriteFollowUp(customer=customer, dynamics="样片测试通过，等待立项")
    await office.does(who, lambda work: writing.write(work, command))


async def walk(office: Office, *days: str, clock: str = "10:00") -> None:
    for day in days:
        office.day(day, clock)
        await office.duties()


async def relay(office: Office) -> None:
    """As if everything had been sent."""

    def step(conn: Connection) -> None:
        conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=office.now))

    await office.db.transact(step)


async def digests(office: Office, name: str) -> int:
    """How many digests were pushed to somebody."""

    def count(conn: Connection) -> int:
        query = select(cards.c.id).where(cards.c.account_id == office.ids[name], cards.c.page == "digest")
        return len(conn.execute(query).all())

    return await office.db.read(count)


async def test_the_end_is_reminded_of_on_its_days_and_from_seven_on_the_owner_hears_too(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    for month, days in ((1, range(1, 32)), (2, range(1, 24))):
        for day in days:
            office.day(f"2027-{month:02}-{day:02}", "10:00")
            await writes(office, "李明", customer)
            await office.duties()
            await relay(office)
    await office.duties()
    found = await office.reminders(ReminderKind.PROTECTION)
    assert [(who, due) for who, _, due, _ in found] == [
        ("李明", "2027-01-24"),
        ("李明", "2027-02-09"),
        ("李明", "2027-02-16"),
        ("孙总", "2027-02-16"),
        ("李明", "2027-02-20"),
        ("孙总", "2027-02-20"),
        ("李明", "2027-02-22"),
        ("孙总", "2027-02-22"),
        ("李明", "2027-02-23"),
        ("孙总", "2027-02-23"),
    ]
    assert {state for *_, state in found} == {"sent"}
    assert await office.reminders(ReminderKind.FOLLOW_UP) == []


async def test_a_report_is_reminded_of_on_the_tenth_thirteenth_and_fifteenth_day_then_superiors_hear(
    office: Office,
) -> None:
    await office.holds("李明", STAR)
    for day in range(1, 15):
        await walk(office, f"2026-12-{day:02}")
    found = [(who, kind, due) for who, kind, due, _ in await office.reminders()]
    assert found == [
        ("李明", "follow_up", "2026-12-03"),
        ("李明", "follow_up", "2026-12-06"),
        ("李明", "follow_up", "2026-12-08"),
        ("孙总", "follow_up_late", "2026-12-11"),
        ("陈经理", "follow_up_late", "2026-12-11"),
        ("陈经理", "follow_ups_late", "2026-12-14"),
    ]


async def test_then_the_salesperson_and_the_owner_hear_weekly_and_the_manager_of_all_in_a_line_on_mondays(
    office: Office,
) -> None:
    """The 18th day is a Friday; the Friday of New Year is a day off, its reminder comes on the Monday."""
    for name in (STAR, WHALE):
        await office.holds("李明", name)
    for day in range(12, 32):
        await walk(office, f"2026-12-{day:02}")
        await relay(office)
    for day in range(1, 12):
        await walk(office, f"2027-01-{day:02}")
        await relay(office)
    found = {(who, kind, due) for who, kind, due, _ in await office.reminders() if due > "2026-12-11"}
    assert found == {
        *((who, kind, due) for due in ("2026-12-18", "2026-12-25", "2027-01-04", "2027-01-08") for who, kind in TOLD),
        *(
            ("陈经理", "follow_ups_late", due)
            for due in ("2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11")
        ),
    }
    assert len([each for each in await office.reminders(ReminderKind.FOLLOW_UP) if each[2] == "2027-01-04"]) == 2
    assert any("逾期未跟进：2 个客户超过 18 天，最久 49 天" in each for each in await office.chat("陈经理"))


async def test_where_days_off_are_no_matter_the_week_is_kept(office: Office) -> None:
    rules = office.policy.follow_up.model_copy(update={"on_days_off": True})
    office.policy = office.app.policy = office.policy.model_copy(update={"follow_up": rules})
    await office.holds("李明", STAR)
    for day in range(28, 32):
        await walk(office, f"2026-12-{day:02}")
    await walk(office, "2027-01-01")
    assert ("李明", "2027-01-01") in {(who, due) for who, _, due, _ in await office.reminders(ReminderKind.FOLLOW_UP)}


async def test_after_a_long_outage_one_weekly_reminder_is_sent_and_a_report_ends_them(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await walk(office, "2027-01-13")
    handed = [(who, kind, due) for who, kind, due, state in await office.reminders() if state == "handed"]
    assert set(handed) == {
        ("李明", "follow_up", "2027-01-08"),
        ("孙总", "follow_up_late", "2027-01-08"),
        ("陈经理", "follow_ups_late", "2027-01-11"),  # which tells of it: no line of its own besides
    }
    assert len(handed) == 3
    await relay(office)
    await writes(office, "李明", customer)
    before = [each[:3] for each in await office.reminders()]
    await walk(office, "2027-01-15", "2027-01-18", "2027-01-22")
    late = {ReminderKind.FOLLOW_UP, ReminderKind.FOLLOW_UP_LATE, ReminderKind.FOLLOW_UPS_LATE}
    assert [each[:3] for each in await office.reminders() if each[1] in late] == [
        each for each in before if each[1] in late
    ]


async def test_an_owner_who_is_the_contact_himself_hears_of_it_once(office: Office) -> None:
    await office.holds("孙总", STAR)
    await walk(office, "2026-12-11", "2026-12-18")
    found = await office.reminders()
    assert {(kind, due) for who, kind, due, *_ in found if who == "孙总"} >= {("follow_up", "2026-12-11")}
    assert not [each for each in found if each[0] == "孙总" and each[1] == "follow_up_late"]


async def test_the_line_of_late_reports_goes_to_whoever_stands_in_and_to_nobody_when_all_wrote(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2026-12-13")
    away = deputising.SetDeputy(
        principal=office.ids["陈经理"], deputy=office.ids["刘经理"], since=date(2026, 12, 14), until=date(2026, 12, 15)
    )
    await office.does("陈经理", lambda work: deputising.set_deputy(work, away))
    await walk(office, "2026-12-14")
    assert [who for who, *_ in await office.reminders(ReminderKind.FOLLOW_UPS_LATE)] == ["刘经理"]
    await walk(office, "2026-12-21", clock="01:00")
    await writes(office, "李明", customer)
    await walk(office, "2026-12-21")
    states = {(who, state) for who, _, _, state in await office.reminders(ReminderKind.FOLLOW_UPS_LATE)}
    assert ("陈经理", "obsolete") in states


async def test_after_an_outage_only_the_latest_stage_of_a_subject_is_sent(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, "李明", customer)
    await walk(office, "2027-02-21")
    found = [(who, due, state) for who, _, due, state in await office.reminders(ReminderKind.PROTECTION)]
    assert found == [
        ("李明", "2027-01-24", "superseded"),
        ("李明", "2027-02-09", "superseded"),
        ("李明", "2027-02-16", "superseded"),
        ("孙总", "2027-02-16", "superseded"),
        ("李明", "2027-02-20", "handed"),
        ("孙总", "2027-02-20", "handed"),
    ]


async def test_an_outage_past_the_end_leaves_nothing_to_remind_of(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await walk(office, "2027-03-01")
    assert await office.until(customer) == "pool"
    assert {state for *_, state in await office.reminders(ReminderKind.PROTECTION)} <= {"obsolete"}


async def test_what_is_due_at_the_same_time_comes_as_one_digest(office: Office) -> None:
    for name in (STAR, WHALE):
        await office.holds("李明", name)
    await walk(office, "2026-12-03")
    assert len(await office.reminders(ReminderKind.FOLLOW_UP)) == 2
    assert await digests(office, "李明") == 1


@pytest.mark.parametrize(
    ("clock", "state"),
    [("00:00", "waiting"), ("07:59", "waiting"), ("08:00", "handed"), ("20:59", "handed"), ("21:00", "waiting")],
)
async def test_quiet_hours_hold_reminders_back(office: Office, clock: str, state: str) -> None:
    await office.holds("李明", STAR)
    await walk(office, "2026-12-03", clock=clock)
    assert [each[3] for each in await office.reminders(ReminderKind.FOLLOW_UP)] == [state]


async def test_who_wrote_in_the_night_is_not_reminded_in_the_morning(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await walk(office, "2026-12-03", clock="01:00")
    await writes(office, "李明", customer)
    await walk(office, "2026-12-03", clock="08:00")
    assert [each[3] for each in await office.reminders()] == ["obsolete"]
    assert await digests(office, "李明") == 0


async def test_an_extension_that_is_being_decided_makes_reminders_of_the_end_pointless(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, "李明", customer)
    office.day("2027-02-15")
    command = protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    await office.does("李明", lambda work: protecting.ask_extension(work, command))
    await walk(office, "2027-02-16")
    states = [each[3] for each in await office.reminders(ReminderKind.PROTECTION)]
    assert "handed" not in states[2:]
    assert set(states) <= {"superseded", "obsolete"}


async def test_two_schedulers_at_once_and_a_clock_set_back_double_nothing(office: Office) -> None:
    for name in (STAR, WHALE):
        await office.holds("李明", name)
    for clock in ("10:00", "10:01", "09:01", "10:02"):
        office.day("2026-12-03", clock)
        await asyncio.gather(office.duties(), office.duties(), office.duties())
    assert len(await office.reminders()) == 2
    assert await digests(office, "李明") == 1


async def test_somebody_who_blocked_the_bot_is_made_known_to_owner_and_manager(office: Office) -> None:
    await office.holds("李明", STAR)
    chat = 1000 + office.ids["李明"]
    await office.db.transact(lambda conn: chats.blocked(conn, chat, office.now))
    await walk(office, "2026-12-03", "2026-12-04")
    assert [(who, kind, state) for who, kind, _, state in await office.reminders()] == [
        ("孙总", "unreachable", "handed"),
        ("陈经理", "unreachable", "handed"),
        ("李明", "follow_up", "unreachable"),
    ]
    missed = await office.does("李明", reminding.missed)
    assert [each.kind for each in missed] == [ReminderKind.FOLLOW_UP]
    await office.does("李明", lambda work: reminding.looked_at(work, reminding.LookedAt()))
    assert await office.does("李明", reminding.missed) == []


async def test_what_telegram_refuses_ends_as_unreachable(office: Office) -> None:
    await office.holds("李明", STAR)
    await walk(office, "2026-12-03")

    def refuse(conn: Connection) -> None:
        waiting = update(outbox).where(outbox.c.chat_id == 1000 + office.ids["李明"], outbox.c.state == "waiting")
        conn.execute(waiting.values(state="unreachable", ended_at=office.now))

    await office.db.transact(refuse)
    await walk(office, "2026-12-03")
    assert [each[3] for each in await office.reminders()] == ["unreachable"]


async def test_an_undecided_request_is_nudged_then_escalated_then_brought_before_the_head(office: Office) -> None:
    await office.reports("李明", STAR)  # Monday, 10:00: to 陈经理
    seen: list[tuple[str, tuple[str, ...]]] = []
    for moment in ("23 12:59", "23 13:00", "23 17:00", "24 09:59", "24 10:00", "25 10:00"):
        day, clock = moment.split()
        office.day(f"2026-11-{day}", clock)
        await office.duties()
        (approval,) = await office.does(
            "陈经理",
            lambda work: [work.approvals.get(each.id) for each in work.approvals.waiting_for((work.actor.id,))],
        )
        names = {number: name for name, number in office.ids.items()}
        nudges = len(await office.reminders(ReminderKind.APPROVAL))
        seen.append((f"{moment} {nudges}", tuple(names[each] for each in approval.current.approvers)))
    assert seen == [
        ("23 12:59 0", ("陈经理",)),
        ("23 13:00 1", ("陈经理",)),
        ("23 17:00 2", ("陈经理",)),
        ("24 09:59 2", ("陈经理",)),
        ("24 10:00 2", ("陈经理", "刘经理")),
        ("25 10:00 2", ("陈经理", "刘经理")),
    ]
    await office.approves("刘经理")  # the first valid decision wins
    await walk(office, "2026-12-01")
    assert len(await office.reminders(ReminderKind.APPROVAL)) == 2


async def test_silence_never_approves(office: Office) -> None:
    made = await office.reports("李明", STAR)
    await walk(office, "2026-11-24", "2026-12-24", "2027-06-24")
    report = await office.does(None, lambda work: work.customers.report(made.report))
    assert report.state.value == "pending"


@pytest.mark.parametrize(("clock", "count"), [("11:29", 0), ("11:30", 1)])
async def test_working_hours_cross_into_a_year_that_the_calendar_does_not_know(
    office: Office, clock: str, count: int
) -> None:
    """Half an hour of Thursday, 31 December; a holiday of a fixed date; the weekend; two and a half hours of Monday."""
    office.day("2026-12-31", "17:30")
    await office.reports("李明", STAR)
    await walk(office, "2027-01-04", clock=clock)
    assert len(await office.reminders(ReminderKind.APPROVAL)) == count


async def test_whose_business_it_is_no_more_since_the_night_is_not_told(office: Office) -> None:
    """The eighteenth day without a report: the agency's manager was changed after the reminders were made."""
    await office.holds("李明", STAR)
    await walk(office, "2026-12-11", clock="00:10")

    def changes(work: Work) -> None:
        agency = work.people.account(office.ids["李明"]).agency_id
        assert agency is not None
        work.people.set_manager(agency, office.ids["刘经理"])

    await office.does(None, changes)
    await walk(office, "2026-12-11")
    found = {who: state for who, _, _, state in await office.reminders(ReminderKind.FOLLOW_UP_LATE)}
    assert found == {"孙总": "handed", "陈经理": "obsolete"}


async def test_while_the_manager_is_away_whoever_stands_in_hears_of_late_reports_and_of_who_is_unreachable(
    office: Office,
) -> None:
    await office.holds("李明", STAR)
    office.day("2026-12-07")
    away = deputising.SetDeputy(
        principal=office.ids["陈经理"],
        deputy=office.ids["刘经理"],
        since=date(2026, 12, 7),
        until=date(2026, 12, 11),
    )
    await office.does("陈经理", lambda work: deputising.set_deputy(work, away))
    await office.db.transact(lambda conn: chats.blocked(conn, 1000 + office.ids["李明"], office.now))
    await walk(office, "2026-12-08", "2026-12-11")
    assert {who for who, *_ in await office.reminders(ReminderKind.FOLLOW_UP_LATE)} == {"孙总", "刘经理"}
    assert {who for who, *_ in await office.reminders(ReminderKind.UNREACHABLE)} == {"孙总", "刘经理"}


async def test_the_owners_reminder_of_an_end_names_the_salesperson(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, "李明", customer)
    await walk(office, "2027-02-16")
    assert any("保护期" in each and "（李明）" in each for each in await office.chat("孙总"))
    assert not any("保护期" in each and "（李明）" in each for each in await office.chat("李明"))


async def test_who_just_lost_a_customer_does_not_hear_of_it_as_news_of_the_pool(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    wish = claiming.Subscribe(topic=Topic.REGION, value="广东")
    for who in ("李明", "孙总", "王芳"):
        await office.does(who, partial(claiming.subscribe, command=wish))
    giving = protecting.GiveUp(customer=customer, reason="放弃")
    await office.does("李明", lambda work: protecting.give_up(work, giving))
    await office.duties()
    assert {who for who, *_ in await office.reminders(ReminderKind.POOL)} == {"王芳"}
