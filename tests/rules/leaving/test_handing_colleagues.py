"""移交 within an agency, without anybody's leaving: what stays, what goes along, who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.kinds import Kind
from domain.leaving import agency_states, handing_over
from domain.leaving.staffing import NoSuccessor
from domain.orders import wanting
from domain.people.records import AccountType, AgencyState
from tests.rules.office import Office
from tests.rules.protection.test_losing import wishes_for_another_name
from tests.rules.protection.test_protecting import asks, waiting

STAR, SUN, MING = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "惠州市名锐照明有限公司"


def one(office: Office, customer: int, to: str = "张磊") -> Callable[[DeskWork], handing_over.HandOverResult]:
    command = handing_over.HandCustomerOver(customer=customer, to=office.ids[to])
    return lambda work: handing_over.hand_customer_over(work, command)


def everything(office: Office, of: str = "李明", to: str = "张磊") -> Callable[[DeskWork], handing_over.HandOverResult]:
    command = handing_over.HandOver(account=office.ids[of], to=office.ids[to])
    return lambda work: handing_over.hand_over(work, command)


async def contact(office: Office, customer: int) -> str:
    names = {number: name for name, number in office.ids.items()}
    return names[await office.does(None, lambda work: work.customers.get(customer).contact_id or 0)]


async def test_clock_follow_up_day_and_what_is_asked_stay_and_are_the_new_contacts(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    await wishes_for_another_name(office, customer)
    office.day("2026-12-01")

    def standing(work: DeskWork) -> tuple[object, ...]:
        known = work.customers.get(customer)
        return (known.protected_until, known.protected_since, known.follow_up_due)

    before = await office.does(None, standing)
    await office.does("孙总", one(office, customer))
    assert await office.does(None, standing) == before
    assert await contact(office, customer) == "张磊"
    assert sorted(await waiting(office)) == [Kind.DATA_CHANGE, Kind.EXTENSION]

    def applicants(work: DeskWork) -> set[int]:
        return {each.applicant_id for each in work.approvals.waiting_for((office.ids["陈经理"],))}

    assert await office.does(None, applicants) == {office.ids["张磊"]}
    await office.rejects()
    await office.rejects()
    assert not any("不同意" in text for text in await office.chat("李明"))
    assert sum("不同意" in text for text in await office.chat("张磊")) == 2


async def test_a_report_that_waits_keeps_its_place_and_its_card_names_the_new_contact(office: Office) -> None:
    await office.reports("李明", STAR)
    await office.reports("王芳", STAR)
    given = await office.does("陈经理", everything(office))
    assert (given.names.customer_count, given.names.report_count) == (0, 1)
    assert "深圳南山电子 · 张磊" in (await office.chat("陈经理"))[-1]
    await office.approves()
    assert any("报备通过" in text for text in await office.chat("张磊"))
    assert any("暂不可报备" in text for text in await office.chat("王芳"))


async def test_who_has_it_now_is_asked_for_the_project_that_an_order_waits_for(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    wanted = wanting.WantProject(customer=customer, text="BAT32G139 5000片")
    await office.does("周助理", lambda work: wanting.want_project(work, wanted))
    await office.does("孙总", one(office, customer))
    assert any("周助理" in text and "BAT32G139" in text for text in await office.chat("张磊"))
    agency = await office.does("孙总", lambda work: work.actor.agency_id or 0)
    (kept,) = await office.does(None, lambda work: work.orders.waiting_of(agency, customer_id=customer))
    assert kept.asked_id == office.ids["张磊"]


async def test_nobody_is_told_of_what_he_did_himself(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.does("孙总", one(office, customer, to="孙总"))
    assert not any("移交" in text for text in await office.chat("孙总"))
    await office.does("孙总", one(office, customer))
    assert any("孙总 将 自己 的 客户" in text for text in await office.chat("张磊"))
    assert not any("移交" in text for text in await office.chat("孙总"))
    await office.does("陈经理", one(office, customer, to="李明"))
    assert sum("移交" in text for text in await office.chat("陈经理")) == 2


@pytest.mark.parametrize("who", ["李明", "王芳", "钱总", "周助理"])
async def test_who_may_not_cant(office: Office, who: str) -> None:
    customer = await office.holds("李明", STAR)
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    for act in (one(office, customer), everything(office)):
        with pytest.raises((NotAllowed, NotFound)):
            await office.does(who, act)
    assert await contact(office, customer) == "李明"


async def test_only_to_a_contact_of_the_same_agency_who_works_there(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    for to in ("王芳", "周助理", "李明", "陈经理"):
        with pytest.raises(NoSuccessor):
            await office.does("陈经理", one(office, customer, to=to))


async def test_within_an_agency_that_has_ended_nothing_is_handed_over(office: Office) -> None:
    customer = await office.holds("李明", STAR)

    def ends(work: DeskWork) -> None:
        agency = work.people.account(office.ids["李明"]).agency_id or 0
        agency_states.set_state(work, agency_states.SetAgencyState(agency=agency, state=AgencyState.ENDED))

    await office.does("陈经理", ends)
    for who in ("孙总", "陈经理"):
        with pytest.raises(Refusal):
            await office.does(who, one(office, customer))


async def test_some_of_them_are_handed_over_and_what_somebody_else_has_is_not(office: Office) -> None:
    mine, more, his = [await office.holds(who, name) for who, name in (("李明", STAR), ("李明", SUN), ("孙总", MING))]
    command = handing_over.HandOver(account=office.ids["李明"], to=office.ids["张磊"], customers=(mine, his))
    given = await office.does("孙总", lambda work: handing_over.hand_over(work, command))
    assert (given.names.customer_count, given.left.customers) == (1, 1)
    assert [await contact(office, each) for each in (mine, more, his)] == ["张磊", "李明", "孙总"]
