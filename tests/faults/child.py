"""The process that is killed: the real door, inbox, outbox and relay around an application that only counts.

Each update becomes one event, one more number in the person's conversation, one screen, and each fifth a note to the
neighbour. The words of a message name the update it came from, so the parent can tell what became of each row.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Final

import aiohttp
from sqlalchemy import Connection, insert, update

from bot.clock import Clock
from notifications.sending import relay as relays
from notifications.sending.messenger import Gone, Menu, Message, Outage, Rejected, Throttled
from notifications.sending.pace import RateLimits
from notifications.sending.queue import Keys
from notifications.sending.relay import Relay
from storage.chat import chats, conversations, inbox, outbox, sending
from storage.chat.sending import OutboxQueue
from storage.engine.database import Database
from storage.engine.errors import Conflict, Temporary
from storage.engine.leader import leadership
from storage.tables.chats import chats as people
from storage.tables.events import events

NOW: Final = datetime(2026, 11, 22, tzinfo=UTC)
POINTS: Final = ("inbox", "step", "commit", "claim", "send", "mark")
FAST: Final = RateLimits(overall=1000, overall_burst=50, chat=200, burst=50, strangers=1000)


@dataclass(frozen=True, slots=True)
class Orders:
    """What the child is to do. `dies_at`: kills itself the first time that it passes there. `new`: every screen comes as
    a new message instead of an edit (then lost answers show). `lease` in seconds."""

    address: str
    base: str
    people: int
    in_flight: int
    new: bool = False
    dies_at: str | None = None
    lease: float = 3.0


def main(orders: Orders) -> None:
    """Until killed."""
    logging.basicConfig(level=logging.CRITICAL)
    sending.LEASE = timedelta(seconds=orders.lease)  # type: ignore[misc]
    relays.PATIENCE = orders.lease * 0.8  # type: ignore[misc]
    asyncio.run(Child(orders).run())


class Child:
    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._working: set[int] = set()

    async def run(self) -> None:
        self._db = await Database.open(self._orders.address)
        leader = leadership(self._db)
        await leader.begin()
        async with aiohttp.ClientSession() as http, asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            self._http = http
            queue = Mortal(OutboxQueue(self._db, Clock().now), self._pass)
            messenger = HttpMessenger(http, self._orders.base, self._pass)
            relay = Relay(
                queue,
                messenger,
                Tags(),
                leads=lambda: leader.holds,
                limits=FAST,
                in_flight=self._orders.in_flight,
            )
            self._db.after_commit("outbox", relay.wake)
            tasks.create_task(leader.keep())
            tasks.create_task(self._db.listen())
            tasks.create_task(relay.run())
            tasks.create_task(self._look())
            tasks.create_task(self._poll(lambda: leader.holds))

    def _pass(self, point: str) -> None:
        if self._orders.dies_at == point:
            os.kill(os.getpid(), signal.SIGKILL)

    # --- in ----------------------------------------------------------------------------------------------------------

    async def _poll(self, leads: Any) -> None:
        """Store, then confirm by asking for what comes after."""
        offset = 0
        while True:
            if not leads():
                await asyncio.sleep(0.1)
                continue
            with suppress(aiohttp.ClientError, Temporary, KeyError, OSError):
                params = {"offset": offset, "timeout": 1}
                async with self._http.post(f"{self._orders.base}/bot1:x/getUpdates", json=params) as answer:
                    updates = (await answer.json())["result"]
                if updates:
                    rows = [inbox.Arrived(each["update_id"], each["message"]["from"]["id"], each) for each in updates]
                    new = await self._db.transact(partial(inbox.store, arrived=rows, now=NOW))
                    self._pass("inbox")
                    offset = max(each["update_id"] for each in updates) + 1
                    for row in new:
                        self._begin(row.person)

    async def _look(self) -> None:
        """What a killed process or another replica left undone."""
        while True:
            with suppress(Temporary):
                for person in await self._db.read(inbox.people_with_work):
                    self._begin(person)
            await asyncio.sleep(0.3)

    def _begin(self, person: int | None) -> None:
        if person is not None and person not in self._working:
            self._working.add(person)
            self._tasks.create_task(self._work(person))

    async def _work(self, person: int) -> None:
        try:
            while await self._db.transact(partial(self._step, person=person)):
                self._pass("commit")
        except (Temporary, Conflict):
            await asyncio.sleep(0.05)
        finally:
            self._working.discard(person)

    def _step(self, conn: Connection, person: int) -> bool:
        if chats.lock(conn, person) is None:
            chats.meet(conn, person, f"P{person}", None, NOW)
            conn.execute(update(people).where(people.c.chat_id == person).values(keyboard="standing:"))
        undone = inbox.next_undone(conn, person)
        if undone is None:
            return False
        owner, number = f"chat:{person}", int(undone.raw["message"]["text"])
        kept = conversations.load(conn, owner)
        numbers = [*(kept.state["numbers"] if kept else ()), number]
        revision = kept.revision if kept else None
        conversations.save(conn, owner, person, {"numbers": numbers}, before=revision, revision=(revision or 0) + 1)
        facts: dict[str, Any] = {"update": undone.update_id, "number": number}
        place = {"place": "new" if self._orders.new else "edit"}
        facts["show"] = outbox.show(conn, person, owner, {**_body(f"show {undone.update_id}"), **place}, NOW)
        if undone.id % 5 == 0:
            neighbour = person % self._orders.people + 1
            facts["note"] = outbox.note(conn, neighbour, _body(f"note {undone.update_id}"), NOW)
        conn.execute(
            insert(events).values(at=NOW, kind="counted", subject_kind="person", subject_id=person, facts=facts)
        )
        self._pass("step")
        inbox.done(conn, undone.id, NOW)
        return True


def _body(text: str) -> dict[str, Any]:
    return {"screen": {"lines": [text]}, "token": ""}


# --- out ----------------------------------------------------------------------------------------------------------------


class Tags:
    """Fulfils `Renderer`: the words name the row."""

    def screen(self, body: Mapping[str, Any], language: str | None) -> Message:
        return Message(str(body["screen"]["lines"][0]))

    def shrunk(self, wordings: Sequence[Any], language: str | None) -> Message:
        return Message("✓")

    def menu(self, language: str | None, role: str | None) -> Menu:
        return Menu()

    def keyboard(self, keys: Keys, language: str | None, role: str | None) -> Message:
        return Message("keyboard")


class Mortal:
    """The outbox, passing the points at which the child may have to die."""

    def __init__(self, queue: OutboxQueue, passing: Any) -> None:
        self._queue = queue
        self._pass = passing

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queue, name)

    async def claim(self, limit: int, but: Collection[int], strangers: int) -> list[sending.ClaimedRow]:
        rows = await self._queue.claim(limit, but)  # here nobody has an account
        if rows:
            self._pass("claim")
        return rows

    async def sent(self, id_: int, attempt: int, message_id: int | None, file: str | None = None) -> bool:
        self._pass("send")
        done = await self._queue.sent(id_, attempt, message_id, file)
        self._pass("mark")
        return done


class HttpMessenger:
    """Fulfils `Messenger` against the parent."""

    def __init__(self, http: aiohttp.ClientSession, base: str, passing: Any) -> None:
        self._http = http
        self._base = base

    async def send(self, chat: int, message: Message) -> int:
        result = await self._call("sendMessage", chat_id=chat, text=message.html)
        return int(result["message_id"])

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        await self._call("editMessageText", chat_id=chat, message_id=message_id, text=message.html)

    async def delete(self, chat: int, message_id: int) -> None:
        await self._call("deleteMessage", chat_id=chat, message_id=message_id)

    async def strip(self, chat: int, message_id: int) -> None:
        await self._call("editMessageReplyMarkup", chat_id=chat, message_id=message_id)

    async def set_menu(self, chat: int, menu: Menu) -> None:
        await self._call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": chat})

    async def _call(self, method: str, **params: Any) -> Any:
        try:
            async with self._http.post(f"{self._base}/bot1:x/{method}", json=params) as answer:
                said = await answer.json()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise Outage(repr(error)) from error
        if said["ok"]:
            return said["result"]
        if said["error_code"] == 429:
            raise Throttled("429", said.get("parameters", {}).get("retry_after"))
        if said["error_code"] >= 500:
            raise Outage(said["description"])
        if "message to edit not found" in said["description"]:
            raise Gone(said["description"])
        raise Rejected(said["description"])
