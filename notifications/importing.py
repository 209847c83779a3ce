"""The job that takes a list of customers in: read → foreseen → (asked) → taken in → look-alikes → result file.

Each phase goes on where it was: read rows lie in the content store, the checkpoint says how far into them we are, and
what became of a row stands in the records. Wording: `import-…` in the catalogues.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any, Final

from dialogs.core.screen import Say, say
from domain import importing
from domain.import_checks import Checker
from domain.imports import Column, Entry, Fate, Settled
from notifications.documents.workbook import Book, Value
from notifications.documents.workbook import Column as Titled
from notifications.jobs import Task
from notifications.list_header import CUSTOMERS
from notifications.lists import lines, read_in

COMPARED: Final = 100
BATCH: Final = 50
"""Rows a transaction: those who serve people wait no longer than for so many."""
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
"""Rows foreseen at once: that only reads."""


def import_customers(task: Task) -> Mapping[str, Any]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, CUSTOMERS, "foresee")
    if "foreseen" not in task.checkpoint:
        _foresee(task)
        if task.args.get("ask"):
            task.rest(task.checkpoint["foreseen"])
    _take_in(task)
    _compare(task)
    return _result(task)


def _at(task: Task, **more: Any) -> dict[str, Any]:
    return {**task.checkpoint, **more}


# --- foreseeing -------------------------------------------------------------------------------------------------------


def _foresee(task: Task) -> None:
    """Counts what would become of the rows. Nothing is changed, so it simply begins anew when it was cut off."""
    file, counted = str(task.args["file"]), Counter[str]()
    check: Checker = task.read(importing.checker)
    seen: set[str] = set()
    offset, done = 0, 0
    while True:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            break
        entries = []
        for row, cells in rows:
            checked = check.check(row, cells)
            if isinstance(checked, list):
                counted[Fate.REFUSED] += 1
            elif {checked.key, checked.profile.credit_code or checked.key} & seen:
                counted[Fate.CONFLICT] += 1
            else:
                seen |= {checked.key, checked.profile.credit_code or checked.key}
                entries.append(checked)
        counted.update(each.fate.value for each in _foreseen(task, file, entries))
        done += len(rows)
        task.note(done=done)
    foreseen = {fate.value: counted[fate.value] for fate in Fate}
    task.note(done=0, checkpoint=_at(task, phase="take", foreseen=foreseen))


def _foreseen(task: Task, file: str, entries: Sequence[Entry]) -> list[Settled]:
    return task.read(lambda work: importing.foresee(work, file, entries))


# --- taking in --------------------------------------------------------------------------------------------------------


def _take_in(task: Task) -> None:
    if task.checkpoint["phase"] != "take":
        return
    file, job = str(task.args["file"]), int(task.job.id)
    check: Checker = task.read(importing.checker)

    def checked(offset: int) -> tuple[list[importing.Checked], int]:
        rows, behind = lines(task, offset, BATCH)
        return importing.checked(check, rows), behind

    with ThreadPoolExecutor(1) as ahead:  # the next rows are checked while the disk takes these in
        following = ahead.submit(checked, int(task.checkpoint.get("offset", 0)))
        while (found := following.result())[0]:
            rows, offset = found
            following = ahead.submit(checked, offset)
            task.commit(
                lambda work, rows=rows: importing.settle(work, file, job, rows),  # type: ignore[misc]
                done=task.job.done + len(rows),
                checkpoint=_at(task, offset=offset),
            )
    task.note(done=0, checkpoint=_at(task, phase="compare", row=0))


def _compare(task: Task) -> None:
    """Look-alikes are looked for when all are in: so rows of one list are compared with each other, too."""
    if task.checkpoint["phase"] != "compare":
        return
    file, job = str(task.args["file"]), int(task.job.id)
    while True:
        after = int(task.checkpoint["row"])
        rows = task.read(lambda work, after=after: work.imports.kept(file, after, COMPARED))  # type: ignore[misc]
        if not rows:
            break
        alike = task.read(lambda work, rows=rows: importing.alike(work, file, rows))  # type: ignore[misc]
        task.commit(
            lambda work, alike=alike: work.imports.keep(file, job, alike),  # type: ignore[misc]
            done=task.job.done + len(rows),
            checkpoint=_at(task, row=rows[-1].row),
        )
    task.note(checkpoint=_at(task, phase="result"))


# --- the result file --------------------------------------------------------------------------------------------------


def _result(task: Task) -> Mapping[str, Any]:
    file = str(task.args["file"])
    tally = asdict(task.read(lambda work: work.imports.tally(file)))
    if not (tally["alike"] or tally["conflict"] or tally["refused"]):
        return tally
    name = f"{PurePath(str(task.args['name'])).stem[:60]}-{task.words(say('import-result'))}.xlsx"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.xlsx"
        with Book(path) as book:
            _write(task, file, book)
        kept = task.keep(path)
    return {**tally, "file": {"sha256": kept, "name": name}}


def _write(task: Task, file: str, book: Book) -> None:
    words = _Words(task)
    told, mend = words.of(say("import-result")), words.of(say("import-to-mend"))
    book.sheet(told, [Titled(words.of(say(f"import-head-{each}")), width) for each, width in RESULT.items()])
    book.sheet(mend, [Titled(words.of(say(f"import-column-{column.value}")), 18) for column in Column])
    book.add(told, (line for each in _told(task, file) for line in words.lines(each)))
    book.add(mend, _to_mend(task, file))


def _told(task: Task, file: str) -> Iterator[Settled]:
    after = 0
    while rows := task.read(lambda work, after=after: work.imports.kept(file, after, LOOKED_UP, telling=True)):  # type: ignore[misc]
        yield from rows
        after = rows[-1].row
        task.obey()


def _to_mend(task: Task, file: str) -> Iterator[Sequence[Value]]:
    """The refused rows as they were, to be corrected and sent again."""
    refused = (each.row for each in _told(task, file) if each.fate is Fate.REFUSED)
    wanted, offset = next(refused, None), 0
    while wanted is not None:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        for number, cells in rows:
            if number == wanted:
                yield [cells.get(column.value) for column in Column]
                wanted = next(refused, None)


class _Words:
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

    def lines(self, row: Settled) -> Iterable[Sequence[Value]]:
        fate = self.of(say(f"import-fate-{'alike' if row.fate is Fate.IMPORTED else row.fate.value}"))
        match row.fate:
            case Fate.REFUSED:
                for each in row.found:
                    column = self.of(say(f"import-column-{each['column']}"))
                    yield (row.row, row.name, fate, column, self.of(problem(each)))
            case Fate.STANDING:
                return
            case Fate.CONFLICT:
                for each in row.found:
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    yield (
                        row.row,
                        row.name,
                        fate,
                        "",
                        self.of(say(f"import-clash-{each['clash']}", row=each["row"])),
                        *other,
                    )
            case Fate.IMPORTED:
                for each in row.found:
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    why = self.of(say("import-alike", row=each["row"]))
                    reasons = "、".join(each["reasons"])
                    yield (row.row, row.name, fate, "", why, *other, Decimal(each["score"]), reasons)


def problem(facts: Mapping[str, Any]) -> Say:
    """The sentence of a refused cell."""
    return say(f"import-wrong-{facts['code']}", typed=str(facts["typed"]), hint=str(facts["hint"]))
