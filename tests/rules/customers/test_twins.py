"""疑似同一客户: a database from before radicals and invisible letters were read. What falls together stays two, is the same
for whoever asks, and is listed to the administrator, who merges it."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text, update

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed
from domain.customers import twins
from domain.customers.records import LIVE, Customer
from domain.names import same_key
from domain.petitions import correcting, identity_views
from domain.protection import customers as customer_views
from domain.reports import conflict, merging
from storage.migrate import downgrade, upgrade
from storage.names import build as name_build
from storage.tables.customers import customers, identity_locks
from storage.tables.names import name_postings, name_recipe, names
from storage.tables.reports import reports
from tests.rules.office import Office, profile

TRUE, RADICALS = "长沙市龙湖电子有限公司", "⻓沙市⻰湖电子有限公司"
FILLED = "\u3164".join(TRUE)
KEYS_BEFORE = {TRUE: TRUE, RADICALS: "沙市湖电子有限公司", FILLED: FILLED.replace("\u3164", "\u1160")}
"""What the recipe before this one made of them."""
BEFORE = "0006_forms_left_open"
LI, WANG = "李明", "王芳"


async def stood(office: Office, address: str, called: dict[int, str]) -> None:
    """These customers, as a version before had them."""
    await downgrade(address, BEFORE)

    def step(work: DeskWork) -> None:
        for id_, name in called.items():
            old = {"same_key": KEYS_BEFORE[name]}
            work.conn.execute(update(customers).where(customers.c.id == id_).values(name=name, find="", **old))
            work.conn.execute(update(names).where(names.c.customer_id == id_).values(raw=name))
            told = work.conn.execute(select(reports.c.id, reports.c.profile).where(reports.c.customer_id == id_)).all()
            for report, said in told:
                values = {"profile": {**said, "name": name}, **old}
                work.conn.execute(update(reports).where(reports.c.id == report).values(**values))
        work.conn.execute(name_postings.delete())
        work.conn.execute(identity_locks.delete())
        work.conn.execute(name_recipe.update().values(version=2))

    await office.does(None, step)


async def starts(office: Office, address: str) -> None:
    await upgrade(address)
    await office.db.transact(lambda conn: office.app.begin(conn, office.now))


async def listed(office: Office, who: str = "管理员") -> list[tuple[int, int]]:
    found, _ = await office.does(who, lambda work: twins.suspected(work, 0, 10))
    return [(each.first.customer, each.second.customer) for each in found]


async def customer(office: Office, id_: int) -> Customer:
    return await office.does(None, lambda work: work.customers.get(id_))


async def asks(office: Office, who: str, name: str, code: str | None = None) -> conflict.CheckReason:
    return (await office.does(who, lambda work: conflict.check(work, name, code))).why


@pytest.mark.parametrize(("first", "second"), [(TRUE, RADICALS), (RADICALS, TRUE), (TRUE, FILLED), (FILLED, RADICALS)])
async def test_two_that_fall_together_stay_two_and_are_listed(
    office: Office, address: str, first: str, second: str
) -> None:
    one = await office.holds(LI, "深圳市甲乙电子有限公司")
    two = await office.holds(WANG, "深圳市丙丁电子有限公司")
    await stood(office, address, {one: first, two: second})
    await starts(office, address)
    for id_, agency in ((one, LI), (two, WANG)):
        found = await customer(office, id_)
        assert found.same_key == same_key(TRUE)
        assert found.contact_id == office.ids[agency]
    assert await listed(office) == [(one, two)]
    for name in (TRUE, RADICALS, FILLED):
        assert await asks(office, "钱总", name) in (conflict.CheckReason.HELD, conflict.CheckReason.OWN_HELD)
    told = await office.does(None, lambda work: work.conn.execute(text("SELECT body FROM outbox")).scalars().all())
    assert sum("notice-twins" in str(each) for each in told) == 1
    await starts(office, address)
    told = await office.does(None, lambda work: work.conn.execute(text("SELECT body FROM outbox")).scalars().all())
    assert sum("notice-twins" in str(each) for each in told) == 1

    with pytest.raises(NotAllowed):
        await listed(office, "陈经理")
    command = merging.MergeCustomers(gone=two, into=one)
    likely = await office.does("管理员", lambda work: identity_views.to_merge(work, one))
    assert [each.customer for each in likely] == [two]
    await office.does("管理员", lambda work: merging.merge(work, command))
    assert await listed(office) == []


async def test_three_of_a_name_and_the_index_that_forbids_two(office: Office, address: str) -> None:
    """Whichever goes first, one is left without a twin, and nobody comes between."""
    ids = [await office.holds(LI, f"深圳市第{place}电子有限公司") for place in "一二三"]
    await stood(office, address, dict(zip(ids, (FILLED, TRUE, RADICALS), strict=True)))
    await starts(office, address)
    assert await listed(office) == [(ids[0], ids[1]), (ids[0], ids[2])]
    await office.does("管理员", lambda work: merging.merge(work, merging.MergeCustomers(gone=ids[0], into=ids[2])))
    assert await listed(office) == [(ids[2], ids[1])]
    renamed = correcting.CorrectCustomer(customer=ids[2], profile=profile("深圳市星河联创电子有限公司"))
    await office.does(LI, lambda work: correcting.correct(work, renamed))
    await office.approves()
    assert await listed(office) == []
    assert {(await customer(office, each)).same_key for each in ids[1:]} == {
        same_key(TRUE),
        same_key("深圳市星河联创电子有限公司"),
    }


async def test_a_key_that_another_one_still_has_is_no_hindrance(office: Office, address: str) -> None:
    """One is called from now on what another one was called before."""
    before = "沙市湖电子有限公司"  # somebody's true name, and what the radicals left of the other
    one = await office.holds(LI, "深圳市甲乙电子有限公司", credit_code="91440300708461136T")
    two = await office.holds(WANG, before)
    await stood(office, address, {one: RADICALS})
    await starts(office, address)
    assert await listed(office) == []
    assert (await customer(office, one)).same_key == TRUE
    assert (await customer(office, two)).same_key == before


async def test_codes_tell_two_apart_and_one_code_does_not(office: Office, address: str) -> None:
    one = await office.holds(LI, "深圳市甲乙电子有限公司", credit_code="91440300708461136T")
    two = await office.holds(WANG, "深圳市丙丁电子有限公司", credit_code="91440101MA59A5WF3C")
    three = await office.holds(WANG, "深圳市戊己电子有限公司")
    await stood(office, address, {one: TRUE, two: RADICALS, three: FILLED})
    await starts(office, address)
    assert await listed(office) == [(one, three)]


async def test_what_is_another_name_of_one_and_the_name_of_the_other(office: Office, address: str) -> None:
    one, two = await office.holds(LI, "深圳市甲乙电子有限公司"), await office.holds(WANG, "深圳市丙丁电子有限公司")
    await office.does(None, lambda work: work.names.add(one, "临时的别名", alias=True))
    await stood(office, address, {two: TRUE})

    def disguise(work: DeskWork) -> None:
        work.conn.execute(update(names).where(names.c.alias, names.c.customer_id == one).values(raw=RADICALS))

    await office.does(None, disguise)
    await starts(office, address)
    assert await listed(office) == [(one, two)]


async def test_a_report_from_before_waits_under_the_name_that_is_read_now(office: Office, address: str) -> None:
    made = await office.reports(LI, "深圳市甲乙电子有限公司")
    one = await office.does(None, lambda work: int(work.customers.report(made.report).customer_id))
    await stood(office, address, {one: RADICALS})
    await starts(office, address)
    assert await asks(office, WANG, TRUE) is conflict.CheckReason.QUEUE
    await office.reports(WANG, TRUE)
    behind = await office.does(None, lambda work: work.customers.reports_of(one, LIVE))
    assert len(behind) == 2


async def test_what_was_searched_is_found_under_what_is_read_now(office: Office, address: str) -> None:
    one = await office.holds(LI, "深圳市甲乙电子有限公司")
    await stood(office, address, {one: RADICALS})
    await starts(office, address)
    found = await office.does(None, lambda work: work.conn.execute(select(customers.c.find)).scalar_one())
    assert "长沙市龙湖电子" in found
    assert "csslhdz" in found
    assert await office.db.read(name_build.is_current)
    assert (await office.does(LI, lambda work: customer_views.customer(work, one))).customer.id == one
