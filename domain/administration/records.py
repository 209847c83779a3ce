"""How the desk stands, as records; and their port."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`database` is which, with its version; `schema` the revision of its tables; `size` in bytes. What came in and isn't worked
    yet, or was set aside; what isn't sent yet, or was refused for good; since when the oldest of what waits does. `backed_up` is
    when the last copy was made by our own command, where there is such for this database."""

    version: str
    database: str
    schema: str
    size: int
    to_work: int
    set_aside: int
    to_send: int
    refused: int
    oldest: datetime | None
    ticked: datetime | None
    copied_by_us: bool
    backed_up: datetime | None


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """Whom the chat doesn't reach: he blocked it then, or (None) left it without another one."""

    account: int
    since: datetime | None


class Deployment(Protocol):
    """A port of `Work`."""

    def standing(self, now: datetime) -> Standing: ...

    def out_of_reach(self, offset: int, limit: int) -> tuple[Sequence[OutOfReach], int]:
        """Active people, those longest out of reach first, and how many there are."""
