"""人员管理 beyond the invitation: another account type, and leaving with everything handed over in the same step
(docs/people.md). A person who leaves is deactivated, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.approvals import approvers
from domain.approvals.handing_on import RequestHandedOn
from domain.approvals.records import ApprovalState
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand, may
from domain.base.work import Work
from domain.jobs import control as jobs
from domain.leaving import handovers
from domain.leaving.handovers import HandedNames, HandedOver
from domain.people import deputising, heads
from domain.people.joining import BindingEnded, agency_types, demand_manage
from domain.people.records import Account, AccountState, AccountType
from domain.threads.records import ThreadMatter

CONTACTS = (AccountType.SALESPERSON, AccountType.OWNER)
"""Who can be a customer's contact."""


@dataclass(frozen=True, kw_only=True)
class ChangeType:
    account: int
    type: AccountType


@dataclass(frozen=True, kw_only=True)
class SetAdministrator:
    account: int
    administrator: bool


@dataclass(frozen=True, kw_only=True)
class Deactivate:
    """`to`: the colleague who takes everything over; needed where there is something to take over."""

    account: int
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Belongings:
    """What somebody holds that a colleague would have to take over."""

    customers: int
    reports: int
    agencies: int
    approvals: int
    units: tuple[str, ...]
    """Those that he heads."""

    @property
    def nothing(self) -> bool:
        return not (self.customers or self.reports or self.agencies or self.approvals or self.units)

    @property
    def office_only(self) -> bool:
        """Being head, and nothing else: an office may stand empty, until somebody joins the unit."""
        return bool(self.units) and replace(self, units=()).nothing


@dataclass(frozen=True, slots=True)
class Departure:
    """Who was deactivated, who has everything now (empty: there was nothing), and what of it were customers."""

    name: str
    successor: str
    handed: HandedNames | None = None


@dataclass
class Yourself(Refusal):
    """Nobody changes or deactivates himself: somebody else must be left who can undo it."""


@dataclass
class StillHolding(Refusal):
    """Customers or reports must be handed over first."""

    name: str
    customers: int
    reports: int


@dataclass
class NoSuccessor(Refusal):
    """The named colleague can't take over."""


@dataclass
class LastAdministrator(Refusal):
    """Without administrators nobody could make one."""


@dataclass(frozen=True, kw_only=True)
class TypeChanged(Event, subject="account"):
    account: int
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class AdministratorSet(Event, subject="account"):
    account: int
    administrator: bool


@dataclass(frozen=True, kw_only=True)
class PersonLeft(Event, subject="account"):
    account: int
    to: int | None


def types_for(work: Work, account_id: int) -> tuple[AccountType, ...]:
    """What the actor may make of this person; none for the vendor's people, who are all managers."""
    account = work.people.account(account_id)
    if account.agency_id is None or account.id == work.actor.id:
        return ()
    allowed = agency_types(work, account.agency_id)
    return tuple(each for each in allowed if each is not account.type) if account.type in allowed else ()


def change_type(work: Work, command: ChangeType) -> Account:
    """Raises `NotAllowed`, `Yourself`, `StillHolding`, `NotFound`."""
    account = _managed(work, command.account)
    if command.type not in types_for(work, account.id):
        raise NotFound("type")
    found = holding(work, account.id)
    if stands_in_the_way(command.type, found):
        raise StillHolding(account.name, found.customers, found.reports)
    work.people.keep_account(account, replace(account, type=command.type))
    work.events.record(TypeChanged(account=account.id, before=account.type.value, after=command.type.value))
    return work.people.account(account.id)


def stands_in_the_way(wanted: AccountType, found: Belongings) -> bool:
    """Whoever becomes that can be nobody's contact: what he holds is handed over first."""
    return wanted not in CONTACTS and bool(found.customers or found.reports)


def set_administrator(work: Work, command: SetAdministrator) -> bool:
    """Whether the account holds the right now. Raises `NotAllowed`, `Yourself`, `NotFound`."""
    account = _managed(work, command.account)
    demand(work.actor, Action.GRANT_ADMINISTRATOR)
    if account.agency_id is not None or (account.unit_id is None and not command.administrator):
        raise NotFound("account")  # an agency's person; or one who would be nothing then
    work.people.keep_account(account, replace(account, administrator=command.administrator))
    work.events.record(AdministratorSet(account=account.id, administrator=command.administrator))
    return command.administrator


def holding(work: Work, account_id: int) -> Belongings:
    agencies = [each for each in work.people.agencies(EVERYTHING) if each.manager_id == account_id]
    return Belongings(
        customers=len(work.hand_overs.customers_of(account_id)),
        reports=len(work.hand_overs.open_reports_of(account_id)),
        agencies=len(agencies),
        approvals=len(work.approvals.naming(account_id)),
        units=tuple(unit.name for unit in heads.headed_by(work, account_id)),
    )


def needs_successor(work: Work, account_id: int) -> bool:
    """Whether somebody must be named who takes over; the last one of a unit leaves it without a head."""
    found = holding(work, account_id)
    return not found.nothing and not (found.office_only and not successors(work, account_id))


def successors(work: Work, account_id: int) -> Sequence[Account]:
    """The colleagues who can take over: of an agency its contacts, of a unit its managers, else the administrators."""
    account = work.people.account(account_id)
    if account.agency_id is not None:
        found = [each for each in work.people.accounts_of_agency(account.agency_id) if each.type in CONTACTS]
    elif account.unit_id is not None:
        found = list(work.people.managers_of_unit(account.unit_id))
    else:
        found = list(work.people.administrators())
    return [each for each in found if each.active and each.id != account.id]


def deactivate(work: Work, command: Deactivate) -> Departure:
    """Everything is handed over, the chat loses the account at once. Raises `NotAllowed`, `Yourself`, `NoSuccessor`,
    `LastAdministrator`."""
    account = _managed(work, command.account)
    if account.administrator and len(work.people.administrators()) <= 1:
        raise LastAdministrator
    successor = next((each for each in successors(work, account.id) if each.id == command.to), None)
    if successor is None and (command.to is not None or needs_successor(work, account.id)):
        raise NoSuccessor
    given = _hand_over(work, account, successor) if successor is not None else None
    for unit in heads.headed_by(work, account.id):
        heads.appoint(work, unit, successor.id if successor is not None else None)
    deputising.end_all_of(work, account.id)
    jobs.end_all_of(work, account.id)
    work.people.revoke_invitations(account.id, work.now)
    work.people.bind(account.id, None, AccountState.LEFT)
    if account.chat_id is not None:
        work.events.record(BindingEnded(account=account.id, chat=account.chat_id, why="left"))
    work.events.record(PersonLeft(account=account.id, to=command.to))
    handed = handovers.names(work, given) if given is not None else None
    return Departure(account.name, successor.name if successor is not None else "", handed)


def _managed(work: Work, account_id: int) -> Account:
    account = work.people.account(account_id)
    demand_manage(work, account)
    if account.id == work.actor.id:
        raise Yourself
    if account.agency_id is not None:
        work.people.lock_agency(account.agency_id)  # what he is reporting just now is there then, and no more comes
        account = work.people.account(account_id)
    if account.state is AccountState.LEFT:
        raise NotFound("account")
    return account


def _hand_over(work: Work, leaver: Account, successor: Account) -> HandedOver | None:
    if leaver.agency_id is not None:
        given = handovers.between_colleagues(work, leaver, successor)
        work.threads.give(ThreadMatter.QUESTION, leaver.id, successor.id)
        return given
    for agency in work.people.agencies(EVERYTHING):
        if agency.manager_id == leaver.id:
            work.people.set_manager(agency.id, successor.id)
    for approval in work.approvals.naming(leaver.id):
        heirs = [each.id for each in approvers.heirs(work, approval, leaver, successor)]
        steps = approval.without(leaver.id, heirs)
        work.approvals.change(approval, state=ApprovalState.PENDING, level=approval.level, steps=steps)
        for heir in heirs:
            work.events.record(RequestHandedOn(approval=approval.id, to=heir))
    return None


def can_grant(work: Work) -> bool:
    return may(work.actor, Action.GRANT_ADMINISTRATOR)
