"""Broadcasts go out: an announcement to all who are to read it, batch by batch; how far it has come its author sees."""

from __future__ import annotations

from typing import Final, TypeAlias

from domain.announcements import announcing
from notifications.due.telling import Telling
from notifications.hearing.pushes import Notice, PushedCard, Refresh

Arrived: TypeAlias = "tuple[int, frozenset[int]]"
"""The announcement after which to go on, and whose readers it reached by now."""
NOWHERE: Final[Arrived] = (0, frozenset())


def send(telling: Telling, behind: int, limit: int) -> int | None:
    """To the next so many readers of the oldest that isn't out; that announcement, None when there is none."""
    work = telling.work
    batch = announcing.next_batch(work, limit)
    if batch is None:
        return None
    found = batch.announcement.id
    work.people.read_ahead([each.account_id for each in batch.receivers])
    # the receipts come first: they are what makes the announcement the readers'
    work.announcements.receipts(found, [each.account_id for each in batch.receivers])
    reached = [each.account_id for each in batch.receivers if each.reachable]
    args = {"announcement": found}
    cards = [PushedCard(account, "announcement", args, announcing.shown_to(found, account)) for account in reached]
    rows = telling.tell([Notice(card, bulk=True) for card in cards])
    work.announcements.handed(
        found, {account: row for account, row in zip(reached, rows, strict=True) if row is not None}
    )
    announcing.advance(work, batch)
    if batch.last:
        telling.refresh(Refresh(announcing.progress_of(found)))
    return found


def reconcile(telling: Telling, place: Arrived, limit: int) -> Arrived | None:
    """Their authors see whom they reached, once a round: an edit of their cards takes its part of what may be sent a second."""
    after, concerned = place
    following, now = telling.work.announcements.reconcile(after, limit)
    concerned |= frozenset(now)
    if following is not None:
        return following, concerned
    for announcement in sorted(concerned):
        telling.refresh(Refresh(announcing.progress_of(announcement)))
    return None
