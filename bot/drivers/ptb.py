"""Telegram through python-telegram-bot: its requests and models; none of its application, job queue or rate limiter."""

from __future__ import annotations

import ssl
from contextlib import ExitStack
from functools import cache
from typing import IO, Any

import httpx
from telegram import Bot, InputFile, Update
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.warnings import PTBUserWarning
from typing_extensions import override

from bot.drivers.telegram import ApiCall, Raw, TooBig, Unparsable, fetch_failure, outage, result_of
from notifications.sending.messenger import Unauthorized


class _Refused(TelegramError):
    """A refusal as the server put it: python-telegram-bot's own errors lose facts and change the words."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.body = body


class _Request(HTTPXRequest):
    @override
    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        status, body = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if not 200 <= status <= 299:
            raise _Refused(status, body)
        return status, body


class _Bot(Bot):
    @classmethod
    @override
    def _warn(
        cls, message: str | PTBUserWarning, category: type[Warning] = PTBUserWarning, stacklevel: int = 0
    ) -> None:
        """`do_api_request` advises the typed methods; we want their JSON: they'd parse a whole batch at once."""


class _Ptb:
    def __init__(self, bot: Bot, requests: tuple[_Request, _Request], files: httpx.AsyncClient, file_base: str) -> None:
        self._bot = bot
        self._requests = requests
        self._files = files
        self._file_base = file_base

    async def call(self, call: ApiCall, seconds: float) -> object:
        with ExitStack() as opened:
            uploads = {
                name: InputFile(file.content, file.name)
                if isinstance(file.content, bytes)
                else InputFile(opened.enter_context(file.content.open("rb")), file.name, read_file_handle=False)
                for name, file in call.files.items()
            }
            try:
                return await self._bot.do_api_request(
                    call.method, {**call.params, **uploads}, read_timeout=seconds, write_timeout=seconds
                )
            except _Refused as refused:
                return result_of(refused.status, refused.body)
            except TelegramError as error:
                raise outage(error, self._bot.token) from None

    def parse(self, raw: Raw) -> None:
        try:
            Update.de_json(raw, self._bot)
        except Exception as error:  # whatever its readers stumble over, the update is what's wrong
            raise Unparsable(f"python-telegram-bot: {type(error).__name__}") from None  # nothing of what was said

    async def fetch(self, path: str, into: IO[bytes], limit: int) -> int:
        """With its own httpx: the library holds a whole file in memory and knows no limit."""
        size = 0
        try:
            async with self._files.stream("GET", f"{self._file_base}/{path}") as response:
                response.raise_for_status()
                async for chunk in response.aiter_bytes(65536):
                    size += len(chunk)
                    if size > limit:
                        raise TooBig(f"more than {limit} bytes")
                    into.write(chunk)
        except httpx.HTTPStatusError as error:
            raise fetch_failure(error.response.status_code) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise outage(error, self._bot.token) from None
        return size

    async def close(self) -> None:
        for request in self._requests:
            await request.shutdown()
        await self._files.aclose()


@cache
def _trust() -> ssl.SSLContext:
    """Reading the certificates takes longer than anything else here: once, not for each of three."""
    return httpx.create_ssl_context(trust_env=False)


def client(token: str, api_base: str, proxy: str | None) -> _Ptb:
    options: dict[str, Any] = {"trust_env": False, "verify": _trust()}  # as aiogram: BAOBEI_PROXY is the one door
    polling = _Request(connection_pool_size=4, connect_timeout=10, pool_timeout=30, proxy=proxy, httpx_kwargs=options)
    others = _Request(connection_pool_size=100, connect_timeout=10, pool_timeout=30, proxy=proxy, httpx_kwargs=options)
    try:
        bot = _Bot(
            token,
            base_url=f"{api_base}/bot",
            base_file_url=f"{api_base}/file/bot",
            get_updates_request=polling,
            request=others,
        )
    except InvalidToken as error:
        raise Unauthorized("not the shape of a token") from error
    files = httpx.AsyncClient(proxy=proxy, timeout=30, follow_redirects=False, **options)
    return _Ptb(bot, (polling, others), files, f"{api_base}/file/bot{token}")
