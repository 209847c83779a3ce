"""The sandbox over HTTP, and each driver in turn against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.drivers.driver import DRIVERS, Driver, open_driver
from bot.drivers.patience import Patience
from bot.sandbox.client import Server, Sim, serving
from tests.drivers.line import Line
from tests.drivers.notebook import Desk, opened

LI = "李明"


ours = pytest.mark.parametrize("library", ["ptb"])
"""For what no library has a part in: with the one that is imported in a tenth of the time."""


@pytest.fixture(params=sorted(DRIVERS))
def library(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def sim(server: Server) -> AsyncIterator[Sim]:
    """李明 has opened the bot; that update is confirmed by nobody yet."""
    async with Sim(server.url) as client:
        await client.open(LI)
        yield client


@pytest.fixture
async def driver(library: str, server: Server) -> AsyncIterator[Driver]:
    opened = open_driver(library, server.sandbox.token, server.url, patience=Patience(0.05, 0.2))
    yield opened
    await opened.close()


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A server that answers what it is told to, for what the sandbox is too honest to do."""
    async with Line() as running:
        yield running


@pytest.fixture
async def desk(driver: Driver, sqlite_address: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(sqlite_address) as db:
        yield Desk(db, driver, tmp_path)
