"""What a reading is made of: whom one may write for, and what was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class KnownProject:
    """`last_price` is what this customer paid for the model last, in yuan a piece; None where nothing is known."""

    name: str
    mcu: str
    domain: str = ""
    id: int = 0
    last_price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """Somebody for whom the writer may log orders. `aliases` are known names besides, short ones that a person meant
    among them."""

    name: str
    aliases: tuple[str, ...] = ()
    projects: tuple[KnownProject, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a price may be (yuan a piece) for a bare number to be read as one: *policy*."""

    price_low: Decimal = Decimal("0.05")
    price_high: Decimal = Decimal(200)
    batches: int = 3
    """So many an order at most; with more it is split into linked ones."""
    headings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What titles of a pasted table mean: field → words."""


class Tax(StrEnum):
    INCLUDED = "incl"
    EXCLUDED = "excl"


class Ask(StrEnum):
    """What must be asked before an order can be confirmed."""

    CUSTOMER = "customer"
    PROJECT = "project"
    NO_PROJECT = "no_project"
    MCU = "mcu"
    QUANTITY = "quantity"
    PRICE = "unit_price"
    TOTAL = "total"
    TAX = "tax"
    CURRENCY = "currency"
    DATE = "date"
    BATCHES = "batches"
    BATCH_QUANTITIES = "batch_quantities"
    RETURN = "return"


WHOM: Final = (Ask.CUSTOMER, Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)
"""What is asked of whom it is for, and of what is sold."""


class Intent(StrEnum):
    ORDER = "order"
    RETURN = "return"
    AGAIN = "again"
    """再来一单: the last one once more, with what is said otherwise."""
    NONE_TODAY = "no_orders_today"


class How(StrEnum):
    """Why a value stands on the card that nobody wrote there; each is marked."""

    ONLY_PROJECT = "only_project"
    """The customer's only one, or the only one with that model."""
    FROM_PROJECT = "from_project"
    """The customer, from a project or model that only one has."""
    HEADING = "heading"
    """The customer of the line above."""
    SHORT = "short"
    PINYIN = "pinyin"
    HOMOPHONE = "homophone"
    TODAY = "today"
    TOTAL = "total"
    """The price, worked out from the sum."""
    LIKELY_YEAR = "likely_year"
    """The latest day of that name not after today."""
    LOOKS_SO = "looks_so"
    """A12 without a label is a batch."""
    AGAIN = "again"
    """From the last order."""
    NONE_BEFORE = "none_before"
    """It is to be once more, and there is no last one."""
    SUM = "sum"
    """The quantity, as the sum of its batches."""
    TAX_HABIT = "tax_habit"
    """Whether tax comes on top of what was written, as with the customer's last prices."""


@dataclass(frozen=True, slots=True)
class ReadBatch:
    code: str
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A whole reading to be taken by one tap: field of the row → value."""

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One line of an order. What is None or in `asks` isn't known; `rest` is what could not be placed, as written.

    `price` is what was written, in `currency` a piece; `tax` is None where nothing was said of it. `written` is the model
    as typed, package suffix and all. `marks` says what was filled from context and how. `options` are the likely answers
    to what is asked, the likeliest first.
    """

    customer: KnownCustomer | None = None
    project: KnownProject | None = None
    mcu: str | None = None
    written: str | None = None
    quantity: int | None = None
    price: Decimal | None = None
    currency: str = "CNY"
    tax: Tax | None = None
    untaxed: Decimal | None = None
    """The price as it was written without tax, once it is said what that means: `price` has tax included."""
    total: Decimal | None = None
    batches: tuple[ReadBatch, ...] = ()
    day: date | None = None
    day_rule: str = "default_today"
    asks: tuple[Ask, ...] = ()
    options: Mapping[Ask, tuple[Option, ...]] = field(default_factory=dict)
    marks: Mapping[str, How] = field(default_factory=dict)
    rest: tuple[str, ...] = ()
    reference: str = ""
    """The contract's or purchase order's number as written: other numbers, other orders."""
    intent: Intent = Intent.ORDER
    line: int = 0
    """Of the message, counted from 0; rows of one line that was split share it."""
    told: int = 0
    """Which of several orders it is that were told one by one (两单：…, 第二单…); 0 where they weren't."""

    @property
    def order(self) -> tuple[object, ...]:
        """Rows of one customer and day are one order; different contract numbers, and being told apart, separate orders."""
        return self.customer, self.day, self.reference, self.told


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """What a message says. `rest` are whole lines that are no orders, as written."""

    rows: tuple[ReadRow, ...] = ()
    intent: Intent | None = None
    rest: tuple[str, ...] = ()
