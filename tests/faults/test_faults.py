"""`make faults`: BAOBEI_FAULTS_SECONDS in all, BAOBEI_FAULTS_SEED to repeat a run. The table is printed (-s)."""

from __future__ import annotations

import asyncio
import os
import sys
from random import SystemRandom

import pytest

from tests.faults.__main__ import database
from tests.faults.executioner import HEADER, Plan, execute

pytestmark = [pytest.mark.faults, pytest.mark.timeout(0)]

SECONDS = float(os.environ.get("BAOBEI_FAULTS_SECONDS") or 20)
SEED = int(os.environ.get("BAOBEI_FAULTS_SEED") or SystemRandom().randrange(1_000_000))
PLANS = {
    "sqlite": {"share": 0.4, "kills": 30},
    "sqlite, screens sent": {"share": 0.1, "kills": 8, "new": True},
    "postgres": {"share": 0.2, "kills": 12},
    "postgres, three replicas": {"share": 0.3, "kills": 15, "replicas": 3},
}


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
