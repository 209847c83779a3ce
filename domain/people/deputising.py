"""请假代理: giving a deputy for some days, ending it, and what becomes due of it (docs/approvals.md).

The manager himself does it, the head of his unit, or an administrator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.people.deputies import Deputyship, DeputyshipPhase
from domain.people.records import Account, AccountId

LONGEST = 92
"""Days. Who is away for longer hands his agencies over."""


@dataclass(frozen=True, kw_only=True)
class SetDeputy:
    """The command behind the form 请假代理. Days in the vendor's zone, both included."""

    principal: int
    deputy: int
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class EndDeputyship:
    """Back early, or never gone."""

    deputyship: int


@dataclass
class DaysUnfit(Refusal):
    """Past days, an end before the beginning, or too many: `most`."""

    most: int


@dataclass
class AwayAlready(Refusal):
    """The person has a deputy on some of these days (as principal), or is away himself (as deputy)."""

    name: str
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class DeputySet(Event, subject="account"):
    account: int
    deputyship: int
    deputy: int
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class DeputyshipBegan(Event, subject="account"):
    account: int
    deputyship: int
    deputy: int


@dataclass(frozen=True, kw_only=True)
class DeputyshipOver(Event, subject="account"):
    """`early`: somebody ended it before its last day was over; `begun`: the deputy had been told that it runs."""

    account: int
    deputyship: int
    deputy: int
    early: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class DeputyshipView:
    deputyship: Deputyship
    principal: Account
    deputy: Account
    running: bool
    waiting: int
    """Requests that wait for the principal."""
    may_end: bool


def set_deputy(work: Work, command: SetDeputy) -> Deputyship:
    """Raises `NotAllowed`, `NotFound`, `DaysUnfit`, `AwayAlready`."""
    principal = _managed(work, command.principal)
    deputy = next((each for each in candidates(work, principal.id) if each.id == command.deputy), None)
    if deputy is None:
        raise NotFound("account")
    if not work.today <= command.since <= command.until or (command.until - command.since).days >= LONGEST:
        raise DaysUnfit(LONGEST)
    for account_id in sorted((principal.id, deputy.id)):  # in one order: two who name each other don't wait in a ring
        work.deputies.lock(account_id)
    for each in (principal, deputy):
        _demand_there(work, each, command)
    made = work.deputies.add(
        principal_id=principal.id,
        deputy_id=deputy.id,
        since=command.since,
        until=command.until,
        set_by=work.actor.id,
        now=work.now,
    )
    work.events.record(
        DeputySet(account=principal.id, deputyship=made.id, deputy=deputy.id, since=made.since, until=made.until)
    )
    return _turn(work, made)


def end(work: Work, command: EndDeputyship) -> Deputyship:
    """Raises `NotAllowed`, `NotFound`."""
    found = work.deputies.get(command.deputyship, lock=True)
    _managed(work, found.principal_id)
    if found.told is DeputyshipPhase.OVER:
        raise NotFound("deputyship")
    return _over(work, found, early=True)


def end_all_of(work: Work, account_id: int) -> None:
    """Somebody leaves: nobody covers him any more, nor he anybody."""
    for each in work.deputies.open():
        if account_id in (each.principal_id, each.deputy_id):
            _over(work, each, early=True)


def turn(work: Work, limit: int) -> int:
    """Those who must be told of what begins or is over are. Returns how many deputyships were dealt with."""
    due = work.deputies.due(work.today, limit)
    for each in due:
        _turn(work, each)
    return len(due)


def _turn(work: Work, each: Deputyship) -> Deputyship:
    if each.until < work.today:
        return _over(work, each, early=False)
    if each.told is not DeputyshipPhase.PLANNED or not each.covers(work.today):
        return each
    told = work.deputies.tell(each.id, DeputyshipPhase.RUNNING)
    work.events.record(DeputyshipBegan(account=each.principal_id, deputyship=each.id, deputy=each.deputy_id))
    return told


def _over(work: Work, each: Deputyship, *, early: bool) -> Deputyship:
    told = work.deputies.tell(each.id, DeputyshipPhase.OVER, work.now if early else None)
    work.events.record(
        DeputyshipOver(
            account=each.principal_id,
            deputyship=each.id,
            deputy=each.deputy_id,
            early=early,
            begun=each.told is DeputyshipPhase.RUNNING,
        )
    )
    return told


# --- what screens ask -------------------------------------------------------------------------------------------------


def principals(work: Work) -> Sequence[Account]:
    """Whom the actor may give a deputy: himself first, then those under him. Raises `NotAllowed`."""
    demand(work.actor, Action.SET_DEPUTY)
    found = [each for each in work.people.vendor_accounts() if each.active and _may_manage(work, each)]
    return sorted(found, key=lambda each: each.id != work.actor.id)


def candidates(work: Work, principal_id: int) -> Sequence[Account]:
    """Who can stand in: colleagues of the unit, and administrators; for somebody without a unit all of the vendor's."""
    principal = work.people.account(principal_id)
    return [
        each
        for each in work.people.vendor_accounts()
        if each.active and each.id != principal.id and (principal.unit_id in (None, each.unit_id) or each.administrator)
    ]


def seen(work: Work) -> Sequence[DeputyshipView]:
    """Those that aren't over and concern the reader, or somebody under him. Raises `NotAllowed`."""
    demand(work.actor, Action.SET_DEPUTY)
    found = [_view(work, each) for each in work.deputies.open()]
    return [each for each in found if each.may_end or each.deputy.id == work.actor.id]


def view(work: Work, deputyship_id: int) -> DeputyshipView:
    """Raises `NotFound`, also when it is none of the reader's business."""
    found = _view(work, work.deputies.get(deputyship_id))
    if not (found.may_end or found.deputy.id == work.actor.id or found.principal.id == work.actor.id):
        raise NotFound("deputyship")
    return found


def covered_by(work: Work, account_id: int) -> tuple[str, date] | None:
    """Who covers the account today, and until when."""
    found = next((each for each in work.deputies.covering(work.today) if each.principal_id == account_id), None)
    return (work.people.account(found.deputy_id).name, found.until) if found is not None else None


def _view(work: Work, found: Deputyship) -> DeputyshipView:
    principal = work.people.account(found.principal_id)
    return DeputyshipView(
        deputyship=found,
        principal=principal,
        deputy=work.people.account(found.deputy_id),
        running=found.covers(work.today),
        waiting=sum(work.approvals.count_waiting(principal.id).values()),
        may_end=found.told is not DeputyshipPhase.OVER and _may_manage(work, principal),
    )


def _managed(work: Work, account_id: int) -> Account:
    account = work.people.account(account_id)
    if account.agency_id is not None or not account.active:
        raise NotFound("account")
    if not _heads(work, account):
        demand(work.actor, Action.SET_DEPUTY, Belongs(frozenset({account.id})))
    return account


def _may_manage(work: Work, account: Account) -> bool:
    return _heads(work, account) or may(work.actor, Action.SET_DEPUTY, Belongs(frozenset({account.id})))


def _heads(work: Work, account: Account) -> bool:
    """Whether the actor is the head of that account's unit."""
    if account.unit_id is None or not may(work.actor, Action.SET_DEPUTY):
        return False
    head: AccountId | None = work.people.unit(account.unit_id).head_id
    return head == work.actor.id


def _demand_there(work: Work, account: Account, command: SetDeputy) -> None:
    """Neither is away already on one of these days."""
    for each in work.deputies.open():
        if each.principal_id == account.id and each.meets(command.since, command.until):
            raise AwayAlready(account.name, each.since, each.until)
