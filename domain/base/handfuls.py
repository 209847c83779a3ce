"""How much of something long is done at once, where others wait for it."""

from __future__ import annotations

from typing import Final

AIM: Final = 0.005
"""Seconds of a transaction: on SQLite everybody's step waits for it."""
_LEAST: Final = 12
"""A handful is at least this part of the most: where it is the looking that takes long, smaller ones only look more often."""


class Handful:
    """As many as took about `AIM` the last time.

    handful = Handful(200)
    …  handful.now  …                  # so many this time
    handful.took(count, seconds)       # what so many took
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._least = self.now = max(1, most // _LEAST)

    def took(self, count: int, seconds: float) -> None:
        fitting = round(count * AIM / max(seconds, AIM / 1000))
        self.now = max(self._least, min(self._most, 2 * self.now, fitting))
