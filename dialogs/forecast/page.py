"""订单预期: what will be ordered, by 标准, the naive mean and 校准 side by side; what a figure is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Page, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Arg, Button, Json, Row, Say, Screen, Wording, act, say
from dialogs.forecast.words import percent
from dialogs.shared.words import HOME, button, member, middle, numbered, opens, page_in, pages
from dialogs.statistics.words import span_word
from domain.base.errors import Refusal
from domain.forecast import accuracy_views, outlook
from domain.forecast.outlook import IN_TIME, Outlook, OutlookGroup, OutlookGrouping, OutlookQuestion, OutlookSum
from domain.forecast.records import HORIZON, Layer, shown
from domain.statistics import as_json, naming
from domain.statistics.records import EVERYTHING, Only
from domain.statistics.spans import Span

A_PAGE = 6
YUAN_ALONE = Decimal(1)
GROUPED_BY = {
    OutlookGrouping.MODEL: "model",
    OutlookGrouping.DOMAIN: "domain",
    OutlookGrouping.CUSTOMER: "customer",
    OutlookGrouping.AGENCY: "agency",
    OutlookGrouping.UNIT: "unit",
}


class Forecast(Page):
    name = "forecast"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = _question(args, ask.today)
        if args.get("choose") == "by":
            return _groupings(ask)
        if args.get("choose") == "span":
            return _spans(ask.today)
        try:
            found = ask(outlook.outlook, asked)
        except outlook.TooManyProjects as refusal:
            return _too_many(args, asked, refusal, ask)
        page = min(page_in(args), max(len(found.groups) - 1, 0) // A_PAGE)
        rows = found.groups[page * A_PAGE : (page + 1) * A_PAGE]
        lines = list(_head(found, ask))
        for place, each in enumerate(rows, page * A_PAGE + 1):
            lines.append(_row(place, each, found))
        keys = [_key(place, each, found.question) for place, each in enumerate(rows, page * A_PAGE + 1)]
        return Screen(tuple(lines), (*numbered(keys), *pages(page, A_PAGE, len(found.groups)), *_keys(found, ask)))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """The name of a customer, agency, unit, product domain or a model narrows what is shown."""
        if not isinstance(said, Typed):
            return None
        asked = _question(args, ask.today)
        found = ask(naming.named, said.text.split(), asked.only)
        if found.only == asked.only or found.unknown:
            return None
        return Show(_to_args(replace(asked, only=found.only)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        asked = _question(args, ask.today)
        match act.verb:
            case "page":
                return Show({**_to_args(asked), "page": page_in(act.args)})
            case "choose":
                return Show({**_to_args(asked), "choose": act.args.get("choose")})
            case "ask":
                return Show(_to_args(_question({**_to_args(asked), **act.args}, ask.today)))
            case "open_group":
                return Show(_to_args(_within(asked, act.args.get("key"), ask.today)))
            case "everything":
                return Show(_to_args(replace(asked, only=EVERYTHING, layer=None, grouping=OutlookGrouping.MODEL)))
            case _:
                return Show(_to_args(asked))


def _too_many(args: Args, asked: OutlookQuestion, refusal: Refusal, ask: Ask) -> Screen:
    """The agencies to choose from, the largest first."""
    agencies = list(ask(outlook.narrower))
    page = min(page_in(args), max(len(agencies) - 1, 0) // A_PAGE)
    lines: list[Wording] = [say("forecast-title", span=span_word(asked.span)), say_refusal(refusal)]
    keys = []
    for place, (agency, name, count) in enumerate(agencies[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1):
        lines.append(say("forecast-narrower", index=place, name=middle(name), projects=count))
        keys.append(Button(str(place), act("ask", agency=agency)))
    return Screen(tuple(lines), (*numbered(keys), *pages(page, A_PAGE, len(agencies)), (HOME,)))


def _question(args: Args, today: date) -> OutlookQuestion:
    """What the args don't say, or say as nonsense, is as at first: three months by model."""
    told = "since" in args
    span = as_json.span(args["since"], args.get("months"), today) if told else outlook.first_span(today)
    return OutlookQuestion(
        span=span,
        grouping=member(OutlookGrouping, args.get("by")) or OutlookGrouping.MODEL,
        layer=member(Layer, args.get("layer")),
        only=as_json.only(args),
    )


def _to_args(asked: OutlookQuestion) -> dict[str, Json]:
    told: dict[str, Json] = {
        "since": asked.span.first.isoformat(),
        "months": asked.span.months,
        "by": asked.grouping.value,
        "layer": asked.layer.value if asked.layer is not None else "",
    }
    return told | {name: value for name, value in asdict(asked.only).items() if value}


def _within(asked: OutlookQuestion, key: object, today: date) -> OutlookQuestion:
    """A figure opens to the projects that it is made of: those of its months, or its own."""
    opened = replace(asked, grouping=OutlookGrouping.PROJECT)
    if asked.grouping in IN_TIME:
        months = 1 if asked.grouping is OutlookGrouping.MONTH else 3
        told = _question({"since": str(key), "months": months}, today)
        return replace(opened, span=told.span)
    name = GROUPED_BY.get(asked.grouping)
    narrowed = as_json.only({name: key if isinstance(key, str | int) else None} if name is not None else {})
    told_only = {name: value for name, value in asdict(narrowed).items() if value}
    return replace(opened, only=Only(**{**asdict(asked.only), **told_only}))


def _head(found: Outlook, ask: Ask) -> Iterator[Wording]:
    asked, total = found.question, found.total
    yield say("forecast-title", span=span_word(asked.span))
    narrowed: list[Wording] = list(ask(naming.called, asked.only))
    if asked.layer is not None:
        narrowed.append(say(f"forecast-layer-{asked.layer.value}"))
    if narrowed:
        yield say("statistics-only", names=tuple(narrowed))
    if not found.groups:
        yield say("forecast-none")
        return
    yield _with_calibrated("forecast-total", found, total)
    if total.amount is not None and total.amount:
        yield say("forecast-amount", amount=total.amount.quantize(YUAN_ALONE, ROUND_HALF_UP))
    if asked.layer is None and len(found.layers) > 1:
        parts: tuple[Wording, ...] = tuple(
            say("forecast-layer", name=say(f"forecast-layer-{layer.value}"), pieces=shown(one.standard))
            for layer, one in found.layers.items()
        )
        yield say("forecast-layers", parts=parts)
    if not found.learned:
        yield say("forecast-few-cases")
    elif found.frozen is not None:
        yield say("forecast-frozen", day=found.frozen)
    yield from _record(ask)


def _record(ask: Ask) -> Iterator[Wording]:
    """How far off 标准 was, beside what it says now."""
    row = next(iter(ask(accuracy_views.accuracy, 1, None)), None)
    if row is None or row.standard.bias is None:
        yield say("forecast-unmeasured")
        return
    key = "forecast-bias-high" if row.standard.bias >= 0 else "forecast-bias-low"
    yield say(
        key,
        months=row.months,
        bias=percent(abs(row.standard.bias)),
        standard=percent(row.standard.wape),
        calibrated=percent(row.calibrated.wape),
        naive=percent(row.naive.wape),
    )


def _figures(one: OutlookSum) -> dict[str, Arg]:
    return {
        "standard": shown(one.standard),
        "calibrated": max(0, round(one.calibrated)),
        "naive": shown(one.naive),
        "volume": shown(one.volume),
        "projects": len(one.projects),
    }


def _with_calibrated(key: str, found: Outlook, one: OutlookSum, **more: Arg) -> Say:
    """Before there is enough to learn from, 校准 is 标准, and isn't said twice."""
    return say(key if found.learned else f"{key}-alone", **more, **_figures(one))


def _row(place: int, group: OutlookGroup, found: Outlook) -> Say:
    label = _label(group, found.question.grouping)
    if group.project is None or group.layer is None:
        return _with_calibrated("forecast-row", found, group.sum, index=place, name=label)
    runs = group.layer is Layer.RUN_RATE  # of others the stage says the layer
    facts: list[Wording] = [say("forecast-layer-running" if runs else f"stage-{group.project.stage.value}")]
    if group.sum.passed:
        facts.append(say("forecast-passed"))
    if group.start is not None and group.start > found.question.span.first:
        facts.append(say("forecast-from", day=group.start))
    return _with_calibrated("forecast-project", found, group.sum, index=place, name=label, facts=tuple(facts))


def _label(group: OutlookGroup, grouping: OutlookGrouping) -> Arg:
    if grouping in IN_TIME:
        first = date.fromisoformat(str(group.key))
        return span_word(Span(first, 1 if grouping is OutlookGrouping.MONTH else 3))
    return middle(group.name) if group.name else say("statistics-nameless")


def _key(place: int, group: OutlookGroup, asked: OutlookQuestion) -> Button:
    if group.project is not None:
        return opens(str(place), "project_timeline", project=group.project.id)
    return Button(str(place), act("open_group", key=group.key))


def _keys(found: Outlook, ask: Ask) -> Iterator[Row]:
    asked = found.question
    yield (
        Button(say("statistics-span-key"), act("choose", choose="span")),
        Button(say("statistics-by-key"), act("choose", choose="by")),
    )
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
    every = (button("statistics-everything-key", "everything"),) if asked.only != EVERYTHING or asked.layer else ()
    yield (*every, HOME)


def _groupings(ask: Ask) -> Screen:
    keys = [Button(_grouping(each), act("ask", by=each.value)) for each in ask(outlook.groupings)]
    return Screen((say("statistics-by-title"),), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))


def _grouping(grouping: OutlookGrouping) -> Say:
    return say("forecast-by-project") if grouping is OutlookGrouping.PROJECT else say(f"statistics-by-{grouping.value}")


def _spans(today: date) -> Screen:
    quarter = Span.quarter(today)
    this = Span.month(today)
    known = (
        ("statistics-span-month", this),
        ("forecast-span-next-month", this.moved(1)),
        ("statistics-span-quarter", Span(this.first, 3 - (today.month - 1) % 3)),
        ("forecast-span-next-quarter", quarter.moved(3)),
        ("forecast-span-three", outlook.first_span(today)),
        ("forecast-span-year", Span(this.first, HORIZON)),
    )
    keys = [Button(say(name), act("ask", since=span.first.isoformat(), months=span.months)) for name, span in known]
    return Screen((say("forecast-span-title"),), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))
