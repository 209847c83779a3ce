"""Those who keep nothing, in memory: aiogram with an empty handler here, aiogram-dialog in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.types import Message
from platformdirs import user_cache_path

WANTED = "aiogram-dialog>=2.6,<2.7"
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
        """Steps a second, and milliseconds of CPU; one after the other: there is nothing to wait for."""
        sender = {"id": 1, "is_bot": False, "first_name": "P"}
        message = {"date": 1795000000, "chat": {**sender, "type": "private"}, "from": sender, "text": "answer"}
        begun, busy = time.perf_counter(), time.process_time()
        for number in range(steps):
            update = {"update_id": number, "message": {**message, "message_id": number}}
            await self._dispatcher.feed_raw_update(self._bot, update)
        return steps / (time.perf_counter() - begun), (time.process_time() - busy) / steps * 1000


class Dialog:
    """aiogram-dialog, in a process that waits for orders."""

    name = "aiogram-dialog, memory"

    def __init__(self, python: Path) -> None:
        self._process = subprocess.Popen(
            [str(python), str(FORM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

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


def aiogram_dialog() -> Dialog | None:
    """Installed into the cache folder at the first time; None, with a word, where no index can be reached."""
    folder = user_cache_path("baobei") / "peers" / "aiogram-dialog"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (folder / "installed").exists():
        print(f"installing {WANTED} into {folder} (once) …", flush=True)
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", WANTED]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            print("aiogram-dialog can't be installed (no package index within reach?): measured without it")
            return None
        (folder / "installed").touch()
    return Dialog(python)
