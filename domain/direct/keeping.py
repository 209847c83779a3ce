"""The vendor's own accounts are added and removed, one by one or by a list.

A customer that an agency holds, or that is being reported, can become one: its administrator is told before and decides. Who
holds it keeps what was granted to its end (extensions go before the manager as ever); then it lies in no pool. Reports that
wait can't be approved any more, whoever decides reads why. A list doesn't decide that: such rows come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain import identity, job_control
from domain.customers import LIVE, Customer, CustomerState
from domain.errors import NotFound, Refusal
from domain.events import Event
from domain.findings import Findings, Marks
from domain.imports import Cells, Clash, Column, Fate, Settled
from domain.jobs import Job
from domain.names import same_key
from domain.naming import demand_name
from domain.rights import Action, demand
from domain.work import Work

JOB = "import_direct"
LONGEST_NAME = 60
Row = tuple[int, Cells, Marks]


@dataclass(frozen=True, kw_only=True)
class AddDirectAccount:
    """The command behind 添加直供客户."""

    name: str
    credit_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveDirectAccount:
    customer: int


@dataclass(frozen=True, kw_only=True)
class ImportDirectAccounts:
    sha256: str
    name: str


@dataclass
class DirectAlready(Refusal):
    """It stands in the list."""

    name: str


@dataclass
class VendorsOwn(Refusal):
    """The customer is the vendor's own account: said to whoever decides, never to who asked."""

    name: str


@dataclass(frozen=True, kw_only=True)
class DirectAccountAdded(Event, subject="account"):
    account: int
    customer: int
    name: str


@dataclass(frozen=True, kw_only=True)
class DirectAccountRemoved(Event, subject="account"):
    account: int
    customer: int
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in the way of a new own account: who holds it until when, and how many reports wait."""

    agency: str = ""
    person: str = ""
    until: date | None = None
    reports: int = 0

    @property
    def free(self) -> bool:
        return not self.agency and not self.reports


def demand_not_direct(work: Work, customer: Customer) -> None:
    """Raises `VendorsOwn`."""
    if work.directs.among((customer.id,)):
        raise VendorsOwn(customer.name)


def standing(work: Work, name: str, credit_code: str | None) -> Standing:
    """Told before it is added. Raises `NotAllowed`."""
    demand(work.actor, Action.KEEP_DIRECT)
    found = [_standing(work, each) for each in identity.same(work, name, credit_code)]
    held = next((each for each in found if each.agency), Standing())
    return Standing(held.agency, held.person, held.until, sum(each.reports for each in found))


def _standing(work: Work, customer: Customer) -> Standing:
    waiting = len(work.customers.reports_of(customer.id, LIVE))
    if customer.state is not CustomerState.PROTECTED or customer.agency_id is None:
        return Standing(reports=waiting)
    person = work.people.account(customer.contact_id).name if customer.contact_id is not None else ""
    return Standing(work.people.agency(customer.agency_id).called, person, customer.protected_until, waiting)


def add(work: Work, command: AddDirectAccount) -> Customer:
    """Raises `NotAllowed`, `NotAName`, `DirectAlready`."""
    demand(work.actor, Action.KEEP_DIRECT)
    demand_name(command.name)
    work.customers.lock_identity(same_key(command.name), command.credit_code)
    known = identity.known(work, command.name, command.credit_code)
    if known and work.directs.among([each.id for each in known]):
        raise DirectAlready(command.name)
    return _take(work, command, known)


def _take(work: Work, command: AddDirectAccount, known: Sequence[Customer]) -> Customer:
    """The customer of that code or name, or a new one; of several that bear the name, all."""
    if not known:
        made = work.customers.add(
            name=command.name, same_key=same_key(command.name), credit_code=command.credit_code, now=work.now
        )
        work.names.add(made.id, command.name)
        known = [made]
    for each in known:
        customer = work.customers.lock(each.id)
        if customer.credit_code is None and command.credit_code is not None and len(known) == 1:
            work.customers.set_code(customer.id, command.credit_code)
        if customer.state is CustomerState.POOL:
            work.pool.take_out(customer.id)
            work.customers.set_free(customer.id, CustomerState.OPEN)
        by = work.account.id if work.account is not None else None
        if work.directs.put(customer.id, by, work.now) and by is not None:
            work.events.record(DirectAccountAdded(account=by, customer=customer.id, name=customer.name))
    return work.customers.get(known[0].id)


def remove(work: Work, command: RemoveDirectAccount) -> Customer:
    """From now on it may be reported. Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.KEEP_DIRECT)
    customer = work.customers.lock(command.customer)
    if not work.directs.drop(customer.id):
        raise NotFound("customer")
    work.events.record(DirectAccountRemoved(account=work.actor.id, customer=customer.id, name=customer.name))
    return customer


# --- by a list ----------------------------------------------------------------------------------------------------


def ask(work: Work, command: ImportDirectAccounts) -> Job:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.KEEP_DIRECT)
    return job_control.put(work, JOB, {"file": command.sha256, "name": command.name}, key=f"{JOB}:{command.sha256}")


def settle(work: Work, file: str, job_id: int, rows: Sequence[Row]) -> None:
    """Take a batch of rows in, once: refused ones are tried again, the others passed over."""
    before = work.imports.settled(file, [row for row, _, _ in rows])
    again = (Fate.REFUSED, Fate.CONFLICT)
    work.imports.keep(
        file,
        job_id,
        [_row(work, row, cells, marks) for row, cells, marks in rows if before.get(row, Fate.REFUSED) in again],
    )


def _row(work: Work, row: int, cells: Cells, marks: Marks) -> Settled:
    found = Findings(cells, marks)
    found.demand((Column.NAME,))
    found.at_most(Column.NAME, LONGEST_NAME)
    name, code = found.name(Column.NAME), found.code(Column.CODE)
    if name and len(same_key(name)) < 4:
        found.wrong(Column.NAME, "fragment")
    if found.problems:
        told = [
            {"column": each.column.value, "code": each.code, "typed": each.typed, "hint": each.hint}
            for each in found.problems
        ]
        return Settled(row=row, fate=Fate.REFUSED, name=cells.get("name", "")[:LONGEST_NAME], found=told)
    work.customers.lock_identity(same_key(name), code)
    known = identity.known(work, name, code)
    if known and work.directs.among([each.id for each in known]):
        return Settled(row=row, fate=Fate.STANDING, name=name, customer_id=known[0].id)
    for each in identity.same(work, name, code):
        if not (stands := _standing(work, each)).free:
            return Settled(row=row, fate=Fate.CONFLICT, name=name, found=[_facts(each, stands)])
    return Settled(
        row=row,
        fate=Fate.IMPORTED,
        name=name,
        customer_id=_take(work, AddDirectAccount(name=name, credit_code=code), known).id,
    )


def _facts(customer: Customer, stands: Standing) -> dict[str, str | int]:
    return {
        "clash": (Clash.HELD if stands.agency else Clash.PENDING).value,
        "name": customer.name,
        "agency": stands.agency,
        "person": stands.person,
        "until": stands.until.isoformat() if stands.until is not None else "",
        "row": 0,
    }
