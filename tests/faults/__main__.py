"""python -m tests.faults --seconds 60 --database sqlite: kill, drain, check, print the table."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom

from tests.databases import start_postgres
from tests.faults import village
from tests.faults.executioner import HEADER, Plan, execute
from tests.faults.village import Situation, live_through


@contextmanager
def server(kind: str) -> Iterator[tuple[str, Callable[[], None] | None]]:
    """The address of an empty database in a temporary folder, and how to restart its server."""
    with tempfile.TemporaryDirectory(prefix="baobei-", ignore_cleanup_errors=True) as folder:
        if kind == "sqlite":
            yield str(Path(folder) / "baobei.db"), None
            return
        running = start_postgres(Path(folder) / "pg")

        def restart() -> None:
            running.stop()
            running.ensure_postgres_running()

        try:
            yield running.get_uri(), restart
        finally:
            running.cleanup()


@contextmanager
def database(kind: str) -> Iterator[str]:
    """An empty database."""
    with server(kind) as (address, _):
        yield address


def _real(asked: argparse.Namespace) -> int:
    with server(asked.database) as (address, restart):
        situation = Situation(
            address,
            asked.seed,
            asked.seconds,
            asked.kills,
            asked.replicas,
            driver=asked.driver,
            webhook=asked.webhook,
            restart=restart,
        )
        outcome = asyncio.run(live_through(situation))
    sys.stdout.write(f"{village.HEADER}\n{outcome.line()}\n")
    return 1 if outcome.findings.wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--kills", type=int, default=30, help="at least so many")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--replicas", type=int, default=1)
    parser.add_argument("--in-flight", type=int, default=4)
    parser.add_argument("--new", action="store_true", help="every screen as a new message: lost answers show")
    parser.add_argument("--pauses", type=float, default=0.1, help="share of victims that are only stopped for a while")
    parser.add_argument("--real", action="store_true", help="the real bot among people")
    parser.add_argument("--driver", choices=["aiogram", "ptb"], default="aiogram", help="of the real bot")
    parser.add_argument("--webhook", action="store_true", help="the real bot is told by webhook")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # children and servers are ended on the way out
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("tests.faults").setLevel(logging.INFO)
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # a killed bot cuts its connections
    if asked.real:
        return _real(asked)
    with database(asked.database) as address:
        plan = Plan(
            address,
            asked.seed,
            asked.seconds,
            asked.kills,
            asked.replicas,
            in_flight=asked.in_flight,
            new=asked.new,
            pauses=asked.pauses,
        )
        outcome = asyncio.run(execute(plan))
    sys.stdout.write(f"{HEADER}\n{outcome.line()}\n")
    return 1 if outcome.report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
