"""更改账户类型, 停用: what can be done about a person beyond the invitation."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Screen, Wording, say
from dialogs.core.verdicts import Stop
from dialogs.leaving.handing_over import handed
from dialogs.shared.persons import persons
from dialogs.shared.words import HOME, opens, type_of
from domain.base.bilingual import translated
from domain.leaving import staffing
from domain.people import views as people_views
from domain.people.records import Account, AccountType


class ChangeType(Form[staffing.ChangeType], name="change_type"):
    account = source("account", int)
    type = Choice(load=AccountType)

    @type.options  # noqa: A003  the question is called as the command's field is
    def types(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each.value, say(f"type-{each.value}")) for each in ask(staffing.types_for, self.account))

    @type.check  # noqa: A003  as above
    def still_holding(self, ask: Ask) -> Stop | None:
        """Whoever is to have no customers any more gives them to somebody first."""
        found = ask(staffing.holding, self.account)
        if not staffing.stands_in_the_way(self.type, found):
            return None
        name = ask(people_views.person, self.account).name
        line = say("refusal-still-holding", name=name, customers=found.customers, reports=found.reports)
        return Stop(Screen((line,), ((opens(say("hand-over-key"), "hand_over", account=self.account),), (HOME,))))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (_who(ask, self.account),)

    @override
    def called(self) -> Wording | None:
        return self.ask(people_views.person, self.account).name

    @override
    def done(self, result: Account, ask: Ask) -> Screen:
        line = say("change-type-done", name=result.name, type=type_of(result))
        return Screen((line,), ((opens(say("people-entry"), "people"), HOME),))


class Deactivate(Form[staffing.Deactivate], name="deactivate", submit="deactivate-submit", danger=True):
    """With everything handed over to a named colleague in the same step."""

    account = source("account", int)
    to = PersonChoice(load=int)

    @to.relevant
    def something_to_hand_over(self, ask: Ask) -> bool:
        return ask(staffing.needs_successor, self.account)

    @to.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(staffing.successors, self.account))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        found = ask(staffing.holding, self.account)
        lines: list[Wording] = [_who(ask, self.account)]
        if found.customers or found.reports:
            lines.append(say("deactivate-holds", customers=found.customers, reports=found.reports))
        if found.agencies or found.approvals:
            lines.append(say("deactivate-manages", agencies=found.agencies, approvals=found.approvals))
        if found.units:
            lines.append(say("deactivate-heads", units=tuple(map(translated, found.units))))
        nobody = ask(staffing.needs_successor, self.account) and not ask(staffing.successors, self.account)
        lines.append(say("deactivate-nobody") if nobody else say("deactivate-warning"))
        return tuple(lines)

    @override
    def called(self) -> Wording | None:
        return self.ask(people_views.person, self.account).name

    @override
    def done(self, result: staffing.Departure, ask: Ask) -> Screen:
        lines: list[Wording] = [say("deactivate-done", name=result.name)]
        if result.successor:
            lines.append(say("deactivate-done-to", name=result.successor))
        if result.handed is not None:
            lines.append(handed(result.handed))
        return Screen(tuple(lines), ((opens(say("people-entry"), "people"), HOME),))


def _who(ask: Ask, account_id: int) -> Wording:
    account = ask(people_views.person, account_id)
    return say("staffing-who", name=account.name, type=type_of(account))
