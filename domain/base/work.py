"""What a use-case may touch: the unit of work of one transaction."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol

from domain.administration.records import Deployment
from domain.agencies.records import AgencyFiles
from domain.announcements.records import Announcements
from domain.approvals.records import Approvals
from domain.base.beforehand import Beforehand
from domain.base.calendar import WorkingCalendar
from domain.base.errors import NotAllowed
from domain.base.events import Log
from domain.base.policy import Policy
from domain.contracts.amendments import Amendments
from domain.contracts.records import Contracts
from domain.counterparts.records import Counterparts
from domain.customers.holders import HandOvers
from domain.customers.lookalikes import NameIndex
from domain.customers.petitions import Petitions
from domain.customers.records import Customers
from domain.direct.records import DirectAccounts
from domain.failures.records import Failures
from domain.follow_ups.records import FollowUps
from domain.forecast.port import Forecasts
from domain.imports.records import Imports
from domain.jobs.records import Jobs
from domain.orders.listing.records import OrderLists
from domain.orders.port import Orders
from domain.orders.rates import Rates
from domain.people.deputies import Deputies
from domain.people.records import Account, Engineers, People
from domain.products.mcus import Mcus
from domain.projects.records import Projects
from domain.protection.pool import Pool
from domain.protection.records import Protections
from domain.publications.records import Publications
from domain.registration.records import Registrations
from domain.reminders.records import Reminders
from domain.statistics.records import Statistics
from domain.statistics.target_records import Targets
from domain.threads.records import Threads
from domain.visits.records import Visits


class Numbers(Protocol):
    """Numbers that can be said aloud, e.g. `BB-2026-01873`, and quotas."""

    def next(self, prefix: str, year: int, several: int = 1) -> Sequence[int]:
        """So many of the year's, ascending, each given once. Nobody waits for whoever took the one before; one that was taken by
        a transaction that didn't come to its end may be left out."""
        ...

    def count(self, what: str) -> int:
        """Count up and say where it stands. Held until the COMMIT: of two at once the second waits for the first."""
        ...

    def holder(self, number: str) -> int | None:
        """The id of the record that has the number."""


@dataclass(frozen=True, kw_only=True)
class Work(ABC):
    """One transaction's tools. `now` is business time, aware; `account` is who acts, None for a stranger or the system."""

    now: datetime
    account: Account | None
    policy: Policy
    calendar: WorkingCalendar
    people: People
    customers: Customers
    directs: DirectAccounts
    names: NameIndex
    petitions: Petitions
    registrations: Registrations
    agency_files: AgencyFiles
    hand_overs: HandOvers
    engineers: Engineers
    projects: Projects
    follow_ups: FollowUps
    counterparts: Counterparts
    visits: Visits
    orders: Orders
    rates: Rates
    targets: Targets
    statistics: Statistics
    forecasts: Forecasts
    order_lists: OrderLists
    mcus: Mcus
    protections: Protections
    pool: Pool
    reminders: Reminders
    threads: Threads
    publications: Publications
    announcements: Announcements
    contracts: Contracts
    amendments: Amendments
    approvals: Approvals
    deputies: Deputies
    jobs: Jobs
    imports: Imports
    failures: Failures
    deployment: Deployment
    numbers: Numbers
    events: Log
    secret: Callable[[], str]
    """A new random token, URL-safe, at least 128 bits."""

    chat_id: int = 0
    """The chat user who acts; 0 for the system."""
    language: str = "zh"
    """What that user reads, "zh" or "en": the unit in which a number is meant, and how long words get, hang on it."""
    beforehand: Beforehand | None = None
    """In a step that others wait for: what was looked up for it, and must be (`domain.base.looking_first`)."""

    @property
    def actor(self) -> Account:
        """Who acts; raises `NotAllowed` for a stranger."""
        if self.account is None or not self.account.active:
            raise NotAllowed("anything")
        return self.account

    @abstractmethod
    def apart(self) -> AbstractContextManager[None]:
        """What is written inside is taken back when it ends in a refusal, unless that is one to be remembered."""

    @property
    def zone(self) -> tzinfo:
        return self.policy.zone

    @property
    def today(self) -> date:
        """The day in the vendor's time zone."""
        return self.now.astimezone(self.zone).date()

    def number(self, prefix: str, digits: int) -> str:
        """The next number of the vendor's current year."""
        return self.several_numbers(prefix, digits, 1)[0]

    def several_numbers(self, prefix: str, digits: int, several: int) -> list[str]:
        """The next ones at once."""
        year = self.today.year
        numbers = self.numbers.next(prefix, year, several) if several else ()
        return [f"{prefix}-{year}-{each:0{digits}}" for each in numbers]
