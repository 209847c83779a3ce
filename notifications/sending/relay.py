"""Drains the outbox: at once after a commit, in any case each second, in the chat's order, at Telegram's pace.

    relay = Relay(queue, messenger, renderer)
    db.after_commit("outbox", relay.wake)
    await relay.run()          # until relay.stop() (what is in flight is finished) or Unauthorized

What becomes of a call is decided here, once: `notifications.sending.messenger` draws the tree of what can go wrong. Absent: which
words (the renderer's), who hears of what (`hearing`), answers to taps (they bypass the outbox).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

from notifications.sending.afterwards import Afterwards, Chore, Commands, Old
from notifications.sending.delivery import Delivery, Parcel, pack
from notifications.sending.messenger import Failure, Messenger, Outage, Throttled, Unauthorized, Unreachable
from notifications.sending.pace import LIMITS, Pace, RateLimits
from notifications.sending.queue import Outbox, OutboxRow, Renderer
from notifications.sending.stopping import GRACE, Stopping
from notifications.sending.trouble import CircuitBreaker, backoff

log = logging.getLogger(__name__)
T = TypeVar("T")

IN_FLIGHT: Final = 6
"""Calls under way at once, each to another chat. At 30 a second and 50 ms a call 1.5 are; on a busy machine the claim and
the mark take as long. Each one costs at most one repeated message when the process is killed."""
STRANGERS_IN_FLIGHT: Final = 2
"""Of these to chats without an account."""
POLL: Final = 1.0
PATIENCE: Final = 25.0
"""Seconds for a row's calls: less than its lease, so that nobody else takes it over meanwhile."""
PATIENCE_WITH_A_FILE: Final = 280.0
UNSAID: Final = 3.0
"""Seconds to wait after a 429 that doesn't say how long."""


class Relay:
    """One per leading process."""

    def __init__(
        self,
        queue: Outbox,
        messenger: Messenger,
        renderer: Renderer,
        *,
        leads: Callable[[], bool] = lambda: True,
        limits: RateLimits = LIMITS,
        in_flight: int = IN_FLIGHT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._queue = queue
        self._renderer = renderer
        self._leads = leads
        self._in_flight = in_flight
        self._clock = clock
        self._pace = Pace(limits, clock)
        self._delivery = Delivery(messenger, self._turn, self._keyboard_sent)
        self._trouble = CircuitBreaker(clock)
        self._afterwards = Afterwards(messenger, self._pace, self._trouble, self._menu_set)
        self._wake = asyncio.Event()
        self._news = True
        """Whether there may be something to claim that wasn't there when it was looked for last. To look costs as much as
        to put a screen into words, and most flights end with nothing behind them."""
        self._flying: set[int] = set()
        self._strangers: set[int] = set()
        """Those of the flying chats that hold no account."""
        self._leading = False
        self._stopping = Stopping()
        self._unauthorized: Unauthorized | None = None

    def wake(self) -> None:
        """There is something new. Cheap, for use in a listener."""
        self._news = True
        self._wake.set()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way and no old screen waits to shrink; what is in the queue isn't looked at."""
        return not self._flying and not self._afterwards

    def stop(self) -> None:
        """Begin nothing more; `run` returns when what is in flight is finished and marked. What hangs is given up: the next
        start sends it again."""
        self._stopping.ask()
        self._wake.set()

    async def run(self) -> None:
        """Raises `Unauthorized` when the token isn't valid: then somebody must be told, trying again is no use."""
        async with asyncio.TaskGroup() as flights:
            while not self._stopping.asked:
                self._wake.clear()
                await self._sleep(await self._fill(flights))
        if self._unauthorized is not None:
            raise self._unauthorized
        await self._tidy_up()

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            self._news = True

    async def _fill(self, flights: asyncio.TaskGroup) -> float:
        """Put as many rows in flight as may be; returns the seconds after which it is worth looking again."""
        if not self._leads():
            self._leading = False
            self._afterwards.forget()
            return POLL
        wait = max(self._pace.wait(), self._trouble.wait())
        room = self._in_flight - len(self._flying) - self._afterwards.busy
        if room <= 0 or wait > 0:
            return min(wait, POLL) if room > 0 else POLL
        held, waits = self._pace.held(), self._pace.wait_of_strangers()
        rows: Sequence[OutboxRow] = ()
        if self._news or not self._leading:
            strangers = STRANGERS_IN_FLIGHT - len(self._strangers) if waits == 0 else 0
            try:
                if not self._leading:
                    await self._queue.recover()
                    self._leading = True
                self._news = False
                rows = await self._queue.claim(room, {*self._flying, *held}, strangers)
            except Exception:
                log.exception("The outbox can't be read; trying again")
                self._news = True
                return POLL
            self._news |= len(rows) >= room
        for row in rows:
            self._flying.add(row.chat_id)
            if row.stranger:
                self._strangers.add(row.chat_id)
            flights.create_task(self._carry(row))
        self._tidy(flights, room - len(rows))
        return min(POLL, waits or POLL, self._afterwards.wait(), *held.values())

    async def _carry(self, row: OutboxRow) -> None:
        more = True
        try:
            more = await self._attempt(row)
        finally:
            self._flying.discard(row.chat_id)
            self._strangers.discard(row.chat_id)
            self._news |= more or row.stranger
            self._wake.set()

    # --- what may wait -----------------------------------------------------------------------------------------------

    def _tidy(self, flights: asyncio.TaskGroup, room: int) -> None:
        """Old screens shrink with what room the rows leave, and in chats to which none is under way."""
        while room > 0 and self._pace.wait() == 0 and (old := self._afterwards.next(self._flying)) is not None:
            flights.create_task(self._finish(old))
            room -= 1

    async def _finish(self, old: Chore) -> None:
        await self._stopping.unless(self._afterwards.finish(old), GRACE)
        self._wake.set()

    async def _tidy_up(self) -> None:
        """At the end: as many as may be at once."""
        async with asyncio.TaskGroup() as flights:
            while self._pace.wait() == 0 and (old := self._afterwards.next(spared=1.0)) is not None:
                flights.create_task(self._finish(old))

    # --- one row -----------------------------------------------------------------------------------------------------

    async def _attempt(self, row: OutboxRow) -> bool:
        """Whether there may be something else for its chat."""
        if row.blocked:
            await self._surely(lambda: self._queue.unreachable(row.id, row.attempt, "blocked the bot"))
            return True
        try:
            parcel = pack(row, self._renderer)
        except Exception as error:
            log.exception("Row %s of the outbox can't be put into words", row.id)
            await self._dead(row, type(error).__name__)
            return True
        try:
            message_id, old = await self._call(parcel)
        except Failure as failure:
            await self._failed(row, failure)
        except Exception as error:
            log.exception("Row %s of the outbox: the driver failed", row.id)
            await self._failed(row, Outage(type(error).__name__))
        else:
            self._trouble.well(row.id)
            file = parcel.message.attached.sha256 if parcel.message.attached is not None else None
            more = await self._surely(lambda: self._queue.sent(row.id, row.attempt, message_id, file))
            if old is not None:
                self._afterwards.add(old)
            if parcel.menu is not None:
                self._afterwards.add(Commands(row.chat_id, parcel.menu))
            return more is not False
        return True

    async def _call(self, parcel: Parcel) -> tuple[int | None, Old | None]:
        patience = PATIENCE if parcel.message.attached is None else PATIENCE_WITH_A_FILE
        try:
            async with asyncio.timeout(patience):
                delivered = await self._stopping.unless(self._delivery.deliver(parcel), GRACE)
        except TimeoutError:
            raise Outage(f"no answer within {patience:.0f} s") from None
        if delivered is None:
            raise Outage("no answer before the stop")
        return delivered

    async def _failed(self, row: OutboxRow, failure: Failure) -> None:
        why = f"{type(failure).__name__}: {failure}"
        match failure:
            case Throttled():
                seconds = UNSAID if failure.seconds is None else failure.seconds
                self._trouble.throttled(row.chat_id, seconds)
                await self._later(row, seconds, why, counted=False)
            case Unreachable():
                log.info("Chat %s can't be written to: %s", row.chat_id, failure)
                await self._surely(lambda: self._queue.unreachable(row.id, row.attempt, why))
            case Outage():
                if self._trouble.hopeless(row.id, row.attempt):
                    await self._dead(row, why)
                else:
                    self._trouble.outage(row.chat_id)
                    await self._later(row, backoff(row.attempt), why, counted=True)
            case Unauthorized():
                log.error("The token is refused: %s", failure)
                self._unauthorized = failure
                await self._later(row, 0, why, counted=False)
                self.stop()
            case _:
                await self._dead(row, why)

    async def _later(self, row: OutboxRow, seconds: float, why: str, *, counted: bool) -> None:
        log.warning("Row %s (%s) to chat %s again in %.1f s: %s", row.id, row.kind, row.chat_id, seconds, why)
        await self._surely(lambda: self._queue.later(row.id, row.attempt, seconds, why, counted=counted))

    async def _dead(self, row: OutboxRow, why: str) -> None:
        self._trouble.forget(row.id)
        log.error("Dead letter: row %s (%s) to chat %s: %s", row.id, row.kind, row.chat_id, why)
        await self._surely(lambda: self._queue.dead(row.id, row.attempt, why))

    async def _turn(self, chat: int) -> None:
        while (wait := self._pace.wait()) > 0:  # noqa: ASYNC110  (it is time that is waited for; another may be quicker)
            await asyncio.sleep(wait)
        self._pace.spend(chat, stranger=chat in self._strangers)

    async def _keyboard_sent(self, chat: int, keys: str) -> None:
        await self._surely(lambda: self._queue.keyboard(chat, keys))

    async def _menu_set(self, chat: int, menu: str | None) -> None:
        await self._surely(lambda: self._queue.menu(chat, menu))

    async def _surely(self, mark: Callable[[], Awaitable[T]]) -> T | None:
        """The call is made and can't be taken back, so the mark is tried until the lease ends; None if it failed for so long."""
        deadline, pause = self._clock() + PATIENCE, 0.1
        while True:
            try:
                return await mark()
            except Exception:
                if self._clock() >= deadline:
                    log.exception("A sent row can't be marked; it will be sent again")
                    return None
                log.exception("A sent row can't be marked; trying again")
                await asyncio.sleep(pause)
                pause = min(2 * pause, 2.0)
