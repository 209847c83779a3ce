"""写跟进: whom for, and the report itself. A message may say all of it at once (`follow_ups.quick`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Many
from dialogs.core.days import with_weekday
from dialogs.core.field import Option, Suggestion
from dialogs.core.files import stored_to_json
from dialogs.core.form import SAID, Form, source
from dialogs.core.inputs import PartOf, Typed, Uploaded
from dialogs.core.kinds import Hidden
from dialogs.core.labels import Wordings
from dialogs.core.page import Args, Heard, Open, Perhaps, Turn
from dialogs.core.parts import Repeat
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles, beside_files, parts
from dialogs.core.verdicts import Mend, Pause, Stop
from dialogs.follow_ups import next_visit
from dialogs.follow_ups.in_passing import told_in_passing
from dialogs.follow_ups.lines import due_line, reads_first, unread_row
from dialogs.follow_ups.quick import ProjectLine, read, stage_first
from dialogs.follow_ups.replying import replied
from dialogs.reports.report_customer import Project as ProjectForm
from dialogs.shared.by_customer import names_another, told_now
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.orders_of_others import order_of_another
from dialogs.shared.words import HOME, button, middle, opens, stage, writes
from dialogs.visits.day import VisitDay
from domain.base import hours
from domain.base.rights import Action
from domain.base.stage import Stage
from domain.customers import scope
from domain.follow_ups import views as follow_up_views
from domain.follow_ups import writing
from domain.follow_ups.progress import ToldTwice
from domain.follow_ups.records import FollowUp
from domain.home import views
from domain.people.records import AccountType
from domain.projects.records import Project, ProjectItem
from domain.protection import customers as customer_views
from domain.protection.customers import CustomerView
from domain.visits import planning as visits

LONGEST = 2000
LONGEST_SEARCH = 30
"""Characters; what is longer is no search."""
OFFERED = 8
"""How many projects are offered with a button of their own."""


class WriteFollowUp(ListPage[CustomerView]):
    """Whom to write for: those whose report is due first in front; typing searches."""

    name = "write_follow_up"
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[CustomerView], int]:
        return ask(follow_up_views.to_follow_up, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("write-follow-up-title"),)

    @override
    def row(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("write-follow-up-row", index=place, name=middle(row.customer.name), due=due_line(row)),)

    @override
    def key(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Button:
        return writes(str(place), row.customer.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none-found") if text_of(args) else say("customers-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return unread_row(ask)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((button("customers-all-key", "all"), HOME),) if text_of(args) else ((HOME,),)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return reads_first(ask) if act.verb == "unread" else super().act(args, act, ask)

    @override
    def after(self, args: Args, result: FollowUp, ask: Ask) -> Turn:
        return Open("follow_up_report", {"follow_up": result.id})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """What finds nobody may be anything, and a note that nobody else takes is a report, of whom is asked."""
        if not isinstance(said, Typed) or not said.text.strip():
            return None
        if 0 < len(said.line) <= LONGEST_SEARCH:
            return self.sought(args, said, ask)
        rows, _ = ask(follow_up_views.to_follow_up, "", 0, OFFERED)
        openings: list[Args] = [{"answers": {"customer": row.customer.id}} for row in rows]
        opened = FollowUpForm.replied(openings, said, ask) if openings else None
        return None if opened is None else Perhaps(opened)


class FollowUpForm(Form[writing.WriteFollowUp], name="follow_up"):
    """客户跟进: the dynamics, then the projects that moved. With `follow_ups.writing` a submitted report is corrected."""

    hears_replies, matter, remarks = True, "follow_up", "dynamics"
    customer = Hidden()
    follow_up = Hidden()
    dynamics = TextAndFiles(max_length=LONGEST, needs_words=True)
    projects = Repeat(ProjectForm, at_most=20)
    files = source(lambda form: form.dynamics.files)
    helpers = Many(load=int).optional().when(lambda form: form.has_engineers)
    next_visit = VisitDay().optional().when(lambda form: form.follow_up is None)

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """Of a report that is corrected: as it stands now, whoever corrected it last."""
        found = args.get("corrects")
        if found is None:
            return args
        view = ask(follow_up_views.follow_up, found if isinstance(found, int) else 0)
        return {"answers": _as_it_is(view.follow_up)}

    @override
    @classmethod
    def replied(cls, openings: Sequence[Args], said: Typed | Uploaded, ask: Ask) -> Open | None:
        return replied(openings, said, ask)

    @dynamics.check
    def no_order(self, ask: Ask) -> Pause | None:
        return order_of_another(self.dynamics.text, self.customer or 0, say("follow-up-dynamics"), ask)

    @helpers.options
    def engineers(self, ask: Ask) -> tuple[Option, ...]:
        _, could = ask(follow_up_views.engineers, self.customer or 0)
        return tuple(Option(str(each.id), each.name) for each in could)

    @property
    def has_engineers(self) -> bool:
        """An engineer who writes is named without being asked."""
        ask = self.ask
        if ask(views.me).account.type is AccountType.ENGINEER:
            return False
        return bool(ask(follow_up_views.engineers, self.customer or 0)[1])

    @projects.suggest
    def existing(self, ask: Ask) -> tuple[Suggestion, ...]:
        """Those of the customer's that the report doesn't tell of yet."""
        told = {each.project for each in self.items(FollowUpForm.projects, ProjectForm)}
        return tuple(
            Suggestion(say("project-bring", name=each.name, stage=stage(each.stage)), values_of(each))
            for each in self._known(ask)
            if each.id not in told
        )[:OFFERED]

    def _known(self, ask: Ask) -> tuple[Project, ...]:
        return tuple(ask(follow_up_views.projects_of, self.customer or 0))

    def product_domain(self, ask: Ask) -> str | None:
        """What a new project proposes."""
        profile = ask(customer_views.customer, self.customer or 0).customer.profile
        return profile.domain if profile is not None else None

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """Whoever may not write of it learns it before being asked anything."""
        name = say("strong", text=ask(scope.within, self.customer or 0, Action.WRITE_FOLLOW_UP).name)
        if self.follow_up is not None:
            return (
                name,
                say("follow-up-correcting", number=ask(follow_up_views.follow_up, self.follow_up).follow_up.number),
            )
        return (name, say("follow-up-item-how")) if self.at.kind == "item" else (name, *self._of_visit(ask))

    def _of_visit(self, ask: Ask) -> tuple[Wording, ...]:
        """What the words say of the next visit and isn't kept: its hour, or what is no day."""
        if self.at.kind != "summary" or self.answer(FollowUpForm.dynamics) is None:
            return ()
        said = next_visit.behind(self.dynamics.text, self.synonyms(ask).get("next_visit", ()))
        if self.next_visit is None:
            return (say("visit-not-read", said=said),) if next_visit.tells_when(said) else ()
        hour = hours.parted(said, ask.today).hour
        return (say("visit-hour-not-kept", hour=hour),) if hour else ()

    @override
    def prefill(self, ask: Ask) -> Mapping[str, object]:
        """It stands at the summary, where it can be said; nobody is asked for it."""
        return {} if self.follow_up is not None else {"next_visit": None}

    @override
    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        stages = {word.lower(): each for each in Stage for word in (each.value, *self.wordings(stage(each)))}
        if at.endswith("]"):
            return self._of_item(at, *stage_first(text, stages), ask)
        if "]." in at:
            return None
        labels = self.wordings(say("follow-up-dynamics"))
        customer = self.customer or 0
        reading = read(text, self._known(ask), stages, labels, lambda line: names_another(line, customer, ask))
        visit = self._visit_said(text, ask)
        if not reading.lines:
            return {"dynamics": self._beside(text, at), **visit} if visit else None
        told = reading.dynamics
        given: dict[str, Json] = (
            {"dynamics": self._beside(told, "dynamics" if reading.labelled else at)} if told else {}
        )
        return {**given, **visit, **self._of_lines(reading.lines, ask)}

    def _beside(self, dynamics: str, at: str) -> Json:
        """Where they aren't asked for, more of what was said."""
        known = self.answer(FollowUpForm.dynamics)
        value = None if known is None else known.value
        before = "" if at == "dynamics" else parts(value)[0]
        return beside_files("\n".join(filter(None, (before, dynamics))), value)

    def _visit_said(self, text: str, ask: Ask) -> dict[str, Json]:
        """`…，下次拜访下周三` in the words of a report, which stand there whole; said alone it is an answer as any other."""
        words = () if self.follow_up is not None else self.synonyms(ask).get("next_visit", ())
        day = next_visit.said(text, words, ask.today) if words and not next_visit.alone(text, words) else None
        return {"next_visit": day.isoformat()} if day is not None else {}

    @override
    def parts_of(self, text: str, ask: Ask, *, front: bool) -> Sequence[PartOf]:
        return told_now(text, self.customer or 0, ask, front=front)

    def _of_item(self, at: str, stage_said: Stage | None, text: str, ask: Ask) -> Mapping[str, Json]:
        said = _said(stage_said, text, self.wordings, ask)
        return {**{f"{at}.{name}": value for name, value in said.items()}, "projects": []}

    def _of_lines(self, lines: tuple[ProjectLine, ...], ask: Ask) -> Mapping[str, Json]:
        """A project that the report tells of already is changed there, the others are brought in."""
        paths = {each.project: each.prefix for each in self.items(FollowUpForm.projects, ProjectForm)}
        changed: dict[str, Json] = {}
        fresh: list[Json] = []
        for line in lines:
            said = _said(line.stage, line.progress, self.wordings, ask)
            if line.project is not None and line.project.id in paths:
                changed |= {f"{paths[line.project.id]}{name}": value for name, value in said.items()}
            else:
                known = (
                    {**item_to_json(line.project.told), "project": line.project.id}
                    if line.project
                    else {"name": line.name}
                )
                fresh.append({**known, **said, SAID: list(said)} if line.project else {**known, **said})
        return {**changed, "projects": fresh}

    @override
    def build(self, values: dict[str, object]) -> writing.WriteFollowUp:
        return writing.WriteFollowUp(
            customer=self.customer or 0,
            dynamics=self.dynamics.text,
            projects=self.projects,
            helpers=tuple(self.helpers or ()),
            follow_up=self.follow_up,
            files=self.dynamics.files,
            next_visit=self.next_visit,
        )

    @override
    def called(self) -> Wording | None:
        return self.ask(customer_views.customer, self.customer or 0).customer.name

    @override
    def done(self, result: writing.FollowUpReceipt, ask: Ask) -> Screen:
        key = "follow-up-corrected" if result.corrected else "follow-up-written"
        name = ask(customer_views.customer, self.customer or 0).customer.name
        lines = [say(key, number=result.number), say("strong", text=name)]
        if not result.corrected:
            lines.append(say("follow-up-next", due=result.due))
        visit = ask(visits.standing, self.customer or 0) if not result.corrected else None
        if visit is not None:
            moved, on = result.visit_before, with_weekday(visit.on)
            before = say("follow-up-visit-moved", before=with_weekday(moved), on=on) if moved is not None else None
            lines.append(before or say("follow-up-visit-next", on=on))
        look = opens(say("look-key"), "follow_up_report", follow_up=result.follow_up)
        card = opens(say("customer-card-key"), "customer", customer=self.customer)
        if result.corrected or visit is not None:
            return Screen(tuple(lines), ((look, card), (HOME,)))
        plan = opens(say("visit-key"), "plan_visit", customer=self.customer)
        return Screen(tuple(lines), ((plan,), (look, card), (HOME,)))

    @override
    def stands(self, result: writing.FollowUpReceipt, ask: Ask) -> Button | None:
        name = ask(customer_views.customer, self.customer or 0).customer.name
        return opens(say("correct-named-key", name=middle(name)), self.declared.name, corrects=result.follow_up)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case ToldTwice():
                return Mend("projects", say("refusal-told-twice", name=refusal.name))
            case _:
                return None


# --- how the form is opened ---------------------------------------------------------------------------------------


def corrects(found: FollowUp) -> Button:
    """A button that opens a submitted report to be corrected: at its summary."""
    return opens(say("correct-report-key"), "follow_up", corrects=found.id)


def _as_it_is(found: FollowUp) -> dict[str, Json]:
    return {
        "customer": found.customer_id,
        "follow_up": found.id,
        "dynamics": {"text": found.dynamics, "files": [stored_to_json(each) for each in found.files]},
        "projects": [item_to_json(each) for each in found.items],
        "helpers": [str(each) for each in found.helpers] or None,
    }


def _said(stage_said: Stage | None, text: str, wordings: Wordings, ask: Ask) -> dict[str, Json]:
    """Of a project: its stage, its progress, and what is told of it in passing."""
    passing = told_in_passing(text, wordings, ask)
    said: dict[str, Json] = {"stage": stage_said.value} if stage_said is not None else {}
    return {**({"progress": passing.progress} if passing.progress else {}), **said, **passing.values}


def values_of(project: Project) -> dict[str, object]:
    """A project's answers by field."""
    return {**asdict(project.told), "project": project.id, "note": project.told.note or None}


def item_to_json(item: ProjectItem) -> dict[str, Json]:
    """The same of what a report told, as opening args carry it."""
    return {**asdict(item), "yearly": str(item.yearly), "note": item.note or None}
