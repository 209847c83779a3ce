"""What a message without a customer says of an order that stands on a card: 改6k, 价格3.3, 昨天的, 不要第二个, 批次 A14.

Only what is said changes; what is asked of it is asked anew. A message that names a customer, project or model beside a
quantity or price is an order of its own unless it answers the card.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.orders.reading import (
    amounts,
    batches,
    correcting,
    days,
    leftovers,
    ordinals,
    parties,
    restated,
    solving,
    swapping,
    terms,
)
from domain.orders.reading.catalogue import Catalogue, Mention, Names
from domain.orders.reading.moved_goods import delivery
from domain.orders.reading.parties import Parties
from domain.orders.reading.records import WHOM, Ask, Bounds, ReadBatch, ReadRow
from domain.orders.reading.solving import Certain, Solved
from domain.orders.reading.text import LineText, pointed

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
    absent: tuple[int, ...] = ()
    """The numbers of rows that it names and that aren't there: then nothing of it is done."""

    no_days: tuple[str, ...] = ()
    """Of `rest`, what was meant as a day and is none: it is asked."""

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
    if absent := ordinals.absent(LineText(text), len(rows)):
        return Amended(tuple(rows), rest=(text.strip(),), absent=absent)
    asking = [each for each in rows if Ask.BATCH_QUANTITIES in each.asks]
    if len(asking) == 1:
        text = batches.answered(text, asking[0].batches, asking[0].quantity)
    now = list(rows)
    changed: set[int] = set()
    removed: set[int] = set()
    rest: list[str] = []
    no_days: list[str] = []
    said = whom = False
    swaps = swapping.told(LineText(text), rows) is not None
    for part in _parts(pointed(text) if swaps else correcting.plainly(pointed(text)), len(rows)):
        after = _amend_one(part, now, catalogue, today, bounds)
        now = list(after.rows)
        changed |= after.changed
        removed |= after.removed
        rest += after.rest
        no_days += after.no_days
        said = said or after.said
        whom = whom or after.whom
    if correcting.replaces_batches(text) and not swaps:
        now = [_batches_anew(row, rows[place]) for place, row in enumerate(now)]
    return Amended(
        tuple(now), frozenset(changed - removed), frozenset(removed), tuple(rest), said, whom, no_days=tuple(no_days)
    )


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
        if parts and (not _names_rows(each, count) or _only_names(each, count) or _only_names(parts[-1], count)):
            parts[-1] += f"，{each}"
        else:
            parts.append(each)
    return parts if len(parts) > 1 and sum(_names_rows(each, count) for each in parts) > 1 else [text]


def _apart(clause: str, count: int) -> list[str]:
    """第一个改6k第二个改5k, between which there is no mark."""
    found = ordinals.spans(LineText(clause), count)
    cuts = [
        found[at][0]
        for at in range(1, len(found))
        if not _JOINS.fullmatch(LineText(clause).plain[found[at - 1][1] : found[at][0]])
        and len(LineText(clause).plain) == len(clause)
    ]
    return [clause[start:end] for start, end in zip([0, *cuts], [*cuts, len(clause)], strict=True)]


def _names_rows(clause: str, count: int) -> bool:
    return bool(ordinals.spans(LineText(clause), count))


def _only_names(clause: str, count: int) -> bool:
    """第一个，第二个: of which nothing is said here."""
    line = LineText(clause)
    for span in ordinals.spans(line, count):
        line.claim(*span, "sign")
    terms.claim_filler(line)
    return not line.left()


def _amend_one(text: str, rows: Sequence[ReadRow], catalogue: Catalogue, today: date, bounds: Bounds) -> Amended:
    line = LineText(" ".join(text.split()))
    instead = swapping.told(line, rows)
    meant = ordinals.named(line, len(rows)) or swapping.places(rows, instead)
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
    besides = terms.claim_besides(line, alone=True)
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
    told = bool(found.quantities or found.prices or found.bare or found.totals or found.unclear or by or dearer)
    pointed_at = None
    if not meant and (told or listed.said or dated):
        pointed_at = _pointed_at(line, said, rows, catalogue)
        if pointed_at == []:
            return Amended(tuple(rows), rest=(text.strip(),))
        meant = pointed_at or []
    places = meant or [_likeliest(rows, found)]
    changed: dict[int, ReadRow] = {}
    names = False
    for place in places:
        row = rows[place]
        solved = _figures(row, found, listed, today, bounds)
        _claim_used(line, solved)
        leftovers.doubt(line, solved)
        after = correcting.repriced(correcting.shifted(restated.with_figures(row, solved), by), dearer)
        after = restated.with_batches(after, listed, bounds)
        after = swapping.done(after, instead)
        after = restated.with_day(after, dated, solved)
        whom = (
            parties.decide(line, said, catalogue, restated.place_of(row, catalogue))
            if pointed_at is None and (said.names or said.models)
            else None
        )
        names = names or _names_unasked(row, whom)
        after = restated.with_parties(after, whom)
        if after != row:
            changed[place] = after
    terms.claim_filler(line)
    no_days = tuple(each.wrong for each in dated if each.wrong)
    return Amended(
        tuple(changed.get(place, row) for place, row in enumerate(rows)),
        changed=frozenset(changed),
        rest=(*besides, *shipping, *no_days, *line.left()),
        no_days=no_days,
        said=any(each.part not in ("sign", "filler", "shipping", "terms") for each in line.claims),
        whom=names and not correcting.tells_whom(text),
    )


_TAKES_ITS_PLACE = re.compile(
    r"(?:客户|项目|型号|名称|[是为换改到])\s?[:：]?\s?$|(?<![a-z])(?:customer|project|to|be|it)\s?:?\s?$"
)
"""改成白桦: what stands behind such a word is the new value."""


def _pointed_at(
    line: LineText, said: parties.Mentions, rows: Sequence[ReadRow], catalogue: Catalogue
) -> list[int] | None:
    """The row that the name in front of a new figure means (白桦改成6k); none where nobody on the card is called so, None where
    the name says nothing of which row."""
    names = [each for each in said.names if _TAKES_ITS_PLACE.search(line.plain[: each.start].replace("成", "")) is None]
    customers = [each for each in names if each.names is Names.CUSTOMER]
    if not names or len(names) < len(said.names):
        return None
    found = [place for place, row in enumerate(rows) if all(_is_called(row, each, catalogue) for each in names)]
    if not found:
        asked = any(Ask.PROJECT in row.asks for row in rows)
        return None if asked and not customers else []
    return found if len(found) == 1 and (customers or len(rows) > 1) else None


def _is_called(row: ReadRow, name: Mention, catalogue: Catalogue) -> bool:
    place = restated.place_of(row, catalogue)
    if place is None or name.names is Names.CUSTOMER:
        return place in name.customers
    return any(of == place and catalogue.customers[of].projects[at] == row.project for of, at in name.pairs)


def _alone(line: LineText, listed: batches.Batches, bounds: Bounds) -> batches.Batches:
    """A53 without a label."""
    alone = () if listed.said else batches.claim_alone(line, bounds.batches)
    return replace(listed, listed=alone, said=True) if alone else listed


def _claim_used(line: LineText, solved: Solved) -> None:
    for bare in solved.used:
        if line.open[bare.start : bare.end] == bare.text:
            line.claim(bare.start, bare.end, "amounts")


def _names_unasked(row: ReadRow, whom: Parties | None) -> bool:
    """A customer, or somebody else's project; one of the customer's own projects is a correction."""
    if whom is None or whom.customer is None or row.customer is None or any(each in WHOM for each in row.asks):
        return False
    return whom.names_customer or whom.customer is not row.customer


def _inside_a_word(line: LineText, sign: re.Match[str]) -> bool:
    around = line.plain[sign.start() - 1 : sign.start()] + line.plain[sign.end() : sign.end() + 1]
    return any(char.isascii() and char.isalnum() for char in around)


def _likeliest(rows: Sequence[ReadRow], found: amounts.Amounts) -> int:
    wanted = Ask.PRICE if found.prices else Ask.QUANTITY if found.quantities else None
    open_rows = [place for place, row in enumerate(rows) if row.asks and (wanted is None or wanted in row.asks)]
    return open_rows[0] if len(open_rows) == 1 else len(rows) - 1


def _figures(row: ReadRow, found: amounts.Amounts, listed: batches.Batches, today: date, bounds: Bounds) -> Solved:
    """The numbers, each a new quantity or price; beside the old one of the other kind a bare one finds its place."""
    last = row.price or (row.project.last_price if row.project is not None else None)
    return solving.solve(found, Certain(today, bounds, last, has_batches=True, spare=listed.spare))


def takes_back(text: str) -> bool:
    """撤, 作废: the whole order was none."""
    return _VOID.fullmatch("".join(each for each in LineText(text).plain if each.isalnum())) is not None


def names_a_row(text: str, count: int) -> bool:
    """第二个改6k: which of so many is said."""
    return bool(ordinals.named(LineText(" ".join(text.split())), count))


def batches_alone(text: str) -> tuple[ReadBatch, ...]:
    """`批次 A14` and nothing besides: they are added to the order that it answers."""
    line = LineText(" ".join(text.split()))
    listed = batches.claim(line)
    return listed.listed if listed.said and not line.left() and not listed.unclear else ()
