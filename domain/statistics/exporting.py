"""Figures to take away: as a picture, as an Excel file. Both are made by a job, which asks for them as whoever wanted them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.base.json_values import Json
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.statistics.as_json import to_json
from domain.statistics.measuring import FiguresQuestion

DRAW, EXPORT = "draw_figures", "export_figures"


@dataclass(frozen=True, kw_only=True)
class DrawFigures:
    """`instead` is the job whose picture was the first of those of which the new one takes the place; 0: it has a place of its
    own."""

    question: FiguresQuestion
    instead: int = 0


@dataclass(frozen=True, kw_only=True)
class ExportFigures:
    question: FiguresQuestion


def draw(work: Work, command: DrawFigures) -> Job:
    """Raises `NotAllowed`, `NotFound` where the picture is somebody else's."""
    reach(work.actor, Action.SEE_ORDERS)
    return drawing(work, DRAW, to_json(command.question), command.instead)


def drawing(work: Work, kind: str, question: Mapping[str, Json], instead: int) -> Job:
    """A job of that kind, in a place of its own or of another picture. Raises `NotFound` where that is somebody else's."""
    if instead:
        job_control.view(work, instead)
    args = {"question": question, "instead": instead}
    return job_control.put(work, kind, args, key=None if instead else job_control.key_of(work, kind, args))


def export(work: Work, command: ExportFigures) -> Job:
    """Raises `NotAllowed`."""
    reach(work.actor, Action.SEE_ORDERS)
    args = {"question": to_json(command.question)}
    return job_control.put(work, EXPORT, args, key=job_control.key_of(work, EXPORT, args))
