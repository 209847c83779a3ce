"""Our own door for Telegram's webhook, the same with either library, and `/health` beside it.

Telegram is told 200 only after the update is stored; on anything else it comes again. Deliberately absent: answering
with a method call (its result would be invisible), TLS (a proxy in front ends it).
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable

from aiohttp import ClientError, web

from bot.drivers.patience import in_short
from bot.serving.pulse import Pulse

log = logging.getLogger(__name__)

BODY_SECONDS = 10.0
"""Within which Telegram sends one; whoever takes longer holds a place for nothing."""
BODY_LIMIT = 1 << 20  # bytes; an update is a few thousand
SECRET = "X-Telegram-Bot-Api-Secret-Token"
CLOSING_SECONDS = 3.0


class Webhook:
    """`store` returns once its batch is committed; what it raises becomes a 500."""

    def __init__(
        self, store: Callable[[list[object]], Awaitable[None]], secret: str, path: str = "/", pulse: Pulse | None = None
    ) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would take updates from anybody")
        self.pulse = pulse or Pulse()
        self._store = store
        self._secret = secret.encode()
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(path, self._update)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)

    async def start(self, host: str, port: int) -> int:
        """Listens; returns the port (a free one is taken for 0)."""
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        bound: int = self._runner.addresses[0][1]
        return bound

    async def stop(self) -> None:
        """No new ones; those inside are finished."""
        await self._runner.cleanup()

    async def _update(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            log.warning("a call of the webhook without its secret, from %s", request.remote)
            return web.Response(status=403)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                raw = json.loads(await request.read())  # whatever the Content-Type says
        except TimeoutError:
            return web.Response(status=408, headers={"Connection": "close"})
        except (ValueError, RecursionError, ClientError, web.RequestPayloadError, ConnectionError):
            return web.Response(status=400)  # or nobody is there any more to hear it
        try:
            await self._store([raw])
        except Exception as error:  # not stored, whatever the reason: it must come again
            self.pulse.miss(in_short(error))
            log.error("an update couldn't be stored; Telegram will repeat it", exc_info=error)
            return web.Response(status=500)
        self.pulse.beat()
        return web.Response()

    async def _health(self, request: web.Request) -> web.Response:
        report = {"silence": round(self.pulse.silence, 1), "heard": self.pulse.heard, "trouble": self.pulse.trouble}
        return web.json_response(report, status=503 if self.pulse.trouble else 200)
