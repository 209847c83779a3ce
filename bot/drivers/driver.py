"""Towards Telegram: one `Driver` over either library.

A library (`Client`) only sends, receives and parses. Everything that must be the same with both is here: what is
called, how long, what a refusal means (`bot.drivers.telegram`), waiting for a server that is away. Deliberately absent: the
libraries' dispatchers, state machines, job queues and rate limiters, and any retry of a send (the relay's).
"""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, TypeVar

from bot.drivers import telegram
from bot.drivers.patience import Patience
from bot.drivers.telegram import ApiCall
from domain.base.json_values import Json
from notifications.sending.messenger import Failure, Gone, Menu, Message, Outage, Rejected, Throttled, Unauthorized

T = TypeVar("T")
log = logging.getLogger(__name__)

CALL_SECONDS = 30.0
ANSWER_SECONDS = 10.0  # later, the query is too old anyway
UPLOAD_SECONDS = 300.0
DOWNLOAD_SECONDS = 120.0
DOWNLOAD_LIMIT = telegram.DOWNLOAD_LIMIT

DRIVERS = {"aiogram": "bot.drivers.aiogram", "ptb": "bot.drivers.ptb"}
"""Only the chosen one is imported: aiogram's import alone takes seconds."""


class Client(Protocol):
    """What is asked of a library. Whatever goes wrong on the line is an Outage; no text of an error holds the token."""

    async def call(self, call: ApiCall, seconds: float) -> object:
        """The raw JSON result; raises a Failure. `seconds` is the whole call's limit, kept by the caller."""

    def parse(self, raw: telegram.Raw) -> None:
        """Read the update with the library's own model; raises Unparsable."""

    async def fetch(self, path: str, into: IO[bytes], limit: int) -> int:
        """Stream the file at a getFile path into `into`, at most `limit` bytes (TooBig), and return how many."""

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Me:
    id: int
    username: str


class Driver:
    """The Messenger, and what the inbox side needs. Methods raise `notifications.sending.messenger.Failure`."""

    def __init__(self, name: str, client: Client, patience: Patience | None = None) -> None:
        self.name = name
        self._client = client
        self._patience = patience or Patience()

    async def start(self) -> Me:
        """Who we are. Waits for a server that is away and says so; a refused token raises Unauthorized."""
        return await self.insist(self.me)

    async def me(self) -> Me:
        """The same in one try."""
        return _me(await self._call(ApiCall("getMe", {})))

    async def insist(self, asking: Callable[[], Awaitable[T]]) -> T:
        """Again until it is done, or refused for good. It may take for ever: whoever waits, waits beside the work and gives
        it up (by cancelling) when the process is to stop."""
        patience = self._patience.fresh()
        while True:
            try:
                return await asking()
            except Unauthorized as error:
                log.critical("Telegram doesn't know this token (%s): ask @BotFather, check BAOBEI_TOKEN", error)
                raise
            except (Outage, Throttled) as error:
                wait = patience.after(error)
                log.warning("the Bot API doesn't answer (%s), again in %.1f s", error, wait)
                await asyncio.sleep(wait)

    async def close(self) -> None:
        await self._client.close()

    # --- receiving ---

    async def updates(self, offset: int | None, seconds: int, most: int = 100) -> list[object]:
        """Long poll: raw updates, unparsed. Everything below `offset` is thereby confirmed."""
        params: telegram.Params = {
            "timeout": seconds,
            "limit": most,
            "allowed_updates": list(telegram.ALLOWED_UPDATES),
        }
        if offset is not None:
            params["offset"] = offset
        batch = await self._call(ApiCall("getUpdates", params), seconds + CALL_SECONDS)
        if not isinstance(batch, list):
            raise Outage("getUpdates without a list")
        return batch

    def parse(self, raw: telegram.Raw) -> None:
        """Whether the library can read this update; raises Unparsable."""
        self._client.parse(raw)

    async def set_webhook(self, url: str, secret: str, connections: int = 40) -> None:
        params: telegram.Params = {
            "url": url,
            "secret_token": secret,
            "max_connections": connections,
            "allowed_updates": list(telegram.ALLOWED_UPDATES),
        }
        await self._call(ApiCall("setWebhook", params))

    async def drop_webhook(self) -> None:
        """A webhook forbids polling; what is queued stays queued."""
        await self._call(ApiCall("deleteWebhook", {}))

    async def download(self, file_id: str, into: IO[bytes]) -> int:
        """The file's bytes into `into`; how many. Gone, TooBig and Outage say why not."""
        file = await self._call(ApiCall("getFile", {"file_id": file_id}))
        if not isinstance(file, dict) or not isinstance(path := file.get("file_path"), str):
            raise Gone("getFile without a path")
        size = await _within(DOWNLOAD_SECONDS, self._client.fetch(path, into, DOWNLOAD_LIMIT))
        if isinstance(claimed := file.get("file_size"), int) and claimed != size:
            raise Outage(f"{size} bytes of {claimed} came")
        return size

    # --- sending: the Messenger ---

    async def send(self, chat: int, message: Message) -> int:
        sent = await self._call(telegram.message(chat, message))
        if not isinstance(sent, dict) or not isinstance(number := sent.get("message_id"), int):
            raise Rejected("accepted, but without a message id")  # again would be twice
        return number

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        await self._call(telegram.edit(chat, message_id, message))

    async def delete(self, chat: int, message_id: int) -> None:
        await self._call(telegram.delete(chat, message_id))

    async def strip(self, chat: int, message_id: int) -> None:
        await self._call(telegram.strip(chat, message_id))

    async def answer(self, query: str, text: str = "", alert: bool = False) -> None:
        """Ends a tapped button's spinner, perhaps with a toast (plain text) or an alert; too late is no failure."""
        await self._call(telegram.answer(query, text, alert), ANSWER_SECONDS)

    async def leave(self, chat: int) -> None:
        await self._call(ApiCall("leaveChat", {"chat_id": chat}))

    async def set_menu(self, chat: int, menu: Menu) -> None:
        scope: telegram.Params = {"scope": {"type": "chat", "chat_id": chat}}
        if not menu.commands:
            await self._call(ApiCall("deleteMyCommands", scope))
            return
        await self._call(ApiCall("setMyCommands", {"commands": _commands(menu.commands), **scope}))

    async def set_commands(self, commands: Sequence[tuple[str, str]], language: str = "") -> None:
        """The menu beside the text field of whoever has none of his own: (command, description) for a language code, or for
        everybody."""
        params: telegram.Params = {"commands": _commands(commands)}
        if language:
            params["language_code"] = language
        await self._call(ApiCall("setMyCommands", params))

    async def _call(self, call: ApiCall, seconds: float = CALL_SECONDS) -> object:
        for name, file in call.files.items():
            if isinstance(file.content, Path) and not file.content.is_file():
                raise Rejected(f"{name} {file.name!r} is not in the store")
        try:
            return await _within(UPLOAD_SECONDS if call.files else seconds, self._client.call(call, seconds))
        except Failure as failure:
            failure.args = (f"{call.method}: {failure}",)  # whoever reads of it wants to know of which call
            raise


def _commands(commands: Iterable[tuple[str, str]]) -> list[Json]:
    return [{"command": name, "description": words} for name, words in commands]


def _me(result: object) -> Me:
    match result:
        case {"id": int(number), "username": str(name)}:
            return Me(number, name)
        case _:
            raise Rejected("getMe told no id and user name")


async def _within(seconds: float, doing: Awaitable[T]) -> T:
    try:
        async with asyncio.timeout(seconds):
            return await doing
    except TimeoutError as error:
        raise Outage(f"no answer in {seconds:.0f} s") from error


def open_driver(
    name: str, token: str, api_base: str, proxy: str | None = None, patience: Patience | None = None
) -> Driver:
    """`proxy` is http://, socks5://… with user and password as usual; nothing is taken from other variables."""
    made = importlib.import_module(DRIVERS[name]).client(token, api_base.rstrip("/"), proxy)
    return Driver(name, made, patience)
