"""Commands that concern the chat and not the business: which language it speaks, which account acts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SetLanguage:
    """`zh` or `en`."""

    language: str


@dataclass(frozen=True, kw_only=True)
class SwitchAccount:
    account: int
