"""A picture that a job drew, pushed to whoever asked for it; buttons under it have another one drawn in its place."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Attached, Row, Screen, Wording, say, wording_from_json
from domain.base.errors import NotFound
from domain.jobs import control as job_control
from domain.jobs.records import Job


class DrawnPage(Page):
    """`job` drew the picture that is shown and told its lines, `first` the first one in its place. Its own are the choices that open under
    it, its buttons, and which jobs follow."""

    kept: tuple[str, ...] = ("job", "first")
    """The args that stay while one chooses."""

    def choice(self, args: Args, job: Job, ask: Ask) -> Screen | None:
        raise NotImplementedError

    def rows(self, args: Args, job: Job, ask: Ask) -> Sequence[Row]:
        raise NotImplementedError

    def redraw(self, job: Job, changed: Args, instead: int, ask: Ask) -> object:
        """The command."""
        raise NotImplementedError

    def export(self, job: Job, ask: Ask) -> object:
        """The command."""
        raise NotImplementedError

    def lines(self, args: Args, told: Sequence[Wording], ask: Ask) -> Sequence[Wording]:
        return told

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        job = ask(job_control.view, number(args, "job"))
        drawn = (job.result or {}).get("picture")
        if drawn is None:
            raise NotFound("picture")
        attached = Attached(drawn["sha256"], drawn["name"], picture=True)
        if (choice := self.choice(args, job, ask)) is not None:
            return Screen(choice.lines[:1], choice.rows, attached)  # what is typed changes the page, not the picture
        told = tuple(map(wording_from_json, (job.result or {}).get("lines", ())))
        return Screen(tuple(self.lines(args, told, ask)), tuple(self.rows(args, job, ask)), attached)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        place = {name: number(args, name) for name in self.kept if name in args}
        job = ask(job_control.view, place["job"])
        match act.verb:
            case "choose":
                return Show({**place, "choose": act.args.get("choose")})
            case "ask":
                return Run(self.redraw(job, act.args, place["first"], ask))
            case "export":
                return Run(self.export(job, ask))
            case _:
                return Show(dict(place))

    @override
    def after(self, args: Args, result: Job, ask: Ask) -> Turn:
        place = {name: value for name, value in args.items() if name != "choose"}
        return Show(place, toast=say(f"{result.kind.replace('_', '-')}-begun"))


def number(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
