"""The sandbox without HTTP: what a library does by a request, done by a call. Everything else of the driver is real."""

from __future__ import annotations

import asyncio
import json
import time
from typing import IO, Any

from bot.drivers.telegram import ApiCall, Unparsable, fetch_failure, result_of
from bot.sandbox import call as written
from bot.sandbox import methods
from bot.sandbox.bot_api_error import BotApiError, Json
from bot.sandbox.core import Sandbox
from bot.sandbox.reply import Described
from bot.sandbox.upload import Upload


class Direct:
    """Fulfils `bot.drivers.driver.Client`."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def call(self, call: ApiCall, seconds: float) -> Any:
        begun = time.monotonic()
        asked = written.ReceivedCall(
            call.method.lower(),
            written.from_json(json.dumps(call.params, ensure_ascii=False).encode()),
            {
                name: Upload(
                    file.name,
                    file.content if isinstance(file.content, bytes) else file.content.read_bytes(),
                    "application/octet-stream",
                )
                for name, file in call.files.items()
            },
        )
        try:
            result = await methods.run(self._sandbox, asked)
            status, body = 200, {"ok": True, "result": result.result if isinstance(result, Described) else result}
        except BotApiError as refusal:
            status, body = refusal.code, refusal.body()
        answer = json.dumps(body, ensure_ascii=False)
        self._sandbox.log.add(call.method, asked.shown(), status, answer, (time.monotonic() - begun) * 1000, {})
        await asyncio.sleep(0)  # as a request would, let others have their turn
        return result_of(status, answer)

    def parse(self, raw: Json) -> None:
        if not isinstance(raw.get("update_id"), int):
            raise Unparsable("not an update")

    async def fetch(self, path: str, into: IO[bytes], limit: int) -> int:
        found = self._sandbox.files.by_path(path)
        if found is None:
            raise fetch_failure(404)
        return into.write(self._sandbox.files.place(found).read_bytes())

    async def close(self) -> None:
        """Nothing is open."""
