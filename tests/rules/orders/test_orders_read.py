"""Who reads what of orders: prices for every role and policy, batches of two agencies, customers that change hands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound
from domain.leaving import staffing
from domain.orders import changing, exporting, rating, recording, views
from domain.orders.recording import BatchSharedWithAnother, LineToLog
from domain.orders.records import Batch, Facet, Order, Wanted
from domain.people.records import AccountType
from domain.reports import merging
from tests.rules.leaving.test_handing_over import handed_to_qian
from tests.rules.office import POLICY, Office
from tests.rules.orders.test_orders import logs, project, star

__all__ = ["star"]

AGENCY, VENDOR = ("周助理", "李明", "孙总"), ("陈经理", "刘经理", "管理员")


def shown_to(office: Office, value: str) -> None:
    office.policy = POLICY.model_copy(update={"orders": POLICY.orders.model_copy(update={"price_to_vendor": value})})


async def prices(office: Office, who: str) -> dict[str, list[Decimal | None]]:
    """By every door: the list, the page with its versions and links, the export."""

    def act(work: DeskWork) -> dict[str, list[Decimal | None]]:
        rows, _ = views.orders(work, Wanted())
        pages = [views.page(work, each.order.id) for each in rows]
        exported = exporting.portion(work, Wanted(), 0)
        return {
            "list": [line.price for each in rows for line in each.order.lines],
            "page": [line.price for each in pages for line in each.view.order.lines],
            "before": [line.price for each in pages for version, _ in each.versions for line in version.lines],
            "returns": [line.price for each in pages for back in each.returns for line in back.lines],
            "taken back": [line.price for each in pages if each.takes_back for line in each.takes_back.lines],
            "export": [line.price for each in exported for line in each.view.order.lines],
        }

    return await office.does(who, act)


@pytest.mark.parametrize("value", ["full", "average", "none"])
async def test_prices_are_read_as_the_policy_says_by_every_role_through_every_door(
    office: Office, star: int, value: str
) -> None:
    (first,) = await logs(office, "周助理", star, "2026-11-30", quantity=1000, price=Decimal("3.2"))
    await logs(office, "周助理", star, quantity=3000, price=Decimal("3.6"))
    back = changing.ReturnGoods(line=first.lines[0].id, quantity=100, day=office.now.date())
    await office.does("周助理", lambda work: changing.give_back(work, back))
    told = LineToLog(project=await project(office, star), quantity=1100, price=Decimal("3.2"))
    await office.does(
        "周助理",
        lambda work: changing.correct(work, changing.CorrectOrder(order=first.id, day=first.day, lines=(told,))),
    )
    shown_to(office, value)
    for who in AGENCY:
        found = await prices(office, who)
        assert set(found["list"]) == {Decimal("3.2"), Decimal("3.6")}, who
        assert found["before"] == [Decimal("3.2")], who
    mean = ((Decimal("3.2") * 1100 + Decimal("3.6") * 3000) / 4100).quantize(Decimal("0.0001"))
    choices: dict[str, set[Decimal | None]] = {
        "full": {Decimal("3.2"), Decimal("3.6")},
        "average": {mean},
        "none": {None},
    }
    expected = choices[value]
    for who in VENDOR:
        found = await prices(office, who)
        for door in ("list", "page", "export"):
            assert set(found[door]) == expected, (who, door)
        assert set(found["returns"]) <= expected, who
        assert found["before"] == ([Decimal("3.2")] if value == "full" else [None]), who
    for who in ("王芳", "钱总", "张磊"):
        assert (await prices(office, who))["list"] == [], who


async def test_who_sees_no_orders_is_told_so_at_each_door(office: Office, star: int) -> None:
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    (order,) = await logs(office, "周助理", star)
    doors = (
        lambda work: views.orders(work, Wanted()),
        lambda work: views.facets(work, Wanted(), Facet.MODEL, 0, 12),
        lambda work: exporting.portion(work, Wanted(), 0),
        lambda work: exporting.ask(work, exporting.ExportOrders()),
    )
    for door in doors:
        with pytest.raises(NotAllowed):
            await office.does("赵工", door)
    for who in ("赵工", "王芳", "张磊", "钱总"):
        with pytest.raises(NotFound):
            await office.does(who, lambda work: views.page(work, order.id))
        with pytest.raises(NotFound):
            await office.does(who, lambda work: views.line(work, order.lines[0].id))


async def test_averages_are_of_the_quarter_and_the_currency(office: Office, star: int) -> None:
    await logs(office, "周助理", star, price=Decimal("3.2"))
    await logs(office, "周助理", star, price=Decimal("0.45"), currency="USD")
    office.day("2027-01-04")
    await logs(office, "周助理", star, "2027-01-04", price=Decimal("4.0"))
    shown_to(office, "average")
    assert set((await prices(office, "陈经理"))["list"]) == {Decimal("0.45"), Decimal("3.2"), Decimal("4.0")}


async def test_an_order_is_corrected_to_what_one_order_holds_and_a_return_only_voided(
    office: Office, star: int
) -> None:
    (order,) = await logs(office, "周助理", star)
    number = await project(office, star)

    def correcting(order_id: int, *codes: str, pieces: int | None = None) -> changing.CorrectOrder:
        batches = tuple(Batch(each, pieces) for each in codes)
        line = LineToLog(project=number, quantity=5000, price=Decimal("3.2"), batches=batches)
        return changing.CorrectOrder(order=order_id, day=order.day, lines=(line,))

    with pytest.raises(changing.TooManyBatches):
        await office.does("周助理", lambda work: changing.correct(work, correcting(order.id, "A", "B", "C", "D")))
    with pytest.raises(recording.BatchesDontAddUp):
        await office.does("周助理", lambda work: changing.correct(work, correcting(order.id, "A", "B", pieces=10)))
    back = changing.ReturnGoods(line=order.lines[0].id, quantity=100, day=order.day)
    returned = await office.does("周助理", lambda work: changing.give_back(work, back))
    with pytest.raises(changing.ReturnIsVoided):
        await office.does("周助理", lambda work: changing.correct(work, correcting(returned.id, "A")))


async def numbers(office: Office, who: str, customer: int | None = None) -> list[str]:
    def act(work: DeskWork) -> list[str]:
        return sorted(each.order.number for each in views.orders(work, Wanted(customer_id=customer))[0])

    return await office.does(who, act)


async def test_orders_of_merged_customers_stand_under_the_one_that_is_left(office: Office, star: int) -> None:
    whale = await office.holds("李明", "深圳市蓝鲸智能科技有限公司")
    (order,) = await logs(office, "周助理", star)
    command = merging.MergeCustomers(gone=star, into=whale)
    await office.does("管理员", lambda work: merging.merge(work, command))
    for who in (*AGENCY, *VENDOR):
        assert await numbers(office, who, whale) == [order.number], who
    assert await numbers(office, "孙总", star) == []


async def test_the_next_salesperson_has_the_orders_of_the_one_who_left(office: Office, star: int) -> None:
    (order,) = await logs(office, "李明", star)
    assert await numbers(office, "张磊") == []
    leaving = staffing.Deactivate(account=office.ids["李明"], to=office.ids["张磊"])
    await office.does("孙总", lambda work: staffing.deactivate(work, leaving))
    assert await numbers(office, "张磊") == [order.number]
    page = await office.does("张磊", lambda work: views.page(work, order.id))
    assert (page.view.contact, page.may_correct) == ("李明", True)


async def test_an_ended_agency_keeps_its_orders_to_look_at_and_the_next_one_sees_none_of_them(
    office: Office, star: int
) -> None:
    (order,) = await logs(office, "周助理", star)
    await handed_to_qian(office)
    for who in ("钱总", "王芳"):
        assert await numbers(office, who) == [], who
    assert await numbers(office, "孙总") == [order.number]
    page = await office.does("孙总", lambda work: views.page(work, order.id))
    assert [page.may_log, page.may_correct, page.may_confirm] == [False] * 3
    with pytest.raises((NotAllowed, NotFound)):
        await office.does("孙总", lambda work: changing.void(work, changing.VoidOrder(order=order.id)))
    assert await numbers(office, "陈经理") == [order.number]


async def test_a_batch_that_another_agency_names_is_told_once_as_it_was_written(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star, batches=(Batch("A12"),))
    await handed_to_qian(office)
    office.day("2026-12-03")
    number = await project(office, star)
    heard: list[BatchSharedWithAnother] = []

    def act(work: DeskWork) -> int:
        line = LineToLog(project=number, quantity=10, price=Decimal("3.2"), batches=(Batch("a12"), Batch("B1")))
        command = recording.LogOrder(customer=star, day=work.today, lines=(line,))
        (made,) = recording.log(work, command).orders
        heard.extend(work.events.of_actor(work.actor.id, BatchSharedWithAnother, work.now))
        return made.id

    made = await office.does("钱总", act)
    assert [(each.batch, each.order, each.others) for each in heard] == [("a12", made, (order.id,))]


@pytest.mark.pg
async def test_what_was_sold_is_summed_by_contract_or_by_delivery(office: Office, star: int) -> None:
    (first,) = await logs(office, "周助理", star, "2026-11-30", quantity=1000)
    await logs(office, "周助理", star, "2026-12-01", quantity=300, price=Decimal("0.5"), currency="USD")
    for pieces, day in ((400, "2026-11-30"), (500, "2026-12-02")):
        part = changing.Deliver(line=first.lines[0].id, quantity=pieces, day=date.fromisoformat(day))
        await office.does("周助理", partial(_delivers, command=part))
    back = changing.ReturnGoods(line=first.lines[0].id, quantity=50, day=date(2026, 12, 2))
    await office.does("周助理", lambda work: changing.give_back(work, back))

    async def sums(who: str, *, shipped: bool) -> views.Summed:
        december = Wanted(since=date(2026, 12, 1), until=date(2026, 12, 31))
        return await office.does(who, lambda work: views.summed(work, december, shipped))

    assert await sums("周助理", shipped=False) == views.Summed(250, {"USD": Decimal(150), "CNY": Decimal(-160)}, None)
    rate = rating.SetRate(currency="USD", month=date(2026, 12, 1), rate=Decimal("7.1"))
    await office.does("管理员", lambda work: rating.set_rate(work, rate))
    assert await sums("陈经理", shipped=True) == views.Summed(
        750, {"USD": Decimal(150), "CNY": Decimal(1440)}, Decimal("2505.00")
    )
    assert (await sums("王芳", shipped=True)).pieces == 0
    shown_to(office, "none")
    assert await sums("陈经理", shipped=True) == views.Summed(750, None, None)


def _delivers(work: DeskWork, command: changing.Deliver) -> Order:
    return changing.deliver(work, command)


async def test_a_rate_is_the_administrators_and_within_reason(office: Office) -> None:
    this = date(2026, 11, 1)
    for who, told, refusal in (
        ("陈经理", rating.SetRate(currency="USD", month=this, rate=Decimal(7)), NotAllowed),
        ("管理员", rating.SetRate(currency="EUR", month=this, rate=Decimal(7)), recording.UnknownCurrency),
        ("管理员", rating.SetRate(currency="CNY", month=this, rate=Decimal(1)), recording.UnknownCurrency),
        ("管理员", rating.SetRate(currency="USD", month=date(2026, 12, 1), rate=Decimal(7)), rating.MonthOutside),
        ("管理员", rating.SetRate(currency="USD", month=this, rate=Decimal(0)), rating.RateOutside),
        ("管理员", rating.SetRate(currency="USD", month=this, rate=Decimal("7.1234567")), rating.RateOutside),
    ):
        with pytest.raises(refusal):
            await office.does(who, partial(_sets, command=told))


def _sets(work: DeskWork, command: rating.SetRate) -> rating.RateSet:
    return rating.set_rate(work, command)
