"""How updates reach a bot: by polling with its confirmations and conflicts, by webhook with its lanes and retries."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from random import Random

import pytest
from aiohttp import ClientError, MultipartWriter, web

from bot.sandbox import acts
from bot.sandbox.bot_api_error import Json
from bot.sandbox.call import ReceivedCall
from bot.sandbox.client import Server, Sim, SimError, serving
from bot.sandbox.core import Sandbox
from bot.sandbox.updates import CALLBACK_LIFE
from tests.sandbox.bot_api import LI, BotApi, keys

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def texts(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_what_is_not_confirmed_comes_again(api: BotApi, sim: Sim) -> None:
    for text in ("一", "二", "三"):
        await sim.say("李明", text)
    first = await api.ok("getUpdates", limit=2)
    assert texts(first) == ["一", "二"]
    again = await api.ok("getUpdates", offset=first[1]["update_id"])
    assert texts(again) == ["二", "三"]
    assert await api.ok("getUpdates", offset=again[1]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_last(api: BotApi, sim: Sim) -> None:
    for text in ("一", "二", "三"):
        await sim.say("李明", text)
    assert texts(await api.ok("getUpdates", offset=-1)) == ["三"]
    assert texts(await api.ok("getUpdates", offset=1)) == ["三"]


async def test_what_came_late_and_was_lost_on_the_way_comes_again(api: BotApi, sim: Sim) -> None:
    await sim.fault("reorder", count=1)
    await sim.say("李明", "先说")
    await sim.say("李明", "后说")
    (younger,) = await api.ok("getUpdates", limit=1)
    assert texts([younger]) == ["后说"]
    await sim.fault("cut_after", method="getUpdates", count=1)
    with pytest.raises(ClientError):
        await api.ok("getUpdates", offset=younger["update_id"] + 1)
    assert texts(await api.ok("getUpdates", offset=younger["update_id"] + 1)) == ["先说"]


@pytest.mark.parametrize("seed", range(20))
async def test_whatever_befalls_updates_and_answers_a_careful_poller_hears_everything(seed: int) -> None:
    """Polled as every bot does: a batch counts only if its answer came, the next offset is past the highest number."""
    dice = Random(seed)
    sandbox = Sandbox(_nothing)
    sandbox.faults.add({"kind": "reorder", "probability": 0.3, "seed": seed}, None)
    sandbox.faults.add({"kind": "duplicate", "probability": 0.3, "seed": seed}, None)
    said, heard, offset, drained = 0, list[str](), 0, False
    while said < 60 or not drained:
        if said < 60 and dice.random() < 0.5:
            said += 1
            acts.say(sandbox, sandbox.world.people[LI], str(said))
        if said == 60:
            sandbox.release()
        sandbox.updates.confirm(offset)
        batch = [each.body for each in sandbox.updates.pending[: dice.randint(1, 3)]]
        drained = not batch
        if batch and dice.random() < 0.7:  # else the answer was cut
            heard += texts(batch)
            offset = max(update["update_id"] for update in batch) + 1
    assert sorted(set(heard), key=int) == [str(number) for number in range(1, 61)]
    await sandbox.close()


async def _nothing(call: ReceivedCall) -> None:
    raise AssertionError("no webhook, no call")


async def test_what_is_held_back_when_the_sandbox_ends_is_there_after_its_next_start(tmp_path: Path) -> None:
    for words in ([], ["先说"]):
        async with serving(tmp_path) as server, Sim(server.url) as sim:
            api = BotApi(server.url, server.sandbox.token)
            assert texts(await api.ok("getUpdates")) == words
            await api.close()
            await sim.fault("reorder", count=1)
            await sim.say("李明", "先说")


async def test_a_long_poll_answers_as_soon_as_somebody_writes(api: BotApi, sim: Sim) -> None:
    waiting = asyncio.ensure_future(api.updates())  # noqa: TID251  awaited below
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    await sim.say("李明", "在吗")
    assert texts(await waiting) == ["在吗"]
    assert time.monotonic() - begun < 1


async def test_the_same_offset_again_at_once_gets_a_single_update(api: BotApi, sim: Sim) -> None:
    await sim.say("李明", "一")
    await sim.say("李明", "二")
    assert len(await api.ok("getUpdates", offset=5)) == 2
    assert len(await api.ok("getUpdates", offset=5)) == 1


async def test_of_two_pollers_the_older_is_told_of_the_conflict(api: BotApi, sim: Sim) -> None:
    older = asyncio.ensure_future(api.call("getUpdates", timeout=5))  # noqa: TID251  awaited below
    await asyncio.sleep(0.05)
    newer = asyncio.ensure_future(api.call("getUpdates", timeout=5))  # noqa: TID251  awaited below
    assert (await older)["description"] == TERMINATED
    await sim.say("李明", "在吗")
    assert texts((await newer)["result"]) == ["在吗"]


async def test_allowed_updates_persist_and_filter_what_is_new(
    api: BotApi, sim: Sim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.sim_people.TAP_SECONDS", 0.05)
    number = await api.send(reply_markup=keys(["好"]))
    await sim.say("李明", "先前")
    await api.ok("getUpdates", allowed_updates=["callback_query"])
    assert texts(await api.updates()) == ["先前"], "what waits already stays"
    await sim.say("李明", "不要")
    with pytest.raises(SimError):
        await sim.press("李明", number, "x")
    assert [list(update)[1] for update in await api.updates()] == ["callback_query"]
    await api.ok("getUpdates", offset=-1, allowed_updates=[])
    await sim.say("李明", "再来")
    assert texts(await api.updates()) == ["再来"]


async def test_taps_are_forgotten_after_150_seconds_and_messages_are_not(api: BotApi, sim: Sim, server: Server) -> None:
    number = await api.send(reply_markup=keys(["好"]))
    sandbox = server.sandbox
    sandbox.push_tap(sandbox.world.people[LI], sandbox.world.chat(LI).messages[number], "x")
    await sim.say("李明", "还在")
    for pending in sandbox.updates.pending:
        pending.expires -= CALLBACK_LIFE + 1
    assert texts(await api.updates()) == ["还在"]


class Hook:
    """A webhook of the tests' own; `answer` says how to reply to an update."""

    def __init__(self) -> None:
        self.seen: list[Json] = []
        self.secrets: list[str | None] = []
        self.at_once = self.most_at_once = 0
        self.answer: Callable[[Json], Awaitable[web.StreamResponse]] = self.fine
        self.url = ""

    async def fine(self, update: Json) -> web.StreamResponse:
        return web.Response()

    async def take(self, request: web.Request) -> web.StreamResponse:
        update = await request.json()
        self.seen.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            return await self.answer(update)
        finally:
            self.at_once -= 1


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret(api: BotApi, sim: Sim, hook: Hook) -> None:
    answer = await api.call("setWebhook", url=hook.url, secret_token="geheim_1")
    assert answer["description"] == "Webhook was set"
    assert (await api.call("setWebhook", url=hook.url))["error_code"] == 429
    await sim.say("李明", "在吗")
    await sim.settle()
    assert texts(hook.seen) == ["在吗"]
    assert hook.secrets == ["geheim_1"]
    conflict = (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert await api.refusal("getUpdates") == conflict
    info = await api.ok("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)


async def test_a_webhook_that_fails_gets_the_update_again(api: BotApi, sim: Sim, hook: Hook) -> None:
    async def twice_bad(update: Json) -> web.StreamResponse:
        status = 503 if len(hook.seen) < 3 else 200
        return web.Response(status=status, headers={"Retry-After": "0.05"})

    hook.answer = twice_bad
    await api.ok("setWebhook", url=hook.url)
    await sim.say("李明", "一")
    await sim.say("李明", "二")
    await sim.settle()
    assert texts(hook.seen) == ["一", "一", "一", "二"]
    assert "503" in (await api.ok("getWebhookInfo"))["last_error_message"]


async def test_what_a_webhook_refuses_is_no_longer_posted_once_it_is_dropped(api: BotApi, sim: Sim, hook: Hook) -> None:
    async def busy(update: Json) -> web.StreamResponse:
        return web.Response(status=503, headers={"Retry-After": "0.05"})

    hook.answer = busy
    await api.ok("setWebhook", url=hook.url)
    await sim.say("李明", "一")
    async with asyncio.timeout(5):
        while len(hook.seen) < 2:  # noqa: ASYNC110  (the hook tells nobody)
            await asyncio.sleep(0.01)
    await sim.reset()
    await sim.settle()
    seen = len(hook.seen)
    await asyncio.sleep(0.2)
    assert len(hook.seen) == seen


@pytest.mark.parametrize("kinds", [("reorder",), ("duplicate",), ("reorder", "duplicate")])
async def test_a_webhook_hears_everything_that_was_held_back_or_doubled(
    api: BotApi, sim: Sim, hook: Hook, kinds: tuple[str, ...]
) -> None:
    await api.ok("setWebhook", url=hook.url)
    for kind in kinds:
        await sim.fault(kind, count=1)
    await sim.say("李明", "一")
    await sim.say("李明", "二")
    await sim.settle()
    assert sorted(texts(hook.seen)) == ["一"] * (1 + ("duplicate" in kinds)) + ["二"]


async def test_what_was_said_before_the_bot_wanted_no_messages_comes_though_it_was_held_back(
    api: BotApi, sim: Sim
) -> None:
    await sim.fault("reorder", count=1)
    await sim.say("李明", "先说")
    await api.ok("getUpdates", allowed_updates=["callback_query"])
    assert texts(await api.updates()) == ["先说"]


async def test_one_chat_keeps_its_order_while_others_go_on(api: BotApi, sim: Sim, hook: Hook) -> None:
    async def slow(update: Json) -> web.StreamResponse:
        await asyncio.sleep(0.1)
        return web.Response()

    hook.answer = slow
    await api.ok("setWebhook", url=hook.url, max_connections=2)
    for person in ("李明", "王芳", "赵工"):
        await sim.say(person, f"{person} 1")
        await sim.say(person, f"{person} 2")
    await sim.settle()
    assert hook.most_at_once == 2
    for person in ("李明", "王芳", "赵工"):
        assert [text for text in texts(hook.seen) if person in text] == [f"{person} 1", f"{person} 2"]


async def test_the_answer_of_a_webhook_may_carry_a_call(api: BotApi, sim: Sim, hook: Hook) -> None:
    async def by_json(update: Json) -> web.StreamResponse:
        return web.json_response({"method": "sendMessage", "chat_id": LI, "text": "JSON"})

    async def by_form(update: Json) -> web.StreamResponse:
        form = "method=sendMessage&chat_id=1001&text=Form"
        return web.Response(text=form, content_type="application/x-www-form-urlencoded")

    async def by_multipart(update: Json) -> web.StreamResponse:
        parts = MultipartWriter("form-data")
        for name, value in (("method", "sendMessage"), ("chat_id", str(LI)), ("text", "Multipart")):
            parts.append(value).set_content_disposition("form-data", name=name)
        return web.Response(body=parts, headers={"Content-Type": parts.content_type})

    await api.ok("setWebhook", url=hook.url)
    for answer in (by_json, by_form, by_multipart):
        hook.answer = answer
        await sim.say("李明", "在吗")
        await sim.settle()
    shown = (await sim.chat("李明"))["messages"]
    assert [message["text"] for message in shown if message["from"] == "bot"] == ["JSON", "Form", "Multipart"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "http://example.com/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.com:81/x"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://example.com", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "https://example.com", "secret_token": "ä"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhooks_that_telegram_refuses(api: BotApi, params: Json, description: str) -> None:
    assert await api.refusal("setWebhook", **params) == f"Bad Request: {description}"


async def test_setting_a_webhook_ends_the_poll(api: BotApi, hook: Hook) -> None:
    poll = asyncio.ensure_future(api.call("getUpdates", timeout=5))  # noqa: TID251  awaited below
    await asyncio.sleep(0.05)
    await api.ok("setWebhook", url=hook.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"


async def test_a_webhook_tells_where_it_is_and_by_which_certificate(api: BotApi) -> None:
    params = {"url": "https://a.cn/hook", "ip_address": "1.2.3.4", "max_connections": 7}
    certificate = ("cert.pem", b"-----BEGIN CERTIFICATE-----", "application/x-pem-file")
    assert (await api.upload("setWebhook", params, certificate=certificate))["description"] == "Webhook was set"
    info = await api.ok("getWebhookInfo")
    told = ("url", "ip_address", "max_connections", "has_custom_certificate")
    assert [info[name] for name in told] == ["https://a.cn/hook", "1.2.3.4", 7, True]
