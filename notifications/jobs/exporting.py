"""Exports: what their reader may see, portion by portion, laid into the sheets of Excel files.

Absent: what is exported, and which columns it has (`export_customers`, `export_orders`).
"""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import ClassVar, Generic, TypeVar

from dialogs.core.screen import Say, say
from domain.base.work import Work
from notifications.documents.workbook import ROWS, Book, Column, Value
from notifications.jobs.working import Task

T = TypeVar("T")

MOST = 40_000_000
"""Bytes of a file: a bot may send 50 MB, and how well texts can be packed is only guessed beforehand."""
ROOM = 20_000
"""Rows that are left for a record of decades."""
NARROW, BROAD = 16, 40
"""Widths of columns, in characters."""


class SheetWriter(ABC, Generic[T]):
    """Lays what is exported into the sheets of one file, in the reader's language and the vendor's time."""

    stem: ClassVar[str]
    """A sheet is called by the catalogue's `export-{stem}{sheet}`, a column by `export-{stem}column-{column}`."""
    columns: ClassVar[Mapping[str, Sequence[str]]]
    """By sheet."""
    broad: ClassVar[frozenset[str]]
    formats: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init__(self, task: Task, book: Book) -> None:
        self.book = book
        self.zone: tzinfo = task.read(lambda work: work.zone)
        self.words, self.language = task.words, task.language
        self.word = cache(lambda key: task.words(say(key)))
        for sheet, names in self.columns.items():
            book.sheet(self.word(f"export-{self.stem}{sheet}"), [self._column(each) for each in names])

    def _column(self, name: str) -> Column:
        width = BROAD if name in self.broad else NARROW
        return Column(self.word(f"export-{self.stem}column-{name}"), width, self.formats.get(name, ""))

    @abstractmethod
    def write(self, each: T) -> None:
        """All that is known of one."""

    def add(self, sheet: str, rows: Iterable[Sequence[Value]]) -> None:
        self.book.add(self.word(f"export-{self.stem}{sheet}"), rows)

    def day(self, at: datetime | None) -> date | None:
        return at.astimezone(self.zone).date() if at is not None else None

    def at(self, at: datetime) -> datetime:
        """Excel knows no time zones: the vendor's wall clock."""
        return at.astimezone(self.zone).replace(tzinfo=None)


def export(
    task: Task, everything: Iterator[T], writer: Callable[[Task, Book], SheetWriter[T]], name: Say, most: int
) -> dict[str, object]:
    """Files of at most about `most` bytes, each with whole records: their hashes and names. Begins anew when it was
    interrupted: a file half-written is of no use."""
    kept: list[str] = []
    following = next(everything, None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        while following is not None or not kept:
            with Book(path, task.words) as book:
                lays = writer(task, book)
                while following is not None and not _is_full(book, most):
                    lays.write(following)
                    following = next(everything, None)
            kept.append(task.keep(path))
    file = PurePath(task.words(name))
    return {"files": [{"sha256": each, "name": _part(file, place, len(kept))} for place, each in enumerate(kept, 1)]}


def _part(name: PurePath, place: int, several: int) -> str:
    return str(name) if several == 1 else f"{name.stem} {place}-{several}{name.suffix}"


def _is_full(book: Book, most: int) -> bool:
    return book.size > most or any(rows > ROWS - ROOM for rows in book.rows.values())


def everything(
    task: Task,
    count: Callable[[Work], int],
    portion: Callable[[Work, int], Sequence[T]],
    number: Callable[[T], int],
) -> Iterator[T]:
    """Portion after portion; each goes on behind the `number` of the last one's last."""

    def behind(after: int) -> Callable[[Work], Sequence[T]]:
        return lambda work: portion(work, after)

    total = task.read(count)
    done = after = 0
    while found := task.read(behind(after)):
        yield from found
        done, after = done + len(found), number(found[-1])
        task.note(done=done, total=total)
