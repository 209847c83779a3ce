"""What a reader of markup has written so far: plain text, and the entities over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.bot_api_error import Json
from bot.sandbox.formatting.order import ordered
from bot.sandbox.formatting.utf16 import units


@dataclass
class Marked:
    units: int = 0
    """Length in UTF-16 units: where the next entity would begin."""
    entities: list[Json] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        self._out.append(text)
        self.units += units(text)

    def mark(self, what: Json | None, offset: int) -> None:
        """What was written since `offset` is `what`; nothing where nothing was written, or where it is none."""
        if what is not None and self.units > offset:
            self.entities.append({"type": what["type"], "offset": offset, "length": self.units - offset, **what})

    def since(self, offset: int) -> str:
        """What was written since then, looked up from the end: a text may have ten thousand links."""
        found: list[str] = []
        left = self.units - offset
        for piece in reversed(self._out):
            if left <= 0:
                break
            found.append(piece)
            left -= units(piece)
        return "".join(reversed(found))

    def result(self) -> tuple[str, list[Json]]:
        return "".join(self._out), ordered(self.entities)
