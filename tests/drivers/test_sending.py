"""What a driver sends is what the person sees, whichever library carries it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.drivers.driver import Driver
from bot.sandbox.client import Server, Sim
from dialogs.core.screen import Tone
from notifications.sending.messenger import (
    Attachment,
    Failure,
    Gone,
    Key,
    Keyboard,
    Message,
    Outage,
    Rejected,
    Throttled,
    Unreachable,
)
from tests.drivers.conftest import LI
from tests.drivers.notebook import Desk

ROWS = ((Key("✅ 批准", data="k1.0.0.0"), Key("网站", url="https://example.org/")),)

SIZES = {"6.png": (60, 40), "7.png": (90, 40)}


@pytest.fixture
def li(server: Server, sim: Sim) -> int:
    return next(person.id for person in server.sandbox.world.people.values() if person.name == LI)


async def test_a_message_with_buttons_arrives(driver: Driver, sim: Sim, li: int) -> None:
    number = await driver.send(li, Message("<b>客户</b>：A &lt; B", ROWS))

    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["id"], seen["html"]) == (number, "<b>客户</b>：A &lt; B")
    assert seen["buttons"] == [
        [{"text": "✅ 批准", "data": "k1.0.0.0"}, {"text": "网站", "url": "https://example.org/"}]
    ]


async def test_buttons_that_are_green_or_red_or_copy_arrive_and_are_tapped_among_each_other(
    driver: Driver, sim: Sim, desk: Desk, li: int
) -> None:
    decides = (Key("批准", "k1.0.0.0", tone=Tone.APPROVE), Key("驳回", "k1.0.0.1", tone=Tone.DANGER))
    await driver.send(li, Message("待审批", (decides, (Key("复制编号", copy_text="BB-2026-00001"),))))

    seen = await sim.last(LI)
    assert seen is not None
    assert [each["style"] for each in seen["buttons"][0]] == ["success", "danger"]
    assert seen["buttons"][1] == [{"text": "复制编号", "copy": "BB-2026-00001"}]
    async with desk.polling(driver):
        await sim.tap(LI, "驳回")
        await desk.until("tap k1.0.0.1")


async def test_a_long_quote_arrives_folded_as_text_and_below_a_file(
    driver: Driver, sim: Sim, li: int, tmp_path: Path
) -> None:
    (tmp_path / "1").write_bytes(b"x")
    quote = f"<blockquote expandable>{'背景' * 400}</blockquote>"

    for attached in (None, Attachment(tmp_path / "1", "a.txt")):
        await driver.send(li, Message(f"客户背景\n{quote}", attached=attached))
        seen = await sim.last(LI)
        assert seen is not None
        assert seen["html"] == f'客户背景\n<blockquote class="folds">{"背景" * 400}</blockquote>'


async def test_an_edit_replaces_words_and_buttons(driver: Driver, sim: Sim, li: int) -> None:
    number = await driver.send(li, Message("一", ROWS))

    await driver.edit(li, number, Message("二"))

    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["id"], seen["text"], seen["buttons"]) == (number, "二", [])


async def test_the_same_again_and_buttons_taken_twice_are_no_failure(driver: Driver, sim: Sim, li: int) -> None:
    number = await driver.send(li, Message("一", ROWS))

    await driver.edit(li, number, Message("一", ROWS))
    await driver.strip(li, number)
    await driver.strip(li, number)

    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["text"], seen["buttons"]) == ("一", [])


async def test_a_message_that_cant_be_edited_is_gone(driver: Driver, sim: Sim, li: int) -> None:
    keyboard = await driver.send(li, Message("主页在下面", keyboard=Keyboard(("🏠 主页",), contact="📱 我的号码")))

    assert (await sim.chat(LI))["keyboard"]
    with pytest.raises(Gone):
        await driver.edit(li, keyboard, Message("x"))
    with pytest.raises(Gone):
        await driver.edit(li, keyboard + 999, Message("x"))


async def test_files_and_pictures_arrive_whole(driver: Driver, sim: Sim, li: int, tmp_path: Path) -> None:
    document, picture = tmp_path / "1", tmp_path / "2"
    document.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 500)
    Image.new("RGB", (60, 40), "red").save(picture, "PNG")

    number = await driver.send(li, Message("报价", ROWS, Attachment(document, "报价单 2026.pdf")))
    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["file"]["name"], seen["file"]["size"], seen["text"]) == ("报价单 2026.pdf", 128009, "报价")

    await driver.edit(li, number, Message("报价，已确认", attached=Attachment(document, "报价单 2026.pdf")))
    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["text"], seen["buttons"]) == ("报价，已确认", [])

    await driver.send(li, Message("", attached=Attachment(picture, "名片.png", picture=True)))
    seen = await sim.last(LI)
    assert seen is not None
    assert seen["file"]["kind"] == "photo"


async def test_a_text_where_a_file_stood_is_sent_anew(driver: Driver, li: int, tmp_path: Path) -> None:
    (tmp_path / "1").write_bytes(b"x")
    number = await driver.send(li, Message("文件", attached=Attachment(tmp_path / "1", "a.txt")))

    with pytest.raises(Gone):
        await driver.edit(li, number, Message("只有字"))


async def test_a_picture_changes_where_it_stands_with_words_and_buttons(
    driver: Driver, sim: Sim, li: int, tmp_path: Path
) -> None:
    june, july = (Attachment(_picture(tmp_path / each, size), each, picture=True) for each, size in SIZES.items())
    number = await driver.send(li, Message("6月", ROWS, june))
    before = await sim.last(LI)

    await driver.edit(li, number, Message("<b>7月</b> 💡", ROWS, july))

    seen = await sim.last(LI)
    assert seen is not None
    assert before is not None
    assert (seen["id"], seen["html"], len(seen["buttons"]), seen["edited"]) == (number, "<b>7月</b> 💡", 1, 1)
    assert (seen["file"]["kind"], before["file"]["url"] != seen["file"]["url"]) == ("photo", True)


async def test_words_give_way_to_a_picture_and_a_picture_never_to_words(
    driver: Driver, sim: Sim, li: int, tmp_path: Path
) -> None:
    number = await driver.send(li, Message("正在画"))
    picture = Attachment(_picture(tmp_path / "6.png", (60, 40)), "6.png", picture=True)

    await driver.edit(li, number, Message("6月", attached=picture))
    with pytest.raises(Gone):
        await driver.edit(li, number, Message("只有字"))

    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["id"], seen["text"], seen["file"]["kind"]) == (number, "6月", "photo")


async def test_what_is_no_picture_is_refused_as_one_and_the_old_one_stays(
    driver: Driver, sim: Sim, li: int, tmp_path: Path
) -> None:
    good = Attachment(_picture(tmp_path / "6.png", (60, 40)), "6.png", picture=True)
    number = await driver.send(li, Message("6月", attached=good))

    with pytest.raises(Rejected):
        await driver.edit(li, number, Message("7月", attached=Attachment(b"no picture", "7.png", picture=True)))

    seen = await sim.last(LI)
    assert seen is not None
    assert (seen["text"], seen["file"]["kind"]) == ("6月", "photo")


def _picture(place: Path, size: tuple[int, int]) -> Path:
    Image.new("RGB", size, "red").save(place, "PNG")
    return place


async def test_a_file_that_isnt_there_is_rejected_before_the_call(driver: Driver, li: int, tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="not in the store"):
        await driver.send(li, Message("x", attached=Attachment(tmp_path / "none", "a.txt")))


async def test_commands_stand_in_the_menu(driver: Driver, sim: Sim, li: int) -> None:
    await driver.set_commands([("start", "Home")])
    await driver.set_commands([("start", "主页"), ("help", "帮助")], "zh")

    assert [command["command"] for command in (await sim.chat(LI))["commands"]] == ["start", "help"]


async def test_a_tap_is_answered_and_a_late_answer_is_no_failure(driver: Driver, sim: Sim) -> None:
    await driver.answer("123456789", "太晚了")


async def test_who_cant_be_written_to_is_told_apart(driver: Driver, sim: Sim, li: int) -> None:
    with pytest.raises(Unreachable):
        await driver.send(424242, Message("x"))

    await sim.fault("blocked", person=LI)
    with pytest.raises(Unreachable):
        await driver.send(li, Message("x"))


FAULTS: list[tuple[dict[str, Any], type[Failure]]] = [
    ({"kind": "error", "code": 429, "retry_after": 3}, Throttled),
    ({"kind": "error", "code": 500}, Outage),
    ({"kind": "error", "code": 502}, Outage),
    ({"kind": "error", "code": 400, "description": "Bad Request: can't parse entities"}, Rejected),
    ({"kind": "cut_before"}, Outage),
    ({"kind": "cut_after"}, Outage),
]


async def test_failures_are_of_the_same_kind_and_never_repeated_here(driver: Driver, sim: Sim, li: int) -> None:
    for fault, kind in FAULTS:
        await sim.fault(**fault, method="sendMessage", count=1)
        with pytest.raises(Failure) as caught:
            await driver.send(li, Message("x"))
        assert type(caught.value) is kind
        if isinstance(caught.value, Throttled):
            assert caught.value.seconds == 3

    assert len([entry for entry in await sim.log() if entry["method"] == "sendMessage"]) == len(FAULTS)


async def test_many_calls_at_once_all_arrive(driver: Driver, sim: Sim, li: int) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(60):
            group.create_task(driver.send(li, Message(f"{number}")))

    texts = {message["text"] for message in (await sim.chat(LI))["messages"]}
    assert {f"{number}" for number in range(60)} <= texts
