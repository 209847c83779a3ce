"""What is on record of disputes beside what happened: that somebody was given the whole of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.events import Event


@dataclass(frozen=True, kw_only=True)
class DisputePackAsked(Event, subject="customer"):
    """The pack names people and companies: who has it is known."""

    customer: int
