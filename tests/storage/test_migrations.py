"""The history makes what the tables say, forth and back, on both databases."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Text, bindparam, inspect, select, text

from domain.names import same_key
from storage.chat import conversations, submitted
from storage.engine.database import Database
from storage.engine.errors import Unusable
from storage.engine.metadata import metadata
from storage.migrate import current, downgrade, head, upgrade
from storage.tables.contracts import contracts
from storage.tables.people import accounts
from storage.tables.registration import registrations

pytestmark = [
    pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index"),
    pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index"),
]
"""By which fact events are found can't be read back from SQLite; that they are is asked where they are looked for."""


def drift(conn: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(conn, opts={"compare_type": True}), metadata))


def tables(conn: Connection) -> set[str]:
    return set(inspect(conn).get_table_names()) - {"alembic_version", "sqlite_sequence"}


async def test_the_migrations_make_the_tables_without_drift(db: Database) -> None:
    assert await db.transact(drift) == []
    assert await db.transact(tables) == set(metadata.tables)


async def test_down_and_up_again_leaves_no_trace(address: str) -> None:
    assert await current(address) == head()
    assert await downgrade(address, "base")
    db = await Database.open(address)
    try:
        assert await db.transact(tables) == set()
        assert await current(address) is None
        assert await upgrade(address)
        assert not await upgrade(address)
        assert await db.transact(drift) == []
    finally:
        await db.close()


async def test_processes_that_start_together_migrate_once(tmp_path: Path) -> None:
    address = str(tmp_path / "new" / "baobei.db")
    assert sorted(await asyncio.gather(*(upgrade(address) for _ in range(3)))) == [False, False, True]


async def test_a_database_of_a_later_version_is_refused_untouched(address: str) -> None:
    db = await Database.open(address)

    def stamp(conn: Connection, revision: str) -> None:
        conn.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})

    try:
        await db.transact(lambda conn: stamp(conn, "9999_future"))
        with pytest.raises(Unusable, match="9999_future"):
            await upgrade(address)
        assert await current(address) == "9999_future"
    finally:
        await db.transact(lambda conn: stamp(conn, head()))
        await db.close()


FIRST = "0001_initial"
STOOD = (
    "INSERT INTO units (name, kind) VALUES ('华南', 'region')",
    "INSERT INTO agencies (name, short_name, unit_id, state) SELECT '深圳市南山电子有限公司', '南山电子', id, 'active' FROM units",
    """INSERT INTO accounts (name, email, phone, type, state, administrator, agency_id)
       SELECT '李明', 'li@example.com', '+86 755 8376 5566 ext. 801', 'salesperson', 'active', false, id FROM agencies""",
    """INSERT INTO registrations (number, chat_id, agency_id, applicant_id, company, state, submitted_at, return_fields)
       SELECT 'ZC-2026-00001', 1, agencies.id, accounts.id, '{"mobile": "13800138000", "fax": null, "name": "南山"}', 'pending',
           '2026-11-22 02:00:00', '[]' FROM agencies, accounts""",
    """INSERT INTO contracts (number, agency_id, fiscal_year, state, name, created_by, created_at, profile)
       SELECT 'HT-2026-0001', agencies.id, 2026, 'draft', '南山', accounts.id, '2026-11-22 02:00:00',
           '{"contact_phone": "0755-83765566", "fax": "没有", "staff": "12"}' FROM agencies, accounts""",
    """INSERT INTO customers (name, same_key, state, created_at)
       VALUES ('深圳市星河电子有限公司', '深圳星河电子有限公司', 'open', '2026-11-22 02:00:00')""",
    """INSERT INTO reports (number, customer_id, state, position, agency_id, reporter_id, contact_id, profile, submitted_at,
           return_fields)
       SELECT 'BB-2026-00001', customers.id, 'pending', 1, agencies.id, accounts.id, accounts.id,
           '{"name": "深圳市星河電子有限公司", "credit_code": "91440300708461136T"}', '2026-11-22 02:00:00', '[]'
       FROM customers, agencies, accounts""",
    *(
        """INSERT INTO corrections (customer_id, applicant_id, agency_id, profile, state, created_at)
            SELECT customers.id, accounts.id, agencies.id, '{}', 'withdrawn', 'DAY 02:00:00'
            FROM customers, agencies, accounts""".replace("DAY", day)
        for day in ("2026-11-22", "2026-12-30", "2027-01-02")
    ),
)
"""What a database of the first version may hold."""


async def test_what_stood_in_the_first_version_is_found_in_this_one(address: str) -> None:
    await downgrade(address, FIRST)
    db = await Database.open(address)
    try:
        await db.transact(lambda conn: [conn.execute(text(each)) for each in STOOD])
        assert await upgrade(address)
        found = await db.transact(lambda conn: conn.execute(text("SELECT find FROM accounts")).scalar_one())
        assert "liming" in found
        assert "lm" in found
        assert await db.transact(_phones) == [
            "+8675583765566;ext=801",
            {"mobile": "+8613800138000", "fax": None, "name": "南山"},
            {"contact_phone": "+8675583765566", "fax": "没有", "staff": "12"},
        ]
        found = await db.transact(lambda conn: conn.execute(text("SELECT find FROM agencies")).scalar_one())
        assert "nsdz" in found
        found = await db.transact(lambda conn: conn.execute(text("SELECT same_key, credit_code FROM reports")).one())
        assert tuple(found) == (same_key("深圳市星河电子有限公司"), "91440300708461136T")
    finally:
        await db.close()


async def test_columns_that_a_person_named_are_those_of_the_house(address: str) -> None:
    await downgrade(address, "0017_reminders_by_subject")
    db = await Database.open(address)
    try:
        await db.transact(lambda conn: [conn.execute(text(each)) for each in (*STOOD[:3], *NAMED)])
        assert await upgrade(address)
        found = await db.transact(
            lambda conn: conn.execute(text("SELECT house, heading, field FROM list_columns")).all()
        )
        assert sorted(map(tuple, found)) == [("agency:1", "对接人", "contact"), ("vendor", "经办", "contact")]
    finally:
        await db.close()


NAMED = (
    """INSERT INTO accounts (name, type, state, administrator, find)
       VALUES ('管理员', 'administrator', 'active', true, '')""",
    """INSERT INTO list_columns (account_id, kind, heading, field)
       SELECT id, 'import', CASE name WHEN '李明' THEN '对接人' ELSE '经办' END, 'contact' FROM accounts""",
)


async def test_an_agency_is_reached_as_it_registered(address: str) -> None:
    await downgrade(address, "0024_submitted_messages")
    db = await Database.open(address)
    try:
        await db.transact(lambda conn: [conn.execute(text(each)) for each in (*STOOD[:3], *REGISTERED)])
        assert await upgrade(address)
        asked = text("SELECT contact, phone, email, address, former_names FROM agencies")
        found = await db.transact(lambda conn: conn.execute(asked).one())
        assert tuple(found) == ("孙伟", "+8613800138000", "sun@example.com", "科技路 1 号", None)
    finally:
        await db.close()


REGISTERED = (
    """INSERT INTO registrations (number, chat_id, agency_id, applicant_id, company, state, submitted_at, return_fields)
       SELECT 'ZC-2026-00001', 1, agencies.id, accounts.id,
           '{"contact": "孙伟", "phone": null, "mobile": "+8613800138000", "email": "sun@example.com",
             "address": "科技路 1 号"}', 'approved', '2026-11-22 02:00:00', '[]' FROM agencies, accounts""",
    """INSERT INTO registrations (number, chat_id, agency_id, applicant_id, company, state, submitted_at, return_fields)
       SELECT 'ZC-2026-00002', 1, agencies.id, accounts.id,
           '{"contact": "冒名者", "mobile": "+8613900139000", "address": "别处 2 号"}', 'rejected',
           '2026-11-22 02:00:00', '[]' FROM agencies, accounts""",
)


async def test_what_came_of_submitted_messages_leaves_the_conversation(address: str) -> None:
    await downgrade(address, "0023_drafts_of_lists")
    state = '{"stack": [], "spent": ["7.1", ["8.2", {"say": "见"}, {"verb": "open"}]], "seen": ["一"]}'
    owners = (("account:1", state), ("account:2", '{"stack": []}'))
    put = "INSERT INTO conversations (owner, chat_id, revision, state) VALUES (:owner, 5, 3, :state)"
    db = await Database.open(address)
    try:
        asked = text(put).bindparams(bindparam("state", type_=Text))
        asked = text(put.replace(":state", "CAST(:state AS jsonb)")) if "postgresql" in address else asked
        await db.transact(lambda conn: [conn.execute(asked, {"owner": each, "state": said}) for each, said in owners])
        assert await upgrade(address)
        kept = [await db.read(partial(conversations.load, owner=each)) for each, _ in owners]
        assert [each and each.state for each in kept] == [{"stack": [], "seen": ["一"]}, {"stack": []}]
        for stamp, became in (("7.1", "7.1"), ("8.2", ["8.2", {"say": "见"}, {"verb": "open"}])):
            assert await db.read(partial(submitted.of, owner="account:1", stamp=stamp)) == [became]
    finally:
        await db.close()


def _phones(conn: Connection) -> list[object]:
    return [
        conn.execute(select(accounts.c.phone)).scalar_one(),
        conn.execute(select(registrations.c.company)).scalar_one(),
        conn.execute(select(contracts.c.profile)).scalar_one(),
    ]
