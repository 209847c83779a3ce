"""The job that takes a list of the vendor's own accounts in: read → taken in, batch by batch → result file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.direct import keeping
from domain.imports import Column
from notifications.importing import result
from notifications.jobs import Task
from notifications.list_header import DIRECT
from notifications.lists import batches, read_in

BATCH: Final = 20
"""Rows a transaction: those who serve people wait no longer than for so many."""


def import_direct(task: Task) -> Mapping[str, Any]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, DIRECT, "take")
    file, job = str(task.args["file"]), int(task.job.id)
    for rows, offset in batches(task, BATCH):
        task.commit(
            lambda work, rows=rows: keeping.settle(work, file, job, rows),  # type: ignore[misc]
            done=task.job.done + len(rows),
            checkpoint={**task.checkpoint, "offset": offset},
        )
    return result(task, (Column.NAME, Column.CODE))
