"""How a thread is told, whatever its matter: its newest messages, the keys of their files, and one of these looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.file_names import named
from dialogs.core.page import Args, Page
from dialogs.core.screen import Attached, Button, Row, Say, Screen, Wording, say
from dialogs.core.words import folding, head
from dialogs.shared.words import BACK, HOME, evenly, opens
from domain.base.errors import NotFound
from domain.home import views
from domain.threads.records import ThreadMessage

LONGEST = 1000
"""Characters of a message."""
SHOWN = 5
FILES = 6
Messages = Sequence[tuple[ThreadMessage, str]]


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


def file_rows(messages: Messages, page: str, thread: int, *beside: Button) -> tuple[Row, ...]:
    """The newest files, each with a key that opens it, and what else may stand beside them."""
    found = list(_files(messages))
    keys = [
        opens(say("thread-file-key", place=place), page, thread=thread, message=message.id, file=index)
        for place, (message, index) in list(enumerate(found, 1))[-FILES:]
    ]
    return evenly((*keys, *beside))


def _files(messages: Messages) -> Iterator[tuple[ThreadMessage, int]]:
    for message, _ in messages:
        for index in range(len(message.written.files)):
            yield message, index


class ThreadFile(Page):
    """One file of a message. Args: `thread`, `message`, `file` (its index)."""

    def messages(self, thread: int, ask: Ask) -> Messages:
        """Those of a thread that the reader may see."""
        raise NotImplementedError

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        wanted = (number(args, "message"), number(args, "file"))
        place = 0
        for message, by in self.messages(number(args, "thread"), ask):
            for index, file in enumerate(message.written.files):
                place += 1
                if (message.id, index) == wanted:
                    line = say("thread-file", by=by, at=message.at, name=named(file.name, place))
                    return Screen((line,), ((BACK, HOME),), Attached(file.sha256, file.name, file.picture))
        raise NotFound("file")


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
