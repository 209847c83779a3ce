from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.client import Server, Sim, serving
from tests.sandbox.bot_api import BotApi


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
async def sim(server: Server) -> AsyncIterator[Sim]:
    async with Sim(server.url) as client:
        yield client


@pytest.fixture
async def api(server: Server) -> AsyncIterator[BotApi]:
    caller = BotApi(server.url, server.sandbox.token)
    yield caller
    await caller.close()
