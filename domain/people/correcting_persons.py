"""Personal data put right: mail, phone, 工号, by the person himself or by whoever manages him (docs/people.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.base import identifiers
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.work import Work
from domain.people.callings import demand_number_free
from domain.people.joining import may_manage
from domain.people.records import Account, AccountState

FIELDS = ("email", "phone", "employee_number")


@dataclass(frozen=True, kw_only=True)
class CorrectPerson:
    """`employee_number` is of the vendor's people."""

    account: int
    email: str
    phone: str | None = None
    employee_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class PersonCorrected(Event, subject="account"):
    """`fields` are those that changed; what stood in them isn't kept here."""

    account: int
    fields: tuple[str, ...]


def correct(work: Work, command: CorrectPerson) -> tuple[str, ...]:
    """Which fields changed. Raises `NotFound`, `EmployeeNumberTaken`."""
    account = to_correct(work, command.account)
    told = command.phone or ""
    same = identifiers.plain_phone(told) == identifiers.plain_phone(account.phone)
    after = replace(account, email=command.email, phone=account.phone if same else told)
    if account.agency_id is None:
        after = replace(after, employee_number=(command.employee_number or "").upper())
        demand_number_free(work, after.employee_number, account)
    changed = tuple(name for name in FIELDS if getattr(after, name) != getattr(account, name))
    if changed:
        work.people.keep_account(account, after)
        work.events.record(PersonCorrected(account=account.id, fields=changed))
    return changed


def to_correct(work: Work, account_id: int) -> Account:
    """One whose data the actor may put right: his own, or that of somebody he manages. Raises `NotFound`."""
    account = work.people.account(account_id)
    if account.state is AccountState.LEFT or not may_correct(work, account):
        raise NotFound("account")
    return account


def may_correct(work: Work, account: Account) -> bool:
    if work.actor.former:
        return False
    return work.actor.id == account.id or may_manage(work, account)
