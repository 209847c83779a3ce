"""One word for one thing: no class name twice on a floor, one stem a matter, catalogues called as what says them."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dialogs
from dialogs.core.form import Form
from tests.honesty import tree
from tests.honesty.test_catalogues import LANGUAGES, LOCALES, catalogue

pytestmark = tree.in_one_worker
TWICE: dict[tuple[str, str], str] = {}
"""Floor and name of what may be there more than once, and why. A form and the command that it fills are one thing on two
floors and bear one name (`ReportCustomer`); that is nothing twice on one."""
STEMS = {
    r"follow_?ups?|FollowUps?|FOLLOW_UPS?": r"follow_ups?|FollowUps?|FOLLOW_UPS?",
}
"""What a matter might be called in names, and what it is called."""
KEPT_FOR = {"settle": (("bot", "sandbox"), "its interface's word: wait until the bot has nothing left to do")}
"""Words that once named many things: where definitions may be called so, and why."""
OTHERS = ("notifications", "bot")
"""Floors that say something themselves: their catalogues lie in a folder of the floor's name."""


def classes(floor: str) -> Iterator[tuple[str, Path]]:
    for path in tree.python_files(floor):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.ClassDef):
                yield node.name, path


def twice() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for floor in tree.PRODUCT:
        for name, path in classes(floor):
            found[floor, name].append(str(path))
    return {key: paths for key, paths in found.items() if len(paths) > 1}


def test_no_class_name_stands_twice_on_a_floor() -> None:
    assert {key: paths for key, paths in twice().items() if key not in TWICE} == {}


def test_what_may_stand_twice_does() -> None:
    assert set(TWICE) <= set(twice())


def test_a_matter_has_one_stem() -> None:
    wrong = set()
    for path in tree.python_files(*tree.PRODUCT, "tests", "benchmarks"):
        if "versions" in path.parts or path == Path("tests/honesty/test_words.py"):
            continue
        for said, right in STEMS.items():
            for name in re.findall(rf"(?<![A-Za-z])\w*(?:{said})\w*", f"{path} {tree.text(path) or ''}"):
                if re.search(said, re.sub(right, "", name)):
                    wrong.add(f"{path}: {name}")
    assert wrong == set()


def defined() -> Iterator[tuple[str, Path]]:
    for path in tree.python_files(*tree.PRODUCT):
        yield path.stem, path
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, path


def test_a_word_that_named_many_things_names_one() -> None:
    many = [
        f"{path}: {name}"
        for name, path in defined()
        for word, (where, _) in KEPT_FOR.items()
        if re.search(rf"(?:^|_){word}", name, re.IGNORECASE) and path.parts[: len(where)] != where
    ]
    assert many == []


def called(language: str) -> list[str]:
    """The catalogues by their paths, without ending."""
    folder = LOCALES / language
    return [path.relative_to(folder).with_suffix("").as_posix() for path in tree.files() if folder in path.parents]


def test_every_catalogue_is_called_as_the_module_or_package_that_says_it() -> None:
    lost = []
    for language in LANGUAGES:
        for name in called(language):
            of = Path(name) if name.split("/")[0] in OTHERS else Path("dialogs", name)
            if not (tree.ROOT / of).is_dir() and not (tree.ROOT / of).with_suffix(".py").is_file():
                lost.append(f"{language}/{name}")
    assert lost == []


def forms(base: type[Form[Any]]) -> Iterator[type[Form[Any]]]:
    for form in base.__subclasses__():
        yield form
        yield from forms(form)


def test_a_forms_own_words_stand_in_its_modules_catalogue_or_in_its_matters() -> None:
    for each in pkgutil.walk_packages(dialogs.__path__, "dialogs."):
        importlib.import_module(each.name)
    known, astray = catalogue("zh"), {}
    for form in forms(Form):
        if not form.__module__.startswith("dialogs."):
            continue  # of a test
        module = form.__module__.removeprefix("dialogs.").replace(".", "/")
        stem = form.declared.stem
        for key in (f"{stem}-title", *(f"{stem}-{name.replace('_', '-')}" for name in form.declared.fields)):
            if key in known and known[key].stem.split("/")[0] != module.split("/")[0]:
                astray[key] = f"{known[key].stem}, not {module}"
    assert astray == {}
