"""Where a step's time goes, by room: the own time of every function, summed over the packages that it belongs to."""

from __future__ import annotations

import cProfile
import pstats
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.steps.ours import Bot

ROOMS = (
    ("dialogs/core/texts", "texts"),
    ("fluent", "texts"),
    ("dialogs/", "dialogs"),
    ("domain/names", "names"),
    ("storage/names", "names"),
    ("domain/", "domain"),
    ("storage/", "storage"),
    ("bot/", "bot"),
    ("notifications/", "bot"),
    ("sqlalchemy", "SQLAlchemy"),
    ("asyncpg", "asyncpg"),
    ("greenlet", "SQLAlchemy"),
    ("sqlite3", "SQLite"),
    ("aiogram", "parsing"),
    ("pydantic", "parsing"),
    ("json", "JSON"),
    ("asyncio", "asyncio"),
    ("selectors", "asyncio"),
    ("threading", "asyncio"),
)
PROJECT = f"{Path(__file__).resolve().parents[2].as_posix()}/"
WAITING = ("acquire", "poll", "epoll", "SimpleQueue", "select")


async def rooms(bot: Bot, steps: int) -> str:
    """A table of the rooms, milliseconds a step; both threads, waiting left out."""
    loop, writer = cProfile.Profile(), cProfile.Profile()
    started = threading.Event()

    def begin(_conn: Any) -> None:
        if not started.is_set():
            started.set()
            writer.enable()

    if bot.db.on_sqlite:
        await bot.db.transact(begin)
    loop.enable()
    await bot.hurry(steps, relaying=False)
    loop.disable()
    if bot.db.on_sqlite:
        await bot.db.transact(lambda _conn: writer.disable())
    spent: Counter[str] = Counter()
    for profile in (loop, writer) if bot.db.on_sqlite else (loop,):
        for (file, _, function), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
            if not any(words in function for words in WAITING):
                spent[_room(file, function)] += own
    whole = sum(spent.values())
    return "\n".join(
        f"  {name:12} {own / steps * 1000:6.2f} ms {own / whole:5.0%}" for name, own in spent.most_common(12)
    )


def _room(file: str, function: str) -> str:
    path = file.replace("\\", "/")
    where = path.removeprefix(PROJECT).rpartition("site-packages/")[2] if file != "~" else function
    for words, room in ROOMS:
        if words in where:
            return room
    return "Python" if file == "~" else "other"
