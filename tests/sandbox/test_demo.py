"""The demo with a bot process under it: killed, stopped, dying, refusing, restarted with everything in its place."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.client import Sim, SimError

pytestmark = pytest.mark.slow
SMALL_BOT = Path(__file__).parent / "small_bot.py"
RUN = """
import asyncio, sys
from pathlib import Path
from bot.sandbox.demo import DemoOptions, run_demo
options = DemoOptions(Path(sys.argv[1]), port=int(sys.argv[2]), browser=False, empty=sys.argv[3] == "1", command=(sys.executable, sys.argv[4]))
sys.exit(asyncio.run(run_demo(options)))
"""


async def started(data: Path, port: int = 0, *, empty: bool = False) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", RUN, str(data), str(port), "1" if empty else "0", str(SMALL_BOT)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "BAOBEI_WEBHOOK_URL": "https://production.example"},
    )


@asynccontextmanager
async def demo(
    data: Path, *, empty: bool = False, more: bytes = b""
) -> AsyncIterator[tuple[Sim, asyncio.subprocess.Process]]:
    process = await started(data, empty=empty)
    assert process.stdout is not None
    assert process.stderr is not None
    line = (await process.stdout.readline()).decode()
    found = re.search(r"http://\S+", line)
    assert found, line + (await process.stderr.read()).decode()
    try:
        async with Sim(found.group()) as sim:
            yield sim, process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        rest, errors = await process.communicate()
        assert (rest, errors) == (more, b""), "one line and no more"
        assert process.returncode == 0


def told(data: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / "told.jsonl").read_text().splitlines()]


def lives(pid: int) -> bool:
    """Neither gone nor dead and not yet buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def times(data: Path, what: str) -> int:
    return sum(entry["what"] == what for entry in told(data))


async def test_the_demo_lives_through_kills_and_restarts(tmp_path: Path) -> None:
    async with demo(tmp_path) as (sim, _):
        people = [{"person": person["person"], "name": person["name"]} for person in await sim.people()]
        (laid,) = (entry for entry in told(tmp_path) if entry["what"] == "/reset")
        assert laid == {"what": "/reset", "people": people, "with": "story", "empty": False}
        assert told(tmp_path)[0]["stray"] is None, "settings of a real deployment stay outside"

        await sim.say("李明", "你好")
        await sim.settle()
        assert [m["text"] for m in (await sim.chat("李明"))["messages"]] == ["你好", "嗯"]

        before = await sim.bot()
        assert (before["running"], before["state"]) == (True, "running")
        assert (await sim.bot("kill"))["state"] == "killed"
        await sim.say("李明", "还在吗")
        assert (await sim.advance("1d"))["offset"] == 86400
        assert (await sim.bot("start"))["state"] == "running"
        await sim.settle()
        assert len((await sim.chat("李明"))["messages"]) == 4
        restarted = [entry for entry in told(tmp_path) if entry["what"] == "start"][-1]
        assert restarted["offset"] == "86400.0", "the clock survives the kill"

        await sim.advance("1h")
        assert [entry["offset"] for entry in told(tmp_path) if entry["what"] == "/clock"] == [90000]
        assert (await sim.bot("stop"))["state"] == "stopped"
        with pytest.raises(SimError) as refused:
            await sim.reset()
        assert refused.value.status == 409

        await sim.fault("delay", ms=1, method="sendMessage")
        await sim.fault("blocked", person="王芳")
        await sim.bot("start")
        await sim.say("李明", "die")
        async with asyncio.timeout(5):
            while (await sim.bot())["state"] != "died":  # noqa: ASYNC110  another process sets no event of ours
                await asyncio.sleep(0.05)
        assert (await sim.bot())["lines"] == ["died of it"]

    async with demo(tmp_path) as (sim, _):
        assert len((await sim.chat("李明"))["messages"]) >= 5, "the chats survive the demo"
        assert (await sim.clock())["offset"] == 90000
        assert [fault["kind"] for fault in await sim.call("GET", "faults")] == ["delay", "blocked"]
        await sim.clear_faults()
        assert not any(person["blocked"] for person in await sim.people())
        assert times(tmp_path, "/reset") == 1, "laid once"
        await sim.reset("story")
        assert [entry["with"] for entry in told(tmp_path) if entry["what"] == "/reset"] == ["story", "story"]
        assert (await sim.chat("李明"))["messages"] == []
        (tmp_path / "not-mine").touch()
        await sim.say("李明", "bleibt")
        with pytest.raises(SimError, match="not the demo's own"):
            await sim.reset()
        assert (await sim.chat("李明"))["messages"]


CALLS = """
    GET /people, POST /people, POST /say, POST /open, POST /tap, POST /send, GET /chat, POST /settle, GET /clock,
    POST /clock, GET /faults, POST /faults, DELETE /faults, POST /bot, GET /log, POST /reset, POST /read, POST /block,
    GET /events, GET /nothing
"""


async def test_who_comes_before_the_demo_is_ready_is_asked_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMALL_BOT_WAITS", "1.5")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await started(tmp_path, port)
    try:
        async with ClientSession(f"http://127.0.0.1:{port}") as http:
            while True:
                with suppress(OSError):
                    async with http.get("/sim/bot") as response:
                        assert response.status == 200
                        if (await response.json())["state"] == "starting":
                            break
                await asyncio.sleep(0.02)
            for call in CALLS.split(","):
                method, path = call.split()
                async with http.request(method, f"/sim{path}", json={}) as response:
                    assert (response.status, response.headers["Retry-After"]) == (503, "1"), call
                    assert "starting" in (await response.json())["error"]
            async with http.get("/") as response:
                assert response.status == 200, "the page waits by itself"
        async with Sim(f"http://127.0.0.1:{port}") as sim:
            await sim.reset("story")
        assert [entry["with"] for entry in told(tmp_path) if entry["what"] == "/reset"] == ["story", "story"]
    finally:
        process.send_signal(signal.SIGINT)
        await process.communicate()


INVITED = "The administrator's invitation: https://t.me/baobei_bot?start=inv_1"


async def test_an_empty_demo_has_nobody_but_a_link_for_its_administrator(tmp_path: Path) -> None:
    for _ in range(2):
        async with demo(tmp_path, empty=True, more=f"{INVITED}\n".encode()) as (sim, _process):
            assert await sim.people() == []
            assert (await sim.bot())["invitation"] in INVITED
    assert times(tmp_path, "/reset") == 1
    assert [entry["empty"] for entry in told(tmp_path) if entry["what"] == "/reset"] == [True]
    async with demo(tmp_path, empty=True, more=f"{INVITED}\n".encode()) as (sim, _process):
        await sim.open(await sim.add("张总"), "inv_1")
        assert "invitation" not in await sim.bot()
        await sim.reset()
        assert "invitation" in await sim.bot(), "starting over begins with an invitation again"
    (tmp_path / "joined").touch()
    async with demo(tmp_path, empty=True) as (sim, _process):
        assert "invitation" not in await sim.bot()


@pytest.mark.timeout(180)
async def test_the_real_bots_administrator_comes_in_by_the_newest_link_that_an_empty_demo_told(tmp_path: Path) -> None:
    command = (
        str(Path(sys.executable).parent / "baobei"),
        "demo",
        "--data",
        str(tmp_path),
        "--port",
        "0",
        "--driver",
        "ptb",
    )

    @asynccontextmanager
    async def living() -> AsyncIterator[tuple[Sim, str | None]]:
        process = await asyncio.create_subprocess_exec(
            *command, "--no-browser", "--empty", stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            url = (await process.stdout.readline()).decode().split()[-1]
            async with Sim(url) as sim:
                told = (await sim.bot()).get("invitation")
                yield sim, told
                line = f"The administrator's invitation: {told}\n" if told else ""
        finally:
            process.send_signal(signal.SIGINT)
            rest, _ = await process.communicate()
        assert rest.decode() == line

    async def opened(sim: Sim, link: str) -> str:
        await sim.open("张总", link.partition("start=")[2])
        await sim.settle()
        shown = await sim.last("张总")
        assert shown is not None
        return str(shown["text"])

    async with living() as (_, first):
        assert first is not None
    async with living() as (sim, second):
        assert second is not None
        assert second != first
        await sim.add("张总")
        assert "确认加入" not in await opened(sim, first)
        assert "管理员" in await opened(sim, second)
        await sim.tap("张总", "确认加入")
        await sim.settle()
        assert "人员管理" in str((await sim.chat("张总"))["messages"])
    async with living() as (_, third):
        assert third is None, "who is in needs no link"


async def test_a_bot_that_does_not_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "broken").touch()
    process = await started(tmp_path)
    out, errors = await process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert "no such setting: BAOBEI_NONSENSE" in errors.decode()


async def test_a_taken_port_or_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    async with demo(tmp_path) as (sim, _):
        port = sim.url.rsplit(":", 1)[1]
        for folder, given, words in ((tmp_path / "other", port, "PORT="), (tmp_path, "0", "DATA=")):
            process = await started(folder, int(given))
            _, errors = await process.communicate()
            assert process.returncode == 1
            assert words in errors.decode()
            assert len(errors.decode().splitlines()) == 1


async def test_a_killed_demo_leaves_no_bot_behind(tmp_path: Path) -> None:
    process = await started(tmp_path)
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().split()[-1]
    async with Sim(url) as sim:
        pid = (await sim.bot())["pid"]
        await sim.say("李明", "你好")
        await sim.settle()
        await asyncio.sleep(0.4)
    process.kill()
    await process.communicate()
    async with asyncio.timeout(5):
        while lives(pid):  # noqa: ASYNC110  another process sets no event of ours
            await asyncio.sleep(0.05)
    async with demo(tmp_path) as (sim, _):
        assert [m["text"] for m in (await sim.chat("李明"))["messages"]] == ["你好", "嗯"]
