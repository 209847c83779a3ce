"""Which number is what: all ways of giving the bare numbers their places, and those of them that survive.

A way survives when the quantity is whole, the price may be one, the sum agrees, a day exists. Of the survivors those
count that leave the fewest things unknown, then the fewest numbers left over. Where they differ, what they differ in is
asked, whole readings offered; nothing is ordered by size.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from domain.orders.reading import days
from domain.orders.reading.amounts import Amounts, Bare, Price
from domain.orders.reading.batches import DATE_CODE
from domain.orders.reading.records import Ask, Bounds, How, Option, Tax

MOST_BARE = 5
"""More bare numbers than these are left over: nobody writes an order so."""
_FOUR_DECIMALS = Decimal("0.0001")
_YUAN = "CNY"


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One reading of a line's numbers; `bare` are the numbers that it leaves over."""

    quantity: Decimal | None = None
    price: Decimal | None = None
    total: Decimal | None = None
    day: date | None = None
    batch: str | None = None
    dotted: bool = False
    no_day: str = ""
    """As written, what is meant as a day and is none (2.29)."""
    sums: int = 0
    """Bare numbers that it takes for a sum."""
    left: tuple[Bare, ...] = ()

    @property
    def worth(self) -> tuple[int, int, int]:
        priced = self.price is not None or (self.total is not None and self.quantity is not None)
        missing = (self.quantity is None) + (not priced)
        return missing, len(self.left), self.sums + self.dotted


@dataclass(slots=True)
class Solved:
    quantity: int | None = None
    price: Decimal | None = None
    total: Decimal | None = None
    tax: Tax | None = None
    currency: str = _YUAN
    day: date | None = None
    batch: str | None = None
    wrong_day: str = ""
    asks: list[Ask] = field(default_factory=list)
    options: dict[Ask, tuple[Option, ...]] = field(default_factory=dict)
    marks: dict[str, How] = field(default_factory=dict)
    used: list[Bare] = field(default_factory=list)
    doubted: set[Ask] = field(default_factory=set)
    """Asked because of what stands beside the figure (`leftovers`)."""

    def ask(self, what: Ask, options: Sequence[Mapping[str, object]] = ()) -> None:
        if what not in self.asks:
            self.asks.append(what)
        if options:
            self.options[what] = tuple(map(Option, options))


@dataclass(frozen=True, slots=True)
class Certain:
    """What is certain before the bare numbers are looked at."""

    today: date
    bounds: Bounds
    last_price: Decimal | None = None
    has_day: bool = False
    has_batches: bool = False
    spare: int | None = None
    """A quantity that stood behind the last batch."""


def solve(found: Amounts, given: Certain) -> Solved:
    solved = Solved(tax=found.tax, currency=found.currency)
    quantities = list(dict.fromkeys(found.quantities))
    if not quantities and not found.unclear and given.spare is not None:
        quantities = [Decimal(given.spare)]
    base = NumberReading()
    if len(quantities) == 1 and not found.unclear:
        base = replace(base, quantity=quantities[0])
    if len(found.totals) == 1:
        base = replace(base, total=found.totals[0])
    bases, prices = _certain_price(found, base, given)
    blocked = {
        "quantity": bool(quantities or found.unclear),
        "price": bool(prices) or bool(found.broken) or len(bases) > 1,
        "total": bool(found.totals) or any(each.total is not None for each in bases),
        "day": given.has_day,
        "batch": given.has_batches,
        "decimals": bool(_plain_before_decimals(found.bare)),
    }
    every = [way for each in bases for way in _ways(each, found.bare[:MOST_BARE], 0, blocked, given)]
    ways = _best(every, given, found.currency)
    _choose(solved, ways, found, given, certain_price=bool(prices))
    _unclear_quantity(solved, quantities, found)
    _unclear_price(solved, prices)
    _check(solved, found, given)
    return solved


_TIMES_OF_A_SUM = 5
"""Nobody believes that a piece costs so many times what a bare number may be: 16000元 is a sum, 250元 may be either."""


def _certain_price(found: Amounts, base: NumberReading, given: Certain) -> tuple[list[NumberReading], list[Price]]:
    """`16000元` alone is a sum where it can't be a price, `250元` may be either; beside a price that it agrees with it is one,
    too."""
    prices = list({each.value: each for each in found.prices}.values())
    if len(prices) == 2 and base.quantity is not None and not found.totals:
        for price, other in ((prices[0], prices[1]), (prices[1], prices[0])):
            if other.total_too and agrees(other.value, base.quantity, price.value):
                return [replace(base, price=price.value, total=other.value)], [price]
    if len(prices) != 1:
        return [base], prices
    only = prices[0]
    dear = only.value > given.bounds.price_high
    if not (only.total_too and dear and found.currency == _YUAN and not found.totals):
        return [replace(base, price=only.value)], prices
    summed = replace(base, total=only.value)
    if only.value > given.bounds.price_high * _TIMES_OF_A_SUM:
        return [summed], []
    return [summed, replace(base, price=only.value)], []


def _may_cost(value: Decimal, bounds: Bounds) -> bool:
    return bounds.price_low <= value <= bounds.price_high


def agrees(total: Decimal, quantity: Decimal, price: Decimal) -> bool:
    """Within half a fen a piece, and one yuan in all."""
    return abs(total - quantity * price) <= min(Decimal("0.005") * quantity, Decimal(1))


def _ways(
    base: NumberReading, bare: Sequence[Bare], at: int, blocked: Mapping[str, bool], given: Certain
) -> Iterator[NumberReading]:
    if at == len(bare):
        yield base
        return
    number = bare[at]
    for way in _places(base, number, blocked, given):
        yield from _ways(way, bare, at + 1, blocked, given)


def _places(base: NumberReading, number: Bare, blocked: Mapping[str, bool], given: Certain) -> Iterator[NumberReading]:
    if (
        base.quantity is None
        and not blocked["quantity"]
        and is_quantity(number)
        and not ("." in number.text and blocked["decimals"])
    ):
        yield replace(base, quantity=number.value)
    if base.price is None and not blocked["price"] and _may_cost(number.value, given.bounds):
        yield replace(base, price=number.value)
    if base.total is None and not blocked["total"] and number.value >= 1:
        yield replace(base, total=number.value, sums=base.sums + 1)
    if base.day is None and not blocked["day"]:
        if (day := days.four_digits(number.text, given.today)) is not None:
            yield replace(base, day=day)
        elif (day := days.dotted(number.text, given.today)) is not None:
            yield replace(base, day=day, dotted=True)
        elif not base.no_day and days.is_no_day(number.text):
            yield replace(base, no_day=number.text, dotted=True)
    if base.batch is None and not blocked["batch"] and DATE_CODE.fullmatch(number.text):
        yield replace(base, batch=number.text)
    yield replace(base, left=(*base.left, number))


def is_quantity(number: Bare) -> bool:
    """2,000.00, as Excel shows it, is one as well."""
    whole = number.value > 0 and number.value == number.value.to_integral_value()
    return whole and re.fullmatch(r"[\d,]+(?:\.00+)?", number.text) is not None and number.text[0] != "0"


def _plain_before_decimals(bare: Sequence[Bare]) -> list[Bare]:
    """Where a whole number stands, 7900.00 is money."""
    return [each for each in bare if "." not in each.text and is_quantity(each)]


def _best(ways: list[NumberReading], given: Certain, currency: str) -> list[NumberReading]:
    alive = [each for each in ways if _holds_together(each, given)]
    best = min((each.worth for each in alive), default=(0, 0, 0))
    found = [each for each in alive if each.worth == best]
    if given.last_price is not None and currency == _YUAN and len(found) > 1:
        near = [each for each in found if (price := _price_of(each)) is None or _is_near(price, given.last_price)]
        found = near or found
    plain = [each for each in found if each.batch is None]
    return (plain or found) if len(found) > 1 else found


def _holds_together(way: NumberReading, given: Certain) -> bool:
    """A sum that was read out of a bare number must agree, or give a price that may be one; 3.2 is a day only beside a
    price."""
    if way.dotted and way.price is None:
        return False
    if not way.sums:
        return True
    if way.quantity is None or way.total is None:
        return False
    if way.price is not None:
        return agrees(way.total, way.quantity, way.price)
    price = worked_out(way.total, way.quantity)
    near = given.last_price is None or (price is not None and _is_near(price, given.last_price))
    return price is not None and near and _may_cost(price, given.bounds)


def worked_out(total: Decimal, quantity: Decimal) -> Decimal | None:
    """The price, when it is exact to four decimals."""
    if quantity <= 0:
        return None
    price = (total / quantity).quantize(_FOUR_DECIMALS)
    return price.normalize() if price * quantity == total else None


def _price_of(way: NumberReading) -> Decimal | None:
    if way.price is not None or way.total is None or way.quantity is None:
        return way.price
    return worked_out(way.total, way.quantity)


def _is_near(price: Decimal, last: Decimal) -> bool:
    return last / 3 <= price <= last * 3


_FIELDS = (
    ("quantity", Ask.QUANTITY),
    ("price", Ask.PRICE),
    ("total", Ask.TOTAL),
    ("day", Ask.DATE),
    ("batch", Ask.BATCHES),
)


def _choose(solved: Solved, ways: list[NumberReading], found: Amounts, given: Certain, *, certain_price: bool) -> None:
    """What all surviving ways say is said; what they differ in is asked."""
    if not ways:
        return
    first = ways[0]
    readings = [_whole(each) for each in ways]
    priced = [each for each in readings if "price" in each or "total" not in each]
    for name, ask in _FIELDS:
        values = {getattr(each, name) for each in ways}
        if len(values) > 1 and ask is Ask.TOTAL and Ask.PRICE in solved.asks:
            unpriced = [each.total for each in ways if _price_of(each) is None and each.total is not None]
            solved.total = (
                unpriced[0] if unpriced else None
            )  # which price it is says which sum; one that gives none stays
        elif len(values) > 1:
            solved.ask(ask, priced if ask is Ask.PRICE else readings)
        elif name == "quantity":
            if (
                first.quantity is not None
                and first.quantity == first.quantity.to_integral_value()
                and first.quantity > 0
            ):
                solved.quantity = int(first.quantity)
        else:
            setattr(solved, name, getattr(first, name))
    left = set(first.left).intersection(*(each.left for each in ways))
    solved.used = [each for each in found.bare[:MOST_BARE] if each not in left]
    _day_and_sum(solved, ways, readings, given, certain_price=certain_price)
    if solved.batch is not None:
        solved.ask(Ask.BATCHES, ({"batches": (solved.batch,)}, {"batches": ()}))
    _near_sum(solved, found, left)


def _day_and_sum(
    solved: Solved,
    ways: list[NumberReading],
    readings: list[dict[str, object]],
    given: Certain,
    *,
    certain_price: bool,
) -> None:
    """What only the look of the figures says, is asked."""
    first = ways[0]
    if any(each.no_day for each in ways):
        solved.ask(Ask.DATE)
        solved.options.pop(Ask.DATE, None)
        solved.wrong_day = first.no_day if all(each.no_day for each in ways) else ""
    if solved.day is not None and first.dotted and not certain_price:
        solved.ask(Ask.DATE, ({"day": solved.day}, {"day": given.today}))
    if first.sums and first.price is None and given.last_price is None and Ask.PRICE not in solved.asks:
        solved.ask(Ask.PRICE, readings)  # nothing but the figures says that it is a sum


def _near_sum(solved: Solved, found: Amounts, left: Collection[Bare]) -> None:
    """A number left over that is nearly the sum is one that doesn't agree."""
    if solved.total is not None or solved.quantity is None or solved.price is None:
        return
    due = solved.quantity * solved.price
    for number in found.bare[:MOST_BARE]:
        if number in left and due / 2 <= number.value <= due * 2:
            solved.total = number.value
            solved.used.append(number)
            return


def _whole(way: NumberReading) -> dict[str, object]:
    price = _price_of(way)
    given = {"quantity": way.quantity, "price": price, "total": way.total, "day": way.day}
    return {name: value for name, value in given.items() if value is not None}


def _unclear_quantity(solved: Solved, quantities: Sequence[Decimal], found: Amounts) -> None:
    if found.unclear or len(quantities) > 1:
        solved.quantity = None
        meant = [*quantities, *(each for group in found.unclear for each in group)]
        solved.ask(
            Ask.QUANTITY, [{"quantity": each} for each in dict.fromkeys(meant) if each == each.to_integral_value()]
        )
    elif solved.quantity is None and Ask.QUANTITY not in solved.asks:
        solved.ask(Ask.QUANTITY)


def _unclear_price(solved: Solved, prices: Sequence[Price]) -> None:
    if len(prices) > 1:
        solved.price = None
        solved.ask(Ask.PRICE, [{"price": each.value} for each in prices])


def _check(solved: Solved, found: Amounts, given: Certain) -> None:
    """The sum against quantity and price; what it gives where one of them is missing."""
    if len(found.totals) > 1:
        solved.ask(Ask.TOTAL, [{"total": each} for each in dict.fromkeys(found.totals)])
    if solved.total is not None:
        _check_total(solved, solved.total, found)
    if solved.price is None and Ask.PRICE not in solved.asks:
        solved.ask(Ask.PRICE)
    if found.tax is Tax.EXCLUDED:
        solved.ask(Ask.TAX)
    if found.currency != _YUAN:
        solved.ask(Ask.CURRENCY)


def _check_total(solved: Solved, total: Decimal, found: Amounts) -> None:
    quantity, price = solved.quantity, solved.price
    if quantity is not None and price is not None:
        if not agrees(total, Decimal(quantity), price):
            solved.ask(Ask.TOTAL, agreeing(total, quantity, price))
    elif quantity is not None and Ask.PRICE not in solved.asks:
        solved.price = worked_out(total, Decimal(quantity))
        if solved.price is not None:
            solved.marks["price"] = How.TOTAL
    elif price and Ask.QUANTITY in solved.asks and not found.unclear:
        pieces = total / price
        if pieces == pieces.to_integral_value():
            solved.options.setdefault(Ask.QUANTITY, (Option({"quantity": pieces}),))


def agreeing(total: Decimal, quantity: int, price: Decimal) -> Sequence[Mapping[str, object]]:
    """One of the three figures changed so that they agree."""
    options: list[Mapping[str, object]] = [{"total": quantity * price}]
    by_total = worked_out(total, Decimal(quantity))
    if by_total is not None:
        options.append({"price": by_total})
    pieces = total / price if price else Decimal(0)
    if pieces and pieces == pieces.to_integral_value():
        options.append({"quantity": pieces})
    return options
