"""疑似同一客户: customers that turned out to bear one name when a new version read names anew.

They stay two, and whoever asks for either is told the strictest of both answers (`identity`), until an administrator
merges them or gives them names or codes that tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers import identity, similar
from domain.customers.lookalikes import Hit, Lookalike
from domain.customers.records import Customer
from domain.names import compare
from domain.names.terms import RECIPE


@dataclass(frozen=True, kw_only=True)
class TwinsFound(Event, subject="names"):
    """`names` is the recipe by which they were read, `twins` how many customers are the same as another one."""

    names: int
    twins: int


@dataclass(frozen=True, slots=True)
class Twins:
    first: Lookalike
    second: Lookalike


def note(work: Work, twins: int) -> None:
    """At a start that read the names anew."""
    if twins:
        work.events.record(TwinsFound(names=RECIPE, twins=twins))


def suspected(work: Work, offset: int, limit: int) -> tuple[tuple[Twins, ...], int]:
    """A page of them, and how many there are. Raises `NotAllowed`."""
    demand(work.actor, Action.MERGE_CUSTOMERS)
    pairs = [(work.customers.get(first), work.customers.get(second)) for first, second in work.customers.twins()]
    still = [pair for pair in pairs if _are_still(work, *pair)]
    return tuple(_side_by_side(work, *pair) for pair in still[offset : offset + limit]), len(still)


def _are_still(work: Work, first: Customer, second: Customer) -> bool:
    """Nobody gave them names or codes that tell them apart meanwhile."""
    return any(
        other.id == each.id
        for one, other in ((first, second), (second, first))
        for each in identity.known(work, one.name, one.credit_code)
    )


def _side_by_side(work: Work, first: Customer, second: Customer) -> Twins:
    found = compare(first.name, second.name)
    hits = (Hit(each.id, each.name, found.verdict, found.score, found.reasons) for each in (first, second))
    return Twins(*(similar.standing(work, hit) for hit in hits))
