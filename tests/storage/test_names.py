"""The index of names on both databases: found by what people type, true to every change."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import Connection, func, insert, select

from benchmarks.names.invented import names as invented
from domain.names import Reason, Verdict
from storage.engine.database import Database
from storage.names import build as name_build
from storage.names.index import StoredNames
from storage.names.search import search
from storage.tables.customers import customers
from storage.tables.names import name_postings, name_recipe, names

KNOWN = [
    *invented(400),
    "深圳市宏朗科技有限公司",
    "惠州市德赛西朗汽车电子股份有限公司",
    "余干县国有资产经营有限公司",
    "深圳市宏朗科技有限公司上海分公司",
    "惠洲市朗月照明科技有限公司",
    "佛山市QM风机制造有限公司",
    "广州市青禾储能技术有限公司",
    "珠海市白HUA电器有限公司",
    "东亨市华远电子有限公司",
]
HONGLANG = 401


def settle(conn: Connection, count: int = len(KNOWN)) -> None:
    """As many customers, numbered from 1."""
    made = datetime(2026, 11, 22, tzinfo=UTC)
    conn.execute(
        insert(customers),
        [
            {"id": i, "name": f"c{i}", "same_key": f"c{i}", "state": "open", "created_at": made}
            for i in range(1, count + 1)
        ],
    )


def fill(conn: Connection) -> None:
    settle(conn)
    for done in name_build.load(conn, enumerate(KNOWN, 1)):
        assert done <= len(KNOWN)


async def test_a_slip_in_the_region_of_a_kept_name_hides_it_from_nobody(db: Database) -> None:
    """Neither from who writes it right nor from who makes another slip."""
    await db.transact(fill)
    for typed in ("东莞市华远电子有限公司", "东莞华远电子有限公司", "东尧市华远电子有限公司"):
        hits = await db.read(partial(search, name=typed))
        found = next((hit for hit in hits if hit.name == KNOWN[-1]), None)
        assert found is not None, typed
        assert found.verdict is Verdict.STRONG
        assert Reason.ONE_WRONG in found.reasons


async def test_a_brand_half_in_pinyin_is_found_and_finds(db: Database) -> None:
    await db.transact(fill)
    for typed, kept in (
        ("广州市青HE储能技术有限公司", KNOWN[-3]),
        ("广州市QING禾储能技术有限公司", KNOWN[-3]),
        ("珠海市白桦电器有限公司", KNOWN[-2]),
    ):
        hits = await db.read(partial(search, name=typed))
        found = next((hit for hit in hits if hit.name == kept), None)
        assert found is not None, typed
        assert (found.verdict, Reason.HOMOPHONE in found.reasons) == (Verdict.STRONG, True)


def postings(conn: Connection) -> set[tuple[int, int]]:
    return {(row.term, row.name_id) for row in conn.execute(select(name_postings))}


TYPED = [
    ("深圳市宏朗科技有限公司", Verdict.SAME, Reason.IDENTICAL),
    ("宏朗科技", Verdict.STRONG, Reason.ABBREVIATION),
    ("深圳宏朗科技有限公司", Verdict.STRONG, Reason.REGION_WRITING),
    ("深圳市宏郎科技有限公司", Verdict.STRONG, Reason.HOMOPHONE),
    ("深圳市朗宏科技有限公司", Verdict.STRONG, Reason.CHARACTERS_SWAPPED),
    ("深圳市宏朗科枝有限公司", Verdict.STRONG, Reason.ONE_WRONG),
    ("深圳市宏月科技有限公司", Verdict.WEAK, Reason.ONE_WRONG),
    ("深训市宏朗科技有限公司", Verdict.STRONG, Reason.ONE_WRONG),
]


@pytest.mark.parametrize(("typed", "verdict", "reason"), TYPED)
async def test_a_customer_is_found_by_what_is_typed(db: Database, typed: str, verdict: Verdict, reason: Reason) -> None:
    await db.transact(fill)
    hits = await db.read(lambda conn: search(conn, typed))
    found = next(hit for hit in hits if hit.customer == HONGLANG)
    assert found.verdict is verdict
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("typed", "place", "reason"),
    [
        ("深土川市宏朗科技有限公司", 0, Reason.REGION_WRITING),
        ("深圳市HL科技有限公司", 0, Reason.INITIALS),
        ("深圳市宏良月科技有限公司", 0, Reason.LOOKS_ALIKE),
        ("深圳市ㄏㄨㄥˊ朗科技有限公司", 0, Reason.HOMOPHONE),
        ("深圳巿宏朗科技有限公司", 0, Reason.SAME_SHAPE),
        ("惠州市朗月照明科技有限公司", 4, Reason.REGION_WRITING),
        ("佛山市启明风机制造有限公司", 5, Reason.INITIALS),
    ],
)
async def test_a_place_or_brand_written_otherwise_hides_no_customer(
    db: Database, typed: str, place: int, reason: Reason
) -> None:
    await db.transact(fill)
    hits = await db.read(lambda conn: search(conn, typed))
    found = next(hit for hit in hits if hit.customer == HONGLANG + place)
    assert found.verdict is Verdict.STRONG
    assert reason in found.reasons


async def test_the_best_comes_first_and_each_customer_once(db: Database) -> None:
    await db.transact(fill)
    hits = await db.read(lambda conn: search(conn, "宏朗科技", least=0))
    assert hits[0].customer == HONGLANG
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.customer for hit in hits}) == len(hits)


async def test_a_name_of_nobody_in_another_county_is_not_shown(db: Database) -> None:
    await db.transact(fill)
    hits = await db.read(lambda conn: search(conn, "德安县国有资产经营有限公司"))
    assert HONGLANG + 2 not in {hit.customer for hit in hits}


@pytest.mark.parametrize(
    "typed", ["", "  ()·", "有限公司", "a", "\x00", "宏" * 5000, "'; DROP TABLE names; --", "\ud800"]
)
async def test_a_text_that_is_no_name_does_no_harm(db: Database, typed: str) -> None:
    await db.transact(fill)
    assert all(hit.verdict is not Verdict.SAME for hit in await db.read(lambda conn: search(conn, typed)))


async def test_what_is_added_is_found_in_the_same_transaction_and_gone_after_a_rollback(db: Database) -> None:
    await db.transact(fill)

    def add(conn: Connection) -> None:
        StoredNames(conn).add(1, "武汉辰星智造有限公司")
        assert StoredNames(conn).similar("武汉辰星智造")[0].customer == 1
        raise RuntimeError("changed my mind")

    with pytest.raises(RuntimeError, match="changed my mind"):
        await db.transact(add)
    assert await db.read(lambda conn: search(conn, "武汉辰星智造")) == []


async def test_an_alias_leads_to_the_customer(db: Database) -> None:
    await db.transact(fill)

    def alias(conn: Connection) -> None:
        index = StoredNames(conn)
        index.add(HONGLANG, "HL Tech Co., Ltd.", alias=True)
        index.add(HONGLANG, "hl tech co ltd", alias=True)

    await db.transact(alias)
    hits = await db.read(lambda conn: search(conn, "hl tech"))
    assert (hits[0].customer, hits[0].name) == (HONGLANG, "HL Tech Co., Ltd.")
    assert Reason.ALIAS in hits[0].reasons
    assert await db.read(lambda conn: StoredNames(conn).aliases(HONGLANG)) == ["HL Tech Co., Ltd."]


async def test_a_former_name_stays_as_an_alias(db: Database) -> None:
    await db.transact(fill)
    await db.transact(lambda conn: StoredNames(conn).rename(HONGLANG, "深圳市辰星智造有限公司"))
    assert await db.read(lambda conn: StoredNames(conn).aliases(HONGLANG)) == ["深圳市宏朗科技有限公司"]
    for typed in ("辰星智造", "宏朗科技"):
        assert (await db.read(partial(search, name=typed)))[0].customer == HONGLANG


async def test_another_writing_of_the_name_replaces_it(db: Database) -> None:
    await db.transact(fill)
    before = await db.read(postings)
    await db.transact(lambda conn: StoredNames(conn).rename(HONGLANG, "深圳市宏朗科技 有限公司"))
    assert await db.read(lambda conn: StoredNames(conn).aliases(HONGLANG)) == []
    after = await db.read(postings)
    assert {number for number, _ in after} == {number for number, _ in before}
    assert len(after) == len(before)


async def test_names_move_to_the_customer_that_stays(db: Database) -> None:
    await db.transact(fill)

    def merge(conn: Connection) -> None:
        index = StoredNames(conn)
        index.add(2, "深圳市宏朗科技有限公司", alias=True)
        index.add(HONGLANG, "HLT", alias=True)
        index.move(HONGLANG, 2)

    await db.transact(merge)
    assert await db.read(lambda conn: StoredNames(conn).aliases(HONGLANG)) == []
    assert await db.read(lambda conn: StoredNames(conn).aliases(2)) == ["深圳市宏朗科技有限公司", "HLT"]
    assert (await db.read(lambda conn: search(conn, "宏朗科技")))[0].customer == 2


async def test_a_name_taken_out_leaves_no_posting(db: Database) -> None:
    await db.transact(settle)
    await db.transact(lambda conn: StoredNames(conn).add(1, "深圳市宏朗科技有限公司上海分公司"))
    await db.transact(lambda conn: StoredNames(conn).remove(1, "深圳市宏朗科技有限公司 上海分公司"))
    await db.transact(lambda conn: StoredNames(conn).remove(1, "深圳市宏朗科技有限公司上海分公司"))
    assert await db.read(postings) == set()
    assert await db.read(lambda conn: conn.execute(select(func.count()).select_from(names)).scalar_one()) == 0


async def test_one_by_one_and_at_once_make_the_same_index(db: Database) -> None:
    def one_by_one(conn: Connection) -> None:
        settle(conn)
        for customer, name in enumerate(KNOWN, 1):
            StoredNames(conn).add(customer, name)

    await db.transact(one_by_one)
    single = await db.read(postings)
    await db.transact(lambda conn: list(name_build.rebuild(conn)))
    assert await db.read(postings) == single


async def test_an_index_of_another_recipe_is_built_anew(db: Database) -> None:
    await db.transact(fill)
    assert await db.read(name_build.is_current)
    whole = await db.read(postings)

    def spoil(conn: Connection) -> None:
        conn.execute(name_recipe.update().values(version=0))
        conn.execute(names.update().values(core="x", region="440000"))
        conn.execute(name_postings.delete().where(name_postings.c.name_id > 10))

    await db.transact(spoil)
    assert not await db.read(name_build.is_current)
    await db.transact(lambda conn: list(name_build.rebuild(conn)))
    assert await db.read(name_build.is_current)
    assert await db.read(postings) == whole
    assert (await db.read(lambda conn: search(conn, "宏朗科技")))[0].customer == HONGLANG


async def test_an_import_into_the_index_goes_on_counting_behind_it(db: Database) -> None:
    await db.transact(fill)
    await db.transact(lambda conn: StoredNames(conn).add(1, "武汉辰星智造有限公司"))
    last = await db.read(lambda conn: conn.execute(select(func.max(names.c.id))).scalar_one())
    assert last == len(KNOWN) + 1


async def test_thousands_of_branches_dont_hide_the_one_that_is_meant(db: Database) -> None:
    count = 300

    def branches(conn: Connection) -> None:
        settle(conn, count)
        known = [f"中国宏朗财产保险股份有限公司第{i}支公司" for i in range(1, count + 1)]
        list(name_build.load(conn, enumerate(known, 1)))

    await db.transact(branches)
    for typed in ("中国宏朗财产保险股份有限公司第287支公司", "中国宏郎财产保险股份有限公司第287支公司"):
        assert (await db.read(partial(search, name=typed, limit=5)))[0].customer == 287
