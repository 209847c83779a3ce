"""The file that tells what became of a list's rows, or would, and brings back those to be mended."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Final

from dialogs.core.screen import Say, say
from dialogs.shared.lookalikes import alike_key
from domain.imports import importing
from domain.imports.records import Column, ImportFate, RowOutcome
from domain.names import Reason
from notifications.documents.workbook import Book, Value
from notifications.documents.workbook import Column as Titled
from notifications.jobs.lists import lines
from notifications.jobs.working import Task

RESULT: Final[Mapping[str, int]] = {
    "row": 8,
    "name": 36,
    "fate": 16,
    "column": 18,
    "why": 48,
    "other": 36,
    "agency": 20,
    "person": 12,
    "until": 12,
    "score": 8,
    "reasons": 24,
}
"""The columns of the result with their widths."""
LOOKED_UP: Final = 400
"""Rows read at once."""


def result(task: Task, columns: Sequence[Column] = tuple(Column)) -> Mapping[str, object]:
    """What became of the rows, with the file that tells of those that didn't come in; `columns` are the list's own."""
    file = importing.listing(task.args)
    tally = asdict(task.read(lambda work: work.imports.tally(file)))
    if not (tally["alike"] or tally["conflict"] or tally["refused"]):
        return tally
    return {**tally, "file": workbook_of(task, "import-result", None, columns)}


def workbook_of(
    task: Task, called: str, told: Iterable[RowOutcome] | None, columns: Sequence[Column] = tuple(Column)
) -> Mapping[str, str]:
    """What is told row by row (None: what was kept of the file), and the rows to be mended, as a file."""
    name = f"{PurePath(str(task.args['name'])).stem[:60]}-{task.words(say(called))}.xlsx"
    several = None if told is None else list(told)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.xlsx"
        with Book(path, task.words) as book:
            _write(task, book, called, columns, lambda: _kept(task) if several is None else iter(several))
        return {"sha256": task.keep(path), "name": name}


def _write(
    task: Task, book: Book, called: str, columns: Sequence[Column], rows: Callable[[], Iterator[RowOutcome]]
) -> None:
    words = _ResultWords(task)
    told, mend = words.of(say(called)), words.of(say("import-to-mend"))
    book.sheet(told, [Titled(words.of(say(f"import-head-{each}")), width) for each, width in RESULT.items()])
    book.sheet(mend, [Titled(words.of(say(f"import-column-{column.value}")), 18) for column in columns])
    book.add(told, (line for each in rows() for line in words.lines(each)))
    book.add(mend, _to_mend(task, (each.row for each in rows() if each.fate is ImportFate.REFUSED), columns))


def _kept(task: Task) -> Iterator[RowOutcome]:
    file, after = importing.listing(task.args), 0
    while rows := task.read(lambda work, after=after: work.imports.kept(file, after, LOOKED_UP, telling=True)):  # type: ignore[misc]
        yield from rows
        after = rows[-1].row
        task.obey()


def _to_mend(task: Task, refused: Iterator[int], columns: Sequence[Column]) -> Iterator[Sequence[Value]]:
    """The refused rows as they were, to be corrected and sent again."""
    wanted, offset = next(refused, None), 0
    while wanted is not None:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        for number, cells, _ in rows:
            if number == wanted:
                yield [cells.get(column.value) for column in columns]
                wanted = next(refused, None)


class _ResultWords:
    """The result's words in one language, each sentence made once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._known: dict[str, str] = {}

    def of(self, words: Say) -> str:
        if words.args:
            return self._task.words(words)
        if words.key not in self._known:
            self._known[words.key] = self._task.words(words)
        return self._known[words.key]

    def lines(self, row: RowOutcome) -> Iterable[Sequence[Value]]:
        fate = self.of(say(f"import-fate-{'alike' if row.fate is ImportFate.IMPORTED else row.fate.value}"))
        match row.fate:
            case ImportFate.REFUSED:
                for each in row.found:
                    column = self.of(say(f"import-column-{each['column']}"))
                    yield (row.row, row.name, fate, column, self.of(problem(each)))
            case ImportFate.STANDING:
                return
            case ImportFate.CONFLICT:
                for each in row.found:
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    yield (
                        row.row,
                        row.name,
                        fate,
                        "",
                        self.of(say(f"import-clash-{each['clash']}", row=each["row"], by=each.get("by", ""))),
                        *other,
                    )
            case ImportFate.IMPORTED:
                for each in row.found:
                    if "code" in each:  # how it would be taken in
                        column = self.of(say(f"import-column-{each['column']}"))
                        yield (row.row, row.name, self.of(say("import-fate-remark")), column, self.of(remark(each)))
                        continue
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    why = self.of(say("import-alike", row=each["row"]))
                    yield (row.row, row.name, fate, "", why, *other, Decimal(each["score"]), self.of(reasons(each)))


def reasons(facts: Mapping[str, Sequence[str]]) -> Say:
    """Kept by the word of our own language; told in the reader's."""
    return say("import-reasons", reasons=tuple(say(alike_key(Reason(each))) for each in facts["reasons"]))


def remark(facts: Mapping[str, object]) -> Say:
    """The sentence of a cell that is taken in a certain way."""
    return say(f"import-remark-{facts['code']}", typed=str(facts["typed"]), hint=str(facts["hint"]))


def problem(facts: Mapping[str, object]) -> Say:
    """The sentence of a refused cell."""
    return say(f"import-wrong-{facts['code']}", typed=str(facts["typed"]), hint=str(facts["hint"]))
