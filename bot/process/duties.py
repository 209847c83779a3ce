"""What falls due, done batch by batch: each batch a transaction of its own, small enough that nobody's step waits for it.
Between two of them there is as long a rest, for on the processor steps wait for them, too.

What is due is asked from the database; a tick that comes late, or a second one beside it, finds the rest. A duty that
fails leaves the others alone and is tried again with the next tick.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from bot.serving.app import App
from bot.serving.pushes import Pushes, acting_as
from bot.serving.telling import StepTelling, alone
from bot.serving.work import DeskWork
from dialogs.core.ask import WorkAsk
from dialogs.core.conversation import Conversation, has_a_point, left_open
from domain.approvals import escalating
from domain.base.errors import Refusal
from domain.base.handfuls import Handful
from domain.base.walking import START
from domain.base.work import Work
from domain.deadlines import coming_due, planning, reminding
from domain.failures import failing
from domain.forecast import freezing
from domain.leaving import agency_states
from domain.orders import evening
from domain.people import deputising
from domain.protection import protecting, releasing
from domain.reminders.records import LeftDraft
from domain.reports import queueing
from notifications.due import broadcasts, digests
from notifications.due.telling import Telling
from storage.chat import conversations
from storage.engine import Connection
from storage.engine.database import Database

log = logging.getLogger(__name__)

FOUND: Final = 200
"""Rows a transaction at most, where they are dealt with all at once: fewer where these take longer (`Handful`)."""
SHOWN: Final = 24
"""Where each is put into a screen."""
A_FEW: Final = 3
"""Where each takes ten statements or more: a release with all that hangs on it, a request that is escalated."""

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Duty:
    name: str
    whole: Callable[[Database, App, datetime], Coroutine[None, None, None]]
    """All that is due of it."""


def _from_place_to_place(batch: Callable[[DeskWork, Pushes, P | None, int], P | None], most: int = 1) -> Duty:
    """`batch` does so many from a place on (None: from the beginning) and says where to go on, None when all is done."""

    async def whole(db: Database, app: App, now: datetime) -> None:
        handful = Handful(most)

        def transaction(place: P | None) -> Callable[[Connection], tuple[P | None, float]]:
            def step(conn: Connection) -> tuple[P | None, float]:
                begun = time.perf_counter()
                work = app.system(conn, now)
                following = batch(work, app.pushes, place, handful.now)
                app.pushes.deliver(work)
                return following, time.perf_counter() - begun

            return step

        place, took = await db.transact(transaction(None), lasting=False)
        while place is not None:
            handful.took(handful.now, took)
            await asyncio.sleep(took)
            place, took = await db.transact(transaction(place), lasting=False)

    return Duty(batch.__name__, whole)


def _walked(plan: Callable[[Work, P, int], P | None], start: P, most: int) -> Duty:
    def batch(work: DeskWork, pushes: Pushes, place: P | None, at_once: int) -> P | None:
        return plan(work, start if place is None else place, at_once)

    return replace(_from_place_to_place(batch, most), name=plan.__name__)


def _several(do: Callable[[Work, int], int], most: int) -> Duty:
    """Of what says how many it did: fewer than at once are the last."""

    def batch(work: DeskWork, pushes: Pushes, place: bool | None, at_once: int) -> bool | None:
        return do(work, at_once) == at_once or None

    return replace(_from_place_to_place(batch, most), name=do.__name__)


def _told(name: str, batch: Callable[[Telling, P, int], P | None], start: P, most: int) -> Duty:
    """What people are told because it is time (`notifications.due`), from a place on."""

    def of_work(work: DeskWork, pushes: Pushes, place: P | None, at_once: int) -> P | None:
        return batch(StepTelling(pushes, work), start if place is None else place, at_once)

    return replace(_from_place_to_place(of_work, most), name=name)


def _left_forms(work: DeskWork, pushes: Pushes, place: bool | None, at_once: int) -> bool | None:
    """A form that nobody went on with for days lies among the drafts, too: its owner is reminded of it like of these. Where
    it stands open it stays open."""
    left = conversations.left(work.conn, work.now - timedelta(days=work.policy.reminders.draft_days), at_once)
    for owner, state, at in left:
        theirs = acting_as(work, int(owner.removeprefix("account:")))
        with alone("what %s left open can't be kept as a draft, too; it stays open", owner):
            try:
                theirs.keep_drafts(left_open(Conversation.from_json(state), WorkAsk(theirs), pushes.dialogs), at)
            except Refusal as refusal:  # who may not do it any more has nothing to go on with
                log.info("what %s left open is nothing to go on with: %s", owner, refusal)
    return len(left) == at_once or None


def _queue(work: DeskWork, pushes: Pushes, place: None, at_once: int) -> None:
    queueing.straighten(work, A_FEW)
    planning.plan_late_answers(work)
    planning.plan_drafts(work, lambda left: _has_a_point(work, pushes, left))


def _has_a_point(work: DeskWork, pushes: Pushes, left: LeftDraft) -> bool:
    """Nobody is reminded of a form about what is lost or decided by now; what he wrote stays among his drafts. One that can't
    be read, for a reason that nobody foresaw, has one as far as is known, and waits with the digest."""
    theirs = acting_as(work, left.account_id)
    with alone("what %s of account %d is about can't be read", left.name, left.account_id):
        draft = next((each for each in theirs.drafts(None) if each.id == left.name), None)
        return draft is not None and has_a_point(draft, WorkAsk(theirs), pushes.dialogs)
    return True


def _forecast(work: DeskWork, pushes: Pushes, place: None, at_once: int) -> None:
    freezing.plan(work)


def _failures(work: DeskWork, pushes: Pushes, place: None, at_once: int) -> None:
    failing.tell(work)


DUTIES: Final[tuple[Duty, ...]] = (
    _from_place_to_place(_left_forms, SHOWN),
    _several(queueing.expire_returns, A_FEW),  # all in one round: whoever moves up is to be told within a minute
    _from_place_to_place(_queue),
    _several(releasing.release_ended, A_FEW),
    _several(agency_states.release_of_ended, A_FEW),
    _several(protecting.begin_reviews, A_FEW),
    _several(deputising.turn, A_FEW),
    _several(escalating.escalate_due, A_FEW),
    _walked(planning.plan_protection, START, FOUND),
    _walked(planning.plan_follow_ups, START, FOUND),
    _walked(planning.plan_late_reports, 0, SHOWN),
    *(_walked(plan, START, FOUND) for plan in coming_due.BY_DAY),
    *(_walked(plan, 0, SHOWN) for plan in coming_due.BY_NUMBER),
    _walked(evening.plan, 0, FOUND),
    _walked(coming_due.plan_unread, (0, 0), FOUND),
    _several(reminding.take_back, FOUND),
    _told("digests", digests.send, 0, SHOWN),
    _told("broadcasts", broadcasts.send, 0, SHOWN),
    _told("digests that arrived", digests.reconcile, 0, FOUND),
    _told("broadcasts that arrived", broadcasts.reconcile, broadcasts.NOWHERE, FOUND),
    _from_place_to_place(_forecast),
    _from_place_to_place(_failures),
)


async def do_all(db: Database, app: App, now: datetime) -> None:
    """One round."""
    for duty in DUTIES:
        try:
            await duty.whole(db, app, now)
        except Exception:
            log.exception("%s failed; the next tick asks again", duty.name)
