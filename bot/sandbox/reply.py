"""A result that comes with a `description`, as the webhook's settings do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Described:
    result: object
    description: str
