"""One tap on a card: a row with one of the offered values taken, and what that answers besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from domain.orders.reading import Ask, How, KnownCustomer, KnownProject, Option, ReadBatch, ReadRow, Tax
from domain.orders.reading.solving import agrees, worked_out
from domain.products.mcus import is_of

_ABOUT_PARTIES = (Ask.CUSTOMER, Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)
MILLIONTH = Decimal("0.000001")
YUAN = "CNY"


def options(row: ReadRow, ask: Ask, *, tax_percent: int, currencies: Sequence[str]) -> tuple[Option, ...]:
    """What is offered, the likeliest first: what the reading found, and what follows from the question itself."""
    match ask:
        case Ask.TAX if row.price is not None:
            prices = (with_tax(row.price, tax_percent), row.price)
            meant = _currencies(row, currencies) if Ask.CURRENCY in row.asks else [row.currency]
            return tuple(
                Option({"price": price, "tax": Tax.INCLUDED} | ({"currency": each} if len(meant) > 1 else {}))
                for each in meant
                for price in prices
            )
        case Ask.CURRENCY:
            return tuple(Option({"currency": each}) for each in _currencies(row, currencies))
        case Ask.MCU if row.project is not None:
            return (Option({"project": row.project}),)
        case Ask.PROJECT if not row.options.get(Ask.PROJECT) and row.customer is not None:
            return tuple(Option({"project": each}) for each in row.customer.projects)
        case Ask.BATCH_QUANTITIES if row.quantity is not None and row.batches:
            told = [each.quantity for each in row.batches if each.quantity is not None]
            even = Option({"batches": evenly(row.quantity, [each.code for each in row.batches])})
            return (Option({"quantity": sum(told)}), even) if len(told) == len(row.batches) else (even,)
        case _:
            return row.options.get(ask, ())


def _currencies(row: ReadRow, currencies: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([row.currency, YUAN] if row.currency in currencies else [YUAN]))


def with_tax(price: Decimal, percent: int) -> Decimal:
    """未税 2.83 at 13 % is 3.1979 with tax."""
    return (price * (100 + percent) / 100).quantize(MILLIONTH, ROUND_HALF_UP).normalize()


def evenly(quantity: int, codes: Sequence[str]) -> tuple[ReadBatch, ...]:
    """As even as whole pieces are, the first ones one more."""
    each, more = divmod(quantity, len(codes))
    return tuple(ReadBatch(code, each + (place < more)) for place, code in enumerate(codes))


def take(row: ReadRow, ask: Ask, option: Option) -> ReadRow:
    """The row after it. A whole reading answers all that it says."""
    values = dict(option.values)
    after = replace(row, asks=tuple(each for each in row.asks if each is not ask))
    if "customer" in values:
        after = _with_customer(after, cast(KnownCustomer, values["customer"]))
    if "project" in values:
        after = _with_project(after, cast(KnownProject, values["project"]))
    if "batches" in values:
        after = _with_batches(after, cast("Sequence[ReadBatch | str]", values["batches"]))
    figures: dict[str, object] = {name: value for name, value in values.items() if name in _ASKED_OF}
    return _with_figures(after, figures, ask)


def _with_customer(row: ReadRow, customer: KnownCustomer) -> ReadRow:
    row = replace(
        row,
        customer=customer,
        asks=tuple(each for each in row.asks if each not in _ABOUT_PARTIES),
        marks={name: how for name, how in row.marks.items() if name not in ("customer", "project")},
        options={ask: found for ask, found in row.options.items() if ask not in _ABOUT_PARTIES},
    )
    if row.project is not None and row.project in customer.projects:
        return row
    return fill_project(replace(row, project=None, mcu=None))


def fill_project(row: ReadRow) -> ReadRow:
    """The only project that the customer and the written model leave; else it is asked."""
    if row.customer is None or row.project is not None:
        return row
    fitting = [each for each in row.customer.projects if not row.written or is_of(row.written, each.mcu)]
    asks = tuple(each for each in row.asks if each not in _ABOUT_PARTIES)
    if not row.customer.projects:
        return replace(row, asks=(Ask.NO_PROJECT, *asks))
    if len(fitting) == 1:
        return replace(
            row, project=fitting[0], mcu=fitting[0].mcu, asks=asks, marks={**row.marks, "project": How.ONLY_PROJECT}
        )
    choice = tuple(Option({"project": each}) for each in fitting or row.customer.projects)
    return replace(row, asks=(Ask.PROJECT, *asks), options={**row.options, Ask.PROJECT: choice})


def _with_project(row: ReadRow, project: KnownProject) -> ReadRow:
    asks = tuple(each for each in row.asks if each not in (Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU))
    marks = {name: how for name, how in row.marks.items() if name != "project"}
    written = row.written if row.written and is_of(row.written, project.mcu) else None
    return replace(row, project=project, mcu=project.mcu, written=written, asks=asks, marks=marks)


def _with_batches(row: ReadRow, told: Sequence[ReadBatch | str]) -> ReadRow:
    known = {each.code: each for each in row.batches}
    batches = tuple(each if isinstance(each, ReadBatch) else known.get(each, ReadBatch(each)) for each in told)
    return replace(row, batches=batches, asks=tuple(each for each in row.asks if each is not Ask.BATCHES))


_ASKED_OF: dict[str, Ask] = {
    "quantity": Ask.QUANTITY,
    "price": Ask.PRICE,
    "total": Ask.TOTAL,
    "day": Ask.DATE,
    "currency": Ask.CURRENCY,
    "tax": Ask.TAX,
}


def _with_figures(row: ReadRow, figures: dict[str, object], ask: Ask) -> ReadRow:
    if not figures:
        return row
    if figures.get("quantity") is not None:
        figures["quantity"] = int(cast("Decimal | int", figures["quantity"]))
    if "day" in figures and figures["day"] is None:
        del figures["day"]
    answered = {_ASKED_OF[name] for name in figures}
    marks = {name: how for name, how in row.marks.items() if name not in figures}
    if "price" in figures:
        figures["untaxed"] = row.price if ask is Ask.TAX else None
    after = replace(row, **figures, marks=marks, asks=tuple(each for each in row.asks if each not in answered))  # type: ignore[arg-type]
    return _agreed(after, ask)


def _agreed(row: ReadRow, ask: Ask) -> ReadRow:
    """The sum follows, or gives the price that is missing."""
    if row.total is None or row.quantity is None:
        return row
    if row.price is None:
        price = worked_out(row.total, Decimal(row.quantity))
        if price is None:
            return row
        asks = tuple(each for each in row.asks if each is not Ask.PRICE)
        return replace(row, price=price, asks=asks, marks={**row.marks, "price": How.TOTAL})
    if agrees(row.total, Decimal(row.quantity), row.price):
        return replace(row, asks=tuple(each for each in row.asks if each is not Ask.TOTAL))
    return replace(row, total=None) if ask is not Ask.TOTAL else row
