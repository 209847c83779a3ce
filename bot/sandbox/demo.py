"""`baobei demo`: a sandbox, a bot under it, one line with the page's address, until Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import signal
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.sandbox.child import BOT_COMMAND, Child
from bot.sandbox.server import Server
from bot.sandbox.sim_control import ControlError


@dataclass(frozen=True)
class DemoOptions:
    """`database`: a URL, default the bot's own in `data`; `command`: what to run instead of the bot."""

    data: Path
    port: int = 8080
    driver: str = "aiogram"
    database: str | None = None
    policy: Path | None = None
    browser: bool = True
    empty: bool = False
    command: Sequence[str] = BOT_COMMAND


class DemoError(Exception):
    """The demo can't go on; the text tells the person why, and what to do."""


async def run_demo(options: DemoOptions) -> int:
    """Returns the exit code; errors go to stderr in one sentence."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    try:
        with _alone(options.data):
            await _run(options, stopped)
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
    return 0


@contextlib.contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Two demos in one folder would write into each other's chats."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DemoError(
                f"Another demo is running in {data}: end it, or choose another folder with DATA=…"
            ) from None
        yield


async def _run(options: DemoOptions, stopped: asyncio.Event) -> None:
    server = Server(options.data, port=options.port, cast=not options.empty, ready=False)
    try:
        await server.start()
    except OSError as error:
        await server.close()
        taken = f"Port {options.port} is taken ({error.strerror}): choose another with PORT={options.port + 1}"
        raise DemoError(taken) from None
    child = Child(server.sandbox, environment(options, server), options.data / "bot.log", options.command)
    server.control.child = child
    try:
        loop = asyncio.get_running_loop()
        starting = loop.create_task(_begin(options, server, child))
        stopping = loop.create_task(stopped.wait())
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            server.ready = True
            print(f"The demo is ready: {server.url}", flush=True)
            if server.sandbox.invitation is not None:
                print(f"The administrator's invitation: {server.sandbox.invitation}", flush=True)
            _show(options, server.url)
            await stopping
        else:
            starting.cancel()
            await asyncio.wait([starting])
    finally:
        await child.do("stop")
        await server.close()


def environment(options: DemoOptions, server: Server) -> dict[str, str]:
    env = {
        "BAOBEI_TOKEN": server.sandbox.token,
        "BAOBEI_API_BASE": server.url,
        "BAOBEI_DRIVER": options.driver,
        "BAOBEI_DATA": str(options.data.resolve()),
        "BAOBEI_DEMO": "1",
        "PYTHONUNBUFFERED": "1",
    }
    if options.database:
        env["BAOBEI_DATABASE"] = options.database
    if options.policy:
        env["BAOBEI_POLICY"] = str(options.policy.resolve())
    return env


async def _begin(options: DemoOptions, server: Server, child: Child) -> None:
    """Starts the bot and, on a fresh folder or another database, lays the demo's data."""
    try:
        await child.do("start")
        profile = server.sandbox.profile
        place = sha256((options.database or "").encode()).hexdigest()[:16]
        emptied = options.empty and not profile.get("laid_empty")
        if profile.get("laid") != place or emptied:
            server.sandbox.cast = not options.empty
            await server.control.start_over(None, empty=options.empty)
            profile |= {"laid": place, "laid_empty": options.empty}
            server.sandbox.keep_profile()
        else:
            await server.control.invite(empty=options.empty)
    except ControlError as error:
        raise DemoError(f"The demo could not begin: {error}") from None


def _show(options: DemoOptions, url: str) -> None:
    """Only where there is a screen: elsewhere a text browser would take the terminal."""
    if options.browser and (sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(url)
