"""The files of the project, as a checkout has them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("bot", "dialogs", "domain", "storage", "notifications")
"""The packages that are shipped."""
in_one_worker = pytest.mark.xdist_group("tree")
"""For tests that read the whole tree: what one of them has parsed serves the others."""


@cache
def files() -> tuple[Path, ...]:
    """What is or could be committed: ignored files are left out. Relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = {Path(name) for name in listed.stdout.decode().split("\0") if name}
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))


def python_files(*tops: str) -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and path.parts[0] in tops]


def text(path: Path) -> str | None:
    """None for what isn't text."""
    try:
        return (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return None


@cache
def parsed(path: Path) -> ast.Module:
    """Of a file that is Python; to be looked at, not changed."""
    return ast.parse((ROOT / path).read_text("utf-8"))
