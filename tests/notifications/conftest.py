"""A relay between the real outbox and a fake chat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.clock import Clock
from notifications.sending.pace import RateLimits
from notifications.sending.relay import Relay
from storage.chat import chats, conversations, outbox
from storage.chat.sending import OutboxQueue
from storage.engine.database import Database
from tests.notifications.chat import FakeChat, PlainWords

FAST = RateLimits(overall=10_000, overall_burst=100, chat=10_000, burst=100, group=10_000, strangers=10_000)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass
class Desk:
    """What the tests do: put rows out, let the relay run, look."""

    db: Database
    chat: FakeChat = field(default_factory=FakeChat)
    limits: RateLimits = FAST
    queue: Any = None
    relay: Relay | None = None

    def __post_init__(self) -> None:
        self.queue = self.queue or OutboxQueue(self.db, Clock().now)

    async def knows(self, chat: int, *, keyboard: str | None = "standing:") -> None:
        """A person whose keyboard is laid already, unless told otherwise."""
        await self.db.transact(lambda conn: chats.meet(conn, chat, "李明", None, NOW))
        await self.queue.keyboard(chat, keyboard)

    async def talks(self, chat: int) -> None:
        await self.knows(chat)
        owner = f"chat:{chat}"
        await self.db.transact(lambda conn: conversations.save(conn, owner, chat, {}, before=None, revision=1))

    async def note(self, chat: int, words: str, *, urgent: bool = False) -> int:
        return await self.db.transact(lambda conn: outbox.note(conn, chat, body(words), NOW, urgent=urgent))

    async def show(self, chat: int, words: str, place: str = "edit", shrunk: str | None = None, **more: Any) -> int:
        shown = body(words, place=place, shrunk=shrunk, rows=[["ok"]], **more)
        return await self.db.transact(lambda conn: outbox.show(conn, chat, f"chat:{chat}", shown, NOW))

    @asynccontextmanager
    async def relaying(self, **options: Any) -> AsyncIterator[Relay]:
        """A relay that runs meanwhile, and stops gracefully at the end."""
        self.relay = relay = Relay(self.queue, self.chat, PlainWords(), limits=self.limits, **options)
        self.db.after_commit("outbox", relay.wake)
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(relay.run())
            yield relay
            relay.stop()
            await running

    async def drain(self, **options: Any) -> None:
        """Let the relay run until nothing is left that it could send."""
        async with self.relaying(**options):
            await self.until(self.nothing_left)

    async def until(self, condition: Callable[[], Any]) -> None:
        async with asyncio.timeout(15):
            while not await condition():  # noqa: ASYNC110  (the relay tells nobody that it is done)
                await asyncio.sleep(0.01)

    async def nothing_left(self) -> bool:
        counts = await self.db.read(outbox.counts)
        return counts["waiting"] + counts["sending"] == 0

    async def called(self, times: int) -> bool:
        """Whether the chat was called so often."""
        return len(self.chat.calls) >= times

    async def tidy(self) -> bool:
        """Whether nothing is under way and no old screen waits to shrink."""
        return self.relay is not None and self.relay.idle

    async def states(self) -> dict[str, int]:
        return dict(await self.db.read(outbox.counts))

    async def due_now(self) -> None:
        """Time passes for what was put off."""
        await self.db.transact(lambda conn: conn.execute(text("UPDATE outbox SET not_before = NULL")).rowcount)
        if self.relay is not None:
            self.relay.wake()


def body(words: str, **more: Any) -> dict[str, Any]:
    contact = more.pop("asks_contact", False)
    return {
        "screen": {"lines": [words], "rows": more.pop("rows", []), "asks_contact": contact},
        "token": "c1.1.1",
        **more,
    }


@pytest.fixture
def desk(db: Database) -> Desk:
    return Desk(db)
