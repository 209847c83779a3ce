"""One message that tells of several customers: whose lines are whose, and a report each.

A line that begins with the name of another customer begins what is told of that one. Deliberately absent: what the lines say
(`follow_ups.quick`), and a guess where the name fits several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.core.ask import Ask
from dialogs.core.inputs import PartOf
from domain.base.searching import fits, words
from domain.follow_ups import views as follow_up_views
from domain.names import same_key
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter

SHORTEST = 2
"""Characters of a word that names a customer."""
LINES = 40
"""Beyond them nobody is looked up."""


@dataclass(frozen=True, slots=True)
class CustomerText:
    """What is told of a customer. `cut`: the word in front that named him."""

    customer: int
    text: str
    cut: str = ""


_THERE = re.compile(r"(?<=..)(?:那边|这边|那里|这里|那儿|这儿)")
"""启明那边新项目…: the name ends before it, without a space."""


def first_word(text: str) -> str:
    word = next(iter(text.replace("：", " ").replace(":", " ").split()), "")
    return _THERE.split(word, maxsplit=1)[0]


def without_there(behind: str) -> str:
    """What stands behind a customer's name."""
    return re.sub(r"^(?:[那这]边|[那这]里|[那这]儿)的?", "", behind)


def named(line: str, ask: Ask) -> int | None:
    """The only customer within reach that the first word names."""
    first = first_word(line)
    if len(first) < SHORTEST:
        return None
    rows, total = ask(customer_filters.customers, Filter(text=first), 0, 2)
    found = rows[0].customer if total == 1 else None
    return int(found.id) if found is not None and fits(found.name, words(first)) else None


def names_another(line: str, customer: int, ask: Ask) -> bool:
    """Whether the line tells of somebody else: one of the customer's own projects may be called as another customer is."""
    other = named(line, ask)
    if other in (None, customer):
        return False
    if not customer:
        return True
    projects = ask(follow_up_views.projects_of, customer)
    return same_key(first_word(line)) not in {each.told.key for each in projects}


def parted(text: str, customer: int, ask: Ask) -> list[CustomerText]:
    """The customer's own part first: what stands in front of the first line that names another."""
    lines = text.splitlines()
    found = [CustomerText(customer, lines[0] if lines else "")]
    for place, line in enumerate(lines[1:], 1):
        last = found[-1]
        if place < LINES and line.strip() and names_another(line, last.customer, ask):
            first = first_word(line)
            found.append(CustomerText(named(line, ask) or 0, line.strip().removeprefix(first).strip(" :："), first))
        else:
            found[-1] = CustomerText(last.customer, f"{last.text}\n{line}", last.cut)
    return found


def told_now(text: str, customer: int, ask: Ask, *, front: bool) -> list[PartOf]:
    """The parts of a message that was parted before and reads differently now, in which the customer has a part. `front`: that
    which names nobody is his."""
    lines = text.strip().splitlines()
    first = named(lines[0], ask) if lines else None
    whose = first if first is not None else customer if front else 0
    found = []
    for place, each in enumerate(parted(text.strip(), whose, ask)):
        cut = first_word(each.text) if place == 0 and first is not None else each.cut
        own = each.text.removeprefix(cut).strip(" :：") if place == 0 else each.text
        found.append(PartOf(f"{cut} {own}".strip(), own, each.customer == customer))
    return found
