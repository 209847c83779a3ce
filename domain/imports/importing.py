"""Taking in a list of existing customers: whose it is by rule, batch by batch (docs/imports.md).

The list is the vendor's own: its rows are protected without anybody's approval, but never take away what somebody
holds, waits for, or may claim. Look-alikes are taken in and told, for no machine refuses them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from domain.base.rights import EVERYTHING, Action, demand
from domain.base.searching import fits, words
from domain.base.work import Work
from domain.customers import next_report
from domain.customers.lookalikes import Hit
from domain.customers.records import CustomerState
from domain.imports import choices as import_choices
from domain.imports.checks import Checker, Directory
from domain.imports.choices import ListKind
from domain.imports.findings import Marks
from domain.imports.records import (
    Cells,
    Clash,
    Column,
    CustomerEntry,
    CustomerMatch,
    Holder,
    ImportAsked,
    ImportFate,
    Prepared,
    Problem,
    RowOutcome,
    Taken,
)
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.names import same_key
from domain.people.records import AccountState, AccountType, AgencyState
from domain.protection import clock as protection
from domain.protection.clock import Protection

JOB = "import_customers"
Row = tuple[int, Cells, Marks]
Checked = tuple[int, Cells, Prepared | list[Problem]]


@dataclass(frozen=True, kw_only=True)
class ImportCustomers:
    """The command behind the form 导入客户: a file of the content store. `asks_first`: it is checked, and waits for
    somebody to say go on."""

    sha256: str
    name: str
    asks_first: bool = True


def ask(work: Work, command: ImportCustomers) -> Job:
    """An administrator's. The same file goes on where it was while its job is open."""
    demand(work.actor, Action.IMPORT_CUSTOMERS)
    work.events.record(ImportAsked(account=work.actor.id, file=command.sha256, name=command.name))
    return put(work, command)


def put(work: Work, command: ImportCustomers, *, sheet: str = "") -> Job:
    """The job itself; the operator's command line needs no account for it. `sheet`: not the one with the best heading."""
    args = {"file": command.sha256, "name": command.name, "ask": command.asks_first}
    args |= {"sheet": sheet} if sheet else {}
    return job_control.put(work, JOB, args, key=f"{JOB}:{listing(args)}", sent=True)


def listing(args: Mapping[str, object]) -> str:
    """By what a job's rows are kept: its file, and the sheet where somebody named one. What is said of all rows makes no
    other list of it."""
    file, sheet = str(args["file"]), str(args.get("sheet", ""))
    return sha256(f"{file}\n{sheet}".encode()).hexdigest() if sheet else file


def _agencies(work: Work, args: Mapping[str, object], text: str) -> Sequence[tuple[str, str]]:
    live, asked = (AgencyState.ACTIVE, AgencyState.SUSPENDED), words(text)
    found = [each for each in work.people.agencies(EVERYTHING) if each.state in live]
    named = Counter(same_key(each.name) for each in found)
    return [
        (each.name if named[same_key(each.name)] == 1 else each.credit_code or each.name, each.called)
        for each in found
        if fits(each.name, asked) or fits(each.short_name, asked)
    ]


def _contacts(work: Work, args: Mapping[str, Any], text: str) -> Sequence[tuple[str, str]]:
    """The people of the agency that was chosen for all rows."""
    called, asked = str(args.get("same", {}).get(Column.AGENCY.value, "")), words(text)
    agency = next((each for each in work.people.agencies(EVERYTHING) if called in (each.name, each.credit_code)), None)
    if not called or agency is None:
        return ()
    sell = (AccountType.SALESPERSON, AccountType.OWNER)
    people = [each for each in work.people.accounts_of_agency(agency.id) if each.type in sell]
    named = Counter(each.name for each in people)
    return [
        (each.name if named[each.name] == 1 else each.email or each.name, each.name)
        for each in people
        if each.state is not AccountState.LEFT and fits(each.name, asked)
    ]


import_choices.LISTS[JOB] = ListKind(
    "import",
    Action.IMPORT_CUSTOMERS,
    tuple(Column),
    lambda work, args: f"{JOB}:{listing(args)}",
    {Column.AGENCY.value: _agencies, Column.CONTACT.value: _contacts},
)


def checker(work: Work, args: Mapping[str, object] = MappingProxyType({})) -> Checker:
    """What rows are checked against today. `args` are the job's."""
    agencies = work.people.agencies(EVERYTHING)
    people = {int(agency.id): work.people.accounts_of_agency(agency.id) for agency in agencies}
    return Checker(work.policy, Directory.of(agencies, people), work.today, plain_names=bool(args.get("plain_names")))


# --- which rows could come in ---------------------------------------------------------------------------------------


def foresee(work: Work, file: str, entries: Sequence[CustomerEntry]) -> list[RowOutcome]:
    """What would become of checked rows, without changing anything; rows of the same list are seen by the caller."""
    known = _known(work, file, entries)
    return [_judged(work, entry, known.of(entry))[0] for entry in entries]


def checked(check: Checker, rows: Sequence[Row]) -> list[Checked]:
    """The rows with what can be said of them beforehand: outside of the transaction, for it takes its time."""
    found = []
    for row, cells, marks in rows:
        entry = check.check(row, cells, marks)
        found.append((row, cells, entry if isinstance(entry, list) else Prepared.of(entry)))
    return found


def take_in(work: Work, file: str, job_id: int, rows: Sequence[Checked]) -> None:
    """Take a batch of rows in, once: those taken in at an earlier try are passed over, refused ones tried again."""
    before = work.imports.fates(file, [row for row, _, _ in rows])
    again = (ImportFate.REFUSED, ImportFate.CONFLICT)
    fresh = [(row, cells, each) for row, cells, each in rows if before.get(row, ImportFate.REFUSED) in again]
    prepared = [each for _, _, each in fresh if isinstance(each, Prepared)]
    entries = [each.entry for each in prepared]
    codes = [code for entry in entries if (code := entry.profile.credit_code) is not None]
    work.imports.lock([entry.key for entry in entries], codes)
    refused = [refusal(row, cells, each) for row, cells, each in fresh if isinstance(each, list)]
    work.imports.keep(file, job_id, [*refused, *_taken_in(work, file, prepared)])


def refusal(row: int, cells: Cells, problems: Iterable[Problem]) -> RowOutcome:
    return RowOutcome(row=row, fate=ImportFate.REFUSED, name=cells.get("name", "")[:60], found=_told(problems))


def twice(row: int, name: str, earlier: int, by: str = "name") -> RowOutcome:
    """A row whose customer stands further up in the same list. `by`: what tells that it is the same."""
    facts = {"clash": Clash.TWICE.value, "name": "", "agency": "", "person": "", "until": "", "row": earlier, "by": by}
    return RowOutcome(row=row, fate=ImportFate.CONFLICT, name=name, found=[facts])


def with_remarks(outcome: RowOutcome, entry: CustomerEntry) -> RowOutcome:
    """With how it would be taken in."""
    if outcome.fate is not ImportFate.IMPORTED or not entry.remarks:
        return outcome
    return replace(outcome, found=_told(entry.remarks))


def _told(problems: Iterable[Problem]) -> list[Mapping[str, str]]:
    return [
        {"column": each.column.value, "code": each.code, "typed": each.typed, "hint": each.hint} for each in problems
    ]


def _taken_in(work: Work, file: str, prepared: Sequence[Prepared]) -> list[RowOutcome]:
    known = _known(work, file, [each.entry for each in prepared])
    outcomes: list[RowOutcome] = []
    taken: list[Taken] = []
    for each in prepared:
        judged, customer = _judged(work, each.entry, known.of(each.entry))
        outcomes.append(judged)
        if judged.fate is ImportFate.IMPORTED:
            taken.append(_taken(work, each, customer))
            known.add(each.entry)
    by = work.account.id if work.account is not None else None
    ids = iter(work.imports.take(file, taken, work.now, by))
    return [replace(each, customer_id=next(ids)) if each.fate is ImportFate.IMPORTED else each for each in outcomes]


def _taken(work: Work, prepared: Prepared, customer: int | None) -> Taken:
    begun, until = protection.begin(work.policy, work.today), prepared.entry.until
    granted = begun if until is None else Protection(until=until)
    return Taken(
        prepared=prepared,
        protection=granted,
        set_on=work.today,
        remind_on=protection.next_reminder(work.policy, granted.last_day, set_on=work.today, after=None),
        follow_up_due=next_report.next_due(work.policy, work.today),
        customer_id=customer,
    )


# --- the same customer ------------------------------------------------------------------------------------------------


class _Index:
    """Known customers by name and code, those of the batch among them."""

    def __init__(self, known: Iterable[CustomerMatch]) -> None:
        self._by_key: dict[str, list[CustomerMatch]] = {}
        self._by_code: dict[str, CustomerMatch] = {}
        self._by_report: dict[str, list[CustomerMatch]] = {}
        for each in known:
            self._put(each)

    def _put(self, known: CustomerMatch) -> None:
        for key in known.keys:
            self._by_key.setdefault(key, []).append(known)
        for told in known.reported:
            self._by_report.setdefault(told, []).append(known)
        if known.code is not None:
            self._by_code[known.code] = known

    def of(self, entry: CustomerEntry) -> list[CustomerMatch]:
        """All that are meant, as `identity.same`; first of all whose code it is, then who is officially called so."""
        code, key = entry.profile.credit_code, entry.key
        coded = self._by_code.get(code) if code is not None else None
        reported = [*self._by_report.get(key, ()), *(self._by_report.get(code, ()) if code is not None else ())]
        named = sorted(self._by_key.get(key, ()), key=lambda each: (each.key != key, each.customer_id))
        fitting = [each for each in (*named, *reported) if each.code is None or code is None or each.code == code]
        return [coded, *fitting] if coded is not None else fitting

    def add(self, entry: CustomerEntry) -> None:
        """A row that comes in: later ones of the batch meet it."""
        self._put(
            CustomerMatch(
                customer_id=0,
                name=entry.profile.name,
                key=entry.key,
                keys=frozenset({entry.key, *map(same_key, entry.aliases)}),
                code=entry.profile.credit_code,
                reported=frozenset(),
                state=CustomerState.PROTECTED,
                agency_id=entry.agency_id,
                contact_id=entry.contact_id,
                until=entry.until,
                reserved_for=None,
                reserved_until=None,
                pending=False,
                row=entry.row,
            )
        )


class EarlierRows:
    """The rows of a list that were read so far, while nothing is taken in yet."""

    def __init__(self) -> None:
        self._index = _Index(())

    def twice(self, entry: CustomerEntry) -> RowOutcome | None:
        """The row as the customer of an earlier one; else later ones meet it."""
        same = next((each for each in self._index.of(entry) if each.row is not None), None)
        if same is None or same.row is None:
            self._index.add(entry)
            return None
        return twice(entry.row, entry.profile.name, same.row, _by(entry, same))


def _known(work: Work, file: str, entries: Sequence[CustomerEntry]) -> _Index:
    codes = [each for entry in entries if (each := entry.profile.credit_code) is not None]
    return _Index(work.imports.known(file, [entry.key for entry in entries], codes))


def _judged(work: Work, entry: CustomerEntry, same: Sequence[CustomerMatch]) -> tuple[RowOutcome, int | None]:
    """What becomes of a row, and the customer that nobody holds which it would revive: the strictest of all that are
    meant."""
    name = entry.profile.name
    clashes = [(each, clash) for each in same if (clash := _clash(work, entry, each)) is not None]
    if not clashes:
        return RowOutcome(row=entry.row, fate=ImportFate.IMPORTED, name=name), same[0].customer_id if same else None
    others = [(each, clash) for each, clash in clashes if clash is not Clash.HELD or each.agency_id != entry.agency_id]
    if not others:
        return RowOutcome(
            row=entry.row, fate=ImportFate.STANDING, name=name, customer_id=clashes[0][0].customer_id
        ), None
    facts = _facts(work, entry, *others[0])
    return RowOutcome(row=entry.row, fate=ImportFate.CONFLICT, name=name, found=[facts]), None


def _clash(work: Work, entry: CustomerEntry, known: CustomerMatch) -> Clash | None:
    if known.row is not None and known.row != entry.row:
        return Clash.TWICE
    if known.state is CustomerState.PROTECTED:
        return Clash.HELD
    reserved = known.reserved_until is not None and work.now <= known.reserved_until
    if reserved and known.reserved_for != entry.agency_id:
        return Clash.RESERVED
    if known.state is CustomerState.POOL:
        return Clash.POOL
    if known.pending:
        return Clash.PENDING
    return Clash.DIRECT if work.directs.among((known.customer_id,)) else None


def _facts(work: Work, entry: CustomerEntry, known: CustomerMatch, clash: Clash) -> Mapping[str, object]:
    whose = known.reserved_for if clash is Clash.RESERVED else known.agency_id
    agency = work.people.agency(whose).called if whose is not None else ""
    person = work.people.account(known.contact_id).name if known.contact_id is not None else ""
    until = known.until.isoformat() if known.until is not None else ""
    who = {"agency": agency, "person": person, "until": until, "row": known.row or 0}
    return {"clash": clash.value, "name": known.name, **who, "by": _by(entry, known)}


def _by(entry: CustomerEntry, known: CustomerMatch) -> str:
    """What tells that the row is the known customer."""
    if entry.profile.credit_code is not None and entry.profile.credit_code == known.code:
        return "code"
    return "name" if entry.key == known.key else "alias"


# --- look-alikes ------------------------------------------------------------------------------------------------------


def alike(work: Work, file: str, rows: Sequence[RowOutcome]) -> list[RowOutcome]:
    """The imported ones among the rows that have strong look-alikes, with these. Of two rows of one list the later tells.

    Reads only: it is done beside those who write.
    """
    imported = [each for each in rows if each.fate is ImportFate.IMPORTED and each.customer_id is not None]
    return [each for each in with_look_alikes(work, file, imported) if each.found]


def with_look_alikes(work: Work, file: str, rows: Sequence[RowOutcome]) -> list[RowOutcome]:
    """The rows that come in, or would, with the known customers that they are like; of the file's own those further up."""
    imported = [each for each in rows if each.fate is ImportFate.IMPORTED]
    found_for = work.imports.resembling([each.name for each in imported])
    hits = {each.row: found for each, found in zip(imported, found_for, strict=True)}
    wanted = {hit.customer for found in hits.values() for hit in found} | {each.customer_id or 0 for each in imported}
    holders = work.imports.holders(file, sorted(wanted))
    return [
        replace(each, found=_look_alikes(each, hits[each.row], holders)) if each.fate is ImportFate.IMPORTED else each
        for each in rows
    ]


def _look_alikes(row: RowOutcome, hits: Sequence[Hit], holders: Mapping[int, Holder]) -> list[Mapping[str, object]]:
    mine = holders.get(row.customer_id or 0, Holder())
    return [
        {
            "name": hit.name,
            "score": str(hit.score),
            "reasons": [str(reason) for reason in hit.reasons],
            "agency": holder.agency,
            "person": holder.person,
            "until": holder.until.isoformat() if holder.until is not None else "",
            "row": holder.row or 0,
        }
        for hit in hits
        if (holder := holders.get(hit.customer)) is not None
        and hit.customer != row.customer_id
        and not _told_apart(mine, holder)
        and (holder.row is None or holder.row < row.row)
    ]


def _told_apart(one: Holder, other: Holder) -> bool:
    """Two credit codes are two customers, however alike the names."""
    return one.code is not None and other.code is not None and one.code != other.code
