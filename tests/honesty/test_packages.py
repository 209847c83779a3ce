"""Packages say what is not in them, know only whom they may, and are shipped whole."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

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
