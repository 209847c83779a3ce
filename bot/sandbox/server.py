"""The one local port: Bot API, scripting interface, page."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.api import MAX_REQUEST, BotApi
from bot.sandbox.asking import guard, reply
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import OURS, BotNames, Sandbox
from bot.sandbox.sim_control import ControlApi
from bot.sandbox.sim_people import PeopleApi
from bot.sandbox.world import CAST, Cast

PAGE = Path(__file__).parent / "page"
HOST = "127.0.0.1"
FLUSH_SECONDS = 0.25
_POLICY = "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"


class Server:
    """Runs a sandbox on the loopback address; `port` 0 takes a free one. Until `ready` the scripting interface answers
    503, but for the state of the bot: a script that comes early waits instead of meeting half a world."""

    def __init__(
        self,
        data: Path | None = None,
        *,
        port: int = 0,
        cast: bool = True,
        token: str | None = None,
        ready: bool = True,
        people: Cast = CAST,
        named: BotNames = OURS,
    ) -> None:
        self.ready = ready
        self.sandbox = Sandbox(self._run, data, cast=cast, token=token, people=people, named=named)
        self.control = ControlApi(self.sandbox)
        self._api = BotApi(self.sandbox)
        self._port = port
        self._runner: web.AppRunner | None = None
        self._flusher: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    async def _run(self, call: ReceivedCall) -> None:
        await self._api.run(call)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    async def start(self) -> None:
        """Raises `OSError` when the port is taken."""
        app = web.Application(client_max_size=MAX_REQUEST, middlewares=[guard, self._in_time])
        app.add_routes(self._api.routes())
        app.add_routes(PeopleApi(self.sandbox).routes())
        app.add_routes(self.control.routes())
        app.add_routes([web.get("/sim/events", self._events), web.get("/", self._index)])
        app.router.add_static("/page", PAGE)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self._flusher = asyncio.get_running_loop().create_task(self._flush())

    @web.middleware
    async def _in_time(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        asks_for_the_bot = request.method == "GET" and request.path == "/sim/bot"
        if self.ready or not request.path.startswith("/sim/") or asks_for_the_bot:
            return await handler(request)
        response = reply({"error": "the demo is starting: try again in a second"}, 503)
        response.headers["Retry-After"] = "1"
        return response

    async def _flush(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            self.sandbox.store.flush()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
        return web.FileResponse(PAGE / "index.html", headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: a list of persons in whose chats something happened (0: beside the chats)."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        touched: set[int] = {0}
        news = asyncio.Event()
        news.set()

        def watch(person: int) -> None:
            touched.add(person)
            news.set()

        self.sandbox.world.watchers.append(watch)
        try:
            while not self._closing.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), 15)
                news.clear()
                told = json.dumps(sorted(touched))
                touched.clear()
                await response.write(f"data: {told}\n\n".encode())
                await asyncio.sleep(0.03)  # what happens together is told together
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self.sandbox.world.watchers.remove(watch)
        return response

    async def close(self) -> None:
        self._closing.set()
        self.sandbox.polling.terminate("the sandbox is closing")
        self.sandbox.world.touched(0)
        if self._flusher is not None:
            self._flusher.cancel()
        if self._runner is not None:
            await self._runner.cleanup()
        await self.sandbox.close()


@contextlib.asynccontextmanager
async def serving(data: Path | None = None, *, port: int = 0, cast: bool = True) -> AsyncIterator[Server]:
    """A running sandbox without a bot process, for tests and benchmarks."""
    server = Server(data, port=port, cast=cast)
    await server.start()
    try:
        yield server
    finally:
        await server.close()
