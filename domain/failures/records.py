"""What failed for a reason that nobody foresaw, on the way in or out, as records; and their port.

What was said isn't here, nor what was to be told: only when, whose, of which kind, and the error's class and place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


class FailureKind(StrEnum):
    MESSAGE = "message"
    TAP = "tap"
    FILE = "file"
    OTHER = "other"
    """Of what came in: that somebody blocked the bot, say, or what can't be read."""
    SCREEN = "screen"
    """Of what was to go out; the present one comes by itself when its person does something."""
    CARD = "card"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Failure:
    """`id` is the row's number. `again`: whether trying anew has a point."""

    way: Direction
    id: int
    at: datetime
    chat: int | None
    account: int | None
    kind: FailureKind
    error: str
    again: bool


class Failures(Protocol):
    """A port of `Work`."""

    def newest(self, offset: int, limit: int) -> tuple[Sequence[Failure], int]:
        """A page of them, and how many there are."""

    def try_again(self, way: Direction, number: int) -> bool:
        """False where it was tried again, or thrown away, meanwhile."""
