"""What falls due is looked through beside people who talk to the bot: by the handful, and with a rest after each."""

from __future__ import annotations

import time
from itertools import pairwise

from bot.process import duties
from domain.base.work import Work
from tests.rules.office import Office

LONG = 15


async def test_where_each_takes_its_time_fewer_are_done_at_once_and_after_each_batch_comes_a_rest(
    office: Office,
) -> None:
    batches: list[tuple[int, float, float]] = []

    def plan(work: Work, after: int, limit: int) -> int | None:
        begun = time.perf_counter()
        time.sleep(limit / 5000)
        batches.append((limit, begun, time.perf_counter()))
        return after + 1 if len(batches) < LONG else None

    await duties._walked(plan, 0, 200).whole(office.db, office.app, office.now)
    assert len(batches) == LONG
    assert max(limit for limit, _, _ in batches) <= 32
    for (_, begun, ended), (_, following, _) in pairwise(batches):
        assert following - ended >= (ended - begun) / 2
