"""The jobs that take rosters in: agencies with their owners, people. Read → taken in, batch by batch.

No link is made here: a job's result lies in the content store, and whoever reads that could join as anybody. Links are
made by whoever asked, at the very end (`bot.cli.rosters`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from domain.imports import enrolling
from domain.imports.rosters import PersonColumn
from notifications.jobs.list_header import AGENCIES, PEOPLE, Header, account_type
from notifications.jobs.lists import Row, batches, read_in
from notifications.jobs.working import Task

BATCH: Final = 10
"""Rows a transaction: each takes some statements, and those who serve people wait no longer than for so many."""
HEADERS: Final[Mapping[str, Header]] = {enrolling.AGENCIES: AGENCIES, enrolling.PEOPLE: PEOPLE}


def enrol(task: Task) -> Mapping[str, object]:
    """Either kind of job. Its result counts the rows by what became of them."""
    kind, file, job = task.job.kind, str(task.args["file"]), int(task.job.id)
    if "rows" not in task.checkpoint:
        read_in(task, HEADERS[kind], "take")
    for rows, offset in batches(task, BATCH):
        task.commit(
            lambda work, rows=rows: enrolling.take_in(work, kind, file, job, _known(rows)),  # type: ignore[misc]
            done=task.job.done + len(rows),
            checkpoint={**task.checkpoint, "offset": offset},
        )
    return asdict(task.read(lambda work: work.imports.tally(file)))


def _known(rows: list[Row]) -> list[Row]:
    """Account types by their values, whatever the list calls them."""
    type_ = PersonColumn.TYPE.value
    return [
        (row, {**cells, type_: account_type(cells[type_])} if type_ in cells else cells, marks)
        for row, cells, marks in rows
    ]
