"""The sandbox over HTTP, and each driver in turn against it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.driver import DRIVERS, Driver, open_driver
from bot.patience import Patience
from bot.sandbox.client import Server, Sim, serving
from tests.drivers.line import Line

LI = "李明"


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
