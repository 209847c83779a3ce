"""A client of the scripting interface, for tests and scripts: thin, one method a call, in its words.

async with serving() as server, Sim(server.url) as sim:
    await sim.say("李明", "你好")
    await sim.settle()
    print(await sim.last("李明"))
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from io import BytesIO
from types import TracebackType
from typing import Any

from aiohttp import ClientSession, ClientTimeout, FormData

from bot.sandbox.bot_api_error import Json
from bot.sandbox.server import Server, serving

Who = int | str
File = tuple[str, bytes, str]
"""Name, content, MIME type."""


class SimError(Exception):
    """The interface refused: `status` and the body's `error`, `labels`, …"""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body


class Sim:
    """`person` is an id or a unique name everywhere."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = ClientSession(timeout=ClientTimeout(total=120))

    async def __aenter__(self) -> Sim:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._session.close()

    async def call(self, method: str, path: str, **how: Any) -> Any:
        while True:
            async with self._session.request(method, f"{self.url}/sim/{path}", **how) as response:
                body = await response.json()
                if response.status == 503 and "Retry-After" in response.headers:  # the demo is starting
                    await asyncio.sleep(float(response.headers["Retry-After"]))
                    continue
                if response.status >= 400:
                    raise SimError(response.status, body)
                return body

    async def _post(self, path: str, **body: Any) -> Any:
        return await self.call("POST", path, json={name: value for name, value in body.items() if value is not None})

    async def people(self) -> list[Json]:
        people: list[Json] = await self.call("GET", "people")
        return people

    async def add(self, name: str, language: str | None = None) -> int:
        return int((await self._post("people", name=name, language=language))["person"])

    async def say(self, person: Who, text: str, *, reply_to: int | None = None) -> int:
        return int((await self._post("say", person=person, text=text, reply_to=reply_to))["message"])

    async def edit(self, person: Who, message: int, text: str) -> int:
        return int((await self._post("edit", person=person, message=message, text=text))["message"])

    async def open(self, person: Who, start: str | None = None) -> int:
        return int((await self._post("open", person=person, start=start))["message"])

    async def tap(self, person: Who, label: str, *, message: int | None = None, times: int | None = None) -> Json:
        """`{"message", "toast", "alert"}`, when the bot answered the tap."""
        body: Json = await self._post("tap", person=person, label=label, message=message, times=times)
        return body

    async def press(self, person: Who, message: int, data: str, *, times: int | None = None) -> Json:
        """A tap with raw callback data."""
        body: Json = await self._post("tap", person=person, message=message, data=data, times=times)
        return body

    async def send(self, person: Who, kind: str, files: Sequence[File] = (), **fields: str) -> int:
        """`kind`: document, photo, contact, location, album, or another kind of file (voice, video …)."""
        form = FormData({"person": str(person), "kind": kind, **fields}, quote_fields=False)
        for name, content, mime in files:
            form.add_field("file", BytesIO(content), filename=name, content_type=mime)
        return int((await self.call("POST", "send", data=form))["message"])

    async def chat(self, person: Who, after: int | None = None) -> Json:
        query = {"person": str(person), **({"after": str(after)} if after is not None else {})}
        body: Json = await self.call("GET", "chat", params=query)
        return body

    async def last(self, person: Who) -> Json | None:
        """The bot's newest message that still stands."""
        messages = [m for m in (await self.chat(person))["messages"] if m["from"] == "bot" and not m["deleted"]]
        return messages[-1] if messages else None

    async def settle(self, *, within: float | None = None, quiet_ms: float | None = None) -> None:
        """`within` so many seconds."""
        await self._post("settle", timeout=within, quiet_ms=quiet_ms)

    async def clock(self) -> Json:
        body: Json = await self.call("GET", "clock")
        return body

    async def advance(self, duration: str) -> Json:
        body: Json = await self._post("clock", advance=duration)
        return body

    async def set_clock(self, to: str, *, force: bool | None = None) -> Json:
        body: Json = await self._post("clock", set=to, force=force)
        return body

    async def fault(self, kind: str, **more: Any) -> Json:
        body: Json = await self._post("faults", kind=kind, **more)
        return body

    async def clear_faults(self) -> None:
        await self.call("DELETE", "faults")

    async def bot(self, do: str | None = None) -> Json:
        """The state of the bot process; with `do` after kill, stop or start."""
        body: Json = await (self._post("bot", do=do) if do else self.call("GET", "bot"))
        return body

    async def log(self, after: int = 0) -> list[Json]:
        entries: list[Json] = await self.call("GET", "log", params={"after": str(after)})
        return entries

    async def reset(self, with_: str | None = None) -> Json:
        body: Json = await self._post("reset", **{"with": with_})
        return body


__all__ = ["Server", "Sim", "SimError", "serving"]
