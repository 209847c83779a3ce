"""Figures as a picture, pushed to whoever asked for it; buttons under it have another one drawn in its place."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Attached, Button, Screen, act, say, wording_from_json
from dialogs.shared.week import week_line
from dialogs.shared.words import HOME, button, opens
from dialogs.statistics.choosing import changes, chooses
from domain.base.errors import NotFound
from domain.deadlines import week
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.statistics import exporting as exporting_figures
from domain.statistics import measuring
from domain.statistics.as_json import question, to_json
from domain.statistics.measuring import FiguresQuestion


class FiguresPicture(Page):
    """`job` drew the picture that is shown and told its lines, `first` the first one in its place. `reminder`: it begins a week, and what
    the job told stands in its line."""

    name = "figures_picture"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        job = ask(job_control.view, _number(args, "job"))
        measures, asked = ask(measuring.measures), _asked(job, ask)
        drawn = (job.result or {}).get("picture")
        if drawn is None:
            raise NotFound("picture")
        attached = Attached(drawn["sha256"], drawn["name"], picture=True)
        if (choice := chooses(args, asked, ask)) is not None:
            return Screen(choice.lines[:1], choice.rows, attached)  # what is typed changes the page, not the picture
        begins_week = _number(args, "reminder") > 0
        told = tuple(map(wording_from_json, (job.result or {}).get("lines", ())))
        lines = (week_line(ask(week.facts), told),) if begins_week else told
        board = ((opens(say("board-entry"), "board"),),) if begins_week else ()
        text = Button(say("figures-text-key"), act("open", dialog="statistics", args=to_json(asked)))
        rows = (*board, *changes(asked, measures), (text, button("export-key", "export")), (HOME,))
        return Screen(lines, rows, attached)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        place = {name: _number(args, name) for name in ("job", "first", "reminder") if name in args}
        asked = _asked(ask(job_control.view, place["job"]), ask)
        match act.verb:
            case "choose":
                return Show({**place, "choose": act.args.get("choose")})
            case "ask":
                other = question({**to_json(asked), **act.args}, ask.today)
                return Run(exporting_figures.DrawFigures(question=other, instead=place["first"]))
            case "export":
                return Run(exporting_figures.ExportFigures(question=asked))
            case _:
                return Show(dict(place))

    @override
    def after(self, args: Args, result: Job, ask: Ask) -> Turn:
        place = {name: value for name, value in args.items() if name != "choose"}
        return Show(place, toast=say(f"{result.kind.replace('_', '-')}-begun"))


def _asked(job: Job, ask: Ask) -> FiguresQuestion:
    return question(job.args.get("question", {}), ask.today)


def _number(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
