"""Orders: what may be logged by whom on which day, and what becomes of it (docs/orders.md)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound
from domain.base.rights import Action, reach
from domain.base.stage import Stage
from domain.follow_ups import writing
from domain.leaving import handovers
from domain.orders import cards, changing, folding, knowing, logged, reading, recording
from domain.orders.recording import LineToLog, LogOrder
from domain.orders.records import Batch, CorrectionReason, Order, OrderState, Wanted
from domain.people.records import AccountType
from domain.projects.records import Milestone, ProjectItem
from tests.rules.office import Office
from tests.rules.protection.test_losing import gives_up

STAR = "深圳市星河联创电子有限公司"


def item(name: str = "变频空调主控", mcu: str = "BAT32G139") -> ProjectItem:
    return ProjectItem(
        name=name,
        domain="家电 · 空调",
        mcu=mcu,
        stage=Stage.PRODUCTION,
        progress="量产",
        yearly=120_000,
        milestone=Milestone.PRODUCTION,
        due="2026-11",
    )


@pytest.fixture
async def star(office: Office) -> int:
    """A customer of 李明's with a project; 周助理 logs orders for the agency."""
    customer = await office.holds("李明", STAR)
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    report = writing.WriteFollowUp(customer=customer, dynamics="开始供货", projects=(item(),))
    await office.does("李明", lambda work: writing.write(work, report))
    office.day("2026-12-02")
    return customer


async def project(office: Office, customer: int) -> int:
    return await office.does(None, lambda work: int(work.projects.of_customer(customer)[0].id))


async def logs(office: Office, who: str, customer: int, day: str = "2026-12-01", **line: object) -> list[Order]:
    told = {"project": await project(office, customer), "quantity": 5000, "price": Decimal("3.2")} | line
    command = LogOrder(customer=customer, day=date.fromisoformat(day), lines=(LineToLog(**told),))  # type: ignore[arg-type]
    return list((await office.does(who, lambda work: recording.log(work, command))).orders)


async def refuses(office: Office, who: str, act: Callable[[DeskWork], object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        await office.does(who, act)


async def seen_by(office: Office, who: str) -> list[str]:
    def act(work: DeskWork) -> list[str]:
        return [each.number for each in work.orders.find(reach(work.actor, Action.SEE_ORDERS), Wanted()).rows]

    return await office.does(who, act)


@pytest.mark.pg
async def test_model_and_domain_come_from_the_project_and_both_names_are_kept(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star, written="BAT32G139KA64FA", batches=(Batch("A12"), Batch("A13")))
    (line,) = order.lines
    assert order.number == "DD-2026-00001"
    assert (line.mcu, line.written, line.domain) == ("BAT32G139", "BAT32G139KA64FA", "家电 · 空调")
    assert line.amount == Decimal(16000)
    assert (order.author_id, order.contact_id) == (office.ids["周助理"], office.ids["李明"])


async def test_the_salesperson_is_who_had_the_customer_on_the_contract_day(office: Office, star: int) -> None:
    def gives(work: DeskWork) -> None:
        li, zhang = (work.people.account(office.ids[each]) for each in ("李明", "张磊"))
        handovers.between_colleagues(work, li, zhang)

    await office.does("孙总", gives)
    office.day("2026-12-03")
    for day, whose in (("2026-12-01", "李明"), ("2026-12-02", "张磊"), ("2026-12-03", "张磊")):
        (order,) = await logs(office, "周助理", star, day)
        assert order.contact_id == office.ids[whose], day
    assert len(await seen_by(office, "张磊")) == 3


async def test_a_line_keeps_the_project_as_it_stood_on_the_contract_day(office: Office, star: int) -> None:
    number = await project(office, star)
    (old,) = await logs(office, "周助理", star, "2026-11-30")
    told = replace(item(), project=number, mcu="BAT32G157", domain="电机控制 · 水泵")
    report = writing.WriteFollowUp(customer=star, dynamics="换型", projects=(told,))
    await office.does("李明", lambda work: writing.write(work, report))
    for day, quantity, written, mcu in (
        ("2026-12-02", 100, "", "BAT32G157"),
        ("2026-12-01", 200, "", "BAT32G139"),
        ("2026-11-23", 300, "BAT32G139KA64FA", "BAT32G139"),
        ("2026-12-01", 400, "BAT32G157KA64FA", "BAT32G157"),
    ):
        (order,) = await logs(office, "周助理", star, day, quantity=quantity, written=written)
        (line,) = order.lines
        assert (line.mcu, line.written) == (mcu, written or mcu), (day, written)
        assert line.domain == ("家电 · 空调" if mcu == "BAT32G139" else "电机控制 · 水泵")
    more = LineToLog(project=number, quantity=6000, price=Decimal("3.2"))
    command = changing.CorrectOrder(order=old.id, day=old.day, lines=(more,), why=CorrectionReason.SLIP)
    after = await office.does("周助理", lambda work: changing.correct(work, command))
    assert (after.lines[0].quantity, after.lines[0].mcu) == (6000, "BAT32G139")


def _corrects(work: DeskWork, command: changing.CorrectOrder) -> Order:
    return changing.correct(work, command)


async def test_an_order_that_is_corrected_to_another_day_is_the_salespersons_of_that_day(
    office: Office, star: int
) -> None:
    (order,) = await logs(office, "周助理", star, "2026-12-02")

    def gives(work: DeskWork) -> None:
        li, zhang = (work.people.account(office.ids[each]) for each in ("李明", "张磊"))
        handovers.between_colleagues(work, li, zhang)

    office.day("2026-12-04")
    await office.does("孙总", gives)
    line = LineToLog(project=await project(office, star), quantity=5000, price=Decimal("3.2"))
    for day, whose in ((date(2026, 12, 4), "张磊"), (date(2026, 12, 1), "李明")):
        command = changing.CorrectOrder(order=order.id, day=day, lines=(line,), why=CorrectionReason.SLIP)
        after = await office.does("周助理", partial(_corrects, command=command))
        assert after.contact_id == office.ids[whose], day


@pytest.mark.pg
async def test_who_logs_and_who_sees(office: Office, star: int) -> None:
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    (order,) = await logs(office, "周助理", star)
    for who in ("周助理", "李明", "孙总", "陈经理", "管理员"):
        assert await seen_by(office, who) == [order.number], who
    for who in ("张磊", "王芳", "钱总"):
        assert await seen_by(office, who) == [], who
    for who, refusal in (("张磊", NotFound), ("王芳", NotFound), ("赵工", NotAllowed), ("陈经理", NotAllowed)):
        with pytest.raises(refusal):
            await logs(office, who, star)
    assert len(await logs(office, "李明", star, quantity=100)) == 1
    assert len(await logs(office, "孙总", star, quantity=200)) == 1


async def test_the_day_lies_between_the_approval_and_today(office: Office, star: int) -> None:
    for day in ("2026-11-22", "2026-12-03"):
        with pytest.raises(recording.DayOutside):
            await logs(office, "周助理", star, day)
    await logs(office, "周助理", star, "2026-11-23")
    await logs(office, "周助理", star, "2026-12-02")


@pytest.mark.pg
async def test_the_former_holder_logs_what_was_signed_before_the_release_and_nothing_else(
    office: Office, star: int
) -> None:
    await gives_up(office, star)
    with pytest.raises(recording.DayOutside):
        await logs(office, "周助理", star, "2026-12-02")
    (order,) = await logs(office, "周助理", star, "2026-12-01")
    assert await seen_by(office, "李明") == [order.number]
    assert await seen_by(office, "王芳") == []


async def test_figures_have_bounds(office: Office, star: int) -> None:
    for line, refusal in (
        ({"quantity": 0}, recording.QuantityOutside),
        ({"quantity": 100_000_001}, recording.QuantityOutside),
        ({"price": None}, recording.PriceMissing),
        ({"price": Decimal(0)}, recording.PriceOutside),
        ({"price": Decimal("0.1234567")}, recording.PriceOutside),
        ({"currency": "EUR"}, recording.UnknownCurrency),
        ({"batches": (Batch(" ! "),)}, recording.BadBatch),
    ):
        with pytest.raises(refusal):
            await logs(office, "周助理", star, **line)
    await logs(office, "周助理", star, price=Decimal("0.45"), currency="USD")


@pytest.mark.pg
async def test_more_batches_than_an_order_holds_become_linked_orders(office: Office, star: int) -> None:
    four = tuple(Batch(code, pieces) for code, pieces in (("A1", 2000), ("A2", 1000), ("A3", 1000), ("A4", 1000)))
    first, second = await logs(office, "周助理", star, batches=four)
    assert [each.quantity for each in (*first.lines, *second.lines)] == [4000, 1000]
    assert second.linked_to == first.id
    with pytest.raises(recording.BatchesDontAddUp):
        await logs(office, "周助理", star, batches=(*four[:3], Batch("A4", 999)))
    with pytest.raises(recording.BatchesDontAddUp):
        await logs(office, "周助理", star, batches=tuple(Batch(each.code) for each in four))


@pytest.mark.pg
async def test_an_order_of_a_closed_month_waits_for_the_owner(office: Office, star: int) -> None:
    office.day("2026-12-05")
    assert (await logs(office, "周助理", star, "2026-11-30"))[0].state is OrderState.LOGGED
    office.day("2026-12-06")
    (late,) = await logs(office, "周助理", star, "2026-11-30", quantity=700)
    assert (late.state, late.late) == (OrderState.LATE, True)
    confirm = changing.ConfirmLate(order=late.id)
    await refuses(office, "周助理", lambda work: changing.confirm_late(work, confirm), NotAllowed)
    counted = await office.does("孙总", lambda work: changing.confirm_late(work, confirm))
    assert (counted.state, counted.late, counted.day) == (OrderState.LOGGED, True, date(2026, 11, 30))
    await refuses(office, "孙总", lambda work: changing.confirm_late(work, confirm), changing.NotLate)


async def test_what_was_kept_before_its_month_closed_counts_as_in_time(office: Office, star: int) -> None:
    office.day("2026-12-10")
    line = LineToLog(project=await project(office, star), quantity=5, price=Decimal(3))
    command = LogOrder(customer=star, day=date(2026, 11, 30), lines=(line,), written_on=date(2026, 12, 5))
    assert not (await office.does("周助理", lambda work: recording.log(work, command))).late


@pytest.mark.pg
async def test_a_correction_keeps_what_stood_before(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star, batches=(Batch("A12"),))
    line = LineToLog(project=await project(office, star), quantity=6000, price=Decimal("3.2"))
    command = changing.CorrectOrder(order=order.id, day=order.day, lines=(line,), why=CorrectionReason.CHANGED)
    after = await office.does("李明", lambda work: changing.correct(work, command))
    assert (after.version, after.lines[0].quantity, after.lines[0].id) == (2, 6000, order.lines[0].id)
    (before,) = await office.does("李明", lambda work: list(work.orders.versions(order.id)))
    assert (before.lines[0].quantity, before.lines[0].batches, before.why) == (
        5000,
        (Batch("A12"),),
        CorrectionReason.CHANGED,
    )
    await refuses(office, "李明", lambda work: changing.correct(work, command), changing.NothingChanged)
    office.day("2027-01-06")
    again = changing.CorrectOrder(
        order=order.id, day=order.day, lines=(LineToLog(project=line.project, quantity=1, price=line.price),)
    )
    await refuses(office, "周助理", lambda work: changing.correct(work, again), changing.MonthClosed)
    assert (await office.does("孙总", lambda work: changing.correct(work, again))).version == 3


async def test_batches_may_be_told_at_any_time(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star, batches=(Batch("A12"),))
    office.day("2027-02-01")
    command = changing.AddBatches(line=order.lines[0].id, batches=(Batch("A14"), Batch("a12")))
    after = await office.does("周助理", lambda work: changing.add_batches(work, command))
    assert [each.code for each in after.lines[0].batches] == ["A12", "A14"]
    many = changing.AddBatches(line=order.lines[0].id, batches=(Batch("A15"), Batch("A16")))
    await refuses(office, "周助理", lambda work: changing.add_batches(work, many), changing.TooManyBatches)


@pytest.mark.pg
async def test_a_return_is_counted_on_its_own_day_and_cant_exceed_what_was_sold(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star)
    line = order.lines[0].id

    async def gives_back(pieces: int, day: str = "2026-12-02") -> Order:
        command = changing.ReturnGoods(line=line, quantity=pieces, day=date.fromisoformat(day))
        return await office.does("周助理", lambda work: changing.give_back(work, command))

    back = await gives_back(1500)
    assert (back.lines[0].quantity, back.lines[0].price, back.lines[0].of_line) == (-1500, Decimal("3.2"), line)
    with pytest.raises(changing.MoreThanSold):
        await gives_back(3501)
    with pytest.raises(recording.DayOutside):
        await gives_back(1, "2026-11-30")
    await refuses(
        office,
        "周助理",
        lambda work: changing.void(work, changing.VoidOrder(order=order.id)),
        changing.ReturnsOrDeliveries,
    )
    await gives_back(3500)
    with pytest.raises(changing.MoreThanSold):
        await gives_back(1)


async def test_what_was_sold_before_the_system_knew_comes_back_too(office: Office, star: int) -> None:
    command = changing.ReturnFromBefore(
        customer=star, mcu="bat32g135", quantity=100, day=date(2026, 12, 1), price=Decimal(3)
    )
    back = await office.does("周助理", lambda work: changing.give_back_from_before(work, command))
    assert (back.lines[0].quantity, back.lines[0].mcu, back.lines[0].of_line) == (-100, "BAT32G135", None)


async def test_a_voided_order_is_seen_no_more_among_those_that_count(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star)
    await office.does("周助理", lambda work: changing.void(work, changing.VoidOrder(order=order.id)))
    assert await seen_by(office, "周助理") == []
    await refuses(
        office, "周助理", lambda work: changing.void(work, changing.VoidOrder(order=order.id)), changing.AlreadyVoid
    )


@pytest.mark.pg
async def test_deliveries_hang_under_the_order(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star)
    line = order.lines[0].id
    part = changing.Deliver(line=line, quantity=2000, day=date(2026, 12, 2), batches=("A14",))
    await office.does("周助理", lambda work: changing.deliver(work, part))
    more = changing.Deliver(line=line, quantity=3001, day=date(2026, 12, 2))
    await refuses(office, "周助理", lambda work: changing.deliver(work, more), changing.MoreThanSold)
    (told,) = await office.does("周助理", lambda work: list(work.orders.deliveries(order.id)))
    assert (told.quantity, told.batches) == (2000, ("A14",))
    less = changing.CorrectOrder(
        order=order.id,
        day=order.day,
        lines=(LineToLog(project=await project(office, star), quantity=1999, price=Decimal(3)),),
    )
    await refuses(office, "周助理", lambda work: changing.correct(work, less), changing.ReturnsOrDeliveries)


async def test_a_message_may_mean_whom_the_writer_may_log_for_and_nobody_else(office: Office, star: int) -> None:
    other = await office.holds("张磊", "佛山市启明电机有限公司")
    await office.holds("王芳", "广州宏图智能科技有限公司")

    async def known_to(who: str) -> list[int]:
        return await office.does(who, lambda work: [each.id for each in knowing.catalogue(work).customers])

    assert await known_to("周助理") == [star, other]
    assert await known_to("李明") == [star]
    await gives_up(office, star)
    assert await known_to("李明") == [star]
    await logs(office, "周助理", star, "2026-12-01", price=Decimal("3.1"))
    (project, *_) = await office.does("李明", lambda work: knowing.catalogue(work).customers[0].projects)
    assert project.last_price == Decimal("3.1")
    office.day("2027-03-01")
    assert await known_to("李明") == []


async def test_a_row_that_was_logged_is_known_and_a_figure_far_from_the_habit_is_shown(
    office: Office, star: int
) -> None:
    await logs(office, "李明", star)

    async def read(text: str) -> tuple[logged.LoggedRow | None, logged.Slip]:
        def act(work: DeskWork) -> tuple[logged.LoggedRow | None, logged.Slip]:
            (row,) = reading.read(text, knowing.catalogue(work), work.today, knowing.bounds(work.policy)).rows
            kept = cards.from_json(json.loads(json.dumps(cards.to_json(row))), knowing.catalogue(work))
            assert kept == row
            return folding.known(work, kept), logged.slip(work, kept)

        return await office.does("周助理", act)

    same, usual = await read("星河 变频空调主控 5k 3.2 12月1日")
    assert same is not None
    assert (same.author, same.mine, bool(usual)) == ("李明", False, False)
    new, far = await read("星河 变频空调主控 20k 4.5 12月1日")
    assert new is None
    assert (far.price_before, far.quantity_before) == (Decimal("3.2"), 5000)
