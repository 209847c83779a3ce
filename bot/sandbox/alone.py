"""`baobei sandbox`: the Bot API, the page and the interface for scripts, for whatever bot comes; until Ctrl-C."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.sandbox.core import TOKEN, BotNames
from bot.sandbox.server import Server
from bot.sandbox.standing import CannotGoOn, show_page, started, until_stopped

PEOPLE = ("李明", "Anna")
_USERNAME = re.compile(r"[a-z][a-z0-9_]{4,31}", re.IGNORECASE)


@dataclass(frozen=True)
class AloneOptions:
    """`data` None: nothing is kept. `token` None: the one that the folder keeps, or a new one."""

    port: int = 8081
    data: Path | None = None
    token: str | None = None
    username: str = "sandbox_bot"
    people: Sequence[str] = PEOPLE
    browser: bool = True


async def run_alone(options: AloneOptions) -> int:
    """Returns the exit code; errors go to stderr in one sentence."""
    return await until_stopped(partial(_run, options), options.data, "--data")


async def _run(options: AloneOptions, stopped: asyncio.Event) -> None:
    if options.token is not None and not TOKEN.fullmatch(options.token):
        raise CannotGoOn("A token is a number, a colon, and letters, digits, _ or -: 123456:abc")
    if not _USERNAME.fullmatch(options.username):
        raise CannotGoOn("A username is 5-32 Latin letters, digits and _, and begins with a letter")
    people = tuple((name, "") for name in options.people)
    named = BotNames(options.username, options.username)
    server = Server(options.data, port=options.port, token=options.token, people=people, named=named)
    await started(server, options.port, f"--port {options.port + 1}")
    try:
        print(f"The sandbox is ready: {server.url}", flush=True)
        print(f"Token: {server.sandbox.token}", flush=True)
        for person in server.sandbox.world.people.values():
            print(f"{person.id}: {person.name}", flush=True)
        show_page(server.url, wanted=options.browser)
        await stopped.wait()
    finally:
        await server.close()
