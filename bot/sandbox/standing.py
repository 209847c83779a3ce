"""A program that stands on a port and in a folder until somebody ends it: what the demo and the lone sandbox share."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import signal
import sys
import webbrowser
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from bot.sandbox.server import Server


class CannotGoOn(Exception):
    """The text tells the person why, and what to do."""


async def until_stopped(run: Callable[[asyncio.Event], Awaitable[None]], data: Path | None, option: str) -> int:
    """Runs until Ctrl-C or SIGTERM set the event. Returns the exit code; errors go to stderr in one sentence.

    `option`: how another folder is chosen.
    """
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    try:
        with _alone(data, option) if data is not None else contextlib.nullcontext():
            await run(stopped)
    except CannotGoOn as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
    return 0


@contextlib.contextmanager
def _alone(data: Path, option: str) -> Iterator[None]:
    """Two in one folder would write into each other's chats."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotGoOn(
                f"Another demo is running in {data}: end it, or choose another folder with {option}"
            ) from None
        yield


async def started(server: Server, port: int, option: str) -> None:
    """Raises `CannotGoOn` where the port is taken; `option`: how another one is chosen."""
    try:
        await server.start()
    except OSError as error:
        await server.close()
        raise CannotGoOn(f"Port {port} is taken ({error.strerror}): choose another with {option}") from None


def show_page(url: str, *, wanted: bool) -> None:
    """Only where there is a screen: elsewhere a text browser would take the terminal."""
    if wanted and (sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(url)
