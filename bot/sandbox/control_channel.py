"""The bot's own door for its sandbox, spoken over HTTP on the loopback address with a key that only the two know."""

from __future__ import annotations

import secrets
import socket
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.bot_api_error import Json
from bot.sandbox.sim_control import ControlError

SECONDS = 120.0


class ControlChannel:
    """Every method but `ready` and `idle` raises `ControlError` when the bot refuses or is not there."""

    def __init__(self) -> None:
        self.address = f"127.0.0.1:{_free_port()}"
        self.key = secrets.token_hex(16)
        self._session: ClientSession | None = None

    async def _call(self, method: str, path: str, body: Json | None = None, seconds: float = SECONDS) -> Any:
        self._session = self._session or ClientSession(headers={"X-Control-Key": self.key})
        try:
            async with self._session.request(
                method, f"http://{self.address}/{path}", json=body, timeout=ClientTimeout(total=seconds)
            ) as response:
                answer = await response.json(content_type=None) if response.content_length != 0 else {}
                if response.status != 200:
                    reason = answer.get("error") if isinstance(answer, dict) else None
                    raise ControlError(reason or f"the bot answered /{path} with {response.status}")
                return answer
        except (ClientError, TimeoutError, OSError, ValueError) as error:
            raise ControlError(f"the bot's control channel failed at /{path}: {str(error) or 'timeout'}") from None

    async def ready(self) -> bool:
        try:
            await self._call("GET", "ready", seconds=2)
        except ControlError:
            return False
        return True

    async def idle(self) -> bool:
        try:
            answer = await self._call("GET", "idle", seconds=5)
        except ControlError:
            return False
        return bool(answer.get("idle"))

    async def clock(self, offset: float) -> None:
        await self._call("POST", "clock", {"offset": offset})

    async def reset(self, wanted: Json) -> None:
        await self._call("POST", "reset", wanted)

    async def invite(self) -> str | None:
        link = (await self._call("POST", "invite", {})).get("link")
        return None if link is None else str(link)

    async def language(self, language: str) -> None:
        await self._call("POST", "language", {"language": language})

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
