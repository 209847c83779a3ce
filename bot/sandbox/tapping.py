"""Which button a label means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.sandbox.bot_api_error import Json
from bot.sandbox.world import World

_COUNT = re.compile(r"\s*[(（]\d+\+?[)）]\s*$")
_EMOJI_CATEGORIES = ("So", "Sk", "Mn", "Me", "Cf")


@dataclass(frozen=True)
class Button:
    message: int
    button: Json
    inline: bool

    @property
    def label(self) -> str:
        text: str = self.button["text"]
        return text


class NoButtonError(Exception):
    """`labels`: what there is to tap, newest first."""

    def __init__(self, reason: str, labels: list[str]) -> None:
        super().__init__(reason)
        self.labels = labels


def plain_label(label: str) -> str:
    """Without leading emoji and blanks, without a trailing count such as (3)."""
    start = 0
    while start < len(label) and (label[start].isspace() or unicodedata.category(label[start]) in _EMOJI_CATEGORIES):
        start += 1
    return _COUNT.sub("", label[start:]).strip() or label.strip()


def buttons(world: World, person: int, message: int | None = None) -> list[Button]:
    """Everything that the person could tap, newest message first; the reply keyboard is as old as its message."""
    found = [
        Button(shown.id, button, True)
        for shown in world.with_buttons(person)
        if message in (None, shown.id)
        for row in shown.inline
        for button in row
    ]
    keyboard = world.chat(person).keyboard
    if keyboard is not None and message in (None, keyboard):
        rows = world.reply_keyboard(person) or []
        found += [Button(keyboard, button, False) for row in rows for button in row]
        found.sort(key=lambda button: -button.message)
    return found


def find_button(world: World, person: int, label: str, message: int | None = None) -> Button:
    """The same text, else the same but for emoji and count, else the only label that contains it; the newest of them."""
    there = buttons(world, person, message)
    wanted = plain_label(label)
    for button in there:
        if button.label == label:
            return button
    for button in there:
        if plain_label(button.label) == wanted:
            return button
    containing = [button for button in there if wanted in plain_label(button.label)]
    labels = list(dict.fromkeys(button.label for button in there))
    if not containing or not wanted:
        raise NoButtonError(f'there is no button "{label}"', labels)
    if len({plain_label(button.label) for button in containing}) > 1:
        raise NoButtonError(f'several buttons contain "{label}"', labels)
    return containing[0]
