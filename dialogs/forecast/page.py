"""订单预期: what will be ordered, by 标准, the naive mean and 校准 side by side; what a figure is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Say, Screen, Wording, act, say
from dialogs.forecast.choosing import changes, chooses
from dialogs.forecast.words import group_word, heading, with_calibrated
from dialogs.shared.deeper import back_to, deeper, way_back
from dialogs.shared.words import HOME, button, middle, numbered, opens, page_in, pages
from dialogs.statistics.doubts import candidates, doubts, doubts_of
from dialogs.statistics.words import span_word
from domain.base.calendar import add_months
from domain.base.errors import Refusal
from domain.forecast import accuracy_views, outlook
from domain.forecast import exporting as exporting_outlook
from domain.forecast.asking import OutlookGrouping, OutlookQuestion, is_forecast, opened, question, to_json
from domain.forecast.outlook import Outlook, OutlookGroup
from domain.forecast.reading import OutlookSaid, read
from domain.forecast.records import HORIZON, Layer, month_of
from domain.jobs.records import Job
from domain.statistics import naming
from domain.statistics.reading import is_time
from domain.statistics.records import EVERYTHING, Only
from domain.statistics.spans import Span

A_PAGE = 6


class Forecast(Page):
    name = "forecast"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = question(args, ask.today)
        if (choice := chooses(args, ask)) is not None:
            return choice
        try:
            found = ask(outlook.outlook, asked)
        except outlook.TooManyProjects as refusal:
            return _too_many(args, asked, refusal, ask)
        page = min(page_in(args), max(len(found.groups) - 1, 0) // A_PAGE)
        rows = found.groups[page * A_PAGE : (page + 1) * A_PAGE]
        record = next(iter(ask(accuracy_views.accuracy, 1, None)), None)
        lines = [*heading(found, ask(naming.called, asked.only), record), *doubts(args)]
        if args.get("outside") is True:
            lines.append(say("forecast-outside", last=span_word(Span.month(_last(ask)))))
        for place, each in enumerate(rows, page * A_PAGE + 1):
            lines.append(_row(place, each, found))
        keys = [_key(place, each) for place, each in enumerate(rows, page * A_PAGE + 1)]
        more = (*numbered(keys), *pages(page, A_PAGE, len(found.groups)), *_keys(found, args, ask))
        return Screen(tuple(lines), more)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """A sentence changes what is shown, so does the name of a customer, agency, unit, product domain or a model; what isn't said
        stays. Of a time that isn't forecast those that are are told."""
        if not isinstance(said, Typed):
            return None
        asked = question(args, ask.today)
        if (told := read(said.text, ask.today, at_outlook=True)) is not None:
            return answered(asked, told, ask)
        if is_time(said.text, ask.today):
            return Show(
                notice=(
                    say(
                        "forecast-other-time",
                        said=said.line,
                        last=span_word(Span.month(_last(ask))),
                    ),
                )
            )
        found = ask(naming.named, said.text.split(), asked.only)
        if found.only == asked.only or found.unknown:
            return None
        return Show(to_json(replace(asked, only=found.only)))

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
            case "open_group":
                inside = opened(asked, act.args.get("key"), ask.today)
                return Show(deeper({**here, "page": page_in(args)}, to_json(inside)))
            case "back":
                return Show(back_to(args))
            case "draw":
                return Run(exporting_outlook.DrawOutlook(question=asked))
            case "export":
                return Run(exporting_outlook.ExportOutlook(question=asked))
            case "everything":
                return Show(to_json(replace(asked, only=EVERYTHING, layer=None, grouping=OutlookGrouping.MODEL)))
            case _:
                return Show(here)

    @override
    def after(self, args: Args, result: Job, ask: Ask) -> Turn:
        return Show(toast=say(f"{result.kind.replace('_', '-')}-begun"))


def answered(asked: OutlookQuestion, told: OutlookSaid, ask: Ask) -> Show:
    """What a sentence leads to; words that name nothing are told, and so is one that names several, and a time that isn't forecast."""
    found = ask(naming.named, told.rest, asked.only)
    outside = told.span is not None and not is_forecast(told.span, ask.today)

    def about(only: Only) -> OutlookQuestion:
        span = told.span if told.span is not None and not outside else asked.span
        return replace(asked, span=span, grouping=told.grouping or asked.grouping, only=only)

    args = to_json(about(found.only)) | doubts_of(found, lambda only: to_json(about(only)))
    return Show(args | {"outside": True} if outside else args)


def _last(ask: Ask) -> date:
    """The last month that is forecast."""
    return add_months(month_of(ask.today), HORIZON - 1)


def _too_many(args: Args, asked: OutlookQuestion, refusal: Refusal, ask: Ask) -> Screen:
    """The agencies to choose from, the largest first. The whole comes as a picture or a file, for which nobody waits."""
    agencies = list(ask(outlook.narrower))
    page = min(page_in(args), max(len(agencies) - 1, 0) // A_PAGE)
    title = say("forecast-title", span=span_word(asked.span))
    lines: list[Wording] = [title, say_refusal(refusal), say("forecast-too-many-away")]
    keys = []
    for place, (agency, name, count) in enumerate(agencies[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1):
        lines.append(say("forecast-narrower", index=place, name=middle(name), projects=count))
        keys.append(Button(str(place), act("ask", agency=agency)))
    return Screen(tuple(lines), (*numbered(keys), *pages(page, A_PAGE, len(agencies)), _AWAY, changes(), (HOME,)))


_AWAY: Row = (button("figures-picture-key", "draw"), button("export-key", "export"))


def _row(place: int, group: OutlookGroup, found: Outlook) -> Say:
    label = group_word(group, found.question.grouping)
    if group.project is None or group.layer is None:
        return with_calibrated("forecast-row", found, group.sum, index=place, name=label)
    runs = group.layer is Layer.RUN_RATE  # of others the stage says the layer
    facts: list[Wording] = [say("forecast-layer-running" if runs else f"stage-{group.project.stage.value}")]
    if group.sum.passed:
        facts.append(say("forecast-passed"))
    if group.start is not None and group.start > found.question.span.first:
        facts.append(say("forecast-from", day=group.start))
    return with_calibrated("forecast-project", found, group.sum, index=place, name=label, facts=tuple(facts))


def _key(place: int, group: OutlookGroup) -> Button:
    if group.project is not None:
        return opens(str(place), "project_timeline", project=group.project.id)
    return Button(str(place), act("open_group", key=group.key))


def _keys(found: Outlook, args: Args, ask: Ask) -> Iterator[Row]:
    asked = found.question
    yield from in_rows(list(candidates(args)), 2)
    if found.total.there:
        yield _AWAY
    yield changes()
    if asked.grouping is not OutlookGrouping.PROJECT and found.groups:
        yield (Button(say("forecast-projects-key"), act("ask", by=OutlookGrouping.PROJECT.value)),)
    if asked.layer is None and len(found.layers) > 1:
        yield tuple(
            Button(say(f"forecast-layer-{layer.value}"), act("ask", layer=layer.value)) for layer in found.layers
        )
    narrowed = {name: value for name, value in asdict(asked.only).items() if value}
    more = [opens(say("gaps-key"), "forecast_gaps", **narrowed)]
    if ask(accuracy_views.sees_accuracy):
        more.append(opens(say("accuracy-key"), "forecast_accuracy"))
    yield tuple(more)
    back = (button("back-key", "back"),) if way_back(args) else ()
    every = (button("statistics-everything-key", "everything"),) if asked.only != EVERYTHING or asked.layer else ()
    yield (*back, *every, HOME)
