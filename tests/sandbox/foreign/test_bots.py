"""Small bots with libraries of others: they greet, say again what they hear, and send a file back under a Chinese name."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.client import Server, Sim
from tests.sandbox.foreign import cache

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("foreign")]
SECONDS = 20


@asynccontextmanager
async def running(server: Server, *command: str, within: Path) -> AsyncIterator[None]:
    """The bot; where the test fails, what it last said is told."""
    env = {**os.environ, "SANDBOX_URL": server.url, "SANDBOX_TOKEN": server.sandbox.token, "PORT": str(free_port())}
    process = await asyncio.create_subprocess_exec(
        *command, cwd=within, env=env, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said = b""
    try:
        yield
    finally:
        if process.returncode is None:
            process.kill()
        said, _ = await process.communicate()
        print(said.decode("utf-8", "replace")[-3000:])


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


async def heard(sim: Sim, after: int) -> dict[str, Any]:
    """The bot's next message."""
    async with asyncio.timeout(SECONDS):
        while True:
            for message in (await sim.chat("李明", after))["messages"]:
                if message["from"] == "bot" and message["id"] > after:
                    found: dict[str, Any] = message
                    return found
            await asyncio.sleep(0.05)


async def lives(sim: Sim, greeting: str) -> None:
    """What each of them does."""
    assert (await heard(sim, await sim.open("李明")))["html"] == greeting
    asked = await sim.say("李明", "报备 宏达科技 & <b>")
    again = await heard(sim, asked)
    assert (again["text"], again["reply_to"]) == ("报备 宏达科技 & <b>", asked)
    sent = await sim.send("李明", "document", [("报价 单.txt", "内容".encode(), "text/plain")])
    back = await heard(sim, sent)
    assert back["file"]["name"] == "回_报价 单.txt"
    async with sim._session.get(sim.url + back["file"]["url"]) as response:
        assert await response.text() == "内容"


@pytest.mark.parametrize("half", ["sync", "async"])
async def test_py_telegram_bot_api(server: Server, sim: Sim, half: str) -> None:
    async with running(server, sys.executable, f"telebot_{half}.py", within=cache.HERE / "bots"):
        await lives(sim, "<b>你好</b>")
    assert (await sim.chat("李明"))["keyboard"] == [[{"text": "一"}, {"text": "二"}]]


async def test_node_telegram_bot_api_behind_a_webhook(server: Server, sim: Sim) -> None:
    async with running(server, "node", "webhook.mjs", within=cache.node_bots()):
        await lives(sim, "<i>你好</i>")


async def test_a_menu_of_grammy(server: Server, sim: Sim) -> None:
    async with running(server, "node", "menu.mjs", within=cache.node_bots()):
        menu = await heard(sim, await sim.open("李明"))
        assert [button["text"] for row in menu["buttons"] for button in row] == ["赞 0", "更多"]
        for label in ("赞 0", "赞 1", "更多", "提示", "返回", "赞 2"):
            await sim.tap("李明", label)
            await sim.settle()  # it answers first, then changes the menu
        assert [message["text"] for message in (await sim.chat("李明"))["messages"]] == ["/start", "菜单", "收到"]
        sent = await sim.send("李明", "document", [("报价.txt", "内容".encode(), "text/plain")])
        assert (await heard(sim, sent))["file"]["name"] == "回_报价.txt"
