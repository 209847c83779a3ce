"""How the desk stands, its jobs, and whom it doesn't reach; for administrators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.administration.records import Standing
from domain.base.bilingual import translated
from domain.base.rights import Action, demand, reach
from domain.base.work import Work
from domain.jobs.records import Job
from domain.people.records import Account

TICKS_WITHIN: Final = timedelta(minutes=5)
WAITS_WITHIN: Final = timedelta(minutes=5)
COPIED_WITHIN: Final = timedelta(days=7)
"""What is older than these is marked."""


@dataclass(frozen=True, slots=True)
class Look:
    """`late`: nothing was due-asked for long; `stuck`: something waits for long; `uncopied`: no copy, or an old one."""

    standing: Standing
    late: bool
    stuck: bool
    uncopied: bool
    out_of_reach: int
    jobs: int


@dataclass(frozen=True, slots=True)
class Unreached:
    account: Account
    home: str
    """Where he is: his agency, his unit, or the vendor."""
    since: datetime | None


def look(work: Work) -> Look:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    found = work.deployment.standing(work.now)
    return Look(
        found,
        late=found.ticked is not None and work.now - found.ticked > TICKS_WITHIN,
        stuck=found.oldest is not None and work.now - found.oldest > WAITS_WITHIN,
        uncopied=found.copied_by_us and (found.backed_up is None or work.now - found.backed_up > COPIED_WITHIN),
        out_of_reach=work.deployment.out_of_reach(0, 0)[1],
        jobs=work.jobs.newest(reach(work.actor, Action.SEE_JOBS), 0, 0, open_only=True)[1],
    )


def out_of_reach(work: Work, offset: int, limit: int) -> tuple[Sequence[Unreached], int]:
    """A page of them, and how many there are. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    found, total = work.deployment.out_of_reach(offset, limit)
    return [
        Unreached(account := work.people.account(each.account), home(work, account), each.since) for each in found
    ], total


def jobs(work: Work, offset: int, limit: int) -> tuple[Sequence[tuple[Job, str]], int]:
    """A page of what the reader may see, newest first, with whose it is (nobody's: the operator's), and how many there are."""
    found, total = work.jobs.newest(reach(work.actor, Action.SEE_JOBS), offset, limit)
    names = {int(each.account_id): work.people.account(each.account_id).name for each in found if each.account_id}
    return [(each, names.get(int(each.account_id or 0), "")) for each in found], total


def home(work: Work, account: Account) -> str:
    if account.agency_id is not None:
        return work.people.agency(account.agency_id).called
    return translated(work.people.unit(account.unit_id).name if account.unit_id is not None else work.policy.vendor)
