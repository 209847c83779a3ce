"""The job that takes a list of the vendor's own accounts in: read → foreseen → asked → taken in → result file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from typing_extensions import override

from domain.imports import direct as listing
from domain.imports import importing
from domain.imports.records import RowOutcome
from domain.names import same_key
from notifications.jobs.foreseeing import Foreseen
from notifications.jobs.import_results import result
from notifications.jobs.list_header import DIRECT
from notifications.jobs.lists import Row, batches, read_in
from notifications.jobs.working import Task

BATCH: Final = 20
"""Rows a transaction: those who serve people wait no longer than for so many."""


def import_direct(task: Task) -> Mapping[str, object]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, DIRECT, "foresee" if task.args.get("ask") else "take")  # a job of an earlier version didn't ask
    if task.args.get("ask") and "foreseen" not in task.checkpoint:
        _DirectForeseen(task).go()
        task.rest(task.checkpoint["foreseen"])
    file, job = importing.listing(task.args), int(task.job.id)
    for rows, offset in batches(task, BATCH):
        task.commit(
            lambda work, rows=rows: listing.take_in(work, file, job, rows),  # type: ignore[misc]
            done=task.job.done + len(rows),
            checkpoint={**task.checkpoint, "offset": offset},
        )
    return result(task, listing.COLUMNS)


class _DirectForeseen(Foreseen):
    columns = listing.COLUMNS

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self._seen: dict[str, int] = {}
        """Name → the row of the list that has it."""

    @override
    def add(self, rows: Sequence[Row]) -> None:
        file = importing.listing(self._task.args)
        outcomes = self._task.read(lambda work: listing.foresee(work, file, rows))
        self.tell([self._unless_twice(each) for each in outcomes])

    def _unless_twice(self, outcome: RowOutcome) -> RowOutcome:
        earlier = self._seen.setdefault(same_key(outcome.name), outcome.row)
        return outcome if earlier == outcome.row else importing.twice(outcome.row, outcome.name, earlier)
