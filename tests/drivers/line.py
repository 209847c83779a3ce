"""A server that says what it is told to say, byte for byte: pages of proxies, halves of files, shapes of next year.

For what the sandbox, being a Telegram, wouldn't do.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any

from aiohttp import web

from bot.sandbox.call import read_call

TOKEN = "12345:not-a-secret"


class Line:
    """`answers` by method or file path, each a response's maker; `asked` is what came."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[], web.Response | Awaitable[web.Response]]] = {}
        self.asked: list[tuple[str, dict[str, Any]]] = []
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{what}", self._answer)
        app.router.add_get("/file/bot{token}/{what:.+}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def results(self, method: str, result: Any) -> None:
        self.says(method, 200, json.dumps({"ok": True, "result": result}))

    def says(self, what: str, status: int, body: str | bytes) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.answers[what] = lambda: web.Response(status=status, body=raw)

    async def _answer(self, request: web.Request) -> web.Response:
        what = request.match_info["what"]
        self.asked.append((what, (await read_call(what, request)).params))
        answer = self.answers[what]()
        return answer if isinstance(answer, web.Response) else await answer

    async def open(self, port: int = 0) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        await self._runner.cleanup()

    async def __aenter__(self) -> Line:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
