"""No address of a package index and no path of somebody's machine is written down: the project installs anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.honesty import tree

INDEX = re.compile(
    r"""
      https?://[^\s"'<>)\]]* (?: /simple\b | \bpypi\b | pythonhosted | \bnpmjs?\b | registry\. | nexus | artifactory | devpi )
    | (?<!no-emit) (?: --index-url | --extra-index-url | --find-links | --trusted-host ) [ =] \S
    | \b (?: index-url | extra-index-url | find-links | index_url ) \s* = \s* \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
MACHINE = re.compile(r"file:///\w|(?<![\w.])/(?:home|Users)/\w+/|(?<![\w./])/root/|\b[A-Z]:\\Users\\")
OWN = Path(__file__).relative_to(tree.ROOT)


def places(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tree.files():
        if path == OWN or (content := tree.text(path)) is None:
            continue
        for number, line in enumerate(content.splitlines(), 1):
            if match := pattern.search(line):
                found.append(f"{path}:{number}: {match[0]}")
    return found


def here() -> list[str]:
    """Where this machine gets packages from, and where the project lies on it: nobody else's business."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    hosts = re.findall(r"https?://(?:[^/@\s']*@)?([\w.-]+)", asked)
    folders = re.findall(r"file://(/[\w./-]+)", asked) + re.findall(r"find-links='(/[^']+)'", asked)
    return [*hosts, *(folder.rstrip("/") for folder in folders), str(tree.ROOT)]


def test_no_package_index_is_written_down() -> None:
    assert places(INDEX) == []


def test_no_path_of_a_machine_is_written_down() -> None:
    assert places(MACHINE) == []


def test_nothing_of_this_machine_is_written_down() -> None:
    secrets = [each for each in here() if len(each) > 5]
    assert places(re.compile("|".join(map(re.escape, secrets)))) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://mirror.somewhere.example/root",
        "extra-index-url = https://mirror.somewhere.example",
        "see https://pypi.somewhere.example/simple/aiogram/",
        "https://files.pythonhosted.org/packages/ab/cd/x.whl",
        "--find-links ./wheels",
    ],
)
def test_an_index_would_be_noticed(line: str) -> None:
    assert INDEX.search(line)


@pytest.mark.parametrize("line", ["-e file:///srv/x", "cd /home/anna/baobei", "/root/x", r"C:\Users\anna"])
def test_a_path_of_a_machine_would_be_noticed(line: str) -> None:
    assert MACHINE.search(line)
