"""A result that comes with a `description`, as the webhook's settings do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Described:
    result: Any
    description: str
