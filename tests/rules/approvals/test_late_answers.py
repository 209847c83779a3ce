"""The vendor answers late, and it costs the applicant nothing: every kind of request × how late, counted from days that are
awkward (a month's last, the eve of a long holiday, a Friday's last minute)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.approvals.requests import begin
from domain.base.calendar import add_months
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.contracts.records import ContractState
from domain.customers.records import CustomerState, ReportState
from domain.people.records import AgencyState
from domain.petitions import appealing, correcting
from domain.protection import protecting, stages
from domain.registration import registering
from domain.registration.records import Company
from domain.reports import approving, conflict, queueing, reporting
from domain.reports import room as report_room
from tests.rules.office import POLICY, Office

STAR = "深圳市星河联创电子有限公司"
NEW = "深圳市星河联创半导体有限公司"
CODE = "91440300MA5DA1234X"
BASES = ("2026-11-30 10:00", "2026-12-31 17:59", "2027-02-05 17:59", "2027-01-31 12:00")
"""A month's last day (three months later there is none of that number), before New Year, before a Spring Festival, a Sunday."""
LATE = (0, 3, 31, 95, 430)
"""Days."""


async def at(office: Office, moment: str, days: int = 0, *, clock: str = "") -> date:
    day, usual = moment.split()
    found = date.fromisoformat(day) + timedelta(days)
    office.day(found.isoformat(), clock or usual)
    return found


async def answer(office: Office, kind: Kind, who: str = "陈经理") -> None:
    """Approves what waits of a kind."""

    def act(work: DeskWork) -> None:
        waiting = [each for each in work.approvals.waiting_for((work.actor.id,)) if each.kind is kind]
        deciding.approve(work, deciding.Approve(approval=waiting[0].id))

    await office.does(who, act)


async def day_by_day(office: Office, moment: str, days: int) -> date:
    """What falls due meanwhile does fall due: on each of the first days, then every now and then."""
    for passed in (1, 2, 3, 10, 30, 33, 60, 90, 94, 120, 180, 300):
        if passed < days:
            await at(office, moment, passed, clock="23:30")
            await office.duties()
    return await at(office, moment, days)


async def last_day(office: Office, customer: int) -> date | None:
    """None without end; nobody's is a failure."""
    until = await office.until(customer)
    assert until not in {each.value for each in CustomerState}, f"the customer is {until}"
    return None if until == "endless" else date.fromisoformat(until)


# --- each kind: asked on a day, answered so many days later -----------------------------------------------------------


async def a_stage(office: Office, moment: str, late: int) -> None:
    entered = await at(office, moment)
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.DEVELOPMENT))
    today = await day_by_day(office, moment, late)
    await answer(office, Kind.STAGE_CONFIRMATION)
    assert await last_day(office, customer) == max(add_months(entered, 6), today + timedelta(30))
    await office.duties()
    assert await last_day(office, customer) is not None


async def mass_production_that_ended(office: Office, moment: str, late: int) -> None:
    await at(office, moment)
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.PRODUCTION))
    left = await at(office, moment, 40)
    await office.does(None, lambda work: stages.stage_is(work, customer, None))
    today = await day_by_day(office, moment, 40 + late)
    await answer(office, Kind.STAGE_CONFIRMATION)
    assert await last_day(office, customer) == max(add_months(left, 3), today + timedelta(30))


async def an_extension(office: Office, moment: str, late: int) -> None:
    await at(office, moment)
    customer = await office.holds("李明", STAR)
    end = await last_day(office, customer)
    assert end is not None
    moment = f"{end.isoformat()} 23:59"
    await at(office, moment)
    asking = protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    await office.does("李明", lambda work: protecting.ask_extension(work, asking))
    today = await day_by_day(office, moment, late)
    await answer(office, Kind.EXTENSION)
    assert await last_day(office, customer) == add_months(max(end, today), 2)


async def a_review(office: Office, moment: str, late: int) -> None:
    began = await at(office, moment)
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.PRODUCTION))
    await answer(office, Kind.STAGE_CONFIRMATION)
    moment = f"{add_months(began, 6).isoformat()} 12:00"
    await at(office, moment)
    await office.duties()
    await day_by_day(office, moment, late)
    assert await last_day(office, customer) is None
    await answer(office, Kind.PRODUCTION_REVIEW)
    assert await last_day(office, customer) is None


async def a_report(office: Office, moment: str, late: int) -> None:
    await at(office, moment)
    mine = await office.reports("李明", STAR)
    rival = await office.reports("王芳", STAR)
    today = await day_by_day(office, moment, late)
    await answer(office, Kind.CUSTOMER_REPORT)
    customer = await _customer_of(office, mine.report)
    assert await last_day(office, customer) == add_months(today, 3)
    assert await _state(office, rival.report) is ReportState.CLOSED


async def a_place_in_the_queue(office: Office, moment: str, late: int) -> None:
    """Whoever waits keeps his place before those who come later, however long the first is undecided."""
    await at(office, moment)
    first = await office.reports("李明", STAR)
    second = await office.reports("王芳", STAR)
    await office.many_agencies(["东莞宏图"])
    await day_by_day(office, moment, late)
    third = await office.reports("东莞宏图业务员", STAR)
    await office.rejects()
    assert [await _state(office, each.report) for each in (first, second, third)] == [
        ReportState.REJECTED,
        ReportState.PENDING,
        ReportState.QUEUED,
    ]
    await day_by_day(office, moment, 2 * late)
    await answer(office, Kind.CUSTOMER_REPORT)
    assert await _state(office, second.report) is ReportState.APPROVED


async def a_returned_report(office: Office, moment: str, late: int) -> None:
    """The days to mend it begin when it is returned; once it is back, its place is kept however long it lies there."""
    await at(office, moment)
    mine = await office.reports("李明", STAR)
    rival = await office.reports("王芳", STAR)
    await day_by_day(office, moment, late)
    await office.returns("background")
    until = await office.does(None, lambda work: work.calendar.add_working_days(work.now, 2))
    office.now = until  # the last moment
    await office.duties()
    assert (await office.reports("李明", STAR, mends=mine.report, background="2010 年成立")).ahead == 0
    await day_by_day(office, f"{office.now.astimezone(POLICY.zone).date()} 12:00", late + 1)
    assert await _state(office, rival.report) is ReportState.QUEUED
    await answer(office, Kind.CUSTOMER_REPORT)
    assert await _state(office, mine.report) is ReportState.APPROVED


async def a_claim(office: Office, moment: str, late: int) -> None:
    await at(office, moment)
    customer = await office.holds("李明", STAR)
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃"))
    )
    await office.many_agencies(["东莞宏图"])
    moment = f"{(await at(office, moment, 2)).isoformat()} 12:00"
    mine = await office.reports("王芳", STAR)
    await day_by_day(office, moment, late)
    assert (await office.reports("东莞宏图业务员", STAR)).ahead == 1
    await answer(office, Kind.CUSTOMER_REPORT)
    assert await _state(office, mine.report) is ReportState.APPROVED


async def a_correction(office: Office, moment: str, late: int) -> None:
    """Its new name is taken by nobody who comes while it lies there."""
    await at(office, moment)
    customer = await office.holds("李明", STAR)
    wished = await office.does(None, lambda work: correcting.known(work.customers.get(customer)))
    command = correcting.CorrectCustomer(customer=customer, profile=replace(wished, name=NEW))
    await office.does("李明", lambda work: correcting.correct(work, command))
    developing = Stage.PRODUCTION  # or its protection would end meanwhile
    await office.does(None, lambda work: stages.stage_is(work, customer, developing))
    await answer(office, Kind.STAGE_CONFIRMATION)
    await at(office, moment, min(late, 1), clock="18:30")
    rival = await office.reports("王芳", NEW)
    with pytest.raises(approving.CorrectionFirst):
        await answer(office, Kind.CUSTOMER_REPORT)
    await day_by_day(office, moment, late + 1)
    await answer(office, Kind.DATA_CHANGE)
    assert (await office.does(None, lambda work: work.customers.get(customer))).name == NEW
    assert await _state(office, rival.report) is ReportState.CLOSED


async def an_appeal(office: Office, moment: str, late: int) -> None:
    """The days in which only its agency may report begin with the answer; and the report made then is the first, however
    long that one lies there."""
    await at(office, moment)
    await office.holds("李明", STAR)
    making = appealing.MakeAppeal(reason="2026-08 起送样", name=STAR)
    await office.does("王芳", lambda work: appealing.make(work, making))
    await day_by_day(office, moment, late)
    await answer(office, Kind.APPEAL, "刘经理")
    reserved = await office.does(None, lambda work: work.calendar.add_working_days(work.now, 5))
    office.now = reserved - timedelta(minutes=1)
    await office.duties()
    with pytest.raises(reporting.NotOpen):
        await office.reports("张磊", STAR)
    mine = await office.reports("王芳", STAR)
    again = f"{office.now.astimezone(POLICY.zone).date()} 12:00"
    await day_by_day(office, again, late + 1)
    await office.many_agencies(["东莞宏图"])
    assert (await office.reports("东莞宏图业务员", STAR)).ahead == 1
    await answer(office, Kind.CUSTOMER_REPORT)
    assert await _state(office, mine.report) is ReportState.APPROVED


COMPANY = Company(
    name="东莞市宏图电子有限公司",
    credit_code=CODE,
    organisation_code="MA5DA1234",
    tax_number=CODE,
    region="广东 东莞",
    address="南城街道 1 号",
    contact="郑总",
    position="总经理",
    phone=None,
    mobile="13800138000",
    mobile_shared=False,
    fax=None,
    email="zheng@example.com",
    entity="华芯信息",
    products=("服务器",),
)


async def a_registration(office: Office, moment: str, late: int) -> None:
    await at(office, moment)
    office.policy = POLICY.model_copy(
        update={"registration": POLICY.registration.model_copy(update={"captcha": "none"})}
    )
    await office.does(
        None, lambda work: registering.register(replace(work, chat_id=77), registering.RegisterAgency(company=COMPANY))
    )
    await day_by_day(office, moment, late)
    await answer(office, Kind.AGENCY_REGISTRATION)
    agency = await office.does(None, lambda work: work.people.agency_by_code(CODE))
    assert agency is not None
    assert agency.state is AgencyState.ACTIVE


async def a_contract(office: Office, moment: str, late: int) -> None:
    """Where only an agency with a contract may report: it was submitted in time, so its agency goes on reporting."""
    office.policy = POLICY.model_copy(update={"report_needs_contract": True})
    asked = await at(office, moment)
    await _contract(office, asked.year, ContractState.APPROVED)
    await _contract(office, asked.year + 1, ContractState.SUBMITTED)
    for passed in range(0, late + 1, 50):
        await at(office, moment, passed, clock="11:00")
        if office.now.year <= asked.year + 1:
            await office.reports("李明", f"深圳市第{passed}星电子有限公司")
    await at(office, moment, min(late, 300))
    await answer(office, Kind.CONTRACT)
    await office.reports("李明", STAR)


async def places_of_the_agency(office: Office, moment: str, late: int) -> None:
    """What the vendor should have answered by now takes none of the places that an agency has."""
    office.policy = POLICY.model_copy(update={"report": POLICY.report.model_copy(update={"open_limit": 1})})
    await at(office, moment)
    await office.reports("李明", STAR)
    await at(office, moment, late)
    due = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,))[0].current.due_at)
    assert due is not None
    office.now = max(office.now, due + timedelta(seconds=1))
    await office.reports("李明", NEW)
    with pytest.raises(report_room.Hoarding):
        await office.reports("李明", "广州市天河启明电机有限公司")


async def _contract(office: Office, year: int, state: ContractState) -> None:
    def act(work: DeskWork) -> None:
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
        if state is ContractState.SUBMITTED:
            begin(work, Kind.CONTRACT, made.id, agency_id=agency, applicant_id=work.actor.id)

    await office.does("孙总", act)


async def _customer_of(office: Office, report: int) -> int:
    return await office.does(None, lambda work: int(work.customers.report(report).customer_id))


async def _state(office: Office, report: int) -> ReportState:
    return await office.does(None, lambda work: work.customers.report(report).state)


KINDS: tuple[Callable[[Office, str, int], Awaitable[None]], ...] = (
    a_stage,
    mass_production_that_ended,
    an_extension,
    a_review,
    a_report,
    a_place_in_the_queue,
    a_returned_report,
    a_claim,
    a_correction,
    an_appeal,
    a_registration,
    a_contract,
    places_of_the_agency,
)


on_sqlite = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("address", [pytest.param("postgres", marks=pytest.mark.pg)], indirect=True)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@on_sqlite
@each_kind
@pytest.mark.parametrize("late", LATE)
async def test_a_late_answer_costs_nobody_anything(
    office: Office, kind: Callable[[Office, str, int], Awaitable[None]], late: int
) -> None:
    base = BASES[(KINDS.index(kind) + LATE.index(late)) % len(BASES)]
    await kind(office, base, late)


@on_postgres
@each_kind
async def test_no_more_on_postgres(office: Office, kind: Callable[[Office, str, int], Awaitable[None]]) -> None:
    """The latest of all. How many days there are between two dates is no matter of the database."""
    await kind(office, BASES[KINDS.index(kind) % len(BASES)], LATE[-1])


ZONED = POLICY.model_copy(update={"time_zone": "Europe/Berlin"})


@pytest.mark.parametrize("base", ["2027-03-26 16:00", "2027-10-29 16:00"])
async def test_the_clock_that_is_set_takes_no_hour_of_those_to_mend_in(office: Office, base: str) -> None:
    """Friday to Tuesday over the night in which the clock changes: two whole working days on the wall."""
    office.policy = ZONED
    begun = datetime.fromisoformat(base).replace(tzinfo=ZONED.zone)
    office.now = begun
    mine = await office.reports("李明", STAR)
    rival = await office.reports("王芳", STAR)
    await office.returns("background")
    until = (await office.does(None, lambda work: work.customers.report(mine.report))).keeps_place_until
    assert until is not None
    wall = until.astimezone(ZONED.zone)
    assert (wall.date() - begun.date(), wall.time()) == (timedelta(4), begun.time())
    office.now = until
    await office.does(None, queueing.expire_returns)
    assert (await office.reports("李明", STAR, mends=mine.report)).ahead == 0
    assert await _state(office, rival.report) is ReportState.QUEUED


async def test_whoever_reports_a_name_that_a_correction_waits_for_is_told_that_somebody_was_first(
    office: Office,
) -> None:
    customer = await office.holds("李明", STAR)
    wished = await office.does(None, lambda work: correcting.known(work.customers.get(customer)))
    command = correcting.CorrectCustomer(customer=customer, profile=replace(wished, name=NEW))
    await office.does("李明", lambda work: correcting.correct(work, command))
    told = await office.does("王芳", lambda work: conflict.found(work, NEW, None)[1])
    assert (told.answer, told.why) == (conflict.CheckAnswer.REVIEW, conflict.CheckReason.QUEUE)
    told = await office.does("张磊", lambda work: conflict.found(work, NEW, None)[1])
    assert (told.why, told.colleague, told.number[:3]) == (conflict.CheckReason.OWN_PENDING, "李明", "GZ-")
    await office.rejects()
    told = await office.does("王芳", lambda work: conflict.found(work, NEW, None)[1])
    assert told.why is conflict.CheckReason.FREE
