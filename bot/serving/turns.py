"""What the inbox's workers and the app say to each other about one update, one person's turn.

def take(conn: Connection, person: int, now: datetime) -> Turn:
    chat = chats.lock(conn, person)      # before the look: on PostgreSQL locks alone do not order
    row = next_turn(conn, person)
    if not isinstance(row, PendingUpdate):
        return row                       # nothing to do, or its file must be fetched first
    …                                    # the step; mark the row done
    return Taken(TapAnswer(say("too-late")))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.drivers import telegram
from dialogs.core.screen import Wording
from storage.chat import inbox
from storage.chat.inbox import PendingUpdate
from storage.engine import Connection


@dataclass(frozen=True, slots=True)
class TapAnswer:
    """What a tapped button answers: a toast or (`alert`) a box to be closed, in a language of the catalogues."""

    words: Wording
    alert: bool = False
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Taken:
    """An update was applied. A tap is answered also when there is nothing to say, so that its spinner ends."""

    row: PendingUpdate
    answer: TapAnswer | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """This update carries a file; its step comes once it is known what came of fetching it."""

    row: PendingUpdate
    file: telegram.Carried


Turn: TypeAlias = Taken | Fetch | None


def next_turn(conn: Connection, person: int) -> PendingUpdate | Fetch | None:
    """The lowest undone update of a person who is locked already."""
    row = inbox.next_undone(conn, person)
    if row is None or row.fetched is not None:
        return row
    file = telegram.file_of(row.raw)
    return row if file is None else Fetch(row, file)
