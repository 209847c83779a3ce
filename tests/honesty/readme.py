"""The commands of the README, as a newcomer would type them.

A fenced block whose info string begins with `sh run` is one script. What may follow:

    ```sh run                       runs to its end and succeeds
    ```sh run until="http://"       runs until it prints this (a regular expression), and ends well on Ctrl-C
    ```sh run skip="why"            isn't run here: needs a token, installs a machine …
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent

from tests.honesty import tree

_BLOCK = re.compile(
    r"^(?P<indent> *)```sh run(?P<info>[^\n]*)\n(?P<script>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
_OPTION = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Block:
    script: str
    line: int
    until: str | None = None
    skip: str | None = None


class Failed(AssertionError):
    """A block that doesn't do what it says; the message has what it printed."""


def blocks(readme: str) -> list[Block]:
    found = []
    for match in _BLOCK.finditer(readme):
        options = dict(_OPTION.findall(match["info"]))
        if unknown := options.keys() - {"until", "skip"}:
            raise ValueError(f"no such option: {', '.join(sorted(unknown))}")
        line = readme.count("\n", 0, match.start()) + 1
        found.append(Block(dedent(match["script"]), line, options.get("until"), options.get("skip")))
    return found


def run(block: Block, home: Path, seconds: float = 60) -> str:
    """Run a block in a copy of the project with this environment's packages; what it printed. Raises `Failed`."""
    checkout, output = home / "checkout", home / "output"
    copy_to(checkout)
    if not (checkout / ".venv").exists():  # where `make install` puts it
        (checkout / ".venv").symlink_to(Path(sys.executable).parent.parent)
    with output.open("wb") as file:
        ran = subprocess.Popen(
            ["/bin/sh", "-eu", "-c", block.script],
            cwd=checkout,
            env=_environment(home),
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # as at a terminal; who is started in the background is deaf to Ctrl-C, and would hand that on
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (it takes no lock)
        )
    try:
        code = _ended(ran, seconds) if block.until is None else _interrupted(ran, block.until, output, seconds)
    except Failed as error:
        raise Failed(f"{error}; it printed:\n{_printed(output)}") from error
    finally:
        # whatever is left of the script's own process group
        with contextlib.suppress(ProcessLookupError):
            os.killpg(ran.pid, signal.SIGKILL)
        ran.wait()
    printed = _printed(output)
    if code != 0 or "Traceback" in printed:
        raise Failed(f"ended with {code}; it printed:\n{printed}")
    return printed


def _printed(output: Path) -> str:
    return output.read_text("utf-8", errors="replace")


def _ended(ran: subprocess.Popen[bytes], seconds: float) -> int:
    try:
        return ran.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"not done after {seconds} s") from error


def _interrupted(ran: subprocess.Popen[bytes], wanted: str, output: Path, seconds: float) -> int:
    """Waits for the wanted words, then presses Ctrl-C, which reaches everything that runs in the foreground."""
    deadline = time.monotonic() + seconds
    while not re.search(wanted, _printed(output)):
        if ran.poll() is not None or time.monotonic() > deadline:
            raise Failed(f"never printed {wanted!r}")
        time.sleep(0.05)
    os.killpg(ran.pid, signal.SIGINT)
    code = _ended(ran, 20)
    # a shell whose foreground command was interrupted says so, however well the command ended
    return 0 if code in (130, -signal.SIGINT) else code


def copy_to(folder: Path) -> None:
    for path in tree.files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(tree.ROOT / path, folder / path)


def _environment(home: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("BAOBEI_", "PYTEST", "MAKE"))}
    bin_folder = Path(sys.executable).parent
    return ours | {
        "PATH": f"{bin_folder}{os.pathsep}{ours['PATH']}",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "BAOBEI_DATA": str(home / "data"),
        # for make: what is installed stays, no browser opens, a port that nobody has
        "INSTALLED": "1",
        "VENV": str(bin_folder.parent),
        "PORT": str(port),
        "BROWSER": "0",
        "PYTHONUNBUFFERED": "1",
    }
