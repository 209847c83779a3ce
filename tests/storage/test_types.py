"""Moments keep their meaning, and addresses are taken as operators write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from storage.chat import chats
from storage.engine.database import Database
from storage.engine.errors import Unusable
from storage.engine.metadata import dump_json
from storage.engine.urls import normalise
from storage.tables.chats import chats as table
from tests.databases import NOW

SHANGHAI = timezone(timedelta(hours=8))


async def test_a_moment_comes_back_as_the_same_moment_in_utc(db: Database) -> None:
    morning = datetime(2026, 11, 22, 8, 0, 0, 123456, tzinfo=SHANGHAI)
    await db.transact(lambda conn: chats.meet(conn, 1, "李明", None, morning))
    [at] = await db.read(lambda conn: conn.execute(select(table.c.met_at)).scalars().all())
    assert (at, at.tzinfo, at.hour) == (morning, UTC, 0)


async def test_moments_of_different_zones_are_compared_as_moments(db: Database) -> None:
    await db.transact(lambda conn: chats.meet(conn, 1, "李明", None, datetime(2026, 11, 22, 8, 0, tzinfo=SHANGHAI)))
    later = table.c.met_at > datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
    assert await db.read(lambda conn: conn.execute(select(table.c.chat_id).where(later)).all()) == []


async def test_a_moment_without_a_zone_is_refused(db: Database) -> None:
    with pytest.raises(StatementError, match="time zone"):
        await db.transact(lambda conn: chats.meet(conn, 1, "李明", None, NOW.replace(tzinfo=None)))


@given(
    st.recursive(st.text(st.characters(codec=None)), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_whatever_text_there_is_its_json_can_be_stored(value: object) -> None:
    text = dump_json(value)
    assert "\0" not in text
    text.encode()


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("data/baobei.db", "sqlite:///data/baobei.db"),
        ("/var/lib/baobei.db", "sqlite:////var/lib/baobei.db"),
        ("sqlite:///data/b.db", "sqlite:///data/b.db"),
        ("sqlite+aiosqlite:////b.db", "sqlite:////b.db"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql+psycopg://u@h:5/d?sslmode=require&connect_timeout=3", "postgresql+asyncpg://u@h:5/d?ssl=require"),
        ("postgresql:///d?host=/run/pg", "postgresql+asyncpg:///d?host=%2Frun%2Fpg"),
    ],
)
def test_an_address_is_understood_as_operators_write_it(address: str, url: str) -> None:
    assert normalise(address).render_as_string(hide_password=False) == url


@pytest.mark.parametrize(
    "address", ["", "  ", "mysql://h/d", "sqlite://", "sqlite:///:memory:", "postgresql://h:port/d"]
)
def test_an_address_that_cant_be_used_is_told_with_examples(address: str) -> None:
    with pytest.raises(Unusable, match=r"data/baobei\.db"):
        normalise(address)
