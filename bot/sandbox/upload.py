"""A file as it came in, before anything is known of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes
    mime: str
