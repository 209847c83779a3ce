"""订单预期 to take away: as a picture, as an Excel file. Both are made by a job, which asks for it as whoever wanted it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.forecast.asking import OutlookQuestion, to_json
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.statistics.exporting import drawing

DRAW, EXPORT = "draw_outlook", "export_outlook"


@dataclass(frozen=True, kw_only=True)
class DrawOutlook:
    """`instead` as of `domain.statistics.exporting.DrawFigures`."""

    question: OutlookQuestion
    instead: int = 0


@dataclass(frozen=True, kw_only=True)
class ExportOutlook:
    question: OutlookQuestion


def draw(work: Work, command: DrawOutlook) -> Job:
    """Raises `NotAllowed`, `NotFound` where the picture is somebody else's."""
    reach(work.actor, Action.SEE_FORECAST)
    return drawing(work, DRAW, to_json(command.question), command.instead)


def export(work: Work, command: ExportOutlook) -> Job:
    """Raises `NotAllowed`."""
    reach(work.actor, Action.SEE_FORECAST)
    args = {"question": to_json(command.question)}
    return job_control.put(work, EXPORT, args, key=job_control.key_of(work, EXPORT, args))
