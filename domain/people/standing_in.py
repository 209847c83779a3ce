"""Who stands in for whom today (请假代理; docs/approvals.md): asked whenever somebody acts or looks; a deputy who is away
himself is covered by his own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from domain.base.work import Work
from domain.people.records import AccountId


def stand_ins(work: Work, asked: Collection[AccountId]) -> dict[AccountId, AccountId]:
    """Deputy → in whose stead, for those of these accounts who are away today."""
    away = _away(work)
    found: dict[AccountId, AccountId] = {}
    for principal in asked:
        for deputy in _chain(away, principal):
            if deputy not in asked and work.people.account(deputy).active:
                found.setdefault(deputy, principal)
    return found


def present(work: Work, account_id: AccountId) -> tuple[AccountId, ...]:
    """Who hears what is somebody's to know: he, while he is away whoever stands in for him."""
    return tuple(stand_ins(work, (account_id,))) or (account_id,)


def principals(work: Work, account_id: AccountId) -> tuple[AccountId, ...]:
    """In whose stead the account decides today."""
    away = _away(work)
    return tuple(each for each in away if account_id in _chain(away, each))


def _away(work: Work) -> Mapping[AccountId, AccountId]:
    """Who is away today, and who covers him."""
    return {each.principal_id: each.deputy_id for each in work.deputies.covering(work.today)}


def _chain(away: Mapping[AccountId, AccountId], principal: AccountId) -> Iterator[AccountId]:
    """The deputy, the deputy's deputy …; two who cover each other end it."""
    seen = {principal}
    at = away.get(principal)
    while at is not None and at not in seen:
        yield at
        seen.add(at)
        at = away.get(at)
