"""What is being done aside, shown: progress in a card that changes itself, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Row, Say, Screen, Wording, say, wording_from_json
from dialogs.imports import list_card
from dialogs.orders import by_file
from dialogs.shared.words import BACK, HOME, button, danger, opens
from domain.base.rights import manages_people
from domain.home import views
from domain.imports.choices import waits
from domain.jobs import control as job_control
from domain.jobs.records import Job, JobState
from domain.lists.report import ListReport


@dataclass(frozen=True)
class ListCard:
    """What the card of a list has beyond any job's: its keys, other sides, and what a tap does."""

    keys: Callable[[Job], tuple[Row, ...] | None]
    turned: Callable[[Job, Args], Screen | None]
    acted: Callable[[Job, Act], Turn | None]


LISTS: Mapping[str, ListCard] = {
    "import_customers": ListCard(list_card.keys, list_card.turned, list_card.acted),
    "import_direct": ListCard(list_card.keys_to_begin, list_card.turned_to_columns, list_card.acted_on_list),
    "import_orders": ListCard(by_file.keys, by_file.turned, by_file.acted),
}
TOLD: Mapping[str, Callable[[Job], tuple[Wording, ...]]] = {
    "import_customers": list_card.told,
    "take_back_import": list_card.taken_back,
    "import_direct": list_card.told_of_direct,
    "import_orders": by_file.told,
    "take_back_orders": by_file.taken_back,
    "count_late_orders": by_file.counted,
}
"""What the card of a kind says beyond how the job stands."""
OUR_FAULT = frozenset({"job-broken", "job-hopeless"})
"""Why a job failed where no rule said no."""
BAR = 10
"""Squares of the bar."""


class JobCard(Page):
    """Pushed to whoever asked for the job. Args: `job`; `listed` where it was opened from a list."""

    name = "job"
    steady = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        job = ask(job_control.view, _id(args))
        further = TOLD[job.kind](job) if job.kind in TOLD else ()
        by = ask(job_control.sender, _id(args))
        sent = (say("job-by", by=by),) if by else ()
        lines: list[Wording] = [title(job), *sent, *further, *state_lines(job)]
        if args.get("sure") is True and job.open:
            lines.append(say("job-cancel-sure"))
            sure = (danger("job-cancel-sure-key", "cancel_sure"), button("job-go-on-key", "keep"))
            return Screen(tuple(lines), (sure,))
        rows = _rows(job, again=ask(job_control.may_go_on, job))
        of_list = LISTS.get(job.kind)
        if of_list is not None:
            rows = (*_to_people(job, ask), *(of_list.keys(job) or rows))
            if (turned := of_list.turned(job, args)) is not None:
                return turned
        return Screen(tuple(lines), _leading_back(rows) if args.get("listed") is True else rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        job = _id(args)
        known = ask(job_control.view, job)
        if (of_list := LISTS.get(known.kind)) is not None and (turn := of_list.acted(known, act)) is not None:
            return replace(turn, args={**_plain(args), **(turn.args or {})}) if isinstance(turn, Show) else turn
        match act.verb:
            case "pause":
                return Run(job_control.PauseJob(job=job))
            case "resume":
                return Run(job_control.ResumeJob(job=job))
            case "cancel":
                return Show({**args, "sure": True})
            case "cancel_sure":
                return Run(job_control.CancelJob(job=job))
            case "file":
                return Run(job_control.SendResult(job=job))
            case _:
                return Show(_plain(args))

    @override
    def after(self, args: Args, result: Job, ask: Ask) -> Turn:
        return Show(_plain(args))


def _plain(args: Args) -> Args:
    return {name: value for name, value in args.items() if name in ("job", "listed")}


def _leading_back(rows: Sequence[Row]) -> tuple[Row, ...]:
    """To the list that it was opened from, beside home."""
    others = (tuple(each for each in row if each != HOME) for row in rows)
    return (*filter(None, others), (BACK, HOME))


def _to_people(job: Job, ask: Ask) -> tuple[Row, ...]:
    """Where the list is one of people, the way to where they are invited, for whoever may."""
    read_as = ListReport.of((job.checkpoint or {}).get("told", {})).looks_like if waits(job) else ""
    if read_as != "person" or not manages_people(ask(views.me).account):
        return ()
    return ((opens(say("people-entry"), "people"),),)


def title(job: Job) -> Say:
    return say("strong", text=say(f"job-{job.kind.replace('_', '-')}"))


def state_lines(job: Job) -> tuple[Wording, ...]:
    """How it stands."""
    match job.state:
        case JobState.WAITING:
            return (say("job-waiting"),)
        case JobState.RUNNING if job.wish is not None:
            return (*progress(job), say("job-stopping"))
        case JobState.RUNNING:
            return progress(job)
        case JobState.PAUSED | JobState.CANCELLED if waits(job):
            return ()
        case JobState.PAUSED:
            return (*progress(job), say("job-paused"))
        case JobState.DONE:
            return () if job.kind in TOLD else (say("job-done"),)
        case JobState.FAILED:
            return (say("job-failed"), wording_from_json(job.why) if job.why is not None else say("job-broken"))
        case JobState.CANCELLED:
            return (say("job-cancelled"),)


def progress(job: Job) -> tuple[Wording, ...]:
    if job.total is None:
        return (say("job-counting", done=job.done),) if job.done else (say("job-beginning"),)
    full = job.percent * BAR // 100
    bar = "▓" * full + "░" * (BAR - full)
    return (say("job-progress", bar=bar, percent=job.percent, done=job.done, total=job.total),)


def _rows(job: Job, *, again: bool) -> tuple[Row, ...]:
    match job.state:
        case JobState.WAITING | JobState.RUNNING if job.wish is None:
            return ((button("job-pause-key", "pause"), button("job-cancel-key", "cancel")),)
        case JobState.PAUSED:
            return ((button("job-go-on-key", "resume"),), (button("job-cancel-key", "cancel"), HOME))
        case JobState.FAILED | JobState.CANCELLED if not again or _in_vain(job):
            return ((HOME,),)
        case JobState.FAILED | JobState.CANCELLED:
            return ((button("job-again-key", "resume"), HOME),)
        case JobState.DONE if job.files:
            return ((button("job-file-key", "file"), HOME),)
        case _:
            return ((HOME,),)


def _in_vain(job: Job) -> bool:
    """Whether trying again can't help: the file itself was refused, and is the same file then."""
    why = wording_from_json(job.why) if job.why is not None else None
    return bool(job.args.get("file")) and isinstance(why, Say) and why.key not in OUR_FAULT


def _id(args: Args) -> int:
    value = args.get("job")
    return value if isinstance(value, int) else 0
