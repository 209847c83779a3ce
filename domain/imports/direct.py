"""The vendor's own accounts by a list: foreseen, then added. What somebody holds or reports, a list doesn't decide: such rows
come back. A name that is like a known customer's is told before, with who holds that one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers import identity
from domain.customers.records import Customer
from domain.direct.keeping import AddDirectAccount, Obstacles, standing_of, take
from domain.imports import choices as import_choices
from domain.imports import importing
from domain.imports.choices import ListKind
from domain.imports.findings import Findings, Marks
from domain.imports.records import Cells, Clash, Column, ImportFate, RowOutcome
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.names import same_key

JOB = "import_direct"
COLUMNS = (Column.NAME, Column.CODE)
LONGEST_NAME = 60
Row = tuple[int, Cells, Marks]


@dataclass(frozen=True, kw_only=True)
class ImportDirectAccounts:
    sha256: str
    name: str


def ask(work: Work, command: ImportDirectAccounts) -> Job:
    """It is checked first, and waits for somebody to say go on. Raises `NotAllowed`."""
    demand(work.actor, Action.KEEP_DIRECT)
    args = {"file": command.sha256, "name": command.name, "ask": True}
    return job_control.put(work, JOB, args, key=_key(args))


def _key(args: Mapping[str, object]) -> str:
    return f"{JOB}:{importing.listing(args)}"


import_choices.LISTS[JOB] = ListKind("import", Action.KEEP_DIRECT, COLUMNS, lambda work, args: _key(args))


def foresee(work: Work, file: str, rows: Sequence[Row]) -> list[RowOutcome]:
    """What would become of the rows, without changing anything, and whom they are like; rows of the same list are seen by
    the caller."""
    judged = [_judged(work, row, cells, marks)[0] for row, cells, marks in rows]
    return importing.with_look_alikes(work, file, judged)


def take_in(work: Work, file: str, job_id: int, rows: Sequence[Row]) -> None:
    """Take a batch of rows in, once: refused ones are tried again, the others passed over."""
    before = work.imports.fates(file, [row for row, _, _ in rows])
    again = (ImportFate.REFUSED, ImportFate.CONFLICT)
    fresh = [(row, cells, marks) for row, cells, marks in rows if before.get(row, ImportFate.REFUSED) in again]
    work.imports.keep(file, job_id, [_added(work, row, cells, marks) for row, cells, marks in fresh])


def _added(work: Work, row: int, cells: Cells, marks: Marks) -> RowOutcome:
    name, code, _ = _checked(cells, marks)
    if name:
        work.customers.lock_identity(same_key(name), code)
    judged, known = _judged(work, row, cells, marks)
    if judged.fate is not ImportFate.IMPORTED:
        return judged
    return replace(judged, customer_id=take(work, AddDirectAccount(name=name, credit_code=code), known).id)


def _checked(cells: Cells, marks: Marks) -> tuple[str, str | None, Findings]:
    found = Findings(cells, marks)
    found.demand((Column.NAME,))
    found.at_most(Column.NAME, LONGEST_NAME)
    name, code = found.name(Column.NAME), found.code(Column.CODE)
    if name and len(same_key(name)) < 4:
        found.wrong(Column.NAME, "fragment")
    return ("" if found.problems else name), code, found


def _judged(work: Work, row: int, cells: Cells, marks: Marks) -> tuple[RowOutcome, Sequence[Customer]]:
    """What becomes of a row, and who is known by its name or code."""
    name, code, found = _checked(cells, marks)
    if not name:
        return importing.refusal(row, cells, found.problems), ()
    known = identity.known(work, name, code)
    if known and work.directs.among([each.id for each in known]):
        return RowOutcome(row=row, fate=ImportFate.STANDING, name=name, customer_id=known[0].id), known
    for each in identity.same(work, name, code):
        if not (stands := standing_of(work, each)).free:
            return RowOutcome(row=row, fate=ImportFate.CONFLICT, name=name, found=[_facts(each, stands)]), known
    return RowOutcome(row=row, fate=ImportFate.IMPORTED, name=name, customer_id=known[0].id if known else None), known


def _facts(customer: Customer, stands: Obstacles) -> dict[str, str | int]:
    return {
        "clash": (Clash.HELD if stands.agency else Clash.PENDING).value,
        "name": customer.name,
        "agency": stands.agency,
        "person": stands.person,
        "until": stands.until.isoformat() if stands.until is not None else "",
        "row": 0,
    }
