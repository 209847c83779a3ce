"""What tells one of the vendor's people from another: name, unit, and a number that can be said and searched by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.work import Work
from domain.people.records import Account


@dataclass(frozen=True, slots=True)
class PersonCalling:
    """`unit` is empty for whoever is in none; `number` is the account's, four digits."""

    account: Account
    unit: str
    number: str


def of(work: Work, accounts: Sequence[Account]) -> list[PersonCalling]:
    """In the same order."""
    units = {unit.id: unit.name for unit in work.people.units()}
    return [
        PersonCalling(each, units.get(each.unit_id, "") if each.unit_id else "", f"{each.id:04}") for each in accounts
    ]
