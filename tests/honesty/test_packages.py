"""Packages say what is not in them, know only whom they may, and are shipped whole."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.honesty import tree


@tree.in_one_worker
def test_every_package_says_what_it_is_and_what_is_absent_from_it() -> None:
    silent = []
    for path in tree.python_files(*tree.PRODUCT):
        if path.name != "__init__.py" or "versions" in path.parts:
            continue
        said = ast.get_docstring(tree.parsed(path)) or ""
        if "absent" not in said.lower():
            silent.append(str(path))
    assert silent == []


@tree.in_one_worker
def test_every_module_says_what_it_is() -> None:
    modules = [path for path in tree.python_files(*tree.PRODUCT) if path.name != "__init__.py"]
    assert [str(path) for path in modules if not ast.get_docstring(tree.parsed(path))] == []


def test_nobody_knows_whom_he_must_not_know() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=tree.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=tree.ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        shipped = set(packed.namelist())
    assert [
        str(path) for path in tree.files() if path.parts[0] in tree.PRODUCT and path.as_posix() not in shipped
    ] == []


@pytest.mark.parametrize(
    ("contract", "floor", "allowed"),
    [
        ("What every matter stands on knows no matter", "domain", ()),
        ("The core of dialogs and what they share know no dialog", "dialogs", ()),
        (
            "The core of dialogs stands on what every matter stands on, and on how a list is read",
            "domain",
            ("base", "names", "letters", "lists"),
        ),
    ],
)
def test_a_contract_about_all_rooms_of_a_floor_names_each(contract: str, floor: str, allowed: tuple[str, ...]) -> None:
    """Written by hand, for import-linter knows no "all but"."""
    contracts = tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (found,) = (each for each in contracts if each["name"] == contract)
    rooms = {f"{floor}.{path.parts[1].removesuffix('.py')}" for path in tree.python_files(floor)} - {
        f"{floor}.__init__"
    }
    known = {each for each in found["source_modules"] if each in rooms} | {f"{floor}.{each}" for each in allowed}
    assert sorted(found["forbidden_modules"]) == sorted(rooms - known)
