"""The locks are true: they hold what pyproject.toml asks for, every file by its hash, and nothing is used undeclared."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.honesty import tree

BY_NAME_ONLY = {
    "tzdata": "zoneinfo reads it",
    "justmytype-intl-cjk": "notifications.documents.fonts opens the font inside of it",
}
"""Runtime dependencies that no line of ours imports, and why they are there."""

COMES_WITH = {"pydantic-core": "pydantic", "fluent-syntax": "fluent-runtime"}
"""What may be imported because a declared dependency is made of it."""


@cache
def project() -> dict[str, list[Requirement]]:
    """The requirements by part: `runtime`, `dev`, `build`."""
    content = tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))
    lines = {
        "runtime": content["project"]["dependencies"],
        "dev": content["project"]["optional-dependencies"]["dev"],
        "build": content["build-system"]["requires"],
    }
    return {part: [Requirement(each) for each in required] for part, required in lines.items()}


@cache
def lock(name: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes by canonical name."""
    content = (tree.ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found: dict[str, tuple[str, int]] = {}
    for line in content.splitlines():
        if pinned := re.match(r"([\w.-]+)==(\S+)(.*)", line):
            found[canonicalize_name(pinned[1])] = (pinned[2], pinned[3].count("--hash=sha256:"))
    return found


def closure(requirements: list[Requirement]) -> set[str]:
    """The names of all that the requirements need on this machine, by what the installed packages say of themselves."""
    seen: set[tuple[str, str]] = set()
    waiting = [(each, extra) for each in requirements for extra in ("", *each.extras)]
    while waiting:
        required, extra = waiting.pop()
        name = canonicalize_name(required.name)
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for line in metadata.requires(name) or []:
            below = Requirement(line)
            if below.marker is None or below.marker.evaluate({"extra": extra}):
                waiting += [(below, each) for each in ("", *below.extras)]
    return {name for name, _ in seen}


@pytest.mark.parametrize(
    ("name", "parts"),
    [("requirements.lock", ("runtime", "build")), ("requirements-dev.lock", ("runtime", "build", "dev"))],
)
def test_a_lock_holds_what_is_asked_for(name: str, parts: tuple[str, ...]) -> None:
    locked = lock(name)
    wrong = [
        str(required)
        for part in parts
        for required in project()[part]
        if not required.specifier.contains(locked.get(canonicalize_name(required.name), ("0", 0))[0])
    ]
    assert wrong == [], "run make lock"


def test_every_file_of_a_lock_is_known_by_its_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert [each for each, (_, hashes) in lock(name).items() if hashes == 0] == []


def test_both_locks_agree() -> None:
    dev = lock("requirements-dev.lock")
    assert {each: pinned for each, pinned in lock("requirements.lock").items() if dev.get(each) != pinned} == {}


def test_what_the_dependencies_need_is_locked_too() -> None:
    assert closure(project()["runtime"]) - set(lock("requirements.lock")) == set(), "run make lock"
    assert closure(project()["dev"]) - set(lock("requirements-dev.lock")) == set(), "run make lock"


ELSEWHERE = {"aiogram-dialog"}
"""A peer of the benchmarks, which install it into an environment of its own."""


def imported(*tops: str) -> dict[str, str]:
    """Distribution by first file that imports it, of everything that isn't ours or Python's own."""
    ours = {*tree.PRODUCT, "tests", "benchmarks"}
    owners = metadata.packages_distributions()
    found: dict[str, str] = {}
    for path in tree.python_files(*tops):
        for node in ast.walk(ast.parse((tree.ROOT / path).read_text("utf-8"))):
            names = (
                [each.name for each in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom) and node.level == 0
                else []
            )
            for name in names:
                top = name.partition(".")[0]
                if top in ours or top in sys.stdlib_module_names:
                    continue
                # a namespace such as `fluent` belongs to several: the full name tells which
                candidates = {canonicalize_name(each) for each in owners.get(top, [top])}
                exact = {each for each in candidates if each == canonicalize_name(".".join(name.split(".")[:2]))}
                for distribution in exact or candidates:
                    found.setdefault(COMES_WITH.get(distribution, distribution), str(path))
    return found


def names(part: str) -> set[str]:
    return {canonicalize_name(each.name) for each in project()[part]}


def test_what_is_imported_is_declared() -> None:
    product = imported(*tree.PRODUCT)
    assert {each: where for each, where in product.items() if each not in names("runtime")} == {}
    around = imported("tests", "benchmarks")
    known = names("runtime") | names("dev") | ELSEWHERE
    assert {each: where for each, where in around.items() if each not in known} == {}


def test_what_is_declared_is_used() -> None:
    assert names("runtime") - set(imported(*tree.PRODUCT)) - set(BY_NAME_ONLY) == set()
