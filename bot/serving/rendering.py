"""A waiting row's body → a message in the chat's language: where the dialogs' words meet the relay's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zlib import crc32

from bot.drivers.telegram import button_data
from dialogs.core.screen import (
    HOME,
    Attachable,
    Attached,
    ContactCard,
    Drawn,
    Illustration,
    Json,
    Say,
    Screen,
    Wording,
    from_json,
    say,
    wording_from_json,
)
from dialogs.core.texts import Label, Reader, Texts, plain
from dialogs.home import command_menu
from dialogs.home.help import picture_file
from domain.base.policy import Policy
from domain.counterparts import vcards
from notifications.sending import codes_and_captchas
from notifications.sending.messenger import Attachment, Contact, Key, Keyboard, Menu, Message
from notifications.sending.queue import Keys
from storage.files.store import FileStore


class ScreenRenderer:
    """Fulfils `notifications.sending.queue.Renderer`. `now` is business time: a date of this year is told without its year."""

    def __init__(self, texts: Texts, policy: Policy, files: FileStore, now: Callable[[], datetime]) -> None:
        self._texts = texts
        self._policy = policy
        self._files = files
        self._now = now

    def screen(self, body: Mapping[str, Json], language: str | None) -> Message:
        screen, told, unseen = from_json(body["screen"]), body.get("token"), body.get("unseen")
        if isinstance(unseen, list):
            screen = replace(screen, lines=(*map(wording_from_json, unseen), *screen.lines))
        token = told if isinstance(told, str) else None
        reader = self._reader(language)
        rendered = self._texts.screen(screen, reader)
        wordless = isinstance(screen.attached, ContactCard) and not screen.lines
        return Message(
            "" if wordless else rendered.html,
            tuple(tuple(_key(label, token) for label in row) for row in rendered.rows),
            self._attachment(screen.attached, reader.language),
            self._contact(screen.attached, reader.language),
        )

    def _attachment(self, attached: Attachable | None, language: str) -> Attachment | None:
        match attached:
            case Attached(sha256=sha256, name=name, picture=picture):
                return Attachment(self._files.path(sha256), name, picture, sha256)
            case Drawn(drawing=drawing, text=text):
                return Attachment(codes_and_captchas.draw(drawing, text), f"{drawing.value}.png", picture=True)
            case Illustration(name=name):
                return Attachment(picture_file(name, language), f"{name}.png", picture=True)
            case ContactCard() | None:
                return None

    def _contact(self, attached: Attachable | None, language: str) -> Contact | None:
        if not isinstance(attached, ContactCard):
            return None
        title = self._texts.told(attached.title, language)
        card = vcards.written(attached.name, attached.phone, company=attached.company, title=title, note=attached.note)
        return Contact(attached.name, attached.phone.partition(";")[0], card)

    def shrunk(self, wordings: Sequence[Json], language: str | None) -> Message:
        reader = self._reader(language)
        return Message(self._texts.screen(Screen(tuple(map(wording_from_json, wordings))), reader).html)

    def keyboard(self, keys: Keys, language: str | None, role: str | None) -> Message:
        reader = self._reader(language)
        contact = self._plain(say("share-contact-key"), reader) if keys == "contact" else None
        return Message(
            self._texts.render(say(f"keyboard-{keys}", role=role or "guest"), reader),
            keyboard=Keyboard((self._plain(HOME.label, reader),), contact),
            silent=True,
        )

    def menu(self, language: str | None, role: str | None) -> Menu:
        if role is None:
            return Menu()
        told = self.commands(language, role)
        return Menu(f"{role}:{language or ''}:{crc32(repr(told).encode()):08x}", told)

    def commands(self, language: str | None, role: str | None) -> tuple[tuple[str, str], ...]:
        """By name, and what each is called; None: a stranger's."""
        reader = self._reader(language)
        return tuple((name, self._plain(label, reader)) for name, label in command_menu.menu(role))

    def words(self, words: Wording, language: str | None) -> str:
        """Plain text, for a toast."""
        return self._plain(words, self._reader(language))

    def letter(self, screen: Mapping[str, Json], language: str | None) -> str:
        """A screen's lines as plain text, for a mail."""
        reader = self._reader(language)
        return "\n".join(self._plain(line, reader) for line in from_json(dict(screen)).lines)

    def _plain(self, words: Say | str, reader: Reader) -> str:
        return plain(self._texts.render(words, reader))

    def _reader(self, language: str | None) -> Reader:
        zone = self._policy.zone
        today = self._now().astimezone(zone).date()
        return Reader(language or self._policy.language, today, zone)


def _key(label: Label, token: str | None) -> Key:
    if label.index is None or token is None:
        return Key(label.text, url=label.url, copy_text=label.copy_text)
    return Key(label.text, data=button_data(token, label.index), tone=label.tone)
