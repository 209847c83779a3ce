"""The relay's ports: where rows come from and go to, and how a row becomes a message. `bot.serving.app` wires them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, Protocol, TypeAlias

from dialogs.core.screen import Json
from notifications.sending.messenger import Menu, Message

Keys: TypeAlias = Literal["standing", "contact"]
"""What may lie beneath the text field: the standing key that leads home, or the one that shares the own number."""


class OutboxRow(Protocol):
    """A claimed row of the outbox. `kind`: show, card, recard, note, file, blank (a message to go). `attempt` counts from 1. `message_id`: what
    there is to edit. `keyboard`: what the relay last noted of the chat's reply keyboard. `file`: the sha256 of what stands there already. `stranger`: the chat holds no
    account. `role`:
    the account type of the reader (of an administrator that), None for a guest. `menu`: what was noted of the chat's commands."""

    @property
    def id(self) -> int: ...
    @property
    def attempt(self) -> int: ...
    @property
    def chat_id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Json]: ...
    @property
    def silent(self) -> bool: ...
    @property
    def message_id(self) -> int | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def keyboard(self) -> str | None: ...
    @property
    def blocked(self) -> bool: ...
    @property
    def stranger(self) -> bool: ...
    @property
    def role(self) -> str | None: ...
    @property
    def menu(self) -> str | None: ...
    @property
    def file(self) -> str | None: ...


class Outbox(Protocol):
    """The outbox. Each method is durable when it returns; marks name the row and the attempt that they are about."""

    async def claim(self, limit: int, but: Collection[int], strangers: int) -> Sequence[OutboxRow]: ...

    async def sent(self, id_: int, attempt: int, message_id: int | None, file: str | None = None) -> bool:
        """`file`: the sha256 of what it shows from now on. Whether there may be another one for its chat."""
        ...

    async def later(self, id_: int, attempt: int, seconds: float, why: str, *, counted: bool) -> None: ...

    async def dead(self, id_: int, attempt: int, why: str) -> None: ...

    async def unreachable(self, id_: int, attempt: int, why: str) -> None: ...

    async def keyboard(self, chat_id: int, keyboard: str | None) -> None: ...

    async def menu(self, chat_id: int, menu: str | None) -> None: ...

    async def recover(self) -> int: ...


class Renderer(Protocol):
    """Words, at the moment of sending, in the chat's language (None: not chosen yet). What it raises makes a dead letter."""

    def screen(self, body: Mapping[str, Json], language: str | None) -> Message:
        """A body with its `screen` and the `token` of its buttons."""
        ...

    def shrunk(self, wordings: Sequence[Json], language: str | None) -> Message:
        """What remains of a screen that was answered: these lines (JSON), no buttons."""
        ...

    def keyboard(self, keys: Keys, language: str | None, role: str | None) -> Message:
        """A short message that brings the reply keyboard, and says what one can do here."""
        ...

    def menu(self, language: str | None, role: str | None) -> Menu:
        """The commands beside the text field. A guest has none of his own: those of all strangers."""
        ...
