"""The job that takes a list of customers in: read → foreseen → (asked) → taken in → look-alikes → result file.

Each phase goes on where it was: read rows lie in the content store, the checkpoint says how far into them we are, and
what became of a row stands in the records. Wording: `import-…` in the catalogues.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Final

from typing_extensions import override

from dialogs.core.screen import say
from domain.base.handfuls import Handful
from domain.base.work import Work
from domain.imports import importing
from domain.imports.checks import Checker
from domain.imports.records import CustomersBrought, RowOutcome, UndoneRows
from domain.imports.undoing import ImportTakenBack
from notifications.jobs.foreseeing import Foreseen
from notifications.jobs.import_results import result
from notifications.jobs.list_header import CUSTOMERS
from notifications.jobs.lists import Row, lines, read_in, template
from notifications.jobs.working import Task

COMPARED: Final = 100
BATCH: Final = 50
"""Rows a transaction at most: those who serve people wait for them."""


def import_customers(task: Task) -> Mapping[str, object]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, CUSTOMERS, "foresee")
    check = cache(lambda: task.read(lambda work: importing.checker(work, task.args)))  # all people of all agencies
    if "foreseen" not in task.checkpoint:
        _CustomersForeseen(task, check()).go()
        if task.args.get("ask"):
            task.rest(task.checkpoint["foreseen"])
    _take_in(task, check)
    _compare(task)
    task.commit(lambda work: work.events.record(CustomersBrought(job=task.job.id)))
    return result(task)


def list_template(task: Task) -> Mapping[str, object]:
    """The kind of job that makes an empty list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        template(path, CUSTOMERS, task.words)
        return {"file": {"sha256": task.keep(path), "name": f"{task.words(say('import-template-name'))}.xlsx"}}


def take_back(task: Task) -> Mapping[str, object]:
    """The kind of job that takes an import back."""
    job, by = int(task.args["import"]), task.job.account_id
    while True:
        at = task.checkpoint or {"row": 0, "taken_back": 0, "kept": 0}
        undone = task.commit(lambda work, at=at: _undo(work, job, at, by))  # type: ignore[misc]
        if undone.last is None:
            break
        so_far = {key: at[key] + getattr(undone, key) for key in ("taken_back", "kept")}
        task.note(done=so_far["taken_back"] + so_far["kept"], checkpoint={"row": undone.last, **so_far})
    told = {key: task.checkpoint.get(key, 0) for key in ("taken_back", "kept")}
    task.commit(lambda work: _taken_back(work, job, told))
    return told


def _taken_back(work: Work, job: int, told: Mapping[str, int]) -> None:
    work.jobs.add_to_result(job, told)
    work.events.record(ImportTakenBack(job=job, count=told["taken_back"]))


def _undo(work: Work, job: int, at: Mapping[str, Any], by: int | None) -> UndoneRows:
    return work.imports.undo(job, int(at["row"]), BATCH, work.now, by)


def _at(task: Task, **more: object) -> dict[str, Any]:
    return {**task.checkpoint, **more}


# --- foreseeing -------------------------------------------------------------------------------------------------------


class _CustomersForeseen(Foreseen):
    """What would become of the rows so far."""

    def __init__(self, task: Task, check: Checker) -> None:
        super().__init__(task)
        self._file = importing.listing(task.args)
        self._check = check
        self._above = importing.EarlierRows()

    @override
    def add(self, rows: Sequence[Row]) -> None:
        told: list[RowOutcome] = []
        entries = []
        for row, cells, marks in rows:
            checked = self._check.check(row, cells, marks)
            if isinstance(checked, list):
                told.append(importing.refusal(row, cells, checked))
                continue
            if (twice := self._above.twice(checked)) is not None:
                told.append(twice)
            else:
                entries.append(checked)
        outcomes = self._task.read(lambda work: importing.foresee(work, self._file, entries))
        told += [importing.with_remarks(each, entry) for each, entry in zip(outcomes, entries, strict=True)]
        self.tell(told)


# --- taking in --------------------------------------------------------------------------------------------------------


def _take_in(task: Task, check: Callable[[], Checker]) -> None:
    if task.checkpoint["phase"] != "take":
        return
    file, job = importing.listing(task.args), int(task.job.id)
    checker, handful = check(), Handful(BATCH)

    def checked(offset: int) -> tuple[list[importing.Checked], int]:
        rows, behind = lines(task, offset, handful.now)
        return importing.checked(checker, rows), behind

    with ThreadPoolExecutor(1) as ahead:  # the next rows are checked while the disk takes these in
        following = ahead.submit(checked, int(task.checkpoint.get("offset", 0)))
        while (found := following.result())[0]:
            rows, offset = found
            following = ahead.submit(checked, offset)
            task.commit(
                lambda work, rows=rows: importing.take_in(work, file, job, rows),  # type: ignore[misc]
                done=task.job.done + len(rows),
                checkpoint=_at(task, offset=offset),
            )
            handful.took(len(rows), task.took)
    task.note(done=0, checkpoint=_at(task, phase="compare", row=0))


def _compare(task: Task) -> None:
    """Look-alikes are looked for when all are in: so rows of one list are compared with each other, too."""
    if task.checkpoint["phase"] != "compare":
        return
    file, job = importing.listing(task.args), int(task.job.id)
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
