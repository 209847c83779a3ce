"""Figures as English tells them, where Chinese counts by ten thousands: functions that a sentence may use.

`{ PIECES($value) } a year` turns 65 万 into 650,000 a year, `CNY { YUAN($value) }` 5,000 万元 into CNY 50 million. Exactly
the number, never rounded; what is no number stays as it is. `{ MONTH($month) }` turns 11 into November, `{ MONEY($value, "¥") }`
-255.00 into -¥255.00.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import cast

from fluent.runtime.types import FluentType

TEN_THOUSAND = 10_000
_SCALES = (("billion", 10**9), ("million", 10**6))


def pieces(value: object) -> str:
    number = _number(value)
    return str(value) if number is None else _plain(number * TEN_THOUSAND)


def yuan(value: object) -> str:
    number = _number(value)
    if number is None:
        return str(value)
    amount = number * TEN_THOUSAND
    for name, scale in _SCALES:
        if scale <= abs(amount) < scale * 1000 and amount / scale == round(amount / scale, 3):
            return f"{_plain(amount / scale)} {name}"
    return _plain(amount)


def _number(value: object) -> Decimal | None:
    """Facts reach a sentence as the text that is shown: 5,000."""
    try:
        number = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _plain(number: Decimal) -> str:
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number.normalize():,f}"


_UNIT = re.compile(r"\s?[(（](?:万元|万/年|10k a year|10,000 yuan)[)）]$")


def label(text: object) -> str:
    """A label beside a value that says its unit itself: the unit stands there once."""
    return _UNIT.sub("", str(text))


MONTHS = tuple("January February March April May June July August September October November December".split())


def month(value: object) -> str:
    number = _number(value)
    return MONTHS[int(number) - 1] if number is not None and 1 <= number <= len(MONTHS) else str(value)


def money(value: object, sign: object) -> str:
    """The minus of what came back stands before the currency's sign."""
    amount = str(value)
    return f"-{sign}{amount[1:]}" if amount.startswith("-") else f"{sign}{amount}"


# the library's annotation knows its own types alone; it takes a text as well
FUNCTIONS = cast(
    "dict[str, Callable[..., FluentType]]",
    {"PIECES": pieces, "YUAN": yuan, "LABEL": label, "MONTH": month, "MONEY": money},
)
