"""Whoever can't be reached: found out before or at sending, it is made known, and what is urgent goes by mail."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from domain import protecting
from domain.reminders import ReminderKind
from storage import chats, sending
from storage.tables.queues import outbox
from storage.tables.reminders import mails
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"


async def refused(office: Office, name: str) -> None:
    """Telegram says to what is sent to somebody that he has blocked the bot; all else arrives."""
    chat = 1000 + office.ids[name]

    def step(conn: Connection) -> None:
        others = (outbox.c.chat_id != chat, outbox.c.state == "waiting")
        conn.execute(update(outbox).where(*others).values(state="sent", ended_at=office.now))
        (row,) = sending.claim(conn, 1, [], office.now)
        sending.mark_unreachable(conn, row.id, row.attempt, "Forbidden: bot was blocked by the user", office.now)

    await office.db.transact(step)


async def told(office: Office) -> list[str]:
    return [who for who, *_ in await office.reminders(ReminderKind.UNREACHABLE)]


async def test_who_is_found_unreachable_at_sending_is_made_known_at_once(office: Office) -> None:
    await office.holds("李明", STAR)
    office.day("2026-12-03", "10:00")
    await office.duties()
    await refused(office, "李明")
    for clock in ("10:01", "10:02"):
        office.day("2026-12-03", clock)
        await office.duties()
    assert [(who, state) for who, _, _, state in await office.reminders(ReminderKind.UNREACHABLE)] == [
        ("孙总", "handed"),
        ("陈经理", "handed"),
    ]
    assert [each[3] for each in await office.reminders(ReminderKind.FOLLOW_UP)] == ["unreachable"]


async def test_what_is_urgent_and_was_refused_goes_by_mail(office: Office) -> None:
    office.app.pushes.mails = True
    await office.holds("李明", STAR)
    office.day("2027-02-23", "10:00")
    await office.duties()
    await refused(office, "李明")
    await office.duties()
    (screen,) = await office.db.read(lambda conn: list(conn.execute(select(mails.c.screen)).scalars()))
    assert "保护期今天到期" in office.app.renderer.screen({"screen": screen, "token": "k1.1.1"}, "zh").html


async def test_that_the_head_of_a_unit_is_unreachable_the_administrators_hear(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.db.transact(lambda conn: chats.blocked(conn, 1000 + office.ids["刘经理"], office.now))
    office.day("2027-02-20", "10:00")
    command = protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    await office.does("李明", lambda work: protecting.ask_extension(work, command))
    office.day("2027-02-26", "10:00")  # the head is alarmed: the end was on the 23rd
    await office.duties()
    assert await told(office) == ["管理员"]
