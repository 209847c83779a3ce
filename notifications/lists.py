"""A list that somebody sent, on its way in: its workbook becomes lines of JSON in the content store, which are then worked
batch by batch from the checkpoint on. What becomes of the rows is the matter of each kind of list."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogs.core.screen import Wording, say
from domain.errors import Refusal
from domain.imports import Cells
from notifications.documents import reading
from notifications.documents.workbook import Book
from notifications.documents.workbook import Column as Titled
from notifications.jobs import Task
from notifications.list_header import Header, HeaderMissing

Row = tuple[int, Cells]


@dataclass
class NoRows(Refusal):
    """Only the heading is there."""


def read_in(task: Task, header: Header, then: str) -> None:
    """The job's file, once; the checkpoint then names the lines (`rows`), their `count`, and the phase that follows."""
    task.note(checkpoint={"phase": "read"})
    with tempfile.TemporaryDirectory() as folder:
        lines, count = Path(folder) / "rows.jsonl", 0
        with lines.open("w", encoding="utf-8") as out:
            for row, cells in read_list(task.path(str(task.args["file"])), header):
                out.write(json.dumps([row, cells], ensure_ascii=False) + "\n")
                count += 1
                if count % 1000 == 0:
                    task.obey()
        if not count:
            raise NoRows
        kept = task.keep(lines)
    task.note(done=0, total=count, checkpoint={"phase": then, "rows": kept, "count": count})


def read_list(path: Path, header: Header) -> Iterator[Row]:
    """The list's rows by the columns of its heading, which stands among the first ten. Raises `Refusal`s."""
    heading: Mapping[int, str] | None = None
    best: Mapping[int, str] = {}
    passed = 0
    for number, cells in reading.read(path):
        if heading is None:
            found = header.columns_of(cells)
            best = max(best, found, key=len)
            if header.complete(found.values()):
                heading = found
            elif (passed := passed + 1) >= 10:
                raise HeaderMissing(header.missing(best.values()))
            continue
        known = {column: cells[place] for place, column in heading.items() if place < len(cells) and cells[place]}
        if known:
            yield number, known
    if heading is None:
        raise HeaderMissing(header.missing(best.values()))


def lines(task: Task, offset: int, most: int) -> tuple[list[Row], int]:
    """The next rows and the place behind them."""
    rows: list[Row] = []
    with task.path(str(task.checkpoint["rows"])).open("rb") as file:
        file.seek(offset)
        while len(rows) < most and (line := file.readline()):
            number, cells = json.loads(line)
            rows.append((number, cells))
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
    with Book(path) as book:
        book.sheet(sheets[0], [Titled(each, 22) for each in heading])
        heads = [words(say(f"import-head-{each}")) for each in ("column", "sample", "note")]
        book.sheet(sheets[1], [Titled(head, width) for head, width in zip(heads, (20, 36, 70), strict=True)])
        book.add(sheets[1], notes)
