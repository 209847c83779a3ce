"""What the sandbox is too honest to do: proxies' pages, files that break off, updates in the shape of next year."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.drivers.driver import Driver, open_driver
from bot.drivers.telegram import DOWNLOAD_LIMIT, TooBig, Unparsable
from notifications.sending.messenger import Gone, Message, Outage, Rejected, Throttled
from tests.drivers.line import TOKEN, Line
from tests.drivers.updates import DOCUMENT, PHOTO, PRIVATE, edited, membership, message, tap


@pytest.fixture
async def far(library: str, line: Line) -> AsyncIterator[Driver]:
    opened = open_driver(library, TOKEN, line.url)
    yield opened
    await opened.close()


@pytest.mark.parametrize(
    "raw",
    [
        message(text="你好"),
        message(photo=PHOTO, caption="x", media_group_id="1"),
        message(document=DOCUMENT),
        edited(text="改"),
        tap(),
        membership(PRIVATE, "kicked"),
        message(text="x", field_of_next_year={"deep": [1, 2]}),
        {"update_id": 1, "kind_of_next_year": {"x": 1}},
    ],
)
async def test_either_library_reads_what_telegram_writes(far: Driver, raw: dict[str, Any]) -> None:
    far.parse(raw)


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "message": {"date": "yesterday"}},
        {"update_id": 1, "message": "text"},
        {"update_id": 1, "message": message(text="x")["message"] | {"chat": 5}},
        {"message": {}},
    ],
)
async def test_what_a_library_cant_read_is_unparsable_and_nothing_worse(far: Driver, raw: dict[str, Any]) -> None:
    with pytest.raises(Unparsable):
        far.parse(raw)


async def test_updates_come_raw_and_one_bad_one_spoils_no_batch(far: Driver, line: Line) -> None:
    batch = [message(text="一"), {"update_id": 2, "message": {"date": "yesterday"}}, 7, None]
    line.results("getUpdates", batch)

    assert await far.updates(None, 0) == batch
    assert line.asked == [
        (
            "getUpdates",
            {
                "timeout": "0",
                "limit": "100",
                "allowed_updates": '["message", "edited_message", "callback_query", "my_chat_member"]',
            },
        )
    ]


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        (502, "<html>Bad Gateway</html>", Outage),
        (200, "<html>Please sign in to the hotel's network</html>", Outage),
        (404, "<html>nginx</html>", Outage),
        (200, b"\xff\xfe\x00", Outage),
        (200, json.dumps({"ok": True, "result": "no message"}), Rejected),
        (429, json.dumps({"ok": False, "error_code": 429, "description": "Too Many Requests"}), Throttled),
    ],
)
async def test_an_answer_that_isnt_telegrams(
    far: Driver, line: Line, status: int, body: str | bytes, failure: type[Exception]
) -> None:
    line.says("sendMessage", status, body)

    with pytest.raises(failure) as caught:
        await far.send(5, Message("x"))

    assert type(caught.value) is failure
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_nobody_there_is_an_outage_that_doesnt_tell_the_token(far: Driver, line: Line) -> None:
    await line.close()

    with pytest.raises(Outage) as caught:
        await far.send(5, Message("x"))

    assert TOKEN not in str(caught.value)


async def test_a_download_arrives_and_is_compared_with_what_was_promised(far: Driver, line: Line) -> None:
    content = bytes(range(256)) * 4000
    line.results("getFile", {"file_id": "f", "file_path": "documents/file_1.bin", "file_size": len(content)})
    line.answers["documents/file_1.bin"] = lambda: web.Response(body=io.BytesIO(content))
    into = io.BytesIO()

    assert await far.download("f", into) == len(content)
    assert into.getvalue() == content

    line.says("documents/file_1.bin", 200, b"half of it")
    with pytest.raises(Outage, match="10 bytes of"):
        await far.download("f", io.BytesIO())


async def test_a_file_bigger_than_it_claims_is_cut_off(far: Driver, line: Line) -> None:
    line.results("getFile", {"file_id": "f", "file_path": "big"})
    line.answers["big"] = lambda: web.Response(body=io.BytesIO(bytes(DOWNLOAD_LIMIT + 1)))
    into = io.BytesIO()

    with pytest.raises(TooBig):
        await far.download("f", into)

    assert into.tell() <= DOWNLOAD_LIMIT


@pytest.mark.parametrize(("status", "failure"), [(404, Gone), (503, Outage)])
async def test_a_file_that_isnt_there(far: Driver, line: Line, status: int, failure: type[Exception]) -> None:
    line.results("getFile", {"file_id": "f", "file_path": "x"})
    line.says("x", status, "none")

    with pytest.raises(failure):
        await far.download("f", io.BytesIO())


async def test_a_file_without_a_path_is_gone(far: Driver, line: Line) -> None:
    line.results("getFile", {"file_id": "f"})

    with pytest.raises(Gone):
        await far.download("f", io.BytesIO())
