"""An announcement while the process is killed, Telegram refuses and people have blocked the bot; the benchmark on a small scale."""

from __future__ import annotations

import asyncio
import sys

import pytest

from benchmarks.broadcast import Plan, broadcast

pytestmark = [pytest.mark.faults, pytest.mark.timeout(0)]


def test_each_who_can_be_reached_gets_it_and_the_author_sees_true_numbers() -> None:
    outcome = asyncio.run(broadcast(Plan(people=90, blocked=8, kills=2, throttled=0.05)))
    sys.stdout.write(f"\n{outcome.line()}\n")
    assert outcome.wrong == []
    assert outcome.kills == 2
    assert outcome.refused > 0
