"""What there is to tell of the rows of a list of orders, and what a list brought: records and port. A row is decided once a
job, in the transaction that logged its order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.json_values import JsonObject
from domain.orders.records import Order


class OrderRowFate(StrEnum):
    LOGGED = "logged"
    KNOWN = "known"
    """An order says the same already."""
    REFUSED = "refused"
    LEFT = "left"
    """Somebody said that it stays out."""
    HELD = "held"
    """Nobody said what it waits for."""
    CORRECTED = "corrected"
    """An order that was logged before says it now."""
    WAITS = "waits"
    """A draft until the customer has the project."""


@dataclass(frozen=True, slots=True)
class ToldRow:
    """`found` is what to tell of it, as JSON: problems, or the order that says the same."""

    row: int
    fate: OrderRowFate
    order_id: int | None = None
    found: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """Of a job's orders that stand: how many, and those of them that wait for the owner (补录)."""

    orders: int
    late: int


class OrderLists(Protocol):
    """The port. A job is one list."""

    def keep(self, job_id: int, rows: Sequence[ToldRow]) -> None:
        """Those of which there is something to tell."""

    def kept(self, job_id: int, after: int, limit: int) -> Sequence[ToldRow]:
        """By number."""

    def tally(self, job_id: int) -> Mapping[OrderRowFate, int]:
        """Of the rows that are kept: those that were logged without a word aren't."""

    def brought(self, job_id: int) -> Brought: ...
    def orders(self, job_id: int, below: int | None, limit: int, *, late: bool = False) -> Sequence[int]:
        """Living orders of the list, the last one first, under `below`; `late`: that wait for the owner."""

    def late_months(self, job_id: int) -> Mapping[tuple[int, int], int]:
        """Year and month → how many wait for the owner."""

    def people(self, job_id: int) -> Mapping[int, int]:
        """In whose name orders were logged, with how many."""

    def of_workbook(self, name: str, orders: Sequence[int]) -> Collection[int]:
        """Those of the orders that a file of that name brought."""

    def same_workbook(self, agency_id: int, name: str) -> Collection[int]:
        """Jobs that took a file of that name in for the agency, the last ones."""

    def of_jobs(self, jobs: Collection[int], customer_id: int) -> Sequence[Order]:
        """Living orders of a customer that they brought; returns aren't among them."""

    def shared_batches(self, job_id: int, limit: int) -> tuple[int, Sequence[str], Sequence[int]]:
        """Batches that another agency's orders name, too: how many, some of them, and all agencies concerned."""


@dataclass(frozen=True, kw_only=True)
class OrdersBrought(Event, subject="job"):
    """A list is in: those in whose name something was logged are told, owners of what waits for them, managers of batches
    that another agency names."""

    job: int
    agency: int


@dataclass(frozen=True, kw_only=True)
class OrdersTakenBack(Event, subject="job"):
    """`count` orders of the list are void; `kept` had been built on; `drafts` rows waited for their project and don't any
    more."""

    job: int
    count: int
    kept: int
    drafts: int = 0


@dataclass(frozen=True, kw_only=True)
class LateOrdersCounted(Event, subject="job"):
    """The owner let `count` late orders of the list count."""

    job: int
    count: int


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """Of a line that stands: what the row says takes its place, as long as the order is still of that version. `why` is
    one of `domain.orders.records.CorrectionReason`."""

    line: int
    version: int
    why: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that can come in: of a return `quantity` is negative. `price` is exact, as text. `before`: somebody said that it
    takes back what was sold before the system. `project` is 0 where it isn't there yet, and `called` what the list calls it."""

    row: int
    project: int
    written: str
    quantity: int
    price: str | None
    currency: str
    batches: tuple[tuple[str, int | None], ...]
    reference: str
    correction: LineCorrection | None = None
    before: bool = False
    called: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Of the list: its job, and the day on which it was sent, which decides what is late."""

    job: int
    written_on: date
    name: str = ""
    """Of the file."""


@dataclass(frozen=True, slots=True)
class CustomerDay:
    """All rows of a customer and day. `claimed` are lines of orders that other rows of the list say already."""

    customer: int
    day: date
    rows: tuple[PlannedRow, ...]
    claimed: tuple[int, ...] = ()

    def to_json(self) -> list[object]:
        rows = [
            [
                each.row,
                each.project,
                each.written,
                each.quantity,
                each.price,
                each.currency,
                each.batches,
                each.reference,
                [each.correction.line, each.correction.version, each.correction.why] if each.correction else None,
                each.before,
                each.called,
            ]
            for each in self.rows
        ]
        return [self.customer, self.day.isoformat(), rows, self.claimed]

    @classmethod
    def of(cls, given: Sequence[Any]) -> CustomerDay:
        customer, day, rows, *claimed = given  # a plan of an earlier version says less
        planned = tuple(_planned(*told) for told in rows)
        return cls(customer, date.fromisoformat(day), planned, tuple(claimed[0]) if claimed else ())


def _planned(
    row: int,
    project: int,
    written: str,
    quantity: int,
    price: str | None,
    currency: str,
    batches: Sequence[Sequence[Any]],
    reference: str,
    correction: tuple[int, int, str] | None = None,
    before: bool = False,
    called: str = "",
) -> PlannedRow:
    told = tuple((str(code), pieces) for code, pieces in batches)
    corrects = LineCorrection(*correction) if correction else None
    return PlannedRow(row, project, written, quantity, price, currency, told, reference, corrects, before, called)


@dataclass(frozen=True, slots=True)
class OrderRowOutcome:
    """A row: `order` was logged, `known` says the same already, or `refusal` is why not; `against` is the order that a
    return takes something back of, None of one from before; `corrected`: `order` was there before; `waits`: for its project."""

    row: int
    order: Order | None = None
    known: Order | None = None
    refusal: Refusal | None = None
    against: Order | None = None
    returned: bool = False
    corrected: bool = False
    waits: bool = False
