"""Figures as English tells them, where Chinese counts by ten thousands: functions that a sentence may use.

`{ PIECES($value) } a year` turns 65 万 into 650,000 a year, `CNY { YUAN($value) }` 5,000 万元 into CNY 50 million. Exactly
the number, never rounded; what is no number stays as it is. `{ MONTH($month) }` turns 11 into November, `{ MONEY($value, "¥") }`
-255.00 into -¥255.00. `{ WAN($value) }` and `{ SHORT($value) }` alone tell about how much it is: 12.4 万, 124k.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
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


_UNIT = re.compile(r"\s?[(（](?:万元|万/年|pieces a year|yuan)[)）]$")


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


def wan(value: object) -> str:
    """About so much, in three figures, as Chinese tells it with a blank behind a number alone: `5,000 `, `12.4 万`, `1.2 亿`."""
    return _about(value, ((" 亿", 10**8), (" 万", 10**4))) or str(value)


def short(value: object) -> str:
    """The same in English: 5,000, 12.4k, 1.2M."""
    return (_about(value, (("bn", 10**9), ("M", 10**6), ("k", 10**3))) or str(value)).rstrip()


def _about(value: object, scales: Sequence[tuple[str, int]]) -> str | None:
    if (number := _number(value)) is None:
        return None
    sign, size = ("−" if number < 0 else ""), abs(number)
    if size >= TEN_THOUSAND:
        rounded = _in_three(size)
        name, scale = next((each for each in scales if rounded >= each[1]), ("", 1))
        return f"{sign}{_plain(rounded / scale)}{name}"
    return f"{sign}{size.quantize(Decimal(1), ROUND_HALF_UP):,f} "


def _in_three(size: Decimal) -> Decimal:
    return size.quantize(Decimal(1).scaleb(size.adjusted() - 2), ROUND_HALF_UP)


# the library's annotation knows its own types alone; it takes a text as well
FUNCTIONS = cast(
    "dict[str, Callable[..., FluentType]]",
    {"PIECES": pieces, "YUAN": yuan, "LABEL": label, "MONTH": month, "MONEY": money, "WAN": wan, "SHORT": short},
)
