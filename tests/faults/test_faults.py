"""`make faults`: BAOBEI_FAULTS_SECONDS in all, BAOBEI_FAULTS_SEED to repeat a run. The table is printed (-s)."""

from __future__ import annotations

import asyncio
import os
import sys
from random import SystemRandom

import pytest

from tests.faults import village
from tests.faults.__main__ import database, server
from tests.faults.executioner import HEADER, Plan, execute
from tests.faults.village import Situation, live_through

pytestmark = [pytest.mark.faults, pytest.mark.timeout(0)]

SECONDS = float(os.environ.get("BAOBEI_FAULTS_SECONDS") or 20)
SEED = int(os.environ.get("BAOBEI_FAULTS_SEED") or SystemRandom().randrange(1_000_000))
PLANS = {
    "sqlite": {"share": 0.1, "kills": 30},
    "sqlite, screens sent": {"share": 0.05, "kills": 8, "new": True},
    "postgres": {"share": 0.05, "kills": 12},
    "postgres, three replicas": {"share": 0.1, "kills": 15, "replicas": 3},
}
SITUATIONS = {
    "sqlite, aiogram": {"share": 0.2, "kills": 4, "driver": "aiogram"},
    "sqlite, ptb by webhook": {"share": 0.15, "kills": 3, "driver": "ptb", "webhook": True},
    "postgres, three replicas, aiogram": {"share": 0.2, "kills": 4, "driver": "aiogram", "replicas": 3},
    "postgres, ptb": {"share": 0.15, "kills": 3, "driver": "ptb"},
}
"""Of the seconds, each its share; the kills are the least."""


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_lost_and_nothing_doubled_beyond_what_lost_answers_explain(name: str) -> None:
    plan = dict(PLANS[name])
    seconds = SECONDS * float(plan.pop("share"))
    with database(name.split(",")[0]) as address:
        outcome = asyncio.run(execute(Plan(address, SEED, seconds, **plan)))  # type: ignore[arg-type]
    sys.stdout.write(f"\n{HEADER}\n{outcome.line()}\n")
    assert outcome.report.wrong == []
    assert outcome.kills >= int(plan["kills"])
    assert outcome.report.updates > 0


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_real_bot_keeps_its_promises_to_people_whatever_happens(name: str) -> None:
    plan = dict(SITUATIONS[name])
    seconds = SECONDS * float(str(plan.pop("share")))
    with server(name.split(",")[0]) as (address, restart):
        outcome = asyncio.run(live_through(Situation(address, SEED, seconds, restart=restart, **plan)))  # type: ignore[arg-type]
    sys.stdout.write(f"\n{village.HEADER}\n{outcome.line()}\n")
    assert outcome.findings.wrong == []
    assert outcome.mishaps["kill"] >= int(str(plan["kills"]))
    assert outcome.findings.updates > 0
