"""Announcements: for whom, each once however often it is begun again, true numbers, release notes once."""

from __future__ import annotations

import asyncio
from importlib.metadata import version

import pytest
from sqlalchemy import Connection, func, select, update

from bot.serving.work import DeskWork
from dialogs.core.screen import Json, to_json
from dialogs.core.texts import LANGUAGES, Texts
from domain.announcements import announcing
from domain.announcements.announcing import Announce
from domain.announcements.records import Announcement, Counts
from domain.base.errors import NotAllowed, NotFound
from domain.leaving import agency_states
from domain.people.records import AccountState, AccountType, AgencyState
from storage.chat import chats, sending
from storage.chat.outbox import revive
from storage.tables.chats import cards
from storage.tables.queues import outbox
from tests.rules.office import BEGIN, Office
from tests.rules.reminders.test_digests import unsent


class Killed(Exception):
    """In the middle of a batch."""


async def announces(office: Office, who: str = "陈经理", types: tuple[AccountType, ...] = ()) -> Announcement:
    command = Announce(heading="价格调整", text="12 月起执行新价格", types=types)
    return await office.does(who, lambda work: announcing.announce(work, command))


async def pushed(office: Office) -> list[int]:
    """How often each account was sent one."""

    def count(conn: Connection) -> list[int]:
        query = select(func.count()).where(cards.c.page == "announcement").group_by(cards.c.account_id)
        return list(conn.execute(query).scalars())

    return await office.db.read(count)


async def counts(office: Office, announcement: Announcement) -> Counts:
    return await office.does(None, lambda work: work.announcements.counts(announcement.id))


@pytest.mark.parametrize(
    ("types", "total"),
    [((), 6), ((AccountType.SALESPERSON,), 3), ((AccountType.OWNER, AccountType.MANAGER), 3)],
)
async def test_a_manager_speaks_to_whom_he_names_in_his_unit_but_not_to_himself(
    office: Office, types: tuple[AccountType, ...], total: int
) -> None:
    """管理员 stands outside of the unit."""
    assert (await counts(office, await announces(office, types=types))).total == total


async def test_a_salesperson_announces_nothing_and_a_manager_only_in_his_unit(office: Office) -> None:
    with pytest.raises(NotAllowed):
        await announces(office, "李明")
    command = Announce(heading="价格调整", text="…", units=(999,))
    with pytest.raises(NotFound):
        await office.does("陈经理", lambda work: announcing.announce(work, command))


async def test_each_gets_it_once_however_many_schedulers_there_are(office: Office) -> None:
    await office.many_agencies([f"第{number}代理" for number in range(120)])
    blocked = 1000 + office.ids["第7代理业务员"]
    await office.db.transact(lambda conn: chats.blocked(conn, blocked, office.now))
    made = await announces(office)
    await asyncio.gather(office.duties(), office.duties(), office.duties())
    await office.duties()
    assert await pushed(office) == [1] * 125
    assert await counts(office, made) == Counts(total=126, handed=126, arrived=0, unreachable=1, read=0)

    def arrive(conn: Connection) -> None:
        conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=office.now))

    await office.db.transact(arrive)
    await office.duties()
    assert await counts(office, made) == Counts(total=126, handed=126, arrived=125, unreachable=1, read=0)


async def test_the_author_sees_how_far_it_is_before_the_last_one_has_it(office: Office) -> None:
    """What somebody waits for goes ahead of thousands of announcements."""
    await announces(office)
    await office.duties()

    def two_arrive(conn: Connection) -> None:
        first = select(outbox.c.id).where(outbox.c.kind == "card", ~outbox.c.urgent).order_by(outbox.c.id).limit(2)
        rows = list(conn.execute(first).scalars())
        conn.execute(update(outbox).where(outbox.c.id.in_(rows) | outbox.c.urgent).values(state="sent", ended_at=BEGIN))

    await office.db.transact(two_arrive)
    await office.duties()
    (row,) = await office.db.transact(lambda conn: sending.claim(conn, 1, [], office.now))
    assert (row.chat_id, row.kind) == (1000 + office.ids["陈经理"], "recard")
    assert row.body["screen"]["lines"][1]["args"] == {"arrived": 2, "total": 6}


async def test_a_broadcast_that_was_cut_off_goes_on_where_it_was(office: Office) -> None:
    await office.many_agencies([f"第{number}代理" for number in range(50)])
    made = await announces(office)

    def one_batch_and_a_crash(conn: Connection) -> None:
        work = office.app.system(conn, office.now)
        batch = announcing.next_batch(work, 40)
        assert batch is not None
        work.announcements.receipts(made.id, [each.account_id for each in batch.receivers])
        raise Killed

    with pytest.raises(Killed):
        await office.db.transact(one_batch_and_a_crash)
    await office.duties()
    assert await pushed(office) == [1] * 56


async def test_whoever_lets_the_bot_in_again_and_gets_it_is_not_counted_as_unreachable(office: Office) -> None:
    """李明 had blocked the bot when it came to him; 王芳 before it was sent, and finds it in the list."""
    li, wang = 1000 + office.ids["李明"], 1000 + office.ids["王芳"]
    await office.db.transact(lambda conn: chats.blocked(conn, wang, office.now))
    made = await announces(office)
    await office.duties()

    def refused(conn: Connection) -> None:
        others = [1000 + each for each in office.ids.values() if 1000 + each != li]
        (row,) = sending.claim(conn, 1, others, office.now)
        sending.mark_unreachable(conn, row.id, row.attempt, "blocked", office.now)

    await office.db.transact(refused)
    await office.duties()
    assert (await counts(office, made)).unreachable == 2

    def returns(conn: Connection) -> None:
        for chat in (li, wang):
            chats.unblocked(conn, chat)
            revive(conn, chat)
        conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=office.now))

    await office.db.transact(returns)
    await office.duties()
    await office.does("王芳", lambda work: announcing.read(work, announcing.ReadAnnouncement(announcement=made.id)))
    assert await counts(office, made) == Counts(total=6, handed=6, arrived=6, unreachable=0, read=1)


async def test_what_changed_is_told_once_to_each_person_who_was_there_whatever_accounts_they_hold(
    office: Office,
) -> None:
    def second(work: DeskWork) -> None:
        of = work.people.account(office.ids["孙总"])
        other = work.people.add_account(name=of.name, type=AccountType.SALESPERSON, agency_id=of.agency_id)
        work.people.bind(other.id, of.chat_id, AccountState.ACTIVE)

    await office.does(None, second)
    made = await office.does(None, lambda work: announcing.announce_release(work, "0.2.0"))
    assert made is not None
    assert await office.does(None, lambda work: announcing.announce_release(work, "0.2.0")) is None
    await office.duties()
    assert await pushed(office) == [1] * 8
    assert (await counts(office, made)).total == 8
    first = await office.does("李明", lambda work: work.announcements.of_release("0.1.0"))
    assert first is not None  # told to nobody: there was nobody when it began
    assert (await counts(office, first)).total == 0


async def test_who_is_reminded_of_what_changed_reads_of_which_version(office: Office) -> None:
    made = await office.does(None, lambda work: announcing.announce_release(work, "0.2.0"))
    assert made is not None
    await office.duties()
    await office.does(
        "管理员", lambda work: announcing.remind_unread(work, announcing.RemindUnread(announcement=made.id))
    )
    await office.duties()
    assert ["公告未读　新版本 0.2.0" in said for said in await unsent(office, "李明")] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_in_this_version_stands_in_the_catalogues(texts: Texts, language: str) -> None:
    assert f"release-{version('baobei').replace('.', '-')}" in texts.keys(language)


async def test_whose_first_account_is_of_an_ended_agency_hears_what_changed_by_the_other(office: Office) -> None:
    other = await office.second_account("李明", "广州天河微电")

    def ends(work: DeskWork) -> None:
        agency = work.people.account(office.ids["李明"]).agency_id
        assert agency is not None
        agency_states.set_state(work, agency_states.SetAgencyState(agency=agency, state=AgencyState.ENDED))

    await office.does("管理员", ends)
    made = await office.does(None, lambda work: announcing.announce_release(work, "0.2.0"))
    assert made is not None
    await office.duties()
    hears = [name for name, account in office.ids.items() if await _is_told(office, made, account)]
    assert hears == ["陈经理", "刘经理", "管理员", "王芳", "钱总", other]


async def _is_told(office: Office, announcement: Announcement, account: int) -> bool:
    return await office.does(None, lambda work: work.announcements.is_receiver(announcement.id, account))


async def test_a_list_that_grew_shorter_shows_its_last_page(office: Office) -> None:
    await office.many_agencies([f"第{number}代理" for number in range(30)])
    made = await announces(office)
    await office.duties()
    args: dict[str, Json] = {"announcement": made.id, "listed": "unread", "page": 5}

    def looks(work: DeskWork) -> str:
        screen = office.app.pushes.page(work, office.ids["陈经理"], "broadcast", args)
        return office.app.renderer.letter(to_json(screen), None) if screen is not None else ""

    assert "第29代理业务员" in await office.does(None, looks)
    command = announcing.ReadAnnouncement(announcement=made.id)
    for name in office.ids:
        await office.does(name, lambda work: announcing.read(work, command))
    assert (await office.does(None, looks)).splitlines()[-1] == "未读 0"
