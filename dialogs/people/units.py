"""省区与行业: the vendor's units, each with its head, the provinces that it covers, and its approval path."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from dialogs.approvals.paths import levels_line
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice, Many
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Typed
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Heard, Open, Page, Turn
from dialogs.core.person_choice import PersonChoice
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.core.verdicts import Mend
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.persons import persons
from dialogs.shared.words import BACK, HOME, in_a_line, opens
from domain.approvals import paths as approval_paths
from domain.base.bilingual import translated
from domain.base.rights import Action
from domain.people import coverage, heads, organising
from domain.people import views as people_views
from domain.people.records import Unit, UnitKind


class Units(ListPage[tuple[Unit, str]]):
    name = "units"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[tuple[Unit, str]], int]:
        return part(ask(people_views.units), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("units-title"),)

    @override
    def row(self, place: int, row: tuple[Unit, str], args: Args, ask: Ask) -> Sequence[Wording]:
        unit, head = row
        led = say("units-head", head=head) if head else say("units-vacant")
        covers = ask(coverage.provinces_of, unit.id)
        where = say("units-covers", provinces=tuple(map(translated, covers))) if covers else _kind(unit)
        return say("units-row", index=place, name=translated(unit.name), head=led), say("units-row-covers", where=where)

    @override
    def key(self, place: int, row: tuple[Unit, str], args: Args, ask: Ask) -> Button:
        return opens(str(place), "unit", unit=row[0].id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("core-none")

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """The name of one."""
        found = ask(people_views.units_called, said.line) if isinstance(said, Typed) else ()
        return Open("unit", {"unit": found[0].id}) if len(found) == 1 else None

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return (
            (opens(say("add-unit-key"), "add_unit"), opens(say("set-head-key"), "set_head")),
            (opens(say("approval-paths-entry"), "approval_paths"),),
            (BACK, HOME),
        )


class UnitPage(Page):
    """One of them, whole; of one that ended what it became."""

    name = "unit"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = ask(people_views.unit, _id(args))
        unit = found.unit
        if unit.ended_at is not None:
            return _over(unit, unit.ended_at, ask)
        covers = (
            say(
                "fact",
                label=say("unit-provinces"),
                value=say("units-covers", provinces=tuple(map(translated, found.provinces))),
            ),
        )
        lines = (
            in_a_line((say("strong", text=translated(unit.name)), _kind(unit))),
            say("fact", label=say("unit-head"), value=found.head or say("unit-vacant")),
            *(covers if found.provinces else ()),
            say("fact", label=say("unit-managers"), value=found.managers or say("unit-nobody")),
            say("fact", label=say("unit-agencies"), value=found.agencies),
            say("fact", label=say("unit-path"), value=levels_line(ask(approval_paths.path, unit.id))),
        )
        rows: list[Row] = []
        if unit.kind is UnitKind.REGION:
            rows.append((opens(say("take-provinces-key"), "take_provinces", unit=unit.id),))
        if ask(heads.candidates, unit.id):
            rows.append((_opens_with(say("set-head-key"), "set_head", unit.id),))
        rows.append((opens(say("approval-paths-entry"), "approval_path", unit=unit.id),))
        named = opens(say("rename-unit-key"), "rename_unit", unit=unit.id)
        rows.append((named, opens(say("end-unit-key"), "end_unit", unit=unit.id)))
        return Screen(lines, (*rows, (BACK, HOME)))


def _over(unit: Unit, at: datetime, ask: Ask) -> Screen:
    lines = (in_a_line((say("strong", text=translated(unit.name)), _kind(unit))), say("unit-ended", at=at))
    if unit.successor_id is None:
        return Screen(lines, ((BACK, HOME),))
    into = ask(people_views.unit, unit.successor_id).unit
    return Screen(
        (*lines, say("unit-ended-into", name=translated(into.name))),
        ((opens(translated(into.name), "unit", unit=into.id),), (BACK, HOME)),
    )


class AddUnit(Form[organising.AddUnit], name="add_unit"):
    right = Action.MANAGE_UNITS
    name = Text(max_length=30)
    kind = Choice(tuple(Option(each.value, say(f"unit-{each.value}")) for each in UnitKind), load=UnitKind)
    provinces = Many().optional(say("unit-provinces-none")).when(lambda form: form.kind is UnitKind.REGION)

    @provinces.options
    def of_others(self, ask: Ask) -> tuple[Option, ...]:
        return _provinces(ask, None)

    @override
    def build(self, values: dict[str, object]) -> organising.AddUnit:
        return organising.AddUnit(name=self.name, kind=self.kind, provinces=self.provinces or ())

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        return Mend("name", say_refusal(refusal)) if isinstance(refusal, organising.NameTaken) else None

    @override
    def done(self, result: Unit, ask: Ask) -> Screen:
        return _looked_at(say("unit-added", name=translated(result.name)), result)


class TakeProvinces(Form[coverage.TakeProvinces], name="take_provinces"):
    unit = source("unit", int)
    provinces = Many()

    @provinces.options
    def of_others(self, ask: Ask) -> tuple[Option, ...]:
        return _provinces(ask, self.unit)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("strong", text=translated(ask(people_views.unit, self.unit).unit.name)),)

    @override
    def done(self, result: Unit, ask: Ask) -> Screen:
        return _looked_at(say("take-provinces-done", unit=translated(result.name)), result)


class SetHead(Form[heads.SetHead], name="set_head"):
    unit = Choice(load=int)
    head = PersonChoice(load=int)

    @unit.options
    def units(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(
            Option(str(unit.id), translated(unit.name))
            for unit, _ in ask(people_views.units)
            if ask(heads.candidates, unit.id)
        )

    @head.options
    def managers(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(heads.candidates, self.unit))

    @override
    def done(self, result: Unit, ask: Ask) -> Screen:
        return _looked_at(say("set-head-done", unit=translated(result.name)), result)


def _kind(unit: Unit) -> Wording:
    return say(f"unit-{unit.kind.value}")


def _provinces(ask: Ask, unit: int | None) -> tuple[Option, ...]:
    """Those of other units, by whose they are."""
    return tuple(Option(each, translated(each), group=translated(now)) for each, now in ask(coverage.of_others, unit))


def _looked_at(line: Wording, unit: Unit) -> Screen:
    return Screen(
        (line,), ((opens(translated(unit.name), "unit", unit=unit.id), opens(say("units-entry"), "units")), (HOME,))
    )


def _opens_with(label: Wording, form: str, unit: int) -> Button:
    answers: dict[str, Json] = {"unit": unit}
    return Button(label, Act("open", {"dialog": form, "args": {"answers": answers}}))


def _id(args: Args) -> int:
    value = args.get("unit")
    return value if isinstance(value, int) else 0
