"""What a date brings: milestones, the end of a contract's year, announcements that must be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.serving.work import DeskWork
from domain.announcements import announcing
from domain.announcements.announcing import Announce
from domain.announcements.records import Announcement
from domain.base.stage import Stage
from domain.contracts.records import Contract, ContractState
from domain.follow_ups import writing
from domain.follow_ups.writing import WriteFollowUp
from domain.people.records import AccountType
from domain.projects.records import Milestone, ProjectItem
from domain.reminders.records import ReminderKind
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"
MOTOR = ProjectItem(
    name="云台电机",
    domain="家电 · 空调",
    mcu="BAT32G135",
    stage=Stage.SELECTION,
    progress="评估",
    yearly=5000,
    milestone=Milestone.SAMPLE,
    due="2026-12-10",
)


async def writes(office: Office, customer: int, *projects: ProjectItem) -> None:
    command = WriteFollowUp(customer=customer, dynamics="样片测试通过，等待立项", projects=projects)
    await office.does("李明", lambda work: writing.write(work, command))


async def walk(office: Office, month: str, first: int, last: int, clock: str = "10:00") -> None:
    for day in range(first, last + 1):
        office.day(f"{month}-{day:02}", clock)
        await office.duties()


async def told(office: Office, kind: ReminderKind) -> list[tuple[str, str, str]]:
    return [(who, due, state) for who, _, due, state in await office.reminders(kind)]


# --- milestones -------------------------------------------------------------------------------------------------------


async def test_a_milestone_is_brought_to_mind_a_week_before_and_on_its_day_a_month_on_its_first(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, customer, MOTOR, replace(MOTOR, name="吊扇", due="2027-01"))
    await walk(office, "2026-12", 1, 31)
    await walk(office, "2027-01", 1, 3)
    assert [(who, due) for who, due, _ in await told(office, ReminderKind.MILESTONE)] == [
        ("李明", "2026-12-03"),
        ("李明", "2026-12-10"),
        ("李明", "2026-12-25"),
        ("李明", "2027-01-01"),
    ]


async def test_a_milestone_that_was_put_off_or_a_project_that_stands_still_reminds_of_nothing(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, customer, MOTOR, replace(MOTOR, name="吊扇"), replace(MOTOR, name="水泵", due="年底"))
    await walk(office, "2026-12", 3, 3, clock="00:10")  # quiet hours
    office.day("2026-12-03", "07:00")
    await writes(office, customer, replace(MOTOR, due="2026-12-20"), replace(MOTOR, name="吊扇", stage=Stage.PAUSED))
    await walk(office, "2026-12", 3, 13)
    assert await told(office, ReminderKind.MILESTONE) == [
        ("李明", "2026-12-03", "obsolete"),
        ("李明", "2026-12-03", "obsolete"),
        ("李明", "2026-12-13", "handed"),
    ]


# --- contracts --------------------------------------------------------------------------------------------------------


async def signed(office: Office, year: int, state: ContractState = ContractState.APPROVED) -> Contract:
    def act(work: DeskWork) -> Contract:
        agency = work.actor.agency_id
        assert agency is not None
        made = work.contracts.add(
            number=f"HT-{year}-0001",
            agency_id=agency,
            fiscal_year=year,
            name="…",
            created_by=work.actor.id,
            now=work.now,
        )
        work.contracts.set_state(made.id, state, work.now)
        return made

    return await office.does("孙总", act)


async def test_the_owner_hears_that_the_year_ends_until_the_next_one_is_submitted(office: Office) -> None:
    office.day("2026-11-23")
    await signed(office, 2026)
    await walk(office, "2026-12", 1, 2)
    assert await told(office, ReminderKind.CONTRACT) == [("孙总", "2026-12-01", "handed")]
    await signed(office, 2027, ContractState.SUBMITTED)
    await walk(office, "2026-12", 3, 31)
    assert len(await told(office, ReminderKind.CONTRACT)) == 1


async def test_after_an_outage_only_the_last_stage_of_the_contract_is_told(office: Office) -> None:
    await signed(office, 2026)
    office.day("2026-12-28")
    await office.duties()
    assert await told(office, ReminderKind.CONTRACT) == [
        ("孙总", "2026-12-01", "superseded"),
        ("孙总", "2026-12-24", "handed"),
    ]


# --- what must be read ------------------------------------------------------------------------------------------------


async def announces(office: Office, *, must_read: bool) -> Announcement:
    salespeople = (AccountType.SALESPERSON,)
    command = Announce(heading="价格调整", text="下月起执行", types=salespeople, must_read=must_read)
    return await office.does("陈经理", lambda work: announcing.announce(work, command))


async def test_what_must_be_read_is_brought_to_mind_after_one_three_and_seven_days(office: Office) -> None:
    must, _ = await announces(office, must_read=True), await announces(office, must_read=False)
    await office.duties()
    read = announcing.ReadAnnouncement(announcement=must.id)
    for name in ("张磊", "王芳"):
        await office.does(name, lambda work: announcing.read(work, read))
    await walk(office, "2026-11", 24, 30)
    await walk(office, "2026-12", 1, 3)
    assert [(who, due) for who, due, _ in await told(office, ReminderKind.ANNOUNCEMENT)] == [
        ("李明", "2026-11-24"),
        ("李明", "2026-11-26"),
        ("李明", "2026-11-30"),
    ]


# --- the week's beginning ---------------------------------------------------------------------------------------------


async def test_a_week_begins_on_its_first_working_day_for_owners_and_managers(office: Office) -> None:
    await office.holds("李明", STAR)
    await walk(office, "2026-11", 24, 30)
    assert sorted(await told(office, ReminderKind.WEEK)) == [
        ("刘经理", "2026-11-30", "waiting"),
        ("孙总", "2026-11-30", "waiting"),
        ("钱总", "2026-11-30", "obsolete"),
        ("陈经理", "2026-11-30", "waiting"),
    ], "waiting for the picture; nobody without customers"
    await walk(office, "2026-12", 1, 6)
    assert {due for _, due, _ in await told(office, ReminderKind.WEEK)} == {"2026-11-30"}


async def test_a_week_that_begins_with_a_day_off_begins_behind_it(office: Office) -> None:
    off = office.policy.calendar.model_copy(update={"days_off": (date(2026, 11, 30),)})
    office.policy = office.app.policy = office.policy.model_copy(update={"calendar": off})
    await office.holds("李明", STAR)
    await walk(office, "2026-11", 24, 30)
    assert await told(office, ReminderKind.WEEK) == []
    await walk(office, "2026-12", 1, 4)
    assert {due for _, due, _ in await told(office, ReminderKind.WEEK)} == {"2026-12-01"}


async def test_the_policy_switches_the_week_off(office: Office) -> None:
    rules = office.policy.reminders.model_copy(update={"weekly": False})
    office.policy = office.app.policy = office.policy.model_copy(update={"reminders": rules})
    await office.holds("李明", STAR)
    await walk(office, "2026-11", 24, 30)
    assert await told(office, ReminderKind.WEEK) == []
