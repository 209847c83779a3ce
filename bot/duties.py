"""What falls due, done batch by batch: each batch a transaction of its own, small enough that nobody's step waits for it.

What is due is asked from the database; a tick that comes late, or a second one beside it, finds the rest. A duty that
fails leaves the others alone and is tried again with the next tick.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection

from bot.app import App
from bot.pushes import Pushes
from bot.work import DeskWork
from dialogs.core.screen import to_json
from domain import agency_states, announcing, escalating, planning, protecting, releasing, reminding, reporting
from domain.protections import START
from domain.reminders import URGENT
from notifications.pushes import Card, Refresh
from storage import mails
from storage.database import Database

log = logging.getLogger(__name__)

BATCH: Final = 20
"""Rows a transaction, where a row takes a statement or two: other people's steps wait for less than 50 ms."""
A_FEW: Final = 3
"""Where each takes ten or more: a release with all that hangs on it, a digest or an announcement that is shown."""

Duty: TypeAlias = "Callable[[DeskWork, Pushes, Any], Any]"
"""Does one batch from a place on (None: from the beginning) and says where to go on, None when all is done."""


def _queue(work: DeskWork, pushes: Pushes, place: Any) -> None:
    reporting.expire_returns(work)
    planning.plan_late_extensions(work)
    planning.plan_drafts(work)


def _releases(work: DeskWork, pushes: Pushes, place: Any) -> bool | None:
    return releasing.release_ended(work, A_FEW) == A_FEW or None


def _agencies(work: DeskWork, pushes: Pushes, place: Any) -> bool | None:
    return agency_states.release_of_ended(work, BATCH) == BATCH or None


def _reviews(work: DeskWork, pushes: Pushes, place: Any) -> bool | None:
    return protecting.begin_reviews(work, A_FEW) == A_FEW or None


def _escalations(work: DeskWork, pushes: Pushes, place: Any) -> bool | None:
    return escalating.escalate_due(work, A_FEW) == A_FEW or None


def _ends(work: DeskWork, pushes: Pushes, place: Any) -> Any:
    return planning.plan_protection(work, place or START, BATCH)


def _follow_ups(work: DeskWork, pushes: Pushes, place: Any) -> Any:
    return planning.plan_follow_ups(work, place or START, BATCH)


def _digests(work: DeskWork, pushes: Pushes, place: Any) -> Any:
    digests, following = reminding.collect(work, place or 0, A_FEW)
    for digest in digests:
        ids = list(digest.ids)
        if not digest.reachable:
            _mail(work, pushes, digest)
            continue
        handed = pushes.card(work, Card(digest.receiver, "digest", {"ids": ids}), silent=False)
        if handed is not None:
            work.reminders.hand(ids, handed)
    return following


def _mail(work: DeskWork, pushes: Pushes, digest: reminding.Digest) -> None:
    """What is urgent, to somebody whom the chat can't reach."""
    account = work.people.account(digest.receiver)
    urgent = [each.id for each in work.reminders.get(digest.ids) if each.kind in URGENT]
    if not urgent or not account.email or not pushes.mails:
        return
    screen = pushes.page(work, account.id, "digest", {"ids": urgent})
    if screen is not None:
        mails.put(work.conn, account.email, account.chat_id, to_json(screen), work.now)


def _broadcasts(work: DeskWork, pushes: Pushes, place: Any) -> bool | None:
    batch = announcing.next_batch(work, A_FEW)
    if batch is None:
        return None
    found = batch.announcement
    for receiver in batch.receivers:
        card = Card(receiver.account_id, "announcement", {"announcement": found.id})
        # the receipt comes first: it is what makes the announcement the reader's
        work.announcements.receipt(found.id, receiver.account_id)
        outbox_id = pushes.card(work, card, silent=False) if receiver.reachable else None
        if outbox_id is not None:
            work.announcements.handed(found.id, receiver.account_id, outbox_id)
    announcing.advance(work, batch)
    pushes.refresh(work, Refresh(f"broadcast:{found.id}"))
    return True


def _outcomes(work: DeskWork, pushes: Pushes, place: Any) -> None:
    """What became of that which is in the outbox."""
    work.reminders.settle()
    for announcement in work.announcements.settle():
        pushes.refresh(work, Refresh(f"broadcast:{announcement}"))


DUTIES: Final[tuple[Duty, ...]] = (
    _queue,
    _releases,
    _agencies,
    _reviews,
    _escalations,
    _ends,
    _follow_ups,
    _digests,
    _broadcasts,
    _outcomes,
)


async def do_all(db: Database, app: App, now: datetime) -> None:
    """One round."""
    for duty in DUTIES:
        try:
            place = None
            while (place := await db.transact(_batch(app, duty, now, place))) is not None:
                pass
        except Exception:
            log.exception("%s failed; the next tick asks again", duty.__name__)


def _batch(app: App, duty: Duty, now: datetime, place: Any) -> Callable[[Connection], Any]:
    def step(conn: Connection) -> Any:
        work = app.system(conn, now)
        following = duty(work, app.pushes, place)
        app.pushes.deliver(work)
        return following

    return step
