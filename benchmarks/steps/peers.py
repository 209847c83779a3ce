"""Those that ours is compared with: aiogram with an empty handler here, aiogram-dialog in an environment of its own.

memory     as its documentation begins: nothing is kept
durable    as somebody would run it who can't lose a form: each state in Redis, written through before an answer
           (`appendfsync always`), the finished form by SQLAlchemy's asyncio into SQLite
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.types import Message
from platformdirs import user_cache_path

WANTED = ("aiogram-dialog>=2.6,<2.7", "redis>=6,<8", "sqlalchemy[asyncio]>=2,<3", "aiosqlite")
FORM = Path(__file__).parent / "form.py"


class Bare:
    """aiogram's parsing and dispatch, and a handler that does nothing."""

    name = "aiogram, empty handler"

    def __init__(self) -> None:
        self._bot = Bot("1:" + "x" * 35)
        self._dispatcher = Dispatcher()
        router = Router()

        @router.message()
        async def nothing(message: Message) -> None: ...

        self._dispatcher.include_router(router)

    async def hurry(self, steps: int) -> tuple[float, float]:
        """Steps a second, and milliseconds of processor; one after the other: there is nothing to wait for."""
        sender = {"id": 1, "is_bot": False, "first_name": "P"}
        message = {"date": 1795000000, "chat": {**sender, "type": "private"}, "from": sender, "text": "answer"}
        begun, busy = time.perf_counter(), time.process_time()
        for number in range(steps):
            update = {"update_id": number, "message": {**message, "message_id": number}}
            await self._dispatcher.feed_raw_update(self._bot, update)
        return steps / (time.perf_counter() - begun), (time.process_time() - busy) / steps * 1000


class Dialog:
    """aiogram-dialog, in a process that waits for orders."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def hurry(self, steps: int) -> tuple[float, float]:
        speed, busy = self._asked(f"hurry {steps}")
        return float(speed), float(busy)

    def stroll(self, steps: int) -> list[float]:
        told: list[float] = self._asked(f"stroll {steps}")
        return told

    def _asked(self, order: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(10)


@contextmanager
def dialogs(folder: Path) -> Iterator[list[Dialog]]:
    """Both, the one in memory first; fewer, with a word, where something can't be had."""
    python = _python()
    with ExitStack() as stack:
        found: list[Dialog] = []
        if python is not None:
            found.append(Dialog("aiogram-dialog, memory", [str(python), str(FORM)]))
            if (port := stack.enter_context(_redis(folder / "redis"))) is not None:
                command = [str(python), str(FORM), str(port), str(folder / "peer.db")]
                found.append(Dialog("aiogram-dialog, durable", command))
        for each in found:
            stack.callback(each.close)
        yield found


def _python() -> Path | None:
    """Installed into the cache folder at the first time."""
    folder = user_cache_path("baobei") / "peers" / "aiogram-dialog"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (folder / "installed-2").exists():
        print(f"installing {', '.join(WANTED)} into {folder} (once) …", flush=True)
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *WANTED]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            print("aiogram-dialog can't be installed (no package index within reach?): measured without it")
            return None
        (folder / "installed-2").touch()
    return python


@contextmanager
def _redis(folder: Path) -> Iterator[int | None]:
    """The port of a Redis that loses nothing; None where there is none on this machine."""
    server = shutil.which("redis-server")
    if server is None:
        print("redis-server isn't installed: measured without the durable peer")
        yield None
        return
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    options = [
        "--bind",
        "127.0.0.1",
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
        "--save",
        "",
        "--dir",
        str(folder),
    ]
    with subprocess.Popen([server, "--port", str(port), *options], stdout=subprocess.DEVNULL) as process:
        _until_it_hears(port)
        try:
            yield port
        finally:
            process.terminate()


def _until_it_hears(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("Redis doesn't hear")
