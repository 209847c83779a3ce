"""What a person may do in a chat, as data: the other half of the vocabulary between a dialog and a chat.

The driver's side (`bot/telegram.py`) makes these from an update; nothing here knows Telegram's JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from dialogs.core.screen import Json


@dataclass(frozen=True, slots=True)
class Sender:
    """Who acts: the chat is private, so chat and person are one number. `language` is the messenger's own, e.g. `zh-hans`."""

    chat: int
    name: str
    username: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A written message. `reply_to` is the message it answers, when it answers one, `answered` what that says. `edited`: it
    was written before, and reads differently now. `message` is its own number, `at` when it was written, aware; two that
    say the same are the same, whenever and wherever."""

    text: str
    reply_to: int | None = None
    edited: bool = False
    answered: str = field(default="", compare=False)
    message: int | None = field(default=None, compare=False)
    at: datetime | None = field(default=None, compare=False)
    cut: str = field(default="", compare=False)
    """What stood in front of the text in the message, and was taken for something else."""
    part: bool = field(default=False, compare=False)
    """It is a part of the message, which told other forms of other things."""

    def without(self, front: str) -> str | None:
        """The text behind what was cut from it before; None where that doesn't stand there any more."""
        text = self.text.strip()
        return text.removeprefix(front).strip(" :：") if text.startswith(front) else None

    @property
    def stamp(self) -> str | None:
        """Its name among all messages ever: a number means something in one chat only, so its moment goes along."""
        return None if self.message is None or self.at is None else f"{self.message}.{int(self.at.timestamp())}"

    @property
    def line(self) -> str:
        """What a search takes: the text if it is one line, else nothing."""
        text = self.text.strip()
        return "" if "\n" in text else text


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a message that told several forms something: how it begins by what it is about (`whole`), and what it says."""

    whole: str
    text: str
    mine: bool


def lying(said: Typed) -> dict[str, Json]:
    """A message as a page's args keep it, until somebody has said what becomes of it."""
    return {"text": said.text, "message": said.message, "at": said.at.isoformat() if said.at is not None else None}


def lies_with(args: Mapping[str, Json]) -> Typed:
    """The message that lies with a page."""
    message, at = args.get("message"), args.get("at")
    return Typed(
        str(args.get("text", "")),
        message=message if isinstance(message, int) else None,
        at=datetime.fromisoformat(at) if isinstance(at, str) else None,
    )


@dataclass(frozen=True, slots=True)
class Started:
    """`/start`, with the payload of a deep link, which anybody may have typed by hand."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command of the messenger, such as `/help`: never an answer, wherever it is written. `name` is in lower case."""

    name: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A tapped button: its data is whatever the client sent, perhaps stale or forged. `message` is the one it stood under."""

    data: str
    message: int | None
    query: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in the content store: by hash, with its sniffed type, its size in bytes and the name that the sender gave.

    `text` is what the first sheet of an Excel file says, a row a line, its first two cells as `label：value`.
    """

    sha256: str
    type: str
    size: int
    name: str
    text: str = ""


Why: TypeAlias = Literal[
    "too_big",
    "empty",
    "gone",
    "network",
    "disguised",
    "encrypted",
    "broken",
    "bomb",
    "heic",
    "unasked",
    "quota",
    "no_room",
]


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be had, or isn't to be had: why, by a code."""

    why: Why
    name: str


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file or photo, fetched before the step. `album` tells the pieces of one album, which arrive one by one; `reply_to` is the
    message that it answers, when it answers one."""

    file: Stored | Failed
    caption: str = ""
    album: str | None = None
    reply_to: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Shared:
    """A contact; `own` only when Telegram vouches that it is the sender's own number. `vcard`: what the phone knows of him
    besides, as anybody may have written it."""

    phone: str
    own: bool
    name: str = ""
    vcard: str = ""


@dataclass(frozen=True, slots=True)
class Odd:
    """What a sales desk has no use for: a sticker, a voice message … `kind` is Telegram's word for it."""

    kind: str


@dataclass(frozen=True, slots=True)
class MembershipChanged:
    """The person blocked the bot, or let it in again."""

    blocked: bool


Said: TypeAlias = Typed | Started | Ordered | Pressed | Uploaded | Shared | Odd | MembershipChanged
