"""The one door to what somebody sent: a file is opened in a child process, within limits of memory, time and disk.

    parsed("storage.files.inspection:flaw", path, type_, name)                  a function's answer
    streamed("notifications.documents.sheets:parse", path, matter)        what a generator yields, batch by batch
    await parsed_beside(…)                                                the same as `parsed`, from the loop

A *parser* is named "module:function" and called with a `Path` and JSON values in a process that holds no secret, no
connection and no right to write a byte. What it answers or yields is JSON, too: nothing that comes back is ever
unpickled. A `Refusal` of the parser's own module is raised here as it was there; anything else that goes wrong is an
`Unreadable`, which names the kind of error and nothing of the content.

The child is forked by a small process of ours (`notifications.parsing.room`) that has the libraries loaded: five
milliseconds instead of a third of a second for a new interpreter. It is started at the first need, ends with us, and is
started again if somebody kills it. Deliberately absent: what a file's flaws are called (the parsers), and Windows, which
can't fork.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from domain.base.errors import Refusal
from notifications.parsing.frames import Broken, receive, send

MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ResourceLimits:
    """Of one file: bytes of memory beyond the bare process, seconds of processor in all, seconds until an answer (or a
    stream's next batch), bytes written to any one file."""

    memory: int = 384 * MEGABYTE
    cpu: int = 15
    wall: float = 30.0
    disk: int = 0


FILES: Final = ResourceLimits()
"""Of what people attach."""
LISTS: Final = ResourceLimits(memory=1024 * MEGABYTE, cpu=300, wall=120.0)
"""Of lists of up to a hundred thousand rows, which a job reads."""
PATIENCE: Final = 5.0
"""Seconds beyond the child's own limit after which we don't wait for it any longer."""
AT_ONCE: Final = 2
"""Files that the loop has opened at the same time: their memory adds up."""


class Unreadable(Exception):
    """The parser broke off: at a limit (`over`), or by an error that it doesn't know how to say."""

    def __init__(self, why: str, *, over: bool = False) -> None:
        super().__init__(why)
        self.over = over


def parsed(parser: str, path: Path, *args: object, limits: ResourceLimits = FILES) -> Any:
    """The parser's answer. Blocking. Raises its refusals, `Unreadable`, or `OSError` when no process can be had."""
    answers = list(_answers(parser, path, args, limits))
    if len(answers) != 1:
        raise Unreadable(f"{parser} gave {len(answers)} answers")
    return answers[0]


def streamed(parser: str, path: Path, *args: object, limits: ResourceLimits = LISTS) -> Generator[Any, None, None]:
    """What the parser yields; while nobody asks for more, it waits. Blocking, and raises like `parsed`."""
    yield from _answers(parser, path, args, limits)


async def parsed_beside(parser: str, path: Path, *args: object, limits: ResourceLimits = FILES) -> Any:
    """`parsed`, without holding up the loop or its common threads."""
    return await asyncio.get_running_loop().run_in_executor(
        _THREADS, partial(parsed, parser, path, *args, limits=limits)
    )


_THREADS: Final = ThreadPoolExecutor(AT_ONCE, "parsing")


def _answers(parser: str, path: Path, args: tuple[object, ...], limits: ResourceLimits) -> Iterator[Any]:
    asked = {"parser": parser, "path": str(path.absolute()), "args": args, "limits": asdict(limits)}
    with _ROOM.child() as line:
        line.settimeout(limits.wall + PATIENCE)
        try:
            send(line, asked)
            while True:
                match receive(line):
                    case {"items": list(items)}:
                        yield from items
                    case {"end": True}:
                        return
                    case {"refused": [str(module), str(name), dict(facts)]}:
                        raise _refusal(parser, module, name, facts)
                    case {"error": str(kind)}:
                        raise Unreadable(f"{parser}: {kind}", over=kind == "MemoryError")
                    case _:
                        raise Unreadable(f"{parser} gave no answer that we know")
        except (Broken, TimeoutError, ConnectionError):
            raise Unreadable(f"{parser} was ended at a limit", over=True) from None


def _refusal(parser: str, module: str, name: str, facts: dict[str, object]) -> Exception:
    """Of the parser's own module only: the child names a class, it doesn't bring one."""
    kind = getattr(sys.modules.get(module), name, None) if module == parser.partition(":")[0] else None
    if isinstance(kind, type) and issubclass(kind, Refusal):
        return kind(**facts)
    return Unreadable(f"{parser} refused in a way that isn't known here")


class _Room:
    """Our end of the forking process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._owner = 0

    def child(self) -> socket.socket:
        """A line to a new child."""
        with self._lock:
            for last in (False, True):
                ours, theirs = socket.socketpair()
                with theirs:
                    try:
                        socket.send_fds(self._open(), [b"!"], [theirs.fileno()])
                    except OSError:  # it was killed
                        ours.close()
                        self._close()
                        if last:
                            raise
                    else:
                        return ours
        raise AssertionError

    def close(self) -> None:
        with self._lock:
            self._close()

    def _open(self) -> socket.socket:
        if self._control is not None and self._owner == os.getpid():
            return self._control
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "notifications.parsing.room", str(theirs.fileno())],
                env={"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl-C at the terminal is the bot's to hear
            )
        self._control, self._owner = ours, os.getpid()
        return ours

    def _close(self) -> None:
        control, process, owner = self._control, self._process, self._owner
        self._control = self._process = None
        if control is not None:
            control.close()  # which is how it learns that it isn't needed
        if process is not None and owner == os.getpid():
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
                return
            process.kill()
            process.wait()


_ROOM: Final = _Room()
atexit.register(_ROOM.close)

__all__ = ["FILES", "LISTS", "ResourceLimits", "Unreadable", "parsed", "parsed_beside", "streamed"]
