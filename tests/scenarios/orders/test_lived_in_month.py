"""The demo's lived-in month holds orders of every kind, laid by the use-cases on whatever day it begins."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.demo import story as demo_story
from bot.serving.work import DeskWork, work_for
from domain.base.rights import EVERYTHING
from domain.orders.records import Order, OrderState, WaitingOrder, WaitState, Wanted
from tests.cast import Scene


@pytest.mark.parametrize(
    "day", [date(2027, 3, 1), date(2027, 3, 5), date(2027, 3, 6), date(2027, 3, 7), date(2027, 8, 6), date(2027, 8, 31)]
)
async def test_there_are_orders_returns_deliveries_a_split_a_late_one_and_one_that_waits(
    scene: Scene, day: date
) -> None:
    now = datetime.combine(day, time(3), UTC)

    def lay(work: DeskWork) -> tuple[list[Order], list[WaitingOrder], int]:
        demo_story.lay(work.conn, scene.bot.app, now, year=False)
        after = work_for(work.conn, work.policy, now)
        orders = list(after.orders.find(EVERYTHING, Wanted(limit=100)).rows)
        waiting = [each for agency in (1, 2) for each in after.orders.waiting_of(agency)]
        shipped = [each for order in orders for each in after.orders.deliveries(order.id)]
        return orders, waiting, len(shipped)

    found: list[tuple[list[Order], list[WaitingOrder], int]] = []
    await scene.lays(lambda work: found.append(lay(work)))
    ((orders, waiting, shipped),) = found
    assert sum(each.is_return for each in orders) == 1
    assert sum(each.linked_to is not None for each in orders) == 1
    (late,) = [each for each in orders if each.late]
    assert late.state is OrderState.LATE
    assert late.day > day - timedelta(days=40)
    assert shipped == 2
    assert [each.state for each in waiting] == [WaitState.PROJECT]
    assert len({each.customer_id for each in orders}) == 5
