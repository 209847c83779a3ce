"""我的项目: all projects over all customers, narrowed, counted, found by characters (docs/follow-ups.md)."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Page, Perhaps, Show, Swap, Turn
from dialogs.core.screen import Act, Arg, Button, Row, Screen, Wording, say
from dialogs.shared.filter_page import FilterChoice, FilterPage, by, narrowing
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import HOME, button, member, middle, milestone, opens, page_in, pages, so_many, stage
from domain.base.bilingual import translated
from domain.base.stage import ADVANCE, Stage
from domain.home import views
from domain.people.records import Account
from domain.projects import views as project_lists
from domain.projects.records import COUNTED, ProjectGrouping
from domain.projects.views import Narrowed, When

DOMAINS_SHOWN = 8


class MyProjects(ListPage[project_lists.ProjectRow]):
    """The nearest milestone in front; of silent ones those silent for longest. Typing searches."""

    name = "my_projects"
    hint = "my-projects-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[project_lists.ProjectRow], int]:
        return ask(project_lists.projects, _narrowed(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (_title(_narrowed(args), ask, so_many(total, COUNTED)),)

    @override
    def row(self, place: int, row: project_lists.ProjectRow, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row, ask(views.reader)),)

    @override
    def key(self, place: int, row: project_lists.ProjectRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "project_timeline", project=row.project.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("projects-none") if _narrowed(args) == Narrowed() else say("my-projects-none-found")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        every = () if _narrowed(args) == Narrowed() else (button("my-projects-all-key", "all"),)
        return ((button("filter-key", "filter"), button("my-projects-table-key", "table")), (*every, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "filter":
                return Swap("project_filter")
            case "table":
                return Swap("project_table")
            case _:
                return super().act(args, act, ask)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """Typing searches within what is narrowed."""
        return self.sought(args, said, ask)


class ProjectFilter(FilterPage[ProjectGrouping]):
    """By what the list is narrowed."""

    name, narrows, ways = "project_filter", "my_projects", ProjectGrouping

    @override
    def first(self, args: Args, ask: Ask) -> Screen:
        late = [
            narrowing(
                say("counted", entry=say(f"my-projects-{when.value}"), count=so_many(count, COUNTED)), when=when.value
            )
            for when, count in ask(project_lists.counts).items()
            if count
        ]
        account = ask(views.reader)
        kinds = [ProjectGrouping.STAGE, ProjectGrouping.DOMAIN, ProjectGrouping.MODEL]
        if account.agency_id is None:
            kinds.append(ProjectGrouping.AGENCY)
        elif len(ask(project_lists.grouped, ProjectGrouping.PERSON, 0, 2)[0]) > 1:
            kinds.append(ProjectGrouping.PERSON)
        ways = [by(say(f"my-projects-by-{each.value}"), each) for each in kinds]
        back = (narrowing(say("my-projects-all-key")), HOME)
        return Screen((say("my-projects-filter"),), (*in_rows(late, 2), *in_rows(ways, 2), back))

    @override
    def choices(
        self, way: ProjectGrouping, args: Args, offset: int, limit: int, ask: Ask
    ) -> tuple[Sequence[FilterChoice], int]:
        found, total = ask(project_lists.grouped, way, offset, limit)
        return [_choice(way, *each) for each in found], total

    @override
    def heading(self, way: ProjectGrouping, args: Args, total: int) -> Sequence[Wording]:
        title = say(f"my-projects-by-{way.value}")
        return (title,) if total else (title, say("projects-none"))


def _choice(way: ProjectGrouping, key: str, name: str, count: int) -> FilterChoice:
    label: Wording = (
        stage(Stage(key))
        if way is ProjectGrouping.STAGE
        else translated(name)
        if way is ProjectGrouping.DOMAIN
        else middle(name, 12)
    )
    numbered = way in (ProjectGrouping.AGENCY, ProjectGrouping.PERSON)
    return FilterChoice(say("counted", entry=label, count=count), int(key) if numbered else key)


class ProjectTable(Page):
    """The counts by stage and product domain; a number opens its projects."""

    name = "project_table"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        by_domain: dict[str, dict[Stage, int]] = {}
        for at, domain, count in ask(project_lists.table):
            by_domain.setdefault(domain, {})[at] = count
        ranked = sorted(by_domain.items(), key=lambda each: (-sum(each[1].values()), each[0]))
        page = min(page_in(args), max(len(ranked) - 1, 0) // DOMAINS_SHOWN)
        shown = ranked[page * DOMAINS_SHOWN : (page + 1) * DOMAINS_SHOWN]
        total = sum(sum(each.values()) for each in by_domain.values())
        lines: list[Wording] = [say("my-projects-table", count=total)]
        lines += [_domain(domain, counts) for domain, counts in shown]
        if not shown:
            lines.append(say("projects-none"))
        keys = [narrowing(translated(domain), domain=domain) for domain, _ in shown if domain]
        back = (narrowing(say("my-projects-all-key")), HOME)
        return Screen(tuple(lines), (*in_rows(keys, 3), *pages(page, DOMAINS_SHOWN, len(ranked)), back))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Swap("my_projects", dict(act.args)) if act.verb == "narrow" else Show({"page": page_in(act.args)})


def _domain(domain: str, counts: dict[Stage, int]) -> Wording:
    stages = (*reversed(ADVANCE), Stage.PAUSED, Stage.ENDED)
    told = tuple(say("my-projects-stage", stage=stage(each), count=counts[each]) for each in stages if each in counts)
    return say(
        "my-projects-domain", domain=translated(domain) or say("nothing"), count=sum(counts.values()), stages=told
    )


def _narrowed(args: Args) -> Narrowed:
    """What the page's args ask for; nonsense asks for nothing."""
    domain, model, agency, person = (args.get(each) for each in ("domain", "model", "agency", "person"))
    return Narrowed(
        text=text_of(args),
        stage=member(Stage, args.get("stage")),
        domain=domain if isinstance(domain, str) else None,
        model=model if isinstance(model, str) else None,
        agency=agency if isinstance(agency, int) else None,
        person=person if isinstance(person, int) else None,
        when=member(When, args.get("when")),
    )


def _title(wanted: Narrowed, ask: Ask, count: Arg) -> Wording:
    parts: list[Wording] = []
    if wanted.when is not None:
        parts.append(say(f"my-projects-{wanted.when.value}"))
    if wanted.agency is not None:
        parts.append(ask(project_lists.name_of, ProjectGrouping.AGENCY, wanted.agency))
    if wanted.person is not None:
        parts.append(ask(project_lists.name_of, ProjectGrouping.PERSON, wanted.person))
    if wanted.stage is not None:
        parts.append(stage(wanted.stage))
    parts += [translated(each) for each in (wanted.domain, wanted.model) if each is not None]
    if wanted.text:
        parts.append(say("quoted", text=wanted.text))
    return say("my-projects-found", by=tuple(parts), count=count) if parts else say("my-projects-title", count=count)


def _row(place: int, row: project_lists.ProjectRow, reader: Account) -> Wording:
    """A manager reads whose it is, an owner which of his people's; nobody his own name."""
    told = row.project.told
    whose: Wording = ""
    if reader.agency_id is None:
        whose = say("my-projects-whose", who=row.agency)
    elif row.person_id != reader.id:
        whose = say("my-projects-whose", who=row.person)
    return say(
        "my-projects-row",
        index=place,
        name=middle(told.name),
        stage=stage(told.stage),
        milestone=milestone(told.milestone),
        due=told.due,
        days=row.silent,
        customer=middle(row.customer),
        whose=whose,
    )
