"""项目: all of a customer's with how they moved, and one project over time."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.core.words import head
from dialogs.orders.log_order import logs
from dialogs.questions.keys import ask_row
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.words import BACK, HOME, milestone, opens, page_in, pages, stage, writes
from domain.base.bilingual import translated
from domain.customers import scope
from domain.follow_ups import views as follow_up_views
from domain.follow_ups.views import ProjectView, TimelinePoint

A_PAGE = 6


class Projects(ListPage[ProjectView]):
    """A customer's projects, the most advanced in front."""

    name = "projects"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[ProjectView], int]:
        return part(ask(follow_up_views.projects, _id(args, "customer"))[1], offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        customer = ask(scope.visible, _id(args, "customer"))
        return (say("projects-title", count=total), say("strong", text=customer.name))

    @override
    def row(self, place: int, row: ProjectView, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row),)

    @override
    def key(self, place: int, row: ProjectView, args: Args, ask: Ask) -> Button:
        return opens(str(place), "project_timeline", project=row.project.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("projects-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)

    @override
    def whole(self, args: Args) -> Args:
        return args


class ProjectTimeline(Page):
    """What was told of a project, newest first."""

    name = "project_timeline"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        customer, project, steps = ask(follow_up_views.timeline, _id(args, "project"))
        page = page_in(args)
        told = project.told
        lines: list[Wording] = [
            say("strong", text=project.name),
            say("project-of", customer=customer.name, domain=translated(told.domain), mcu=told.mcu),
        ]
        for each in steps[page * A_PAGE : (page + 1) * A_PAGE]:
            lines += _step(each)
        back = (BACK, HOME)
        acts = [writes(say("my-projects-update-key"), customer.id)] if ask(follow_up_views.may_write, customer) else []
        if ask(follow_up_views.may_log, customer):
            acts.append(logs(say("log-order-entry"), customer.id))
        asking = ask_row(ask, "project", project.id)
        return Screen(tuple(lines), (tuple(acts), *asking, *pages(page, A_PAGE, len(steps)), back))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)})


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0


def _row(place: int, view: ProjectView) -> Wording:
    told = view.project.told
    stages: Wording = stage(view.stages[0]) if view.stages else say("nothing")
    for each in view.stages[1:]:
        stages = say("stage-moved", before=stages, after=stage(each))
    return say(
        "projects-row",
        index=place,
        name=told.name,
        stages=stages,
        yearly=told.yearly,
        milestone=milestone(told.milestone),
        due=told.due,
    )


def _step(each: TimelinePoint) -> tuple[Wording, ...]:
    told = each.telling.told
    at = say("timeline-at", at=each.telling.at, stage=stage(told.stage), by=each.author or say("former-holder"))
    facts: list[Wording] = []
    if each.first or "yearly" in each.moved:
        facts.append(say("timeline-yearly", yearly=told.yearly))
    if each.first or {"milestone", "due"} & set(each.moved):
        facts.append(say("timeline-milestone", milestone=milestone(told.milestone), due=told.due, note=told.note))
    if each.first or "progress" in each.moved:
        facts.append(say("timeline-progress", text=head(told.progress, 80)))
    return (at, *facts)
