"""What failed for a reason that nobody foresaw: updates set aside, and messages that Telegram refused. Administrators are told
of the first and have both in a list, from which each is tried again.

Absent: how they are kept (the port's), and what was said in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.base.bilingual import translated
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand
from domain.base.work import Work
from domain.failures.records import Direction, Failure
from domain.people.records import Account

APART: Final = timedelta(minutes=15)
"""Between two words to the administrators: many fail at once when something is broken."""
TELLABLE: Final = timedelta(days=1)
"""What couldn't be told in that time stands in the list alone."""
COUNTED: Final = 1000


@dataclass(frozen=True, slots=True)
class FailureView:
    """With whose it is: the accounts of the chat, nobody where it has none."""

    failure: Failure
    accounts: tuple[tuple[Account, str], ...]
    """And where each is at home."""


@dataclass(frozen=True, kw_only=True)
class UpdateSetAside(Event, subject="update"):
    """`update` is Telegram's number; 0 where it is no longer known by it."""

    update: int


@dataclass(frozen=True, kw_only=True)
class FailuresTold(Event, subject="told"):
    """The administrators are told that so many updates were set aside since the last time."""

    told: int
    failures: int


@dataclass(frozen=True, kw_only=True)
class TriedAgain(Event, subject="failure"):
    failure: int
    way: str


@dataclass(frozen=True, kw_only=True)
class TryAgain:
    way: str
    failure: int


def note(work: Work, update: int) -> None:
    """An update was set aside, and is already when this is called: what goes wrong here costs the word alone."""
    work.events.record(UpdateSetAside(update=update))
    tell(work)


def tell(work: Work) -> None:
    """What wasn't told yet, unless the last word is too young; then the next tick asks again."""
    if not _untold(work):
        return
    number = work.numbers.count("failures-told-0")  # of several that tell at once one does
    if count := _untold(work):
        work.events.record(FailuresTold(told=number, failures=count))


def _untold(work: Work) -> int:
    last = next(iter(work.events.of_kind(FailuresTold, EVERYTHING, 0, 1)), None)
    if last is not None and work.now - last.at < APART:
        return 0
    since = max(work.now - TELLABLE, last.at if last is not None else work.now - TELLABLE)
    return sum(each.at > since for each in work.events.of_kind(UpdateSetAside, EVERYTHING, 0, COUNTED))


def newest(work: Work, offset: int, limit: int) -> tuple[Sequence[FailureView], int]:
    """A page of them, and how many there are. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_FAILURES)
    found, total = work.failures.newest(offset, limit)
    return [FailureView(each, _whose(work, each)) for each in found], total


def _whose(work: Work, failure: Failure) -> tuple[tuple[Account, str], ...]:
    if failure.account is not None:
        accounts: Sequence[Account] = (work.people.account(failure.account),)
    else:
        accounts = work.people.accounts_of_chat(failure.chat) if failure.chat is not None else ()
    return tuple((each, _home(work, each)) for each in accounts)


def _home(work: Work, account: Account) -> str:
    if account.agency_id is not None:
        return work.people.agency(account.agency_id).called
    return translated(work.people.unit(account.unit_id).name if account.unit_id is not None else work.policy.vendor)


def try_again(work: Work, command: TryAgain) -> None:
    """Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.SEE_FAILURES)
    if command.way not in {each.value for each in Direction} or not work.failures.try_again(
        Direction(command.way), command.failure
    ):
        raise NotFound("failure")
    work.events.record(TriedAgain(failure=command.failure, way=command.way))
