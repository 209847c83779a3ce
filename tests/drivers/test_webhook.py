"""The webhook: the same door for both libraries; 200 means stored."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession

from bot.drivers.driver import Driver
from bot.sandbox.client import Server, Sim
from bot.serving import webhook as webhook_module
from bot.serving.webhook import BODY_LIMIT, SECRET, Webhook
from notifications.sending.messenger import Key, Message
from storage.chat import inbox
from tests.drivers.conftest import LI, ours
from tests.drivers.notebook import Desk
from tests.drivers.updates import message

WORD = "a-secret_word"


class Door:
    """A webhook on a free port, and somebody who knocks."""

    def __init__(self, webhook: Webhook, port: int, session: ClientSession) -> None:
        self.webhook = webhook
        self.url = f"http://127.0.0.1:{port}/telegram"
        self._health = f"http://127.0.0.1:{port}/health"
        self._session = session

    async def knock(
        self, body: bytes | str | io.BytesIO, secret: str | None = WORD, kind: str = "application/json"
    ) -> int:
        headers = {"Content-Type": kind} | ({} if secret is None else {SECRET: secret})
        async with self._session.post(self.url, data=body, headers=headers) as response:
            return response.status

    async def health(self) -> tuple[int, dict[str, Any]]:
        async with self._session.get(self._health) as response:
            return response.status, await response.json()


@pytest.fixture
async def door(desk: Desk) -> AsyncIterator[Door]:
    webhook = Webhook(desk.intake.store, WORD, "/telegram")
    port = await webhook.start("127.0.0.1", 0)
    async with ClientSession() as session:
        yield Door(webhook, port, session)
    await webhook.stop()


async def test_telegram_delivers_and_every_lane_arrives(
    server: Server, sim: Sim, driver: Driver, desk: Desk, door: Door
) -> None:
    li = next(person.id for person in server.sandbox.world.people.values() if person.name == LI)
    async with desk.working():
        await driver.set_webhook(door.url, WORD)
        await sim.say(LI, "深圳")
        await desk.until("深圳")
        await driver.send(li, Message("请选择", ((Key("好", data="alert"),),)))
        answer = await sim.tap(LI, "好")

    assert "好的 (zh)" in (answer["toast"], answer["alert"])
    assert await desk.notes() == ["/start", "深圳", "tap alert"]


@ours
async def test_a_stranger_without_the_secret_is_refused(desk: Desk, door: Door) -> None:
    body = json.dumps(message(text="我是李明"))

    assert [await door.knock(body, secret) for secret in (None, "", "wrong", WORD + "x", "ключ")] == [403] * 5
    assert await desk.db.read(inbox.counts) == (0, 0)


@ours
@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "text/plain", "application/octet-stream"])
async def test_the_content_type_doesnt_matter(desk: Desk, door: Door, kind: str) -> None:
    assert await door.knock(json.dumps(message(text="一")), kind=kind) == 200
    assert await desk.db.read(inbox.counts) == (1, 0)


@ours
async def test_what_is_no_update_is_refused_or_dropped_and_never_stored(desk: Desk, door: Door) -> None:
    assert await door.knock(b"") == 400
    assert await door.knock(b"\xff\xfe{") == 400
    assert await door.knock(b"[" * 100_000) == 400
    assert await door.knock(io.BytesIO(b" " * (BODY_LIMIT + 1))) == 413
    assert await door.knock(b"[]") == 200  # again would be no better
    assert await desk.db.read(inbox.counts) == (0, 0)


async def test_an_unparsable_update_is_taken_and_set_aside(desk: Desk, door: Door) -> None:
    assert await door.knock(json.dumps({"update_id": 5, "message": {"date": "yesterday"}})) == 200
    assert await desk.db.read(inbox.counts) == (0, 1)


@ours
async def test_what_isnt_stored_is_a_500_and_comes_again(sim: Sim, driver: Driver, desk: Desk) -> None:
    tries: list[object] = []

    async def stumbling(batch: list[Any]) -> None:
        tries.append(batch)
        if len(tries) == 1:
            raise OSError("disk full")
        await desk.intake.store(batch)

    webhook = Webhook(stumbling, WORD)
    port = await webhook.start("127.0.0.1", 0)
    async with desk.working():
        await driver.set_webhook(f"http://127.0.0.1:{port}/", WORD)
        await desk.until("/start")
    await webhook.stop()

    assert len(tries) == 2
    assert await desk.notes() == ["/start"]


@ours
async def test_health_says_whether_we_hear(desk: Desk, door: Door) -> None:
    assert (await door.health())[0] == 200

    await desk.db.close()
    assert await door.knock(json.dumps(message(text="一"))) == 500

    status, report = await door.health()
    assert status == 503
    assert report["trouble"]
    assert not report["heard"]


async def test_polling_after_a_webhook_takes_over_what_waits(sim: Sim, driver: Driver, desk: Desk) -> None:
    await driver.set_webhook("http://127.0.0.1:9/nobody-is-here", WORD)
    await sim.say(LI, "等着")
    await asyncio.sleep(1.05)  # Telegram takes one change a second

    async with desk.polling(driver):
        await desk.until("等着")


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(ValueError, match="without a secret"):
        Webhook(_nowhere, "")


async def _nowhere(batch: list[Any]) -> None:
    raise NotImplementedError


@ours
@pytest.mark.parametrize("leaves", [True, False])
async def test_who_dawdles_or_leaves_amid_a_body_holds_no_place_and_leaves_no_traceback(
    desk: Desk, door: Door, leaves: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(webhook_module, "BODY_SECONDS", 0.3)
    address = urlsplit(door.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    head = f"POST {address.path} HTTP/1.1\r\nHost: x\r\n{SECRET}: {WORD}\r\nContent-Length: 500\r\n\r\n"
    writer.write(head.encode() + b'{"update_id": 1')
    await writer.drain()
    if leaves:
        writer.transport.abort()
    else:
        answer = await asyncio.wait_for(reader.readline(), 5)
        assert answer.startswith(b"HTTP/1.1 408")
    await asyncio.sleep(0.6)
    assert await door.knock(json.dumps(message(text="一"))) == 200
    assert [each for each in caplog.records if each.exc_info or each.levelname == "ERROR"] == []
    writer.close()
