"""Taking a roster in: agencies with their owners, or people, row by row; their links are made afterwards
(docs/people.md). For whoever holds the machine: nobody in the chat does it.

A row that stands already (the same agency with the same owner, the same person in the same place) changes nothing, so
a list can be brought again, longer or mended, and doubles nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.base import identifiers
from domain.base.rights import EVERYTHING
from domain.base.work import Work
from domain.imports.checks import Directory
from domain.imports.findings import Findings, Marks
from domain.imports.records import Cells, ImportFate, Problem, RowOutcome
from domain.imports.rosters import AGENCY_REQUIRED, PERSON_REQUIRED, AgencyColumn, PersonColumn
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.names import same_key
from domain.people import coverage, heads
from domain.people.organising import AgencyAdded
from domain.people.records import AGENCY_TYPES, Account, AccountType, Agency, AgencyState, Unit
from domain.people.unit_names import unit_called

AGENCIES, PEOPLE = "import_agencies", "import_people"
LONGEST_NAME, LONGEST_COMPANY = 30, 60
OPEN = (AgencyState.ACTIVE, AgencyState.SUSPENDED)
Row = tuple[int, Cells, Marks]


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A row's person, for the list of links. `link_stands`: one that was made before is still good."""

    row: int
    account: Account
    company: str
    fresh: bool
    link_stands: bool


def put(work: Work, kind: str, sha256: str, name: str) -> Job:
    """The job; once at a time for a file."""
    return job_control.put(work, kind, {"file": sha256, "name": name}, key=f"{kind}:{sha256}")


def take_in(work: Work, kind: str, file: str, job_id: int, rows: Sequence[Row]) -> None:
    """Take a batch of rows in, once: refused ones are tried again, the others passed over."""
    before = work.imports.fates(file, [row for row, _, _ in rows])
    take = _agency if kind == AGENCIES else _person
    outcomes: list[RowOutcome] = []
    for row, cells, marks in rows:
        if before.get(row, ImportFate.REFUSED) in (ImportFate.REFUSED, ImportFate.CONFLICT):
            outcomes.append(_once(work, file, take(work, row, cells, marks), outcomes))
    work.imports.keep(file, job_id, outcomes)


def enrolled(work: Work, file: str) -> list[Enrolled]:
    """The people of a file's rows, in its order."""
    found: list[Enrolled] = []
    after = 0
    while rows := work.imports.kept(file, after, 500):
        after = rows[-1].row
        people = {row.row: work.people.account(row.account_id) for row in rows if row.account_id is not None}
        open_ = work.people.open_invitations([each.id for each in people.values()], work.now)
        found += [
            Enrolled(row.row, people[row.row], place(work, people[row.row]), _fresh(row), people[row.row].id in open_)
            for row in rows
            if row.row in people and row.fate is not ImportFate.CONFLICT
        ]
    return found


def place(work: Work, account: Account) -> str:
    """The agency's name, the unit's for the vendor's people."""
    if account.agency_id is not None:
        return work.people.agency(account.agency_id).name
    return work.people.unit(account.unit_id).name if account.unit_id is not None else work.policy.vendor


def _fresh(row: RowOutcome) -> bool:
    return row.fate is ImportFate.IMPORTED


def _once(work: Work, file: str, outcome: RowOutcome, batch: Sequence[RowOutcome]) -> RowOutcome:
    """A person who stands in an earlier row of the same file gets one link, not two."""
    if outcome.fate is not ImportFate.STANDING or outcome.account_id is None:
        return outcome
    earlier = (each.row for each in batch if each.account_id == outcome.account_id)
    other = work.imports.row_of_account(file, outcome.account_id) or next(earlier, None)
    if other is None or other == outcome.row:
        return outcome
    problem = {"clash": "twice", "row": other}
    return RowOutcome(row=outcome.row, fate=ImportFate.CONFLICT, name=outcome.name, found=[problem])


def _refused(row: int, name: str, problems: Iterable[Problem]) -> RowOutcome:
    found = [
        {"column": each.column.value, "code": each.code, "typed": each.typed, "hint": each.hint} for each in problems
    ]
    return RowOutcome(row=row, fate=ImportFate.REFUSED, name=name[:60], found=found)


def _outcome(row: int, account: Account, fate: ImportFate) -> RowOutcome:
    return RowOutcome(row=row, fate=fate, name=account.name, account_id=account.id)


# --- agencies -----------------------------------------------------------------------------------------------------------


def _agency(work: Work, row: int, cells: Cells, marks: Marks) -> RowOutcome:
    found = Findings(cells, marks)
    found.demand(AGENCY_REQUIRED)
    for column in (AgencyColumn.NAME, AgencyColumn.SHORT_NAME):
        found.at_most(column, LONGEST_COMPANY)
    found.at_most(AgencyColumn.OWNER, LONGEST_NAME)
    name, code, region = (
        found.name(AgencyColumn.NAME),
        found.code(AgencyColumn.CODE),
        found.place(AgencyColumn.REGION).region,
    )
    if name and len(same_key(name)) < 4:
        found.wrong(AgencyColumn.NAME, "fragment")
    email = found.read(AgencyColumn.EMAIL, identifiers.email, "email")
    phone = found.phone(AgencyColumn.PHONE)
    unit = _unit_of(work, found, region)
    manager = _manager(work, found, unit) if unit is not None else None
    if found.problems or unit is None:
        return _refused(row, name, found.problems)
    known = _known(work, name, code)
    if known is not None:
        return _standing_agency(work, row, known, found, email)
    agency = work.people.add_agency(
        name=name,
        unit_id=unit.id,
        manager_id=manager,
        state=AgencyState.ACTIVE,
        credit_code=code,
        province=region.split()[0],
        city=region.split()[-1],
        short_name=found.text(AgencyColumn.SHORT_NAME),
    )
    work.events.record(AgencyAdded(agency=agency.id, name=agency.name))
    owner = work.people.add_account(
        name=found.text(AgencyColumn.OWNER), type=AccountType.OWNER, email=email, phone=phone, agency_id=agency.id
    )
    return _outcome(row, owner, ImportFate.IMPORTED)


def _known(work: Work, name: str, code: str | None) -> Agency | None:
    """By the code, else by the name."""
    if code is not None:
        work.people.lock_agency_code(code)
        if (known := work.people.agency_by_code(code)) is not None:
            return known
    key = same_key(name)
    standing = (each for each in work.people.agencies(EVERYTHING) if each.state is not AgencyState.REJECTED)
    return next((each for each in standing if key in (same_key(each.name), *map(same_key, each.former_names))), None)


def _standing_agency(work: Work, row: int, agency: Agency, found: Findings, email: str) -> RowOutcome:
    """Nothing changes; a row that says something else than what stands is told so."""
    if agency.state not in OPEN:
        found.wrong(AgencyColumn.NAME, f"agency-{agency.state.value}")
        return _refused(row, agency.name, found.problems)
    owners = [each for each in work.people.accounts_of_agency(agency.id) if each.type is AccountType.OWNER]
    named = found.text(AgencyColumn.OWNER)
    same = next((each for each in owners if each.name == named and _same(each.email, email)), None)
    if same is not None:
        return _outcome(row, same, ImportFate.STANDING)
    found.wrong(AgencyColumn.NAME, "agency-standing", hint="、".join(each.name for each in owners))
    return _refused(row, agency.name, found.problems)


def _unit_of(work: Work, found: Findings, region: str) -> Unit | None:
    """The named one, else the one that covers the province."""
    wanted = found.text(AgencyColumn.UNIT)
    if not wanted:
        return coverage.covering(work, region.split()[0]) if region else None
    unit = unit_called(work, wanted)
    if unit is None:
        found.wrong(AgencyColumn.UNIT, "unit", hint="、".join(each.name for each in work.people.units()))
    return unit


def _manager(work: Work, found: Findings, unit: Unit) -> int | None:
    typed = found.text(AgencyColumn.MANAGER)
    if not typed:
        head = heads.head(work, unit)
        return head.id if head is not None else None
    theirs = work.people.managers_of_unit(unit.id)
    fitting = [each for each in theirs if typed == each.name or _same(each.email, typed)]
    if len(fitting) != 1:
        found.wrong(AgencyColumn.MANAGER, "manager-several" if fitting else "manager-unknown", hint=unit.name)
        return None
    return fitting[0].id


# --- people -------------------------------------------------------------------------------------------------------------


def _person(work: Work, row: int, cells: Cells, marks: Marks) -> RowOutcome:
    found = Findings(cells, marks)
    found.demand(PERSON_REQUIRED)
    found.at_most(PersonColumn.NAME, LONGEST_NAME)
    name, type_ = found.text(PersonColumn.NAME), _type(found)
    email = found.read(PersonColumn.EMAIL, identifiers.email, "email")
    phone = found.phone(PersonColumn.PHONE)
    agency, unit = _place(work, found, type_) if type_ is not None else (None, None)
    if found.problems or type_ is None:
        return _refused(row, name, found.problems)
    colleagues = _colleagues(work, agency, unit)
    same = next((each for each in colleagues if _same(each.email, email)), None)
    if same is not None:
        if (same.name, same.type) == (name, type_):
            return _outcome(row, same, ImportFate.STANDING)
        found.wrong(PersonColumn.EMAIL, "email-taken", hint=same.name)
        return _refused(row, name, found.problems)
    made = work.people.add_account(
        name=name,
        type=type_,
        email=email,
        phone=phone,
        agency_id=agency.id if agency is not None else None,
        unit_id=unit.id if unit is not None else None,
    )
    return _outcome(row, made, ImportFate.IMPORTED)


def _type(found: Findings) -> AccountType | None:
    """The cell holds the type's value: whatever people call it was looked up where the list was read."""
    typed = found.text(PersonColumn.TYPE)
    known = next((each for each in AccountType if each.value == typed), None)
    if typed and known is None:
        found.wrong(PersonColumn.TYPE, "type")
    return known


def _place(work: Work, found: Findings, type_: AccountType) -> tuple[Agency | None, Unit | None]:
    if type_ not in AGENCY_TYPES:
        found.demand((PersonColumn.UNIT,))
        wanted = found.text(PersonColumn.UNIT)
        unit = unit_called(work, wanted)
        if wanted and unit is None:
            found.wrong(PersonColumn.UNIT, "unit", hint="、".join(each.name for each in work.people.units()))
        return None, unit
    found.demand((PersonColumn.AGENCY,))
    typed = found.text(PersonColumn.AGENCY)
    named = _directory(work).get(same_key(typed), ()) if typed else ()
    fitting = [each for each in named if each.state in OPEN]
    if len(fitting) == 1:
        return fitting[0], None
    if typed:
        code = "agency-several" if fitting else "agency-ended" if named else "agency-unknown"
        found.wrong(PersonColumn.AGENCY, code)
    return None, None


def _directory(work: Work) -> Mapping[str, tuple[Agency, ...]]:
    return Directory.of(work.people.agencies(EVERYTHING), {}).agencies


def _colleagues(work: Work, agency: Agency | None, unit: Unit | None) -> Sequence[Account]:
    """Those who are there, or invited."""
    if agency is not None:
        return work.people.accounts_of_agency(agency.id)
    return [each for each in work.people.vendor_accounts() if unit is not None and each.unit_id == unit.id]


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() != ""
