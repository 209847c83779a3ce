"""The inbox side: what arrives is stored before it is confirmed, then worked, one person's updates one after the other.

Each step is one transaction of the app's (`take`; where nothing else waits it is that in which the update is stored, too); a
crash at any point leaves it done or undone, and undone ones are taken up at the next start, or by another replica within a
second. Deliberately absent: what an update means (the app).
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Protocol, TypeVar

from bot.clock import Clock
from bot.drivers import telegram
from bot.drivers.driver import Driver
from bot.drivers.patience import Patience, in_short, with_place
from bot.serving.fetching import fetch
from bot.serving.turns import Fetch, Taken, TapAnswer, Turn
from dialogs.core.inputs import Failed, Stored
from dialogs.core.screen import Wording
from domain.base.beforehand import Beforehand
from domain.base.looking_first import LookFirst
from notifications.sending.messenger import Failure
from notifications.sending.stopping import GRACE, Stopping
from storage.chat import chats, inbox
from storage.engine import Connection
from storage.engine.database import Database
from storage.engine.errors import Busy, StorageError
from storage.files.store import FileStore

log = logging.getLogger(__name__)

LOOK = 1.0  # seconds
LOOKS = 5
"""That a step may ask for before it; more would be a loop."""
T = TypeVar("T")


class UpdateHandler(Protocol):
    """What the intake asks of the app. `take` and `apologise` run inside a transaction; `now` is business time, UTC."""

    def take(self, conn: Connection, person: int, now: datetime, beforehand: Beforehand) -> Turn:
        """Apply the person's next update (see `bot.serving.turns`). Raises `LookFirst`."""

    def take_at_once(
        self, conn: Connection, arrived: inbox.Arrived, now: datetime, beforehand: Beforehand
    ) -> Taken | None:
        """Store an update and apply it in one transaction; None, and nothing done, where it has to wait. Raises `LookFirst`."""

    def look(self, conn: Connection, wanted: LookFirst, now: datetime) -> object:
        """The answer that a step needs beforehand."""

    def fetched(
        self, conn: Connection, person: int, file: telegram.Carried, outcome: Stored | Failed, now: datetime
    ) -> None:
        """Note that the person's file was fetched, or that it was tried."""

    def apologise(self, conn: Connection, person: int, now: datetime) -> None:
        """Tell the person that what they did couldn't be read or applied and was set aside."""

    def set_aside(self, conn: Connection, update: int, now: datetime) -> None:
        """Make known that the update of this number (0: unknown) was set aside."""

    def words(self, words: Wording, language: str) -> str:
        """A toast as plain text."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many people at once, and how long a failed step waits for its next try. `strangers`: of those without an account,
    beside the others: enough that nobody waits for ever, too few for anybody else to notice."""

    people: int = 32
    strangers: int = 2
    first: float = 0.5
    most: float = 30.0

    def patience(self) -> Patience:
        return Patience(self.first, self.most)


class _Lane:
    """Who waits for a free place, in order, and who has one."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.due: dict[int, None] = {}
        self.busy: set[int] = set()

    def next(self, but: Container[int]) -> list[int]:
        """As many as there are free places, which are theirs now."""
        free = (person for person in self.due if person not in but)
        taken = list(islice(free, self.places - len(self.busy)))
        for person in taken:
            del self.due[person]
        self.busy.update(taken)
        return taken


class Intake:
    def __init__(
        self,
        db: Database,
        driver: Driver,
        app: UpdateHandler,
        files: FileStore,
        now: Callable[[], datetime],
        pace: Pace | None = None,
    ) -> None:
        self._db = db
        self._driver = driver
        self._app = app
        self._files = files
        self._now = now
        self._pace = pace or Pace()
        self._known = _Lane(self._pace.people)
        self._strangers = _Lane(self._pace.strangers)
        self._strange: set[int] = set()  # groups and channels to leave
        self._taking: dict[int | None, asyncio.Event] = {}  # whose updates are applied as they come; until when
        self._answers: deque[tuple[telegram.Raw, TapAnswer | None]] = deque()  # to taps that were done as they came
        self._next_look = 0.0  # of the loop's clock
        self._wake = asyncio.Event()
        self._stopping = Stopping()

    # --- storing: called by the poller and the webhook ---

    async def store(self, batch: Sequence[object]) -> None:
        """Returns once the batch is committed. What can't be read is stored too, set aside."""
        arrived = [each for raw in batch if (each := self._arrived(raw)) is not None]
        for earlier in [self._taking[each.person] for each in arrived if each.person in self._taking]:
            await earlier.wait()  # which may have to be stored yet, and before these
        alone = self._alone(arrived)
        people = {each.person for each in alone if each.person is not None}
        over = asyncio.Event()
        aside: list[int] = []
        self._known.busy |= people
        self._taking |= dict.fromkeys(people, over)
        try:
            done = await self._at_once(alone)
            if rest := [each for each in arrived if each.update_id not in done]:
                people_due, strangers, aside = await self._db.transact(partial(self._store, arrived=rest))
                self._line_up(people_due, strangers)
        finally:
            self._known.busy -= people
            for person in people:
                del self._taking[person]
            over.set()
            self._wake.set()
        for number in aside:
            await self._make_known(number)

    def _alone(self, arrived: Sequence[inbox.Arrived]) -> list[inbox.Arrived]:
        """What is its person's only one: nearly everything. As many as there are free places."""
        if self._stopping.asked:
            return []
        many = Counter(each.person for each in arrived)
        alone = [each for each in arrived if many[each.person] == 1 and self._goes_at_once(each)]
        return alone[: max(0, self._known.places - len(self._known.busy))]

    async def _at_once(self, alone: Sequence[inbox.Arrived]) -> set[int]:
        """Store and apply each in one transaction; returns the numbers of those for which that was right."""
        done: set[int] = set()
        async with asyncio.TaskGroup() as group:
            for each in alone:
                group.create_task(self._take_at_once(each, done))
        return done

    def _goes_at_once(self, each: inbox.Arrived) -> bool:
        return (
            each.person is not None
            and each.aside is None
            and telegram.file_of(each.raw) is None
            and each.person not in self._busy
            and each.person not in self._known.due
            and each.person not in self._strangers.due
        )

    async def _take_at_once(self, each: inbox.Arrived, done: set[int]) -> None:
        try:
            taken = await self._step(lambda conn, known: self._app.take_at_once(conn, each, self._now(), known))
        except Exception as error:  # in the usual way it is tried again, counted, and set aside in the end
            log.warning("update %d is stored before its step: %s", each.update_id, in_short(error))
            return
        if taken is not None:
            done.add(each.update_id)
            self._answers.append((taken.row.raw, taken.answer))

    def _store(self, conn: Connection, arrived: Sequence[inbox.Arrived]) -> tuple[list[int], set[int], list[int]]:
        # Real time, here and where they are done: how long an update is known is between Telegram and us.
        new = inbox.store(conn, arrived, Clock().now())
        for each in new:
            if each.aside is not None and each.person is not None:
                self._app.apologise(conn, each.person, self._now())
        aside = [each.update_id for each in new if each.aside is not None]
        return *_with_strangers(conn, [each.person for each in new if each.person is not None]), aside

    def _line_up(self, people: Sequence[int], strangers: Container[int]) -> None:
        for person in people:
            lane = self._strangers if person in strangers else self._known
            lane.due[person] = None

    def _arrived(self, given: object) -> inbox.Arrived | None:
        """The row to store; None for what concerns nobody: groups, channels, kinds that we never asked for."""
        try:
            number = telegram.update_id(given)
        except telegram.Unparsable as error:
            log.error("an update without a number was dropped (%s)", error)
            return None
        raw = telegram.cleaned(given)
        person = None
        try:
            if (order := telegram.order(raw)) is not None:
                self._strange.add(order.chat)
                return None
            person = telegram.person(raw)
            self._driver.parse(raw)
            telegram.check(raw)
        except telegram.Unparsable as error:
            log.error("update %d can't be read and is set aside: %s", number, error)
            return inbox.Arrived(number, person, raw, aside=f"unparsable: {error}"[:500])
        return None if person is None else inbox.Arrived(number, person, raw)

    # --- working ---

    async def run(self) -> None:
        """Until `stop`; steps that run are then finished."""
        async with asyncio.TaskGroup() as group:
            while not self._stopping.asked:
                self._wake.clear()
                await self._look()
                self._begin(group)
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK):
                        await self._wake.wait()

    def stop(self) -> None:
        self._stopping.ask()
        self._wake.set()

    @property
    def idle(self) -> bool:
        """Whether nothing that we know of waits or is being worked."""
        lanes = (self._known, self._strangers)
        return not (self._strange or self._answers or any(lane.busy or lane.due for lane in lanes))

    @property
    def _busy(self) -> set[int]:
        return self._known.busy | self._strangers.busy

    async def _look(self) -> None:
        """Once a second, for work that nobody told us of: left over from a crash, or stored by another replica."""
        present = asyncio.get_running_loop().time()
        if present < self._next_look:
            return
        self._next_look = present + LOOK
        try:
            waiting, strangers = await self._db.read(lambda conn: _with_strangers(conn, inbox.people_with_work(conn)))
        except StorageError as error:
            log.error("can't look for work: %s", error)
        else:
            busy = self._busy
            self._line_up([person for person in waiting if person not in busy], strangers)

    def _begin(self, group: asyncio.TaskGroup) -> None:
        for lane in (self._known, self._strangers):
            for person in lane.next(self._busy):
                group.create_task(self._work(group, person, lane))
        while self._answers:
            group.create_task(self._answer(*self._answers.popleft()))
        while self._strange:
            group.create_task(self._leave(self._strange.pop()))

    async def _work(self, group: asyncio.TaskGroup, person: int, lane: _Lane) -> None:
        """The person's updates, one after the other, until there are none, or others wait for the place."""
        patience = self._pace.patience()
        try:
            while not self._stopping.asked:
                try:
                    if not await self._turn(group, person):
                        return
                    patience.rest()
                    if lane.due:
                        lane.due[person] = None
                        return
                except StorageError as error:  # not the update's fault: again, until the storage is back
                    waits_its_turn = isinstance(error, Busy)  # many want the same customer; nothing is amiss
                    log.log(
                        logging.WARNING if waits_its_turn else logging.ERROR,
                        "an update waits for the storage: %s",
                        error,
                    )
                    await self._stopping.pause(patience.after(error))
                except Exception as error:
                    log.error("the step of an update of %d failed", person, exc_info=error)
                    await self._stopping.pause(patience.after(error))
        finally:
            lane.busy.discard(person)
            self._wake.set()

    async def _turn(self, group: asyncio.TaskGroup, person: int) -> bool:
        """One update's step, or the fetching of its file; False when there is nothing more to do."""
        try:
            turn = await self._step(lambda conn, known: self._app.take(conn, person, self._now(), known))
        except StorageError:
            raise
        except Exception as error:
            given_up = await self._db.transact(partial(self._failed, person=person, error=with_place(error)))
            if given_up is not None:
                await self._make_known(given_up.update_id or 0)
                group.create_task(self._answer(given_up.raw, None))
            raise
        match turn:
            case None:
                return False
            case Fetch(row, file):
                outcome = await self._stopping.unless(fetch(self._driver, self._files, file, self._pace.patience()))
                if outcome is None:
                    return False
                known = telegram.fetched_to_json(outcome)

                def keep(conn: Connection) -> None:
                    inbox.keep_fetched(conn, row.id, known)
                    self._app.fetched(conn, person, file, outcome, self._now())

                await self._db.transact(keep)
            case Taken(row, answer):
                group.create_task(self._answer(row.raw, answer))
                return row.more  # what was stored since then has made the person due again
        return True

    async def _step(self, step: Callable[[Connection, Beforehand], T]) -> T:
        """A step's transaction. What it would keep everybody waiting for is looked up first, beside the writer."""
        known = Beforehand()
        for _ in range(LOOKS):
            try:
                return await self._db.transact(partial(_knowing, step, known))
            except LookFirst as wanted:
                answer = await self._db.read(partial(self._app.look, wanted=wanted, now=self._now()))
                known = known.with_answer(wanted.key, answer)
        raise RuntimeError(f"a step wanted to know more than {LOOKS} things beforehand")

    def _failed(self, conn: Connection, person: int, error: str) -> inbox.PendingUpdate | None:
        """Count the failure; the row, if it has been set aside for it."""
        chats.lock(conn, person)
        row = inbox.next_undone(conn, person)
        if row is None or inbox.failed(conn, row.id, error[:2000]) < inbox.FAILURES:
            return None
        self._app.apologise(conn, person, self._now())
        return row

    async def _make_known(self, update: int) -> None:
        """In a transaction of its own, and once: whatever goes wrong in telling, the update stays set aside, and is in the list."""
        try:
            await self._db.transact(lambda conn: self._app.set_aside(conn, update, self._now()))
        except Exception as error:
            log.error("nobody was told that update %d was set aside", update, exc_info=error)

    # --- what bypasses the outbox ---

    async def _answer(self, raw: telegram.Raw, answer: TapAnswer | None) -> None:
        query = telegram.query_of(raw)
        if query is None:
            return
        try:
            words = "" if answer is None else self._app.words(answer.words, answer.language)
            alert = answer is not None and answer.alert
            await self._stopping.unless(self._driver.answer(query, words, alert), GRACE)
        except Failure as error:
            log.warning("a tap's spinner turns until it gives up: %s", error)
        except Exception as error:
            log.error("a tap couldn't be answered", exc_info=error)

    async def _leave(self, chat: int) -> None:
        try:
            await self._stopping.unless(self._driver.leave(chat), GRACE)
            log.info("left %d: this bot is for private chats", chat)
        except Failure as error:  # the next thing said there tries again
            log.warning("couldn't leave %d: %s", chat, error)


def _knowing(step: Callable[[Connection, Beforehand], T], known: Beforehand, conn: Connection) -> T:
    return step(conn, known)


def _with_strangers(conn: Connection, people: Sequence[int]) -> tuple[list[int], set[int]]:
    return list(people), inbox.strangers(conn, people)
