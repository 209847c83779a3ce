"""The mark that makes a customer the vendor's own account, and the port to where it is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class DirectAccount:
    """Since when, and who set it; nobody where a list did from the terminal."""

    customer_id: int
    name: str
    credit_code: str | None
    since: datetime
    added_by: int | None


class DirectAccounts(Protocol):
    """The port."""

    def among(self, customers: Collection[int]) -> frozenset[int]:
        """Which of these customers are the vendor's own."""

    def put(self, customer_id: int, added_by: int | None, now: datetime) -> bool:
        """Whether it is new."""

    def drop(self, customer_id: int) -> bool: ...
    def move(self, gone: int, into: int) -> None:
        """Two customers are one: it is the vendor's if either was."""

    def get(self, customer_id: int) -> DirectAccount | None: ...
    def listed(self, text: str, offset: int, limit: int) -> tuple[Sequence[DirectAccount], int]:
        """Those whose names have the words, the latest first; with how many there are."""
