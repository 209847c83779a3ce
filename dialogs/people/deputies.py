"""请假代理: who covers whom, a deputy for some days, and ending it."""

from __future__ import annotations

from datetime import date

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.days import Date
from dialogs.core.field import Option
from dialogs.core.form import Form
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.person_choice import PersonChoice
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Row, Say, Screen, Wording, say
from dialogs.core.verdicts import Mend
from dialogs.shared.persons import persons
from dialogs.shared.words import BACK, HOME, button, danger, numbered, opens
from domain.home import views
from domain.people import deputising
from domain.people.deputies import Deputyship
from domain.people.deputising import DeputyshipView


class Deputies(Page):
    """What is agreed and runs: one's own, and (for a head or an administrator) his people's."""

    name = "deputies"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = ask(deputising.seen)
        lines: list[Wording] = [say("deputies-title")]
        lines += [_line(each, place) for place, each in enumerate(found, 1)] or [say("deputies-none")]
        numbers = [
            opens(str(place), "deputyship", deputyship=each.deputyship.id) for place, each in enumerate(found, 1)
        ]
        setting = (opens(say("set-deputy-key"), "set_deputy"),)
        return Screen(tuple(lines), (setting, *numbered(numbers), (BACK, HOME)))


class DeputyshipCard(Page):
    """One deputyship; pushed to the deputy when it begins, and changed when it is over."""

    name = "deputyship"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view, me = ask(deputising.view, _id(args)), ask(views.me).account
        lines: list[Wording] = [say("deputyship-title"), _line(view)]
        rows: list[Row] = []
        mine = view.deputy.id == me.id
        if view.running:
            lines.append(say("deputyship-yours" if mine else "deputyship-covers", deputy=view.deputy.name))
            if mine and view.waiting:
                rows.append((opens(say("counted", entry=say("decide-key"), count=view.waiting), "approvals"),))
        if view.may_end:
            if args.get("sure") is True:
                return Screen(
                    (*lines, say("deputyship-end-sure")),
                    ((danger("end-deputy-sure", "end"), button("keep-key", "keep")),),
                )
            rows.append((button("end-deputy-key", "ask"),))
        last: Row = (HOME,) if mine else (BACK, HOME)  # to a deputy it is pushed: there is nothing beneath it
        return Screen(tuple(lines), (*rows, last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "end":
            return Run(deputising.EndDeputyship(deputyship=_id(args)))
        return Show({"deputyship": _id(args), "sure": act.verb == "ask"})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"deputyship": _id(args)}, toast=say("deputyship-ended-toast"))


class SetDeputy(Form[deputising.SetDeputy], name="set_deputy"):
    """Whoever has nobody under him is asked only who covers him, and when."""

    principal = PersonChoice(load=int)
    deputy = PersonChoice(load=int)
    since = Date(lean="future", earliest=0)
    until = Date(lean="future", earliest=0)

    @principal.options
    def those_under_me(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(deputising.principals))

    @deputy.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(deputising.candidates, self.principal))

    @until.check
    def not_before_it_begins(self) -> Say | None:
        return say("set-deputy-backwards", since=self.since) if self.until < self.since else None

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        found = ask(deputising.principals)
        return {"principal": found[0].id} if len(found) == 1 else {}

    @override
    def done(self, result: Deputyship, ask: Ask) -> Screen:
        view = ask(deputising.view, result.id)
        key = "set-deputy-done-now" if view.running else "set-deputy-done"
        lines = (say(key, deputy=view.deputy.name), _line(view))
        return Screen(lines, ((opens(say("deputies-entry"), "deputies"), HOME),))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        if isinstance(refusal, deputising.AwayAlready | deputising.DaysUnfit):
            return Mend("since", say_refusal(refusal))
        return None


def _line(view: DeputyshipView, place: int | None = None) -> Wording:
    """`1 陈经理 → 刘经理 · 11-23 至 11-27 · 代理中`."""
    each = view.deputyship
    state = "running" if view.running else "planned" if each.told.value == "planned" else "over"
    line = say(
        "deputyship-line",
        principal=view.principal.name,
        deputy=view.deputy.name,
        days=_days(each.since, each.until),
        state=say(f"deputyship-{state}"),
    )
    return say("deputyship-numbered", index=place, line=line) if place is not None else line


def _days(since: date, until: date) -> Wording:
    return say("deputyship-days", since=since, until=until) if since != until else say("core-day", day=since)


def _id(args: Args) -> int:
    value = args.get("deputyship")
    return value if isinstance(value, int) else 0
