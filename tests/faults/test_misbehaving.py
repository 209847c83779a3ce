"""A hundred thousand random acts, in episodes of a deployment each: BAOBEI_FAULTS_ACTS, BAOBEI_FAULTS_SEED.

Without the first, as many as belong to BAOBEI_FAULTS_SECONDS: 600 are a hundred thousand."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from random import SystemRandom

import pytest

from storage.migrate import upgrade
from tests.cast.fixtures import laid
from tests.cast.mischief import Mischief
from tests.cast.scene import playing
from tests.faults.__main__ import database
from tests.scenarios.deployment.test_misbehaving import everybody

pytestmark = [pytest.mark.faults, pytest.mark.timeout(0)]

ACTS = int(os.environ.get("BAOBEI_FAULTS_ACTS") or float(os.environ.get("BAOBEI_FAULTS_SECONDS") or 600) * 500 / 3)
SEED = int(os.environ.get("BAOBEI_FAULTS_SEED") or SystemRandom().randrange(1_000_000))
EPISODE = 2_000
POSTGRES = 10
"""Each so-manieth episode is on PostgreSQL."""


async def episode(kind: str, seed: int, acts: int) -> int:
    with database(kind) as address, tempfile.TemporaryDirectory(prefix="baobei-") as folder:
        await upgrade(address)
        await laid(address)
        async with playing(address, Path(folder)) as scene:
            mischief = Mischief(scene, await everybody(scene), seed)
            await mischief.acts(acts)
            return mischief.done


def test_a_hundred_thousand_random_acts_break_nothing() -> None:
    done, begun = 0, time.monotonic()
    while done < ACTS:
        number = done // EPISODE
        kind = "postgres" if number % POSTGRES == POSTGRES - 1 else "sqlite"
        done += asyncio.run(episode(kind, SEED + number, min(EPISODE, ACTS - done)))
        sys.stdout.write(f"\r{done} acts, seed {SEED}+{number}, {done / (time.monotonic() - begun):.0f} a second ")
        sys.stdout.flush()
    sys.stdout.write("\n")
