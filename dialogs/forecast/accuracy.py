"""预期准确度: how far off forecasts were, by model, agency, unit or person."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Say, Screen, Wording, act, say
from dialogs.forecast.words import percent, signed_percent
from dialogs.shared.words import BACK, HOME, evenly, member, middle, page_in, pages
from domain.forecast import accuracy_views
from domain.forecast.accuracy_views import HORIZONS, AccuracyRow
from domain.statistics.records import SalesGrouping

A_PAGE = 5


class ForecastAccuracy(Page):
    name = "forecast_accuracy"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        by = member(SalesGrouping, args.get("by"))
        by = by if by in ask(accuracy_views.accuracy_groupings) else SalesGrouping.MODEL
        assert by is not None
        horizon = next((each for each in HORIZONS if each == args.get("horizon")), HORIZONS[0])
        whole = list(ask(accuracy_views.accuracy, horizon, None))
        rows = list(ask(accuracy_views.accuracy, horizon, by)) if whole else []
        page = min(page_in(args), max(len(rows) - 1, 0) // A_PAGE)
        lines: list[Wording] = [say("accuracy-title", horizon=horizon, by=say(f"statistics-by-{by.value}"))]
        if whole:
            lines += [say("accuracy-months", months=whole[0].months), _row(say("accuracy-total"), whole[0])]
        else:
            lines.append(say("forecast-unmeasured"))
        for place, each in enumerate(rows[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1):
            lines.append(_row(f"{place}. {middle(each.name)}", each))
        if rows:
            lines.append(say("accuracy-hint"))
        others = [
            Button(say(f"statistics-by-{each.value}"), act("ask", by=each.value, horizon=horizon))
            for each in ask(accuracy_views.accuracy_groupings)
            if each is not by
        ]
        ahead = [
            Button(say("accuracy-ahead-key", horizon=each), act("ask", by=by.value, horizon=each))
            for each in HORIZONS
            if each != horizon
        ]
        return Screen(tuple(lines), (*pages(page, A_PAGE, len(rows)), *evenly([*others, *ahead]), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "page":
            return Show({**args, "page": page_in(act.args)})
        return Show({"by": act.args.get("by"), "horizon": act.args.get("horizon")})


def _row(name: Wording, row: AccuracyRow) -> Say:
    return say(
        "accuracy-row",
        name=name,
        standard=percent(row.standard.wape),
        calibrated=percent(row.calibrated.wape),
        naive=percent(row.naive.wape),
        bias=signed_percent(row.standard.bias),
        gain=signed_percent(row.calibrated.gain(row.naive)),
    )
