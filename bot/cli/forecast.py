"""`baobei forecast …`: how far off forecasts were."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from domain.forecast.backtest import BacktestRow

app = typer.Typer(help="What was forecast, against what was ordered.", no_args_is_help=True)


@app.callback()
def forecast() -> None:
    """A group of its own, whatever it holds."""


@app.command()
def backtest() -> None:
    """Each method by horizon, from the deployment's own snapshots, over model × agency × month: WAPE, gain over the mean of the
    last three months, bias. `calibrated` is what 校准 said when it was frozen."""
    from pydantic import ValidationError

    from bot.settings import Settings  # only here: the command line starts quickly
    from domain.base.policy import PolicyError
    from storage.engine.errors import StorageError

    try:
        told = asyncio.run(_table(Settings()))
    except (PolicyError, StorageError, ValidationError, OSError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from None
    for line in told:
        typer.echo(line)


async def _table(settings: Settings) -> list[str]:
    from bot.clock import Clock
    from bot.serving.work import work_for
    from domain.base import policy
    from domain.forecast import backtest as backtesting
    from storage.engine.database import Database

    rules, clock = policy.load(settings.policy), Clock(settings.clock_offset)
    db = await Database.open(settings.database_url)
    try:
        rows = await db.read(lambda conn: backtesting.backtest(work_for(conn, rules, clock.now())))
    finally:
        await db.close()
    return list(lines(rows))


def lines(rows: Iterable[BacktestRow]) -> Iterator[str]:
    """The table; a sentence where there is nothing to tell yet."""
    head = f"{'months ahead':<14}{'method':<18}{'months':>7}{'WAPE':>8}{'gain':>9}{'bias':>9}"
    for row in rows:
        if head:
            yield head
            head = ""
        name = row.method.value if row.method is not None else "calibrated"
        figures = (row.accuracy.wape, row.accuracy.gain(row.naive), row.accuracy.bias)
        wape, gain, bias = ("—" if each is None else f"{each:.1%}" for each in figures)
        yield f"{row.horizon:<14}{name:<18}{row.months:>7}{wape:>8}{gain:>9}{bias:>9}"
    if head:
        yield "No month that was forecast has closed yet."
