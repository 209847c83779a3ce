"""Two who tell of deliveries of one line at the same instant, in transactions that really overlap: PostgreSQL alone, for SQLite has one
writer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import Refusal
from domain.orders import changing, views
from domain.orders.records import Order, Wanted
from storage.records.orders import sales
from tests.rules.office import Office
from tests.rules.orders.test_orders import logs, star

__all__ = ["star"]
pytestmark = pytest.mark.pg
DECEMBER = Wanted(since=date(2026, 12, 1), until=date(2026, 12, 31))


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


async def test_figures_have_both_deliveries_and_never_more_than_was_sold(office: Office, star: int) -> None:
    (order,) = await logs(office, "周助理", star, "2026-11-30", quantity=1000)

    def delivers(pieces: int) -> Callable[[DeskWork], Order]:
        part = changing.Deliver(line=order.lines[0].id, quantity=pieces, day=date(2026, 12, 2))
        return lambda work: changing.deliver(work, part)

    async def at_once(first: int, second: int) -> Order | Refusal:
        _, answer = await office.overlapping(("周助理", delivers(first)), ("孙总", delivers(second)))
        return answer

    async def shipped() -> int:
        return await office.does("周助理", lambda work: views.summed(work, DECEMBER, True).pieces)

    assert isinstance(await at_once(400, 500), Order)
    assert await shipped() == 900
    assert isinstance(await at_once(60, 60), changing.MoreThanSold), "the second sees what the first one said"
    assert await shipped() == 960
    assert await office.db.read(sales.differing) == 0, "what figures add up is what the order says"
