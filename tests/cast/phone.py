"""What a person has before the eyes: the chat as the sandbox keeps it, read as a person reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.bot_api_error import Json
from bot.sandbox.core import Sandbox
from bot.sandbox.tapping import Button, NoButtonError, find_button
from bot.sandbox.world import Message

HEIGHT = 5
"""How many of the newest messages can be tapped without scrolling up."""
PRINTED, LINES, LINE = 8, 30, 120
_RAGGED = re.compile(r"^\s*[—·]?\s*—\s*$|· —(\s*·|\s*[,，]|\s*$)|(^|\s)— ·|·\s*$|·\s*·")


@dataclass(frozen=True)
class Phone:
    sandbox: Sandbox
    person: int

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, oldest first."""
        return [each for each in self.sandbox.world.chat(self.person).messages.values() if not each.deleted]

    @property
    def from_bot(self) -> list[Message]:
        return [each for each in self.messages if each.from_bot]

    @property
    def newest(self) -> Message | None:
        """The newest message with buttons; failing that, the newest."""
        told = self.from_bot
        return next((each for each in reversed(told) if each.inline), told[-1] if told else None)

    def texts(self) -> dict[int, str]:
        """What every message of the bot says now."""
        return {each.id: text_of(each) for each in self.from_bot}

    def news(self, known: dict[int, str]) -> list[Message]:
        """What says something else than it did, or wasn't there; and the newest screen."""
        newest = self.newest
        return [each for each in self.from_bot if known.get(each.id) != text_of(each) or each is newest]

    def containing(self, text: str) -> Message | None:
        return next((each for each in reversed(self.from_bot) if text in text_of(each)), None)

    def button(self, label: str, on: str = "") -> Button:
        """Raises `AssertionError`, with the phone printed."""
        for place in self._in_reach(on):
            try:
                return find_button(self.sandbox.world, self.person, label, place)
            except NoButtonError:
                continue
        raise AssertionError(f"there is no [{label}]{f' on “{on}”' if on else ''} within reach\n{self.printed()}")

    def _in_reach(self, on: str) -> list[int]:
        if on:
            found = self.containing(on)
            return [found.id] if found is not None else []
        keyboard = self.sandbox.world.chat(self.person).keyboard
        reach = [each.id for each in reversed(self.from_bot[-HEIGHT:]) if each.inline]
        return [*reach, *([keyboard] if keyboard is not None else [])]

    def ragged(self) -> list[str]:
        """Lines of facts with a place for one that isn't there: `广东 深圳 · —`, `120 万/年 ·`."""
        lines = [line for each in self.from_bot for line in text_of(each).splitlines()]
        return [line for line in lines if _RAGGED.search(line)]

    def link(self) -> str:
        """The payload of the newest link to the bot in the chat."""
        for message in reversed(self.from_bot):
            for word in text_of(message).split():
                if "t.me/" in word and (payload := parse_qs(urlsplit(word).query).get("start")):
                    return payload[0]
        raise AssertionError(f"there is no link\n{self.printed()}")

    def printed(self, last: int = PRINTED) -> str:
        """The end of the chat, for a person who reads a failed test."""
        name = self.sandbox.world.people[self.person].name
        keys = self.sandbox.world.reply_keyboard(self.person) or []
        shown = [f"─── {name} ───", *(_printed(each) for each in self.messages[-last:])]
        return "\n".join([*shown, f"⌨ {_rows(keys)}"])


def text_of(message: Message) -> str:
    content = message.content
    text: str = content.get("text") or content.get("caption") or ""
    return text


def labels_of(message: Message) -> list[str]:
    return [button["text"] for row in message.inline for button in row]


def screen_of(message: Message) -> str:
    """Text and buttons, as docs/wording.md has them."""
    return "\n".join([text_of(message), *(_rows([row]) for row in message.inline)])


def _printed(message: Message) -> str:
    who = "  " if message.from_bot else "> "
    return "\n".join(who + line[:LINE] for line in (screen_of(message) or str(message.content)).splitlines()[:LINES])


def _rows(rows: Sequence[Sequence[Json]]) -> str:
    return " ".join(f"[{button['text']}]" for row in rows for button in row)
