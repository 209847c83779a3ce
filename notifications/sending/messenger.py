"""The port to the chat: what the relay asks of a driver, and how a driver says what went wrong.

A driver decides once whether a refusal is temporary, permanent or about the person; nobody above reads Telegram's words.
What Telegram calls an error and is none (`message is not modified`, `message to delete not found`) never leaves the driver.

    Failure
    ├── Throttled      429: wait, then the same again; not a failed attempt
    ├── Outage         5xx, timeout, cut connection: perhaps accepted, try again later
    ├── Unreachable    403, chat not found: this person can't be written to until they write
    ├── Gone           the message to edit no longer exists or can't be edited: send anew
    ├── Rejected       any other 400: never again as it is
    └── Unauthorized   401, 404 for the token: tell the operator and stop
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dialogs.core.screen import Tone


class Failure(Exception):
    """A call that didn't do what was asked; its text is the messenger's own, for the log and the dead letter."""


class Throttled(Failure):
    """Too many calls. `seconds` is how long the messenger asks us to wait, None where it doesn't say."""

    def __init__(self, words: str = "", seconds: float | None = None) -> None:
        super().__init__(words or f"throttled for {seconds} s")
        self.seconds = seconds


class Outage(Failure):
    """The messenger is away or didn't answer in time. The call may have been accepted all the same."""


class Unreachable(Failure):
    """The person blocked the bot, deleted the account, or never started it."""


class Gone(Failure):
    """The message to edit was deleted or isn't one that can be edited so."""


class Rejected(Failure):
    """The messenger refuses this content and would refuse it again."""


class Unauthorized(Failure):
    """The token isn't (or is no longer) valid."""


@dataclass(frozen=True, slots=True)
class Key:
    """An inline button: exactly one of `data` (1 to 64 bytes, ASCII), `url` and `copy_text` (1 to 256 characters)."""

    label: str
    data: str | None = None
    url: str | None = None
    tone: Tone | None = None
    copy_text: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the content store (`sha256`) to send along, or what was drawn just now. `picture` shows it in the chat instead of
    as a document; one that `stays` is in the message already, where only words and buttons change."""

    content: Path | bytes
    name: str
    picture: bool = False
    sha256: str | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The reply keyboard beneath the text field: a row of labels, and above it a key that shares the own number.

    A message that carries one has no inline buttons and can never be edited.
    """

    labels: tuple[str, ...]
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands beside the text field: name and what it is called. `key` tells menus apart; without commands the chat has
    none of its own."""

    key: str = ""
    commands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody, for the phone to save or call: `phone` in digits behind a plus, `vcard` of 2048 bytes at most, or empty."""

    name: str
    phone: str
    vcard: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message in the reader's language. `html` uses Telegram's tags and has all user text escaped. One with a `contact` has
    no words: `notifications.sending.delivery` sends them in front of it."""

    html: str
    rows: tuple[tuple[Key, ...], ...] = ()
    attached: Attachment | None = None
    contact: Contact | None = None
    keyboard: Keyboard | None = None
    silent: bool = False


class Messenger(Protocol):
    """What the relay needs of a driver. Every method raises a `Failure` and nothing else that is expected."""

    async def send(self, chat: int, message: Message) -> int:
        """Send and return the message id."""
        ...

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        """Replace text, file and buttons. Not modified is success; deleted, a reply keyboard, a file where only words are to
        stand: `Gone`."""
        ...

    async def delete(self, chat: int, message_id: int) -> None:
        """Take it out of the chat. Gone already is success; too old for it: `Gone`."""
        ...

    async def strip(self, chat: int, message_id: int) -> None:
        """Take the buttons away and leave the words. Not modified is success; deleted: `Gone`."""
        ...

    async def set_menu(self, chat: int, menu: Menu) -> None:
        """The commands of this chat alone."""
        ...
