"""The command: the year on each database, then the sweep."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import astuple
from pathlib import Path

from benchmarks.year.living import year
from benchmarks.year.sweeping import sweep
from benchmarks.year.vendor import FIRST, RULES, Size, at
from bot.serving.app import App
from bot.serving.rendering import ScreenRenderer
from dialogs.core.texts import Texts
from storage.files.store import FileStore
from tests.databases import execute, start_postgres

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
WHOLE = Size(500, 5_000, 100_000, 30_000)
SWEPT = Size(500, 5_000, 1_000_000, 100_000)
QUICK = Size(20, 200, 2_000, 600)
QUICKLY_SWEPT = Size(50, 500, 100_000, 10_000)


def main(args: list[str] | None = None) -> None:
    wanted = argparse.ArgumentParser(prog="python -m benchmarks.year")
    wanted.add_argument("--quick", action="store_true", help="a small part of it")
    wanted.add_argument("--no-postgres", action="store_true", help="SQLite alone")
    wanted.add_argument("--no-sqlite", action="store_true", help="PostgreSQL alone")
    wanted.add_argument("--only", choices=["year", "sweep"])
    wanted.add_argument("--days", type=int, default=365)
    wanted.add_argument("--part", type=int, default=1, help="a so-manieth of the people and customers of the year")
    chosen = wanted.parse_args([] if args is None else args)
    size, swept = (QUICK, QUICKLY_SWEPT) if chosen.quick else (WHOLE, SWEPT)
    size = Size(*(each // chosen.part for each in astuple(size)))
    with tempfile.TemporaryDirectory(prefix="baobei-", ignore_cleanup_errors=True) as name, ExitStack() as stack:
        folder = Path(name)
        app = _app(folder)
        kinds = [(SQLITE, not chosen.no_sqlite), (POSTGRES, not chosen.no_postgres)]
        fresh = {called: _databases(called, folder, stack) for called, meant in kinds if meant}
        for called, database in fresh.items():
            if chosen.only != "sweep":
                asyncio.run(year(called, database("year"), size, app, chosen.days))
            if chosen.only != "year":
                asyncio.run(sweep(called, database("sweep"), swept, app))


def _app(folder: Path) -> App:
    texts = Texts.load(strict=False)
    renderer = ScreenRenderer(texts, RULES, FileStore(folder / "files"), lambda: at(FIRST, 9))
    return App(RULES, texts, renderer, "baobei_bot")


def _databases(called: str, folder: Path, stack: ExitStack) -> Callable[[str], str]:
    """Makes empty databases, by name."""
    if called == SQLITE:
        return lambda name: str(folder / f"{name}.db")
    server = start_postgres(folder / "postgres")
    stack.callback(server.cleanup)

    def make(name: str) -> str:
        asyncio.run(execute(server.get_uri(), f"CREATE DATABASE {name}"))
        return str(server.get_uri(database=name))

    return make
