"""目标: what a unit, an agency, a salesperson is to sell in a quarter; from each to those who belong there; and the form that sets one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from typing_extensions import override

from dialogs.core.amounts import Money, Number
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.core.verdicts import Mend, Stop
from dialogs.shared.words import BACK, HOME, member, middle, numbered, opens, page_in, pages
from dialogs.statistics.words import measure_word, span_word, value_word
from domain.base.rights import Action
from domain.statistics import targets
from domain.statistics.as_json import is_id
from domain.statistics.records import Measure, Part
from domain.statistics.spans import Span
from domain.statistics.target_records import Aim, TargetOf
from domain.statistics.targets import AimRow, TargetPage

A_PAGE = 6
QUARTER = 3
PIECES = ("片", "颗", "只", "个", "pcs", "pieces")


class SalesTargets(Page):
    name = "targets"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        quarter, page = _quarter(args, ask.today), page_in(args)
        found = ask(targets.page, _aim(args), quarter, Part(page * A_PAGE, A_PAGE))
        lines: list[Wording] = [say("targets-title", span=span_word(Span(quarter, QUARTER)))]
        if found.top is not None:
            lines.append(_told("targets-top", found.top))
        lines += [_told("targets-row", each, index=place) for place, each in enumerate(found.rows, page * A_PAGE + 1)]
        lines += [_change(each) for each in found.changes]
        keys = [_opens(str(place), each.aim, quarter) for place, each in enumerate(found.rows, page * A_PAGE + 1)]
        rows = (*numbered(keys), *pages(page, A_PAGE, found.count), *_keys(found))
        return Screen(tuple(lines), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        kept = {name: args[name] for name in ("of", "subject") if name in args}
        quarter = _quarter(act.args if act.verb == "quarter" else args, ask.today)
        page = page_in(act.args) if act.verb == "page" else 0
        return Show({**kept, "quarter": quarter.isoformat(), "page": page})


def _keys(found: TargetPage) -> Sequence[Row]:
    this = Span(found.quarter, QUARTER)
    sets: Row = ()
    if found.top is not None and found.may_set:
        sets = (_sets(found.top.aim, found.quarter),)
    moved = tuple(
        Button(say(key), act("quarter", quarter=this.moved(by).first.isoformat()))
        for key, by in (("statistics-earlier-key", -QUARTER), ("statistics-later-key", QUARTER))
    )
    return (*((sets,) if sets else ()), moved, (BACK, HOME))


def _sets(aim: Aim, quarter: date) -> Button:
    key = say("set-target-key")
    return opens(key, SetTarget.declared.name, of=aim.of.value, subject=aim.id, quarter=quarter.isoformat())


def _opens(label: Wording, aim: Aim, quarter: date) -> Button:
    return opens(label, SalesTargets.name, of=aim.of.value, subject=aim.id, quarter=quarter.isoformat())


def _told(key: str, row: AimRow, **more: int) -> Wording:
    return say(key, name=middle(row.name), values=_values(row.targets), **more)


def _values(several: Mapping[Measure, Decimal]) -> Wording | tuple[Wording, ...]:
    if not several:
        return say("targets-none")
    return tuple(value_word(value, measure) for measure, value in several.items())


def _change(each: targets.TargetChange) -> Wording:
    return say(
        "targets-change",
        at=each.at,
        by=each.by,
        before=value_word(each.before, each.measure) if each.before else say("targets-none"),
        value=value_word(each.value, each.measure) if each.value else say("targets-none"),
    )


def _aim(args: Args) -> Aim | None:
    of, subject = member(TargetOf, args.get("of")), args.get("subject")
    return Aim(of, subject) if of is not None and is_id(subject) else None


def _quarter(args: Mapping[str, object], today: date) -> date:
    """Nonsense is this quarter."""
    try:
        day = date.fromisoformat(str(args.get("quarter")))
    except ValueError:
        day = today
    return Span.quarter(day if 2000 <= day.year < 2100 else today).first


class SetTarget(Form[targets.SetTarget], name="set_target"):
    right = Action.SET_TARGETS
    of = source("of", TargetOf)
    subject = source("subject", int)
    quarter = source("quarter", date.fromisoformat)
    measure = Choice(load=Measure)
    pieces = Number(unit="target-pieces", words=PIECES, at_least=0, decimals=0, examples=("50万", "120000")).when(
        lambda form: form.measure is Measure.PIECES
    )
    yuan = Money(at_least=0, examples=("300万", "1200000")).when(lambda form: form.measure is Measure.AMOUNT)

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        ask(targets.to_set, _aim(args))
        return {**args, "quarter": _quarter(args, ask.today).isoformat()}

    @measure.options
    def measures(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each.value, measure_word(each)) for each in ask(targets.aimed))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        found = ask(targets.page, Aim(self.of, self.subject), self.quarter, Part(0, 0))
        span = span_word(Span(self.quarter, QUARTER))
        return (say("set-target-why", span=span), *((_told("targets-top", found.top),) if found.top else ()))

    @override
    def done(self, result: targets.TargetSet, ask: Ask) -> Screen:
        measure = Measure(result.measure)
        value = value_word(result.value, measure) if result.value else say("targets-none")
        told = say("set-target-done", span=span_word(Span(result.quarter, QUARTER)), value=value)
        aim = Aim(TargetOf(result.of), result.subject)
        return Screen((told,), ((_opens(say("targets-entry"), aim, result.quarter),), (HOME,)))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case targets.TargetOutside() | targets.SameTarget():
                field = "pieces" if self.measure is Measure.PIECES else "yuan"
                return Mend(field, say_refusal(refusal))
            case targets.QuarterOutside():
                return Stop(Screen((say_refusal(refusal),), ((HOME,),)))
            case _:
                return None
