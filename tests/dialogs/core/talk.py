"""Somebody talking to a conversation: taps only what is on the screen, and keeps drafts as the app would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

from typing_extensions import override

from dialogs.core import (
    Conversation,
    Done,
    Draft,
    DropDraft,
    Event,
    HomeWanted,
    KeepDraft,
    Odd,
    Opened,
    Reader,
    Refused,
    Registry,
    Shared,
    Stepped,
    Stored,
    Tapped,
    Typed,
    Uploaded,
    step,
)
from dialogs.core.conversation import What, left_open
from dialogs.core.edited_message import Became
from dialogs.core.texts import Label, Rendered
from tests.dialogs.core.everything import NOW, TEXTS, TODAY, register, table

READER = Reader("zh", TODAY, UTC)


class Talk:
    """One person. After each event the conversation went through JSON, and the screen through the catalogues."""

    def __init__(self, registry: Registry | None = None) -> None:
        self.registry = registry or register()
        self.conversation = Conversation()
        self.drafts: dict[str, Draft] = {}
        self.commands: list[object] = []
        self.asked: list[str] = []
        """The names that were checked."""
        self.answer: Any = "BB-1"
        """What a command comes to: a result, or a refusal to be raised."""
        self.screen = Rendered("", ())
        self.last = Stepped(self.conversation)
        self.count = 0
        self.submitted: list[Became] = []
        self.home()

    # --- acts -----------------------------------------------------------------------------------------------------

    def does(self, what: What) -> Stepped:
        self.count += 1
        stepped = self._step(f"e{self.count}", what)
        if stepped.command is not None:
            self.commands.append(stepped.command)
            outcome = Refused(self.answer) if isinstance(self.answer, Exception) else Done(self.answer)
            stepped = self._step(f"e{self.count}.done", outcome)
        if stepped.screen is not None:
            self.screen = TEXTS.screen(stepped.screen, READER)
        self.last = stepped
        return stepped

    def _step(self, key: str, what: What) -> Stepped:
        edited = what.stamp if isinstance(what, Typed) and what.edited else None
        became = tuple(each for each in self.submitted if each.stamp == edited)
        event = Event(key, what, became)
        stepped = step(self.conversation, event, table(list(self.drafts.values()), self.asked), self.registry)
        self.submitted += [Became.from_json(each.to_json()) for each in stepped.submitted]
        self.conversation = Conversation.from_json(stepped.conversation.to_json())
        assert self.conversation == stepped.conversation
        self._keeps(stepped.drafts)
        return stepped

    def _keeps(self, changes: Sequence[KeepDraft | DropDraft]) -> None:
        for each in changes:
            match each:
                case KeepDraft():
                    self.drafts[each.id] = Draft(each.id, each.form, each.version, each.title, each.state, NOW)
                case DropDraft():
                    self.drafts.pop(each.id, None)

    def leaves_it_open(self) -> None:
        """For days: it lies among the drafts, too."""
        self._keeps(left_open(self.conversation, table(), self.registry))

    def says(self, *texts: str) -> None:
        for text in texts:
            self.does(Typed(text))

    def writes(self, text: str, message: int, seconds: int = 0) -> None:
        """A message that has a number, so many seconds after noon."""
        self.does(Typed(text, message=message, at=NOW + timedelta(seconds=seconds)))

    def edits(self, message: int, text: str, seconds: int = 0) -> None:
        self.does(Typed(text, message=message, at=NOW + timedelta(seconds=seconds), edited=True))

    def taps(self, *labels: str) -> None:
        for label in labels:
            found = self.button(label)
            assert found.index is not None, f"{label} opens an address"
            self.does(Tapped(self.conversation.session, self.conversation.revision, found.index))

    def sends(
        self, name: str, kind: str = "image/png", *, size: int = 10, album: str | None = None, sha: str | None = None
    ) -> None:
        self.does(Uploaded(Stored(sha or f"sha-{name}", kind, size, name), album=album))

    def shares(self, phone: str, own: bool = True) -> None:
        self.does(Shared(phone, own))

    def sends_a_sticker(self) -> None:
        self.does(Odd("sticker"))

    def opens(self, dialog: str, **args: Any) -> None:
        self.does(Opened(dialog, args))

    def home(self) -> None:
        self.does(HomeWanted())

    # --- what is seen ---------------------------------------------------------------------------------------------

    def labels(self) -> list[str]:
        return [label.text for row in self.screen.rows for label in row]

    def button(self, text: str) -> Label:
        found = [label for row in self.screen.rows for label in row if label.text == text]
        found = found or [label for row in self.screen.rows for label in row if label.text.startswith(text)]
        assert found, f"no button {text!r} on\n{self}"
        return found[0]

    def sees(self, *texts: str) -> None:
        for text in texts:
            assert text in self.screen.html, f"{text!r} isn't on\n{self}"

    def misses(self, *texts: str) -> None:
        for text in texts:
            assert text not in str(self), f"{text!r} is on\n{self}"

    def shrunk(self) -> str:
        shrunk = self.last.shrunk
        lines = shrunk if isinstance(shrunk, tuple) else () if shrunk is None else (shrunk,)
        return "\n".join(TEXTS.render(each, READER) for each in lines)

    @override
    def __str__(self) -> str:
        rows = "\n".join(" ".join(f"[{label.text}]" for label in row) for row in self.screen.rows)
        return f"{self.screen.html}\n{rows}"


def walk_basics(talk: Talk, name: str = "深圳星河电子") -> None:
    """The first section of the big form."""
    talk.taps("登记", "继续")
    talk.says(name)
    talk.taps("广东")
    talk.says("深圳", "空调", "120", "3.2", "昨天")


def fill(talk: Talk) -> None:
    """All that the big form requires."""
    walk_basics(talk)
    talk.taps(
        "人员", "产品1", "完成", "陈经理", "否", "跳过", "其它", "跳过", "跳过", "跳过", "跳过", "跳过", "跳过", "同意"
    )


FILES: Sequence[str] = ("image/png", "application/pdf", "text/plain")
