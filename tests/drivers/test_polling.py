"""The poller's own judgement, against a server that says what it is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.driver import Driver, open_driver
from bot.patience import Patience
from bot.polling import Poller
from notifications.messenger import Unauthorized
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


async def test_a_webhook_that_stands_in_the_way_is_taken_down_first(far: Driver, line: Line) -> None:
    batches(line)
    await polled(far, line)

    assert [method for method, _ in line.asked] == ["deleteWebhook", "getUpdates"]


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
