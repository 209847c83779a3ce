"""拒绝的越权尝试: who tried what his rights don't give him, whatever button or message led there. On record once an hour for each
person and right, so that a tap repeated a thousand times is one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.administration import looking
from domain.base.errors import NotAllowed, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand
from domain.base.work import Work

APART: Final = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class AttemptRefused(Event, subject="account"):
    """`key` is the right that was lacking."""

    account: int
    key: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """`action` is None for a right that isn't in the table any more."""

    at: datetime
    name: str
    home: str
    action: Action | None


def note(work: Work, refusal: Refusal) -> None:
    """Whatever was refused. Of a person whose agency has ended it is no attempt: he has the old buttons yet."""
    account = work.account
    if not isinstance(refusal, NotAllowed) or account is None or not account.active or account.former:
        return
    since = work.now - APART
    if not work.events.of_actor(account.id, AttemptRefused, since, key=refusal.action):
        work.events.record(AttemptRefused(account=account.id, key=refusal.action))


def newest(work: Work, offset: int, limit: int) -> Sequence[Attempt]:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    known = {each.value: each for each in Action}
    found = []
    for each in work.events.of_kind(AttemptRefused, EVERYTHING, offset, limit):
        if isinstance(each.event, AttemptRefused):
            account = work.people.account(each.event.account)
            found.append(Attempt(each.at, account.name, looking.home(work, account), known.get(each.event.key)))
    return found
