"""Losing a customer: whatever the reason, nothing of the former holder's stays behind, and everybody else's duties go on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.base.errors import AlreadyDecided
from domain.base.stage import Stage
from domain.customers.records import ReportState
from domain.leaving import agency_states
from domain.people.records import AgencyState
from domain.petitions import appealing, correcting
from domain.protection import protecting
from domain.protection.releasing import HolderChanged
from domain.reminders.records import ReminderKind
from domain.reports import conflict
from tests.rules.office import Office
from tests.rules.protection.test_protecting import asks, stage, waiting

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"
RENAMED = "深圳市星河联创半导体有限公司"

Losing = Callable[[Office, int], Awaitable[None]]


async def gives_up(office: Office, customer: int, who: str = "李明") -> None:
    command = protecting.GiveUp(customer=customer, reason="客户停产")
    await office.does(who, lambda work: protecting.give_up(work, command))


async def by_appeal(office: Office, customer: int) -> None:
    await office.appeals("王芳", STAR)


async def by_its_agencys_end(office: Office, customer: int) -> None:
    agency = await office.does("李明", lambda work: work.actor.agency_id or 0)
    ending = agency_states.SetAgencyState(agency=agency, state=AgencyState.ENDED)
    await office.does("陈经理", lambda work: agency_states.set_state(work, ending))
    office.day("2027-01-10")
    await office.duties()


WAYS = pytest.mark.parametrize("losing", [gives_up, by_appeal, by_its_agencys_end])


async def wishes_for_another_name(office: Office, customer: int, who: str = "李明") -> None:
    def act(work: DeskWork) -> None:
        profile = work.customers.get(customer).profile
        assert profile is not None
        correcting.correct(work, correcting.CorrectCustomer(customer=customer, profile=replace(profile, name=RENAMED)))

    await office.does(who, act)


async def requests(office: Office) -> list[int]:
    return await office.does("陈经理", lambda work: [each.id for each in work.approvals.waiting_for((work.actor.id,))])


async def approves(office: Office, approval: int) -> None:
    await office.does("陈经理", lambda work: deciding.approve(work, deciding.Approve(approval=approval)))


@WAYS
async def test_whatever_the_former_holder_asked_for_need_not_be_decided_any_more(
    office: Office, losing: Losing
) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    await stage(office, customer, Stage.DEVELOPMENT)
    await wishes_for_another_name(office, customer)
    asked = await requests(office)
    assert len(asked) == 3
    await losing(office, customer)
    assert await waiting(office) == []
    for approval in asked:
        with pytest.raises(AlreadyDecided) as refused:
            await approves(office, approval)
        assert (refused.value.by == "") == (refused.value.how == "lapsed")  # never a name that is empty
    last = [text for text in await office.chat("陈经理") if "已失效" in text]
    assert sum("客户已不由申请方持有" in text for text in last) >= 2  # the extension's and the stage's card


@WAYS
async def test_salesperson_owner_and_manager_are_told_of_the_loss(office: Office, losing: Losing) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    await losing(office, customer)
    for who in ("李明", "孙总", "陈经理"):
        lost = [text for text in await office.chat(who) if text.startswith("🔴") and STAR in text]
        assert len(lost) == 1
        assert "深圳南山电子 · 李明" in lost[0]
        assert "1 项待审批的申请，已一并失效" in lost[0]


@pytest.mark.parametrize("producing", [False, True])
async def test_after_an_appeal_the_duties_go_on_for_everybody(office: Office, producing: bool) -> None:
    star, whale = await office.holds("李明", STAR), await office.holds("李明", WHALE)
    if producing:
        await stage(office, star, Stage.PRODUCTION)
        await office.approves()
    await by_appeal(office, star)
    for day in ("2027-01-24", "2027-02-09", "2027-02-23"):
        office.day(day)
        await office.duties()
        whales = [row for row in await office.reminders(ReminderKind.PROTECTION) if row[0] == "李明"]
        assert whales[-1][2:] == (day, "handed")
    office.day("2027-05-23")
    await office.duties()
    assert await office.until(whale) == "pool"
    assert await office.until(star) == "open"
    assert await waiting(office) == []


async def test_what_the_former_holder_asked_for_gives_the_next_one_nothing(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    (old,) = await requests(office)
    await by_appeal(office, customer)
    await office.holds("王芳", STAR)
    with pytest.raises(AlreadyDecided):
        await approves(office, old)
    assert await office.until(customer) == "2027-02-23"


async def test_the_name_that_the_former_holder_wished_for_does_not_come_to_the_next_one(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await wishes_for_another_name(office, customer)
    await gives_up(office, customer)
    office.day("2026-11-25")
    await office.holds("王芳", STAR)
    assert await office.does(None, lambda work: work.customers.get(customer).name) == STAR
    await wishes_for_another_name(office, customer, "王芳")  # none is open: hers is the first
    await office.approves()
    assert await office.does(None, lambda work: work.customers.get(customer).name) == RENAMED


async def test_a_correction_is_not_approved_for_whoever_holds_the_customer_meanwhile(office: Office) -> None:
    """Even where the request was left open."""
    customer = await office.holds("李明", STAR)
    await wishes_for_another_name(office, customer)
    (old,) = await requests(office)

    def changes_hands(work: DeskWork) -> None:
        wang = work.people.account(office.ids["王芳"])
        work.hand_overs.give_customer(customer, wang.agency_id or 0, wang.id)

    await office.does(None, changes_hands)
    with pytest.raises(HolderChanged):
        await approves(office, old)
    assert await office.does(None, lambda work: work.customers.get(customer).name) == STAR
    await office.rejects()
    assert await waiting(office) == []


async def test_who_lost_it_by_an_appeal_is_remembered(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await by_appeal(office, customer)
    await office.holds("王芳", STAR)
    await gives_up(office, customer, "王芳")
    office.day("2026-11-25")
    for who in ("李明", "孙总"):
        finding = await office.does(who, lambda work: conflict.judge(work, work.customers.get(customer), work.actor))
        assert finding.cooling


async def test_an_appeal_about_what_lies_in_the_pool_keeps_it_for_who_was_right(office: Office) -> None:
    """Others who want it meanwhile are refused, and the fair start doesn't hold the winner up."""
    customer = await office.holds("李明", STAR)
    appeal = appealing.MakeAppeal(reason="2026-08 起送样", name=STAR)
    await office.does("王芳", lambda work: appealing.make(work, appeal))
    await gives_up(office, customer)
    office.day("2026-11-25")
    await office.many_agencies(["东莞松山科技"])
    other = await office.reports("东莞松山科技业务员", STAR)
    await office.approves("刘经理")
    assert await office.until(customer) == "open"
    assert await office.does(None, lambda work: work.pool.entry(customer)) is None
    report = await office.does(None, lambda work: work.customers.report(other.report))
    assert report.state is ReportState.CLOSED
    assert await waiting(office) == []
    await office.holds("王芳", STAR)
    assert await office.until(customer) == "2027-02-25"
