"""The vendor's own accounts, as its people see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.rights import Action, demand, may
from domain.base.work import Work
from domain.direct.records import DirectAccount


@dataclass(frozen=True, slots=True)
class DirectAccountView:
    account: DirectAccount
    aliases: tuple[str, ...]
    added_by: str


def listed(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[DirectAccount], int]:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.KEEP_DIRECT)
    return work.directs.listed(text, offset, limit)


def one(work: Work, customer_id: int) -> DirectAccountView:
    """Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.KEEP_DIRECT)
    account = work.directs.get(customer_id)
    if account is None:
        raise NotFound("customer")
    by = work.people.account(account.added_by).name if account.added_by is not None else ""
    return DirectAccountView(account, tuple(work.names.aliases(customer_id)), by)


def is_direct(work: Work, customer_id: int) -> bool:
    """For those who decide; to everybody else it is no."""
    return may(work.actor, Action.DECIDE) and bool(work.directs.among((customer_id,)))
