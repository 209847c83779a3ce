"""That two customers were found to be one, and who said so: apart from `merging`, for whoever judges a loss asks it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.events import Event
from domain.base.work import Work

MOST = 50
"""Mergings of one customer that are looked at, the last ones."""


@dataclass(frozen=True, kw_only=True)
class CustomersMerged(Event, subject="customer"):
    """Of the one that stays; `gone` keeps its history under its own number. `lost_by` was the contact of the one that is
    gone and isn't of this one."""

    customer: int
    gone: int
    gone_name: str
    lost_by: int | None


def all_of(work: Work, customer_id: int) -> list[int]:
    """The customer, and whatever was merged into it."""
    ids = [customer_id]
    for each in ids:
        ids += work.customers.merged_into(each)
    return ids


def took_away(work: Work, customer_id: int) -> set[int]:
    """The accounts that merged it so that somebody lost it."""
    ids = all_of(work, customer_id)
    found = work.events.of_subjects("customer", ids, offset=-MOST, limit=MOST, kinds=(CustomersMerged,))
    lost = (each for each in found if isinstance(each.event, CustomersMerged) and each.event.lost_by is not None)
    return {each.actor for each in lost if each.actor is not None}
