"""下次拜访: the day is set, or another one; who planned one is led to what he can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.days import with_weekday
from dialogs.core.form import Form, source
from dialogs.core.page import Args, Close, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button, danger, middle, opens, writes
from dialogs.visits.day import VisitDay
from domain.base.rights import Action
from domain.customers import scope, seeing
from domain.visits import planning, views
from domain.visits.planning import VisitPlanned
from domain.visits.views import VisitView


class PlanVisit(Form[planning.PlanVisit], name="plan_visit"):
    """Opened with `customer`; a visit that is planned already is put off by it."""

    right = Action.WRITE_FOLLOW_UP
    customer = source("customer", int)
    on = VisitDay()

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        name = say("strong", text=ask(scope.within, self.customer, Action.WRITE_FOLLOW_UP).name)
        standing = ask(planning.standing, self.customer)
        return (name,) if standing is None else (name, say("visit-stands", on=with_weekday(standing.on)))

    @override
    def called(self) -> Wording | None:
        return self.ask(scope.visible, self.customer).name

    @override
    def done(self, result: VisitPlanned, ask: Ask) -> Screen:
        lines = [
            say("visit-planned", on=with_weekday(result.on)),
            say("strong", text=result.customer.name),
            say("visit-planned-how"),
        ]
        card = opens(say("customer-card-key"), "customer", customer=self.customer)
        return Screen(tuple(lines), ((opens(say("visits-entry"), "visits"), card), (HOME,)))


class VisitPage(Page):
    """One that is planned. Opened with `visit`; `sure`: it is to be called off."""

    name = "visit"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, ask(views.one, _number(args)).customer.id)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(views.one, _number(args))
        customer = view.customer.id
        lines = (
            say("visit-title", on=with_weekday(view.visit.on)),
            say("strong", text=view.customer.name),
            say("visit-person", person=view.person),
        )
        card = opens(say("customer-card-key"), "customer", customer=customer)
        if not view.may_plan:
            return Screen(lines, ((card, BACK, HOME),))
        if args.get("sure") is True:
            sure = (danger("visit-cancel-sure-key", "cancel"), button("keep-key", "keep"))
            return Screen((*lines, say("visit-cancel-sure")), (sure, (HOME,)))
        rows: tuple[Row, ...] = (
            (writes(say("follow-up-entry"), customer),),
            (moves(customer), danger("visit-cancel-key", "sure")),
            (card, BACK, HOME),
        )
        return Screen(lines, rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        visit = _number(args)
        match act.verb:
            case "cancel":
                return Run(planning.CancelVisit(visit=visit))
            case "sure":
                return Show({"visit": visit, "sure": True})
            case _:
                return Show({"visit": visit})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Close(toast=say("visit-cancelled"))


class Visits(ListPage[VisitView]):
    """拜访安排: what is planned at customers within reach, the next in front."""

    name = "visits"
    right = Action.SEE_CUSTOMERS

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[VisitView], int]:
        return ask(views.listed, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("visits-title", count=total),)

    @override
    def row(self, place: int, row: VisitView, args: Args, ask: Ask) -> Sequence[Wording]:
        past = "yes" if row.visit.on < ask.today else "no"
        return (
            say(
                "visits-row",
                index=place,
                on=with_weekday(row.visit.on),
                name=middle(row.customer.name),
                person=row.person,
                past=past,
            ),
        )

    @override
    def key(self, place: int, row: VisitView, args: Args, ask: Ask) -> Button:
        return opens(str(place), "visit", visit=row.visit.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("visits-none")


def moves(customer: int) -> Button:
    return opens(say("visit-move-key"), "plan_visit", customer=customer)


def cancels(visit: int) -> Button:
    """To where it is asked once more."""
    return opens(say("visit-cancel-key"), "visit", visit=visit, sure=True)


def _number(args: Args) -> int:
    value = args.get("visit")
    return value if isinstance(value, int) else 0
