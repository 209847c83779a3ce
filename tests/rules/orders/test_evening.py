"""The evening's question to those who log orders, what one answer settles, and the day's sheet (docs/orders.md)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound
from domain.orders import changing, days, evening, noting
from domain.orders.days import AgencyDay, DaySheet
from domain.orders.evening import NoOrders, NoOrdersSaid
from domain.people.records import AccountType
from domain.reminders.records import ReminderKind
from tests.rules.office import Office
from tests.rules.orders.test_orders import STAR, logs, star
from tests.rules.reminders.test_coming_due import told, walk

__all__ = ["star"]


async def asked(office: Office) -> list[tuple[str, str, str]]:
    return await told(office, ReminderKind.ORDERS)


async def says_none(office: Office, who: str) -> evening.Answered:
    return await office.does(who, lambda work: evening.no_orders(work, NoOrders()))


async def sheet(office: Office, who: str, day: str = "2026-12-02") -> DaySheet:
    return await office.does(who, lambda work: days.sheet(work, None, date.fromisoformat(day)))


async def lines(office: Office, who: str, day: str = "2026-12-02") -> dict[str, AgencyDay]:
    rows, total = await office.does(who, lambda work: days.by_agency(work, date.fromisoformat(day), 0, 50))
    assert total == len(rows)
    return {each.name: each for each in rows}


async def test_orders_are_asked_for_on_working_days_at_half_past_five_also_where_the_calendar_ends(
    office: Office,
) -> None:
    """The library knows 2026; of 2027 the rule knows New Year's Day and weekends."""
    await office.colleague("周助理", "深圳南山电子", AccountType.ASSISTANT)
    await office.holds("李明", STAR)
    for month, numbers in (("2026-12", range(30, 32)), ("2027-01", range(1, 6))):
        for day in numbers:
            for clock in ("17:29", "17:30", "17:50"):
                office.day(f"{month}-{day:02}", clock)
                await office.duties()
    assert [(who, due) for who, due, _ in await asked(office)] == [
        ("周助理", "2026-12-30"),
        ("周助理", "2026-12-31"),
        ("周助理", "2027-01-04"),
        ("周助理", "2027-01-05"),
    ]


async def test_without_an_assistant_whoever_holds_customers_is_asked(office: Office) -> None:
    await office.holds("李明", STAR)
    await walk(office, "2026-11", 24, 24, clock="17:30")
    assert await asked(office) == [("李明", "2026-11-24", "handed")]


@pytest.mark.pg
async def test_who_logged_something_is_not_asked_and_the_others_hear_of_it(office: Office, star: int) -> None:
    await office.colleague("吴助理", "深圳南山电子", AccountType.ASSISTANT)
    await logs(office, "周助理", star, "2026-12-01")
    await logs(office, "周助理", star, "2026-12-02", quantity=100)
    await office.does(
        "李明", lambda work: noting.note(work, noting.NoteOrders(text="星河 5k 3.2", written_on=work.today))
    )
    office.day("2026-12-02", "17:30")
    await office.duties()
    assert await asked(office) == [("吴助理", "2026-12-02", "handed")]
    (text,) = [each for each in await office.chat("吴助理") if "今日订单" in each]
    assert "已录 周助理 2 单" in text
    assert "待确认 1 张" in text


async def test_what_was_logged_yesterday_spares_nobody_today_and_a_voided_order_counts_for_nothing(
    office: Office, star: int
) -> None:
    await logs(office, "周助理", star, "2026-12-01")
    office.day("2026-12-03", "10:00")
    (order,) = await logs(office, "周助理", star, "2026-12-03")
    await office.does("周助理", lambda work: changing.void(work, changing.VoidOrder(order=order.id)))
    office.day("2026-12-03", "17:30")
    await office.duties()
    assert await asked(office) == [("周助理", "2026-12-03", "handed")]


@pytest.mark.pg
async def test_one_answer_settles_it_for_the_whole_agency_and_only_for_that_day(office: Office, star: int) -> None:
    await office.colleague("吴助理", "深圳南山电子", AccountType.ASSISTANT)
    await office.holds("王芳", "广州宏图智能科技有限公司")  # what waits longer is answered first: the stage of 星河
    await office.approves()
    office.day("2026-12-03", "08:00")
    await office.duties()
    office.day("2026-12-03", "21:30")  # held back by quiet hours
    await office.duties()
    assert [each[2] for each in await asked(office)] == ["waiting"] * 3
    first = await says_none(office, "周助理")
    again = await says_none(office, "吴助理")
    assert (first.mine, again.mine, again.by) == (True, False, "周助理")
    events = await office.does("周助理", lambda work: work.events.of_actor(work.actor.id, NoOrdersSaid, work.now))
    assert [each.day.isoformat() for each in events] == ["2026-12-03"]
    office.day("2026-12-04", "08:00")
    await office.duties()
    assert {who: state for who, _, state in await asked(office)} == {
        "周助理": "obsolete",
        "吴助理": "obsolete",
        "王芳": "obsolete",
    }
    office.day("2026-12-04", "17:30")
    await office.duties()
    assert sorted(who for who, due, _ in await asked(office) if due == "2026-12-04") == ["吴助理", "周助理", "王芳"]


async def test_said_before_half_past_five_nobody_of_the_agency_is_asked(office: Office, star: int) -> None:
    await office.colleague("吴助理", "深圳南山电子", AccountType.ASSISTANT)
    await says_none(office, "李明")
    office.day("2026-12-02", "17:30")
    await office.duties()
    assert await asked(office) == []


async def test_a_reminder_is_answered_by_its_receiver_and_for_its_own_day(office: Office, star: int) -> None:
    office.day("2026-12-02", "17:30")
    await office.duties()

    def mine(who: str) -> NoOrders:
        return NoOrders(reminder=numbers[who])

    def find(work: DeskWork) -> dict[str, int]:
        kept = [each for each in work.reminders.get(range(1, 99)) if each.kind is ReminderKind.ORDERS]
        return {name: each.id for each in kept for name, number in office.ids.items() if number == each.receiver}

    numbers = await office.does(None, find)
    with pytest.raises(NotFound):
        await office.does("王芳", lambda work: evening.no_orders(work, mine("周助理")))
    with pytest.raises(NotAllowed):
        await office.does("陈经理", lambda work: evening.no_orders(work, NoOrders()))
    office.day("2026-12-03")
    answered = await office.does("周助理", lambda work: evening.no_orders(work, mine("周助理")))
    assert answered.day == date(2026, 12, 2)


async def test_an_evening_that_was_missed_is_not_asked_about_in_the_morning(office: Office) -> None:
    await office.holds("李明", STAR)
    await walk(office, "2026-11", 24, 24, clock="21:30")  # held back by quiet hours
    await walk(office, "2026-11", 25, 25, clock="08:00")
    assert await asked(office) == [("李明", "2026-11-24", "obsolete")]


@pytest.mark.pg
async def test_the_days_sheet_sums_up_what_was_logged_that_day(office: Office, star: int) -> None:
    assert (await sheet(office, "周助理")).silent == ("周助理",)
    (order,) = await logs(office, "李明", star, "2026-12-01")
    await logs(office, "周助理", star, "2026-12-02", quantity=2000, price=Decimal("0.45"), currency="USD")
    back = changing.ReturnGoods(line=order.lines[0].id, quantity=1000, day=date(2026, 12, 2))
    await office.does("周助理", lambda work: changing.give_back(work, back))
    office.day("2026-12-06")
    await logs(office, "周助理", star, "2026-11-30", quantity=7)  # 补录
    late = await sheet(office, "孙总", "2026-12-06")
    assert (late.counted, late.late, late.amounts) == (0, 1, {})
    office.day("2026-12-02")
    for who in ("周助理", "孙总", "李明"):
        found = await sheet(office, who)
        assert (len(found.orders), found.returns, found.pieces) == (3, 1, 6000), who
        assert found.amounts == {"CNY": Decimal("12800.0"), "USD": Decimal(900)}
        assert found.silent == ()
    assert (await sheet(office, "张磊")).orders == []  # a salesperson's own customers alone


async def test_the_manager_sees_who_has_not_said_anything(office: Office, star: int) -> None:
    await office.holds("王芳", "广州宏图智能科技有限公司")
    await office.approves()
    assert {name: each.silent for name, each in (await lines(office, "陈经理")).items()} == {
        "深圳南山电子": True,
        "广州天河微电": True,
    }
    await logs(office, "周助理", star, "2026-12-01")
    await says_none(office, "王芳")
    found = await lines(office, "陈经理")
    assert (found["深圳南山电子"].orders, found["深圳南山电子"].pieces) == (1, 5000)
    assert found["深圳南山电子"].silent is False
    said = found["广州天河微电"].said
    assert said is not None
    assert said.by == "王芳"
    agency = await office.does(None, lambda work: work.people.account(office.ids["王芳"]).agency_id)
    with pytest.raises(NotFound):
        await office.does("李明", lambda work: days.sheet(work, agency, date(2026, 12, 2)))
