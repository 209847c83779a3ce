"""The inbox side: who is worked when, what becomes of a step that fails. Nothing here depends on the library."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import insert

from bot.drivers.driver import Driver
from bot.drivers.telegram import Raw
from bot.sandbox.client import Server, Sim
from storage.chat import inbox
from storage.tables.people import accounts
from tests.drivers.conftest import LI, ours
from tests.drivers.notebook import Desk, opened
from tests.drivers.updates import DOCUMENT, GROUP, membership, message

pytestmark = ours


async def test_a_step_that_fails_is_tried_again_and_leaves_no_trace(sim: Sim, driver: Driver, desk: Desk) -> None:
    desk.app.unlucky = {"二": 2}
    async with desk.polling(driver):
        for text in ("一", "二", "三"):
            await sim.say(LI, text)
        await desk.until("三")

    assert await desk.notes() == ["/start", "一", "二", "三"]
    assert await desk.aside() == []


async def test_a_step_that_fails_three_times_is_set_aside_and_the_person_told(
    sim: Sim, driver: Driver, desk: Desk
) -> None:
    async with desk.polling(driver):
        for text in ("一", "poison", "三"):
            await sim.say(LI, text)
        await desk.until("三")

    assert await desk.notes() == ["/start", "一", "sorry", "三"]
    assert await desk.aside() == ["failed 3 times"]


async def test_one_persons_slow_file_holds_up_nobody_else(server: Server, sim: Sim, driver: Driver, desk: Desk) -> None:
    await sim.open("王芳")
    async with desk.polling(driver):
        await desk.until("/start")
        await sim.fault("delay", method="getFile", ms=400, count=1)
        await sim.send(LI, "document", [("a.txt", b"slow", "text/plain")])
        await sim.say(LI, "李后来")
        await sim.say("王芳", "王先到")
        notes = await desk.until("李后来", "王先到")

    file = "file a.txt text/plain 4"
    assert notes.index("王先到") < notes.index(file) < notes.index("李后来")


async def test_many_people_at_once_and_each_in_order(server: Server, sim: Sim, driver: Driver, desk: Desk) -> None:
    people = [await sim.add(f"路人{index}") for index in range(40)]
    for person in people:
        await sim.open(person)
    for text in ("一", "二", "三"):
        for person in people:
            await sim.say(person, text)
    async with desk.polling(driver):
        await desk.when(lambda notes: len(notes) == 161)

    for person in people:
        assert await desk.notes(person) == ["/start", "一", "二", "三"]


async def test_a_file_that_is_too_big_is_known_without_asking_for_it(sim: Sim, driver: Driver, desk: Desk) -> None:
    async with desk.working():
        await desk.intake.store([message(document=DOCUMENT | {"file_size": 20 * 1024 * 1024 + 1})])
        await desk.until("no file: too_big")

    assert await sim.log() == []


async def test_a_group_is_left_and_what_is_said_there_never_stored(sim: Sim, desk: Desk) -> None:
    async with desk.working():
        await desk.intake.store([message(text="大家好", chat=GROUP), membership(GROUP, "member")])
        await asyncio.sleep(0.2)

    left = [entry["params"] for entry in await sim.log() if entry["method"] == "leaveChat"]
    assert left
    assert {params["chat_id"] for params in left} == {str(GROUP["id"])}
    assert await desk.db.read(inbox.counts) == (0, 0)


async def test_three_replicas_share_the_work_and_keep_each_persons_order(
    driver: Driver, address: str, tmp_path: Path
) -> None:
    people = range(5001, 5021)
    texts = [f"{number}" for number in range(6)]
    async with opened(address) as one, opened(address) as two, opened(address) as three:
        desks = [Desk(db, driver, tmp_path) for db in (one, two, three)]
        for person in people[::2]:  # whose updates are applied as they come, where nothing of theirs waits
            await has_an_account(desks[0], person)
        async with desks[0].working(), desks[1].working(), desks[2].working():
            for number, text in enumerate(texts):
                batch = [spoken(person, number, text) for person in people]
                await desks[number % 3].intake.store(batch)
                await desks[(number + 1) % 3].intake.store(batch)
            await desks[0].when(lambda notes: len(notes) >= len(people) * len(texts))

        for person in people:
            assert await desks[0].notes(person) == texts
        assert await one.read(inbox.counts) == (0, 0)


async def has_an_account(desk: Desk, person: int) -> None:
    values = {"id": person, "name": "x", "type": "manager", "state": "active", "administrator": False}
    await desk.db.transact(lambda conn: conn.execute(insert(accounts).values(chat_id=person, **values)).rowcount)


async def test_who_has_an_account_goes_before_a_crowd_that_came_first_and_the_crowd_is_heard_as_well(
    desk: Desk,
) -> None:
    crowd, known = range(6001, 6301), 7001
    await has_an_account(desk, known)
    await desk.intake.store([spoken(person, 1, f"stranger {person}") for person in crowd])
    await desk.intake.store([spoken(known, 1, "known")])
    async with desk.working():
        notes = await desk.when(lambda notes: len(notes) == 301)

    assert notes.index("known") < 10
    assert {f"stranger {person}" for person in crowd} < set(notes)


async def test_who_floods_the_bot_gives_way_after_each_step_to_whoever_waits(desk: Desk) -> None:
    flooders, modest = (8001, 8002, 8003), 8004
    for person in flooders:
        await desk.intake.store([spoken(person, number, f"{person} {number}") for number in range(40)])
    await desk.intake.store([spoken(modest, 1, "modest")])
    async with desk.working():
        notes = await desk.when(lambda notes: len(notes) == 121)

    assert notes.index("modest") < 12
    for person in flooders:
        assert await desk.notes(person) == [f"{person} {number}" for number in range(40)]


def spoken(person: int, number: int, text: str) -> Raw:
    chat = {"id": person, "type": "private", "first_name": "x"}
    raw = message(text=text, chat=chat, **{"from": {"id": person, "is_bot": False, "first_name": "x"}})
    return raw | {"update_id": person * 100 + number}


async def test_work_that_another_replica_stored_is_picked_up(driver: Driver, desk: Desk) -> None:
    other = desk.restarted(driver)
    async with desk.working():
        await asyncio.sleep(0.1)
        await other.intake.store([message(text="给别人的")])
        await desk.until("给别人的")

    assert desk.intake.idle


async def test_stopping_finishes_the_step_and_leaves_the_rest_for_the_next_start(
    server: Server, sim: Sim, driver: Driver, desk: Desk
) -> None:
    await sim.fault("delay", method="getFile", ms=700)
    await sim.send(LI, "document", [("大.bin", b"x" * 1000, "application/octet-stream")])
    await sim.say(LI, "后来")
    async with asyncio.timeout(3), desk.polling(driver):
        await desk.until("/start")

    assert await desk.notes() == ["/start"]
    undone, aside = await desk.db.read(inbox.counts)
    assert (undone, aside) == (2, 0)

    await sim.clear_faults()
    fresh = desk.restarted(driver)
    async with fresh.working():
        await fresh.until("后来")
    assert (await fresh.notes())[1:] == ["file 大.bin text/plain 1000", "后来"]
