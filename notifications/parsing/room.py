"""The process that forks a child for each file: small, alone with its one thread, the parsers' libraries loaded.

It is started with a socket's number, forks for every line that comes over it, and ends when the socket does. It reads
nothing itself.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from inspect import isgenerator
from pathlib import Path
from typing import Any, Final

from domain.base.errors import Refusal
from notifications.parsing.frames import Broken, receive, send

LOADED: Final = ("storage.files.inspection", "storage.files.spreadsheets", "notifications.documents.sheets")
"""The parsers' modules, so that no child has to read them in."""
ITEMS: Final = 500
CHARACTERS: Final = 250_000
"""Of a batch: whichever comes first."""
LOOK: Final = 0.1
"""Seconds of processor between two looks at the memory, where the system doesn't limit it by itself."""
FILES: Final = 64
"""Files that a child may have open."""


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a child ended: its line tells
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in LOADED:
        importlib.import_module(name)
    gc.freeze()  # or the children's collections would copy every page
    while True:
        asked, lines, *_ = socket.recv_fds(control, 1, 1)
        if not asked:
            return
        if os.fork() == 0:
            _child(control, lines[0])
        os.close(lines[0])


def _child(control: socket.socket, descriptor: int) -> None:
    """Never returns into the loop above, whatever happens."""
    try:
        control.close()
        with socket.socket(fileno=descriptor) as line:
            asked = receive(line)
            _confine(asked["limits"])
            _answer(line, asked)
    except (Broken, OSError):
        pass  # whoever asked has gone
    finally:
        os._exit(0)


def _answer(line: socket.socket, asked: dict[str, Any]) -> None:
    wall = float(asked["limits"]["wall"])
    signal.setitimer(signal.ITIMER_REAL, wall)
    try:
        module, _, function = str(asked["parser"]).partition(":")
        answer = getattr(importlib.import_module(module), function)(Path(asked["path"]), *asked["args"])
        for items in _batches(answer if isgenerator(answer) else iter((answer,))):
            signal.setitimer(signal.ITIMER_REAL, 0)  # a reader who takes its time is no fault of the file
            send(line, {"items": items})
            signal.setitimer(signal.ITIMER_REAL, wall)
        last: dict[str, object] = {"end": True}
    except Refusal as refusal:
        last = {"refused": [type(refusal).__module__, type(refusal).__name__, vars(refusal)]}
    except OSError as error:
        if isinstance(error, BrokenPipeError | ConnectionError):
            raise
        last = {"error": type(error).__name__}
    except Exception as error:
        last = {"error": type(error).__name__}  # its words may be the file's
    signal.setitimer(signal.ITIMER_REAL, 0)
    send(line, last)


def _batches(items: Iterable[object]) -> Iterator[list[object]]:
    batch: list[object] = []
    size = 0
    try:
        for item in items:
            batch.append(item)
            size += len(json.dumps(item, ensure_ascii=False))
            if len(batch) >= ITEMS or size >= CHARACTERS:
                yield batch
                batch, size = [], 0
    except Exception:  # what stands before a refusal is told before it
        yield batch
        raise
    if batch:
        yield batch


# --- limits -----------------------------------------------------------------------------------------------------------


def _confine(limits: dict[str, Any]) -> None:
    for name in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(name, signal.SIG_DFL)  # ended by the system, in whatever library it is
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # too much written is an error like a full disk
    with suppress(OSError), Path(os.devnull).open("rb+", buffering=0) as nowhere:
        os.dup2(nowhere.fileno(), 2)  # libraries write of what they read
    memory, cpu = int(limits["memory"]), int(limits["cpu"])
    _limit(resource.RLIMIT_CPU, cpu)
    _limit(resource.RLIMIT_FSIZE, int(limits["disk"]))
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, FILES)
    with suppress(AttributeError):
        _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_AS, _address_space() + memory)
    _watch(memory)


def _limit(what: int, most: int) -> None:
    with suppress(ValueError, OSError):  # macOS knows some of them by name only
        resource.setrlimit(what, (most, most))


def _address_space() -> int:
    """Bytes that the bare process has mapped: the limit counts them, too."""
    with suppress(OSError, ValueError), Path("/proc/self/statm").open("rb") as told:
        return int(told.read().split()[0]) * resource.getpagesize()
    return 1 << 40  # nothing is known of it, and `_watch` looks


def _watch(memory: int) -> None:
    unit = 1 if sys.platform == "darwin" else 1024
    bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

    def look(*_: object) -> None:
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit > bare + memory:
            os._exit(1)

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, LOOK, LOOK)


if __name__ == "__main__":
    main()
