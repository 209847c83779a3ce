"""People, conversations, drafts, cards: what is loaded is what was saved, and nobody overwrites unseen."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection

from storage.chat import cards, chats, conversations, drafts, submitted
from storage.engine.database import Database
from storage.engine.errors import Conflict
from storage.engine.metadata import JsonValue
from tests.databases import NOW

LI = 7_000_000_001


async def test_a_person_is_met_once_and_may_change_their_name(db: Database) -> None:
    met = await db.transact(lambda conn: chats.meet(conn, LI, "李明", "liming", NOW))
    assert (met.name, met.username, met.language, met.blocked_at) == ("李明", "liming", None, None)
    await db.transact(lambda conn: chats.set_language(conn, LI, "en"))
    await db.transact(lambda conn: chats.set_current_account(conn, LI, 12))
    again = await db.transact(lambda conn: chats.meet(conn, LI, "李小明", None, NOW))
    assert (again.name, again.username, again.language, again.current_account) == ("李小明", None, "en", 12)
    assert await db.read(lambda conn: chats.find(conn, LI)) == again
    assert await db.read(lambda conn: chats.find(conn, 1)) is None


@pytest.mark.parametrize("known", [True, False])
async def test_two_updates_of_one_person_never_run_at_the_same_time(db: Database, known: bool) -> None:
    if known:
        await db.transact(lambda conn: chats.meet(conn, LI, "李明", None, NOW))

    def step(conn: Connection) -> None:
        chats.lock(conn, LI)
        kept = conversations.load(conn, "chat:1")
        before = None if kept is None else kept.revision
        count = 0 if kept is None else kept.state["count"]
        conversations.save(conn, "chat:1", LI, {"count": count + 1}, before=before, revision=(before or 0) + 1)

    await asyncio.gather(*(db.transact(step) for _ in range(20)))
    kept = await db.read(lambda conn: conversations.load(conn, "chat:1"))
    assert kept is not None
    assert (kept.revision, kept.state) == (20, {"count": 20})


async def test_a_conversation_changed_behind_ones_back_is_a_conflict(db: Database) -> None:
    await db.transact(lambda conn: conversations.save(conn, "account:1", LI, {}, before=None, revision=1))
    for before in (None, 0, 2):
        overwrite = partial(conversations.save, owner="account:1", chat_id=LI, state={}, before=before, revision=9)
        with pytest.raises(Conflict, match="account:1"):
            await db.transact(overwrite)
    await db.transact(lambda conn: conversations.save(conn, "account:1", 5, {"a": "好"}, before=1, revision=4))
    kept = await db.read(lambda conn: conversations.load(conn, "account:1"))
    assert kept == conversations.KeptConversation("account:1", 5, 4, {"a": "好"}, None)


async def test_a_draft_is_its_owners_alone(db: Database) -> None:
    title = {"say": "draft-title", "args": {"name": "星河"}}
    mine = drafts.Draft("report:1", "report", 1, title, {"a": 1}, NOW)  # type: ignore[arg-type]
    theirs = drafts.Draft("report:1", "report", 1, None, {"b": 2}, NOW)
    await db.transact(lambda conn: drafts.keep(conn, "account:1", mine))
    await db.transact(lambda conn: drafts.keep(conn, "account:2", theirs))
    assert await db.transact(lambda conn: drafts.drop(conn, "account:3", "report:1")) is False
    assert await db.transact(lambda conn: drafts.drop(conn, "account:2", "report:1")) is True
    assert await db.read(lambda conn: drafts.of(conn, "account:1")) == [mine]


async def test_a_draft_kept_again_takes_the_place_of_the_old_one_and_the_latest_is_first(db: Database) -> None:
    first = drafts.Draft("report:1", "report", 1, None, {"a": 1}, NOW)
    other = drafts.Draft("report:2", "report", 1, None, {}, NOW + timedelta(minutes=1))
    again = drafts.Draft("report:1", "report", 2, "星河", {"a": 2}, NOW + timedelta(minutes=2))
    for each in (first, other, again):
        await db.transact(partial(drafts.keep, owner="account:1", draft=each))
    assert await db.read(lambda conn: drafts.of(conn, "account:1")) == [again, other]


async def test_a_card_is_found_by_its_subject_and_changed_by_one_at_a_time(db: Database) -> None:
    acts: list[JsonValue] = [{"verb": "approve", "args": {}}]
    number = await db.transact(lambda conn: cards.make(conn, LI, 3, "approval", {"id": 17}, "approval:17", acts))
    [card] = await db.read(lambda conn: cards.of_subject(conn, "approval:17"))
    assert card == cards.Card(number, 3, LI, "approval", {"id": 17}, "approval:17", 1, acts, None)
    assert await db.transact(lambda conn: cards.change(conn, card, "approval", {"id": 17}, [])) == 2
    with pytest.raises(Conflict, match=f"card {number}"):
        await db.transact(lambda conn: cards.change(conn, card, "approval", {"id": 17}, []))


async def test_of_messages_that_were_submitted_the_last_hundred_are_known(db: Database) -> None:
    def add(conn: Connection) -> None:
        for number in range(60):
            submitted.add(
                conn, "account:1", [(f"{number}.1", f"{number}.1"), (f"{number}.2", [f"{number}.2", "见", {}])]
            )
        submitted.add(conn, "account:2", [("0.1", "0.1")])

    await db.transact(add)
    known = [await db.read(partial(submitted.of, owner="account:1", stamp=f"{number}.2")) for number in range(60)]
    assert known == [[] if number < 10 else [[f"{number}.2", "见", {}]] for number in range(60)]
    assert await db.read(partial(submitted.of, owner="account:2", stamp="0.1")) == ["0.1"]
