"""Telegram through aiogram: its session, uploads and models; none of its dispatcher, FSM or polling.

What carries no file is said over aiogram's session as JSON: its form takes twice the processor's time (0.37 ms a call, 0.18 so).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import IO, Any, cast

import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BufferedInputFile, FSInputFile, InputFile, Update
from aiogram.utils.token import TokenValidationError
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
from pydantic import ValidationError
from typing_extensions import override

from bot.drivers.telegram import ATTACHED, ApiCall, Params, Raw, TooBig, Unparsable, fetch_failure, outage, result_of
from notifications.sending.messenger import Attachment, Unauthorized

LINE = (OSError, ProxyError, ProxyConnectionError, ProxyTimeoutError)
"""How a line breaks besides aiohttp's own errors."""


_WORDS = {"Content-Type": "application/json"}


class _Session(AiohttpSession):
    """The answer is judged by `bot.drivers.telegram`: aiogram's own errors lose facts, and its models could fail on a result
    that Telegram has long acted on."""

    @override
    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        return Response[TelegramType].model_construct(ok=True, result=result_of(status_code, content))

    async def say(self, token: str, call: ApiCall, seconds: int) -> object:
        """A call that is all words."""
        session, within = await self.create_session(), aiohttp.ClientTimeout(total=seconds)
        body = json.dumps(call.params, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        address = self.api.api_url(token, call.method)
        async with session.post(address, data=body, headers=_WORDS, timeout=within) as answer:
            return result_of(answer.status, await answer.read())

    @override
    async def close(self) -> None:
        """Without aiogram's quarter of a second for TLS: by now aiohttp itself waits until its connections are closed."""
        if self._session is not None:
            await self._session.close()


@cache
def _method(name: str) -> type[TelegramMethod[Any]]:
    """A method whose parameters and result stay JSON. aiogram's own would parse a whole batch of updates at once."""
    made = type(name, (TelegramMethod,), {"__returning__": Any, "__api_method__": name, "__module__": __name__})
    return cast(type[TelegramMethod[Any]], made)


class _Aiogram:
    def __init__(self, bot: Bot, session: _Session) -> None:
        self._bot = bot
        self._session = session

    async def call(self, call: ApiCall, seconds: float) -> object:
        within = round(seconds) + 1
        try:
            if not call.files:
                return await self._session.say(self._bot.token, call, within)
            method = _method(call.method)(**_with_files(call.params, _uploads(call.files)))
            return await self._bot(method, request_timeout=within)
        except (TelegramNetworkError, aiohttp.ClientError, TimeoutError, UnicodeDecodeError, *LINE) as error:
            raise outage(error, self._bot.token) from None

    def parse(self, raw: Raw) -> None:
        try:
            Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError as error:
            places = (
                f"{'.'.join(map(str, each['loc']))} ({each['type']})" for each in error.errors(include_input=False)
            )
            raise Unparsable(f"aiogram: {', '.join(islice(places, 5))}") from None  # nothing of what was said is told
        except Exception as error:  # whatever else it stumbles over, the update is what's wrong
            raise Unparsable(f"aiogram: {type(error).__name__}") from None

    async def fetch(self, path: str, into: IO[bytes], limit: int) -> int:
        url = self._session.api.file_url(self._bot.token, path)
        size = 0
        try:
            async for chunk in self._session.stream_content(url):
                size += len(chunk)
                if size > limit:
                    raise TooBig(f"more than {limit} bytes")
                into.write(chunk)
        except aiohttp.ClientResponseError as error:
            raise fetch_failure(error.status) from None
        except (aiohttp.ClientError, *LINE) as error:
            raise outage(error, self._bot.token) from None
        return size

    async def close(self) -> None:
        await self._session.close()


def _uploads(files: Mapping[str, Attachment]) -> dict[str, InputFile]:
    return {
        name: BufferedInputFile(file.content, filename=file.name)
        if isinstance(file.content, bytes)
        else FSInputFile(file.content, filename=file.name)
        for name, file in files.items()
    }


def _with_files(params: Params, uploads: Mapping[str, InputFile]) -> dict[str, object]:
    """A file that a parameter names within (`attach://…`) stands there itself: aiogram calls the parts of its form by names of
    its own."""
    made: dict[str, object] = {**params, **uploads}
    for name, file in uploads.items():
        for key, value in params.items():
            if isinstance(value, dict) and value.get("media") == f"{ATTACHED}{name}":
                made[key] = {**value, "media": file}
                del made[name]
    return made


def client(token: str, api_base: str, proxy: str | None) -> _Aiogram:
    session = _Session(api=TelegramAPIServer.from_base(api_base), proxy=proxy)
    try:
        return _Aiogram(Bot(token, session=session), session)
    except TokenValidationError as error:
        raise Unauthorized(f"not the shape of a token: {error}") from error
