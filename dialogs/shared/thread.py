"""How a thread is told, whatever its matter: its newest messages, the keys of their files, and one of these looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.file_names import named
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Attached, Button, Row, Say, Screen, Wording, act, say
from dialogs.core.words import folding, head
from dialogs.shared.words import BACK, HOME, evenly, opens
from domain.base.errors import NotFound
from domain.base.written import KeptFile, Written
from domain.home import views
from domain.threads.records import ThreadMessage

LONGEST = 1000
"""Characters of a message."""
SHOWN = 5
FILES = 6
Messages = Sequence[tuple[ThreadMessage, str]]


class Message(Protocol):
    """What is said with pictures to it, of whichever matter."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def written(self) -> Written: ...


Signed = Sequence[tuple[Message, Wording]]
"""With who said it."""


def told(messages: Messages) -> tuple[Wording, ...]:
    """`李明 11-22 09:41　…`, oldest first."""
    return tuple(
        say("thread-line", by=by, at=each.at, text=folding(each.written.text), files=len(each.written.files))
        for each, by in messages
    )


def newest(messages: Messages) -> tuple[Wording, ...]:
    """The newest, and how many stand before them."""
    before = len(messages) - SHOWN
    more = (say("thread-earlier", count=before),) if before > 0 else ()
    return (*more, *told(messages[-SHOWN:]))


def answered(messages: Messages, ask: Ask) -> Say:
    """Said to whoever goes on writing: who answered, perhaps he himself, and when."""
    last, by = next((each, by) for each, by in reversed(messages) if each.answers)
    mine = "yes" if last.author_id == ask(views.reader).id else "no"
    return say("thread-answered", mine=mine, by=by, at=last.at)


def file_rows(messages: Signed, page: str, thread: int, *beside: Button) -> tuple[Row, ...]:
    """The newest files, each with a key that opens it, and what else may stand beside them."""
    found = list(_files(messages))
    keys = [
        opens(say("thread-file-key", place=place), page, thread=thread, message=message.id, file=index)
        for place, (message, index, _) in list(enumerate(found, 1))[-FILES:]
    ]
    return evenly((*keys, *beside))


def _files(messages: Signed) -> Iterator[tuple[Message, int, Wording]]:
    for message, by in messages:
        for index in range(len(message.written.files)):
            yield message, index, by


class ThreadFile(Page):
    """One file of a message, and the way to those before and behind it. Args: `thread`, `message`, `file` (its index)."""

    def messages(self, thread: int, ask: Ask) -> Signed:
        """Those of a thread that the reader may see: asked whenever one is opened."""
        raise NotImplementedError

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = list(_files(self.messages(number(args, "thread"), ask)))
        places = [(message.id, index) for message, index, _ in found]
        wanted = (number(args, "message"), number(args, "file"))
        if wanted not in places:
            raise NotFound("file")
        at = places.index(wanted)
        message, index, by = found[at]
        file = message.written.files[index]
        line = say("thread-file", by=by, at=message.at, name=named(file.name, at + 1))
        turns = (("thread-file-before", at - 1), ("thread-file-after", at + 1))
        turn = tuple(
            Button(say(key), act("turn", message=places[to][0], file=places[to][1]))
            for key, to in turns
            if 0 <= to < len(places)
        )
        return Screen((line,), ((*turn,), (BACK, HOME)) if turn else ((BACK, HOME),), attached(file))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb != "turn":
            return Show()
        return Show({**args, "message": number(act.args, "message"), "file": number(act.args, "file")})


def attached(file: KeptFile) -> Attached:
    return Attached(file.sha256, file.name, file.picture)


def words_of(written: Written) -> Wording:
    """What was said; of a picture alone that it is one."""
    return folding(written.text) if written.text.strip() else say("thread-picture")


def row(place: int, stands: Wording, facts: Wording, words: str) -> tuple[Wording, ...]:
    """One in a list: where it stands, what it is about, and how it begins."""
    return (
        say("thread-row", index=place, state=stands, facts=facts),
        say("thread-words", text=head(words, 40) or say("thread-picture")),
    )


def number(args: Args, name: str) -> int:
    """Of a page's args; nonsense is nobody's."""
    value = args.get(name)
    return value if isinstance(value, int) else 0
