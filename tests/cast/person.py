"""One of the cast: what a person does and finds, as the package's docstring tells."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from bot.sandbox import acts
from bot.sandbox.bot_api_error import Json
from bot.sandbox.core import Tap
from bot.sandbox.tapping import Button, NoButtonError, buttons
from bot.sandbox.upload import Upload
from bot.sandbox.world import Person as Someone
from tests.cast.follow_ups import Following
from tests.cast.phone import Phone, labels_of, screen_of, text_of

if TYPE_CHECKING:
    from tests.cast.scene import Scene

ANSWER_SECONDS = 10.0
TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Pressable:
    """A button as it was: where it stood and what it sends."""

    message: int
    data: str
    label: str


class Person(Following):
    def __init__(self, scene: Scene, someone: Someone) -> None:
        self.scene = scene
        self.someone = someone
        self.phone = Phone(scene.sandbox, someone.id)
        self.acts = 0
        self.toast = ""
        self.known: dict[int, str] = {}
        """What the messages said at the own last act."""

    @property
    def name(self) -> str:
        return self.someone.name

    @property
    def chat(self) -> int:
        return self.someone.id

    # --- acts -----------------------------------------------------------------------------------------------------

    async def opens(self, start: str = "") -> None:
        self._begins()
        acts.open_bot(self.scene.sandbox, self.someone, start or None)
        await self.scene.settled()

    async def opens_link(self) -> None:
        await self.opens(self.link)

    @override
    async def says(self, text: str) -> None:
        self._begins()
        acts.say(self.scene.sandbox, self.someone, text)
        await self.scene.settled()

    async def edits(self, before: str, text: str) -> None:
        """The newest own message that says `before`, or has it under its file."""
        own = (each for each in reversed(self.phone.messages) if not each.from_bot)
        edited = next((each for each in own if before in (text_of(each) or "")), None)
        assert edited is not None, f"{self.name} didn't write “{before}”\n{self.phone.printed()}"
        self._begins()
        acts.edit(self.scene.sandbox, self.someone, edited, text)
        await self.scene.settled()

    async def replies(self, on: str, text: str) -> None:
        """Answers the newest message that contains `on`."""
        answered = self.phone.containing(on)
        assert answered is not None, f"nothing says “{on}”\n{self.phone.printed()}"
        self._begins()
        acts.say(self.scene.sandbox, self.someone, text, answered)
        await self.scene.settled()

    @override
    async def taps(self, label: str, on: str = "", *, times: int = 1) -> None:
        button = self.phone.button(label, on)
        self._begins()
        if not button.inline:
            acts.press_reply_button(self.scene.sandbox, self.someone, button.button)
        elif "callback_data" in button.button:
            await self._presses(button.message, button.button["callback_data"], times)
        await self.scene.settled()

    async def presses(self, button: Pressable, *, times: int = 1) -> None:
        """A button from earlier, or from another's phone, or one that was never there."""
        self._begins()
        await self._presses(button.message, button.data, times)
        await self.scene.settled()

    async def sends(self, name: str, content: bytes, caption: str = "", mime: str = TEXT) -> None:
        self._begins()
        acts.send_document(self.scene.sandbox, self.someone, Upload(name, content, mime), caption)
        await self.scene.settled()

    async def sends_photo(self, content: bytes, caption: str = "") -> None:
        self._begins()
        acts.send_photo(self.scene.sandbox, self.someone, Upload("photo.png", content, "image/png"), caption)
        await self.scene.settled()

    async def replies_with_photo(self, on: str, *contents: bytes, caption: str = "") -> None:
        """Answers the newest message that contains `on` with a photo, or with an album."""
        answered = self.phone.containing(on)
        assert answered is not None, f"nothing says “{on}”\n{self.phone.printed()}"
        self._begins()
        uploads = [Upload("photo.png", content, "image/png") for content in contents]
        if len(uploads) == 1:
            acts.send_photo(self.scene.sandbox, self.someone, uploads[0], caption, answered)
        else:
            acts.send_album(self.scene.sandbox, self.someone, uploads, caption, answered)
        await self.scene.settled()

    async def sends_album(self, *files: tuple[str, bytes]) -> None:
        self._begins()
        acts.send_album(self.scene.sandbox, self.someone, [Upload(name, content, TEXT) for name, content in files], "")
        await self.scene.settled()

    async def sends_contact(self, of: Person | None = None) -> None:
        self._begins()
        acts.send_contact(self.scene.sandbox, self.someone, (of or self).someone)
        await self.scene.settled()

    async def forwards_contact(self, name: str, phone: str, vcard: str = "") -> None:
        """Somebody's who isn't in the chat."""
        self._begins()
        acts.send_foreign_contact(self.scene.sandbox, self.someone, phone, name, vcard)
        await self.scene.settled()

    async def sends_sticker(self) -> None:
        self._begins()
        sticker = {
            "sticker": {"file_id": "CAAC", "file_unique_id": "AgAC", "type": "regular", "width": 512, "height": 512}
        }
        acts._put(self.scene.sandbox, self.someone, sticker)
        await self.scene.settled()

    async def blocks(self) -> None:
        """Until the person opens the bot again."""
        self.scene.sandbox.block(self.someone, True)
        await self.scene.settled()

    def _begins(self) -> None:
        self.acts += 1
        self.toast = ""
        self.known = self.phone.texts()

    async def _presses(self, message: int, data: str, times: int) -> None:
        there = self.scene.sandbox.world.chat(self.chat).messages.get(message)
        under = there if there is not None else self.phone.newest
        assert under is not None, f"{self.name} has never heard of the bot"
        taps = [acts.tap(self.scene.sandbox, self.someone, under, data) for _ in range(times)]
        if not self.scene.holding:
            await self._answered(taps)

    async def _answered(self, taps: list[Tap]) -> None:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answers: list[Json] = [await tap.answered for tap in taps]
        except TimeoutError:
            raise AssertionError(f"the bot didn't answer {self.name}'s tap\n{self.phone.printed()}") from None
        self.toast = " ".join(filter(None, (each["toast"] or each["alert"] for each in answers)))

    # --- what is found --------------------------------------------------------------------------------------------

    def button(self, label: str, on: str = "") -> Pressable:
        found = self.phone.button(label, on)
        return Pressable(found.message, found.button["callback_data"], found.label)

    def colour(self, label: str) -> str:
        """`success` is green, `danger` red; empty for a button as any other."""
        return str(self.phone.button(label).button.get("style", ""))

    def copies(self, label: str, on: str = "") -> str:
        """What the button puts on the clipboard."""
        return str(self.phone.button(label, on).button["copy_text"]["text"])

    @property
    def tappable(self) -> list[Button]:
        """Everything with data that can be tapped anywhere in the chat, newest first."""
        try:
            there = buttons(self.scene.sandbox.world, self.chat)
        except NoButtonError:
            return []
        return [each for each in there if each.inline and "callback_data" in each.button]

    @property
    @override
    def screen(self) -> str:
        newest = self.phone.newest
        return "" if newest is None else screen_of(newest)

    @property
    @override
    def buttons(self) -> list[str]:
        newest = self.phone.newest
        return [] if newest is None else labels_of(newest)

    def buttons_on(self, text: str) -> list[str]:
        """The labels on the newest message that contains the text."""
        found = self.phone.containing(text)
        return [] if found is None else labels_of(found)

    def received(self, name: str) -> bytes:
        """The newest file of that name that the bot sent."""
        for message in reversed(self.phone.from_bot):
            file = message.content.get("document") or {}
            if file.get("file_name") == name:
                stored = self.scene.sandbox.files.by_unique(file["file_unique_id"])
                assert stored is not None
                return self.scene.sandbox.files.place(stored).read_bytes()
        raise AssertionError(f"{self.name} got no file {name}\n{self.phone.printed()}")

    @property
    def link(self) -> str:
        return self.phone.link()

    @property
    def view(self) -> str:
        """All that came or changed since the own last act, the newest screen, the toast."""
        return "\n".join([*(screen_of(each) for each in self.phone.news(self.known)), self.toast])

    def sees(self, *words: str) -> None:
        view = self.view
        for each in words:
            assert each in view, f"{self.name} doesn't see “{each}” (toast: {self.toast!r})\n{self.phone.printed()}"

    def sees_not(self, *words: str) -> None:
        view = self.view
        for each in words:
            assert each not in view, f"{self.name} sees “{each}” (toast: {self.toast!r})\n{self.phone.printed()}"

    def finds(self, *words: str) -> None:
        whole = "\n".join(screen_of(each) for each in self.phone.from_bot)
        for each in words:
            assert each in whole, f"{self.name} doesn't find “{each}”\n{self.phone.printed(30)}"

    def finds_not(self, *words: str) -> None:
        whole = "\n".join(screen_of(each) for each in self.phone.from_bot)
        for each in words:
            assert each not in whole, f"{self.name} finds “{each}”\n{self.phone.printed(30)}"

    def count(self, words: str) -> int:
        """How many messages of the bot have these words."""
        return sum(words in text_of(each) for each in self.phone.from_bot)
