"""出货统计: figures of what was sold, by buttons or by a sentence; a group that is tapped opens what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Page, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Arg, Button, Row, Say, Screen, Wording, act, say
from dialogs.orders.fields import with_cents
from dialogs.shared.words import HOME, button, middle, numbered, opens, page_in, pages
from dialogs.statistics.asked import question, said, to_args, within
from domain.base.errors import Refusal
from domain.orders.rates import FEN
from domain.statistics import measuring, naming
from domain.statistics.measuring import Question, SalesFigures, SalesGroup
from domain.statistics.reading import Said, read
from domain.statistics.records import EVERYTHING, IN_TIME, Basis, Measure, SalesGrouping
from domain.statistics.spans import Span

A_PAGE = 6
LAST_MONTHS = 12
PERCENT = Decimal(1)


class Statistics(Page):
    name = "statistics"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = question(args, ask.today)
        if args.get("choose") == "by":
            return _groupings(asked, ask)
        if args.get("choose") == "span":
            return _spans(asked, ask)
        try:
            found = ask(measuring.figures, asked)
        except measuring.TooManyLines as refusal:
            return _too_many(asked, refusal)
        groups = list(found.groups)
        page = min(page_in(args), max(len(groups) - 1, 0) // A_PAGE)
        shown = groups[page * A_PAGE : (page + 1) * A_PAGE]
        lines = [*_head(found, ask), *_unknown(args)]
        if not any(each.there for each in groups):
            groups, shown = [], []
            lines.append(say("statistics-none"))
        lines += [_row(place, each, found) for place, each in enumerate(shown, page * A_PAGE + 1)]
        lines += list(_below(found))
        keys = [
            Button(str(place), act("open_group", key=each.key)) for place, each in enumerate(shown, page * A_PAGE + 1)
        ]
        rows = (*numbered(keys), *pages(page, A_PAGE, len(groups)), *_keys(found, args))
        return Screen(tuple(lines), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        asked = question(args, ask.today)
        match act.verb:
            case "page":
                return Show({**to_args(asked), "page": page_in(act.args)})
            case "choose":
                return Show({**to_args(asked), "choose": act.args.get("choose")})
            case "ask":
                return Show(to_args(question({**to_args(asked), **act.args}, ask.today)))
            case "open_group":
                opened = within(asked, act.args.get("key"))
                return Show(to_args(asked if opened is None else opened))
            case "everything":
                return Show(to_args(replace(asked, only=EVERYTHING, grouping=SalesGrouping.CUSTOMER)))
            case _:
                return Show(to_args(asked))

    @override
    def heard(self, args: Args, said_: Heard, ask: Ask) -> Turn | None:
        """A sentence changes what is shown: months, measure, grouping, whom; what it doesn't name stays."""
        if not isinstance(said_, Typed) or (told := read(said_.text, ask.today, at_figures=True)) is None:
            return None
        return answered(question(args, ask.today), told, ask)


def answered(asked: Question, told: Said, ask: Ask) -> Show:
    """What a sentence leads to; words that name nothing are told, and so is one that names several."""
    found = ask(naming.named, told.rest, asked.only)
    args = to_args(said(asked, told, found.only))
    if found.unknown:
        args["unknown"] = "、".join(found.unknown)[:60]
    if found.several is not None:
        word, candidates = found.several
        args["several"] = word[:30]
        args["candidates"] = [{"name": each.name, "args": to_args(said(asked, told, each.only))} for each in candidates]
    return Show(args)


def _head(found: SalesFigures, ask: Ask) -> Iterator[Wording]:
    asked, total = found.question, found.total
    yield say(
        "statistics-title", measure=_measure(asked.measure), span=_named_span(asked.span), by=_grouping(asked.grouping)
    )
    if names := ask(naming.called, asked.only):
        yield say("statistics-only", names=tuple(names))
    whole = "statistics-mean" if asked.measure is Measure.PRICE else "statistics-total"
    facts: list[Wording] = [say(whole, value=_value(total.value, asked.measure))]
    facts += _compared(total, asked.span.running(ask.today), whole=True)
    yield say("statistics-facts", facts=tuple(facts))


def _unknown(args: Args) -> Iterator[Wording]:
    if unknown := args.get("unknown"):
        yield say("statistics-unknown", words=str(unknown))
    if several := args.get("several"):
        yield say("statistics-several", word=str(several))


def _row(place: int, group: SalesGroup, found: SalesFigures) -> Say:
    asked = found.question
    label: Arg = _label(group, asked.grouping)
    facts: list[Wording] = []
    total = found.total.value
    if asked.grouping not in IN_TIME and asked.measure is not Measure.PRICE and total and group.value:
        facts.append(say("statistics-share", percent=_percent(group.value / total)))
    facts += _compared(group, running=False, whole=False)
    if group.falling:
        facts.append(say("statistics-falling"))
    value = _value(group.value, asked.measure)
    if not facts:
        return say("statistics-row", index=place, name=label, value=value)
    return say("statistics-row-facts", index=place, name=label, value=value, facts=tuple(facts))


def _label(group: SalesGroup, grouping: SalesGrouping) -> Arg:
    if grouping in IN_TIME:
        return _named_span(Span(date.fromisoformat(str(group.key)), 1 if grouping is SalesGrouping.MONTH else 3))
    return middle(group.name) if group.name else say("statistics-nameless")


def _compared(group: SalesGroup, running: bool, *, whole: bool) -> list[Wording]:
    """环比, and of the whole 同比 as well; of what isn't over the same days are compared."""
    facts: list[Wording] = []
    if (change := _change(group.value, group.before)) is not None:
        facts.append(say("statistics-before-so-far" if running else "statistics-before", change=change))
    if whole and (change := _change(group.value, group.year_ago)) is not None:
        facts.append(say("statistics-year-ago", change=change))
    return facts


def _change(value: Decimal | None, than: Decimal | None) -> str | None:
    if value is None or than is None or than <= 0:
        return None
    return f"{int(((value - than) / than * 100).quantize(PERCENT, ROUND_HALF_UP)):+d}%".replace("-", "−")


def _percent(share: Decimal) -> str:
    return f"{int((share * 100).quantize(PERCENT, ROUND_HALF_UP))}%"


def _below(found: SalesFigures) -> Iterator[Wording]:
    if found.newcomers and found.question.only.customer is None:
        yield say("statistics-newcomers", count=found.newcomers)
    if found.late:
        yield say("statistics-late", pieces=found.late)
    if found.unrated:
        currency, month = found.unrated[0]
        yield say("statistics-unrated", currency=currency, month=_named_span(Span.month(month)))
    if found.question.basis is Basis.SHIPPED:
        yield say("statistics-shipped")


def _keys(found: SalesFigures, args: Args) -> Iterator[Row]:
    asked = found.question
    yield from in_rows(list(_candidates(args)), 2)
    yield tuple(
        Button(_measure(each), act("ask", measure=each.value)) for each in found.measures if each is not asked.measure
    )
    yield (
        Button(say("statistics-earlier-key"), _moved(asked, -1)),
        Button(say("statistics-span-key"), act("choose", choose="span")),
        Button(say("statistics-later-key"), _moved(asked, 1)),
    )
    other = Basis.SHIPPED if asked.basis is Basis.ORDERED else Basis.ORDERED
    yield (
        Button(say("statistics-by-key"), act("choose", choose="by")),
        Button(say(f"statistics-{other.value}-key"), act("ask", basis=other.value)),
    )
    every = (button("statistics-everything-key", "everything"),) if asked.only != EVERYTHING else ()
    yield (opens(say("sales-key"), "sales"), opens(say("orders-day-entry"), "orders_day"))
    yield (*every, HOME)


def _candidates(args: Args) -> Iterator[Button]:
    given = args.get("candidates")
    for each in given if isinstance(given, list) else ():
        match each:
            case {"name": str(name), "args": dict(meant)}:
                yield Button(middle(name, 12), act("ask", **meant))
            case _:
                pass


def _moved(asked: Question, by: int) -> Act:
    return act("ask", since=asked.span.moved(by * asked.span.months).first.isoformat())


def _too_many(asked: Question, refusal: Refusal) -> Screen:
    title = say(
        "statistics-title", measure=_measure(asked.measure), span=_named_span(asked.span), by=_grouping(asked.grouping)
    )
    keys = (Button(say("statistics-span-key"), act("choose", choose="span")), HOME)
    return Screen((title, say_refusal(refusal)), (keys,))


def _groupings(asked: Question, ask: Ask) -> Screen:
    keys = [Button(_grouping(each), act("ask", by=each.value)) for each in ask(measuring.groupings)]
    return Screen((say("statistics-by-title"),), (*in_rows(keys, 2), (button("back-key", "up"), HOME)))


def _spans(asked: Question, ask: Ask) -> Screen:
    today = ask.today
    known = (
        ("month", Span.month(today)),
        ("last-month", Span.month(today).moved(-1)),
        ("quarter", Span.quarter(today)),
        ("last-quarter", Span.quarter(today).moved(-3)),
        ("year", Span.year(today)),
        ("last-year", Span.year(today).moved(-LAST_MONTHS)),
        ("last-months", Span.last(today, LAST_MONTHS)),
    )
    keys = [
        Button(say(f"statistics-span-{name}"), act("ask", since=span.first.isoformat(), months=span.months))
        for name, span in known
    ]
    lines = (say("statistics-span-title"), say("statistics-span-hint"))
    return Screen(lines, (*in_rows(keys, 2), (button("back-key", "up"), HOME)))


def _measure(measure: Measure) -> Say:
    return say(f"statistics-measure-{measure.value}")


def _grouping(grouping: SalesGrouping) -> Say:
    return say(f"statistics-by-{grouping.value}")


def _named_span(span: Span) -> Say:
    if span.months == 1:
        return say("statistics-of-month", year=str(span.first.year), month=span.first.month)
    if span.months == 3 and span.whole_quarters():
        return say("statistics-of-quarter", year=str(span.first.year), quarter=(span.first.month + 2) // 3)
    if span.months == 12 and span.first.month == 1:
        return say("statistics-of-year", year=str(span.first.year))
    end = span.end
    return say(
        "statistics-of-months",
        year=str(span.first.year),
        month=span.first.month,
        end_year=str(end.year),
        end=end.month,
    )


def _value(value: Decimal | None, measure: Measure) -> Say:
    """650,000 片 as 65 万片, 1,234,500 元 as 123.45 万元; a price to the fen, or as exact as it is."""
    if value is None:
        return say("statistics-no-value")
    match measure:
        case Measure.PIECES:
            return say("statistics-pieces", pieces=int(value))
        case Measure.AMOUNT:
            return say("statistics-yuan", amount=value.quantize(FEN, ROUND_HALF_UP))
        case Measure.PRICE:
            return say("statistics-price", price=with_cents(value))
