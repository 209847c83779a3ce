"""What a digest says: each line for itself, as it is true when it is sent."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from domain import following, protecting
from domain.following import WriteFollowUp
from domain.projects import Stage
from domain.reminders import ReminderKind
from storage.tables.chats import cards
from storage.tables.queues import outbox
from storage.tables.records import customers
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"


async def unsent(office: Office, name: str) -> list[str]:
    """The digests that lie in the outbox for somebody, in words."""

    def step(conn: Connection) -> list[str]:
        query = (
            select(outbox.c.body)
            .join(cards, cards.c.id == outbox.c.card_id)
            .where(cards.c.page == "digest", cards.c.account_id == office.ids[name], outbox.c.state == "waiting")
            .order_by(outbox.c.id)
        )
        return [office.app.renderer.screen(body, "zh").html for body in conn.execute(query).scalars()]

    return await office.db.read(step)


async def writes(office: Office, customer: int) -> None:
    command = WriteFollowUp(customer=customer, dynamics="样片测试通过，等待立项")
    await office.does("李明", lambda work: following.write(work, command))


async def test_a_line_that_can_not_be_shown_costs_nobody_the_others(office: Office) -> None:
    """A customer of which the register has lost the holder, whatever may have lost it."""
    star, _ = [await office.holds("李明", name) for name in (STAR, WHALE)]
    office.day("2026-12-03", "00:10")
    await office.duties()

    def holderless(conn: Connection) -> None:
        conn.execute(update(customers).where(customers.c.id == star).values(state="merged"))

    await office.db.transact(holderless)
    office.day("2026-12-03", "10:00")
    await office.duties()
    assert sorted(state for *_, state in await office.reminders(ReminderKind.FOLLOW_UP)) == ["handed", "obsolete"]
    (said,) = await unsent(office, "李明")
    assert "今日提醒</b> (1)" in said
    assert WHALE in said


async def test_the_end_is_reminded_of_while_a_stage_waits_for_its_confirmation(office: Office) -> None:
    """Its refusal would release the customer at once."""
    customer = await office.holds("李明", STAR)
    office.day("2027-02-15", "10:00")
    await writes(office, customer)
    await office.duties()
    await office.does(None, lambda work: protecting.stage_is(work, customer, Stage.DEVELOPMENT))
    office.day("2027-02-16", "10:00")
    await office.duties()
    found = [each for each in await office.reminders(ReminderKind.PROTECTION) if each[2] == "2027-02-16"]
    assert [(who, state) for who, _, _, state in found] == [("李明", "handed"), ("孙总", "handed")]
    said = (await unsent(office, "李明"))[-1]
    assert "保护期剩 7 天（至 2027-02-23），阶段待确认" in said
