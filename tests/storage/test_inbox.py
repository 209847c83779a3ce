"""Stored before Telegram is told; taken in order, once; given up visibly."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import text

from storage.chat import inbox
from storage.chat.inbox import Arrived
from storage.engine.database import Database
from tests.databases import NOW

LI, WANG = 7_000_000_001, 42


def says(update_id: int, person: int = LI, words: str = "你好") -> Arrived:
    return Arrived(update_id, person, {"update_id": update_id, "message": {"text": words}})


async def store(db: Database, *arrived: Arrived, now: Any = NOW) -> list[int]:
    new = await db.transact(lambda conn: inbox.store(conn, arrived, now))
    return [each.update_id for each in new]


async def take_all(db: Database, person: int = LI, now: Any = NOW) -> list[Any]:
    """The words of all undone updates in the order of their taking."""
    words = []
    while (undone := await db.transact(lambda conn: inbox.next_undone(conn, person))) is not None:
        words.append(undone.raw["message"]["text"])
        assert await db.transact(partial(inbox.done, id_=undone.id, now=now))
    return words


async def test_an_update_delivered_twice_is_stored_once(db: Database) -> None:
    assert await store(db, says(10), says(11)) == [10, 11]
    assert await store(db, says(11), says(12)) == [12]
    assert await store(db, says(13), says(13)) == [13]
    assert await store(db) == []


async def test_an_update_that_was_done_is_still_recognised(db: Database) -> None:
    await store(db, says(10))
    await take_all(db)
    assert await store(db, says(10), now=NOW + timedelta(hours=47)) == []


async def test_updates_of_one_person_come_in_the_order_of_their_storing(db: Database) -> None:
    await store(db, says(500, words="one"), says(501, WANG), says(502, words="two"))
    await store(db, says(3, words="three"))  # Telegram began to count anew
    assert await take_all(db) == ["one", "two", "three"]


async def test_a_number_that_comes_again_after_days_is_another_update(db: Database) -> None:
    await store(db, says(10, words="old"), Arrived(11, None, {"odd": True}, "unparsable"))
    assert await take_all(db) == ["old"]
    later = NOW + timedelta(hours=49)
    assert await store(db, says(9, words="first"), says(10, words="new"), says(11, words="newer"), now=later) == [
        9,
        10,
        11,
    ]
    assert sorted(await take_all(db)) == ["first", "new", "newer"]
    [odd] = await db.read(inbox.aside)
    assert (odd.update_id, odd.raw) == (None, {"odd": True})


async def test_what_was_said_is_forgotten_once_it_is_done(db: Database) -> None:
    await store(db, says(10, words="my password"))
    undone = await db.transact(lambda conn: inbox.next_undone(conn, LI))
    assert undone is not None
    await db.transact(lambda conn: inbox.keep_fetched(conn, undone.id, {"sha256": "ab"}))
    again = await db.transact(lambda conn: inbox.next_undone(conn, LI))
    assert again is not None
    assert again.fetched == {"sha256": "ab"}
    await db.transact(lambda conn: inbox.done(conn, undone.id, NOW))
    [(raw, fetched)] = await db.read(lambda conn: conn.execute(text("SELECT raw, fetched FROM inbox")).all())
    assert (raw, fetched) == (None, None)


async def test_an_update_is_done_once(db: Database) -> None:
    await store(db, says(10))
    undone = await db.transact(lambda conn: inbox.next_undone(conn, LI))
    assert undone is not None
    assert await db.transact(lambda conn: inbox.done(conn, undone.id, NOW)) is True
    assert await db.transact(lambda conn: inbox.done(conn, undone.id, NOW)) is False


async def test_after_three_failures_an_update_is_set_aside_and_the_next_one_goes_on(db: Database) -> None:
    await store(db, says(10, words="poison"), says(11, words="fine"))
    undone = await db.transact(lambda conn: inbox.next_undone(conn, LI))
    assert undone is not None
    counts = [await db.transact(lambda conn: inbox.failed(conn, undone.id, "ZeroDivisionError")) for _ in range(3)]
    assert counts == [1, 2, 3]
    assert await take_all(db) == ["fine"]
    [given_up] = await db.read(inbox.aside)
    assert (given_up.update_id, given_up.why, given_up.error) == (10, "failed 3 times", "ZeroDivisionError")
    assert await db.read(inbox.counts) == (0, 1)


async def test_an_update_set_aside_can_be_taken_up_again(db: Database) -> None:
    await store(db, says(10))
    undone = await db.transact(lambda conn: inbox.next_undone(conn, LI))
    assert undone is not None
    await db.transact(lambda conn: inbox.set_aside(conn, undone.id, "by hand"))
    assert await take_all(db) == []
    assert await db.transact(lambda conn: inbox.take_up_again(conn, undone.id))
    assert await take_all(db) == ["你好"]
    assert not await db.transact(lambda conn: inbox.take_up_again(conn, undone.id))


async def test_an_update_that_cant_be_read_is_kept_aside_with_its_reason(db: Database) -> None:
    await store(db, Arrived(10, None, {"update_id": 10, "x": [1, 2]}, "unparsable: x"), Arrived(11, None, {}))
    assert [(each.update_id, each.why) for each in await db.read(inbox.aside)] == [
        (11, "no sender"),
        (10, "unparsable: x"),
    ]
    assert await db.read(inbox.people_with_work) == []


async def test_who_waited_longest_is_first_at_the_start(db: Database) -> None:
    await store(db, says(1, WANG), says(2, LI), says(3, WANG), says(4, 5))
    await take_all(db, 5)
    assert await db.read(inbox.people_with_work) == [WANG, LI]


async def test_text_that_no_database_can_hold_is_stored_all_the_same(db: Database) -> None:
    hostile = 'a\0b\ud800c\\u0000d"😀'
    await store(db, says(10, words=hostile), Arrived(11, LI, {"message": {"text": "", hostile: [hostile]}}))
    assert await take_all(db) == ['a\ufffdb\ufffdc\\u0000d"😀', ""]


async def test_done_updates_are_dropped_after_48_hours_and_undone_ones_never(db: Database) -> None:
    await store(db, says(1), says(2))
    await take_all(db)
    await store(db, says(3))
    assert await db.transact(lambda conn: inbox.purge(conn, NOW + timedelta(hours=47))) == 0
    assert await db.transact(lambda conn: inbox.purge(conn, NOW + timedelta(hours=49), limit=1)) == 1
    assert await db.transact(lambda conn: inbox.purge(conn, NOW + timedelta(hours=49))) == 1
    assert await take_all(db) == ["你好"]
