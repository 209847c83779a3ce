"""How long to wait before the next try."""

from __future__ import annotations

import os
import random
import traceback
from pathlib import Path
from typing import Final

from bot.drivers.telegram import Unparsable
from notifications.jobs.working import StorageAway
from notifications.parsing import Unreadable
from notifications.sending.messenger import Failure, Throttled
from storage.engine.errors import StorageError

OURS: Final = Path(__file__).parents[2]
DOOR: Final = Path("storage/engine/step.py")
"""Every statement goes through it: who ran it says more."""
ROOMS: Final = ("bot", "dialogs", "domain", "notifications", "storage")


class Patience:
    """Waits that grow from `first` to `most` seconds, each up to a third shorter by chance, so that many don't knock at once."""

    def __init__(self, first: float = 1.0, most: float = 30.0) -> None:
        self._first = first
        self._most = most
        self._next = first

    def after(self, why: Exception) -> float:
        """Seconds to wait after this failure; what the server asked for goes before our own opinion."""
        wait, self._next = self._next, min(self._most, self._next * 2)
        wait *= random.uniform(2 / 3, 1)
        if isinstance(why, Throttled) and why.seconds is not None:
            return max(why.seconds, self._first / 10)
        return wait

    def fresh(self) -> Patience:
        """The same, at its beginning: for a thing of its own."""
        return Patience(self._first, self._most)

    def rest(self) -> None:
        """It went well: begin small again."""
        self._next = self._first


def in_short(why: BaseException) -> str:
    """One line for the log and for whoever looks after the bot. An error's own words are told only where they are the
    chat's, the storage's or the system's about itself: others may repeat what was being read or written."""
    if isinstance(why, Failure):
        return str(why)
    if isinstance(why, StorageError | StorageAway | Unreadable | Unparsable):
        return f"{type(why).__name__}: {why}"
    if isinstance(why, OSError) and why.errno is not None:
        return f"{type(why).__name__}: {os.strerror(why.errno)}"
    return type(why).__name__


def with_place(why: BaseException) -> str:
    """`KeyError · dialogs/home/page.py:42`: and the last place of ours that it came through."""
    frames = [each for each in traceback.extract_tb(why.__traceback__) if Path(each.filename).is_relative_to(OURS)]
    places = [(Path(each.filename).relative_to(OURS), each.lineno) for each in frames]
    last = next((each for each in reversed(places) if each[0].parts[0] in ROOMS and each[0] != DOOR), None)
    return in_short(why) if last is None else f"{in_short(why)} · {last[0].as_posix()}:{last[1]}"
