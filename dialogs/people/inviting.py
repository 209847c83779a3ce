"""邀请: one-time links for an agency's people and for the vendor's managers. The link itself comes as its own message."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text, YesNo
from dialogs.core.screen import Button, Say, Screen, Wording, say
from dialogs.people.correcting_persons import EmployeeNumber
from dialogs.shared import checks
from dialogs.shared.checks import normal
from dialogs.shared.words import HOME, opens
from domain.base import identifiers
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.home import views
from domain.people import joining
from domain.people import views as people_views
from domain.people.records import Account, AccountType


class InvitePerson(Form[joining.Invite], name="invite_person"):
    """An agency's person; opened with `agency`."""

    matter = "person"
    agency = source("agency", int)
    unit: source[int | None] = source("unit")
    name = Text(max_length=30)
    type = Choice(load=AccountType)
    email = Text(max_length=254, tidy=normal(identifiers.email))
    phone = checks.PhoneNumber().optional()

    @source
    def administrator(self) -> bool:
        return False

    @source
    def employee_number(self) -> str | None:
        return None

    @type.options  # noqa: A003  the question is called as the command's field is
    def types(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each.value, say(f"type-{each.value}")) for each in ask(joining.agency_types, self.agency))

    @email.check
    def an_address(self) -> Say | None:
        return checks.email(self.email)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """Whoever may not invite there learns it before he is asked anything."""
        return (say("strong", text=ask(joining.invited_into, self.agency).called),)

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: Account, ask: Ask) -> Screen:
        again = opens(say("invite-another-key"), "invite_person", agency=self.agency)
        return _invited(result.name, (again, HOME))


class InviteManager(Form[joining.Invite], name="invite_manager"):
    """A channel manager; an administrator chooses the unit, a manager invites into his own."""

    right = Action.MANAGE_VENDOR_PEOPLE
    matter = "person"
    name = Text(max_length=30)
    unit = Choice(load=int)
    email = Text(max_length=254, tidy=normal(identifiers.email))
    phone = checks.PhoneNumber().optional()
    employee_number = EmployeeNumber().optional()
    administrator = YesNo()
    agency: source[int | None] = source("agency")

    @source
    def type(self) -> AccountType:
        return AccountType.MANAGER

    @unit.options
    def units(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(unit.id), translated(unit.name)) for unit in ask(people_views.units_to_staff))

    @email.check
    def an_address(self) -> Say | None:
        return checks.email(self.email)

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        me = ask(views.me).account
        known: dict[str, object] = {}
        if not may(me, Action.MANAGE_UNITS):
            known["unit"] = me.unit_id
        if not may(me, Action.GRANT_ADMINISTRATOR):
            known["administrator"] = False
        return known

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: Account, ask: Ask) -> Screen:
        return _invited(result.name, (opens(say("invite-another-key"), "invite_manager"), HOME))


def _invited(name: str, row: tuple[Button, ...]) -> Screen:
    return Screen((say("invited-title", name=name), say("invited-hint")), (row,))
