"""python -m tests.faults --seconds 60 --database sqlite: kill, drain, check, print the table."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom

from tests.databases import start_postgres
from tests.faults.executioner import HEADER, Plan, execute


@contextmanager
def database(kind: str) -> Iterator[str]:
    """An empty database in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="baobei-", ignore_cleanup_errors=True) as folder:
        if kind == "sqlite":
            yield str(Path(folder) / "baobei.db")
            return
        server = start_postgres(Path(folder) / "pg")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


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
    asked = parser.parse_args()
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
