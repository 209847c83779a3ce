"""Misbehaviour on request."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from aiohttp import ClientError

from bot.sandbox.client import Sim, SimError
from tests.sandbox.bot_api import LI, WANG, BotApi


async def test_429_comes_with_its_retry_after_as_often_as_asked(api: BotApi, sim: Sim) -> None:
    await sim.fault("error", code=429, retry_after=7, method="sendmessage", person="李明", count=1)
    await api.send(to=WANG)
    async with api.session.post(f"{api.base}/sendMessage", json={"chat_id": LI, "text": "x"}) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert await response.json() == {
            "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7", "parameters": {"retry_after": 7},
        }  # fmt: skip
    await api.send()


async def test_other_errors_come_with_the_usual_words_or_given_ones(api: BotApi, sim: Sim) -> None:
    await sim.fault("error", code=500, count=1)
    assert await api.refusal("getMe") == "Internal Server Error"
    await sim.fault("error", code=500, count=1, description="Internal Server Error: restart")
    assert await api.refusal("getMe") == "Internal Server Error: restart"


async def test_nonsense_is_a_page_or_half_an_answer(api: BotApi, sim: Sim) -> None:
    half = '{"ok": tru'
    for status, given, words in ((502, None, "<h1>"), (200, half, half)):
        await sim.fault("nonsense", code=status, description=given, count=1)
        async with api.session.post(f"{api.base}/getMe") as response:
            assert (response.status, response.content_type) == (status, "text/html")
            assert words in await response.text()
    await api.ok("getMe")


async def test_a_cut_before_does_nothing_and_a_cut_after_does_it(api: BotApi, sim: Sim) -> None:
    for kind, done in (("cut_before", 0), ("cut_after", 1)):
        await sim.fault(kind, count=1, method="sendMessage")
        with pytest.raises(ClientError):
            await api.send("x", to=LI)
        assert len((await sim.chat("李明"))["messages"]) == done
    assert [entry["status"] for entry in await sim.log()] == [0, 0]
    await api.send()


async def test_a_delay_delays(api: BotApi, sim: Sim) -> None:
    await sim.fault("delay", ms=150)
    begun = time.monotonic()
    await api.ok("getMe")
    assert time.monotonic() - begun >= 0.15
    await sim.clear_faults()
    begun = time.monotonic()
    await api.ok("getMe")
    assert time.monotonic() - begun < 0.1


async def test_updates_come_twice_or_out_of_order(api: BotApi, sim: Sim) -> None:
    async def heard(kind: str, *says: str) -> list[Any]:
        await sim.fault(kind, count=1)
        for text in says:
            await sim.say("李明", text)
        found = await api.updates()
        await sim.clear_faults()
        return [
            (update["message"]["text"], update["update_id"] - min(u["update_id"] for u in found)) for update in found
        ]

    assert await heard("duplicate", "一", "二") == [("一", 0), ("一", 0), ("二", 1)]
    assert await heard("reorder", "三", "四") == [("四", 0), ("三", 1)]
    assert await heard("reorder", "五") == [("五", 0)]


async def test_garbage_comes_ahead_of_the_next_update(api: BotApi, sim: Sim) -> None:
    await sim.fault("garbage", count=1, method="message")
    await sim.say("李明", "在吗")
    garbage, message = await api.updates()
    assert garbage["message"] == {"date": "yesterday"}
    assert message["message"]["text"] == "在吗"


async def test_probability_with_a_seed_strikes_the_same_again(api: BotApi, sim: Sim) -> None:
    async def struck() -> list[bool]:
        await sim.fault("error", code=500, probability=0.5, seed=7, method="getMe")
        found = [not (await api.call("getMe"))["ok"] for _ in range(20)]
        await sim.clear_faults()
        return found

    first = await struck()
    assert 3 < sum(first) < 17
    assert await struck() == first


async def test_too_many_messages_are_noted_and_on_request_refused(api: BotApi, sim: Sim) -> None:
    for _ in range(12):
        await api.send()
    assert [entry["n"] for entry in await sim.log() if "would_be_429" in entry] == [11, 12]
    await sim.fault("pacing")
    assert "Too Many Requests: retry after" in await api.refusal("sendMessage", chat_id=LI, text="x")
    await api.send(to=WANG)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "magic"},
        {"kind": "blocked"},
        {"kind": "error", "code": "x"},
        {"kind": "error", "count": -1},
        {"kind": "delay", "ms": True},
    ],
)
async def test_what_is_no_fault_is_refused(sim: Sim, fault: dict[str, Any]) -> None:
    with pytest.raises(SimError) as caught:
        await sim.call("POST", "faults", json=fault)
    assert caught.value.status == 400


async def test_faults_tell_how_often_they_struck(api: BotApi, sim: Sim) -> None:
    await sim.fault("error", code=500, count=2, method="getMe")
    await asyncio.gather(*(api.call("getMe") for _ in range(3)))
    assert [fault["hits"] for fault in await sim.call("GET", "faults")] == [2]
