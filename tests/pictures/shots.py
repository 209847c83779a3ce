"""What a picture shows: the newest messages on somebody's phone, and their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bot.sandbox.world import Message
from dialogs.home.help import picture_file
from tests.cast import Person
from tests.cast.phone import screen_of, text_of

HERE = Path(__file__).parent
README = ("story", "card")
WORDS = "Description"
"""Where a PNG says what it shows."""
_PASSING = re.compile(r"\b\d\d:\d\d\b|(?<=start=)[\w-]+|(?<=inv_)[\w-]+")
"""What is another one each time: the hour of the day, a link's secret."""


@dataclass(frozen=True)
class Shot:
    """The `newest` so many messages of a phone as they are now, the very last `besides` not among them."""

    name: str
    person: Person
    newest: int
    besides: int = 0

    @property
    def messages(self) -> list[Message]:
        there = self.person.phone.messages
        return there[: len(there) - self.besides][-self.newest :]

    @property
    def words(self) -> str:
        shown = (screen_of(each) if each.from_bot else f"> {text_of(each)}" for each in self.messages)
        return "\n".join(_PASSING.sub("…", each) for each in shown)


@dataclass(frozen=True)
class Desk:
    """Several phones side by side, with the end of each chat."""

    name: str
    phones: tuple[Shot, ...]

    @property
    def words(self) -> str:
        return "\n\n".join(each.words for each in self.phones)


def file_of(name: str, language: str) -> Path:
    """Where a picture lies: of the README here, of 帮助 in the product."""
    return HERE / f"{name}.png" if name in README else picture_file(name, language)


def words_of_file(file: Path) -> str:
    """As they were when the picture was taken; empty for one that says nothing."""
    with Image.open(file) as picture:
        return str(picture.info.get(WORDS, ""))
