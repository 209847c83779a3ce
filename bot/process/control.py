"""Where the sandbox commands the bot under it: clock, reset, and whether it has anything left to do.

Only with `BAOBEI_CONTROL` set, only on the loopback address, only with the key: never in a real deployment.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

KEY = "X-Control-Key"


@dataclass(frozen=True)
class Commands:
    """What the sandbox may ask. `reset` answers a sentence when it refuses; `invite` a link for the administrator where
    there is none yet; `speak` has everybody read "zh" or "en"."""

    set_clock: Callable[[float], Awaitable[None]]
    idle: Callable[[], Awaitable[bool]]
    reset: Callable[[dict[str, object]], Awaitable[str | None]]
    invite: Callable[[], Awaitable[str | None]]
    speak: Callable[[str], Awaitable[None]]


class ControlServer:
    """A small HTTP server of its own."""

    def __init__(self, key: str, commands: Commands) -> None:
        self._key = key.encode()
        self._commands = commands
        self._ready = False
        app = web.Application(middlewares=[self._guarded])
        app.router.add_get("/ready", self._on_ready)
        app.router.add_post("/clock", self._on_clock)
        app.router.add_get("/idle", self._on_idle)
        app.router.add_post("/reset", self._on_reset)
        app.router.add_post("/invite", self._on_invite)
        app.router.add_post("/language", self._on_language)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self, address: str) -> None:
        """`address` is host:port."""
        host, _, port = address.rpartition(":")
        await self._runner.setup()
        await web.TCPSite(self._runner, host or "127.0.0.1", int(port)).start()

    def ready(self) -> None:
        """Updates are taken from now on."""
        self._ready = True

    async def stop(self) -> None:
        await self._runner.cleanup()

    @web.middleware
    async def _guarded(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        given = request.headers.get(KEY, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._key):
            return web.json_response({"error": "wrong key"}, status=403)
        return await handler(request)

    async def _on_ready(self, request: web.Request) -> web.Response:
        return web.json_response({"ready": self._ready}, status=200 if self._ready else 503)

    async def _on_clock(self, request: web.Request) -> web.Response:
        body = await request.json()
        await self._commands.set_clock(float(body["offset"]))
        return web.json_response({"offset": body["offset"]})

    async def _on_idle(self, request: web.Request) -> web.Response:
        return web.json_response({"idle": await self._commands.idle()})

    async def _on_reset(self, request: web.Request) -> web.Response:
        refused = await self._commands.reset(await request.json())
        if refused is not None:
            return web.json_response({"error": refused}, status=409)
        return web.json_response({})

    async def _on_language(self, request: web.Request) -> web.Response:
        body = await request.json()
        await self._commands.speak(str(body["language"]))
        return web.json_response({})

    async def _on_invite(self, request: web.Request) -> web.Response:
        return web.json_response({"link": await self._commands.invite()})
