"""What a message without a customer says of an order that stands on a card: 改6k, 价格3.3, 昨天的, 不要第二个, 批次 A14.

Only what is said changes; what is asked of it is asked anew. A message that names a customer, project or model beside a
quantity or price is an order of its own unless it answers the card.
"""

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
    leftovers,
    numerals,
    parties,
    solving,
    swapping,
    terms,
)
from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.moved_goods import delivery
from domain.orders.reading.parties import Parties
from domain.orders.reading.records import Ask, Bounds, How, Option, ReadBatch, ReadRow, Tax
from domain.orders.reading.solving import Certain, Solved
from domain.orders.reading.text import LineText, pointed

_ORDINAL = re.compile(
    r"第\s?(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?:个|行|条|单|笔|项)?|(?<![a-z])(?:no\.?|row|line|#)\s?(?P<latin>\d{1,2})(?!\d)"
)
_LAST = re.compile(r"最后(?:一)?(?:个|行|条|单|笔|项)|(?:the )?last (?:one|row)")
_AWAY = re.compile(r"不要|去掉|删掉|删除|删|取消|不算|别要|without|remove|drop|delete")
_CHANGE = re.compile(
    r"(?<=\x00)都(?=改|是|\s)|改成|改为|改到|[降涨调减加]到|[降涨]为|改|换成|换为|换|应该是|应为|是|写成|不是.{1,12}?[,，]?\s?是|变成|调成|应该|(?:写|打|搞|报|记|录|说|弄|填)错了?|错了?|不太?对|有误|更正|为|change to|should be|make it|to"
)
_INSTEAD = re.compile(r"不是\s?(?P<wrong>[^,，。\s]{1,14})\s?[,，]?\s?(?:是|而是)|不是\s?[^,，。\s]{1,14}$")
_VOID = re.compile(
    r"(?:把|请|麻烦)?(?:这一?[单笔个]|订单|全部|整单|都)?(?:撤单|撤销|撤回|撤掉|撤了|撤|作废|取消|删除|删掉|删|不要|没成交|没成|没签成|录错了?|void|cancel|delete|undo)"
    r"(?:了|吧|掉|这一?[单笔个]|订单|谢谢|it|this)?"
)


@dataclass(frozen=True, slots=True)
class Amended:
    """The rows as they are after it; `changed` are their places, `removed` the places of those that aren't wanted. `rest`
    is what could not be placed. Nothing changed and nothing removed: it wasn't understood."""

    rows: tuple[ReadRow, ...]
    changed: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()
    rest: tuple[str, ...] = ()
    said: bool = False
    """Whether a value was told, be it the one that stands there."""
    whom: bool = False
    """Whether it names for whom it is, though nobody asked and no word says that this is changed."""

    @property
    def understood(self) -> bool:
        return bool(self.changed or self.removed)

    @property
    def agrees(self) -> bool:
        """All that it says stands there already."""
        return self.said and not self.understood and not self.rest


def amend(text: str, rows: Sequence[ReadRow], catalogue: Catalogue, today: date, bounds: Bounds) -> Amended:
    """Where several rows stand there and none is named, a change is only understood when it can mean one of them alone:
    the one with an open question about it, or else the last. Of 第一个改6k，第二个价格3.3 each part changes its own. Nothing is
    understood where no row stands there, and of what tells of a delivery."""
    if not rows or delivery(text, today) is not None:
        return Amended(tuple(rows), rest=(text.strip(),))
    asking = [each for each in rows if Ask.BATCH_QUANTITIES in each.asks]
    if len(asking) == 1:
        text = batches.answered(text, asking[0].batches, asking[0].quantity)
    now = list(rows)
    changed: set[int] = set()
    removed: set[int] = set()
    rest: list[str] = []
    said = whom = False
    swaps = swapping.told(LineText(text), rows) is not None
    for part in _parts(pointed(text) if swaps else correcting.plainly(pointed(text)), len(rows)):
        after = _amend_one(part, now, catalogue, today, bounds)
        now = list(after.rows)
        changed |= after.changed
        removed |= after.removed
        rest += after.rest
        said = said or after.said
        whom = whom or after.whom
    if correcting.replaces_batches(text) and not swaps:
        now = [_batches_anew(row, rows[place]) for place, row in enumerate(now)]
    return Amended(tuple(now), frozenset(changed - removed), frozenset(removed), tuple(rest), said, whom)


def _batches_anew(row: ReadRow, before: ReadRow) -> ReadRow:
    """Those alone that were told now."""
    told = tuple(each for each in row.batches if each not in before.batches)
    return replace(row, batches=told) if told else row


_CLAUSE = re.compile(r"[\n;；。]|[,，](?!\d{3}(?!\d))")
_JOINS = re.compile(r"[\s,，、和与跟及都各&]*(?:and)?[\s,，、和与跟及都各&]*")


def _parts(text: str, count: int) -> list[str]:
    """What is said of one row, or of several alike; only where rows are named at more than one place."""
    clauses = [part for each in _CLAUSE.split(text) for part in _apart(each, count) if part.strip()]
    parts: list[str] = []
    for each in clauses:
        if parts and (not _places(each, count) or _only_names(each, count) or _only_names(parts[-1], count)):
            parts[-1] += f"，{each}"
        else:
            parts.append(each)
    return parts if len(parts) > 1 and sum(bool(_places(each, count)) for each in parts) > 1 else [text]


def _apart(clause: str, count: int) -> list[str]:
    """第一个改6k第二个改5k, between which there is no mark."""
    found = _spans(LineText(clause), count)
    cuts = [
        found[at][0]
        for at in range(1, len(found))
        if not _JOINS.fullmatch(LineText(clause).plain[found[at - 1][1] : found[at][0]])
        and len(LineText(clause).plain) == len(clause)
    ]
    return [clause[start:end] for start, end in zip([0, *cuts], [*cuts, len(clause)], strict=True)]


def _spans(line: LineText, count: int) -> list[tuple[int, int]]:
    found = [each.span() for each in _ORDINAL.finditer(line.plain) if _number(each, count) is not None]
    return sorted([*found, *(each.span() for each in _LAST.finditer(line.plain))])


def _places(clause: str, count: int) -> bool:
    return bool(_spans(LineText(clause), count))


def _only_names(clause: str, count: int) -> bool:
    """第一个，第二个: of which nothing is said here."""
    line = LineText(clause)
    for span in _spans(line, count):
        line.claim(*span, "sign")
    terms.claim_filler(line)
    return not line.left()


def _amend_one(text: str, rows: Sequence[ReadRow], catalogue: Catalogue, today: date, bounds: Bounds) -> Amended:
    line = LineText(" ".join(text.split()))
    instead = swapping.told(line, rows)
    meant = _named(line, len(rows)) or swapping.places(rows, instead)
    wrong = _INSTEAD.search(line.open)
    if wrong is not None:
        line.claim(*wrong.span(), "sign")
    away = _AWAY.search(line.open)
    if away is not None and meant:
        line.claim(*away.span(), "sign")
        terms.claim_filler(line)
        return Amended(tuple(rows), removed=frozenset(meant), rest=tuple(line.left()))
    terms.claim_faces(line)
    said = parties.mentions(line, catalogue)
    listed = batches.claim(line)
    dated, shipping = days.claim(line, today)
    dearer = correcting.price_shift(line)
    by = correcting.shift(line)
    for sign in line.found(_CHANGE):
        if not (sign.group().isascii() and _inside_a_word(line, sign)):
            line.claim(*sign.span(), "sign")
    found = amounts.claim(line)
    if not dated:
        dated = days.claim_slashed(line, today)
        found.bare = [each for each in found.bare if line.open[each.start : each.end] == each.text]
    listed = _alone(line, listed, bounds)
    places = meant or [_likeliest(rows, found)]
    changed: dict[int, ReadRow] = {}
    names = False
    for place in places:
        row = rows[place]
        solved = _figures(row, found, listed, today, bounds)
        _claim_used(line, solved)
        leftovers.doubt(line, solved)
        after = correcting.repriced(correcting.shifted(_with_figures(row, solved), by), dearer)
        after = _with_batches(after, listed, bounds)
        after = swapping.done(after, instead)
        after = _with_day(after, dated, solved)
        whom = parties.decide(line, said, catalogue, _place(row, catalogue)) if said.names or said.models else None
        names = names or _names_unasked(row, whom)
        after = _with_parties(after, whom)
        if after != row:
            changed[place] = after
    terms.claim_filler(line)
    return Amended(
        tuple(changed.get(place, row) for place, row in enumerate(rows)),
        changed=frozenset(changed),
        rest=(*shipping, *line.left()),
        said=any(each.part not in ("sign", "filler", "shipping") for each in line.claims),
        whom=names and not correcting.tells_whom(text),
    )


def _alone(line: LineText, listed: batches.Batches, bounds: Bounds) -> batches.Batches:
    """A53 without a label."""
    alone = () if listed.said else batches.claim_alone(line, bounds.batches)
    return replace(listed, listed=alone, said=True) if alone else listed


def _claim_used(line: LineText, solved: Solved) -> None:
    for bare in solved.used:
        if line.open[bare.start : bare.end] == bare.text:
            line.claim(bare.start, bare.end, "amounts")


_WHOM = (Ask.CUSTOMER, Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)


def _names_unasked(row: ReadRow, whom: Parties | None) -> bool:
    """A customer, or somebody else's project; one of the customer's own projects is a correction."""
    if whom is None or whom.customer is None or row.customer is None or any(each in _WHOM for each in row.asks):
        return False
    return whom.names_customer or whom.customer is not row.customer


def _inside_a_word(line: LineText, sign: re.Match[str]) -> bool:
    around = line.plain[sign.start() - 1 : sign.start()] + line.plain[sign.end() : sign.end() + 1]
    return any(char.isascii() and char.isalnum() for char in around)


def _named(line: LineText, count: int) -> list[int]:
    """The rows that are named by their number, as far as there are so many."""
    places = []
    for found in line.found(_ORDINAL):
        place = _number(found, count)
        if place is not None:
            places.append(place)
            line.claim(*found.span(), "sign")
    for last in line.found(_LAST):
        places.append(count - 1)
        line.claim(*last.span(), "sign")
    return list(dict.fromkeys(places))


def _number(found: re.Match[str], count: int) -> int | None:
    """The place of the row, where there are so many."""
    number = numerals.value(found["number"] or found["latin"])
    return int(number) - 1 if number is not None and 1 <= number <= count else None


def _likeliest(rows: Sequence[ReadRow], found: amounts.Amounts) -> int:
    wanted = Ask.PRICE if found.prices else Ask.QUANTITY if found.quantities else None
    open_rows = [place for place, row in enumerate(rows) if row.asks and (wanted is None or wanted in row.asks)]
    return open_rows[0] if len(open_rows) == 1 else len(rows) - 1


def _figures(row: ReadRow, found: amounts.Amounts, listed: batches.Batches, today: date, bounds: Bounds) -> Solved:
    """The numbers, each a new quantity or price; beside the old one of the other kind a bare one finds its place."""
    last = row.price or (row.project.last_price if row.project is not None else None)
    return solving.solve(found, Certain(today, bounds, last, has_batches=True, spare=listed.spare))


def _with_figures(row: ReadRow, solved: Solved) -> ReadRow:
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
        after = _with_total(replace(after, total=solved.total), asks, marks)
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
    elif (
        row.quantity is not None
        and row.price is not None
        and not solving.agrees(row.total, Decimal(row.quantity), row.price)
    ):
        asks.append(Ask.TOTAL)
    return row


def _with_batches(row: ReadRow, listed: batches.Batches, bounds: Bounds) -> ReadRow:
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
    if len(codes) > bounds.batches and any(each.quantity is None for each in codes):
        asks.append(Ask.BATCH_QUANTITIES)
    return replace(row, batches=tuple(codes), asks=tuple(asks), options=options)


def _with_day(row: ReadRow, dated: Sequence[days.SaidDay], solved: Solved) -> ReadRow:
    day = dated[0].day if dated else solved.day
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


def _place(row: ReadRow, catalogue: Catalogue) -> int | None:
    return next((at for at, each in enumerate(catalogue.customers) if each is row.customer), None)


def _with_parties(row: ReadRow, whom: Parties | None) -> ReadRow:
    if whom is None or whom.customer is None:
        return row
    asks = (*whom.asks, *(each for each in row.asks if each not in _WHOM))
    marks = {key: value for key, value in row.marks.items() if key not in ("customer", "project")} | whom.marks
    options = {key: value for key, value in row.options.items() if key not in _WHOM} | whom.options
    return replace(
        row,
        customer=whom.customer,
        project=whom.project,
        mcu=whom.mcu,
        written=whom.written or row.written,
        asks=asks,
        marks=marks,
        options=options,
    )


def takes_back(text: str) -> bool:
    """撤, 作废: the whole order was none."""
    return _VOID.fullmatch("".join(each for each in LineText(text).plain if each.isalnum())) is not None


def names_a_row(text: str, count: int) -> bool:
    """第二个改6k: which of so many is said."""
    return bool(_named(LineText(" ".join(text.split())), count))


def batches_alone(text: str) -> tuple[ReadBatch, ...]:
    """`批次 A14` and nothing besides: they are added to the order that it answers."""
    line = LineText(" ".join(text.split()))
    listed = batches.claim(line)
    return listed.listed if listed.said and not line.left() and not listed.unclear else ()
