"""Whoever can't be reached: found out before or at sending, it is made known, and what is urgent goes by mail."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from domain.announcements import announcing
from domain.deadlines import reminding
from domain.follow_ups import writing
from domain.home import views
from domain.leaving import staffing
from domain.people.records import AccountState
from domain.protection import protecting
from domain.reminders.records import ReminderKind
from storage.chat import cards, chats, sending
from storage.chat.outbox import recard, revive
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


async def test_on_his_return_each_matter_stands_once_and_what_is_done_no_more(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    chat = 1000 + office.ids["李明"]
    await office.db.transact(lambda conn: chats.blocked(conn, chat, office.now))
    for day in ("2026-12-03", "2026-12-06", "2026-12-08", "2027-02-09", "2027-02-16"):
        office.day(day, "10:00")
        await office.duties()
    await office.db.transact(lambda conn: chats.unblocked(conn, chat))
    missed = await office.does("李明", reminding.missed)
    assert [each.kind for each in missed] == [ReminderKind.FOLLOW_UP, ReminderKind.PROTECTION]
    assert (await office.does("李明", views.badges)).missed == 2
    command = writing.WriteFollowUp(customer=customer, dynamics="样片测试通过，等待立项")
    await office.does("李明", lambda work: writing.write(work, command))
    assert (await office.does("李明", views.badges)).missed == 1


# --- who has left ------------------------------------------------------------------------------------------------------


async def leaves(office: Office, name: str, to: str | None = None) -> None:
    successor = office.ids[to] if to is not None else None
    command = staffing.Deactivate(account=office.ids[name], to=successor)
    await office.does("孙总", lambda work: staffing.deactivate(work, command))


async def sent_to(office: Office, name: str) -> list[str]:
    """What the relay would send now to that person's chat, in words."""

    def step(conn: Connection) -> list[str]:
        found = []
        while rows := sending.claim(conn, 100, [], office.now):
            for row in rows:
                sending.mark_sent(conn, row.id, row.attempt, 1, office.now)
            found += [row.body["screen"] for row in rows if row.chat_id == 1000 + office.ids[name]]
        return [office.app.renderer.letter(screen, None) for screen in found]

    return await office.db.transact(step)


async def test_what_waits_for_the_morning_does_not_go_to_who_left_in_the_night(office: Office) -> None:
    office.day("2026-11-23", "20:59")
    command = announcing.Announce(heading="价格调整", text="12 月起执行新价格")
    made = await office.does("陈经理", lambda work: announcing.announce(work, command))
    await office.duties()
    await leaves(office, "李明")
    office.day("2026-11-24", "08:00")
    (said,) = await sent_to(office, "李明")
    assert "价格" not in said
    await office.duties()
    counts = await office.does(None, lambda work: work.announcements.counts(made.id))
    assert (counts.total, counts.arrived, counts.unreachable) == (5, 5, 0)


async def test_nor_does_anything_that_changes_later_or_that_lay_there_while_he_had_blocked_the_bot(
    office: Office,
) -> None:
    command = announcing.Announce(heading="价格调整", text="12 月起执行新价格")
    await office.does("陈经理", lambda work: announcing.announce(work, command))
    await office.duties()
    await refused(office, "李明")
    await leaves(office, "李明")
    chat, account = 1000 + office.ids["李明"], office.ids["李明"]

    def returns(conn: Connection) -> None:
        chats.unblocked(conn, chat)
        revive(conn, chat)
        for each in cards.of_subject(conn, announcing.shown_to(1, account)):
            recard(conn, chat, each.id, {"screen": {"lines": ["新价格"]}}, office.now, account_id=account)

    await office.db.transact(returns)
    assert [said for said in await sent_to(office, "李明") if "价格" in said] == []


async def test_on_the_phone_that_was_lost_a_card_tells_nothing_more(office: Office) -> None:
    await office.reports("李明", STAR)
    await sent_to(office, "陈经理")
    manager, phone = office.ids["陈经理"], 5555
    await office.db.transact(lambda conn: chats.meet(conn, phone, "陈经理", None, office.now))
    await office.does(None, lambda work: work.people.bind(manager, phone, AccountState.ACTIVE))
    await office.approves("陈经理")
    assert await sent_to(office, "陈经理") == ["此事项已不再由您处理。"]


async def test_that_who_has_left_can_not_be_reached_is_no_news(office: Office) -> None:
    await office.holds("李明", STAR)
    await office.db.transact(lambda conn: chats.blocked(conn, 1000 + office.ids["李明"], office.now))
    office.day("2026-12-03", "20:59")
    await office.duties()  # whom it concerns are told with the next round
    await leaves(office, "李明", to="张磊")
    await office.duties()
    assert {state for *_, state in await office.reminders(ReminderKind.UNREACHABLE)} == {"obsolete"}
    assert await office.does("孙总", reminding.missed) == []
