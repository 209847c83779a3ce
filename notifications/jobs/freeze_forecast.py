"""The job behind 订单预期: freezes the running month and what closed, each once. Asked for by nobody, it tells nobody."""

from __future__ import annotations

from datetime import date

from domain.base.json_values import JsonObject
from domain.forecast import freezing
from notifications.jobs.working import Task


def freeze_forecast(task: Task) -> JsonObject:
    """The job. Whatever it reckons is kept in one transaction, or reckoned again."""
    month = task.read(freezing.open_month)
    if month is not None:
        _freeze(task, month)
    for closed in task.read(freezing.months_to_close):
        _close(task, closed)
    return {}


def _freeze(task: Task, month: date) -> None:
    found = task.read(lambda work: freezing.snapshot_of(work, month))
    task.commit(lambda work: work.forecasts.freeze(found, work.now))


def _close(task: Task, month: date) -> None:
    ordered, measured = task.read(lambda work: freezing.closing_of(work, month))
    task.commit(lambda work: work.forecasts.close(month, work.now, ordered, measured))
