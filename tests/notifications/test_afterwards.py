"""The person waits for the new screen; the old one shrinks when there is time."""

from __future__ import annotations

import asyncio

import pytest

from notifications.sending.messenger import Outage, Throttled
from notifications.sending.pace import RateLimits
from tests.notifications.conftest import Desk

LI, WANG = 101, 102
TELEGRAMS = RateLimits()
"""The real pace: three at once, then one a second."""


async def test_the_new_screen_comes_before_the_old_one_shrinks(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "region?")
    await desk.drain()
    await desk.show(LI, "city?", "new", "✓ region")
    await desk.drain()
    assert [(verb, words) for verb, _, words in desk.chat.calls[1:]] == [("send", "city?"), ("edit", "✓ region")]


@pytest.mark.slow
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
async def test_a_quick_typist_never_waits_for_old_screens(desk: Desk) -> None:
    desk.limits = TELEGRAMS
    await desk.talks(LI)
    asked: list[float] = []
    async with desk.relaying():
        for number in range(6):
            asked.append(asyncio.get_running_loop().time())
            await desk.show(LI, f"question {number}", "new", f"✓ {number}")
            await asyncio.sleep(1.2)
        await desk.until(desk.tidy)
    sent = [at for at, (verb, _, _) in zip(desk.chat.times, desk.chat.calls, strict=True) if verb == "send"]
    assert len(sent) == 6
    assert max(at - wanted for at, wanted in zip(sent, asked, strict=True)) < 0.5
    assert desk.chat.sees(LI) == [*(f"✓ {number}" for number in range(1, 6)), "question 5"]


async def test_an_old_screen_that_hangs_holds_up_no_new_one(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.hangs = {"edit"}
    async with desk.relaying():
        await desk.show(LI, "question 2", "new", "✓ 1")
        await desk.until(lambda: desk.called(3))
        await desk.show(LI, "question 3", "new", "✓ 2")
        await desk.until(desk.nothing_left)
        assert desk.chat.sees(LI) == ["question 1", "question 2", "question 3"]
        desk.chat.release.set()
    assert desk.chat.sees(LI) == ["✓ 1", "✓ 2", "question 3"]


async def test_a_throttled_chat_shrinks_its_old_screen_later(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.refuse(LI, Throttled("Too Many Requests", 0.3), verb="edit")
    async with desk.relaying() as relay:
        await desk.show(LI, "question 2", "new", "✓ 1")
        await desk.until(lambda: desk.called(3))
        await desk.note(LI, "news")
        await desk.until(desk.nothing_left)
        await desk.until(desk.tidy)
        assert relay.idle
    assert desk.chat.sees(LI) == ["✓ 1", "question 2", "news"]
    refused, again = [at for at, (verb, _, _) in zip(desk.chat.times, desk.chat.calls, strict=True) if verb == "edit"]
    assert again - refused >= 0.3


async def test_an_old_screen_is_given_up_when_the_server_fails(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.refuse(LI, Outage("502"), verb="edit")
    await desk.show(LI, "question 2", "new", "✓ 1")
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 1", "question 2"]
    assert await desk.states() == {"sent": 2}
