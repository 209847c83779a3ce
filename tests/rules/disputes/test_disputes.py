"""Who sees a dispute, what is on record of looking, and that questions are found by an index, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from dialogs.core.ask import WorkAsk
from dialogs.customers.card import CustomerCard
from domain.approvals import handing_on
from domain.base.errors import NotAllowed, NotFound
from domain.base.events import Trail
from domain.base.work import Work
from domain.customers.seeing import CustomerSeen
from domain.disputes import finding, pack, scope, timeline
from domain.disputes.timeline import Aspect
from domain.names import same_key
from domain.people.records import UnitKind
from domain.petitions import appealing
from domain.reports import conflict
from storage.records.events import lies_on
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"
EVERYBODY = ("李明", "孙总", "王芳", "钱总", "陈经理", "刘经理", "管理员")


async def seen_by(office: Office, customer: int) -> list[str]:
    return [name for name in EVERYBODY if await office.does(name, lambda work: scope.reads(work, customer))]


async def held(office: Office, *, by: str = "陈经理") -> int:
    """By 李明, whose report was approved `by` somebody."""
    await office.reports("李明", STAR)
    if by != "陈经理":
        await office.does("陈经理", lambda work: _hand_on(work, office.ids[by]))
    await office.approves(by)
    return await office.does(None, lambda work: work.customers.by_name(same_key(STAR))[0].id)


def _hand_on(work: Work, to: int) -> None:
    waiting = work.approvals.waiting_for((work.actor.id,))[0]
    handing_on.hand_on(work, handing_on.HandOn(approval=waiting.id, to=to))


async def test_the_head_of_a_unit_concerned_and_administrators(office: Office) -> None:
    customer = await held(office)
    assert await seen_by(office, customer) == ["刘经理", "管理员"]
    for name in ("李明", "孙总", "王芳", "陈经理"):
        with pytest.raises(NotFound):
            await office.does(name, lambda work: timeline.timeline(work, customer, None, 0, 8))
        with pytest.raises(NotFound):
            await office.does(name, lambda work: pack.ask(work, pack.MakeDisputePack(customer=customer)))
        with pytest.raises(NotAllowed):
            await office.does(name, lambda work: finding.find(work, STAR))
        with pytest.raises(NotAllowed):
            await office.does(name, finding.disputed)
        assert not await office.does(name, scope.reads_disputes)


async def test_the_head_of_another_unit_has_nothing_to_do_with_it(office: Office) -> None:
    customer = await held(office)

    def elsewhere(work: Work) -> None:
        unit = work.people.add_unit("教育行业二", UnitKind.INDUSTRY)
        work.people.set_head(unit.id, office.ids["陈经理"])

    await office.does(None, elsewhere)
    assert await office.does("陈经理", scope.reads_disputes)
    assert await office.does("陈经理", lambda work: finding.find(work, STAR)) == []
    assert await seen_by(office, customer) == ["刘经理", "管理员"]


async def test_an_appeal_against_a_head_is_not_his_to_look_up_while_it_waits(office: Office) -> None:
    """He decided himself; whoever judges it and the administrators read on."""
    customer = await held(office, by="刘经理")
    assert "刘经理" in await seen_by(office, customer)
    await office.does("王芳", lambda work: appealing.make(work, appealing.MakeAppeal(reason="送样在先", name=STAR)))
    assert await seen_by(office, customer) == ["管理员"]
    assert await office.does("刘经理", finding.disputed) == []


async def test_looking_is_on_record_once_a_day(office: Office) -> None:
    customer = await held(office)

    def looks(work: Work) -> None:
        CustomerCard().looked({"customer": customer}, WorkAsk(work))

    for _ in range(3):
        await office.does("李明", looks)
    await office.does("陈经理", looks)
    office.day("2026-11-24")
    await office.does("李明", looks)

    def seen(work: Work) -> list[int | None]:
        found = work.events.of_subjects("customer", (customer,), offset=0, limit=50, kinds=(CustomerSeen,))
        return [each.actor for each in found]

    li, chen = office.ids["李明"], office.ids["陈经理"]
    assert await office.does(None, seen) == [li, chen, li]
    told = await office.does("管理员", lambda work: timeline.timeline(work, customer, Aspect.SAW, 0, 8))
    assert [each.person for each in told.rows] == ["李明", "陈经理", "李明"]
    assert told.counts[Aspect.SAW] == 3


async def test_questions_are_found_by_name_and_by_code_and_nobody_elses(office: Office) -> None:
    code = "91440300MA5EXAMPL1"
    await office.does("王芳", lambda work: conflict.check(work, "别的公司名称有限公司", code))
    await office.does("王芳", lambda work: conflict.check(work, "深圳市星河联创电子股份有限公司"))
    await office.does("李明", lambda work: conflict.check(work, STAR))

    def asked(work: Work, trail: Trail) -> list[str]:
        found = work.events.on_trail(trail)
        return [each.event.name for each in found if isinstance(each.event, conflict.CustomerChecked)]

    key = same_key(STAR)
    assert await office.does(None, lambda work: asked(work, Trail({}, keys=[key]))) == [STAR]
    assert await office.does(None, lambda work: asked(work, Trail({}, codes=[code]))) == ["别的公司名称有限公司"]
    assert len(await office.does(None, lambda work: asked(work, Trail({}, keys=[key], codes=[code])))) == 2


async def test_a_trail_is_looked_up_by_indexes_alone(office: Office) -> None:
    """Else a dispute would read through every event of the deployment."""
    trail = Trail({"customer": [1], "approval": [1, 2]}, keys=["a"], codes=["b"])

    def plan(conn: Connection) -> str:
        postgres = conn.dialect.name == "postgresql"
        if postgres:  # of a few rows it would read all
            conn.execute(text("SET LOCAL enable_seqscan = off"))
        query = lies_on(trail).compile(dialect=conn.dialect, compile_kwargs={"literal_binds": True})
        return str(conn.execute(text(f"EXPLAIN {'' if postgres else 'QUERY PLAN'} {query}")).all())

    found = await office.db.transact(plan)
    if "SEARCH" in found:  # SQLite; which index PostgreSQL takes for a few rows hangs on its statistics
        assert all(f"ix_events_{name}" in found for name in ("subject", "asked_key", "asked_code")), found
        assert "ix_events_kind" not in found
    assert "Seq Scan" not in found
    assert "SCAN events" not in found
