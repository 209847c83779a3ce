"""改名 and 撤并 of a unit: what hangs on it stands above what is asked."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Screen, Wording, say
from dialogs.core.verdicts import Mend
from dialogs.shared.words import HOME, in_a_line, opens
from domain.base.bilingual import translated
from domain.base.naming import NotAName
from domain.base.rights import Action
from domain.leaving import reorganising
from domain.people.organising import NameTaken
from domain.people.records import Unit


class RenameUnit(Form[reorganising.RenameUnit], name="rename_unit"):
    right = Action.MANAGE_UNITS
    unit = source("unit", int)
    name = Text(max_length=30)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _hanging(ask, self.unit)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        return Mend("name", say_refusal(refusal)) if isinstance(refusal, NameTaken | NotAName) else None

    @override
    def done(self, result: Unit, ask: Ask) -> Screen:
        return _looked_at(say("rename-unit-done", name=translated(result.name)), result)


class EndUnit(Form[reorganising.EndUnit], name="end_unit", submit="end-unit-submit", danger=True):
    right = Action.MANAGE_UNITS
    unit = source("unit", int)
    to = Choice(load=int).when(lambda form: form.has_something)

    @property
    def has_something(self) -> bool:
        return not self.ask(reorganising.hanging, self.unit).nothing

    @to.options
    def others(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(each.id), translated(each.name)) for each in ask(reorganising.successors, self.unit))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        nothing = ask(reorganising.hanging, self.unit).nothing
        return (*_hanging(ask, self.unit), say("end-unit-nothing" if nothing else "end-unit-moves"))

    @override
    def called(self) -> Wording | None:
        return translated(self.ask(reorganising.hanging, self.unit).unit.name)

    @override
    def done(self, result: Unit, ask: Ask) -> Screen:
        if result.id != self.unit:
            return _looked_at(say("end-unit-done-into", name=translated(result.name)), result)
        return Screen(
            (say("end-unit-done", name=translated(result.name)),), ((opens(say("units-entry"), "units"), HOME),)
        )


def _hanging(ask: Ask, unit: int) -> tuple[Wording, ...]:
    found = ask(reorganising.hanging, unit)
    facts = (
        (
            "unit-provinces",
            say("units-covers", provinces=tuple(map(translated, found.provinces))) if found.provinces else None,
        ),
        ("unit-head", found.head or None),
        ("unit-managers", say("units-covers", provinces=found.people) if found.people else None),
        ("unit-all-agencies", found.agencies or None),
        ("unit-path", say("unit-own-path") if found.own_path else None),
        ("unit-orders", say("unit-has-orders") if found.orders else None),
    )
    lines = (say("fact", label=say(label), value=value) for label, value in facts if value is not None)
    return (in_a_line((say("strong", text=translated(found.unit.name)), say(f"unit-{found.unit.kind.value}"))), *lines)


def _looked_at(line: Wording, unit: Unit) -> Screen:
    return Screen(
        (line,), ((opens(translated(unit.name), "unit", unit=unit.id), opens(say("units-entry"), "units")), (HOME,))
    )
