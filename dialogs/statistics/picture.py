"""Figures as a picture; a week begins with one, and with a line."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Screen, Wording, act, say
from dialogs.shared.drawn import DrawnPage, number
from dialogs.shared.week import week_line
from dialogs.shared.words import HOME, button, opens
from dialogs.statistics.choosing import changes, chooses
from domain.deadlines import week
from domain.jobs.records import Job
from domain.statistics import exporting as exporting_figures
from domain.statistics import measuring
from domain.statistics.as_json import question, to_json
from domain.statistics.measuring import FiguresQuestion


class FiguresPicture(DrawnPage):
    """`reminder`: it begins a week, and what the job told stands in its line."""

    name = "figures_picture"
    kept = ("job", "first", "reminder")

    @override
    def choice(self, args: Args, job: Job, ask: Ask) -> Screen | None:
        return chooses(args, ask)

    @override
    def lines(self, args: Args, told: Sequence[Wording], ask: Ask) -> Sequence[Wording]:
        return (week_line(ask(week.facts), told),) if number(args, "reminder") > 0 else told

    @override
    def rows(self, args: Args, job: Job, ask: Ask) -> Sequence[Row]:
        asked = _asked(job, ask)
        ways = (opens(say("board-entry"), "board"), opens(say("forecast-entry"), "forecast"))
        board = (ways,) if number(args, "reminder") > 0 else ()
        text = Button(say("figures-text-key"), act("open", dialog="statistics", args=to_json(asked)))
        return (*board, *changes(asked, ask(measuring.measures)), (text, button("export-key", "export")), (HOME,))

    @override
    def redraw(self, job: Job, changed: Args, instead: int, ask: Ask) -> object:
        other = question({**to_json(_asked(job, ask)), **changed}, ask.today)
        return exporting_figures.DrawFigures(question=other, instead=instead)

    @override
    def export(self, job: Job, ask: Ask) -> object:
        return exporting_figures.ExportFigures(question=_asked(job, ask))


def _asked(job: Job, ask: Ask) -> FiguresQuestion:
    return question(job.args.get("question", {}), ask.today)
