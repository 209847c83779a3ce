"""What is told of a list of orders as a file: each row with its reason, and the refused ones as they were, to be mended and
sent again."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, Final, TextIO

from dialogs.core.screen import Say, say, wording_from_json
from domain.base.json_values import JsonObject
from domain.base.work import Work
from domain.imports.records import Problem
from domain.orders.listing.columns import TEMPLATE, OrderColumn
from domain.orders.listing.records import OrderRowFate
from notifications.documents.workbook import Book, Column, Value
from notifications.jobs.list_header import ORDERS
from notifications.jobs.lists import lines, some_of
from notifications.jobs.working import Task

GROUPED: Final = 12
"""Rows that are named of each kind of remark; a list may have thousands."""
MOST_TOLD: Final = 50_000
READ: Final = 400
HEAD: Final[Mapping[str, int]] = {"row": 8, "customer": 36, "fate": 18, "column": 14, "why": 60, "order": 18}
NAME: Final = 60


class ToldRows:
    """Rows of which there is something to tell, one a line."""

    def __init__(self, task: Task, path: Path) -> None:
        self._task, self._path = task, path
        self._file: TextIO | None = None
        self._count = 0

    @contextmanager
    def open(self) -> Iterator[ToldRows]:
        with self._path.open("w", encoding="utf-8") as self._file:
            yield self

    def add(self, row: int, fate: OrderRowFate, problems: Iterable[Problem] = (), *, order: str = "") -> None:
        if self._file is not None and self._count < MOST_TOLD:
            self._count += 1
            told = {"row": row, "fate": fate.value, "problems": list(map(facts, problems)), "order": order}
            self._file.write(json.dumps(told, ensure_ascii=False) + "\n")

    def keep(self) -> str:
        """Its hash; empty where there is nothing to tell."""
        return self._task.keep(self._path) if self._count else ""


class Groups:
    """Rows that need looking at, by what is the matter with them."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(self, kind: str, row: int, problems: Iterable[Problem]) -> None:
        for each in problems:
            told = facts(each)
            group = self._groups.setdefault((kind, told["column"], told["code"]), {**told, "rows": [], "count": 0})
            group["count"] += 1
            group["various"] = group.get("various", False) or (told["typed"], told["hint"]) != (
                group["typed"],
                group["hint"],
            )
            if len(group["rows"]) < GROUPED:
                group["rows"].append(row)

    def to_json(self) -> list[dict[str, Any]]:
        return some_of([{"kind": kind, **group} for (kind, _, _), group in self._groups.items()])


def facts(problem: Problem) -> dict[str, str]:
    column = problem.column.value
    return {"column": column, "code": problem.code, "typed": problem.typed, "hint": problem.hint}


def sentence(told: Mapping[str, str], kind: str) -> Say:
    """Of one cell: `kind` is `wrong` or `remark`."""
    key = f"orders-list-wrong-{told['code']}" if kind == "wrong" else f"orders-list-remark-{told['code']}"
    return say(key, typed=told["typed"], hint=told["hint"])


def result_file(task: Task, called: str, look: str, job: int | None) -> Mapping[str, str]:
    """`look` are the rows as they were foreseen; of `job` what became of them since, for its own list."""
    told = {each["row"]: each for each in _foreseen(task, look)}
    if job is not None:
        told = {
            number: each for number, each in told.items() if each["fate"] != OrderRowFate.LOGGED
        }  # remarks were seen before
        told |= {each["row"]: each for each in _kept_rows(task, job)}
    name = f"{PurePath(str(task.args['name'])).stem[:NAME]}-{task.words(say(called))}.xlsx"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.xlsx"
        with Book(path, task.words) as book:
            _Writer(task, book, called).write(dict(sorted(told.items())))
        return {"sha256": task.keep(path), "name": name}


def _foreseen(task: Task, look: str) -> Iterator[dict[str, Any]]:
    if look:
        with task.path(look).open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _kept_rows(task: Task, job: int) -> Iterator[dict[str, Any]]:
    after = 0
    while rows := task.read(lambda work, after=after: _portion(work, job, after)):  # type: ignore[misc]
        yield from rows
        after = int(rows[-1]["row"])
        task.obey()


def _portion(work: Work, job: int, after: int) -> list[dict[str, Any]]:
    return [
        {"row": each.row, "fate": each.fate.value, "problems": [], "order": "", **each.found}
        for each in work.order_lists.kept(job, after, READ)
    ]


class _Writer:
    def __init__(self, task: Task, book: Book, called: str) -> None:
        self._task, self._book = task, book
        columns = task.checkpoint["told"]["columns"]
        self._columns = [each for each in OrderColumn if each in TEMPLATE or each.value in columns]
        self._told, self._mend = task.words(say(called)), task.words(say("import-to-mend"))
        heads = [Column(task.words(say(f"orders-list-head-{each}")), width) for each, width in HEAD.items()]
        book.sheet(self._told, heads)
        book.sheet(self._mend, [Column(task.words(ORDERS.title(each.value)), 18) for each in self._columns])
        self._known: dict[str, str] = {}

    def write(self, told: Mapping[int, JsonObject]) -> None:
        """In the order of the rows, as the list's own lines come."""
        offset = 0
        while told:
            rows, offset = lines(self._task, offset, READ)
            if not rows:
                return
            for number, cells, _ in rows:
                if number in told:
                    self._row(told[number], cells)

    def _row(self, told: JsonObject, cells: Mapping[str, str]) -> None:
        name = cells.get(OrderColumn.CUSTOMER.value, "")[:NAME]
        fate = told["fate"]
        kind = "remark" if fate == OrderRowFate.LOGGED and told["problems"] else fate
        label = self._word(say(f"orders-list-fate-{kind}"))
        self._book.add(self._told, [(told["row"], name, label, *each) for each in self._whys(told)])
        if fate in (OrderRowFate.REFUSED, OrderRowFate.HELD):
            self._book.add(self._mend, [[cells.get(each.value) for each in self._columns]])

    def _whys(self, told: JsonObject) -> Iterator[Sequence[Value]]:
        """Column, why, order."""
        if "why" in told:
            yield "", self._task.words(wording_from_json(told["why"])), ""
        elif "against" in told:
            before, number = told["against"], told["order"]
            key = "orders-list-return-of" if before else "orders-list-return-before"
            yield "", self._task.words(say(key, number=before) if before else say(key)), number
        for each in told["problems"]:
            kind = "wrong" if told["fate"] == OrderRowFate.REFUSED else "remark"
            yield self._word(ORDERS.title(each["column"])), self._task.words(sentence(each, kind)), told["order"]
        if told["fate"] == OrderRowFate.KNOWN:
            yield "", self._word(say("orders-list-known")), told["order"]
        if told["fate"] == OrderRowFate.CORRECTED:
            yield "", self._word(say("orders-list-corrected")), told["order"]
        if told["fate"] == OrderRowFate.WAITS:
            yield "", self._word(say("orders-list-waits")), ""
        if told["fate"] == OrderRowFate.LEFT:
            yield "", self._word(say("orders-list-left")), ""

    def _word(self, words: Say) -> str:
        """Of a sentence without facts, put into words once."""
        if words.key not in self._known:
            self._known[words.key] = self._task.words(words)
        return self._known[words.key]
