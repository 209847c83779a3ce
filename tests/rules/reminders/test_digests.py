"""What a digest says: each line for itself, as it is true when it is sent."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select, update

from domain.announcements import announcing
from domain.base.stage import Stage
from domain.deadlines import reminding
from domain.follow_ups import writing
from domain.follow_ups.commenting import CommentsRead
from domain.follow_ups.writing import WriteFollowUp
from domain.protection import stages
from domain.reminders.records import ReminderKind
from storage.chat import chats, sending
from storage.chat.drafts import Draft, keep
from storage.chat.outbox import revive
from storage.tables.chats import cards, drafts
from storage.tables.customers import customers
from storage.tables.queues import outbox
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
    await office.does("李明", lambda work: writing.write(work, command))


async def states(office: Office, kind: ReminderKind, who: str = "李明") -> list[tuple[str, str]]:
    return [(day, state) for receiver, _, day, state in await office.reminders(kind) if receiver == who]


async def claims(office: Office, *, quiet: bool = False) -> list[int]:
    """The chats to which the relay would send now."""
    return await office.db.transact(
        lambda conn: [row.chat_id for row in sending.claim(conn, 100, [], office.now, quiet=quiet)]
    )


async def all_sent(office: Office) -> None:
    def step(conn: Connection) -> None:
        conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=office.now))

    await office.db.transact(step)


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


async def test_a_line_that_nobody_foresaw_waits_and_holds_up_nothing(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """A draft whose title can't be read, whatever may have written it."""

    async def titled(title: str | None) -> None:
        await office.db.transact(lambda conn: conn.execute(update(drafts).values(title=title)).rowcount)

    await office.holds("李明", STAR)
    await office.holds("王芳", "广州市天河启明电机有限公司")
    draft = Draft("report_customer-1", "report_customer", 1, "报备客户", {}, office.now)
    await office.db.transact(lambda conn: keep(conn, f"account:{office.ids['李明']}", draft))
    await titled(None)
    office.day("2026-12-03", "10:00")
    await office.duties()
    assert await states(office, ReminderKind.DRAFT) == [("2026-11-26", "waiting")]
    for name, customer in (("李明", STAR), ("王芳", "天河启明")):
        (said,) = await unsent(office, name)
        assert customer in said
    assert "can't be shown, and waits" in caplog.text
    await titled("报备客户 · 海鲸")
    await office.duties()
    assert "海鲸" in (await unsent(office, "李明"))[-1]


async def test_the_end_is_reminded_of_while_a_stage_waits_for_its_confirmation(office: Office) -> None:
    """Its refusal would release the customer at once."""
    customer = await office.holds("李明", STAR)
    office.day("2027-02-15", "10:00")
    await writes(office, customer)
    await office.duties()
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.DEVELOPMENT))
    office.day("2027-02-16", "10:00")
    await office.duties()
    found = [each for each in await office.reminders(ReminderKind.PROTECTION) if each[2] == "2027-02-16"]
    assert [(who, state) for who, _, _, state in found] == [("李明", "handed"), ("孙总", "handed")]
    said = (await unsent(office, "李明"))[-1]
    assert "保护期剩 7 天（至 2027-02-23），阶段待确认" in said


async def test_however_long_nothing_can_be_sent_one_digest_comes_and_says_what_is_true_then(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    for day in range(9, 24):
        office.day(f"2027-02-{day:02}", "10:00")
        await writes(office, customer)
        await office.duties()
    (said,) = await unsent(office, "李明")
    assert "保护期今天到期" in said
    assert "剩" not in said
    await all_sent(office)
    await office.duties()
    assert await states(office, ReminderKind.PROTECTION) == [
        ("2027-01-24", "superseded"),
        ("2027-02-09", "superseded"),
        ("2027-02-16", "superseded"),
        ("2027-02-20", "superseded"),
        ("2027-02-22", "superseded"),
        ("2027-02-23", "sent"),
    ]


async def test_a_later_digest_takes_in_what_an_unsent_one_was_to_say(office: Office) -> None:
    await office.holds("李明", STAR)
    office.day("2026-11-24")
    await office.holds("李明", WHALE)
    office.day("2026-12-03", "10:00")
    await office.duties()
    office.day("2026-12-04", "10:00")
    await office.duties()
    (said,) = await unsent(office, "李明")
    assert "今日提醒</b> (2)" in said
    assert f"{STAR}　11 天未跟进" in said


async def test_a_digest_on_its_way_is_left_alone(office: Office) -> None:
    await office.holds("李明", STAR)
    await all_sent(office)
    office.day("2026-12-03", "20:59")
    await office.duties()
    assert await claims(office) == [1000 + office.ids["李明"]]
    office.day("2026-12-03", "21:01")
    await office.duties()
    assert await states(office, ReminderKind.FOLLOW_UP) == [("2026-12-03", "handed")]


async def test_a_digest_made_in_the_last_minute_before_quiet_hours_waits_and_says_in_the_morning_what_is_true_then(
    office: Office,
) -> None:
    star, _ = [await office.holds("李明", name) for name in (STAR, WHALE)]
    await all_sent(office)
    office.day("2026-12-03", "20:59")
    await office.duties()
    office.day("2026-12-04", "02:00")
    assert await claims(office, quiet=True) == []
    await writes(office, star)
    await office.duties()
    office.day("2026-12-04", "08:00")
    assert 1000 + office.ids["李明"] not in await claims(office)
    await office.duties()
    (said,) = await unsent(office, "李明")
    assert "今日提醒</b> (1)" in said
    assert f"{WHALE}　11 天未跟进" in said
    assert sorted(state for _, state in await states(office, ReminderKind.FOLLOW_UP)) == ["handed", "obsolete"]


async def test_what_lay_unsent_while_the_bot_was_down_is_not_sent_as_it_was(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-20", "18:00")
    await writes(office, customer)
    await office.duties()
    assert len(await unsent(office, "李明")) == 1
    office.day("2027-03-01", "10:00")
    await office.db.transact(lambda conn: office.app.begin(conn, office.now))
    assert await unsent(office, "李明") == []
    await office.duties()
    assert {state for _, state in await states(office, ReminderKind.PROTECTION)} == {"superseded", "obsolete"}


async def test_who_comes_back_gets_the_announcement_but_no_digest_of_weeks_ago(office: Office) -> None:
    await office.holds("李明", STAR)
    await all_sent(office)
    office.day("2026-12-03", "10:00")
    command = announcing.Announce(heading="价格调整", text="12 月起执行新价格")
    await office.does("陈经理", lambda work: announcing.announce(work, command))
    await office.duties()
    li = 1000 + office.ids["李明"]

    def refused(conn: Connection) -> None:
        (row,) = sending.claim(conn, 1, [each + 1000 for each in office.ids.values() if each + 1000 != li], office.now)
        sending.mark_unreachable(conn, row.id, row.attempt, "blocked", office.now)

    await office.db.transact(refused)
    office.day("2026-12-20", "10:00")
    await office.duties()

    def returns(conn: Connection) -> int:
        chats.unblocked(conn, li)
        return revive(conn, li)

    assert await office.db.transact(returns) == 1
    assert await unsent(office, "李明") == []
    missed = await office.does("李明", reminding.missed)
    assert {each.kind for each in missed} == {ReminderKind.FOLLOW_UP}


async def test_a_digest_is_edited_only_when_its_keys_change_and_only_where_the_matter_stands(office: Office) -> None:
    star, whale = [await office.holds("李明", name) for name in (STAR, WHALE)]
    await office.holds("王芳", "广州市天河启明电机有限公司")
    office.day("2026-12-03", "10:00")
    await office.duties()
    await all_sent(office)
    await office.does("李明", lambda work: work.events.record(CommentsRead(customer=whale, follow_up=1)))
    assert await unsent(office, "李明") == []
    await writes(office, star)
    (said,) = await unsent(office, "李明")
    assert "今日提醒</b> (1)" in said
    assert WHALE in said
    assert await unsent(office, "王芳") == []
    await all_sent(office)
    await writes(office, star)
    assert await unsent(office, "李明") == []
    await writes(office, whale)
    (said,) = await unsent(office, "李明")
    assert "都已处理" in said


async def test_an_earlier_digest_loses_its_keys_too_and_one_of_weeks_ago_is_let_be(office: Office) -> None:
    star, whale = [await office.holds("李明", name) for name in (STAR, WHALE)]
    office.day("2026-12-03", "10:00")
    await office.duties()
    await all_sent(office)
    office.day("2026-12-06", "10:00")
    await office.duties()
    await all_sent(office)
    await writes(office, star)
    assert ["今日提醒</b> (1)" in each for each in await unsent(office, "李明")] == [True, True]
    await all_sent(office)
    office.day("2026-12-18", "09:00")
    await writes(office, whale)
    assert len(await unsent(office, "李明")) == 1


async def test_a_digest_that_is_not_sent_yet_never_comes_with_nothing_to_say(office: Office) -> None:
    star = await office.holds("李明", STAR)
    await all_sent(office)
    office.day("2026-12-03", "10:00")
    await office.duties()
    assert len(await unsent(office, "李明")) == 1
    await writes(office, star)
    assert await unsent(office, "李明") == []
    await office.duties()
    assert await unsent(office, "李明") == []
    assert await states(office, ReminderKind.FOLLOW_UP) == [("2026-12-03", "obsolete")]
