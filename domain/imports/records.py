"""A list of existing customers on its way in (docs/imports.md): columns, rows, what became of each; the port.

Every row of a file is decided once: what became of it is kept under the file's hash and the row's number, in the
transaction that took the customer in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from domain.base.events import Event
from domain.base.searching import customer_text
from domain.customers.lookalikes import Hit
from domain.customers.records import CustomerState, Profile
from domain.names import Parts, parse
from domain.names.terms import terms
from domain.protection.clock import Protection


class Column(StrEnum):
    """The columns of the list, in the order of the template."""

    NAME = "name"
    CODE = "code"
    REGION = "region"
    DOMAIN = "domain"
    VOLUME = "volume"
    MCUS = "mcus"
    BUYER = "buyer"
    FACTORY = "factory"
    BACKGROUND = "background"
    AGENCY = "agency"
    """Name or credit code of the agency that holds the customer."""
    CONTACT = "contact"
    """Name or e-mail of its salesperson."""
    UNTIL = "until"
    """The last protected day; empty: as if approved today."""
    ALIASES = "aliases"


REQUIRED = (Column.NAME, Column.AGENCY, Column.CONTACT)
Cells = Mapping[str, str]
"""Column → text; empty cells are left out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is refused. `code` names the sentence, `typed` is what stands in the cell, `hint` is what would do."""

    column: StrEnum
    code: str
    typed: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CustomerEntry:
    """A row that can be taken in. `row` is its number in the sheet; `until` None: as if approved today."""

    row: int
    profile: Profile
    key: str
    agency_id: int
    contact_id: int
    until: date | None
    aliases: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    """What is taken in a certain way."""


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name of a customer taken apart, with the terms under which it is found."""

    raw: str
    alias: bool
    parts: Parts
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry with all that can be reckoned before the transaction: `find` is what lists are searched by."""

    entry: CustomerEntry
    find: str
    names: tuple[ParsedName, ...]

    @classmethod
    def of(cls, entry: CustomerEntry) -> Prepared:
        name = entry.profile.name
        raw = ((name, False), *((alias, True) for alias in entry.aliases))
        written = ((each, alias, parse(each)) for each, alias in raw)
        names = (ParsedName(each, alias, parts, tuple(terms(each, parts))) for each, alias, parts in written)
        profile = entry.profile
        return cls(entry, customer_text(name, profile.credit_code, entry.aliases, profile.mcus), tuple(names))


class ImportFate(StrEnum):
    """What became of a row."""

    IMPORTED = "imported"
    STANDING = "standing"
    """The same customer is with the same agency already: nothing was changed."""
    CONFLICT = "conflict"
    """The same customer is somebody else's, is being reported, lies in the pool, or stands in an earlier row."""
    REFUSED = "refused"


class Clash(StrEnum):
    """With what a conflicting row conflicts."""

    HELD = "held"
    PENDING = "pending"
    POOL = "pool"
    RESERVED = "reserved"
    """After an accepted appeal it waits for another agency."""
    TWICE = "twice"
    DIRECT = "direct"
    """The vendor's own account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """`found` are the facts to tell: problems, the clash, or the look-alikes of an imported row (JSON)."""

    row: int
    fate: ImportFate
    name: str
    customer_id: int | None = None
    account_id: int | None = None
    """Of a roster: the person of the row."""
    found: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerMatch:
    """A customer that has the name or the code of a row. `keys` are the names asked for that it bears, officially or
    otherwise, `reported` the names and codes under which a report of it is being decided."""

    customer_id: int
    name: str
    key: str
    keys: frozenset[str]
    code: str | None
    reported: frozenset[str]
    state: CustomerState
    agency_id: int | None
    contact_id: int | None
    until: date | None
    reserved_for: int | None
    reserved_until: datetime | None
    pending: bool
    row: int | None
    """The row of the same file that took it in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A row to take in, with the clock of its protection. `customer_id`: a known customer that nobody holds."""

    prepared: Prepared
    protection: Protection
    set_on: date
    remind_on: date | None
    follow_up_due: date
    customer_id: int | None = None

    @property
    def entry(self) -> CustomerEntry:
        return self.prepared.entry


@dataclass(slots=True)
class FateCounts:
    """How many rows of each fate; `alike` of the imported ones have look-alikes."""

    imported: int = 0
    standing: int = 0
    conflict: int = 0
    refused: int = 0
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a customer, in words; empty where nobody does."""

    agency: str = ""
    person: str = ""
    until: date | None = None
    code: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class UndoneRows:
    """`last` is the last row that was looked at, None when none was left; `kept` had been built on."""

    last: int | None
    taken_back: int = 0
    kept: int = 0


class Imports(Protocol):
    """The port: whole batches at once."""

    def lock(self, keys: Sequence[str], codes: Sequence[str]) -> None:
        """Hold these names and codes against everybody who reports, until the transaction ends."""

    def known(self, file: str, keys: Sequence[str], codes: Sequence[str]) -> Sequence[CustomerMatch]: ...
    def take(self, file: str, rows: Sequence[Taken], now: datetime, by: int | None) -> Sequence[int]:
        """The customers protected, their names and aliases findable, each with its event; their ids in order. `by`:
        the account that acts."""

    def fates(self, file: str, rows: Sequence[int]) -> Mapping[int, ImportFate]:
        """What was decided of these rows at an earlier try."""

    def keep(self, file: str, job_id: int, rows: Sequence[RowOutcome]) -> None:
        """What became of rows; an earlier outcome of the same row is replaced."""

    def kept(self, file: str, after: int, limit: int, *, telling: bool = False) -> Sequence[RowOutcome]:
        """Rows by number; `telling`: only those with facts to tell."""

    def row_of_account(self, file: str, account_id: int) -> int | None:
        """The first row of the file whose person it is."""

    def resembling(self, names: Sequence[str]) -> Sequence[Sequence[Hit]]:
        """The strong look-alikes of each."""

    def holders(self, file: str, customers: Sequence[int]) -> Mapping[int, Holder]: ...
    def imported_by(self, job_id: int) -> int:
        """How many customers a job took in that weren't taken back."""

    def told_people(self, job_id: int) -> Mapping[int, int]:
        """In whose name a job took customers in, with how many."""

    def built_on(self, job_id: int, limit: int) -> tuple[int, Sequence[str]]:
        """How many of a job's customers have an event later than their import, and the names of some."""

    def undo(self, job_id: int, after: int, limit: int, now: datetime, by: int | None) -> UndoneRows:
        """The next customers of a job, by row, that nothing was built on: nobody's again, and findable no more."""

    def columns(self, house: str, kind: str) -> Mapping[str, str]:
        """Heading → field, as somebody of this house said of earlier lists."""

    def remember_column(self, house: str, kind: str, heading: str, field: str) -> None: ...
    def tally(self, file: str) -> FateCounts: ...


@dataclass(frozen=True, kw_only=True)
class CustomerImported(Event, subject="customer"):
    """A customer came in with a list: protected for its agency from then on."""

    customer: int
    agency: int
    contact: int
    until: date | None
    file: str
    row: int


@dataclass(frozen=True, kw_only=True)
class CustomerUnimported(Event, subject="customer"):
    """The import that brought it was taken back."""

    customer: int
    job: int


@dataclass(frozen=True, kw_only=True)
class CustomersBrought(Event, subject="job"):
    """A list is in: those in whose name customers came are told."""

    job: int


@dataclass(frozen=True, kw_only=True)
class ImportAsked(Event, subject="account"):
    """An administrator sent a list."""

    account: int
    file: str
    name: str
