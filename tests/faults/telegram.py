"""A Telegram that fails on purpose and remembers what it accepted. Speaks as much of the Bot API as a child needs."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias

from aiohttp import web

Params: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Failing:
    """How often what goes wrong, as a share of calls; `latency` in seconds from … to."""

    cut_before: float = 0.01
    cut_after: float = 0.01
    throttle: float = 0.01
    outage: float = 0.01
    repeat: float = 0.02
    latency: tuple[float, float] = (0.001, 0.01)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A call that took effect, whether or not the answer arrived. `text` names the row that it came from."""

    method: str
    chat: int
    text: str


@dataclass
class Telegram:
    rng: Random
    failing: Failing = Failing()
    said: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    accepted: list[Accepted] = field(default_factory=list)
    messages: dict[tuple[int, int], str] = field(default_factory=dict)
    cuts: int = 0
    throttles: int = 0
    outages: int = 0
    polls: int = 0
    quiet: bool = False
    _queue: list[Params] = field(default_factory=list)
    _confirmed: list[Params] = field(default_factory=list)
    _number: int = 100_000
    _message: int = 0
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def say(self, person: int) -> None:
        """The person writes their next number: 1, 2, 3 …"""
        self._number += self.rng.choice((1, 1, 1, 2))
        self.said[person].append(self._number)
        sender = {"id": person, "is_bot": False, "first_name": f"P{person}"}
        message = {
            "message_id": self._number,
            "date": 1_795_000_000,
            "from": sender,
            "chat": {"id": person, "type": "private", "first_name": sender["first_name"]},
            "text": str(len(self.said[person])),
        }
        self._queue.append({"update_id": self._number, "message": message})
        self._more.set()

    @property
    def all_fetched(self) -> bool:
        return not self._queue

    # --- HTTP --------------------------------------------------------------------------------------------------------

    async def start(self) -> tuple[web.AppRunner, str]:
        """Listen on a free port; returns the runner to clean up and the base address."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        return runner, f"http://127.0.0.1:{port}"

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        params = await _params(request)
        method = request.match_info["method"]
        known: dict[str, Callable[[Params], Awaitable[Any]]] = {
            "getUpdates": self._get_updates,
            "sendMessage": self._send,
            "editMessageText": self._edit,
        }
        if method == "getUpdates":
            return _ok(await self._get_updates(params))
        await asyncio.sleep(self.rng.uniform(*self.failing.latency))
        if trouble := self._trouble(request):
            return trouble
        result = await known[method](params) if method in known else True
        if isinstance(result, web.Response):
            return result
        if not self.quiet and self.rng.random() < self.failing.cut_after:
            self.cuts += 1
            return _cut(request)
        return _ok(result)

    def _trouble(self, request: web.Request) -> web.Response | None:
        """What prevents the call from taking effect."""
        if self.quiet:
            return None
        dice = self.rng.random()
        if dice < self.failing.throttle:
            self.throttles += 1
            seconds = self.rng.choice((None, 0.2))  # Telegram's are whole seconds; ours has less time
            more = {} if seconds is None else {"parameters": {"retry_after": seconds}}
            return _error(429, "Too Many Requests", **more)
        dice -= self.failing.throttle
        if dice < self.failing.outage:
            self.outages += 1
            return _error(502, "Bad Gateway")
        if dice - self.failing.outage < self.failing.cut_before:
            self.outages += 1
            return _cut(request)
        return None

    # --- methods -----------------------------------------------------------------------------------------------------

    async def _get_updates(self, params: Params) -> list[Params]:
        self.polls += 1
        offset = int(params.get("offset", 0))
        self._confirmed += [each for each in self._queue if each["update_id"] < offset]
        self._queue = [each for each in self._queue if each["update_id"] >= offset]
        if not self._queue:
            self._more.clear()
            try:
                async with asyncio.timeout(min(float(params.get("timeout", 0)), 1.0)):
                    await self._more.wait()
            except TimeoutError:
                pass
        batch = self._queue[:100]
        if self._confirmed and self.rng.random() < self.failing.repeat:
            batch = [self.rng.choice(self._confirmed), *batch]  # delivered again, though it was confirmed
        return batch

    async def _send(self, params: Params) -> Params:
        self._message += 1
        chat, text = int(params["chat_id"]), str(params["text"])
        self.messages[chat, self._message] = text
        self.accepted.append(Accepted("send", chat, text))
        return {"message_id": self._message, "date": 0, "chat": {"id": chat, "type": "private"}, "text": text}

    async def _edit(self, params: Params) -> Params | web.Response:
        chat, number, text = int(params["chat_id"]), int(params["message_id"]), str(params["text"])
        if (chat, number) not in self.messages:
            return _error(400, "Bad Request: message to edit not found")
        self.messages[chat, number] = text
        self.accepted.append(Accepted("edit", chat, text))
        return {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": text}


async def _params(request: web.Request) -> Params:
    if request.content_type == "application/json":
        found: Params = await request.json()
        return found
    form = await request.post()
    return {**request.query, **{name: value for name, value in form.items() if isinstance(value, str)}}


def _ok(result: Any) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


def _error(code: int, description: str, **more: Any) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description, **more}
    return web.Response(status=code, text=json.dumps(body), content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
