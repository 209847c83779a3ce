"""What `docs/` says is so: links, forms, rights, policy values, kinds, calls, classes, and the files that anybody names."""

from __future__ import annotations

import importlib
import inspect
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from domain.base import dates
from domain.base.kinds import Kind
from domain.base.policy import agreement
from domain.reminders.records import ReminderKind
from tests.honesty import tree
from tests.honesty.test_forms import asked, plainly

DOCS = Path("docs")
PAGES = tuple(path for path in tree.files() if path.suffix == ".md" and path.parts[0] in ("docs", "README.md"))
SUNDAY = date(2026, 11, 22)
FORM = re.compile(r"`(\w+)`(?: \(.*\))?")


@cache
def read(page: Path) -> str:
    return (tree.ROOT / page).read_text("utf-8")


def rows(page: str, *heading: str) -> list[list[str]]:
    """The rows of the page's tables whose heading begins so."""
    found, below = [], False
    for line in read(DOCS / f"{page}.md").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if cells[: len(heading)] == list(heading):
            below = True
        elif not cells:
            below = False
        elif below and set(cells[0]) != {"-"}:
            found.append(cells)
    return found


def anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", read(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = Path(*(page.parent / name).parts) if name else page
        if not (tree.ROOT / target).exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


def test_every_page_stands_in_the_index() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", read(DOCS / "README.md")))
    assert linked == {page.name for page in PAGES if page.parent == DOCS} - {"README.md"}


def exists(named: str) -> bool:
    """A file or folder, a module without its ending, or something in a module (`domain/base/regions.find`)."""
    module, _, name = named.rpartition(".")
    source = tree.text(Path(f"{module}.py")) if module and (tree.ROOT / f"{module}.py").exists() else None
    return (
        (tree.ROOT / named).exists() or (tree.ROOT / f"{named}.py").exists() or (source is not None and name in source)
    )


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    tops = {path.parts[0] for path in tree.files()}
    named = [each for each in re.findall(r"`([\w.-]+/[\w./-]*)`", read(page)) if each.split("/")[0] in tops]
    assert [each for each in named if not exists(each)] == []


def test_nobody_names_a_page_that_is_not_there() -> None:
    """Where a rule comes from can be read by whoever has the code."""
    gone = {}
    for path in tree.files():
        text = tree.text(path) if path.suffix in (".py", ".toml", ".ftl", ".js", ".html", ".ini", "") else None
        for name in re.findall(r"(?<![\w/.*-])[\w./-]*\w\.md\b", text or ""):
            if not (tree.ROOT / name).is_file():
                gone[name] = str(path)
    assert gone == {}


def told_values() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for said in re.findall(r"`policy: ([^`]+)`", read(page)):
            yield page, said


@pytest.mark.parametrize(("page", "said"), list(told_values()), ids=str)
def test_a_policy_value_is_what_the_page_says(page: Path, said: str) -> None:
    known: Any = tomllib.loads((tree.ROOT / "domain/data/policy.toml").read_text("utf-8"))
    name, _, value = said.partition(" = ")
    for part in name.split("."):
        assert part in known, f"{name} is no value of the policy"
        known = known[part]
    if value:
        assert known == tomllib.loads(f"value = {value}")["value"]


def test_every_field_of_an_agreement_is_told() -> None:
    assert [cells[0] for cells in rows("policy", "field", "stands for")] == [
        f"`{{{each}}}`" for each in agreement.FIELDS
    ]


def test_every_form_asks_what_a_page_says() -> None:
    """A form that asks what another does, and more, says so: (as `contract`)."""
    told: dict[str, Counter[tuple[str, bool]]] = {}
    like: dict[str, str] = {}
    for page in (each.stem for each in PAGES if each.parent == DOCS):
        for form, fields, *_ in rows(page, "form", "asks (* required)"):
            named = FORM.fullmatch(form)
            assert named is not None, form
            like.update((named[1], other) for other in re.findall(r"\(as `(\w+)`\)", form))
            for label in fields.split(" · "):
                told.setdefault(named[1], Counter())[plainly(label.removesuffix("*")), label.endswith("*")] += 1
    for form, other in like.items():
        told[form] = told[form] + told[other]
    assert told == {name: fields for name, fields in asked().items() if fields}


def test_every_kind_of_request_and_reminder_is_told() -> None:
    assert {cells[0].strip("`") for cells in rows("approvals", "kind", "中文")} == {each.value for each in Kind}
    assert {cells[0].strip("`") for cells in rows("reminders", "kind", "to")} == {each.value for each in ReminderKind}


def test_every_call_of_the_sandbox_is_told() -> None:
    sources = [tree.text(path) or "" for path in tree.python_files("bot") if "sandbox" in path.parts]
    calls = {each for source in sources for each in re.findall(r'web\.\w+\("(/sim/\w+)', source)}
    assert calls == set(re.findall(r"/sim/\w+", " ".join(cells[0] for cells in rows("sandbox", "call"))))


def test_dates_are_read_as_the_page_says() -> None:
    wrong = {
        typed: read_as
        for cells in rows("typing", "typed", "read as")
        for typed in cells[0].split(" · ")
        if (read_as := " · ".join(each.iso for each in dates.read(typed, SUNDAY, "future"))) != cells[1]
    }
    assert wrong == {}


def is_class(named: str) -> bool:
    module, _, name = named.rpartition(".")
    return inspect.isclass(getattr(importlib.import_module(module), name, None))


def test_the_glossary_has_one_word_for_one_thing() -> None:
    terms = [*rows("glossary", "中文"), *rows("glossary", "English")]
    for column in (0, 2):
        again = Counter(cells[column] for cells in terms if cells[column] != "–")
        assert [each for each, count in again.items() if count > 1] == []
    assert [cells[2] for cells in terms if cells[2] != "–" and not is_class(cells[2].strip("`"))] == []


def test_every_kind_of_number_is_told() -> None:
    sources = " ".join(tree.text(path) or "" for path in tree.python_files("domain"))
    given = set(re.findall(r"(?:number|numbers|next)\([\"']([A-Z]{2})[\"']", sources))
    assert {cells[0] for cells in rows("glossary", "prefix")} == given


def test_the_map_has_every_room() -> None:
    """Two levels of a few folders, and no folder that isn't there."""
    mapped = re.findall(r"^    ( *)([a-z_]+)/ ", read(Path("README.md")), re.MULTILINE)
    above, named = "", []
    for indent, name in mapped:
        above = above if indent else name
        named.append(f"{above}/{name}" if indent else name)
    assert [each for each in named if not (tree.ROOT / each).is_dir()] == []
    tops = {path.parts[0] for path in tree.files() if len(path.parts) > 1 and not path.parts[0].startswith(".")}
    assert tops <= set(named)


def test_every_question_where_something_is_has_its_place() -> None:
    """That the files exist is seen as for all pages."""
    asked, _, places = read(Path("docs/where.md")).partition("## The places")
    numbers = [re.findall(r"^(\d+)\. ", part, re.MULTILINE) for part in (asked, places)]
    named = re.findall(r"^\d+\. `([^`]+)`", places, re.MULTILINE)
    assert numbers[0] == numbers[1] == [str(each) for each in range(1, 26)]
    assert [each for each in named if not (tree.ROOT / each).is_file()] == []
    assert len(named) == len(numbers[1])
