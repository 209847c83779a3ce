"""The stage of a story: the whole bot over a real database, a sandbox for the chat, a clock that can be moved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import SecretStr
from sqlalchemy import Connection, select
from typing_extensions import override

from bot.clock import Clock
from bot.drivers.driver import Driver, open_driver
from bot.drivers.telegram.answers import AS_GOOD_AS_DONE
from bot.process.run import Bot, opened, serve
from bot.sandbox.core import Sandbox
from bot.sandbox.log import LoggedCall
from bot.sandbox.server import Server
from bot.serving.work import DeskWork
from bot.settings import Settings
from dialogs.core.conversation import Conversation
from dialogs.core.screen import Say, Wording
from dialogs.core.texts import LANGUAGES, Reader, Texts
from domain.base import policy as policies
from domain.people.records import AccountType
from notifications.sending.pace import RateLimits
from notifications.sending.stopping import Stopping
from storage.chat import chats, conversations, inbox, outbox
from storage.engine.database import Database
from storage.tables.chats import cards as card_table
from storage.tables.chats import conversations as conversation_table
from tests.cast.direct import Direct
from tests.cast.laying import lay_account, lay_agency, lay_manager
from tests.cast.marks import Line
from tests.cast.person import Person

T = TypeVar("T")
BEGIN = datetime(2026, 11, 23, 1, 41, tzinfo=UTC)
"""Monday, 09:41 in Shanghai: every story begins here."""
UNHURRIED = RateLimits(overall=1e6, overall_burst=1000, chat=1e6, burst=1000, group=10**6, strangers=1e6)
"""The pace is tested elsewhere; stories don't wait for it."""
SETTLED_SECONDS, LOOK = 20.0, 0.004


Remembered = dict[int, str]
"""What messages said when somebody last looked, by their number."""


class Scene:
    def __init__(self, bot: Bot, sandbox: Sandbox, url: str, begun: Mapping[str, Remembered] | None = None) -> None:
        """`begun`: the stage is a copy of one on which these people have acted already."""
        self.bot = bot
        self.begun = begun
        self.url = url
        self.sandbox = sandbox
        self.db: Database = bot.db
        self.holding = False
        self._cast: dict[int, Person] = {}
        self._numbers = count(1)
        self.tolerated: set[str] = set()
        """Words of log messages that this story expects."""

    # --- people ---------------------------------------------------------------------------------------------------

    def person(self, name: str) -> Person:
        """Somebody of the sandbox, by the unique name."""
        (someone,) = (each for each in self.sandbox.world.people.values() if each.name == name)
        if someone.id not in self._cast:
            self._cast[someone.id] = Person(self, someone)
            self._cast[someone.id].known = dict((self.begun or {}).get(name, {}))
        return self._cast[someone.id]

    def remembered(self) -> dict[str, Remembered]:
        """What everybody has seen by now."""
        return {each.name: each.known for each in self._cast.values()}

    def add(self, name: str, language: str = "zh-hans") -> Person:
        """Somebody who has never met the bot."""
        return self.person(self.sandbox.world.add_person(name, language=language).name)

    # --- what lies there before the story begins ------------------------------------------------------------------

    async def lays(self, laying: Callable[[DeskWork], T]) -> T:
        """Something that the story takes for given, recorded on nobody's behalf."""
        return await self.db.transact(lambda conn: laying(self.bot.app.system(conn, self.now)))

    async def agency(
        self, short: str, *people: tuple[str, AccountType], unit: str = "华南", manager: str | None = "陈经理"
    ) -> tuple[Person, ...]:
        """An active agency with its people, who have opened the bot."""
        joining = [(self.add(name), type_) for name, type_ in people]
        await self.lays(lambda work: lay_agency(work, short, [(p.name, t, p.chat) for p, t in joining], unit, manager))
        for person, _ in joining:
            await person.opens()
        return tuple(person for person, _ in joining)

    async def manager(self, name: str, unit: str) -> Person:
        """Another channel manager of a unit, which is made if it isn't there."""
        person = self.add(name)
        await self.lays(lambda work: lay_manager(work, name, person.chat, unit))
        await person.opens()
        return person

    async def second_account(self, person: Person, type_: AccountType, agency: str) -> None:
        """The person holds another account, in the agency called so."""
        await self.lays(lambda work: lay_account(work, person.name, type_, agency, person.chat))

    def policy(self, **parts: dict[str, Any]) -> None:
        """Another policy from here on: `scene.policy(report={"open_limit": 2})`. In process only."""
        before = self.bot.app.policy
        changed = {name: getattr(before, name).model_copy(update=values) for name, values in parts.items()}
        self.bot.app.policy = before.model_copy(update=changed)

    # --- beside the chat ------------------------------------------------------------------------------------------

    async def brings(self, person: Person, dialog: str, args: dict[str, Any]) -> None:
        """A dialog comes up as if a pushed card had opened it."""
        await self.db.transact(lambda conn: self._bring(conn, person, dialog, args))
        await self.settled()

    def _bring(self, conn: Connection, person: Person, dialog: str, args: dict[str, Any]) -> None:
        chat = chats.find(conn, person.chat)
        assert chat is not None, f"{person.name} has never opened the bot"
        desk = self.bot.app.desk(conn, self.now, f"brought-{next(self._numbers)}")
        desk._open(chat, desk.acting.account(chat), dialog, args)

    async def talk(self, person: Person) -> Conversation:
        """What is remembered of the conversation of the account that acts."""
        return await self.db.read(lambda conn: self._talk(conn, person))

    def _talk(self, conn: Connection, person: Person) -> Conversation:
        chat = chats.find(conn, person.chat)
        account = self.bot.app.desk(conn, self.now, "").acting.account(chat) if chat else None
        kept = conversations.load(conn, f"account:{account.id}" if account else f"chat:{person.chat}")
        return Conversation.from_json(kept.state) if kept is not None else Conversation()

    # --- time -----------------------------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.bot.clock.now()

    async def later(self, **duration: float) -> None:
        """Time passes (`days=3`, `hours=2`, as `timedelta`), and what became due is done."""
        self._shift(self.bot.clock.offset + timedelta(**duration))
        await self.bot.tick()
        await self.settled()

    def _shift(self, offset: timedelta) -> None:
        self.bot.clock.shift(offset.total_seconds())
        self.sandbox.set_offset(offset.total_seconds())

    # --- rest -----------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def at_once(self) -> AsyncIterator[None]:
        """What is done inside reaches the bot together."""
        self.holding = True
        try:
            yield
        finally:
            self.holding = False
        await self.settled()

    async def settled(self) -> None:
        """Until every update is worked and everything is sent."""
        if self.holding:
            return
        try:
            async with asyncio.timeout(SETTLED_SECONDS):
                while not await self._quiet():  # noqa: ASYNC110  the bot sets no event of ours when it rests
                    await asyncio.sleep(LOOK)
        except TimeoutError:
            raise AssertionError(f"the bot doesn't come to rest: {await self.db.read(_waiting)}") from None

    async def _quiet(self) -> bool:
        if self.sandbox.waiting or self.sandbox.activity.under_way or not self.bot.intake.idle:
            return False
        return await self.bot.idle()

    # --- the look round at the end --------------------------------------------------------------------------------

    async def looks_over(self, complaints: list[str]) -> str:
        """What must be true after every story, whatever it was about; in words what isn't."""
        await self.settled()
        if refused := self.refusals():
            return f"Telegram refused: {refused[:3]}"
        waiting = await self.db.read(_waiting)
        if any(waiting.values()):
            return f"left over: {waiting}"
        if unexpected := [each for each in complaints if not any(words in each for words in self.tolerated)]:
            return f"in the log: {unexpected[:3]}"
        if snapshots := await self.db.read(_snapshots):
            return f"buttons that carry answers, which may be others when they are tapped: {snapshots[:3]}"
        if ragged := [line for each in self._cast.values() for line in each.phone.ragged()]:
            return f"what is absent leaves its separator or a dash: {ragged[:3]}"
        lost = [each for each in self._cast.values() if each.phone.from_bot and not self.has_way_home(each)]
        return f"no way home\n{lost[0].phone.printed()}" if lost else ""

    def calls(self, after: int = 0) -> list[LoggedCall]:
        """The calls of the Bot API after the one with that number."""
        entries = self.sandbox.log._entries
        return list(islice(entries, max(0, len(entries) - (self.sandbox.log.count - after)), None))

    def refusals(self, after: int = 0) -> list[tuple[str, Any, str]]:
        """Calls that the Bot API answered with an error which isn't as good as success."""
        return [
            (each.method, each.params, each.answer)
            for each in self.calls(after)
            if each.status >= 400 and not _as_good_as_done(each)
        ]

    def has_way_home(self, person: Person) -> bool:
        keys = self.sandbox.world.reply_keyboard(person.chat) or []
        return any(key["text"] in ("主页", "Home") for row in keys for key in row)


def _as_good_as_done(entry: LoggedCall) -> bool:
    """Telegram says no to what is so already; and that somebody has blocked the bot can't be known before. To the bot a
    message is young whose two days went by in the sandbox alone."""
    known = (*AS_GOOD_AS_DONE, "message can't be deleted for everyone")
    return entry.status == 403 or any(words in entry.answer.lower() for words in known)


def _waiting(conn: Any) -> dict[str, int]:
    undone, aside = inbox.counts(conn)
    rows = outbox.counts(conn)
    return {"undone": undone, "aside": aside, **{state: rows[state] for state in ("waiting", "sending", "dead")}}


def _snapshots(conn: Any) -> list[Any]:
    """Buttons of cards and of present screens whose form would open with answers kept in the button: it may name records
    only."""
    pushed = conn.execute(select(card_table.c.acts)).scalars()
    states = conn.execute(select(conversation_table.c.state)).scalars()
    acts = [act for each in (*pushed, *(state.get("acts", []) for state in states)) for act in each]
    openings = [act["args"].get("args") or {} for act in acts if act["verb"] == "open"]
    kept = [each["answers"] for each in openings if isinstance(each.get("answers"), dict)]
    return [each for each in kept if not all(isinstance(value, int) for value in each.values())]


class BothLanguages(Texts):
    """Whatever is said to somebody is said in the other language too, to nobody: so each story tests both catalogues. What says the same
    to everybody on every day, as most buttons do, once a worker."""

    _said: ClassVar[set[tuple[str, str]]] = set()

    @override
    def render(self, wording: Wording, reader: Reader) -> str:
        for language in LANGUAGES:
            if language != reader.language:
                self._render_too(wording, replace(reader, language=language))
        return super().render(wording, reader)

    def _render_too(self, wording: Wording, reader: Reader) -> None:
        alike = (wording.key, reader.language) if isinstance(wording, Say) and not wording.args else None
        if alike not in self._said:
            super().render(wording, reader)
        if alike is not None:
            self._said.add(alike)


@cache
def catalogues() -> Texts:
    """Read once, and strict: a sentence that is missing is a dead letter, and the story fails."""
    return BothLanguages.load(english=policies.default().in_english)


class Listener(logging.Handler):
    """Keeps what the bot complains of."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {self.format(record)}")


@cache
def _settings() -> Settings:
    """To look for them in the environment takes as long as a turn of a story."""
    return Settings(jobs="thread", _env_file=None)


@asynccontextmanager
async def playing(
    address: str,
    folder: Path,
    line: Line = "straight",
    *,
    cast: bool = True,
    page: bool = False,
    chat: Path | None = None,
    now: datetime = BEGIN,
    begun: Mapping[str, Remembered] | None = None,
) -> AsyncIterator[Scene]:
    """The bot runs on the database at the address; `cast` says whether the sandbox has the demo's people, `page` whether the
    phones can be looked at, at the scene's `url`. `chat`: where the sandbox's memory is kept, and lies if the story goes on from there;
    `begun` as of `Scene`."""
    server = Server(chat, cast=cast)
    if line != "straight" or page:
        await server.start()
    sandbox, listener = server.sandbox, Listener()
    offset = (now - Clock().now()).total_seconds()
    sandbox.set_offset(offset)
    own = {"token": SecretStr(sandbox.token), "data": folder, "database": address, "clock_offset": offset}
    settings = _settings().model_copy(update=own)
    driver = (
        Driver("straight", Direct(sandbox))
        if line == "straight"
        else open_driver(line, sandbox.token, server.url, None)
    )
    logging.getLogger().addHandler(listener)
    try:
        async with opened(settings, driver, UNHURRIED, catalogues()) as bot, _serving(bot):
            scene = Scene(bot, sandbox, server.url, begun)
            yield scene
            trouble = await scene.looks_over(listener.heard)
        assert not trouble, trouble  # not inside: a task group would wrap it
    finally:
        logging.getLogger().removeHandler(listener)
        await server.close()


@asynccontextmanager
async def _serving(bot: Bot) -> AsyncIterator[None]:
    stopping = Stopping()
    async with asyncio.TaskGroup() as group:
        group.create_task(serve(bot, stopping))
        try:
            yield
        finally:
            stopping.ask()
