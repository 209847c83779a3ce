"""预期缺口: where expectations and orders don't fit; a number opens the customer."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Say, Screen, Wording, act, say
from dialogs.shared.words import BACK, HOME, evenly, member, middle, numbered, opens, page_in, pages
from domain.forecast import gaps
from domain.forecast.gaps import Gap, GapKind
from domain.forecast.outlook import TooManyProjects
from domain.statistics import as_json

A_PAGE = 6


class ForecastGaps(Page):
    name = "forecast_gaps"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        try:
            every = list(ask(gaps.gaps, as_json.only(args)))
        except TooManyProjects as refusal:
            return Screen((say("gaps-title-alone"), say_refusal(refusal)), ((BACK, HOME),))
        kind = member(GapKind, args.get("kind"))
        found = [each for each in every if kind in (None, each.kind)]
        page = min(page_in(args), max(len(found) - 1, 0) // A_PAGE)
        lines: list[Wording] = [say("gaps-title", count=len(found))]
        if kind is not None:
            lines.append(say("statistics-only", names=(say(f"gaps-{kind.value}"),)))
        if not found:
            lines.append(say("gaps-none"))
        keys = []
        for place, each in enumerate(found[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1):
            lines.append(_row(place, each, ask))
            keys.append(opens(str(place), "customer", customer=each.prospect.customer_id))
        counts = Counter(each.kind for each in every)
        kinds = [
            Button(
                say("gaps-kind-key", name=say(f"gaps-{each.value}"), count=counts[each]), act("ask", kind=each.value)
            )
            for each in GapKind
            if counts[each] and each is not kind
        ]
        whole = [Button(say("statistics-everything-key"), act("ask", kind=""))] if kind is not None else []
        narrowed = {name: value for name, value in asdict(as_json.only(args)).items() if value}
        more = (*evenly([*kinds, *whole], 2), (opens(say("reach-key"), "target_gaps", **narrowed),))
        rows = (*numbered(keys), *pages(page, A_PAGE, len(found)), *more, (BACK, HOME))
        return Screen(tuple(lines), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "page":
            return Show({**args, "page": page_in(act.args)})
        return Show({**args, "kind": act.args.get("kind"), "page": 0})


def _row(place: int, gap: Gap, ask: Ask) -> Say:
    told = gap.prospect
    why = say("gaps-why-never") if gap.days is None else say(f"gaps-why-{gap.kind.value}", days=gap.days)
    return say(
        "gaps-row",
        index=place,
        customer=middle(ask(gaps.customer_of, told)),
        project=told.name,
        why=why,
        yearly=told.yearly,
    )
