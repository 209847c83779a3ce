"""A list that somebody sent, on its way in: its workbook becomes lines of JSON in the content store, which are then worked
batch by batch from the checkpoint on. What becomes of the rows is the matter of each kind of list."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dialogs.core.screen import Wording, say
from domain.base.errors import Refusal
from domain.base.json_values import JsonObject
from domain.base.work import Work
from domain.imports.columns import learned
from domain.imports.findings import Marks
from domain.imports.records import Cells
from domain.lists.matter import Matter
from domain.lists.report import ListReport
from notifications.documents import sheets
from notifications.documents.sheets import SheetEnd
from notifications.documents.workbook import Book
from notifications.documents.workbook import Column as Titled
from notifications.jobs.list_header import NOTES, Header, HeaderMissing, other_matter
from notifications.jobs.working import Task

Row = tuple[int, Cells, Marks]
MOST_GROUPS = 30
"""Kinds of what is the matter with rows, as the checkpoint keeps them."""


@dataclass
class NoRows(Refusal):
    """Only the heading is there."""


def read_in(
    task: Task, header: Header, then: str, known: Callable[[Work], Mapping[str, tuple[str, ...]]] = lambda work: {}
) -> None:
    """The job's file, once; the checkpoint then names the lines (`rows`), their `count`, what is to be told of the file
    (`told`), and the phase that follows. Raises `Refusal`s."""
    task.note(checkpoint={"phase": "read"})
    beside = tuple(tuple(map(task.words, each)) for each in header.beside)
    matter = task.read(lambda work: replace(matter_of(work, header, task.args), known=known(work), beside=beside))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.jsonl"
        report, count = _written(task, header, matter, out)
        kept = task.keep(out) if count else ""
    if report.missing and not (task.args.get("ask") and report.heading):  # else somebody says which column it is
        raise HeaderMissing(tuple(header.title(each) for each in report.missing))
    if report.missing:
        titles = (*report.columns.values(), *report.unused)
        report.looks_like = task.read(lambda work: other_matter(work.policy, header, titles))
    if not count and not report.missing:
        raise NoRows
    told = {"told": report.to_json()}
    task.note(done=0, total=count, checkpoint={"phase": then, "rows": kept, "count": count, **told})


def matter_of(work: Work, header: Header, args: JsonObject) -> Matter:
    """What the reader has to know: the policy's words, and what the house of whoever acts once said of headings. What is
    the same in all rows needs no column."""
    matter = header.reading(
        work.policy,
        learned(work, header.stem),
        hidden_rows=bool(args.get("hidden_rows", True)),
        hidden_columns=bool(args.get("hidden_columns", True)),
        sheet=str(args.get("sheet", "")),
    )
    return replace(matter, required=tuple(each for each in matter.required if each not in args.get("same", {})))


def _written(task: Task, header: Header, matter: Matter, out: Path) -> tuple[ListReport, int]:
    """The list's rows as lines of JSON."""
    report, count, same = ListReport(), 0, dict(task.args.get("same", {}))
    examples, example = list[int](), _example(task, header)
    with out.open("w", encoding="utf-8") as file:
        for item in sheets.read(task.path(str(task.args["file"])), matter):
            if isinstance(item, SheetEnd):
                report = item.report
                continue
            number, cells, marks = item
            if cells == example:
                examples.append(number)
                continue
            file.write(json.dumps((number, {**same, **cells}, marks), ensure_ascii=False) + "\n")
            count += 1
            if count % 1000 == 0:
                task.obey()
    for number in examples:
        report.note("samples", number)
    return report, count


def _example(task: Task, header: Header) -> Mapping[str, str]:
    """The row that our template shows, copied among the others or left there."""
    return {each.value: task.words(header.sample(each.value)) for each in header.template or header.columns}


def some_of(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As `dialogs.imports.list_report.groups` takes them: of too many the first, and how many more there are."""
    left = len(groups) - MOST_GROUPS
    return groups if left <= 0 else [*groups[:MOST_GROUPS], {"kind": "more", "code": "", "count": left}]


def lines(task: Task, offset: int, most: int) -> tuple[list[Row], int]:
    """The next rows and the place behind them."""
    rows: list[Row] = []
    if not task.checkpoint["rows"]:
        return rows, 0
    with task.path(str(task.checkpoint["rows"])).open("rb") as file:
        file.seek(offset)
        while len(rows) < most and (line := file.readline()):
            number, cells, *marks = json.loads(line)
            rows.append((number, cells, marks[0] if marks else {}))  # a job of an earlier version has none
        return rows, file.tell()


def batches(task: Task, size: int) -> Iterator[tuple[list[Row], int]]:
    """From the checkpoint's place on; the caller's commit moves it."""
    while True:
        rows, offset = lines(task, int(task.checkpoint.get("offset", 0)), size)
        if not rows:
            return
        yield rows, offset


def template(path: Path, header: Header, words: Callable[[Wording], str]) -> None:
    """An empty list with its headings, and what belongs into each column. `words` puts a wording into a language."""
    titles = {column: words(header.title(column.value)) for column in header.columns}
    notes = [
        (title, words(header.sample(column.value)), words(header.note(column.value)))
        for column, title in titles.items()
    ]
    heading = [f"{title} *" if column in header.required else title for column, title in titles.items()]
    sheets = words(say(f"{header.stem}-list")), words(say("import-notes"))
    with Book(path, words) as book:
        book.sheet(sheets[0], [Titled(each, 22) for each in heading])
        heads = [words(each) for each in NOTES]
        book.sheet(sheets[1], [Titled(head, width) for head, width in zip(heads, (20, 36, 70), strict=True)])
        book.add(sheets[1], notes)
