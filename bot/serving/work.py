"""One transaction's `Work`, put together of storage's repositories."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from typing_extensions import override

from bot.serving.failures import StoredFailures
from dialogs.core.registry import Draft, DropDraft, KeepDraft
from dialogs.core.screen import wording_from_json, wording_to_json
from domain import matters as matters  # registers what each of them brings
from domain.base.beforehand import Beforehand
from domain.base.calendar import WorkingCalendar
from domain.base.errors import Refusal
from domain.base.policy import Policy
from domain.base.work import Work
from domain.people.joining import InvitationLink
from domain.people.records import Account
from domain.reminders.records import Reminder
from storage.chat import drafts
from storage.engine import Connection
from storage.names.index import StoredNames
from storage.records import numbers
from storage.records.agencies import StoredAgencyFiles
from storage.records.ahead import AnnouncementsAhead, CustomersAhead, ProtectionsAhead, RemindersAhead, customers_of
from storage.records.amendments import StoredAmendments
from storage.records.announcements import StoredAnnouncements
from storage.records.approvals import StoredApprovals
from storage.records.contracts import StoredContracts
from storage.records.counterparts import StoredCounterparts
from storage.records.counters import count_up, draw
from storage.records.customers import StoredCustomers
from storage.records.deputies import StoredDeputies
from storage.records.direct import StoredDirectAccounts
from storage.records.events import StoredLog
from storage.records.follow_ups import StoredFollowUps
from storage.records.forecast import StoredForecasts
from storage.records.handovers import StoredHandOvers
from storage.records.imports import StoredImports
from storage.records.jobs import StoredJobs
from storage.records.mcus import StoredMcus
from storage.records.orders.by_file import StoredOrderLists
from storage.records.orders.orders import StoredOrders
from storage.records.orders.rates import StoredRates
from storage.records.people import StoredPeople
from storage.records.petitions import StoredPetitions
from storage.records.pool import StoredPool
from storage.records.projects import StoredEngineers, StoredProjects
from storage.records.protection import StoredProtections
from storage.records.publications import StoredPublications
from storage.records.registration import StoredRegistrations
from storage.records.reminders import StoredReminders
from storage.records.standing import StoredDeployment
from storage.records.statistics import StoredStatistics
from storage.records.targets import StoredTargets
from storage.records.threads import StoredThreads
from storage.records.visits import StoredVisits

TOKEN_BYTES = 24


@dataclass(frozen=True)
class StoredNumbers:
    """Fulfils `domain.base.work.Numbers`."""

    conn: Connection

    def next(self, prefix: str, year: int, several: int = 1) -> Sequence[int]:
        return draw(self.conn, f"{prefix}-{year}", several)

    def count(self, what: str) -> int:
        return count_up(self.conn, what)

    def holder(self, number: str) -> int | None:
        return numbers.holder(self.conn, number)


@dataclass(frozen=True, kw_only=True)
class DeskWork(Work):
    """The domain's `Work`, and what lies between it and the chat: drafts, and links to be handed out.

    `owner` is whose conversation and drafts these are.
    """

    conn: Connection
    owner: str
    log: StoredLog
    """The same as `events`; here its fresh ones can be taken."""
    links: list[InvitationLink] = field(default_factory=list)
    """Invitation links to be sent to whoever acts: each goes into one message and is kept nowhere else."""
    drafted: list[tuple[int, str]] = field(default_factory=list)
    """Half-filled forms that were kept or dropped, by the accounts that own them."""

    def hand_out(self, link: InvitationLink) -> Account:
        self.links.append(link)
        return link.account

    @override
    @contextmanager
    def apart(self) -> Iterator[None]:
        recorded, links = self.log.mark(), len(self.links)
        point = self.conn.begin_nested()
        try:
            yield
        except Refusal as refusal:
            if refusal.remembered:
                point.commit()
            else:
                point.rollback()
                self.log.forget(recorded)
                del self.links[links:]
            raise
        else:
            point.commit()

    def keep_drafts(self, changes: Iterable[KeepDraft | DropDraft], at: datetime) -> None:
        """What became of half-filled forms of `owner`, which were worked on last at that time."""
        for change in changes:
            kind, _, number = self.owner.partition(":")
            if kind == "account":
                self.drafted.append((int(number), change.id))
            match change:
                case KeepDraft():
                    title, state = wording_to_json(change.title), dict(change.state)
                    drafts.keep(
                        self.conn, self.owner, drafts.Draft(change.id, change.form, change.version, title, state, at)
                    )
                case DropDraft():
                    drafts.drop(self.conn, self.owner, change.id)

    def drafts(self, form: str | None) -> Sequence[Draft]:
        return [
            Draft(each.name, each.form, each.version, wording_from_json(each.title), each.state, each.updated_at)
            for each in drafts.of(self.conn, self.owner)
            if form is None or each.form == form
        ]


def reading_ahead(work: DeskWork, reminders: Sequence[Reminder]) -> DeskWork:
    """The same work with all records at hand that these reminders are about; for a batch that doesn't change them."""
    subjects = {each.about for each in reminders if each.subject.startswith("customer:")}
    rows = customers_of(work.conn, subjects)
    customers, protections = CustomersAhead(work.conn, rows), ProtectionsAhead(work.conn, rows)
    work.people.read_ahead({each.receiver for each in reminders} | customers.contacts)
    announcements, asked = AnnouncementsAhead(work.conn, reminders), RemindersAhead(work.conn, reminders)
    return replace(work, customers=customers, protections=protections, announcements=announcements, reminders=asked)


def work_for(
    conn: Connection,
    policy: Policy,
    now: datetime,
    *,
    account: Account | None = None,
    owner: str = "",
    chat_id: int = 0,
    language: str = "",
    here: Mapping[int, Sequence[Account]] | None = None,
    beforehand: Beforehand | None = None,
) -> DeskWork:
    """The work of an account (None: a stranger, or the system itself) at a moment of business time. `language` is the chat's,
    where it has chosen one; `here`: accounts of chats that this transaction has read already."""
    log = StoredLog(conn, now, account)
    return DeskWork(
        now=now,
        account=account,
        policy=policy,
        beforehand=beforehand,
        calendar=WorkingCalendar(policy),
        people=StoredPeople(conn, here),
        customers=StoredCustomers(conn),
        directs=StoredDirectAccounts(conn),
        engineers=StoredEngineers(conn),
        projects=StoredProjects(conn),
        follow_ups=StoredFollowUps(conn),
        counterparts=StoredCounterparts(conn),
        visits=StoredVisits(conn),
        orders=StoredOrders(conn),
        rates=StoredRates(conn),
        targets=StoredTargets(conn),
        statistics=StoredStatistics(conn),
        forecasts=StoredForecasts(conn),
        order_lists=StoredOrderLists(conn),
        mcus=StoredMcus(conn),
        names=StoredNames(conn),
        petitions=StoredPetitions(conn),
        registrations=StoredRegistrations(conn),
        agency_files=StoredAgencyFiles(conn),
        hand_overs=StoredHandOvers(conn),
        protections=StoredProtections(conn),
        pool=StoredPool(conn),
        reminders=StoredReminders(conn),
        threads=StoredThreads(conn),
        publications=StoredPublications(conn),
        announcements=StoredAnnouncements(conn),
        contracts=StoredContracts(conn),
        amendments=StoredAmendments(conn),
        approvals=StoredApprovals(conn),
        deputies=StoredDeputies(conn),
        jobs=StoredJobs(conn),
        imports=StoredImports(conn),
        failures=StoredFailures(conn),
        deployment=StoredDeployment(conn),
        numbers=StoredNumbers(conn),
        events=log,
        log=log,
        secret=lambda: secrets.token_urlsafe(TOKEN_BYTES),
        conn=conn,
        owner=owner,
        chat_id=chat_id,
        language=language or policy.language,
    )
