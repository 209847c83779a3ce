"""A chat of our own making, for the one thing that isn't ours: Telegram. It keeps messages, and fails when told to."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from notifications.sending.messenger import Attachment, Gone, Key, Keyboard, Menu, Message
from notifications.sending.queue import Keys

Trouble: TypeAlias = BaseException | Callable[[], BaseException]


class Killed(BaseException):
    """The process ends here. Nothing of ours may catch it."""


@dataclass
class Shown:
    """A message as the person sees it now."""

    id: int
    message: Message
    buttons: bool


@dataclass
class FakeChat:
    """Fulfils `Messenger`. `calls` is what was asked for in order, as (verb, chat, words)."""

    latency: float = 0.0
    calls: list[tuple[str, int, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    most_in_flight: int = 0
    hangs: set[str] = field(default_factory=set)
    """Verbs that don't answer until `release` is set."""
    release: asyncio.Event = field(default_factory=asyncio.Event)
    _flying: int = 0
    _number: int = 1000
    _chats: dict[int, dict[int, Shown]] = field(default_factory=lambda: defaultdict(dict))
    _refusals: dict[tuple[int, str], list[BaseException]] = field(default_factory=lambda: defaultdict(list))
    _cuts: dict[int, list[BaseException]] = field(default_factory=lambda: defaultdict(list))

    def refuse(self, chat: int, *errors: BaseException, verb: str = "") -> None:
        """The next calls for the chat (of that verb) do nothing and raise these."""
        self._refusals[chat, verb] += errors

    def cut(self, chat: int, *errors: BaseException) -> None:
        """The next calls for the chat are done, but raise these instead of answering."""
        self._cuts[chat] += errors

    def sees(self, chat: int) -> list[str]:
        return [shown.message.html for shown in self._chats[chat].values()]

    def files(self, chat: int) -> list[tuple[str, bool]]:
        """What came along, and whether as a picture."""
        along = [shown.message.attached for shown in self._chats[chat].values()]
        return [(each.name, each.picture) for each in along if each is not None]

    def buttons(self, chat: int) -> list[str]:
        """The words of the messages that still have buttons."""
        return [shown.message.html for shown in self._chats[chat].values() if shown.buttons]

    def deletes(self, chat: int) -> None:
        """The person clears the chat."""
        self._chats[chat].clear()

    async def send(self, chat: int, message: Message) -> int:
        await self._called("send", chat, message.html)
        self._number += 1
        self._chats[chat][self._number] = Shown(self._number, message, bool(message.rows))
        self._answer(chat)
        return self._number

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        stays = message.attached is not None and message.attached.stays
        await self._called("edit words" if stays else "edit", chat, message.html)
        shown = self._editable(chat, message_id)
        shown.message = replace(message, attached=shown.message.attached) if stays else message
        shown.buttons = bool(message.rows)
        self._answer(chat)

    async def delete(self, chat: int, message_id: int) -> None:
        await self._called("delete", chat, "")
        self._chats[chat].pop(message_id, None)
        self._answer(chat)

    async def strip(self, chat: int, message_id: int) -> None:
        await self._called("strip", chat, "")
        self._editable(chat, message_id).buttons = False
        self._answer(chat)

    async def set_menu(self, chat: int, menu: Menu) -> None:
        await self._called("menu", chat, menu.key)
        self._answer(chat)

    def _editable(self, chat: int, message_id: int) -> Shown:
        shown = self._chats[chat].get(message_id)
        if shown is None:
            raise Gone("message to edit not found")
        if isinstance(shown.message.keyboard, Keyboard):
            raise Gone("message can't be edited")
        return shown

    async def _called(self, verb: str, chat: int, words: str) -> None:
        self.calls.append((verb, chat, words))
        self.times.append(asyncio.get_running_loop().time())
        self._flying += 1
        self.most_in_flight = max(self.most_in_flight, self._flying)
        try:
            await asyncio.sleep(self.latency)
            if verb in self.hangs:
                await self.release.wait()
        finally:
            self._flying -= 1
        for refusals in (self._refusals[chat, verb], self._refusals[chat, ""]):
            if refusals:
                raise refusals.pop(0)

    def _answer(self, chat: int) -> None:
        if self._cuts[chat]:
            raise self._cuts[chat].pop(0)


class PlainWords:
    """Fulfils `Renderer` with the lines of a screen as they stand; a screen with rows has buttons, `picture` names one."""

    def screen(self, body: Mapping[str, Any], language: str | None) -> Message:
        lines = body["screen"]["lines"]
        if "unsayable" in lines:
            raise LookupError("no sentence")
        rows = tuple(tuple(Key(label, data=label) for label in row) for row in body["screen"].get("rows", ()))
        name = body.get("picture")
        return Message("\n".join(lines), rows, Attachment(b"", name, True, sha256=name) if name else None)

    def shrunk(self, wordings: Sequence[Any], language: str | None) -> Message:
        return Message(" ".join(wordings))

    def menu(self, language: str | None, role: str | None) -> Menu:
        return Menu(f"{role}:{language}", (("home", "主页"),)) if role else Menu()

    def keyboard(self, keys: Keys, language: str | None, role: str | None) -> Message:
        return Message(f"<{keys} {language or '?'}>", keyboard=Keyboard(("主页",)))
