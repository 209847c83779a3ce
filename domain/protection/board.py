"""看板: who holds how many customers, how many of them end soon and how many are left alone (docs/customers.md).

Whoever has most to see to stands in front. An owner reads of his people, the vendor of agencies and of people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from domain.base.rights import Action, reach
from domain.base.work import Work
from domain.customers.records import Grouping, HeldBy, HeldCounts
from domain.protection import filters

BoardGrouping: TypeAlias = Literal[Grouping.AGENCY, Grouping.PERSON]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`agency` is a person's, for the vendor; else empty."""

    key: int
    name: str
    agency: str
    counts: HeldCounts


def board(work: Work, by: BoardGrouping, offset: int, limit: int) -> tuple[Sequence[BoardRow], int]:
    """One page, and how many there are. Raises `NotAllowed`."""
    found = sorted(
        work.customers.tallies(
            reach(work.actor, Action.SEE_BOARD), by, ending_by=filters.ending_by(work), today=work.today
        ),
        key=lambda each: (-(each.counts.ending + each.counts.overdue), -each.counts.held, each.key),
    )
    return [_named(work, by, each) for each in found[offset : offset + limit]], len(found)


def _named(work: Work, by: BoardGrouping, held: HeldBy) -> BoardRow:
    if by is Grouping.AGENCY:
        return BoardRow(held.key, work.people.agency(held.key).called, "", held.counts)
    person = work.people.account(held.key)
    told = work.actor.agency_id is None and person.agency_id is not None
    agency = work.people.agency(person.agency_id).called if told and person.agency_id is not None else ""
    return BoardRow(held.key, person.name, agency, held.counts)
