"""新建代理商: an agency that its manager sets up."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.screen import Screen, Wording, say
from dialogs.core.verdicts import Pause
from dialogs.shared import checks
from dialogs.shared.names import CompanyName
from dialogs.shared.regions import Region
from dialogs.shared.words import HOME, opens
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.home import views
from domain.people import organising
from domain.people import views as people_views
from domain.people.records import Agency


class AddAgency(Form[organising.AddAgency], name="add_agency"):
    """An agency that its manager sets up; active at once, its owner comes by invitation."""

    right = Action.MANAGE_AGENCIES
    matter = "agency"
    name = CompanyName()
    credit_code = checks.credit_code().optional()
    region = Region().aside()
    unit = Choice(load=int)

    @source
    def province(self) -> str:
        return self.region.split()[0]

    @source
    def city(self) -> str:
        return self.region.split()[-1]

    @unit.options
    def units(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(unit.id), translated(unit.name)) for unit in ask(people_views.units_to_staff))

    @credit_code.check
    def a_code(self) -> Pause | None:
        return checks.insisted(self.credit_code)

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        """A manager's agencies are his unit's."""
        me = ask(views.me).account
        return {} if may(me, Action.MANAGE_UNITS) else {"unit": me.unit_id}

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: Agency, ask: Ask) -> Screen:
        invite = opens(say("invite-key"), "invite_person", agency=result.id)
        return Screen((say("agency-added", name=result.name), say("agency-added-hint")), ((invite,), (HOME,)))
