"""Two at the same instant, in two transactions that really overlap: PostgreSQL alone, for SQLite has one writer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.app import App
from bot.serving.rendering import ScreenRenderer
from bot.serving.work import DeskWork, work_for
from dialogs.core.texts import Texts
from domain.approvals import deciding
from domain.base.errors import AlreadyDecided, NotFound
from domain.base.policy.model import Quota
from domain.customers.history import Period
from domain.customers.records import Report, ReportState
from domain.follow_ups import writing
from domain.leaving import agency_states, handing_over, staffing
from domain.leaving.handovers import HandedNames
from domain.orders import confirming, noting
from domain.people.records import AccountType, AgencyState
from domain.petitions import correcting
from domain.protection import protecting, releasing
from domain.reports import conflict, merging, reporting
from domain.reports import room as report_room
from storage.chat import conversations
from storage.engine.database import Database
from storage.files.store import FileStore
from tests.rules.leaving.test_handing_over import becomes
from tests.rules.office import BEGIN, POLICY, Office, profile, with_report
from tests.rules.orders.test_orders import seen_by, star
from tests.rules.protection.test_protecting import asks

__all__ = ["star"]

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
    assert isinstance(answer, report_room.Hoarding)


async def test_of_two_colleagues_one_gets_the_agencys_last_check_of_the_day(office: Office) -> None:
    await office.colleague("赵敏", "深圳南山电子")
    office.policy = with_report(checks_a_day=Quota(person=10, agency=1))
    _, answer = await office.overlapping(
        ("李明", lambda work: conflict.check(work, STAR)), ("赵敏", lambda work: conflict.check(work, MING))
    )
    assert isinstance(answer, conflict.QuotaUsed)


@pytest.mark.parametrize("what", ["reports", "follow-ups"])
async def test_nobody_waits_for_whoever_took_the_number_before(office: Office, what: str) -> None:
    """Submitting, and not committed yet: another agency's person gets the next number at once."""
    if what == "reports":
        await office.reports("李明", "深圳市海纳通信有限公司")  # the year's first
        await office.overlapping(("李明", reports(STAR)), ("王芳", reports(MING)), beside=True)
    else:
        star, ming = await office.holds("李明", STAR), await office.holds("王芳", MING)
        await office.does("李明", writes(star))
        await office.overlapping(("李明", writes(star)), ("王芳", writes(ming)), beside=True)


# --- while somebody leaves, or an agency ends -----------------------------------------------------------------------


def leaves(office: Office) -> Callable[[DeskWork], staffing.Departure]:
    """李明, and 张磊 takes over."""
    command = staffing.Deactivate(account=office.ids["李明"], to=office.ids["张磊"])
    return lambda work: staffing.deactivate(work, command)


def ends(office: Office) -> Callable[[DeskWork], object]:
    """李明's agency."""

    def act(work: DeskWork) -> object:
        agency = work.people.account(office.ids["李明"]).agency_id or 0
        return agency_states.set_state(work, agency_states.SetAgencyState(agency=agency, state=AgencyState.ENDED))

    return act


def handed_to_qian(office: Office) -> Callable[[DeskWork], object]:
    def act(work: DeskWork) -> object:
        agency = work.people.account(office.ids["李明"]).agency_id or 0
        return agency_states.hand_over(work, agency_states.HandAgencyOver(agency=agency, to=office.ids["钱总"]))

    return act


async def holder(office: Office, customer: int) -> str | None:
    names = {number: name for name, number in office.ids.items()}
    held = await office.does(None, lambda work: work.customers.get(customer).contact_id)
    return None if held is None else names[held]


async def test_what_is_approved_while_its_contact_leaves_is_his_successors(office: Office) -> None:
    made = await office.reports("李明", STAR)
    await office.overlapping(("陈经理", approves), ("孙总", leaves(office)))
    customer = await office.does(None, lambda work: work.customers.report(made.report).customer_id)
    assert await holder(office, customer) == "张磊"


async def test_what_is_reported_while_its_contact_leaves_is_his_successors(office: Office) -> None:
    await office.holds("李明", MING)
    made, _ = await office.overlapping(("李明", reports(STAR)), ("孙总", leaves(office)))
    assert await office.does(None, lambda work: work.customers.report(made.report).contact_id) == office.ids["张磊"]


async def test_who_left_while_he_was_waiting_reports_no_more(office: Office) -> None:
    _, answer = await office.overlapping(("孙总", leaves(office)), ("李明", reports(STAR)))
    assert isinstance(answer, report_room.NotAContact)


async def test_what_went_to_the_pool_while_its_contact_left_is_nobodys(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-24")
    await office.overlapping((None, releasing.release_ended), ("孙总", leaves(office)))
    assert await office.until(customer) == "pool"
    assert await holder(office, customer) is None


@pytest.mark.parametrize("first", ["the report", "the end"])
async def test_an_agency_that_ends_leaves_no_report_behind(office: Office, first: str) -> None:
    acts = ("李明", reports(STAR)), ("陈经理", ends(office))
    if first == "the report":
        made, _ = await office.overlapping(*acts)
        assert await state_of(office, made.report) is ReportState.WITHDRAWN
    else:
        _, answer = await office.overlapping(*reversed(acts))
        assert isinstance(answer, report_room.AgencyNotActive)


async def test_what_was_handed_to_another_agency_on_the_last_day_does_not_go_to_the_pool(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await becomes(office, AgencyState.ENDED)
    office.day("2026-12-30")
    await office.overlapping(
        ("陈经理", handed_to_qian(office)), (None, lambda work: agency_states.release_of_ended(work, 3))
    )
    assert await holder(office, customer) == "钱总"


async def test_what_went_to_the_pool_meanwhile_is_not_handed_over(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await becomes(office, AgencyState.ENDED)
    office.day("2027-02-24")
    _, handed = await office.overlapping((None, releasing.release_ended), ("陈经理", handed_to_qian(office)))
    assert handed == HandedNames((), 0, (), 0)
    assert await office.until(customer) == "pool"


async def test_of_several_replicas_that_start_together_each_comes_up(
    db: Database, texts: Texts, tmp_path: Path
) -> None:
    """The first start of a deployment, which makes units and products, and announces what changed."""
    app = App(POLICY, texts, ScreenRenderer(texts, POLICY, FileStore(tmp_path), lambda: BEGIN), "baobei_bot")
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(db.transact(lambda conn: app.begin(conn, BEGIN)))
    units = await db.read(lambda conn: work_for(conn, POLICY, BEGIN).people.units())
    assert len(units) == len({unit.name for unit in units})


async def test_an_extension_that_is_granted_just_now_is_not_withdrawn(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    asked = await office.does(None, lambda work: work.protections.pending_of(customer)[0].id)
    withdraw = protecting.WithdrawExtension(request=asked)
    _, answer = await office.overlapping(
        ("陈经理", approves), ("李明", lambda work: protecting.withdraw(work, withdraw))
    )
    assert isinstance(answer, protecting.NotPending)
    assert await office.until(customer) == "2027-04-23"


# --- while a customer changes hands -----------------------------------------------------------------------------------


def writes(customer: int) -> Callable[[DeskWork], object]:
    command = writing.WriteFollowUp(customer=customer, dynamics="客户已停产")
    return lambda work: writing.write(work, command)


def corrects(customer: int) -> Callable[[DeskWork], object]:
    def act(work: DeskWork) -> object:
        profile = correcting.known(work.customers.get(customer))
        return correcting.correct(
            work, correcting.CorrectCustomer(customer=customer, profile=replace(profile, name=MING))
        )

    return act


def assigns_nobody(customer: int) -> Callable[[DeskWork], object]:
    return lambda work: writing.assign(work, writing.AssignEngineers(customer=customer))


@pytest.mark.parametrize("act", [writes, corrects, assigns_nobody])
async def test_what_has_just_been_given_up_is_neither_reported_on_nor_corrected(
    office: Office, act: Callable[[int], Callable[[DeskWork], object]]
) -> None:
    customer = await office.holds("李明", STAR)
    gives_up = protecting.GiveUp(customer=customer, reason="客户停产")
    _, answer = await office.overlapping(
        ("孙总", lambda work: protecting.give_up(work, gives_up)), ("李明", act(customer))
    )
    assert isinstance(answer, NotFound)
    assert await office.does(None, lambda work: work.petitions.open_correction(customer)) is None


async def test_no_report_is_lost_with_a_customer_that_is_merged_meanwhile(office: Office) -> None:
    gone, into = await office.holds("李明", STAR), await office.holds("李明", MING)
    command = merging.MergeCustomers(gone=gone, into=into)
    await office.overlapping(("李明", writes(gone)), ("管理员", lambda work: merging.merge(work, command)))
    assert await office.does(None, lambda work: work.follow_ups.of_customer(into, Period())[1]) == 1
    _, answer = await office.overlapping(
        ("李明", writes(into)),
        ("李明", writes(gone)),  # who has the old card still
    )
    assert isinstance(answer, NotFound)


async def test_whoever_comes_back_this_moment_has_left_nothing_alone(office: Office) -> None:
    """Else the draft of before would take the place of the one that he leaves now."""
    mine, later = office.ids["李明"], office.now + timedelta(days=3)

    def touches(before: int | None, at: datetime) -> Callable[[DeskWork], None]:
        return lambda work: conversations.save(
            work.conn, f"account:{mine}", mine, {}, before=before, revision=(before or 0) + 1, touched_at=at
        )

    await office.does("李明", touches(None, office.now))
    _, left = await office.overlapping(
        ("李明", touches(1, later)), (None, lambda work: conversations.left(work.conn, office.now, 10))
    )
    assert left == []
    assert await office.does(None, lambda work: [at for *_, at in conversations.left(work.conn, later, 10)]) == [later]


async def test_two_assistants_who_confirm_a_card_at_once_make_one_order(office: Office, star: int) -> None:
    await office.colleague("吴助理", "深圳南山电子", AccountType.ASSISTANT)
    note = noting.NoteOrders(text="星河 变频空调主控 5k 3.2", written_on=date(2026, 12, 2), message=7)
    card = await office.does("周助理", lambda work: noting.note(work, note))
    assert card is not None
    confirm = confirming.ConfirmRows(card=card.waiting.id)

    def confirms(work: DeskWork) -> confirming.Confirmed:
        return confirming.confirm(work, confirm)

    done, other = await office.overlapping(("周助理", confirms), ("吴助理", confirms))
    assert [each.number for each in done.orders] == ["DD-2026-00001"]
    assert isinstance(other, NotFound)
    assert await seen_by(office, "孙总") == ["DD-2026-00001"]


async def test_of_two_who_hand_a_customer_over_at_once_one_is_told_whose_it_is_by_now(office: Office) -> None:
    customer, mine = await office.holds("李明", STAR), office.ids["李明"]
    await office.colleague("新业务", "深圳南山电子", AccountType.SALESPERSON)

    def hands(to: str) -> Callable[[DeskWork], handing_over.HandOverResult]:
        command = handing_over.HandCustomerOver(customer=customer, to=office.ids[to], of=mine)
        return lambda work: handing_over.hand_customer_over(work, command)

    done, other = await office.overlapping(("孙总", hands("新业务")), ("陈经理", hands("张磊")))
    assert done.to == "新业务"
    assert isinstance(other, handing_over.HandedMeanwhile)
    assert other.holder == "新业务"
