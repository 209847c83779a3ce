"""How the forecast and what it is asked are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from dialogs.core.screen import Arg, Say, Wording, say
from dialogs.shared.words import middle
from dialogs.statistics.words import span_word
from domain.base.bilingual import translated
from domain.forecast.accuracy_views import AccuracyRow
from domain.forecast.asking import IN_TIME, OutlookGrouping, OutlookQuestion
from domain.forecast.outlook import Outlook, OutlookGroup, OutlookSum
from domain.forecast.records import shown
from domain.statistics.spans import Span

YUAN_ALONE: Final = Decimal(1)


def percent(share: float | None) -> Arg:
    """14%, of nothing —."""
    return say("statistics-no-value") if share is None else f"{round(share * 100)}%"


def signed_percent(share: float | None) -> Arg:
    """+14%, −3%."""
    return say("statistics-no-value") if share is None else f"{round(share * 100):+d}%".replace("-", "−")


def grouping_word(grouping: OutlookGrouping) -> Say:
    return say("forecast-by-project") if grouping is OutlookGrouping.PROJECT else say(f"statistics-by-{grouping.value}")


def group_word(group: OutlookGroup, grouping: OutlookGrouping) -> Wording:
    if grouping in IN_TIME:
        first = date.fromisoformat(str(group.key))
        return span_word(Span(first, 1 if grouping is OutlookGrouping.MONTH else 3))
    return middle(group.name) if group.name else say("statistics-nameless")


def calibrated(one: OutlookSum) -> int:
    """Pieces, as they are shown."""
    return max(0, round(one.calibrated))


def figures(one: OutlookSum) -> dict[str, Arg]:
    return {
        "standard": shown(one.standard),
        "calibrated": calibrated(one),
        "naive": shown(one.naive),
        "volume": shown(one.volume),
        "projects": len(one.projects),
    }


def with_calibrated(key: str, found: Outlook, one: OutlookSum, **more: Arg) -> Say:
    """Before there is enough to learn from, 校准 is 标准, and isn't said twice."""
    return say(key if found.learned else f"{key}-alone", **more, **figures(one))


def asked_words(asked: OutlookQuestion, names: Sequence[Wording]) -> Iterator[Wording]:
    """What is asked, and of whom; `names` are whom it is narrowed to."""
    yield say("forecast-title", span=span_word(asked.span))
    narrowed = [*map(told, names), *([say(f"forecast-layer-{asked.layer.value}")] if asked.layer is not None else [])]
    if narrowed:
        yield say("statistics-only", names=tuple(narrowed))


def told(name: Wording) -> Wording:
    return translated(name) if isinstance(name, str) else name


def heading(found: Outlook, names: Sequence[Wording], record: AccuracyRow | None) -> Iterator[Wording]:
    """What is expected in all, what it stands on, how far off such figures were (`record`); `names` are whom it is narrowed to."""
    asked, total = found.question, found.total
    yield from asked_words(asked, names)
    if not total.there:
        yield say("forecast-none")
        return
    yield with_calibrated("forecast-total", found, total)
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
    yield told_record(record)


def told_record(row: AccuracyRow | None) -> Say:
    """How far off 标准 was, beside what it says now."""
    if row is None or row.standard.bias is None:
        return say("forecast-unmeasured")
    return say(
        "forecast-bias-high" if row.standard.bias >= 0 else "forecast-bias-low",
        months=row.months,
        bias=percent(abs(row.standard.bias)),
        standard=percent(row.standard.wape),
        calibrated=percent(row.calibrated.wape),
        naive=percent(row.naive.wape),
    )
