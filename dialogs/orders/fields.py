"""Questions of orders: a price with its currency, batches, and how a quantity is shared among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from typing_extensions import override

from dialogs.core import words
from dialogs.core.amounts import Money
from dialogs.core.days import Date
from dialogs.core.field import Asking, Field, Hearing, Misread, Offer, Took, answering
from dialogs.core.screen import Json, Wording, say
from domain.base import quantities
from domain.orders.recording import LONGEST_BATCH
from domain.orders.records import YUAN, Batch

EVENLY = "evenly"
MOST = 60
"""Batches in one answer."""
_CURRENCIES: Mapping[str, Sequence[str]] = {
    "USD": ("usd", "us$", "$", "美元", "美金"),
    "HKD": ("hkd", "hk$", "港币", "港元"),
}
_BETWEEN = re.compile(r"[\s,，、;；]+")
_LABEL = re.compile(r"^\s*(?:批次号?|批号|lot(?:\s?no\.?)?|d/?c|date\s?code)\s*[:：]?\s*", re.IGNORECASE)
_OF = re.compile(r"\s*(?:[:：=×*]|\bx\b)\s*")
_PIECES = re.compile(r"(?<=[\dkKwW千万])\s*(?:片|颗|只|个|pcs|pc)$", re.IGNORECASE)


class Price(Field[tuple[Decimal, str]]):
    """A piece, tax included, in yuan unless another currency stands beside it: 3.2, 3.2元, 0.45 USD. Six decimals."""

    kind = "price"

    def __init__(self) -> None:
        super().__init__()
        self._number = Money(above=0, examples=("3.2", "0.45 USD"), decimals=6)

    @override
    def load(self, value: Json) -> tuple[Decimal, str]:
        number, _, currency = str(value).partition(" ")
        return self._number.load(number), currency or YUAN

    @override
    def dump(self, value: object) -> Json:
        match value:
            case (Decimal() as amount, str(currency)):
                return f"{amount:f} {currency}"
            case _:
                raise TypeError(value)

    @override
    def show(self, value: Json) -> Wording:
        return price(*self.load(value))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        number, currency = _with_currency(unicodedata.normalize("NFKC", text).strip().casefold())
        heard = self._number.typed(number, asking)
        return Took(f"{heard.value} {currency}") if isinstance(heard, Took) else heard


def _with_currency(text: str) -> tuple[str, str]:
    for code, names in _CURRENCIES.items():
        for name in sorted(names, key=len, reverse=True):
            if text.startswith(name) or text.endswith(name):
                return text.removeprefix(name).removesuffix(name).strip(), code
    return text, YUAN


def price(value: Decimal, currency: str) -> Wording:
    """`3.20 元`, `0.45 美元`."""
    return say("sale-money", value=with_cents(value), currency=currency)


def with_cents(value: Decimal) -> Decimal:
    """With two decimals, or as many as it has."""
    return value.quantize(Decimal("0.01")) if value == round(value, 2) else quantities.tidy(value)


class Batches(Field[tuple[Batch, ...]]):
    """Codes between blanks or commas, each perhaps with its quantity: `A12 A13`, `A12:2000，A13:3000`, a line each."""

    kind = "batches"
    takes_lines = True

    @override
    def load(self, value: Json) -> tuple[Batch, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError(value)
        return tuple(_batch(each) for each in value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Iterable)
        return [[each.code, each.quantity] for each in value if isinstance(each, Batch)]

    @override
    def show(self, value: Json) -> Wording:
        return batches(self.load(value))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        if (nothing := self.says_nothing(text)) is not None:
            return nothing
        found: dict[str, Batch] = {}
        for word in (each for line in text.splitlines() for each in _words(_LABEL.sub("", words.clean(line)))):
            code, quantity = _parted(word)
            if not code or len(code) > LONGEST_BATCH or not any(char.isalnum() for char in code):
                return Misread(say("sale-not-a-batch", typed=words.quoted(word)))
            if code.casefold() in found:
                return Misread(say("sale-batch-twice", code=code))
            found[code.casefold()] = Batch(code, quantity)
        if not found:
            return Misread(say("core-text-empty"))
        if len(found) > MOST:
            return Misread(say("sale-batches-many", most=MOST))
        return Took(self.dump(tuple(found.values())))


def _words(line: str) -> list[str]:
    return [each for each in _BETWEEN.split(_OF.sub(":", line)) if each]


def _parted(word: str) -> tuple[str, int | None]:
    code, sign, amount = word.partition(":")
    number = quantities.in_units(_PIECES.sub("", amount)) if sign else None
    if not sign:
        return word, None
    if number is None or number != int(number) or number < 1:
        return "", None
    return code, int(number)


def _batch(value: Json) -> Batch:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[0], str):
        raise TypeError(value)
    return Batch(value[0], value[1] if isinstance(value[1], int) else None)


def batches(found: Sequence[Batch]) -> Wording:
    """`A12、A13（3,000）`."""
    items = tuple(
        each.code if each.quantity is None else say("sale-batch-of", code=each.code, quantity=each.quantity)
        for each in found
    )
    return say("core-list", items=items)


class Shares(Field[tuple[int, ...]]):
    """How many pieces of each batch, in their order: one tap shares evenly (then it is empty), else numbers are written."""

    kind = "shares"
    takes_lines = True

    @override
    def load(self, value: Json) -> tuple[int, ...]:
        if value == EVENLY:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, int) for each in value):
            raise TypeError(value)
        return tuple(each for each in value if isinstance(each, int))

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Iterable)
        return [each for each in value if isinstance(each, int)] or EVENLY

    @override
    def show(self, value: Json) -> Wording:
        told = self.load(value)
        items = tuple(say("core-number", value=each) for each in told)
        return say("core-list", items=items) if told else say("sale-evenly")

    @override
    def offer(self, asking: Asking) -> Offer:
        return Offer(((answering(say("sale-evenly-key"), EVENLY),),))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return Took(EVENLY)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        if any(words.bare(text) == words.bare(each) for each in asking.wordings(say("sale-evenly-key"))):
            return Took(EVENLY)
        told: list[Json] = []
        for word in re.split(r"[\s，、;；+]+|,(?!\d{3}\b)", text.strip()):
            number = quantities.in_units(_PIECES.sub("", word.rpartition(":")[2])) if word else None
            if number is None or number != int(number) or number < 1:
                return Misread(say("sale-not-shares", typed=words.quoted(text)))
            told.append(int(number))
        return Took(told)


class Begun(Date):
    """Never asked: the day on which the form was begun. It goes along into drafts, for what was kept before its month closed
    counts as in time."""

    kind = "begun"
    asked = False

    def __init__(self) -> None:
        super().__init__()
        self.required = False

    @override
    def allows(self, day: date, today: date) -> bool:
        return day <= today
