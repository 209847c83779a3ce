"""`baobei sandbox`: the server without our bot, for whichever bot comes."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox.client import Sim
from tests.sandbox.bot_api import BotApi

pytestmark = pytest.mark.slow
TOKEN = "123456:abc-DEF"


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


@asynccontextmanager
async def sandbox(*options: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, list[str]]]:
    """The process, and what it told when it was ready."""
    command = (sys.executable, "-m", "bot", "sandbox", "--no-browser", *options)
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            yield process, [(await process.stdout.readline()).decode().strip() for _ in range(4)]
    finally:
        if process.returncode is None:
            process.terminate()
        assert await process.wait() in (0, 1)


async def test_a_bot_comes_and_the_folder_keeps_what_was_said(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    data = ("--port", port, "--data", str(tmp_path))
    async with sandbox(*data, "--token", TOKEN, "--username", "my_first_bot") as (_, told):
        assert told == [f"The sandbox is ready: {url}", f"Token: {TOKEN}", "1001: 李明", "1002: Anna"]
        async with Sim(url) as sim:
            api = BotApi(url, TOKEN)
            assert (await api.ok("getMe"))["username"] == "my_first_bot"
            await sim.open("Anna", "hello")
            assert (await api.updates())[0]["message"]["from"]["language_code"] == "en"
            await api.send("Welcome", to=1002)
            await api.close()
    async with sandbox(*data) as (_, told):
        assert told[1] == f"Token: {TOKEN}"
        async with Sim(url) as sim:
            assert [message["text"] for message in (await sim.chat("Anna"))["messages"]] == ["/start hello", "Welcome"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--token", "abc"), "A token is a number, a colon, and letters, digits, _ or -: 123456:abc"),
        (("--username", "a b"), "A username is 5-32 Latin letters, digits and _, and begins with a letter"),
    ],
)
async def test_what_it_cannot_use_is_told_in_a_sentence(options: tuple[str, ...], told: str) -> None:
    async with sandbox(*options) as (process, _):
        assert process.stderr is not None
        assert (await process.stderr.read()).decode().strip() == told
        assert await process.wait() == 1
