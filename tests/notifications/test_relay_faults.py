"""Whatever the chat does to us: nothing lost, nothing out of order, nothing repeated beyond what a lost answer explains."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert

from notifications.sending.messenger import Outage, Rejected, Throttled, Unauthorized, Unreachable
from notifications.sending.pace import LIMITS
from notifications.sending.relay import IN_FLIGHT
from notifications.sending.trouble import HOPELESS, CircuitBreaker, backoff
from storage.chat import chats, outbox
from storage.tables.people import accounts
from tests.notifications.chat import Killed
from tests.notifications.conftest import NOW, Desk, body

LI, WANG, CHEN, ZHOU = 101, 102, 103, 104


async def test_a_throttled_chat_waits_as_long_as_it_is_told_and_the_others_go_on(desk: Desk) -> None:
    desk.chat.refuse(LI, Throttled("Too Many Requests", 0.3))
    async with desk.relaying():
        await desk.note(LI, "one")
        await desk.note(LI, "two")
        await desk.until(lambda: _called(desk, 1))
        await desk.note(WANG, "hers")
        await desk.until(desk.nothing_left)
    assert [(chat, words) for _, chat, words in desk.chat.calls] == [
        (LI, "one"),
        (WANG, "hers"),
        (LI, "one"),
        (LI, "two"),
    ]
    assert desk.chat.times[2] - desk.chat.times[0] >= 0.3
    assert await desk.states() == {"sent": 3}


async def test_several_throttled_chats_within_a_second_pause_all(desk: Desk) -> None:
    for chat in (LI, WANG, CHEN):
        desk.chat.refuse(chat, Throttled("Too Many Requests", 0.5))
        await desk.note(chat, "news")
    async with desk.relaying():
        await desk.until(lambda: _called(desk, 3))
        await asyncio.sleep(0.05)
        await desk.note(ZHOU, "news", urgent=True)
        await desk.until(desk.nothing_left)
    assert desk.chat.times[3] - desk.chat.times[2] >= 0.4
    assert await desk.states() == {"sent": 4}


async def test_a_throttle_that_doesnt_say_how_long_is_waited_out_too(desk: Desk) -> None:
    desk.chat.refuse(LI, Throttled("Too Many Requests"))
    await desk.note(LI, "news")
    async with desk.relaying():
        await desk.until(lambda: _called(desk, 1))
        await asyncio.sleep(0.1)
        assert len(desk.chat.calls) == 1
        await desk.due_now()
        await desk.until(desk.nothing_left)
    assert desk.chat.sees(LI) == ["news"]


async def test_after_an_outage_the_message_comes_in_its_order(desk: Desk) -> None:
    desk.chat.refuse(LI, Outage("502"), Outage("cut"))
    await desk.note(LI, "one")
    await desk.note(LI, "two")
    async with desk.relaying():
        for calls in (1, 2):
            await desk.until(partial(_called, desk, calls))
            await asyncio.sleep(0.05)
            await desk.due_now()
        await desk.until(desk.nothing_left)
    assert desk.chat.sees(LI) == ["one", "two"]


async def test_an_answer_lost_after_acceptance_repeats_a_note_and_only_edits_a_screen_again(desk: Desk) -> None:
    await desk.talks(WANG)
    await desk.show(WANG, "question 1")
    await desk.drain()
    desk.chat.cut(LI, Outage("cut after acceptance"))
    desk.chat.cut(WANG, Outage("cut after acceptance"))
    await desk.note(LI, "news")
    await desk.show(WANG, "question 2")
    async with desk.relaying():
        await desk.until(lambda: _called(desk, 3))
        await asyncio.sleep(0.05)
        await desk.due_now()
        await desk.until(desk.nothing_left)
    assert desk.chat.sees(LI) == ["news", "news"]
    assert desk.chat.sees(WANG) == ["question 2"]


async def test_a_refused_message_is_a_dead_letter_and_the_chat_goes_on(desk: Desk) -> None:
    desk.chat.refuse(LI, Rejected("can't parse entities"))
    await desk.note(LI, "<bad")
    await desk.note(LI, "good")
    await desk.drain()
    assert desk.chat.sees(LI) == ["good"]
    [dead] = await desk.db.read(outbox.aside)
    assert (dead.state, dead.error) == ("dead", "Rejected: can't parse entities")


async def test_what_the_chat_does_not_take_as_a_picture_comes_as_a_file(desk: Desk) -> None:
    desk.chat.refuse(LI, Rejected("PHOTO_INVALID_DIMENSIONS"))
    shown = body("📎 横幅.png", picture="横幅.png")
    await desk.db.transact(lambda conn: outbox.file(conn, LI, shown, NOW, urgent=True))
    await desk.drain()
    assert desk.chat.files(LI) == [("横幅.png", False)]
    assert await desk.states() == {"sent": 1}


async def test_what_cant_be_put_into_words_is_a_dead_letter_and_nothing_of_it_is_sent(desk: Desk) -> None:
    await desk.note(LI, "unsayable")
    await desk.note(LI, "good")
    await desk.drain()
    assert desk.chat.sees(LI) == ["good"]
    [dead] = await desk.db.read(outbox.aside)
    assert dead.error == "LookupError", "what it says may be what somebody said"


async def test_who_blocked_the_bot_is_left_alone_until_they_write(desk: Desk) -> None:
    await desk.knows(LI)
    desk.chat.refuse(LI, Unreachable("Forbidden: bot was blocked by the user"))
    for words in ("one", "two"):
        await desk.note(LI, words)
    await desk.drain()
    await desk.note(LI, "three")
    await desk.drain()
    assert len(desk.chat.calls) == 1
    assert await desk.states() == {"unreachable": 3}
    await desk.db.transact(lambda conn: chats.unblocked(conn, LI))
    await desk.db.transact(lambda conn: outbox.revive(conn, LI))
    await desk.drain()
    assert desk.chat.sees(LI) == ["one", "two", "three"]


async def test_a_refused_token_is_told_and_stops_the_relay_with_nothing_lost(desk: Desk) -> None:
    desk.chat.refuse(LI, Unauthorized("Unauthorized"))
    await desk.note(LI, "news")
    with pytest.raises(ExceptionGroup) as told:
        await desk.drain()
    assert told.group_contains(Unauthorized)
    assert await desk.states() == {"waiting": 1}
    await desk.drain()
    assert desk.chat.sees(LI) == ["news"]


async def test_an_error_nobody_foresaw_is_tried_again_like_an_outage(desk: Desk) -> None:
    desk.chat.refuse(LI, ZeroDivisionError("in the driver"))
    await desk.note(LI, "news")
    async with desk.relaying():
        await desk.until(lambda: _called(desk, 1))
        await asyncio.sleep(0.05)
        await desk.due_now()
        await desk.until(desk.nothing_left)
    assert desk.chat.sees(LI) == ["news"]


async def test_a_stopped_relay_finishes_what_is_in_flight(desk: Desk) -> None:
    desk.chat.latency = 0.2
    for chat in range(1, 9):
        await desk.note(chat, "news")
    async with desk.relaying(in_flight=4):
        await desk.until(lambda: _called(desk, 4))
    assert len(desk.chat.calls) == 4
    assert await desk.states() == {"sent": 4, "waiting": 4}


async def test_who_doesnt_lead_sends_nothing(desk: Desk) -> None:
    await desk.note(LI, "news")
    async with desk.relaying(leads=lambda: False):
        await asyncio.sleep(0.2)
    assert desk.chat.calls == []
    assert await desk.states() == {"waiting": 1}


# --- killed at a named point --------------------------------------------------------------------------------------------


class KilledAt:
    """The outbox of a process that is killed at its next claim or mark, before or after it took effect."""

    def __init__(self, queue: Any, point: str) -> None:
        self._queue = queue
        self._point = point

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queue, name)

    async def claim(self, limit: int, but: Collection[int], strangers: int) -> Any:
        rows = await self._queue.claim(limit, but, strangers)
        if rows and self._point == "claim":
            raise Killed
        return rows

    async def sent(self, id_: int, attempt: int, message_id: int | None, file: str | None = None) -> bool:
        if self._point == "before mark":
            raise Killed
        done: bool = await self._queue.sent(id_, attempt, message_id, file)
        if self._point == "mark":
            raise Killed
        return done


@pytest.mark.parametrize(
    ("point", "seen"),
    [("claim", 1), ("send", 1), ("after send", 2), ("before mark", 2), ("mark", 1)],
)
async def test_killed_at_any_point_the_note_comes_once_or_twice_where_the_answer_was_lost(
    desk: Desk, point: str, seen: int
) -> None:
    await desk.note(LI, "one")
    await desk.note(LI, "two")
    queue = desk.queue
    desk.queue = KilledAt(queue, point)
    if point == "send":
        desk.chat.refuse(LI, Killed())
    if point == "after send":
        desk.chat.cut(LI, Killed())
    with pytest.raises(BaseExceptionGroup) as end:
        await desk.drain()
    assert end.group_contains(Killed)
    desk.queue = queue
    await desk.drain()  # the next process
    assert desk.chat.sees(LI) == ["one"] * seen + ["two"]
    assert await desk.states() == {"sent": 2}


@pytest.mark.parametrize("point", ["claim", "send", "after send", "before mark", "mark"])
async def test_killed_at_any_point_a_screen_is_right_in_the_end_and_never_doubled(desk: Desk, point: str) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    await desk.show(LI, "question 2")
    queue = desk.queue
    desk.queue = KilledAt(queue, point)
    if point == "send":
        desk.chat.refuse(LI, Killed())
    if point == "after send":
        desk.chat.cut(LI, Killed())
    with pytest.raises(BaseExceptionGroup):
        await desk.drain()
    desk.queue = queue
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 2"]


# --- pace and trouble ---------------------------------------------------------------------------------------------------


async def test_a_backlog_never_drains_faster_than_telegram_allows(desk: Desk) -> None:
    desk.limits = LIMITS
    desk.chat.latency = 0.05
    for chat in range(1, 61):
        await desk.note(chat, "news")
    await desk.drain()
    assert len(desk.chat.calls) == 60
    assert desk.chat.times[-1] - desk.chat.times[0] >= (60 - LIMITS.overall_burst) / LIMITS.overall - 0.02
    assert desk.chat.most_in_flight <= IN_FLIGHT


async def test_the_reply_to_a_tap_goes_ahead_of_a_broadcast(desk: Desk) -> None:
    desk.chat.latency = 0.01
    for chat in range(1, 40):
        await desk.note(chat, "news")
    await desk.talks(LI)
    async with desk.relaying():
        await desk.until(lambda: _called(desk, 5))
        await desk.show(LI, "answer")
        await desk.until(desk.nothing_left)
    place = [chat for _, chat, _ in desk.chat.calls].index(LI)
    assert place < 20


def test_the_pause_after_an_outage_grows_to_a_minute_and_is_never_the_same() -> None:
    pauses = [backoff(attempt) for attempt in range(1, 30)]
    assert all(1 <= each <= 60 for each in pauses)
    assert pauses[0] <= 2
    assert len({backoff(3) for _ in range(10)}) == 10


def test_a_message_at_which_only_the_server_fails_is_hopeless_but_never_while_the_server_is_away() -> None:
    trouble = CircuitBreaker(lambda: 0.0)
    assert not any(trouble.hopeless(1, attempt) for attempt in range(1, 1000))
    for row in range(100, 100 + HOPELESS):
        trouble.well(row)
    assert not trouble.hopeless(1, HOPELESS - 1)
    assert trouble.hopeless(1, HOPELESS)


async def _called(desk: Desk, times: int) -> bool:
    return len(desk.chat.calls) >= times


class Looking:
    """The queue, and how often it was looked for something to send."""

    def __init__(self, queue: Any) -> None:
        self._queue = queue
        self.looks = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queue, name)

    async def claim(self, limit: int, but: Collection[int], strangers: int) -> Any:
        found = await self._queue.claim(limit, but, strangers)
        self.looks += 1
        return found

    async def looked(self) -> bool:
        return self.looks > 0


async def test_behind_a_message_that_is_its_chats_last_nobody_looks_for_another(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notifications.sending.relay.POLL", 60.0)
    held = {"id": 1, "name": "李明", "type": "manager", "state": "active", "administrator": False, "chat_id": LI}
    await desk.db.transact(lambda conn: conn.execute(insert(accounts).values(**held)).rowcount)
    desk.queue = looking = Looking(desk.queue)
    async with desk.relaying():
        await desk.until(looking.looked)
        await desk.note(LI, "one")
        await desk.until(desk.nothing_left)
        await asyncio.sleep(0.2)
        assert looking.looks == 2  # at the beginning, and after the COMMIT
    assert [words for _, _, words in desk.chat.calls] == ["one"]
