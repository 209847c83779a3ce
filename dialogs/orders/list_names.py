"""Names of a list that aren't clear, one after the other: whom each means, or that its rows stay out. One tap a name, however
many rows have it; what is typed looks a customer up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Close, Heard, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.shared.words import BACK, HOME, button, middle
from domain.base.errors import NotAllowed, NotFound
from domain.imports.choices import waits
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.orders import choosing
from domain.orders.listing import asking
from domain.orders.listing.whom import NEW
from domain.projects.records import ProjectId

FOUND: Final = 8
OUT: Final = 0


class AskedName(TypedDict):
    """A name that isn't clear, as the job's checkpoint keeps it; `of` is the customer of a project."""

    kind: str
    key: str
    typed: str
    row: int
    count: int
    offered: list[ProjectId]
    of: int


class OrderNames(Page):
    """Args: the `job`; `at`, which of its names is shown; `said`, what was answered so far, by the name's place; `text`, what
    somebody looks for."""

    name = "order_names"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        job = ask(job_control.view, _number(args, "job"))
        asked, at = _asked(job), _number(args, "at")
        if not waits(job) or not at < len(asked):
            return Screen((say("orders-list-names-over"),), ((BACK, HOME),))
        each, text = asked[at], str(args.get("text", ""))
        lines: list[Wording] = [
            say("orders-list-name-title", index=at + 1, count=len(asked)),
            say("strong", text=head(each["typed"], 60)),
            say(f"orders-list-name-{each['kind']}", row=each["row"], count=each["count"]),
        ]
        if each["kind"] == "project":
            lines.insert(1, _called(each["of"], ask))
        offered = _offered(each, text, ask)
        if each["kind"] == "customer":
            lines.append(
                say("orders-list-name-none", text=text) if text and not offered else say("orders-list-name-hint")
            )
        rows: list[Row] = [(Button(label, act("take", value=value)),) for value, label in offered]
        rows.append((Button(say("orders-list-name-out-key", count=each["count"]), act("take", value=OUT)),))
        if each["kind"] == "project":
            rows.append((Button(say("orders-list-name-new-key", count=each["count"]), act("take", value=NEW)),))
        later = (button("orders-list-name-later-key", "later"),) if at + 1 < len(asked) or args.get("said") else ()
        return Screen(tuple(lines), (*rows, (*later, BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        job = ask(job_control.view, _number(args, "job"))
        asked, at = _asked(job), _number(args, "at")
        if act.verb == "close" or not waits(job) or not at < len(asked):
            return Close()
        said = dict(_said(args))
        if act.verb == "take":
            value = act.args.get("value")
            said[str(at)] = value if isinstance(value, int) and value >= NEW else OUT
        after: dict[str, Json] = {"job": int(job.id), "at": at + 1, "said": dict(said)}
        if at + 1 < len(asked):
            return Show(after)
        return Run(_answers(job, said)) if said else Close()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show({**args, "text": said.line[:60]}) if isinstance(said, Typed) and said.line else None

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Close(notice=(say("orders-list-names-said"),))


def _asked(job: Job) -> Sequence[AskedName]:
    found: Sequence[AskedName] = (job.checkpoint or {}).get("foreseen", {}).get("asked", ())
    return found


def _offered(each: AskedName, text: str, ask: Ask) -> list[tuple[int, str]]:
    """Who may be meant; of a customer whoever is looked for."""
    if each["kind"] == "project":
        known = {project.id: project for project in ask(choosing.projects, each["of"])}
        several = [known[number] for number in each["offered"] if number in known]
        return [(int(project.id), f"{head(project.name, 16)} · {project.told.mcu}") for project in several]
    if text:
        found, _ = ask(choosing.customers, text, 0, FOUND)
        return [(whom.customer, middle(whom.name, 22)) for whom in found]
    return [(number, middle(name, 22)) for number in each["offered"] if (name := _called(number, ask))]


def _called(customer: int, ask: Ask) -> str:
    """Empty where it isn't the reader's to log for any more."""
    try:
        return str(ask(choosing.whom, customer)[0].name)
    except (NotFound, NotAllowed):
        return ""


def _said(args: Args) -> Mapping[str, int]:
    said = args.get("said")
    return {place: value for place, value in said.items() if isinstance(value, int)} if isinstance(said, dict) else {}


def _answers(job: Job, said: Mapping[str, int]) -> asking.AnswerNames:
    by_kind: dict[str, dict[str, int]] = {"customer": {}, "project": {}}
    asked = _asked(job)
    for place, value in said.items():
        each = asked[int(place)]
        by_kind[each["kind"]][each["key"]] = value
    return asking.AnswerNames(job=int(job.id), customers=by_kind["customer"], projects=by_kind["project"])


def _number(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else 0
