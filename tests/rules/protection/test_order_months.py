"""*Policy* `protection.order_months`: what an order keeps, and what becomes of that (docs/protection.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.serving.work import DeskWork
from domain.base.stage import Stage
from domain.follow_ups import views as follow_up_views
from domain.follow_ups import writing
from domain.orders import changing, confirming, keeping, noting, recording, showing
from domain.orders.records import Order
from domain.people.records import AccountType
from domain.protection import protecting
from domain.reminders.records import ReminderKind
from domain.reports import merging
from tests.rules.office import POLICY, Office
from tests.rules.orders.test_orders import STAR, item, logs
from tests.rules.protection.test_losing import gives_up

WHALE = "深圳市蓝鲸智能科技有限公司"


@pytest.fixture
async def customer(office: Office) -> int:
    """李明's, with a project that lengthens nothing; six months an order."""
    office.policy = POLICY.model_copy(update={"protection": POLICY.protection.model_copy(update={"order_months": 6})})
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    return await held(office, STAR)


async def held(office: Office, name: str) -> int:
    made = await office.holds("李明", name)
    project = replace(item(), stage=Stage.CONTACT)
    report = writing.WriteFollowUp(customer=made, dynamics="开始供货", projects=(project,))
    await office.does("李明", lambda work: writing.write(work, report))
    return made


async def voids(office: Office, order: Order) -> None:
    await office.does("周助理", lambda work: changing.void(work, changing.VoidOrder(order=order.id)))


async def gives_back(office: Office, order: Order, pieces: int, day: str) -> Order:
    command = changing.ReturnGoods(line=order.lines[0].id, quantity=pieces, day=date.fromisoformat(day))
    return await office.does("周助理", lambda work: changing.give_back(work, command))


@pytest.mark.pg
async def test_an_order_keeps_its_customer_and_a_voided_one_gives_that_back(office: Office, customer: int) -> None:
    assert await office.until(customer) == "2027-02-23"
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    assert await office.until(customer) == "2027-06-01"
    await voids(office, order)
    assert await office.until(customer) == "2027-02-23"
    assert any("订单作废或退货" in each for each in await office.chat("李明"))


@pytest.mark.pg
async def test_goods_that_all_came_back_keep_nobody_and_a_part_still_does(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    await gives_back(office, order, 4999, "2026-12-02")
    assert await office.until(customer) == "2027-06-01"
    back = await gives_back(office, order, 1, "2026-12-02")
    assert await office.until(customer) == "2027-02-23"
    await voids(office, back)  # it never came back after all
    assert await office.until(customer) == "2027-06-01"


@pytest.mark.pg
async def test_nobody_loses_the_customer_in_the_minute_in_which_an_order_is_voided(
    office: Office, customer: int
) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    office.day("2026-12-31")
    (second,) = await logs(office, "周助理", customer, "2026-12-30", quantity=7)
    assert await office.until(customer) == "2027-06-30"
    office.day("2027-04-10")
    await office.does("孙总", lambda work: changing.void(work, changing.VoidOrder(order=second.id)))
    assert await office.until(customer) == "2027-06-01"
    await office.does("孙总", lambda work: changing.void(work, changing.VoidOrder(order=order.id)))
    assert await office.until(customer) == "2027-04-17"
    await office.duties()
    assert ("李明", "protection", "2027-04-10", "handed") in await office.reminders(ReminderKind.PROTECTION)
    office.day("2027-04-17")
    await office.duties()
    assert await office.until(customer) == "2027-04-17"
    office.day("2027-04-18")
    await office.duties()
    assert await office.until(customer) == "pool"


@pytest.mark.pg
async def test_a_corrected_day_counts_and_a_late_order_from_the_owners_tap_on(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    line = recording.LineToLog(project=order.lines[0].project_id or 0, quantity=5000, price=Decimal("3.2"))
    earlier = changing.CorrectOrder(order=order.id, day=date(2026, 11, 25), lines=(line,))
    await office.does("周助理", lambda work: changing.correct(work, earlier))
    assert await office.until(customer) == "2027-05-25"
    office.day("2027-01-10")
    (late,) = await logs(office, "周助理", customer, "2026-12-20")
    assert await office.until(customer) == "2027-05-25"
    await office.does("孙总", lambda work: changing.confirm_late(work, changing.ConfirmLate(order=late.id)))
    assert await office.until(customer) == "2027-06-20"


@pytest.mark.pg
async def test_an_extension_is_counted_from_the_end_that_the_order_keeps(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    ask = protecting.AskExtension(customer=customer, months=2, reason="等待量产")
    await office.does("李明", lambda work: protecting.ask_extension(work, ask))
    await office.approves()
    assert await office.until(customer) == "2027-08-01"
    await voids(office, order)
    assert await office.until(customer) == "2027-04-23"  # as if it had never been


async def test_the_card_says_what_the_order_does_to_protection_and_so_does_what_was_logged(
    office: Office, customer: int
) -> None:
    office.day("2026-12-02")

    async def card(text: str) -> showing.ShownCard:
        note = noting.NoteOrders(text=text, written_on=date(2026, 12, 2))
        found = await office.does("周助理", lambda work: noting.note(work, note))
        assert found is not None
        return found

    first = await card("星河 变频空调主控 5k 3.2 昨天")
    assert first.rows[0].keeps == date(2027, 6, 1)
    confirm = confirming.ConfirmRows(card=first.waiting.id)
    await office.does("周助理", lambda work: confirming.confirm(work, confirm))
    assert await office.does("周助理", lambda work: keeping.kept_until(work, customer)) == date(2027, 6, 1)
    assert (await card("星河 变频空调主控 6k 3.2 11月30日")).rows[0].keeps is None  # it is kept longer already


async def test_stages_and_orders_give_the_later_end(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    project = replace(item(), stage=Stage.DEVELOPMENT, project=order.lines[0].project_id)
    office.day("2026-12-20")
    report = writing.WriteFollowUp(customer=customer, dynamics="立项", projects=(project,))
    await office.does("李明", lambda work: writing.write(work, report))
    assert await office.until(customer) == "2027-06-01"
    await office.approves()
    assert await office.until(customer) == "2027-06-20"
    await voids(office, order)
    assert await office.until(customer) == "2027-06-20"


@pytest.mark.pg
async def test_of_two_customers_that_are_one_what_orders_keep_comes_along(office: Office, customer: int) -> None:
    gone = await held(office, WHALE)
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", gone, "2026-12-01")
    await office.does("管理员", lambda work: merging.merge(work, merging.MergeCustomers(gone=gone, into=customer)))
    assert await office.until(customer) == "2027-06-01"
    await voids(office, order)
    assert await office.until(customer) == "2027-02-23"


async def test_another_agencys_orders_keep_nobody_and_ones_own_from_before_do(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    await logs(office, "周助理", customer, "2026-12-01")
    await gives_up(office, customer)
    office.day("2027-03-01")
    await office.reports("王芳", STAR)
    await office.approves()
    assert await office.until(customer) == "2027-06-01"  # her own three months
    await loses(office, customer)
    office.day("2027-04-01")
    await office.reports("李明", STAR)
    await office.approves()
    assert await office.until(customer) == "2027-07-01"
    office.day("2027-04-02")
    await logs(office, "周助理", customer, "2027-04-01")
    assert await office.until(customer) == "2027-10-01"


async def loses(office: Office, customer: int) -> None:
    await office.does(
        "王芳", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="不做了"))
    )


@pytest.mark.parametrize("who", ["周助理", "孙总"])
async def test_nothing_of_this_happens_where_policy_gives_nothing(office: Office, customer: int, who: str) -> None:
    office.policy = POLICY
    office.day("2026-12-02")
    (order,) = await logs(office, who, customer, "2026-12-01")
    assert await office.until(customer) == "2027-02-23"
    await voids(office, order)
    assert await office.until(customer) == "2027-02-23"


async def test_the_card_tells_that_orders_keep_the_customer_and_what_was_sold_this_quarter(
    office: Office, customer: int
) -> None:
    def card(work: DeskWork) -> follow_up_views.CardView:
        return follow_up_views.card(work, customer)

    assert (await office.does("李明", card)).sold is None
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    await gives_back(office, order, 1000, "2026-12-02")
    for who in ("李明", "周助理", "陈经理"):
        view = await office.does(who, card)
        assert (view.sold, view.kept_until) == (follow_up_views.LastSale(date(2026, 12, 1), 4000), date(2027, 6, 1)), (
            who
        )
    office.day("2027-01-02")
    assert (await office.does("李明", card)).sold == follow_up_views.LastSale(date(2026, 12, 1), 0)
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    engineers = writing.AssignEngineers(customer=customer, engineers=(office.ids["赵工"],))
    await office.does("李明", lambda work: writing.assign(work, engineers))
    assert (await office.does("赵工", card)).sold is None


@pytest.mark.pg
async def test_who_decides_an_extension_sees_what_was_sold_in_the_holders_time(office: Office, customer: int) -> None:
    office.day("2026-12-02")
    (order,) = await logs(office, "周助理", customer, "2026-12-01")
    await logs(office, "李明", customer, "2026-12-02", quantity=200)
    await gives_back(office, order, 1000, "2026-12-02")
    ask = protecting.AskExtension(customer=customer, months=2, reason="等待量产")
    await office.does("李明", lambda work: protecting.ask_extension(work, ask))
    (card,) = [each for each in await office.chat("陈经理") if "申请延期" in each]
    assert "订单 2 单，共 4,200 片，最近 12-02" in card
