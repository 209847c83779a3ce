"""合作状态: an agency suspended, resumed, ended; its manager; its customers handed to another agency."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Act, Row, Screen, Wording, say
from dialogs.leaving.handing_over import handed
from dialogs.shared.persons import persons
from dialogs.shared.words import BACK, HOME, button, danger, member, opens
from domain.leaving import agency_states
from domain.leaving.handovers import HandedNames
from domain.people.records import Agency, AgencyState


class AgencyStatePage(Page):
    name = "agency_state"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(agency_states.view, _id(args))
        agency = view.agency
        lines: list[Wording] = [
            say("agency-title", name=agency.name),
            say("agency-state-line", state=say(f"agency-{agency.state.value}"), count=view.customers),
            _manager(view),
        ]
        if view.pool_at is not None and view.customers:
            lines.append(say("agency-state-pool", at=view.pool_at))
        sure = member(AgencyState, args.get("sure"))
        if sure is not None:
            lines.append(say(f"agency-warn-{sure.value}"))
            yes = (button if sure is AgencyState.ACTIVE else danger)("agency-sure", "set", state=sure.value)
            return Screen(tuple(lines), ((yes,), (button("keep-key", "keep"), HOME)))
        rows: list[Row] = []
        if agency.state is AgencyState.ENDED and view.customers:
            rows.append((opens(say("hand-agency-over-key"), "hand_agency_over", agency=agency.id),))
        ways = agency_states.WAYS[agency.state]
        if ways:
            rows.append(tuple(button(f"agency-to-{state.value}", "ask", state=state.value) for state in ways))
        if view.may_change_manager:
            rows.append((opens(say("change-manager-key"), "change_manager", agency=agency.id),))
        return Screen(tuple(lines), (*rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        state = member(AgencyState, act.args.get("state"))
        if act.verb == "set" and state is not None:
            return Run(agency_states.SetAgencyState(agency=_id(args), state=state))
        if act.verb == "ask" and state is not None:
            return Show({"agency": _id(args), "sure": state.value})
        return Show({"agency": _id(args)})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"agency": _id(args)}, toast=say("agency-state-set"))


class ChangeManager(Form[agency_states.ChangeManager], name="change_manager"):
    agency = source("agency", int)
    manager = PersonChoice(load=int)

    @manager.options
    def managers(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(agency_states.managers, self.agency))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(agency_states.view, self.agency)
        return (say("strong", text=view.agency.name), _manager(view))

    @override
    def done(self, result: Agency, ask: Ask) -> Screen:
        return Screen((say("change-manager-done", name=result.called),), ((HOME,),))


class HandAgencyOver(Form[agency_states.HandAgencyOver], name="hand_agency_over"):
    agency = source("agency", int)
    to = PersonChoice(load=int)

    @to.options
    def owners(self, ask: Ask) -> tuple[Option, ...]:
        found = ask(agency_states.successors, self.agency)
        return tuple(
            Option(str(account.id), say("hand-agency-over-to-whom", agency=agency, name=account.name), find=agency)
            for account, agency in found
        )

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(agency_states.view, self.agency)
        state = say(f"agency-{view.agency.state.value}")
        return (say("strong", text=view.agency.name), say("agency-state-line", state=state, count=view.customers))

    @override
    def done(self, result: HandedNames, ask: Ask) -> Screen:
        return Screen((say("hand-agency-over-done", what=handed(result)),), ((HOME,),))


def _id(args: Args) -> int:
    value = args.get("agency")
    return value if isinstance(value, int) else 0


def _manager(view: agency_states.AgencyView) -> Wording:
    return say("agency-state-manager", name=view.manager) if view.manager else say("agency-state-no-manager")
