"""The poller's own judgement, against a server that says what it is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.drivers.driver import Driver, open_driver
from bot.drivers.patience import Patience
from bot.serving.polling import Poller
from notifications.sending.messenger import Unauthorized
from tests.drivers.conftest import ours
from tests.drivers.line import TOKEN, Line
from tests.drivers.updates import message

pytestmark = ours


@pytest.fixture
async def far(library: str, line: Line) -> AsyncIterator[Driver]:
    line.results("deleteWebhook", True)
    opened = open_driver(library, TOKEN, line.url)
    yield opened
    await opened.close()


def batches(line: Line, *given: list[Any]) -> None:
    """These, one poll after the other, then a token taken back, which ends the poller."""
    left = list(given)

    def answer() -> web.Response:
        if left:
            return web.json_response({"ok": True, "result": left.pop(0)})
        return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)

    line.answers["getUpdates"] = answer


async def polled(driver: Driver, line: Line) -> tuple[list[Any], list[str | None]]:
    """What was stored, and the offset of each poll."""
    stored: list[Any] = []

    async def store(batch: list[Any]) -> None:
        stored.append(batch)

    with pytest.raises(Unauthorized):
        await Poller(driver, store, patience=Patience(0.01, 0.02)).run()
    return stored, [params.get("offset") for method, params in line.asked if method == "getUpdates"]


async def test_the_next_poll_confirms_what_is_stored(far: Driver, line: Line) -> None:
    one, two = message(text="一") | {"update_id": 7}, message(text="二") | {"update_id": 8}
    batches(line, [one, two])

    assert await polled(far, line) == ([[one, two]], [None, "9"])


async def test_after_a_quiet_time_numbers_may_begin_anew_below(far: Driver, line: Line) -> None:
    high, low = message(text="一") | {"update_id": 900}, message(text="二") | {"update_id": 5}
    batches(line, [high], [], [low])

    assert await polled(far, line) == ([[high], [low]], [None, "901", None, "6"])


async def test_an_update_without_a_number_goes_with_its_neighbours_and_alone_holds_no_hot_loop(
    far: Driver, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    good = message(text="一") | {"update_id": 3}
    batches(line, [None, good, 7], [7], [7])

    stored, offsets = await polled(far, line)

    assert stored == [[None, good, 7], [7], [7]]
    assert offsets == [None, "4", "4", "4"]
    assert "updates without a readable id" in caplog.text


WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def webhook_active() -> web.Response:
    return web.json_response({"ok": False, "error_code": 409, "description": WEBHOOK}, status=409)


async def test_a_webhook_that_stands_in_the_way_is_taken_down(far: Driver, line: Line) -> None:
    batches(line)
    polls, active = line.answers["getUpdates"], iter([True])
    line.answers["getUpdates"] = lambda: webhook_active() if next(active, False) else polls()
    await polled(far, line)

    assert [method for method, _ in line.asked] == ["getUpdates", "deleteWebhook", "getUpdates"]


async def test_a_webhook_that_somebody_sets_later_is_left_to_him(
    far: Driver, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    batches(line, [message(text="一") | {"update_id": 7}])
    polls, active = line.answers["getUpdates"], iter([False, True])
    line.answers["getUpdates"] = lambda: webhook_active() if next(active, False) else polls()
    await polled(far, line)

    assert [method for method, _ in line.asked] == ["getUpdates"] * 3
    assert "somebody else receives this bot's updates" in caplog.text


@pytest.mark.parametrize("hindrance", ["refused", "throttled"])
async def test_a_webhook_that_cant_be_taken_down_yet_is_tried_again(far: Driver, line: Line, hindrance: str) -> None:
    line.answers["getUpdates"] = webhook_active
    code = 429 if hindrance == "throttled" else 500
    line.says("deleteWebhook", code, json.dumps({"ok": False, "error_code": code, "description": "later"}))
    async with running(Poller(far, _nothing, patience=Patience(0.01, 0.02))):
        await asked(line, "deleteWebhook", 2)


@pytest.mark.parametrize("batch", [[], [message(text="一") | {"update_id": 7}]], ids=["empty", "the same again"])
async def test_a_server_that_answers_at_once_with_nothing_new_isnt_asked_without_pause(
    far: Driver, line: Line, batch: list[Any]
) -> None:
    line.results("getUpdates", batch)

    async def store(given: list[Any]) -> None:
        assert given == batch

    async with running(Poller(far, store)):
        await asyncio.sleep(1.3)

    assert 1 <= len(line.asked) <= 4


async def test_what_comes_late_in_a_poll_is_asked_on_after_at_once(far: Driver, line: Line) -> None:
    batches(line, *[[message(text=str(number)) | {"update_id": number}] for number in range(20)])
    began = asyncio.get_running_loop().time()
    stored, _ = await polled(far, line)

    assert len(stored) == 20
    assert asyncio.get_running_loop().time() - began < 1


async def test_stopping_doesnt_wait_for_a_server_that_hangs(far: Driver, line: Line) -> None:
    """Neither in the poll nor in the last call, which confirms what is stored."""
    silent = asyncio.Event()
    batches(line, [message(text="一") | {"update_id": 7}])
    polls, hangs = line.answers["getUpdates"], iter([False])
    line.answers["getUpdates"] = lambda: _never(silent) if next(hangs, True) else polls()

    async def store(given: list[Any]) -> None:
        poller.stop()

    poller = Poller(far, store)
    async with asyncio.timeout(4):
        await poller.run()
    silent.set()


async def _never(silent: asyncio.Event) -> web.Response:
    await silent.wait()
    return web.Response()


@asynccontextmanager
async def running(poller: Poller) -> AsyncIterator[None]:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(poller.run())
        try:
            yield
        finally:
            poller.stop()


async def asked(line: Line, method: str, times: int) -> None:
    while [each for each, _ in line.asked].count(method) < times:  # noqa: ASYNC110  (the line tells nobody)
        await asyncio.sleep(0.01)


async def test_of_several_replicas_only_the_one_that_leads_polls(far: Driver, line: Line) -> None:
    line.says("getUpdates", 200, json.dumps({"ok": True, "result": []}))
    leading = False
    poller = Poller(far, _nothing, leads=lambda: leading)
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(poller.run())
        await asyncio.sleep(0.1)
        assert "getUpdates" not in [method for method, _ in line.asked]
        leading = True
        while "getUpdates" not in [method for method, _ in line.asked]:  # noqa: ASYNC110  (the line tells nobody)
            await asyncio.sleep(0.01)
        poller.stop()


async def test_stopping_doesnt_wait_for_a_long_poll(far: Driver, line: Line) -> None:
    line.says("getUpdates", 200, json.dumps({"ok": True, "result": []}))
    poller = Poller(far, _nothing, long=50)
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(poller.run())
        await asyncio.sleep(0.1)
        poller.stop()

    assert poller.pulse.heard
    assert poller.pulse.silence < 5


async def _nothing(batch: list[Any]) -> None:
    raise AssertionError(f"nothing was said, but {batch} came")
