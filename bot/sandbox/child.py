"""The bot process that the demo looks after: started, stopped, killed, and seen to die."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from bot.sandbox.bot_api_error import Json
from bot.sandbox.clock import iso, wall
from bot.sandbox.control_channel import ControlChannel
from bot.sandbox.core import Sandbox
from bot.sandbox.sim_control import ControlError

START_SECONDS = 90.0
STOP_SECONDS = 20.0
READY_STEP = 0.1
TAIL_BYTES = 6000
TOLD_LINES = 12
BOT_COMMAND = (sys.executable, "-m", "bot", "run")


class State(StrEnum):
    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    KILLED = "killed"
    DIED = "died"


class Child:
    def __init__(self, sandbox: Sandbox, env: Mapping[str, str], log: Path, command: Sequence[str]) -> None:
        self._sandbox = sandbox
        self._env = env
        self._log = log
        self._command = command
        self._process: asyncio.subprocess.Process | None = None
        self._channel: ControlChannel | None = None
        self._watch: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()
        self._tail = b""
        self._exit: int | None = None
        self._state = State.STOPPED
        self._since = wall()

    def state(self) -> Json:
        shown: Json = {"running": self._state is State.RUNNING, "state": str(self._state), "since": iso(self._since)}
        if self._process is not None and self._state in (State.RUNNING, State.STARTING):
            shown["pid"] = self._process.pid
        if self._state is State.DIED:
            shown |= {"exit": self._exit, "lines": self.last_lines()}
        return shown

    def last_lines(self) -> list[str]:
        return self._tail.decode("utf-8", "replace").splitlines()[-TOLD_LINES:]

    def _enter(self, state: State) -> None:
        self._state, self._since = state, wall()
        self._sandbox.world.touched(0)

    async def do(self, what: str) -> None:
        """`start`, `stop` or `kill`; what is already so stays so. Raises `ControlError` when a start fails."""
        if what == "start":
            async with self._lock:
                await self._start()
        elif what == "stop":
            await self._stop()
        else:
            await self._kill()

    async def _start(self) -> None:
        if self._process is not None:
            return
        self._channel = ControlChannel()
        self._tail = b""
        self._enter(State.STARTING)
        offset = self._sandbox.clock.offset
        self._process = await self._spawned(self._channel)
        self._watch = asyncio.get_running_loop().create_task(self._attend(self._process, self._channel))
        await self._until_ready(self._channel, offset)

    async def _spawned(self, channel: ControlChannel) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            env={**_surroundings(), **self._env, **self._private(channel)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for the demo, which then stops the bot in order
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )

    def _private(self, channel: ControlChannel) -> dict[str, str]:
        return {
            "BAOBEI_CONTROL": channel.address,
            "BAOBEI_CONTROL_KEY": channel.key,
            "BAOBEI_CLOCK_OFFSET": str(self._sandbox.clock.offset),
        }

    async def _until_ready(self, channel: ControlChannel, offset: float) -> None:
        begun = wall()
        while self._process is not None and wall() - begun < START_SECONDS:
            if await channel.ready():
                self._sandbox.control = channel
                if self._sandbox.clock.offset != offset:  # time was moved while it was starting
                    await channel.clock(self._sandbox.clock.offset)
                self._enter(State.RUNNING)
                return
            await asyncio.sleep(READY_STEP)
        if self._process is not None:
            await self._kill()
            self._enter(State.DIED)
            raise ControlError(f"the bot was not ready after {START_SECONDS:.0f} s; its last words:\n{self._told()}")
        raise ControlError(f"the bot ended with code {self._exit} while starting; its last words:\n{self._told()}")

    def _told(self) -> str:
        return "\n".join(self.last_lines())

    async def _attend(self, process: asyncio.subprocess.Process, channel: ControlChannel) -> None:
        """Keeps what the process writes; when it ends, whoever ended it, says so."""
        output = process.stdout
        with self._log.open("ab") as log:
            while output is not None and (chunk := await output.read(65536)):
                log.write(chunk)
                log.flush()
                self._tail = (self._tail + chunk)[-TAIL_BYTES:]
        self._exit = await process.wait()
        await channel.close()
        self._process = self._sandbox.control = None
        self._enter(State.DIED)

    async def _kill(self) -> None:
        await self._end(signal.SIGKILL)
        if self._state is State.DIED:
            self._enter(State.KILLED)

    async def _stop(self) -> None:
        if self._process is None:
            return
        await self._end(signal.SIGTERM)
        self._enter(State.STOPPED)

    async def _end(self, how: signal.Signals) -> None:
        process, watch = self._process, self._watch
        if process is None or watch is None:
            return
        self._sandbox.control = None
        _signal(process.pid, how)
        done, _ = await asyncio.wait([watch], timeout=STOP_SECONDS)
        if not done:
            _signal(process.pid, signal.SIGKILL)
            await watch


def _surroundings() -> dict[str, str]:
    """Without settings of a real deployment: the demo's bot must not meet its database or its webhook."""
    return {name: value for name, value in os.environ.items() if not name.startswith("BAOBEI_")}


def _signal(pid: int, how: signal.Signals) -> None:
    """To the bot and the workers it may have started: it leads a session of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, how)


def _die_with_parent() -> None:
    """A demo that is killed must not leave a bot behind that still writes into its database."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
