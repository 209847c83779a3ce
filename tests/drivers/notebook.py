"""A small app of the tests' own: it writes down what it hears, in a table, and does nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, String, Table, insert, select

from bot.clock import Clock
from bot.drivers import telegram
from bot.drivers.driver import Driver
from bot.drivers.patience import Patience
from bot.serving.intake import Intake, Pace
from bot.serving.polling import Poller
from bot.serving.pulse import Pulse
from bot.serving.turns import Taken, TapAnswer, Turn, next_turn
from dialogs.core.inputs import Failed, Ordered, Pressed, Shared, Started, Stored, Typed, Uploaded
from dialogs.core.screen import Wording
from domain.base.beforehand import Beforehand
from domain.base.looking_first import LookFirst
from storage.chat import chats, inbox
from storage.chat.inbox import PendingUpdate
from storage.engine.database import Database
from storage.engine.errors import StorageError
from storage.files.store import FileStore

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)

_own = MetaData()
_notes = Table(
    "notes",
    _own,
    Column("id", Integer, primary_key=True),
    Column("person", BigInteger, nullable=False),
    Column("words", String, nullable=False),
)


class Notebook:
    """`poison` in a text makes the step fail after it wrote, `unlucky` names texts that fail so many times."""

    def __init__(self) -> None:
        self.unlucky: dict[str, int] = {}

    def take(self, conn: Connection, person: int, now: datetime, beforehand: Beforehand) -> Turn:
        chats.lock(conn, person)
        row = next_turn(conn, person)
        if not isinstance(row, PendingUpdate):
            return row
        inbox.done(conn, row.id, now)
        return self._heard(conn, row)

    def look(self, conn: Connection, wanted: LookFirst, now: datetime) -> object:
        raise NotImplementedError

    def take_at_once(
        self, conn: Connection, arrived: inbox.Arrived, now: datetime, beforehand: Beforehand
    ) -> Taken | None:
        assert arrived.person is not None
        chats.lock(conn, arrived.person)
        row = inbox.store_done(conn, arrived, Clock().now())
        return None if row is None else self._heard(conn, row)

    def _heard(self, conn: Connection, row: PendingUpdate) -> Taken:
        heard = telegram.said(row.raw, row.fetched)
        assert heard is not None
        _, what = heard
        self._note(conn, row.person, _in_words(what))
        if isinstance(what, Typed):
            self._stumble(what.text)
        return Taken(row, TapAnswer("好的", alert=True) if isinstance(what, Pressed) and what.data == "alert" else None)

    def _stumble(self, text: str) -> None:
        if text == "poison":
            raise ZeroDivisionError(text)
        if self.unlucky.get(text, 0) > 0:
            self.unlucky[text] -= 1
            raise LookupError(text)

    def set_aside(self, conn: Connection, update: int, now: datetime) -> None:
        """Nobody is told here."""

    def apologise(self, conn: Connection, person: int, now: datetime) -> None:
        self._note(conn, person, "sorry")

    def fetched(
        self, conn: Connection, person: int, file: telegram.Carried, outcome: Stored | Failed, now: datetime
    ) -> None:
        """Nobody counts here."""

    def words(self, words: Wording, language: str) -> str:
        return f"{words} ({language})"

    def _note(self, conn: Connection, person: int, words: str) -> None:
        conn.execute(insert(_notes).values(person=person, words=words))


def _in_words(what: object) -> str:
    match what:
        case Typed(text):
            return text
        case Started(payload):
            return f"/start {payload}".strip()
        case Ordered(name):
            return f"/{name}"
        case Pressed(data):
            return f"tap {data}"
        case Uploaded(Stored(_, kind, size, name), caption, album):
            return " ".join(each for each in ("file", name, kind, str(size), caption, album and "in an album") if each)
        case Uploaded(failed):
            return f"no file: {getattr(failed, 'why', '')}"
        case Shared(phone, own):
            return f"{'own' if own else 'foreign'} contact {phone}"
        case _:
            return type(what).__name__


class Desk:
    """A database, the notebook, the intake, and what has been written down."""

    def __init__(self, db: Database, driver: Driver, folder: Path, people: int = 32) -> None:
        self.db = db
        self.driver = driver
        self.folder = folder
        self.app = Notebook()
        self.files = FileStore(folder / "files")
        self.intake = Intake(db, driver, self.app, self.files, lambda: NOON, Pace(people, first=0.02, most=0.1))

    def restarted(self, driver: Driver) -> Desk:
        """The same data, a new process as it were."""
        return Desk(self.db, driver, self.folder)

    async def notes(self, person: int | None = None) -> list[str]:
        chosen = select(_notes.c.words).order_by(_notes.c.id)
        if person is not None:
            chosen = chosen.where(_notes.c.person == person)
        return await self.db.read(lambda conn: list(conn.execute(chosen).scalars()))

    async def until(self, *words: str) -> list[str]:
        """Waits until all of these are written down; returns everything."""
        return await self.when(lambda notes: set(words) <= set(notes))

    async def when(self, enough: Callable[[list[str]], bool]) -> list[str]:
        async with asyncio.timeout(40):
            while not enough(notes := await self.notes()):  # noqa: ASYNC110 — a row in a database is waited for
                await asyncio.sleep(0.02)
        return notes

    async def aside(self) -> list[str]:
        return [each.why for each in await self.db.read(inbox.aside)]

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as group:
            group.create_task(self.intake.run())
            try:
                yield
            finally:
                self.intake.stop()

    @asynccontextmanager
    async def polling(self, driver: Driver) -> AsyncIterator[Poller]:
        """The whole way: long polling, inbox, steps."""
        poller = Poller(driver, self.intake.store, Pulse(), Patience(0.05, 0.2), long=5)
        async with self.working(), asyncio.TaskGroup() as group:
            group.create_task(poller.run())
            try:
                yield poller
            finally:
                poller.stop()


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    """A migrated database, with the notebook's own table."""
    db = await Database.open(address)
    try:
        await db.transact(_own.create_all)
        yield db
    finally:
        with suppress(StorageError):  # closed already, or its server restarted
            await db.transact(_own.drop_all)  # a worker's PostgreSQL goes on to the next test
        await db.close()
