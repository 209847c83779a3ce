"""What tells one of the vendor's people from another: name, unit, and a number that can be said and searched by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.people import persons
from domain.people.records import Account


@dataclass(frozen=True, slots=True)
class PersonCalling:
    """`unit` is empty for whoever is in none; `number` is his 工号, where that isn't known the account's, four digits."""

    account: Account
    unit: str
    number: str


@dataclass
class EmployeeNumberTaken(Refusal):
    """Somebody else of the vendor's has it."""

    number: str
    name: str


def of(work: Work, accounts: Sequence[Account]) -> list[PersonCalling]:
    """In the same order."""
    units = {unit.id: unit.name for unit in work.people.units()}
    return [
        PersonCalling(
            each, units.get(each.unit_id, "") if each.unit_id else "", each.employee_number or f"{each.id:04}"
        )
        for each in accounts
    ]


def demand_number_free(work: Work, number: str, of: Account | None) -> None:
    """Several accounts of one person have one 工号. Raises `EmployeeNumberTaken`."""
    if not number:
        return
    work.people.lock_employee_number(number)
    own = {each.id for each in persons.accounts(work, of)} if of is not None else set()
    for each in work.people.vendor_accounts():
        if each.employee_number == number and each.id not in own:
            raise EmployeeNumberTaken(number, each.name)
