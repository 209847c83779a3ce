"""目标差距: whether what was sold and what is expected reach the targets of this quarter and the next; a number opens whose it is."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Say, Screen, Wording, act, say
from dialogs.shared.words import BACK, HOME, middle, numbered, opens, page_in, pages
from dialogs.statistics.words import span_word
from domain.forecast import reaching
from domain.forecast.asking import within_reach
from domain.forecast.outlook import TooManyProjects
from domain.forecast.reaching import TargetReach
from domain.statistics import as_json
from domain.statistics.measuring import TooManyLines
from domain.statistics.records import Measure

A_PAGE = 6


class TargetGaps(Page):
    name = "target_gaps"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        lines: list[Wording] = [say("reach-title")]
        try:
            every = list(ask(reaching.reaching, as_json.only(args)))
        except (TooManyProjects, TooManyLines) as refusal:
            return Screen((*lines, say_refusal(refusal)), ((BACK, HOME),))
        lines += [_all(each) for each in every if each.aim is None]
        rows = [each for each in every if each.aim is not None]
        page = min(page_in(args), max(len(rows) - 1, 0) // A_PAGE)
        keys: list[Button] = []
        for place, each in enumerate(rows[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1):
            lines.append(say("reach-row", index=place, name=middle(each.name), told=_all(each)))
            keys.append(_opens(place, each, ask))
        if not every:
            lines.append(say("reach-none"))
        more = (opens(say("targets-entry"), "targets"), opens(say("forecast-entry"), "forecast"))
        return Screen(tuple(lines), (*numbered(keys), *pages(page, A_PAGE, len(rows)), more, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)})


def _all(of: TargetReach) -> Say:
    """⚠ Q4 还差 22 万片; target, sold and expected beneath"""
    facts = {
        "span": span_word(of.quarter),
        "target": _value(of.target, of.measure),
        "sold": _value(of.sold, of.measure),
        "expected": _value(of.expected, of.measure),
        "column": say("outlook-series-calibrated" if of.learned else "outlook-series-standard"),
        "lacking": _value(abs(of.lacking), of.measure),
    }
    return say("reach-short" if of.short else "reach-enough" if of.lacking <= 0 else "reach-nearly", **facts)


def _value(value: Decimal, measure: Measure) -> Say:
    return say(f"reach-{measure.value}", value=value.quantize(Decimal(1), ROUND_HALF_UP))


def _opens(place: int, of: TargetReach, ask: Ask) -> Button:
    """What is expected of them in that quarter. Of a person a forecast is narrowed, too."""
    assert of.aim is not None
    span = within_reach(of.quarter, ask.today)
    narrowed = {of.aim.of.value: of.aim.id}
    args: dict[str, Json] = {"since": span.first.isoformat(), "months": span.months, "by": "project", **narrowed}
    return Button(str(place), act("open", dialog="forecast", args=args))
