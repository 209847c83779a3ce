"""Batches as they stand in a cell: A12、A13, A12/A13, A12:200 A13:300, A12(200), A12*200+A13*300, A12 200片 A13 300片."""

from __future__ import annotations

import re
from decimal import Decimal

from domain.base import quantities
from domain.base.nothing import says_nothing
from domain.imports.findings import Findings
from domain.orders.listing.columns import OrderColumn
from domain.orders.reading.batches import is_range
from domain.orders.recording import LONGEST_BATCH
from domain.orders.records import Batch

COLUMNS = (OrderColumn.BATCHES, OrderColumn.BATCH_2, OrderColumn.BATCH_3)
_BETWEEN = re.compile(r"[、,，;；|\n]+")
_ALSO_BETWEEN = re.compile(r"\s*[/+]\s*")
_COUNTED = re.compile(
    r"(?P<code>.+?)\s*[:*×(]\s*(?P<count>\d[\d,.]*\s*(?:k|w|千|万)?\s*(?:pcs|片|颗|只|个)?)\s*\)?", re.IGNORECASE
)
_COUNT = re.compile(r"\d[\d,.]*(?:k|w|千|万)?(?:pcs|片|颗|只|个)", re.IGNORECASE)


def read(found: Findings, quantity: int | None, most: int) -> tuple[Batch, ...]:
    """Those of all columns. With more than an order has, or where some are counted, each needs its pieces."""
    listed: dict[str, Batch] = {}
    for column in COLUMNS:
        for part in _parts(found.text(column)):
            batch = _batch(part)
            if not any(map(str.isalnum, batch.code)) or len(batch.code) > LONGEST_BATCH:
                found.wrong(column, "batch", hint=batch.code[:20])
            elif is_range(batch.code.casefold()):
                found.noted(column, "batch-range", hint=batch.code)
            listed.setdefault(batch.code.casefold(), batch)
    several = tuple(listed.values())
    _add_up(found, several, quantity, most)
    return several


def _add_up(found: Findings, several: tuple[Batch, ...], quantity: int | None, most: int) -> None:
    """To the row's pieces, whichever way these go."""
    counted = [each.quantity for each in several if each.quantity is not None]
    if quantity is None or not several or (not counted and len(several) <= most):
        return
    if not counted:
        found.wrong(OrderColumn.BATCHES, "batches", hint=str(most))
    elif len(counted) < len(several):
        without = "、".join(each.code for each in several if each.quantity is None)
        found.wrong(OrderColumn.BATCHES, "batches-some", hint=without[:60])
    elif sum(counted) != abs(quantity):
        found.wrong(OrderColumn.BATCHES, "batches-sum", hint=f"{sum(counted):,} ≠ {abs(quantity):,}")


def _batch(part: str) -> Batch:
    """A code, and perhaps how many pieces are of it."""
    counted = _COUNTED.fullmatch(part)
    pieces = _pieces(counted["count"]) if counted is not None else None
    return Batch(part) if counted is None or pieces is None else Batch(counted["code"].strip(), pieces)


def _pieces(written: str) -> int | None:
    value: Decimal | None = quantities.in_units(written, 1)
    return int(value) if value is not None and value >= 1 and value == value.to_integral_value() else None


def _parts(text: str) -> list[str]:
    found: list[str] = []
    for part in _BETWEEN.split(text.replace("：", ":").replace("（", "(").replace("）", ")")):
        for piece in _alike(_ALSO_BETWEEN.split(part.strip())) or [part]:
            found += _words(piece)
    return [each for each in found if each and not says_nothing(each)]


def _words(part: str) -> list[str]:
    """A12 A13 where each has a digit: a batch of its own; 200片 behind one is its pieces."""
    words = part.split()
    if len(words) < 2 or not all(any(map(str.isdigit, each)) for each in words):
        return [part.strip()]
    found: list[str] = []
    for each in words:
        if found and _COUNT.fullmatch(each) and ":" not in found[-1]:
            found[-1] = f"{found[-1]}:{each}"
        else:
            found.append(each)
    return found


def _alike(pieces: list[str]) -> list[str]:
    """What a stroke or a plus parts, where all of it looks like a batch: a code may have a stroke of its own."""
    codes = [counted["code"] if (counted := _COUNTED.fullmatch(each)) else each for each in pieces]
    shapes = {re.sub(r"\d+", "9", re.sub("[a-z]+", "a", each.casefold())) for each in codes}
    lengths = {len(each) for each in codes if each.isdigit()}
    alike = len(pieces) > 1 and len(shapes) == 1 and len(lengths) < 2 and all(any(map(str.isdigit, c)) for c in codes)
    return pieces if alike else []
