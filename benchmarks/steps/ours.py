"""The real bot, update after update: inbox, step and COMMIT; with its relay, or without.

With the relay every screen goes to a Bot API in another process by the driver's own HTTP, and nobody goes on before the
screen is there. Without it, what is to be sent is marked as sent, so that the next screen doesn't replace it.
"""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, select, update
from typing_extensions import override

from benchmarks.steps.people import PEOPLE, STEPS, Screens, Update, lay, scripts
from bot.clock import Clock
from bot.drivers.driver import DRIVERS, Driver, open_driver
from bot.drivers.telegram import ApiCall, Raw
from bot.serving.app import App
from bot.serving.intake import Intake
from bot.serving.rendering import ScreenRenderer
from bot.serving.turns import Taken, TapAnswer, Turn
from dialogs.core.texts import Texts
from domain.base import policy
from domain.base.beforehand import Beforehand
from notifications.sending.pace import RateLimits
from notifications.sending.relay import Relay
from storage.chat import outbox
from storage.chat.inbox import Arrived
from storage.chat.sending import OutboxQueue
from storage.engine.database import Database
from storage.engine.step import Step
from storage.files.store import FileStore
from storage.migrate import upgrade
from storage.tables.queues import outbox as rows

DAY = 86400.0
ALL_AT_ONCE = RateLimits(overall=1e6, overall_burst=10_000, chat=1e6, burst=10_000, group=10_000, strangers=1e6)
"""Telegram's pace would leave most screens unsent, and what isn't sent costs nothing."""


def _drain(conn: Connection) -> None:
    waiting = select(rows.c.id).where(rows.c.state == "waiting").with_for_update(skip_locked=True)
    sent = {"state": "sent", "body": None, "ended_at": rows.c.created_at}
    conn.execute(update(rows).where(rows.c.id.in_(waiting)).values(**sent))


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of a step from the update's arrival to its COMMIT, and what they went to."""

    kind: str
    whole: float
    turn: float = 0.0
    writer: float = 0.0
    own: float = 0.0
    commit: float = 0.0


class Watched(App):
    """Notes what each chat is to see, and when a step ran."""

    screens: Screens
    ran: dict[int, tuple[float, float]]

    @override
    def take(self, conn: Connection, person: int, now: datetime, beforehand: Beforehand | None = None) -> Turn:
        conn.info["screens"] = self.screens
        return super().take(conn, person, now, beforehand)

    @override
    def take_at_once(
        self, conn: Connection, arrived: Arrived, now: datetime, beforehand: Beforehand | None = None
    ) -> Taken | None:
        conn.info["screens"] = self.screens
        begun = time.perf_counter()
        taken = super().take_at_once(conn, arrived, now, beforehand)
        self.ran[arrived.update_id] = begun, time.perf_counter()
        return taken


def _note_screens() -> None:
    show, cards = outbox.show, outbox.cards

    def showing(conn: Connection, chat_id: int, owner: str, body: Any, *rest: Any, **more: Any) -> int:
        conn.info["screens"].shown[chat_id] = body
        return show(conn, chat_id, owner, body, *rest, **more)

    def laying(conn: Connection, firsts: Sequence[outbox.First], now: datetime) -> list[int]:
        for each in firsts:
            conn.info["screens"].cards[each.chat_id][each.card_id] = each.body
        return cards(conn, firsts, now)

    outbox.show, outbox.cards = showing, laying  # as the desk calls them


_note_screens()


class Heard(Intake):
    """Tells when a step is committed: then, and only then, the tap that began it is answered."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.waiting: dict[int, asyncio.Future[None]] = {}

    @override
    async def _answer(self, raw: Raw, answer: TapAnswer | None) -> None:
        person = raw["message" if "message" in raw else "callback_query"]["from"]["id"]
        self.waiting.pop(person).set_result(None)
        await super()._answer(raw, answer)


class Seen:
    """Fulfils `bot.drivers.driver.Client` over the driver's own; knows which screen each chat has."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.tokens: dict[int, str] = {}
        self._changed = asyncio.Event()

    async def call(self, call: ApiCall, seconds: float) -> Any:
        result = await self._client.call(call, seconds)
        markup: Any = call.params.get("reply_markup")
        if isinstance(markup, dict) and "inline_keyboard" in markup:
            keys = [key["callback_data"] for row in markup["inline_keyboard"] for key in row if "callback_data" in key]
            if keys and keys[0][0] != "k":
                self.tokens[int(str(call.params["chat_id"]))] = keys[0].rpartition(".")[0]
                self._changed.set()
        return result

    async def wait(self, chat: int, token: str) -> None:
        while self.tokens.get(chat) != token:
            self._changed.clear()
            await self._changed.wait()

    def parse(self, raw: dict[str, Any]) -> None:
        self._client.parse(raw)

    async def fetch(self, *_: Any) -> int:
        raise NotImplementedError

    async def close(self) -> None:
        await self._client.close()


class Bot:
    """One database's. `relaying` switches between the two ways."""

    def __init__(
        self, db: Database, intake: Heard, relay: Callable[[], Relay], seen: Seen, clock: Clock, app: Watched
    ) -> None:
        self.db = db
        self.app = app
        self.now = clock.now
        self._intake = intake
        self._relay = relay
        self._seen = seen
        self._clock = clock
        self._screens = app.screens
        self._numbers = count(1)
        self._turns = {person: asyncio.Lock() for person in range(1, PEOPLE + 1)}
        self._chats: dict[int, asyncio.Lock] = {}
        self._scripts = scripts(app.screens)
        self._relaying = False

    async def step(self, person: int) -> Took:
        """Who is asked before the last one is done waits, and it counts."""
        begun = time.perf_counter()
        async with self._turns[person]:
            return await self._step(next(self._scripts[person]), begun)

    async def _step(self, update: Update, begun: float) -> Took:
        async with self._chats.setdefault(update.chat, asyncio.Lock()):
            stored = time.perf_counter()
            raw = {"update_id": next(self._numbers), **update.raw}
            done = self._intake.waiting[update.chat] = asyncio.get_running_loop().create_future()
            await self._intake.store([raw])
            await done
            over = time.perf_counter()
            ran, ended = self.app.ran.pop(raw["update_id"], (over, over))
            took = Took(update.kind, over - begun, stored - begun, ran - stored, ended - ran, over - ended)
            if self._relaying and update.kind != "approval":
                await self._seen.wait(update.chat, self._screens.shown[update.chat]["token"])
        return took

    async def begin(self) -> None:
        """Everybody somewhere else in the form: people don't walk in step, and reports are numbered one by one."""
        async with self._at_work(relaying=False), asyncio.TaskGroup() as group:
            for person in range(1, PEOPLE + 1):
                group.create_task(self._walk(person, STEPS + person % STEPS))

    async def _walk(self, person: int, steps: int) -> None:
        for _ in range(steps):
            await self.step(person)

    async def hurry(self, steps: int, *, relaying: bool) -> tuple[float, float]:
        """All at once; steps a second, and milliseconds of this process's processor a step, all threads."""
        async with self._at_work(relaying=relaying):
            begun, busy = time.perf_counter(), time.process_time()
            async with asyncio.TaskGroup() as group:
                for person in range(1, PEOPLE + 1):
                    group.create_task(self._walk(person, steps // PEOPLE))
            done = steps // PEOPLE * PEOPLE
            return done / (time.perf_counter() - begun), (time.process_time() - busy) / done * 1000

    async def stroll(self, steps: int, rate: float = 50) -> list[Took]:
        """So many a second with the relay, each person in turn; what each took."""
        took: list[Took] = []

        async def one(person: int) -> None:
            took.append(await self.step(person))

        async with self._at_work(relaying=True), asyncio.TaskGroup() as group:
            for number in range(steps):
                group.create_task(one(number % PEOPLE + 1))
                await asyncio.sleep(1 / rate)
        return took

    async def kinds(self, reports: int) -> dict[str, tuple[float, float]]:
        """One step at a time, nothing else to do: milliseconds of processor and statements, by kind."""
        busy: dict[str, float] = defaultdict(float)
        seen: Counter[str] = Counter()
        said: Counter[str] = Counter()
        async with self._at_work(relaying=False):
            with self._counted() as counted:
                for number in range(reports * STEPS):
                    update = next(self._scripts[number // STEPS % PEOPLE + 1])
                    begun, before = time.process_time(), counted["statements"]
                    await self._step(update, 0.0)
                    busy[update.kind] += time.process_time() - begun
                    said[update.kind] += counted["statements"] - before
                    seen[update.kind] += 1
        return {kind: (busy[kind] / times * 1000, said[kind] / times) for kind, times in seen.items()}

    @contextmanager
    def _counted(self) -> Iterator[Counter[str]]:
        counted: Counter[str] = Counter()
        engine: Any = self.db._behind._engine  # noqa: SLF001
        engine = engine if isinstance(engine, Engine) else engine.sync_engine

        def count_one(*_: object) -> None:
            counted["statements"] += 1

        def run(*args: Any) -> Any:
            counted["statements"] += 1
            return usual(*args)

        event.listen(engine, "before_cursor_execute", count_one)
        usual, Step._run = Step._run, run  # type: ignore[method-assign, assignment]  # noqa: SLF001
        yield counted
        Step._run = usual  # type: ignore[method-assign]  # noqa: SLF001
        event.remove(engine, "before_cursor_execute", count_one)

    @asynccontextmanager
    async def _at_work(self, *, relaying: bool) -> AsyncIterator[None]:
        """Another working day, with the relay or with what stands in for it; at its end everything is sent."""
        self._clock.shift(self._clock.offset.total_seconds() + DAY)
        self._relaying = relaying
        relay = self._relay() if relaying else None
        async with asyncio.TaskGroup() as group:
            task = group.create_task(relay.run() if relay is not None else self._drain())
            yield
            await asyncio.sleep(0.1)
            if relay is not None:
                relay.stop()
            else:
                task.cancel()
        await self.db.transact(_drain)

    async def _drain(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            await self.db.transact(_drain)


@contextmanager
def telegram() -> Iterator[str]:
    """The address of a Bot API in another process."""
    command = [sys.executable, "-m", "benchmarks.steps.stub"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        assert process.stdin is not None
        process.stdin.close()


@asynccontextmanager
async def working(address: str, folder: Path, api: str, library: str = next(iter(DRIVERS))) -> AsyncIterator[Bot]:
    """The bot on an empty database."""
    await upgrade(address)
    db = await Database.open(address)
    clock = Clock()
    rules, texts, files = policy.load(None), Texts.load(), FileStore(folder / "files")
    app = Watched(rules, texts, ScreenRenderer(texts, rules, files, clock.now), "bench_bot")
    app.screens, app.ran = Screens(), {}
    driver = open_driver(library, "1:" + "x" * 35, api, None)
    seen = Seen(driver._client)  # noqa: SLF001
    driver = Driver(library, seen)
    intake = Heard(db, driver, app, files, clock.now)
    await db.transact(lambda conn: app.begin(conn, clock.now()))
    await db.transact(lambda conn: lay(conn, app, clock.now()))
    relays: list[Relay] = []

    def relay() -> Relay:
        relays[:] = [Relay(OutboxQueue(db, Clock().now), driver, app.renderer, limits=ALL_AT_ONCE)]
        return relays[0]

    def wake() -> None:
        for each in relays:
            each.wake()

    db.after_commit("outbox", wake)
    gc.freeze()  # as the bot does
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(intake.run())
            listening = group.create_task(db.listen())
            yield Bot(db, intake, relay, seen, clock, app)
            intake.stop()
            listening.cancel()
    finally:
        await driver.close()
        with suppress(Exception):
            await db.close()
