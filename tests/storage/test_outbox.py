"""Order per chat, a later screen for an earlier one, and nothing that vanishes without a word."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import insert, text

from storage.chat import cards, chats, conversations, outbox, sending
from storage.chat.sending import LEASE, LEASE_OF_A_FILE, ClaimedRow, OutboxQueue
from storage.engine.database import Database
from storage.tables.people import accounts
from tests.databases import NOW

LI, WANG, CHEN = 101, 102, 103
OWNER = "account:1"


def body(words: str, **more: Any) -> dict[str, Any]:
    return {"screen": {"lines": [words], "rows": []}, "token": "a1.1.1", **more}


async def show(db: Database, words: str, place: str = "edit", shrunk: str | None = None) -> int:
    return await db.transact(lambda conn: outbox.show(conn, LI, OWNER, body(words, place=place, shrunk=shrunk), NOW))


async def note(db: Database, chat: int, words: str, *, urgent: bool = False) -> int:
    return await db.transact(lambda conn: outbox.note(conn, chat, body(words), NOW, urgent=urgent))


async def claim(
    db: Database, limit: int = 10, but: tuple[int, ...] = (), now: Any = NOW, *, quiet: bool = False
) -> list[ClaimedRow]:
    return await db.transact(lambda conn: sending.claim(conn, limit, but, now, quiet=quiet))


async def sent(db: Database, row: ClaimedRow, message_id: int | None = 1) -> int | None:
    return await db.transact(lambda conn: sending.mark_sent(conn, row.id, row.attempt, message_id, NOW))


def words(rows: list[ClaimedRow]) -> list[str]:
    return [row.body["screen"]["lines"][0] for row in rows]


async def test_a_chat_gets_its_rows_one_by_one_in_order(db: Database) -> None:
    for each in ("one", "two", "three"):
        await note(db, LI, each)
    await note(db, WANG, "hers")
    first = await claim(db)
    assert words(first) == ["one", "hers"]
    assert await claim(db) == []
    await sent(db, first[0])
    assert words(await claim(db)) == ["two"]


async def test_who_waits_for_an_answer_is_served_before_a_broadcast_but_not_before_what_came_earlier(
    db: Database,
) -> None:
    for chat in range(1, 6):
        await note(db, chat, f"news {chat}")
    await note(db, 4, "answer", urgent=True)
    [first] = await claim(db, limit=1)
    assert words([first]) == ["news 4"]
    await sent(db, first)
    assert words(await claim(db, limit=2)) == ["answer", "news 1"]


async def has_an_account(db: Database, chat: int) -> None:
    values = {"id": chat, "name": str(chat), "type": "manager", "state": "active", "administrator": False}
    await db.transact(lambda conn: conn.execute(insert(accounts).values(chat_id=chat, **values)).rowcount)


async def test_strangers_come_after_whoever_has_an_account_and_before_his_news_so_many_at_a_time(db: Database) -> None:
    strangers = range(1, 50)
    for stranger in strangers:
        await note(db, stranger, f"stranger {stranger}", urgent=True)
    for chat in (LI, WANG):
        await has_an_account(db, chat)
    await note(db, LI, "news")
    await note(db, WANG, "answer", urgent=True)
    queue = OutboxQueue(db, lambda: NOW)
    first = await queue.claim(6, (), 2)
    assert words(first) == ["answer", "stranger 1", "stranger 2", "news"]
    assert [row.stranger for row in first] == [False, True, True, False]
    assert await queue.claim(6, (), 0) == []
    assert len(await queue.claim(100, (), 100)) == 47, "nobody is forgotten"


async def test_in_quiet_hours_strangers_come_last_as_well(db: Database) -> None:
    await note(db, 1, "stranger", urgent=True)
    await has_an_account(db, LI)
    await note(db, LI, "answer", urgent=True)
    rows = await db.transact(lambda conn: sending.claim(conn, 10, (), NOW, quiet=True, strangers=1))
    assert words(rows) == ["answer", "stranger"]


async def test_in_quiet_hours_an_answer_goes_past_the_news_that_waits_and_makes_no_sound(db: Database) -> None:
    await note(db, LI, "news")
    await note(db, WANG, "news for her")
    await note(db, LI, "answer", urgent=True)
    [answer] = await claim(db, quiet=True)
    assert (words([answer]), answer.silent) == (["answer"], True)
    await sent(db, answer)
    assert await claim(db, quiet=True) == []
    assert await db.read(lambda conn: (sending.left(conn, quiet=True), sending.left(conn, quiet=False))) == (0, 2)
    assert [(row.silent, *words([row])) for row in await claim(db)] == [(False, "news"), (False, "news for her")]


async def test_news_that_are_on_their_way_when_quiet_hours_begin_keep_their_place(db: Database) -> None:
    await note(db, LI, "news")
    await claim(db)
    await note(db, LI, "answer", urgent=True)
    assert await claim(db, quiet=True) == []
    assert words(await claim(db, now=NOW + LEASE, quiet=True)) == ["answer"]


async def test_a_card_that_waits_for_the_morning_comes_as_it_has_become(db: Database) -> None:
    card = await db.transact(lambda conn: cards.make(conn, CHEN, 3, "announcement", {}, "announcement:4", []))
    first = outbox.First(CHEN, card, body("unread"), 3, bulk=True)
    [row] = await db.transact(lambda conn: outbox.cards(conn, [first], NOW))
    assert await db.transact(lambda conn: outbox.recard(conn, CHEN, card, body("read"), NOW, urgent=True)) == row
    assert await claim(db, quiet=True) == []
    [morning] = await claim(db)
    assert (morning.kind, words([morning])) == ("card", ["read"])


async def test_chats_that_may_not_be_written_to_are_left_out(db: Database) -> None:
    await note(db, LI, "one")
    await note(db, WANG, "two", urgent=True)
    assert words(await claim(db, but=(WANG,))) == ["one"]


async def test_a_later_screen_replaces_one_that_waits(db: Database) -> None:
    await show(db, "question 1")
    await show(db, "question 2")
    assert words(await claim(db)) == ["question 2"]
    assert (await db.read(outbox.counts))["replaced"] == 1


async def test_a_screen_that_is_being_sent_is_never_replaced(db: Database) -> None:
    await show(db, "question 1")
    [flying] = await claim(db)
    await show(db, "question 2")
    assert await sent(db, flying)
    assert words(await claim(db)) == ["question 2"]


async def test_a_note_is_never_replaced(db: Database) -> None:
    await note(db, LI, "news")
    await show(db, "question 1")
    await note(db, LI, "more news")
    await show(db, "question 2")
    seen = []
    while rows := await claim(db):
        seen += words(rows)
        await sent(db, rows[0])
    assert seen == ["news", "more news", "question 2"]


async def test_screens_of_another_conversation_in_the_chat_are_left_alone(db: Database) -> None:
    await show(db, "as seller")
    await db.transact(lambda conn: outbox.show(conn, LI, "account:2", body("as owner"), NOW))
    assert (await db.read(outbox.counts)) == {"waiting": 2}


async def test_who_types_on_while_nothing_can_be_sent_leaves_the_last_lines_behind(db: Database) -> None:
    for number in range(30):
        await show(db, f"question {number}", "new", f"✓ {number}")
    [row] = await claim(db)
    assert row.body["shrunk"] == ["…", *(f"✓ {number}" for number in range(22, 30))]


async def test_what_replaced_screens_would_have_done_to_the_chat_is_taken_over(db: Database) -> None:
    await show(db, "question 2", "new", "✓ name: 星河")
    await show(db, "question 3", "new", "✓ region: 广东")
    await show(db, "question 3 again", "edit")
    [row] = await claim(db)
    assert (row.body["place"], row.body["shrunk"]) == ("new", ["✓ name: 星河", "✓ region: 广东"])
    await show(db, "later")
    [flying] = [row]
    await sent(db, flying, 77)
    [after] = await claim(db)
    assert after.body["place"] == "edit"


async def test_the_conversation_remembers_the_message_that_shows_it(db: Database) -> None:
    await db.transact(lambda conn: conversations.save(conn, OWNER, LI, {}, before=None, revision=1))
    await show(db, "question 1", "new")
    [row] = await claim(db)
    assert row.message_id is None
    await sent(db, row, 555)
    await show(db, "question 2")
    [row] = await claim(db)
    assert row.message_id == 555
    await sent(db, row, None)
    kept = await db.read(lambda conn: conversations.load(conn, OWNER))
    assert kept is not None
    assert kept.message_id == 555


async def test_a_message_of_another_chat_is_never_edited(db: Database) -> None:
    await db.transact(lambda conn: conversations.save(conn, OWNER, WANG, {}, before=None, revision=1))
    await db.transact(lambda conn: outbox.show(conn, WANG, OWNER, body("hers", place="new"), NOW))
    [row] = await claim(db)
    await sent(db, row, 9)
    await show(db, "in the new chat")
    [row] = await claim(db)
    assert row.message_id is None


async def test_a_card_remembers_its_message_and_changes_once_for_many_changes(db: Database) -> None:
    card = await db.transact(lambda conn: cards.make(conn, CHEN, 3, "approval", {"id": 17}, "approval:17", []))
    await db.transact(lambda conn: outbox.card(conn, CHEN, card, body("to decide"), NOW, urgent=True))
    await db.transact(lambda conn: outbox.recard(conn, CHEN, card, body("changed"), NOW))
    await db.transact(lambda conn: outbox.recard(conn, CHEN, card, body("decided"), NOW))
    [first] = await claim(db)
    assert (first.kind, words([first])) == ("card", ["to decide"])
    await sent(db, first, 321)
    [change] = await claim(db)
    assert (change.kind, change.message_id, words([change])) == ("recard", 321, ["decided"])


async def test_what_was_sent_keeps_no_words(db: Database) -> None:
    await note(db, LI, "t.me/bot?start=secret")
    [row] = await claim(db)
    await sent(db, row, 5)
    await show(db, "t.me/bot?start=other")
    await show(db, "next")
    stored = await db.read(lambda conn: conn.execute(text("SELECT state, body FROM outbox ORDER BY id")).all())
    assert [(state, kept is None) for state, kept in stored] == [
        ("sent", True),
        ("replaced", True),
        ("waiting", False),
    ]


async def test_a_lease_that_ended_frees_the_row_and_the_late_mark_is_refused(db: Database) -> None:
    await note(db, LI, "news")
    [mine] = await claim(db)
    assert await claim(db, now=NOW + LEASE / 2) == []
    [theirs] = await claim(db, now=NOW + LEASE)
    assert (theirs.id, theirs.attempt) == (mine.id, 2)
    assert await sent(db, mine) is None
    assert await sent(db, theirs)


async def test_a_file_may_take_longer(db: Database) -> None:
    await db.transact(lambda conn: outbox.file(conn, LI, body("report"), NOW))
    await claim(db)
    assert await claim(db, now=NOW + LEASE) == []
    assert len(await claim(db, now=NOW + LEASE_OF_A_FILE)) == 1


async def test_a_row_put_off_holds_up_its_chat_only_and_a_throttle_is_no_failed_attempt(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await note(db, LI, "one")
    await note(db, LI, "two")
    await note(db, WANG, "hers")
    [first, _] = await queue.claim(10, [])
    await queue.later(first.id, first.attempt, 5, "Throttled", counted=False)
    assert await claim(db) == []
    [again] = await claim(db, now=NOW + timedelta(seconds=5))
    assert (words([again]), again.attempt) == (["one"], 1)
    await queue.later(again.id, again.attempt, 5, "Outage", counted=True)
    [once_more] = await claim(db, now=NOW + timedelta(seconds=5))
    assert once_more.attempt == 2


async def test_a_dead_letter_is_visible_keeps_its_words_and_the_chat_goes_on(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await note(db, LI, "bad")
    await note(db, LI, "good")
    [row] = await queue.claim(10, [])
    await queue.dead(row.id, row.attempt, "Rejected: can't parse entities")
    assert words(await claim(db)) == ["good"]
    [dead] = await db.read(outbox.aside)
    assert (dead.id, dead.state, dead.error) == (row.id, "dead", "Rejected: can't parse entities")
    assert await db.transact(lambda conn: outbox.send_again(conn, row.id))
    assert words(await claim(db, now=NOW + LEASE)) == ["bad"]


async def test_nothing_is_sent_to_who_blocked_the_bot_until_they_write(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await db.transact(lambda conn: chats.meet(conn, LI, "李明", None, NOW))
    await note(db, LI, "one")
    await note(db, LI, "two")
    [row] = await queue.claim(10, [])
    await queue.unreachable(row.id, row.attempt, "Forbidden: bot was blocked by the user")
    assert await claim(db) == []
    await note(db, LI, "three")
    [told] = await claim(db)
    assert told.blocked
    await queue.unreachable(told.id, told.attempt, "blocked the bot")
    assert [each.state for each in await db.read(outbox.aside)] == ["unreachable"] * 3

    await db.transact(lambda conn: chats.unblocked(conn, LI))
    assert await db.transact(lambda conn: outbox.revive(conn, LI)) == 3
    [first] = await claim(db)
    assert (words([first]), first.blocked) == (["one"], False)


async def test_after_a_restart_what_was_in_flight_is_free_at_once(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await note(db, LI, "news")
    await queue.claim(10, [])
    assert await queue.claim(10, []) == []
    assert await queue.recover() == 1
    assert words(await queue.claim(10, [])) == ["news"]


async def test_what_ended_long_ago_is_dropped_and_what_waits_never(db: Database) -> None:
    await note(db, LI, "news")
    [row] = await claim(db)
    await sent(db, row)
    await note(db, LI, "more")
    assert await db.transact(lambda conn: outbox.purge(conn, NOW, NOW)) == 0
    assert await db.transact(lambda conn: outbox.purge(conn, NOW + timedelta(days=1), NOW)) == 1
    assert await db.read(outbox.counts) == {"waiting": 1}


async def test_what_was_set_aside_is_kept_longer_than_what_was_sent(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await note(db, LI, "bad")
    [row] = await queue.claim(10, [])
    await queue.dead(row.id, row.attempt, "refused")
    later = NOW + timedelta(days=8)
    week, quarter = later - timedelta(days=7), later - timedelta(days=90)
    assert await db.transact(lambda conn: outbox.purge(conn, week, quarter)) == 0
    assert await db.transact(lambda conn: outbox.purge(conn, week, NOW + timedelta(days=1))) == 1


async def test_the_language_and_the_keyboard_of_the_chat_come_with_the_row(db: Database) -> None:
    queue = sending.OutboxQueue(db, lambda: NOW)
    await db.transact(lambda conn: chats.meet(conn, LI, "李明", None, NOW))
    await db.transact(lambda conn: chats.set_language(conn, LI, "en"))
    await queue.keyboard(LI, "standing:en")
    await note(db, LI, "news")
    [row] = await queue.claim(10, [])
    assert (row.language, row.keyboard, row.blocked) == ("en", "standing:en", False)


async def test_what_a_screen_told_that_nobody_saw_stands_above_the_next(db: Database) -> None:
    for told in (["⚠ first"], ["⚠ second", ""], ["⚠ first"]):
        shown = partial(outbox.show, chat_id=LI, owner=OWNER, body=body("s", place="new", told=told), now=NOW)
        await db.transact(shown)
    [row] = await claim(db)
    assert (row.body["told"], row.body["unseen"]) == (["⚠ first"], ["⚠ second"])
    await sent(db, row)
    await show(db, "after")
    [row] = await claim(db)
    assert "unseen" not in row.body, "that was read"
