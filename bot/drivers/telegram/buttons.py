"""The name of a button in at most 64 bytes: `{token}.{index}`, numbers in base 36.

A token says under which revision of what the button stands: `a5.2.1k` is conversation session 2, revision 56 of
account 5; `c…` a guest's conversation by chat; `k…` a pushed card (session 0). It is no secret and proves nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from typing_extensions import override

LIMIT = 64
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
DATA = re.compile(
    r"([ack])([0-9a-z]{1,12})\.([0-9a-z]{1,12})\.([0-9a-z]{1,12})\.([0-9a-z]{1,4})"
)  # 12 digits stay below 2**63


@dataclass(frozen=True, slots=True)
class Token:
    """What a screen's buttons stand under. `scope` is `a` account, `c` chat of a guest, `k` card."""

    scope: str
    owner: int
    session: int
    revision: int

    @override
    def __str__(self) -> str:
        return f"{self.scope}{base36(self.owner)}.{base36(self.session)}.{base36(self.revision)}"


def base36(number: int) -> str:
    if number < 0:
        raise ValueError(f"not a number for a button: {number}")
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if number == 0:
            return digits


def button_data(token: str | Token, index: int) -> str:
    data = f"{token}.{base36(index)}"
    if not DATA.fullmatch(data):
        raise ValueError(f"not a button: {data!r}")
    return data


def parse_button_data(data: str) -> tuple[Token, int] | None:
    """None for what was never a button of ours: forged, or of another age."""
    found = DATA.fullmatch(data)
    if found is None:
        return None
    scope, owner, session, revision, index = found.groups()
    return Token(scope, int(owner, 36), int(session, 36), int(revision, 36)), int(index, 36)
