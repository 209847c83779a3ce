"""出货统计: figures of what was sold, by buttons or by a sentence; a group that is tapped opens what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Say, Screen, Wording, act, say
from dialogs.shared.deeper import back_to, deeper, way_back
from dialogs.shared.words import HOME, button, numbered, opens, page_in, pages
from dialogs.statistics.asked import aim_args, said, within
from dialogs.statistics.choosing import changes, chooses
from dialogs.statistics.doubts import candidates, doubts, doubts_of
from dialogs.statistics.open_choice import TO_SPANS
from dialogs.statistics.words import (
    attained_word,
    compared,
    group_word,
    grouping_word,
    heading,
    measure_word,
    notes,
    percent,
    span_word,
    value_word,
)
from domain.base.errors import Refusal
from domain.forecast import reading as reading_forecasts
from domain.jobs.records import Job
from domain.statistics import exporting as exporting_figures
from domain.statistics import measuring, naming, targets
from domain.statistics.as_json import question, to_json
from domain.statistics.measuring import FiguresQuestion, SalesFigures, SalesGroup
from domain.statistics.reading import Said, is_time, read
from domain.statistics.records import EVERYTHING, IN_TIME, Measure, Only, Part, SalesGrouping
from domain.statistics.spans import Span

A_PAGE = 6


class Statistics(Page):
    name = "statistics"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = question(args, ask.today)
        if (choice := chooses(args, ask)) is not None:
            return choice
        try:
            found = _page_of(asked, page_in(args), ask)
        except measuring.TooManyLines as refusal:
            return _too_many(asked, refusal)
        page = _last(found, page_in(args))
        shown, count = list(found.groups), found.count
        lines = [*heading(found, ask(naming.called, asked.only), ask.today), *doubts(args)]
        if args.get("aimed") is True and not any(each.attained for each in (found.total, *found.groups)):
            lines.append(say("statistics-no-target"))
        if not found.total.there:
            shown, count = [], 0
            lines.append(say("statistics-none"))
        lines += [_row(place, each, found) for place, each in enumerate(shown, page * A_PAGE + 1)]
        lines += list(notes(found))
        keys = [
            Button(str(place), act("open_group", key=each.key)) for place, each in enumerate(shown, page * A_PAGE + 1)
        ]
        rows = (*numbered(keys), *pages(page, A_PAGE, count), *_keys(found, args))
        return Screen(tuple(lines), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        asked = question(args, ask.today)
        here: dict[str, Json] = {**to_json(asked), **way_back(args)}
        match act.verb:
            case "page":
                return Show({**here, "page": page_in(act.args)})
            case "choose":
                return Show({**here, "choose": act.args.get("choose")})
            case "ask":
                return Show({**to_json(question({**here, **act.args}, ask.today)), **way_back(args)})
            case "draw":
                return Run(exporting_figures.DrawFigures(question=asked))
            case "export":
                return Run(exporting_figures.ExportFigures(question=asked))
            case "open_group":
                opened = within(asked, act.args.get("key"))
                return Show(here if opened is None else deeper({**here, "page": page_in(args)}, to_json(opened)))
            case "back":
                return Show(back_to(args))
            case "everything":
                return Show(to_json(replace(asked, only=EVERYTHING, grouping=SalesGrouping.CUSTOMER)))
            case _:
                return Show(here)

    @override
    def after(self, args: Args, result: Job, ask: Ask) -> Turn:
        return Show(toast=say(f"{result.kind.replace('_', '-')}-begun"))

    @override
    def heard(self, args: Args, said_: Heard, ask: Ask) -> Turn | None:
        """A sentence changes what is shown: months, measure, grouping, whom; what it doesn't name stays. Of a time that figures
        don't know those that they know are told."""
        if not isinstance(said_, Typed) or reading_forecasts.read(said_.text, ask.today) is not None:
            return None
        if (told := read(said_.text, ask.today, at_figures=True)) is not None:
            return answered(question(args, ask.today), told, ask)
        if is_time(said_.text, ask.today):
            return Show(notice=(say("statistics-other-time", said=said_.line),))
        return None


def answered(asked: FiguresQuestion, told: Said, ask: Ask) -> Show:
    """What a sentence leads to; words that name nothing are told, and so is one that names several."""
    found = ask(naming.named, told.rest, asked.only)
    args = to_json(said(_aimed(asked, told, found.only, ask), told, found.only))
    if told.target:
        args["aimed"] = True
    return Show(args | doubts_of(found, lambda only: to_json(said(asked, told, only))))


def _aimed(asked: FiguresQuestion, told: Said, only: Only, ask: Ask) -> FiguresQuestion:
    """A target that is asked for without a measure is told by that which it has."""
    if not told.target or told.measure is not None:
        return asked
    return replace(asked, measure=ask(targets.measured, only, said(asked, told, only).span))


def _page_of(asked: FiguresQuestion, page: int, ask: Ask) -> SalesFigures:
    """Of a page that there isn't, the last one."""
    found = ask(measuring.figures, asked, Part(page * A_PAGE, A_PAGE))
    last = _last(found, page)
    return found if last == page else ask(measuring.figures, asked, Part(last * A_PAGE, A_PAGE))


def _last(found: SalesFigures, page: int) -> int:
    return min(page, max(found.count - 1, 0) // A_PAGE)


def _row(place: int, group: SalesGroup, found: SalesFigures) -> Say:
    asked = found.question
    label = group_word(group, asked.grouping)
    facts: list[Wording] = []
    total = found.total.value
    if asked.grouping not in IN_TIME and asked.measure is not Measure.PRICE and total and group.value:
        facts.append(say("statistics-share", percent=f"{percent(group.value / total)}%"))
    facts += compared(group, running=False, whole=False)
    if group.attained is not None:
        facts.append(attained_word(group.attained, asked.measure))
    if group.falling:
        facts.append(say("statistics-falling"))
    value = value_word(group.value, asked.measure)
    if not facts:
        return say("statistics-row", index=place, name=label, value=value)
    return say("statistics-row-facts", index=place, name=label, value=value, facts=tuple(facts))


def _keys(found: SalesFigures, args: Args) -> Iterator[Row]:
    asked = found.question
    yield from in_rows(list(candidates(args)), 2)
    if found.total.there:
        yield (button("figures-picture-key", "draw"), button("export-key", "export"))
    yield from changes(asked, found.measures)
    every = (button("statistics-everything-key", "everything"),) if asked.only != EVERYTHING else ()
    yield (opens(say("sales-key"), "sales"), opens(say("orders-day-entry"), "orders_day"), _targets(asked))
    back = (button("back-key", "back"),) if way_back(args) else ()
    yield (*back, *every, HOME)


def _targets(asked: FiguresQuestion) -> Button:
    """Of whom it is narrowed to, in the quarter that is shown."""
    whose = aim_args(asked.only)
    return opens(say("targets-entry"), "targets", quarter=Span.quarter(asked.span.first).first.isoformat(), **whose)


def _too_many(asked: FiguresQuestion, refusal: Refusal) -> Screen:
    title = say(
        "statistics-title",
        measure=measure_word(asked.measure),
        span=span_word(asked.span),
        by=grouping_word(asked.grouping),
    )
    return Screen((title, say_refusal(refusal)), ((TO_SPANS, HOME),))
