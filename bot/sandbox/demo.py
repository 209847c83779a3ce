"""`baobei demo`: a sandbox, a bot under it, one line with the page's address, until Ctrl-C."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from bot.sandbox.child import BOT_COMMAND, Child
from bot.sandbox.server import Server
from bot.sandbox.sim_control import ControlError
from bot.sandbox.standing import CannotGoOn, show_page, started, until_stopped


@dataclass(frozen=True)
class DemoOptions:
    """`database`: a URL, default the bot's own in `data`; `story`: whether a fresh one begins with a lived-in past; `command`:
    what to run instead of the bot."""

    data: Path
    port: int = 8080
    driver: str = "aiogram"
    database: str | None = None
    policy: Path | None = None
    browser: bool = True
    empty: bool = False
    story: bool = True
    command: Sequence[str] = BOT_COMMAND


async def run_demo(options: DemoOptions) -> int:
    """Returns the exit code; errors go to stderr in one sentence."""
    return await until_stopped(partial(_run, options), options.data, "DATA=…")


async def _run(options: DemoOptions, stopped: asyncio.Event) -> None:
    server = Server(options.data, port=options.port, cast=not options.empty, ready=False)
    await started(server, options.port, f"PORT={options.port + 1}")
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
            show_page(server.url, wanted=options.browser)
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
            story = "story" if options.story and not options.empty else None
            await server.control.start_over(story, empty=options.empty)
            profile |= {"laid": place, "laid_empty": options.empty}
            server.sandbox.keep_profile()
        else:
            await server.control.invite(empty=options.empty)
    except ControlError as error:
        raise CannotGoOn(f"The demo could not begin: {error}") from None
