"""Who hears what an agency's owners, or the head above it, must know."""

from __future__ import annotations

from domain.base.work import Work
from domain.people import heads
from domain.people.records import AccountType


def owners(work: Work, agency_id: int) -> tuple[int, ...]:
    """The agency's active owners."""
    people = work.people.accounts_of_agency(agency_id)
    return tuple(each.id for each in people if each.active and each.type is AccountType.OWNER)


def head_of(work: Work, agency_id: int) -> tuple[int, ...]:
    """Who hears what the head of the agency's unit must know."""
    return heads.told(work, work.people.unit(work.people.agency(agency_id).unit_id))
