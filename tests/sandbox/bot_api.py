"""A bot of the tests' own: calls by hand, or a little program that answers what it hears."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiohttp import ClientSession, FormData

from bot.sandbox.bot_api_error import Json

LI, WANG, CHEN = 1001, 1005, 1007


class BotApi:
    def __init__(self, url: str, token: str) -> None:
        self.base = f"{url}/bot{token}"
        self.files = f"{url}/file/bot{token}"
        self.session = ClientSession()
        self.offset = 0

    async def call(self, method: str, **params: Any) -> Json:
        """The whole answer, good or bad."""
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            body: Json = await response.json()
            assert body["ok"] is (response.status == 200)
            assert body.get("error_code", 200) == response.status
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        body = await self.call(method, **params)
        assert not body["ok"], body
        description: str = body["description"]
        return description

    async def upload(self, method: str, params: Json, **files: tuple[str, bytes, str]) -> Json:
        form = FormData({name: str(value) for name, value in params.items()}, quote_fields=False)
        for field, (name, content, mime) in files.items():
            form.add_field(field, io.BytesIO(content), filename=name, content_type=mime)
        async with self.session.post(f"{self.base}/{method}", data=form) as response:
            body: Json = await response.json()
            return body

    async def updates(self, wait: float = 5) -> list[Json]:
        """What came since the last time, which is thereby confirmed."""
        found: list[Json] = await self.ok("getUpdates", offset=self.offset, timeout=wait)
        self.offset = max([self.offset, *(update["update_id"] + 1 for update in found)])
        return found

    async def send(self, text: str = "你好", *, to: int = LI, **more: Any) -> int:
        return int((await self.ok("sendMessage", chat_id=to, text=text, **more))["message_id"])

    @contextlib.asynccontextmanager
    async def answering(self, answer: Callable[[Json], Awaitable[Any]]) -> AsyncIterator[None]:
        """A little bot: polls, and hands every update to `answer`."""

        async def work() -> None:
            while True:
                for update in await self.updates():
                    await answer(update)

        task = asyncio.get_running_loop().create_task(work())
        try:
            yield
            if task.done():
                task.result()
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def close(self) -> None:
        await self.session.close()


def keys(*rows: list[str], **more: Any) -> Json:
    """An inline keyboard whose buttons carry their own text as data."""
    return {"inline_keyboard": [[{"text": text, "callback_data": text[:20]} for text in row] for row in rows], **more}


def standing(*rows: list[Any], **more: Any) -> Json:
    return {"keyboard": [list(row) for row in rows], **more}
