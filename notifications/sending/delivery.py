"""One row of the outbox → the calls that show it.

A screen is edited where it stands, for an edit may be repeated without harm. Where it must come as a new message, that comes
first, for somebody waits for it; what becomes of the old one is `notifications.sending.afterwards`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogs.core.screen import Json
from notifications.sending.afterwards import Old
from notifications.sending.messenger import Gone, Menu, Message, Messenger, Rejected
from notifications.sending.queue import Keys, OutboxRow, Renderer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row with its words: rendered before the first call, so that what can't be said isn't half sent."""

    row: OutboxRow
    message: Message
    shrunk: Message | None
    keyboard: Message | None
    keys: str
    menu: Menu | None
    """The chat's commands, where they are to be others."""


def pack(row: OutboxRow, renderer: Renderer) -> Parcel:
    """Raises whatever the renderer raises."""
    body, language = row.body, row.language
    screen = body["screen"]
    message = replace(renderer.screen(body, language), silent=row.silent)
    if row.kind == "recard" and row.message_id is not None and message.attached is not None and row.file is not None:
        stays = message.attached.sha256 == row.file
        message = replace(message, attached=replace(message.attached, stays=stays))
    keys: Keys = "contact" if isinstance(screen, dict) and screen.get("asks_contact") else "standing"
    wanted = f"{keys}:{language or ''}"
    missing = row.kind == "show" and wanted != row.keyboard
    menu = renderer.menu(language, row.role) if row.kind == "show" else None
    shrunk = _lines(body.get("shrunk"))
    return Parcel(
        row,
        message,
        renderer.shrunk(shrunk, language) if shrunk else None,
        renderer.keyboard(keys, language, row.role) if missing else None,
        wanted,
        menu if menu is not None and menu.key != (row.menu or "") else None,
    )


def _lines(shrunk: Json) -> list[Json]:
    if shrunk is None:
        return []
    return shrunk if isinstance(shrunk, list) else [shrunk]


class Delivery:
    """Makes the calls, each when it is its turn."""

    def __init__(
        self,
        messenger: Messenger,
        turn: Callable[[int], Awaitable[None]],
        keyboard_sent: Callable[[int, str], Awaitable[None]],
    ) -> None:
        """`turn(chat)` waits until a call may be made; `keyboard_sent` notes at once what lies in the chat."""
        self._messenger = messenger
        self._turn = turn
        self._keyboard_sent = keyboard_sent

    async def deliver(self, parcel: Parcel) -> tuple[int | None, Old | None]:
        """The number of the new message, None where an old one was edited; and the screen whose place it took. Raises
        `notifications.sending.messenger.Failure`."""
        row = parcel.row
        if row.kind == "blank":
            await self._blank(row.chat_id, row.body, parcel.message)
            return None, None
        await self._lay_keyboard(parcel)
        old = row.message_id if row.kind in {"show", "recard"} else None
        edits = old is not None and self._edits(parcel)
        if old is not None and edits and await self._edited(row.chat_id, old, parcel.message):
            return None, None
        new = await self._sent(row.chat_id, _whole(parcel.message))
        return new, None if old is None else Old(row.chat_id, old, None if edits else parcel.shrunk)

    async def _blank(self, chat: int, body: Mapping[str, Json], instead: Message) -> None:
        """Deleted; what is older than two days is emptied instead, and what is no text keeps its file without buttons."""
        message_id = int(str(body["message"]))
        ways: tuple[Callable[[], Awaitable[None]], ...] = (
            lambda: self._messenger.delete(chat, message_id),
            lambda: self._messenger.edit(chat, message_id, instead),
            lambda: self._messenger.strip(chat, message_id),
        )
        for way in ways if body.get("fresh") else ways[1:]:
            await self._turn(chat)
            with suppress(Gone, Rejected):
                await way()
                return

    @staticmethod
    def _edits(parcel: Parcel) -> bool:
        """A card's file changes where it stands; what somebody opens comes below: he looks at what he asked for there."""
        if parcel.row.kind == "recard":
            return True
        words = parcel.message.attached is None and parcel.message.contact is None
        return parcel.row.body.get("place") != "new" and words

    async def _lay_keyboard(self, parcel: Parcel) -> None:
        # On a message of its own: one with a reply keyboard can't be edited afterwards.
        if parcel.keyboard is not None:
            await self._turn(parcel.row.chat_id)
            await self._messenger.send(parcel.row.chat_id, parcel.keyboard)
            await self._keyboard_sent(parcel.row.chat_id, parcel.keys)

    async def _sent(self, chat: int, message: Message) -> int:
        """A contact has no words: what is to be told with it comes in front."""
        if message.contact is not None and message.html:
            await self._turn(chat)
            await self._messenger.send(chat, Message(message.html, silent=message.silent))
            message = replace(message, html="")
        return await self._shown(chat, message, lambda each: self._messenger.send(chat, each))

    async def _edited(self, chat: int, message_id: int, message: Message) -> bool:
        try:
            await self._shown(chat, message, lambda each: self._messenger.edit(chat, message_id, each))
        except Gone:
            return False
        return True

    async def _shown(self, chat: int, message: Message, show: Callable[[Message], Awaitable[T]]) -> T:
        """What the chat doesn't take as a picture (too big, too long, of a kind that it doesn't know) comes as a file; a file that
        doesn't stay there after all is sent again."""
        await self._turn(chat)
        try:
            return await show(message)
        except Rejected:
            if message.attached is None or not (message.attached.picture or message.attached.stays):
                raise
        await self._turn(chat)
        if message.attached.stays:
            return await show(_whole(message))
        return await show(replace(message, attached=replace(message.attached, picture=False)))


def _whole(message: Message) -> Message:
    """With its file, which a new message doesn't have yet."""
    return message if message.attached is None else replace(message, attached=replace(message.attached, stays=False))
