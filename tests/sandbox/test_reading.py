"""A call is read however it was written: as libraries of other languages write it, too."""

from __future__ import annotations

import json

import pytest

from tests.sandbox.bot_api import LI, BotApi

FORM = "application/x-www-form-urlencoded"


def part(disposition: str, content: str, kind: str = "") -> str:
    head = f"Content-Disposition: form-data{disposition}\r\n" + (f"Content-Type: {kind}\r\n" if kind else "")
    return f"--x\r\n{head}\r\n{content}\r\n"


async def sent(api: BotApi, method: str, body: str, kind: str, *, verb: str = "POST") -> tuple[int, str]:
    """Status and answer."""
    head = {"Content-Type": kind}
    async with api.session.request(verb, f"{api.base}/{method}", data=body.encode(), headers=head) as response:
        return response.status, await response.text()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"chat_id={LI}&text=hi", FORM),
        (json.dumps({"chat_id": LI, "text": "hi"}), "application/json"),
        (part('; name="chat_id"', str(LI)) + part("; name=text", "hi") + "--x--", "multipart/form-data; boundary=x"),
    ],
)
async def test_the_body_of_a_get_is_read_like_that_of_a_post(api: BotApi, body: str, kind: str) -> None:
    status, answer = await sent(api, "sendMessage", body, kind, verb="GET")
    assert (status, json.loads(answer)["result"]["text"]) == (200, "hi")


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("; name=document; filename=合同.pdf", "合同.pdf"),
        ("; name=document; filename=合同 书.pdf ; size=3", "合同 书.pdf"),
        ('; name="document"; filename="合同;1.pdf"', "合同;1.pdf"),
        ('; name="document"; filename="a \\"b\\".pdf"', 'a "b".pdf'),
        ("; name=\"document\"; filename*=UTF-8''%E5%90%88.pdf", "合.pdf"),
    ],
)
async def test_a_file_keeps_its_name_however_it_is_quoted(api: BotApi, disposition: str, name: str) -> None:
    body = part('; name="chat_id"', str(LI)) + part(disposition, "%PDF", "application/pdf") + "--x--\r\n"
    status, answer = await sent(api, "sendDocument", body, 'multipart/form-data; boundary="x"')
    document = json.loads(answer)["result"]["document"]
    assert (status, document["file_name"], document["file_size"]) == (200, name, 4)
    assert document["mime_type"] == "application/pdf"


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (part("", "hi") + "--x--", "multipart/form-data; boundary=x", "field name in multipart/form-data not found"),
        ("--x\r\nhi\r\n--x--", "multipart/form-data; boundary=x", "field name in multipart/form-data not found"),
        ("hi", "multipart/form-data", "boundary not found"),
        ("[1]", "application/json", "can't parse request JSON object"),
        ("\xff", "application/json", "can't parse request JSON object"),
        ("chat_id=1001", "text/plain", "message text is empty"),
    ],
)
async def test_what_cannot_be_read_is_told(api: BotApi, body: str, kind: str, reason: str) -> None:
    status, answer = await sent(api, "sendMessage", body, kind)
    assert (status, json.loads(answer)["description"]) == (400, f"Bad Request: {reason}")


@pytest.mark.parametrize("verb", ["PUT", "DELETE", "PATCH"])
async def test_a_call_is_a_get_or_a_post(api: BotApi, verb: str) -> None:
    status, answer = await sent(api, "sendMessage", f"chat_id={LI}&text=hi", FORM, verb=verb)
    assert (status, json.loads(answer)["description"]) == (501, "Not Implemented")
