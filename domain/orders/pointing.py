"""Which of some lines a message about them means: 第二个批次 C5, 白桦的应该是4k, 海棠退100; and of which order that stands somebody
speaks who answers none: 刚才白桦那单不是5k是4k, DD-2026-00010 退 200."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from domain.base.errors import NotAllowed
from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.orders import knowing
from domain.orders.reading import Catalogue, intents, ordinals
from domain.orders.reading.catalogue import Mention
from domain.orders.reading.moved_goods import delivery, given_back
from domain.orders.reading.text import LineText
from domain.orders.records import Line, Order, Wanted

Pointed = tuple[Order, Line]
LATELY = 30
MOST = 3
_THAT_ONE = re.compile(
    r"(?P<when>刚才|刚刚|今天|昨天|早上|上午|下午|之前|上次)?(?:录的|的)?[^,，。;；\n]{0,24}?(?P<then>刚才|刚刚|今天|昨天|早上|上午|下午)?(?:录的|的)?[那这上]一?[单笔](?:的)?"
)


def named(work: Work, lines: Sequence[Pointed], text: str, today: date) -> tuple[Sequence[Pointed], str]:
    """Those that can be meant: by number where several orders were told, by customer and project, by a batch of which goods
    move; and what is said besides number and names."""
    if len({order.id for order, _ in lines}) > 1 and (found := ordinals.only(text, len(lines))) is not None:
        place, words = found
        return [lines[place]], words
    try:
        catalogue = knowing.catalogue(work)
    except NotAllowed:
        return lines, text
    line = LineText(text)
    mentions = catalogue.mentions(line)
    said = [each for each in mentions if any(_fits(catalogue, each, one) for one in lines)]
    meant = [one for one in lines if all(_fits(catalogue, each, one) for each in said)]
    words = _without(line, said) if meant else text
    moved = delivery(words, today) or given_back(words, today)
    told = {each.casefold() for each in moved.batches} if moved is not None else set()
    having = [one for one in meant if told & {each.code.casefold() for each in one[1].batches}]
    return having or meant or lines, words


def _fits(catalogue: Catalogue, mention: Mention, one: Pointed) -> bool:
    order, line = one
    customers = {catalogue.customers[place].id for place in mention.customers}
    projects = {catalogue.customers[place].projects[number].id for place, number in mention.pairs}
    return order.customer_id in customers or line.project_id in projects


def _without(line: LineText, said: Sequence[Mention]) -> str:
    parts, at = [], 0
    for each in sorted(said, key=lambda each: each.start):
        parts.append(line.written(at, each.start))
        at = each.end
    return " ".join([*parts, line.written(at, len(line.plain))]).strip()


def spoken_of(work: Work, text: str) -> tuple[Sequence[Order], str]:
    """The newest orders that 白桦那单 may be, where something of it is corrected, and what is said besides."""
    plain = LineText(text).plain
    that = _THAT_ONE.search(plain) if len(plain) == len(text) else None
    if that is None or not (intents.corrects(plain) or "错" in plain):
        return (), text
    customers = _customers_named(work, text)
    if len(customers) != 1:
        return (), text
    mine = reach(work.actor, Action.LOG_ORDERS)
    newest = work.orders.newest(mine, Wanted(customer_id=customers[0], limit=LATELY))
    when = that["when"] or that["then"] or ""
    sold = [each for each in newest if not each.is_return and _is_of(work, when)(each)]
    if when in ("刚才", "刚刚"):
        sold = sorted(sold, key=lambda each: each.at)[-1:]
    return sold[:MOST], f"{text[: that.start()]} {text[that.end() :]}".strip()


def _customers_named(work: Work, text: str) -> Sequence[int]:
    catalogue, line = knowing.catalogue(work), LineText(text)
    found = {place for each in catalogue.mentions(line) if len(each.customers) == 1 for place in each.customers}
    return [catalogue.customers[place].id for place in sorted(found)]


def _is_of(work: Work, when: str) -> Callable[[Order], bool]:
    def logged_today(order: Order) -> bool:
        return work.calendar.day_of(order.at) == work.today

    return logged_today if when in ("今天", "早上", "上午", "下午") else lambda order: True
