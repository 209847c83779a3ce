"""Reading follow-up reports: a customer's, one in full with what was said about it, and what corrections changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Arg, Button, Json, Row, Say, Screen, Wording, act, say
from dialogs.core.words import folding, head
from dialogs.follow_ups.comments import comments_on
from dialogs.follow_ups.pictures import pictures
from dialogs.follow_ups.writing import corrects
from dialogs.questions.keys import asks
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button, clipboard, milestone, opens, stage
from domain.base.bilingual import translated
from domain.base.stage import Stage
from domain.base.work import Work
from domain.customers import scope
from domain.customers.history import Period
from domain.follow_ups import commenting
from domain.follow_ups import views as follow_up_views
from domain.follow_ups.records import FollowUp
from domain.follow_ups.views import Difference, FollowUpView, Move
from domain.projects.records import Milestone

DAYS = (30, 90, 365)
"""The periods that reports are filtered by."""


class FollowUps(ListPage[FollowUpView]):
    """A customer's reports, newest first."""

    name = "follow_ups"
    a_page = 4

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[FollowUpView], int]:
        return ask(_of_period, _id(args, "customer"), _days(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        days = _days(args)
        title = say("follow-ups-title-days", count=total, days=days) if days else say("follow-ups-title", count=total)
        return (title, say("strong", text=ask(scope.visible, _id(args, "customer")).name))

    @override
    def row(self, place: int, row: FollowUpView, args: Args, ask: Ask) -> Sequence[Wording]:
        return _row(place, row)

    @override
    def key(self, place: int, row: FollowUpView, args: Args, ask: Ask) -> Button:
        return Button(str(place), act("look", follow_up=row.follow_up.id, unread=row.unread))

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("follow-ups-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        periods = tuple(
            Button(say("days-key", days=each) if each else say("all-time-key"), act("days", days=each))
            for each in (0, *DAYS)
            if each != _days(args)
        )
        return (periods, (BACK, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "look":
                return looks(act)
            case "days":
                return Show({"customer": _id(args, "customer"), "days": act.args.get("days", 0)})
            case _:
                return super().act(args, act, ask)

    @override
    def whole(self, args: Args) -> Args:
        return args

    @override
    def after(self, args: Args, result: FollowUp, ask: Ask) -> Turn:
        return Open("follow_up_report", {"follow_up": result.id})


class FollowUpReport(Page):
    """One report in full. Comments show once they are opened; that is what turns green to normal."""

    name = "follow_up_report"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(follow_up_views.follow_up, _id(args, "follow_up"))
        return Screen(_lines(view), _rows(view, asks(ask, "follow_up", view.follow_up.id)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(commenting.ReadComments(follow_up=_id(args, "follow_up")))


class Corrections(Page):
    """更正记录: what each correction changed."""

    name = "corrections"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(follow_up_views.follow_up, _id(args, "follow_up"))
        lines: list[Wording] = [say("corrections-title", number=view.follow_up.number)]
        for version, name, found in ask(follow_up_views.corrections, view.follow_up.id):
            lines.append(say("corrections-version", version=version.version, at=version.at, by=name))
            lines += [_difference(each) for each in found]
        return Screen(tuple(lines), ((BACK, HOME),))


def looks(what: Act) -> Turn:
    """A report is opened: words about it that weren't read are from now on."""
    found = what.args.get("follow_up")
    follow_up = found if isinstance(found, int) else 0
    if what.args.get("unread") is True:
        return Run(commenting.ReadComments(follow_up=follow_up))
    return Open("follow_up_report", {"follow_up": follow_up})


def _of_period(work: Work, customer_id: int, days: int, offset: int, limit: int) -> tuple[Sequence[FollowUpView], int]:
    since = work.now - timedelta(days=days) if days else None
    _, rows, total = follow_up_views.follow_ups(work, customer_id, Period(since=since, offset=offset, limit=limit))
    return rows, total


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0


def _days(args: Args) -> int:
    days = _id(args, "days")
    return days if days in DAYS else 0


# --- lines --------------------------------------------------------------------------------------------------------


def who(view: FollowUpView) -> Wording:
    """`李明（技术 赵工）`; of a former holder's report nobody is named."""
    person = view.contact or say("former-holder")
    return say("follow-up-who-helped", person=person, helpers=view.helpers) if view.helpers else person


def _row(place: int, view: FollowUpView) -> tuple[Wording, ...]:
    mark = "green" if view.unread else "none"
    files = len(view.follow_up.files)
    first = say("follow-ups-row", index=place, mark=mark, at=view.follow_up.at, who=who(view), files=files)
    moved = tuple(say("follow-ups-move", name=each.told.name, stages=_stages(each)) for each in view.moves[:3])
    return (first, say("follow-ups-dynamics", text=head(view.follow_up.dynamics, 60)), *moved)


def _lines(view: FollowUpView) -> tuple[Wording, ...]:
    found = view.follow_up
    lines: list[Wording] = [
        say("follow-up-report-title", number=found.number),
        say("strong", text=view.customer.name),
        say("follow-up-report-who", at=found.at, who=who(view)),
        say("fact", label=say("follow-up-dynamics"), value=folding(found.dynamics)),
    ]
    for each in view.moves:
        lines += _project_lines(each)
    if found.version > 1 and found.corrected_at is not None:
        lines.append(say("follow-up-report-corrected", times=found.version - 1, at=found.corrected_at))
    return (*lines, *comments_on(view))


def _project_lines(each: Move) -> tuple[Wording, ...]:
    told = each.told
    mcu: Wording = told.mcu if each.listed else say("mcu-unlisted", model=told.mcu)
    yearly: Arg = told.yearly
    if each.before is not None and each.before.yearly != told.yearly:
        yearly = say("changed-number", before=each.before.yearly, after=told.yearly)
    return (
        say(
            "follow-up-project",
            name=told.name,
            stages=_stages(each),
            mcu=mcu,
            yearly=yearly,
            milestone=milestone(told.milestone),
            due=told.due,
        ),
        say("follow-up-project-progress", text=folding(told.progress)),
    )


def _stages(each: Move) -> Wording:
    now = stage(each.told.stage)
    if each.before is None:
        return say("project-is-new", stage=now)
    if each.before.stage is each.told.stage:
        return now
    return say("stage-moved", before=stage(each.before.stage), after=now)


def _difference(each: Difference) -> Say:
    if each.name in ("added", "removed"):
        return say(f"difference-{each.name}", project=each.project)
    label = say(f"project-{each.name}" if each.project else f"follow-up-{each.name}")
    return say(
        "difference-project" if each.project else "difference",
        project=each.project,
        label=label,
        before=_value(each.before),
        after=_value(each.after),
    )


def _value(value: str | int | Stage | Milestone) -> Wording:
    match value:
        case Stage():
            return stage(value)
        case Milestone():
            return milestone(value)
        case int():
            return say("core-number", value=value)
        case _:
            return translated(head(value, 60)) or say("nothing")


def _rows(view: FollowUpView, asking: Sequence[Button]) -> tuple[Row, ...]:
    found = view.follow_up
    first: list[Button] = []
    if view.unread:
        first.append(button("read-comments-key", "read"))
    else:
        if view.may_comment:
            kind = ("comment-key", "comment") if view.of_vendor else ("answer-key", "answer_comment")
            first.append(_about(*kind, found.id))
        if view.may_comment and view.of_vendor:
            first.append(_about("ask-correction-key", "comment", found.id, asks=True))
    if view.may_correct:
        first.append(corrects(found))
    second = [opens(say("projects-key"), "projects", customer=found.customer_id)]
    if found.version > 1:
        second.append(opens(say("corrections-key"), "corrections", follow_up=found.id))
    second.append(opens(say("customer-card-key"), "customer", customer=found.customer_id))
    last = (*clipboard("copy-number-key", found.number), BACK, HOME)
    rows = (tuple(first), *pictures(view), tuple(second), tuple(asking), last)
    return tuple(row for row in rows if row)


def _about(key: str, dialog: str, follow_up: int, *, asks: bool = False) -> Button:
    answers: dict[str, Json] = {"follow_up": follow_up}
    if asks:
        answers["asks"] = True
    return Button(say(key), Act("open", {"dialog": dialog, "args": {"answers": answers}}))
