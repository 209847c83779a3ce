"""The whole way in: long polling with our own acceptance, the inbox, one person's steps one after the other."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from bot.drivers import introducing
from bot.drivers.driver import Driver, open_driver
from bot.drivers.patience import Patience
from bot.sandbox.client import Server, Sim
from bot.serving.polling import Poller
from notifications.sending.messenger import Key, Message, Unauthorized
from tests.drivers.conftest import LI
from tests.drivers.line import TOKEN, Line
from tests.drivers.notebook import Desk


def number(server: Server, name: str) -> int:
    return next(person.id for person in server.sandbox.world.people.values() if person.name == name)


async def test_everything_a_person_can_do_arrives_in_order(
    server: Server, sim: Sim, driver: Driver, desk: Desk
) -> None:
    li = number(server, LI)
    async with desk.polling(driver):
        await sim.open(LI, "inv_8fK2")
        await sim.say(LI, "深圳星河科技有限公司")
        await sim.send(LI, "contact")
        await sim.send(LI, "contact", of="王芳")
        await sim.send(LI, "document", [("报价.txt", b"12.50 yuan\r\n", "text/plain")], caption="附件")
        await sim.send(LI, "location")
        await desk.until("Odd")
        await driver.send(li, Message("请选择", ((Key("好", data="alert"),),)))
        answer = await sim.tap(LI, "好")

    assert (answer["toast"], answer["alert"]) in [(None, "好的 (zh)"), ("好的 (zh)", True)]
    notes = await desk.notes(li)
    assert [note for note in notes if "contact" not in note] == [
        "/start",
        "/start inv_8fK2",
        "深圳星河科技有限公司",
        "file 报价.txt text/plain 12 附件",
        "Odd",
        "tap alert",
    ]
    assert [note.split()[0] for note in notes if "contact" in note] == ["own", "foreign"]


async def test_an_album_arrives_piece_by_piece(sim: Sim, driver: Driver, desk: Desk) -> None:
    async with desk.polling(driver):
        await sim.send(LI, "album", [("1.txt", b"one", "text/plain"), ("2.txt", b"second", "text/plain")])
        await desk.until("file 1.txt text/plain 3 in an album", "file 2.txt text/plain 6 in an album")


async def test_a_tap_without_anything_to_say_still_ends_its_spinner(
    server: Server, sim: Sim, driver: Driver, desk: Desk
) -> None:
    await driver.send(number(server, LI), Message("请选择", ((Key("好", data="k1.0.0.0"),),)))
    async with desk.polling(driver):
        answer = await sim.tap(LI, "好")

    assert (answer["toast"], answer["alert"]) == (None, None) or not answer["toast"]


async def test_nothing_is_confirmed_before_it_is_stored(sim: Sim, driver: Driver, desk: Desk) -> None:
    await sim.say(LI, "一")
    batches = []

    async def broken_store(batch: list[object]) -> None:
        batches.append(batch)
        if len(batches) < 3:
            raise OSError("disk full")
        await desk.intake.store(batch)

    poller = Poller(driver, broken_store, patience=Patience(0.05, 0.1), long=2)
    async with desk.working(), asyncio.TaskGroup() as group:
        group.create_task(poller.run())
        await desk.until("一")
        poller.stop()

    assert await desk.notes() == ["/start", "一"]
    assert poller.pulse.heard


async def test_the_last_batch_is_confirmed_when_the_bot_stops(
    server: Server, sim: Sim, driver: Driver, desk: Desk
) -> None:
    async with desk.polling(driver):
        await sim.say(LI, "再见")
        await desk.until("再见")

    assert server.sandbox.updates.pending == []


async def test_an_update_told_twice_is_taken_once(sim: Sim, driver: Driver, desk: Desk) -> None:
    await sim.fault("duplicate", count=3)
    async with desk.polling(driver):
        for text in ("一", "二", "三"):
            await sim.say(LI, text)
        await desk.until("三")
        await sim.settle()

    assert await desk.notes() == ["/start", "一", "二", "三"]


async def test_an_unparsable_update_is_set_aside_and_holds_nobody_up(
    sim: Sim, driver: Driver, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await sim.fault("garbage", count=2)
    async with desk.polling(driver):
        await sim.say(LI, "一")
        await sim.say(LI, "二")
        await desk.until("二")

    assert await desk.notes() == ["/start", "一", "二"]
    why = await desk.aside()
    assert len(why) == 2
    assert all(each.startswith("unparsable") for each in why)
    assert "can't be read and is set aside" in caplog.text


async def test_who_wrote_what_only_the_library_cant_read_is_told(driver: Driver, desk: Desk) -> None:
    chat = {"id": 5001, "type": "private", "first_name": "明"}
    sender = {"id": 5001, "is_bot": False, "first_name": "明"}
    await desk.intake.store(
        [{"update_id": 1, "message": {"message_id": 1, "chat": chat, "from": sender, "text": "无日期"}}]
    )

    assert await desk.notes(5001) == ["sorry"]
    assert len(await desk.aside()) == 1


async def test_a_file_that_doesnt_come_is_an_outcome_too(sim: Sim, driver: Driver, desk: Desk) -> None:
    await sim.fault("error", code=500, method="getFile")
    async with desk.polling(driver):
        await sim.send(LI, "document", [("a.txt", b"x", "text/plain")])
        await desk.until("no file: network")
        await sim.clear_faults()
        await sim.fault(
            "error",
            code=400,
            description="Bad Request: wrong file_id or the file is temporarily unavailable",
            method="getFile",
            count=1,
        )
        await sim.send(LI, "document", [("b.txt", b"y", "text/plain")])
        await desk.until("no file: gone")


FAULTS: list[dict[str, Any]] = [
    {"kind": "error", "code": 500},
    {"kind": "error", "code": 502},
    {"kind": "error", "code": 409},
    {"kind": "cut_before"},
    {"kind": "cut_after"},
]


async def test_polling_outlives_every_trouble(sim: Sim, driver: Driver, desk: Desk) -> None:
    async with desk.polling(driver) as poller:
        for number, fault in enumerate(FAULTS):
            await sim.fault(method="getUpdates", count=2, **fault)
            await sim.say(LI, f"{number}")
            await desk.until(f"{number}")
        assert poller.pulse.trouble is None

    assert await desk.notes() == ["/start", *(f"{number}" for number in range(len(FAULTS)))]
    assert len([each for each in await sim.log() if each["method"] == "getUpdates"]) < 30


async def test_polling_waits_as_long_as_it_is_told(sim: Sim, driver: Driver, desk: Desk) -> None:
    await sim.fault("error", code=429, retry_after=1, method="getUpdates", count=1)
    started = asyncio.get_running_loop().time()
    async with desk.polling(driver):
        await desk.until("/start")

    assert asyncio.get_running_loop().time() - started >= 1
    polls = [each for each in await sim.log() if each["method"] == "getUpdates"]
    assert [each["status"] for each in polls[:2]] == [429, 200]


async def test_a_second_poller_is_named(sim: Sim, driver: Driver, desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    await sim.fault("error", code=409, method="getUpdates", count=1)
    async with desk.polling(driver):
        await desk.until("/start")

    assert "somebody else receives this bot's updates" in caplog.text


async def test_a_token_taken_back_is_told_and_ends_the_bot_instead_of_deafness(
    sim: Sim, driver: Driver, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await sim.fault("error", code=401, method="getUpdates")
    poller = Poller(driver, desk.intake.store)

    with pytest.raises(Unauthorized):
        await poller.run()

    assert poller.pulse.trouble == "getUpdates: 401 Unauthorized"
    assert any(record.levelno == logging.CRITICAL for record in caplog.records)


async def test_the_bots_name_is_kept_for_the_next_start_and_a_database_that_is_away_hides_it_from_nobody(
    driver: Driver, server: Server, desk: Desk
) -> None:
    token = server.sandbox.token
    assert await introducing.known(desk.db, token) is None
    assert await introducing.learned(desk.db, driver) == "baobei_bot"
    assert await introducing.known(desk.db, token) == "baobei_bot"
    assert await introducing.known(desk.db, "99:another") is None, "another bot has another name"
    await desk.db.close()
    assert await introducing.learned(desk.db, driver) == "baobei_bot"


async def test_a_wrong_token_is_told_at_the_start(
    library: str, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    driver = open_driver(library, "7000000001:wrong", server.url)
    for asking in (driver.start(), driver.me()):
        with pytest.raises(Unauthorized):
            await asking
    await driver.close()

    assert "check BAOBEI_TOKEN" in caplog.text


async def test_a_server_that_is_away_at_the_start_is_waited_for(
    library: str, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.results("getMe", {"id": 7, "is_bot": True, "first_name": "b", "username": "baobei_bot"})
    port = line.port
    await line.close()
    driver = open_driver(library, TOKEN, f"http://127.0.0.1:{port}", patience=Patience(0.05, 0.1))
    later = Line()
    later.answers = line.answers
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        me = group.create_task(driver.start())
        await asyncio.sleep(0.3)
        assert not me.done()
        await later.open(port)
    await driver.close()
    await later.close()

    assert me.result().username == "baobei_bot"
    assert "the Bot API doesn't answer" in caplog.text
