"""One line of a message → the rows of an order that it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.orders.reading import (
    amounts,
    batches,
    correcting,
    days,
    intents,
    leftovers,
    ordinals,
    parties,
    solving,
    terms,
)
from domain.orders.reading.amounts import Amounts
from domain.orders.reading.batches import Batches
from domain.orders.reading.catalogue import Catalogue, Names
from domain.orders.reading.parties import Parties
from domain.orders.reading.records import Ask, Bounds, How, Intent, KnownProject, Option, ReadBatch, ReadRow, Tax
from domain.orders.reading.solving import Certain, Solved
from domain.orders.reading.text import LineText

YUAN = "CNY"


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What a line says. `row` is None where it is no order; `heads` is then the customer that it names for the lines
    below, `day` the day that it gives them."""

    row: ReadRow | None
    place: int | None = None
    """The row's customer, in the catalogue."""
    heads: int | None = None
    project: KnownProject | None = None
    """The one that such a line names beside him."""
    day: date | None = None
    tax: Tax | None = None
    currency: str = YUAN
    """What a line without any order says of the prices of others: 以上均含税, 以下均为港币."""
    line: LineText | None = None
    rest: tuple[str, ...] = ()
    """Of a line that is no order, what it says besides."""
    strange: bool = False
    """Whether that is more than papers, terms and shipping."""
    reference: str = ""
    yearless: bool = False
    """The day that it gives them was told without a year."""
    batches: tuple[ReadBatch, ...] = ()
    looks_so: bool = False
    """Whether nothing but their look says that these are batches."""
    same_price: bool = False
    """都按老价格."""


@dataclass(frozen=True, slots=True)
class CarriedDown:
    """What the lines above said for those below."""

    customer: int | None = None
    project: KnownProject | None = None
    day: date | None = None
    tax: Tax | None = None
    currency: str = YUAN
    yearless: bool = False
    reference: str = ""


def read(
    raw: str, catalogue: Catalogue, today: date, bounds: Bounds, above: CarriedDown, *, doubtful: bool = False
) -> SaidRow:
    line = LineText(raw)
    said = parties.mentions(line, catalogue)
    besides = [*terms.claim_charges(line), *terms.claim_besides(line)]
    payment = terms.claim_payment(line)
    besides += payment
    returned = intents.return_sign(line.open)
    if not doubtful and intents.says_no_order(line.open, returned=returned is not None):
        return SaidRow(None, line=line, rest=(raw.strip(),))
    terms.claim_faces(line)
    paper = terms.claim(line)
    ordinals.claim(line)
    listed = batches.claim(line)
    dated, shipping = days.claim(line, today)
    returned = intents.return_sign(line.open)
    same_price = _sign(line, intents.same_price_sign(line.open))
    again = intents.again_sign(line.open)
    for sign in (returned, again, intents.one_more_sign(line.open)):
        _sign(line, sign)
    found, dated = _amounts(line, dated, today)
    tax, currency = found.tax, found.currency  # what a line above said of all prices counts where this one says nothing
    found.tax = tax or above.tax
    found.currency = above.currency if currency == YUAN else currency
    shipping.extend(terms.claim_shipping(line))
    whom = _whom(line, said, catalogue, above)
    if same_price and (of_all := _former_price_of_all(line, whom, found, listed)) is not None:
        return of_all
    last = whom.project.last_price if whom.project is not None else None
    same_price = same_price and _costs_as_before(found, last)
    day = _day(dated, above)
    given = Certain(today, bounds, last, day is not None, listed.said, listed.spare)
    solved = solving.solve(found, given)
    for bare in solved.used:
        line.claim(bare.start, bare.end, "amounts")
    terms.claim_filler(line)
    leftovers.doubt(line, solved)
    leftovers.doubt_price(line, solved, found, today)
    is_return = found.minus or returned is not None
    figures = bool(found.prices or found.quantities or found.unclear or solved.used)
    numbered = figures or bool(found.broken or found.minus or found.totals or listed.spare)
    if not numbered and again is None and not (is_return and whom.named):
        besides = [*paper.rest, *besides, *shipping]
        told = _about_others(line, whom, said, day if dated else None, listed, besides, bounds)
        return replace(told, tax=tax, currency=currency, reference=paper.reference)
    if not whom.named and (whom.customer is None or not figures or _SUM_OF_ALL.match(line.plain)):
        return SaidRow(None, line=line, rest=(raw.strip(),))
    wrong = [*found.vague, *filter(None, (day.wrong if day is not None else "", solved.wrong_day))]
    row = _row(line, whom, solved, day, listed, paper, (*besides, *wrong, *shipping), today, bounds)
    if payment and not doubtful and (row.quantity is None or (row.price is None and row.total is None)):
        return SaidRow(None, line=line, rest=(raw.strip(),))
    row = _marked(row, "price", How.AGAIN if same_price else None)
    row = replace(row, reference=row.reference or above.reference)
    if is_return:
        row = replace(row, intent=Intent.RETURN, asks=(Ask.RETURN,), options={})
    elif again is not None:
        row = replace(row, intent=Intent.AGAIN, asks=_asked_again(row, vague=bool(found.vague)))
    return SaidRow(_doubted(row, whom, line), whom.place, line=line)


def _about_others(
    line: LineText,
    whom: Parties,
    said: parties.Mentions,
    day: days.SaidDay | None,
    listed: Batches,
    besides: Sequence[str],
    bounds: Bounds,
) -> SaidRow:
    """A line without any order: what it says of those below it, or of all above."""
    alone = (
        all(OF_ALL.fullmatch(each) for each in line.left())
        and (whom.project is not None or not said.models)
        and (whom.names_customer or not said.names)
    )
    of_all = OF_ALL.match(line.open)
    if of_all is not None:
        line.claim(*of_all.span(), "sign")
    looking = batches.claim_alone(line, bounds.batches) if of_all is not None and not listed.said else ()
    left = line.left()
    return SaidRow(
        None,
        heads=whom.place if whom.names_customer and alone else None,
        project=whom.project if said.models or said.of(Names.PROJECT) else None,
        day=day.day if day is not None and alone else None,
        line=line,
        rest=(*besides, *left),
        strange=bool(left),
        yearless=day is not None and day.yearless,
        batches=looking or (listed.listed if not listed.unclear else ()),
        looks_so=bool(looking),
    )


def _costs_as_before(found: Amounts, last: Decimal | None) -> bool:
    if last is None or found.prices:
        return False
    found.prices.append(amounts.Price(last))
    return True


def _former_price_of_all(line: LineText, whom: Parties, found: Amounts, listed: Batches) -> SaidRow | None:
    """都按老价格, and no order's figures."""
    if whom.named or found.quantities or found.unclear or found.bare or found.totals:
        return None
    terms.claim_filler(line)
    left = [each for each in line.left() if not OF_ALL.fullmatch(each)]
    return SaidRow(None, line=line, rest=tuple(left), same_price=True, batches=listed.listed)


def _whom(line: LineText, said: parties.Mentions, catalogue: Catalogue, above: CarriedDown) -> Parties:
    whom = parties.decide(line, said, catalogue, above.customer)
    if above.project is not None and not whom.named and whom.place == above.customer:
        whom.heads(above.project)
    return whom


def _marked(row: ReadRow, name: str, how: How | None) -> ReadRow:
    return row if how is None else replace(row, marks={**row.marks, name: how})


def _sign(line: LineText, sign: re.Match[str] | None) -> bool:
    if sign is None:
        return False
    line.claim(*sign.span(), "sign")
    return True


def _asked_again(row: ReadRow, *, vague: bool) -> tuple[Ask, ...]:
    """Of 再来一单 2k: what wasn't said comes from the last order; what was said and isn't clear is asked."""
    from_last = {Ask.PROJECT, Ask.NO_PROJECT, Ask.PRICE} | (set() if vague else {Ask.QUANTITY})
    return tuple(
        each for each in row.asks if each not in from_last or (row.options.get(each) and each is not Ask.PROJECT)
    )


OF_ALL = re.compile("(?:以上)?(?:均|都|全部|一律|both|all)(?:是|为|按)?的?|以上", re.IGNORECASE)
_SUM_OF_ALL = re.compile(r"\s*(?:以上)?(?:合计|总计|小计|共计|total)")


def _amounts(line: LineText, dated: list[days.SaidDay], today: date) -> tuple[Amounts, list[days.SaidDay]]:
    found = amounts.claim(line)
    if not dated:
        dated = days.claim_slashed(line, today)
        found.bare = [each for each in found.bare if line.open[each.start : each.end] == each.text]
    return found, dated


def _day(dated: Sequence[days.SaidDay], above: CarriedDown) -> days.SaidDay | None:
    """The one that is said to be the contract's, before any other."""
    contract = [each for each in dated if each.contract]
    chosen = contract or list(dated)
    if len({each.day for each in chosen}) > 1:
        return days.SaidDay(None, "several", instead=tuple(each.day for each in chosen if each.day is not None))
    if chosen:
        return chosen[0]
    return days.SaidDay(above.day, "heading", yearless=above.yearless) if above.day is not None else None


def _row(
    line: LineText,
    whom: Parties,
    solved: Solved,
    day: days.SaidDay | None,
    listed: Batches,
    paper: terms.Terms,
    shipping: tuple[str, ...],
    today: date,
    bounds: Bounds,
) -> ReadRow:
    marks = {**whom.marks, **solved.marks}
    options = {**whom.options, **solved.options}
    asks = [*whom.asks, *solved.asks]
    when = solved.day
    rule = "m.d" if when is not None else "default_today"
    if when is not None or (day is not None and day.yearless):
        marks["day"] = How.LIKELY_YEAR
    if day is not None:
        when, rule = day.day, day.rule
        if when is None:
            asks.append(Ask.DATE)
            options[Ask.DATE] = tuple(Option({"day": each}) for each in day.instead)
    if when is None and Ask.DATE not in asks:
        when = today
        marks["day"] = How.TODAY
    quantity, codes = _batches(listed, solved, asks, options, marks, bounds)
    if not listed.said and not listed.listed and Ask.QUANTITY not in asks:
        codes = batches.claim_alone(line, bounds.batches)
        if codes:
            listed = replace(listed, listed=codes, said=True)
            marks["batches"] = How.LOOKS_SO
    left = line.left()
    if not listed.said and Ask.BATCHES not in asks and (like := [each for each in left if _like_a_batch(each)]):
        asks.append(Ask.BATCHES)
        options[Ask.BATCHES] = (Option({"batches": tuple(like)}), Option({"batches": ()}))
    return ReadRow(
        customer=whom.customer,
        project=whom.project,
        mcu=whom.mcu,
        written=whom.written,
        quantity=quantity,
        price=solved.price,
        currency=solved.currency,
        tax=solved.tax,
        total=solved.total,
        batches=codes,
        day=when,
        day_rule=rule,
        asks=tuple(dict.fromkeys(asks)),
        options=options,
        marks=marks,
        rest=(*paper.rest, *shipping, *left),
        reference=paper.reference,
    )


def _batches(
    listed: Batches,
    solved: Solved,
    asks: list[Ask],
    options: dict[Ask, tuple[Option, ...]],
    marks: dict[str, How],
    bounds: Bounds,
) -> tuple[int | None, tuple[ReadBatch, ...]]:
    quantity, codes = solved.quantity, listed.listed
    if listed.unclear:
        asks.append(Ask.BATCHES)
        options[Ask.BATCHES] = batches.readings(codes, listed.unclear)
    having = [each.quantity for each in codes if each.quantity is not None]
    if not having:
        if len(codes) > bounds.batches:
            asks.append(Ask.BATCH_QUANTITIES)
        return quantity, codes
    if len(having) < len(codes) or (quantity is not None and sum(having) != quantity):
        asks.append(Ask.BATCH_QUANTITIES)
        return quantity, codes
    if quantity is None and Ask.QUANTITY in asks and Ask.QUANTITY not in options:
        asks.remove(Ask.QUANTITY)
        marks["quantity"] = How.SUM
        if solved.total is not None and solved.price is None:
            solved.price = solving.worked_out(solved.total, Decimal(sum(having)))
            if solved.price is not None and Ask.PRICE in asks:
                asks.remove(Ask.PRICE)
        return sum(having), codes
    return quantity, codes


def _doubted(row: ReadRow, whom: Parties, line: LineText) -> ReadRow:
    """A customer that only the project tells, beside words that nobody understood, may be another, and so may any beside the
    full name of a company that isn't known: asked."""
    if row.customer is None or Ask.CUSTOMER in row.asks:
        return row
    unknown = correcting.unknown_company(line) is not None
    if not unknown and row.marks.get("customer") is not How.FROM_PROJECT:
        return row
    strange = [each for each in line.left() if sum(char.isalpha() for char in each) >= 2]
    if not strange:
        return row
    options = {**row.options, Ask.CUSTOMER: (Option({"customer": row.customer}),)}
    return replace(row, asks=(Ask.CUSTOMER, *row.asks), options=options)


def remarked(row: ReadRow, said: SaidRow) -> ReadRow:
    """What nothing was said of is as the remark says."""
    asks = list(row.asks)
    if said.tax is not None and row.tax is None:
        row = replace(row, tax=said.tax)
        asks += [Ask.TAX] if said.tax is Tax.EXCLUDED else []
    if said.currency != YUAN and row.currency == YUAN:
        row = replace(row, currency=said.currency)
        asks.append(Ask.CURRENCY)
    if said.day is not None and row.marks.get("day") is How.TODAY:
        marks = {name: how for name, how in row.marks.items() if name != "day"}
        likely = {"day": How.LIKELY_YEAR} if said.yearless else {}
        row = replace(row, day=said.day, day_rule="remark", marks=marks | likely)
    if said.batches and not row.batches and Ask.BATCHES not in asks:
        row = replace(row, batches=said.batches)
        row = _marked(row, "batches", How.LOOKS_SO if said.looks_so else None)
    last = row.project.last_price if row.project is not None else None
    if said.same_price and row.price is None and last is not None and Ask.PRICE in asks:
        asks.remove(Ask.PRICE)
        row = replace(row, price=last, marks={**row.marks, "price": How.AGAIN})
    return replace(row, asks=tuple(asks))


def leaves_out(row: ReadRow, said: SaidRow) -> bool:
    """Whether what is said of all can't be said of it: nothing is known of a former price."""
    return said.same_price and row.price is None


def _like_a_batch(text: str) -> bool:
    return batches.LIKE_A_BATCH.fullmatch(text.casefold()) is not None


def split(row: ReadRow, most: int) -> tuple[ReadRow, ...]:
    """More batches than an order holds, each with its quantity: linked rows of at most `most`."""
    if len(row.batches) <= most or row.asks or any(each.quantity is None for each in row.batches):
        return (row,)
    parts = [row.batches[start : start + most] for start in range(0, len(row.batches), most)]
    return tuple(
        replace(row, batches=part, quantity=sum(each.quantity or 0 for each in part), total=None) for part in parts
    )
