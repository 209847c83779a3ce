"""One exchange, either library: the calls that reach Telegram are the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.drivers.driver import DRIVERS, open_driver
from bot.sandbox.client import Server, Sim, serving
from dialogs.core.screen import Tone
from notifications.sending.messenger import Attachment, Failure, Key, Keyboard, Message
from tests.drivers.conftest import LI
from tests.drivers.notebook import Desk, opened

pytestmark = pytest.mark.xdist_group("aiogram")
BY_CHANCE = ("offset", "file_id", "callback_query_id")


async def exchange(library: str, address: str, folder: Path) -> list[tuple[str, dict[str, Any], int]]:
    """The script, and the log of calls that it made."""
    async with serving() as server, Sim(server.url) as sim, opened(address) as db:
        driver = open_driver(library, server.sandbox.token, server.url)
        try:
            await driver.start()
            await _play(driver_desk := Desk(db, driver, folder), sim, server)
            assert await driver_desk.aside() == []
        finally:
            await driver.close()
        return [_normal(entry) for entry in await sim.log()]


async def _play(desk: Desk, sim: Sim, server: Server) -> None:
    driver = desk.driver
    li = server.sandbox.cast_ids()[0][0]
    document, picture = desk.folder / "1", desk.folder / "2.png"
    document.write_bytes(b"%PDF-1.7")
    Image.new("RGB", (60, 40), "red").save(picture)
    await driver.set_commands([("start", "主页")], "zh")
    await sim.open(LI)
    async with desk.polling(driver):
        await desk.until("/start")
        await driver.send(li, Message("主页在下面", keyboard=Keyboard(("🏠 主页",), contact="📱 我的号码")))
        number = await driver.send(
            li,
            Message(
                "<b>请选择</b>",
                (
                    (
                        Key("好", data="alert", tone=Tone.APPROVE),
                        Key("网", url="https://e.org/"),
                        Key("抄", copy_text="BB-2026-00001"),
                    ),
                ),
            ),
        )
        await sim.tap(LI, "好")
        await driver.edit(li, number, Message("好了", ((Key("再来", data="k1.0.0.0"),),)))
        await driver.strip(li, number)
        await driver.send(li, Message("报价", attached=Attachment(document, "报价 1.pdf"), silent=True))
        card = await driver.send(li, Message("", attached=Attachment(picture, "名片.png", picture=True)))
        await driver.edit(li, card, Message("新名片", attached=Attachment(picture, "名片 2.png", picture=True)))
        await sim.send(LI, "document", [("合同.txt", b"text", "text/plain")])
        await desk.until("file 合同.txt text/plain 4")
        for refused in (driver.send(4242, Message("x")), driver.edit(li, 999999, Message("x"))):
            try:
                await refused
            except Failure:
                continue


def _said(value: Any) -> Any:
    """A part that is JSON, however it was written down."""
    return json.loads(value) if isinstance(value, str) and value[:1] in ("[", "{") else value


def _normal(entry: dict[str, Any]) -> tuple[str, dict[str, Any], int]:
    """Without what differs by chance (ids, offsets) and by manner of saying it."""
    given: dict[str, Any] = entry["params"]
    said = {name: _said(value) for name, value in given.items()}
    named = [each for value in said.values() for each in (value.values() if isinstance(value, dict) else [value])]
    params: dict[str, Any] = {}
    for name, value in said.items():
        if value == "" or name in BY_CHANCE or f"attach://{name}" in named:
            continue
        if isinstance(value, dict):
            params[name] = {key: _part(given, each) for key, each in value.items()}
        else:
            params[name] = _part(given, value)
    return entry["method"], params, entry["status"]


def _part(given: dict[str, Any], value: Any) -> Any:
    """aiogram's part has a random name, to which the parameter points."""
    return given[value.removeprefix("attach://")] if str(value).startswith("attach://") else value


async def test_the_calls_of_one_exchange_are_equal_with_both_libraries(sqlite_template: Path, tmp_path: Path) -> None:
    logs = []
    for library in sorted(DRIVERS):
        folder = tmp_path / library
        folder.mkdir()
        address = str(shutil.copy(sqlite_template, folder / "baobei.db"))
        logs.append(await exchange(library, address, folder))

    one, other = ([call for call in log if call[0] != "getUpdates"] for log in logs)
    assert one == other
    assert len(one) > 11
    first_poll, its_other = (next(call for call in log if call[0] == "getUpdates") for log in logs)
    assert first_poll == its_other
    assert {"sendDocument", "sendPhoto", "answerCallbackQuery", "getFile"} <= {call[0] for call in one}
