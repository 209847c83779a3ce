"""The sandbox's parts in one place, and the ways in which they meet."""

from __future__ import annotations

import asyncio
import re
import secrets
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from bot.sandbox.bot_api_error import Json, bad_request, forbidden
from bot.sandbox.call import ReceivedCall
from bot.sandbox.clock import SimClock
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.log import CallLog
from bot.sandbox.pacing import Pacing
from bot.sandbox.polling import Polling
from bot.sandbox.polls import poll_of
from bot.sandbox.store import Store
from bot.sandbox.updates import CALLBACK_LIFE, MESSAGE_LIFE, Updates
from bot.sandbox.webhook import Run, WebhookSender
from bot.sandbox.world import CAST, FIRST_PERSON, Cast, Message, Person, World, message_json

BOT_ID = 7000000001
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
REORDER_SECONDS = 0.3
QUERY_LIFE = 15.0
"""Seconds in which a tap may be answered; observed between 15 and 30 on the real server."""


@dataclass(frozen=True)
class BotNames:
    """What the bot is called until it names itself."""

    username: str
    name: str


OURS = BotNames("baobei_bot", "报备助手")


class BotControl(Protocol):
    """The bot's own door for its sandbox: the clock, idleness, the demo's data."""

    async def clock(self, offset: float) -> None: ...

    async def idle(self) -> bool: ...

    async def reset(self, wanted: Json) -> None: ...

    async def invite(self) -> str | None:
        """A link for the administrator; None: there is one."""
        ...

    async def language(self, language: str) -> None: ...


@dataclass
class Tap:
    id: str
    person: int
    message: int
    made: float
    answered: asyncio.Future[Json]


@dataclass
class Activity:
    """When the bot last did something, and what it is still doing; long polls don't count."""

    under_way: int = 0
    last: float = field(default_factory=time.monotonic)

    def touch(self) -> None:
        self.last = time.monotonic()


class Sandbox:
    """Everything but HTTP. `run` executes a call of the Bot API that a webhook's answer carried.

    `data` None: nothing survives, files lie in a temporary folder. `cast`: that `people` are there from the beginning.
    """

    def __init__(
        self,
        run: Run,
        data: Path | None = None,
        *,
        cast: bool = True,
        token: str | None = None,
        people: Cast = CAST,
        named: BotNames = OURS,
    ) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="sandbox-") if data is None else None
        folder = data if data is not None else Path(str(self._scratch and self._scratch.name))
        self.store = Store(None if data is None else folder / "telegram.sqlite3")
        self.profile: Json = dict(self.store.load("profile")).get("", {})
        self.token = token or self.profile.get("token") or f"{BOT_ID}:{secrets.token_hex(16)}"
        self.profile["token"] = self.token
        self.named = named
        self.people = people
        self.world = World(self.store)
        self.files = Files(folder / "telegram-files", self.store)
        self.updates = Updates(self.store)
        self.faults = Faults(self.store)
        self.log = CallLog()
        self.pacing = Pacing()
        self.clock = SimClock(self.profile.get("clock", 0.0))
        self.activity = Activity()
        self.taps: dict[str, Tap] = {}
        self.invitation: str | None = None
        """The link by which an empty demo's administrator comes in, until somebody opened it."""
        self.control: BotControl | None = None
        self.polling = Polling(self.updates)
        self.webhook = WebhookSender(self.updates, run, self.profile.get("webhook", {}))
        self.cast = cast and not self.profile.get("laid_empty", False)
        self._held: Callable[[], object] | None = None
        if not self.world.people and self.cast:
            self.world.add_cast(self.people)
        self.keep_profile()

    @property
    def bot(self) -> Json:
        name = self.profile.get("names", {}).get("", self.named.name)
        return {
            "id": int(self.token.split(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": self.named.username,
        }

    def keep_profile(self) -> None:
        self.store.put("profile", "", lambda: self.profile)

    def keep_webhook(self) -> None:
        self.profile["webhook"] = asdict(self.webhook.settings)
        self.keep_profile()

    def set_offset(self, offset: float) -> None:
        self.clock.offset = self.profile["clock"] = offset
        self.keep_profile()

    async def close(self) -> None:
        self.release()
        await self.webhook.close()
        self.store.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    # What the bot may reach

    def recipient(self, call: ReceivedCall) -> Person:
        """The person of `chat_id`, if the bot may write there."""
        if not call.text("chat_id"):
            raise bad_request("chat_id is empty")
        person = self.world.people.get(call.integer("chat_id"))
        if person is None:
            raise bad_request("chat not found")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        return person

    def user(self, number: int) -> Json | None:
        """Somebody whom a text may mention: a person, or the bot."""
        person = self.world.people.get(number)
        return person.user() if person is not None else self.bot if number == self.bot["id"] else None

    def shown(self, message: Message) -> Json:
        if "poll" in message.content:
            poll_of(message, self.clock.now())
        return message_json(message, self.world.people[message.chat], self.bot)

    def answered(self, message: Message) -> Json:
        """What a message that answers this one shows of it: not what that one answered in turn."""
        kept = {name: value for name, value in self.shown(message).items() if name not in ("reply_to_message", "quote")}
        return {"reply_to_message": kept, "_reply_to": message.id}

    # What reaches the bot

    def push(self, kind: str, body: Json, person: Person, *, lane: str, life: float) -> None:
        """Queues an update, unless the bot doesn't want its kind; faults may touch it here."""
        if kind not in self.updates.allowed:
            return
        befallen = self.faults.on_update(kind, person.id)
        if "garbage" in befallen:
            # Fields of wrong types: neither library can parse it.
            self.updates.add({"message": {"date": "yesterday"}}, "garbage", life)
        queue = partial(self.updates.add, {kind: body}, lane, life, times=2 if "duplicate" in befallen else 1)
        self.activity.touch()
        if "reorder" in befallen and self._held is None:
            self._held = queue
            asyncio.get_running_loop().call_later(REORDER_SECONDS, self.release)
            return
        queue()
        self.release()

    def release(self) -> None:
        """What a `reorder` fault held back is queued after its younger brother, or alone if none came."""
        held, self._held = self._held, None
        if held is not None:
            held()

    @property
    def waiting(self) -> bool:
        return bool(self.updates.pending) or self._held is not None

    def push_message(self, message: Message, person: Person, kind: str = "message") -> None:
        self.push(kind, self.shown(message), person, lane=f"chat {person.id}", life=MESSAGE_LIFE)

    def push_tap(self, person: Person, message: Message, data: str) -> Tap:
        tap = Tap(
            str(secrets.randbits(63)),
            person.id,
            message.id,
            time.monotonic(),
            asyncio.get_running_loop().create_future(),
        )
        self._forget_old_taps()
        self.taps[tap.id] = tap
        seen = {"chat": person.chat(), "message_id": message.id, "date": 0} if message.deleted else self.shown(message)
        body: Json = {
            "id": tap.id,
            "from": person.user(),
            "message": seen,
            "chat_instance": str(-(person.id * 7919)),
            "data": data,
        }
        self.push("callback_query", body, person, lane=f"tap {person.id}", life=CALLBACK_LIFE)
        return tap

    def _forget_old_taps(self) -> None:
        """Taps are kept in the order of their making; what is too old to be answered goes."""
        limit = time.monotonic() - QUERY_LIFE
        while self.taps and (oldest := next(iter(self.taps.values()))).made < limit:
            del self.taps[oldest.id]

    def answer_tap(self, number: str, answer: Json) -> None:
        tap = self.taps.pop(number, None)
        if tap is None or time.monotonic() - tap.made > QUERY_LIFE:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if not tap.answered.done():
            tap.answered.set_result(answer)

    def block(self, person: Person, blocked: bool) -> None:
        """The person blocks or unblocks the bot, which hears of it."""
        if person.blocked == blocked:
            return
        person.blocked = blocked
        self.world.changed(person)
        member, kicked = {"status": "member"}, {"status": "kicked", "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        body: Json = {
            "chat": person.chat(),
            "from": person.user(),
            "date": int(self.clock.now()),
            "old_chat_member": {"user": self.bot, **old},
            "new_chat_member": {"user": self.bot, **new},
        }
        self.push("my_chat_member", body, person, lane=f"chat {person.id}", life=MESSAGE_LIFE)

    def clear_faults(self) -> None:
        for fault in self.faults.all:
            if fault.kind == "blocked" and fault.person in self.world.people:
                self.block(self.world.people[fault.person], False)
        self.faults.clear()

    # Starting over

    def cast_ids(self) -> list[tuple[int, str]]:
        return [(FIRST_PERSON + index, name) for index, (name, _) in enumerate(self.people)]

    def clear(self) -> None:
        """Everybody's chats, faults, files, waiting updates; the cast anew."""
        self.faults.clear()
        self.updates.clear()
        self._held = None
        self.taps.clear()
        self.files.clear()
        self.world.clear(people=True)
        if self.cast:
            self.world.add_cast(self.people)
