"""How figures and what they are asked are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from dialogs.core.screen import Say, Wording, say
from dialogs.orders.fields import with_cents
from dialogs.shared.words import middle
from domain.base.bilingual import translated
from domain.orders.rates import FEN
from domain.statistics.attaining import Attained
from domain.statistics.measuring import FiguresQuestion, SalesFigures, SalesGroup
from domain.statistics.records import IN_TIME, Basis, Measure, SalesGrouping
from domain.statistics.spans import Span

PERCENT: Final = Decimal(1)


def group_word(group: SalesGroup, grouping: SalesGrouping) -> Wording:
    if grouping in IN_TIME:
        return span_word(Span(date.fromisoformat(str(group.key)), 1 if grouping is SalesGrouping.MONTH else 3))
    return middle(group.name) if group.name else say("statistics-nameless")


def compared(group: SalesGroup, running: bool, *, whole: bool) -> list[Wording]:
    """环比, and of the whole 同比 as well; of what isn't over the same days are compared."""
    facts: list[Wording] = []
    if (change := changed_by(group.value, group.before)) is not None:
        facts.append(say("statistics-before-so-far" if running else "statistics-before", change=_signed(change)))
    if whole and (change := changed_by(group.value, group.year_ago)) is not None:
        facts.append(say("statistics-year-ago", change=_signed(change)))
    return facts


def changed_by(value: Decimal | None, than: Decimal | None) -> int | None:
    """Whole percent; None where there is nothing to compare with."""
    if value is None or than is None or than <= 0:
        return None
    return percent((value - than) / than)


def percent(share: Decimal) -> int:
    return int((share * 100).quantize(PERCENT, ROUND_HALF_UP))


def _signed(change: int) -> str:
    return f"{change:+d}%".replace("-", "−")


def measure_word(measure: Measure) -> Say:
    return say(f"statistics-measure-{measure.value}")


def grouping_word(grouping: SalesGrouping) -> Say:
    return say(f"statistics-by-{grouping.value}")


def span_word(span: Span) -> Say:
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


def value_word(value: Decimal | None, measure: Measure) -> Say:
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


def asked_words(asked: FiguresQuestion, names: Sequence[str]) -> Iterator[Wording]:
    """What is asked, and of whom; `names` are whom it is narrowed to."""
    yield say(
        "statistics-title",
        measure=measure_word(asked.measure),
        span=span_word(asked.span),
        by=grouping_word(asked.grouping),
    )
    if names:
        yield say("statistics-only", names=tuple(map(translated, names)))


def heading(found: SalesFigures, names: Sequence[str], today: date) -> Iterator[Wording]:
    """What is told, of whom, and how much it is in all; `names` are whom it is narrowed to."""
    asked, total = found.question, found.total
    yield from asked_words(asked, names)
    if found.withheld is not None:
        yield _withheld(found.withheld, asked)
    whole = "statistics-mean" if asked.measure is Measure.PRICE else "statistics-total"
    facts: list[Wording] = [say(whole, value=value_word(total.value, asked.measure))]
    facts += compared(total, asked.span.running(today), whole=True)
    yield say("statistics-facts", facts=tuple(facts))
    if total.attained is not None:
        yield attainment(total.attained, asked.measure)


def attainment(of: Attained, measure: Measure) -> Say:
    """目标 120 万片，完成 65%，还差 42 万片; where quarters have none yet, the target alone."""
    target = value_word(of.target, measure)
    if of.share is None or of.lacking is None:
        return say("statistics-target-alone", target=target, set=of.set, quarters=of.quarters)
    lacking = value_word(abs(of.lacking), measure)
    key = "statistics-target" if of.lacking > 0 else "statistics-target-met"
    return say(key, target=target, percent=percent(of.share), lacking=lacking)


def attained_word(of: Attained, measure: Measure) -> Say:
    if of.share is None:
        return say("statistics-aim", target=value_word(of.target, measure))
    return say("statistics-attained", percent=percent(of.share))


def _withheld(what: SalesGrouping | Measure, asked: FiguresQuestion) -> Say:
    if isinstance(what, Measure):
        return say("statistics-withheld-measure", measure=measure_word(what), instead=measure_word(asked.measure))
    whose = {SalesGrouping.UNIT: "-units", SalesGrouping.AGENCY: "-agencies", SalesGrouping.PERSON: ""}
    key = f"statistics-withheld{whose.get(what, '-here')}"
    return say(key, by=grouping_word(what), instead=grouping_word(asked.grouping))


def notes(found: SalesFigures) -> Iterator[Wording]:
    """What is to be known of the figures beside."""
    if found.newcomers and found.question.only.customer is None:
        yield say("statistics-newcomers", count=found.newcomers)
    if found.late:
        yield say("statistics-late", pieces=found.late)
    if found.unrated:
        yield say("statistics-unrated", which=tuple(_unrated(found.unrated)))
    if found.question.basis is Basis.SHIPPED:
        yield say("statistics-shipped")


def _unrated(lacking: Sequence[tuple[str, date]]) -> Iterator[Say]:
    """All of them; months that follow each other together."""
    runs: list[tuple[str, Span]] = []
    for currency, month in sorted(lacking):
        last, span = runs[-1] if runs else ("", Span(month, 0))
        if last == currency and span.moved(span.months).first == month:
            runs[-1] = (currency, Span(span.first, span.months + 1))
        else:
            runs.append((currency, Span(month, 1)))
    for currency, span in runs:
        yield say("statistics-unrated-one", currency=currency, span=span_word(span))
