"""The Bot API over HTTP: token, parameters, faults, limits, the call itself, the envelope, the log."""

from __future__ import annotations

import asyncio
import json
import time

from aiohttp import web

from bot.sandbox import methods
from bot.sandbox.bot_api_error import BotApiError, Json, too_many_requests
from bot.sandbox.call import ReceivedCall, read_call
from bot.sandbox.core import TOKEN, Sandbox
from bot.sandbox.faults import Fault
from bot.sandbox.files import MAX_DOCUMENT
from bot.sandbox.reply import Described

MAX_REQUEST = MAX_DOCUMENT + 1024 * 1024
_VERBS = ("GET", "POST", "HEAD")


class CutError(Exception):
    """The connection is to be cut without an answer."""


class NonsenseError(Exception):
    """The answer is to be something that no Bot API says."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class BotApi:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token:[^/]*}/{method:[^/]*}", self.method),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.file),
            web.route("*", "/bot{rest:.*}", self.nowhere),
        ]

    async def method(self, request: web.Request) -> web.StreamResponse:
        begun = time.monotonic()
        activity = self._sandbox.activity
        name = request.match_info["method"]
        counts = name.lower() != "getupdates"
        call = ReceivedCall(name.lower())
        notes: Json = {}
        said: str | None = None
        activity.under_way += counts
        try:
            self._check_token(request.match_info["token"])
            if request.method not in _VERBS:
                raise BotApiError(501, "Not Implemented")
            call = await read_call(name, request)
            status, body = 200, _envelope(await self._befallen(call, notes))
        except BotApiError as refusal:
            status, body = refusal.code, refusal.body()
        except web.HTTPRequestEntityTooLarge:
            status, body = 413, BotApiError(413, "Request Entity Too Large").body()
        except NonsenseError as nonsense:
            status, body, said = nonsense.status, {}, nonsense.text
        except CutError:
            status, body = 0, {}
        finally:
            activity.under_way -= counts
            if counts:
                activity.touch()
        text = said if said is not None else json.dumps(body, ensure_ascii=False) if status else ""
        self._sandbox.log.add(name, call.shown(), status, text, (time.monotonic() - begun) * 1000, notes)
        return _response(status, text, body) if status else _cut(request)

    def _check_token(self, token: str) -> None:
        if not TOKEN.fullmatch(token):
            raise BotApiError(401, "Unauthorized: invalid token specified")
        if token != self._sandbox.token:
            raise BotApiError(401, "Unauthorized")

    async def _befallen(self, call: ReceivedCall, notes: Json) -> object:
        """The call, with the faults that strike it; raises `BotApiError` or `CutError`."""
        struck = self._sandbox.faults.on_call(call.method, call.person or self._tapper(call))
        if struck:
            notes["faults"] = [fault.kind for fault in struck]
        for fault in struck:
            await _before(fault)
        wait = self._sandbox.pacing.retry_after(call, enforced=any(fault.kind == "pacing" for fault in struck))
        if wait:
            notes["would_be_429"] = wait
            if any(fault.kind == "pacing" for fault in struck):
                raise too_many_requests(wait)
        result = await methods.run(self._sandbox, call)
        if any(fault.kind == "cut_after" for fault in struck):
            raise CutError
        return result

    def _tapper(self, call: ReceivedCall) -> int | None:
        tap = self._sandbox.taps.get(call.text("callback_query_id"))
        return tap.person if tap else None

    async def run(self, call: ReceivedCall) -> None:
        """A call that came in a webhook's answer: its result is seen only in the log."""
        begun = time.monotonic()
        try:
            status, body = 200, _envelope(await methods.run(self._sandbox, call))
        except BotApiError as refusal:
            status, body = refusal.code, refusal.body()
        self._sandbox.activity.touch()
        text = json.dumps(body, ensure_ascii=False)
        ms = (time.monotonic() - begun) * 1000
        self._sandbox.log.add(call.method, call.shown(), status, text, ms, {"via": "webhook"})

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
        except BotApiError as refusal:
            return _response(refusal.code, json.dumps(refusal.body()), refusal.body())
        found = self._sandbox.files.by_path(request.match_info["path"])
        if found is None:
            return await self.nowhere(request)
        return web.FileResponse(self._sandbox.files.place(found), headers={"Content-Type": "application/octet-stream"})

    async def nowhere(self, request: web.Request) -> web.StreamResponse:
        body = BotApiError(404, "Not Found").body()
        return _response(404, json.dumps(body), body)


async def _before(fault: Fault) -> None:
    if fault.kind == "delay":
        await asyncio.sleep(fault.ms / 1000)
    elif fault.kind == "error":
        raise fault.refusal()
    elif fault.kind == "nonsense":
        raise NonsenseError(*fault.nonsense())
    elif fault.kind == "cut_before":
        raise CutError


def _envelope(result: object) -> Json:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}


def _response(status: int, text: str, body: Json) -> web.Response:
    wait = body.get("parameters", {}).get("retry_after")
    headers = {} if wait is None else {"Retry-After": str(wait)}
    kind = "application/json" if body else "text/html"
    return web.Response(status=status, text=text, content_type=kind, headers=headers)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
