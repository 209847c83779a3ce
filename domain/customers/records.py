"""End customers and their reports (报备): records and port (docs/customers.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NewType, Protocol

from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.people.records import AccountId, AgencyId
from domain.projects.records import ProjectItem

CustomerId = NewType("CustomerId", int)
ReportId = NewType("ReportId", int)


class CustomerState(StrEnum):
    OPEN = "open"
    """Known by a report, held by nobody."""
    PROTECTED = "protected"
    POOL = "pool"
    MERGED = "merged"
    """Found to be the same as another one; its names and history are the other's now."""


class ReportState(StrEnum):
    PENDING = "pending"
    """First in line: an approver has it."""
    QUEUED = "queued"
    RETURNED = "returned"
    """To be mended; keeps its place until `keeps_place_until`."""
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    """An earlier report of the same customer was approved."""


LIVE = frozenset({ReportState.PENDING, ReportState.QUEUED, ReportState.RETURNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a report says of the customer.

    `region` is a province and a city (`广东 深圳`), `domain` a product domain of the policy (`家电 · 空调`), both kept
    as they are said so that a changed table or policy never orphans a record; `volume` counts all MCUs, in 万 (ten
    thousand) a year.
    """

    name: str
    credit_code: str | None = None
    region: str
    domain: str
    volume: Decimal
    mcus: str
    buyer: str = ""
    factory: str = ""
    background: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer and who holds it. `protected_until` is the last protected day, counted in full in the vendor's
    zone; None while protected means without end (量产)."""

    id: CustomerId
    name: str
    same_key: str
    credit_code: str | None
    state: CustomerState
    agency_id: AgencyId | None = None
    contact_id: AccountId | None = None
    protected_since: datetime | None = None
    protected_until: date | None = None
    profile: Profile | None = None
    stage: Stage | None = None
    followed_up_at: datetime | None = None
    """The last follow-up report by the present holder."""
    follow_up_due: date | None = None
    """The day by which the next one is expected."""
    reserved_for: AgencyId | None = None
    """The agency whose appeal was accepted; nobody else may report the customer until `reserved_until`."""
    reserved_until: datetime | None = None
    merged_into: CustomerId | None = None

    def reserved(self, now: datetime) -> bool:
        """Whether it waits for the agency whose appeal was accepted."""
        return self.reserved_until is not None and now <= self.reserved_until

    def reserved_against(self, agency_id: int | None, now: datetime) -> bool:
        return self.reserved(now) and self.reserved_for != agency_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of a customer. `submitted_at` is the time of the first complete submission: the order of the queue."""

    id: ReportId
    number: str
    customer_id: CustomerId
    state: ReportState
    position: int
    agency_id: AgencyId
    reporter_id: AccountId
    contact_id: AccountId
    profile: Profile
    project: ProjectItem | None
    submitted_at: datetime
    people: str = ""
    """Who is called there, as it was written."""
    decided_at: datetime | None = None
    keeps_place_until: datetime | None = None
    return_fields: tuple[str, ...] = ()
    reason: str = ""
    """Why it was rejected or returned, in the decider's words."""

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def in_line(self) -> bool:
        """Whether those behind it wait for it. A returned report that lost its place holds nobody up."""
        return self.live and (self.state is not ReportState.RETURNED or self.keeps_place_until is not None)

    def keeps_place(self, now: datetime) -> bool:
        """Whether it was returned and comes back, mended by now, to where it stood."""
        return self.keeps_place_until is not None and now <= self.keeps_place_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A salesperson's record, shown to the approver."""

    held: int
    overdue: int
    refused: int
    """Reports rejected in the last year."""


class CustomerSorting(StrEnum):
    """What stands in front of a list of customers."""

    ENDING = "ending"
    """Those whose protection ends first."""
    DUE = "due"
    """Those whose next follow-up is due first."""


class Grouping(StrEnum):
    """By what customers are counted."""

    AGENCY = "agency"
    STAGE = "stage"
    DOMAIN = "domain"
    REGION = "region"
    """A city in its province."""
    PERSON = "person"
    """The contact (代理商联系人)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCounts:
    """Protected customers within a reach: all, those that end by a day, those whose follow-up is overdue."""

    held: int = 0
    ending: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class HeldBy:
    """The same of one agency, or of one contact, by its id."""

    key: int
    counts: HeldCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a list of protected customers is asked for; what isn't said matches all.

    `text` is found by characters, pinyin and initials in all that the customer is called, in its code, projects and models,
    and in the names of its agency and contact (`domain.base.searching`). `domain` is a product domain of the first level;
    `region` is a province or a city in it (`广东`, `广东 深圳`), `due_before` wants those whose next follow-up was due earlier
    than that day, `ending_by` those protected until that day at most, `without_project` those of whom none was ever told.
    """

    text: str = ""
    agency_id: int | None = None
    stage: Stage | None = None
    domain: str | None = None
    region: str | None = None
    contact_id: int | None = None
    due_before: date | None = None
    ending_by: date | None = None
    without_project: bool = False
    order: CustomerSorting = CustomerSorting.ENDING
    offset: int = 0
    limit: int = 6


@dataclass(frozen=True, slots=True)
class CustomersFound:
    """One page and how many there are in all."""

    rows: Sequence[Customer]
    total: int = field(default=0)


class Customers(Protocol):
    """The port."""

    def lock_identity(self, same_key: str, credit_code: str | None) -> None:
        """Hold the name and the code against everybody else until the transaction ends."""

    def by_name(self, same_key: str) -> Sequence[Customer]: ...
    def by_code(self, credit_code: str) -> Customer | None: ...
    def reported_as(self, same_key: str, credit_code: str | None) -> Sequence[Customer]:
        """Those whom live reports mean that have this name or this code."""

    def get(self, customer_id: int) -> Customer: ...
    def lock(self, customer_id: int) -> Customer:
        """As it stands now, held against everybody else until the transaction ends."""

    def several(self, customers: Collection[int], *, lock: bool = False) -> Mapping[int, Customer]:
        """By number, held in the order of their numbers where `lock`; those that there aren't are left out."""

    def add(self, *, name: str, same_key: str, credit_code: str | None, now: datetime) -> Customer: ...
    def set_code(self, customer_id: int, credit_code: str) -> None: ...
    def protect(
        self,
        customer_id: int,
        *,
        agency_id: int,
        contact_id: int,
        since: datetime,
        until: date | None,
        profile: Profile,
        stage: Stage | None,
        follow_up_due: date,
    ) -> None:
        """From now on it is held, and called as the profile says: its former name stays as an alias, and a code that is
        known stays where the profile gives none."""

    def set_stage(self, customer_id: int, stage: Stage | None) -> None: ...
    def followed_up(self, customer_id: int, at: datetime, due: date) -> None: ...
    def held(self, reach: Reach, search: Search) -> CustomersFound:
        """One page of the protected customers within the reach, and how many there are."""

    def after(self, reach: Reach, search: Search, customer_id: int, limit: int) -> Sequence[Customer]:
        """Those searched for by id, from behind one on: for going through all of them in portions. Its order and page
        don't matter."""

    def tally(self, reach: Reach, *, ending_by: date, today: date) -> HeldCounts: ...
    def tallies(
        self, reach: Reach, by: Literal[Grouping.AGENCY, Grouping.PERSON], *, ending_by: date, today: date
    ) -> Sequence[HeldBy]:
        """The same for each that holds some."""

    def groups(self, reach: Reach, by: Grouping) -> Sequence[tuple[str, int]]:
        """How many are held, by agency id, stage, domain, region or contact id; what has none is left out."""

    def count_hoarded(self, agency_id: int, now: datetime) -> int:
        """Open reports, but for those that the vendor should have answered by now, and protected customers without a
        project in development or later."""

    def reserve(self, customer_id: int, agency_id: int, until: datetime) -> None: ...
    def set_free(self, customer_id: int, state: CustomerState) -> None:
        """Nobody's any more, in this state: nothing of its holder and of the clock stays, the history does."""

    def correct(self, customer_id: int, profile: Profile, same_key: str) -> None: ...
    def merge(self, gone: int, into: int) -> None:
        """The customer is known as the other one: nothing of a holder stays, and its code is the other's if that has none."""

    def take_over(self, gone: int, into: int, profile: Profile | None) -> None:
        """The one has all that the other has of a holder, of the clock and of a reservation; None leaves its profile."""

    def twins(self) -> Sequence[tuple[CustomerId, CustomerId]]:
        """Living customers that turned out to bear one name when names were read anew, the earlier one first."""

    def merged_into(self, customer_id: int) -> Sequence[CustomerId]:
        """Whatever was found to be this one."""

    def requeue(self, reports: Sequence[int], customer_id: int) -> None:
        """These reports are the customer's, behind all that it has, in this order."""

    def report(self, report_id: int, *, lock: bool = False) -> Report: ...
    def reports_of(self, customer_id: int, states: frozenset[ReportState]) -> Sequence[Report]:
        """In the order of the queue."""

    def reports(self, reach: Reach, *, open_only: bool, offset: int, limit: int) -> tuple[Sequence[Report], int]:
        """Newest first; with how many there are in all."""

    def next_position(self, customer_id: int) -> int:
        """The next place in the customer's queue; never given twice."""

    def add_report(
        self,
        *,
        number: str,
        customer_id: int,
        state: ReportState,
        position: int,
        agency_id: int,
        reporter_id: int,
        contact_id: int,
        profile: Profile,
        project: ProjectItem | None,
        people: str,
        submitted_at: datetime,
    ) -> Report: ...
    def set_report_state(
        self,
        report_id: int,
        state: ReportState,
        *,
        at: datetime,
        reason: str = "",
        return_fields: tuple[str, ...] = (),
        keeps_place_until: datetime | None = None,
    ) -> None: ...
    def resubmit(
        self,
        report_id: int,
        *,
        state: ReportState,
        profile: Profile,
        contact_id: int,
        project: ProjectItem | None,
        people: str,
        customer_id: int,
        position: int,
        submitted_at: datetime,
    ) -> None: ...
    def lose_place(self, report_id: int) -> None: ...
    def returned_before(self, now: datetime, limit: int) -> Sequence[int]:
        """Returned reports that still keep their place though their time is over."""

    def stranded(self, now: datetime, limit: int) -> Sequence[int]:
        """Customers for whom somebody queues though nobody stands before him, or they have their holder."""

    def record_of(self, account_id: int, now: datetime, today: date) -> Record: ...
