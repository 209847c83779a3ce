"""A row with what a correction says of it: new figures against the sum that was written, batches beside those that stand there,
another day, customer, project or model.

Absent: which row is meant, and what the words are (`amend`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from domain.orders.reading import batches, days, solving
from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.parties import Parties
from domain.orders.reading.records import WHOM, Ask, Bounds, How, Option, ReadRow, Tax
from domain.orders.reading.solving import Solved
from domain.products.mcus import is_of


def with_figures(row: ReadRow, solved: Solved) -> ReadRow:
    asks = [each for each in row.asks if each is not Ask.TOTAL or solved.total is None]
    options = dict(row.options)
    marks = dict(row.marks)
    after = row
    if solved.quantity is not None:
        after = replace(after, quantity=solved.quantity)
        asks = [each for each in asks if each is not Ask.QUANTITY]
        marks.pop("quantity", None)
    if solved.price is not None:
        after = replace(after, price=solved.price, tax=solved.tax or after.tax, untaxed=None, currency=solved.currency)
        asks = [each for each in asks if each is not Ask.PRICE]
        marks.pop("price", None)
    if solved.tax is not None:
        after = replace(after, tax=solved.tax)
        asks = [each for each in asks if each is not Ask.TAX] + ([Ask.TAX] if solved.tax is Tax.EXCLUDED else [])
    if solved.total is not None or solved.quantity is not None or solved.price is not None:
        total = solved.total if solved.total is not None else row.total if _binds(row) else None
        after = _with_total(replace(after, total=total), asks, marks)
    unclear = [
        each for each in (Ask.QUANTITY, Ask.PRICE) if len(solved.options.get(each, ())) > 1 or each in solved.doubted
    ]
    options |= {each: solved.options[each] for each in unclear}
    asks += unclear
    if Ask.TOTAL in asks and after.total is not None and after.quantity is not None and after.price is not None:
        options[Ask.TOTAL] = tuple(map(Option, solving.agreeing(after.total, after.quantity, after.price)))
    if after == row and not unclear:
        return row
    return replace(
        after,
        asks=tuple(dict.fromkeys(asks)),
        options={key: value for key, value in options.items() if key in asks},
        marks=marks,
    )


def _binds(row: ReadRow) -> bool:
    """Whether a sum that was written holds beside a new figure: one of the others was missing, was reckoned from it, or
    contradicts it. A sum that agreed is outdated by a new figure."""
    missing = row.quantity is None or row.price is None
    return missing or row.marks.get("price") is How.TOTAL or Ask.TOTAL in row.asks


def _with_total(row: ReadRow, asks: list[Ask], marks: dict[str, How]) -> ReadRow:
    if row.total is None:
        asks[:] = [each for each in asks if each is not Ask.TOTAL]
        return row
    if row.quantity is not None and row.price is None:
        price = solving.worked_out(row.total, Decimal(row.quantity))
        if price is not None:
            marks["price"] = How.TOTAL
            asks[:] = [each for each in asks if each is not Ask.PRICE]
            return replace(row, price=price)
    elif row.quantity is not None and row.price is not None:
        agree = solving.agrees(row.total, Decimal(row.quantity), row.price)
        asks[:] = [each for each in asks if each is not Ask.TOTAL] + ([] if agree else [Ask.TOTAL])
    return row


def with_batches(row: ReadRow, listed: batches.Batches, bounds: Bounds) -> ReadRow:
    """Batches that are told replace none: they are added, for they become known one by one; how many of one that stands there is
    told, too."""
    if not listed.said:
        return row
    told = {each.code.casefold(): each for each in listed.listed}
    known = {each.code.casefold() for each in row.batches}
    counted = (
        replace(each, quantity=told[code].quantity or each.quantity) if (code := each.code.casefold()) in told else each
        for each in row.batches
    )
    codes = (*counted, *(each for code, each in told.items() if code not in known))
    options: dict[Ask, tuple[Option, ...]] = dict(row.options)
    options.pop(Ask.BATCHES, None)
    asks: list[Ask] = [each for each in row.asks if each not in (Ask.BATCHES, Ask.BATCH_QUANTITIES)]
    if listed.unclear:
        asks.append(Ask.BATCHES)
        options[Ask.BATCHES] = batches.readings(codes, listed.unclear)
    having = [each.quantity for each in codes if each.quantity is not None]
    differ = row.quantity is not None and bool(having) and sum(having) != row.quantity
    if differ or (len(having) < len(codes) and (having or len(codes) > bounds.batches)):
        asks.append(Ask.BATCH_QUANTITIES)
    return replace(row, batches=tuple(codes), asks=tuple(asks), options=options)


def with_day(row: ReadRow, dated: Sequence[days.SaidDay], solved: Solved) -> ReadRow:
    """A day that isn't one, or isn't clear, leaves none: it is asked."""
    day = dated[0].day if dated else solved.day
    if dated and day is None:
        options = {**row.options, Ask.DATE: tuple(Option({"day": each}) for each in dated[0].instead)}
        kept = {key: value for key, value in row.marks.items() if key != "day"}
        asks = tuple(dict.fromkeys((*row.asks, Ask.DATE)))
        return replace(row, day=None, day_rule=dated[0].rule, asks=asks, options=options, marks=kept)
    if day is None or (day == row.day and Ask.DATE not in row.asks and "day" not in row.marks):
        return row
    marks = {key: value for key, value in row.marks.items() if key != "day"}
    yearless = dated[0].yearless if dated else True
    if yearless and not (
        Ask.DATE in row.asks and day == row.day
    ):  # asked which day it is, to say it once more is an answer
        marks["day"] = How.LIKELY_YEAR
    return replace(
        row,
        day=day,
        day_rule=dated[0].rule if dated else "m.d",
        asks=tuple(each for each in row.asks if each is not Ask.DATE),
        marks=marks,
    )


def place_of(row: ReadRow, catalogue: Catalogue) -> int | None:
    return next((at for at, each in enumerate(catalogue.customers) if each is row.customer), None)


def with_parties(row: ReadRow, whom: Parties | None) -> ReadRow:
    """The model that was written before is held against the project that is told now."""
    if whom is None or whom.customer is None:
        return row
    asks = (*whom.asks, *(each for each in row.asks if each not in WHOM))
    marks = {key: value for key, value in row.marks.items() if key not in ("customer", "project")} | whom.marks
    if marks.get("customer") is How.HEADING:  # he stands on the card, no line above names him
        marks = {key: value for key, value in marks.items() if key != "customer"}
        if "customer" in row.marks:
            marks["customer"] = row.marks["customer"]
    options = {key: value for key, value in row.options.items() if key not in WHOM} | whom.options
    written, mcu = whom.written or row.written, whom.mcu
    if whom.written is None and written and whom.project is not None and not is_of(written, whom.project.mcu):
        if Ask.MCU in row.asks and whom.project == row.project:
            written = None  # asked which of both it is, he says the project once more
        elif Ask.MCU not in asks:
            asks, mcu = (*asks, Ask.MCU), None
    return replace(
        row,
        customer=whom.customer,
        project=whom.project,
        mcu=mcu,
        written=written,
        asks=asks,
        marks=marks,
        options=options,
    )
