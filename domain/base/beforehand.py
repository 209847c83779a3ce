"""What was looked up for a step before it (`domain.base.looking_first`)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Beforehand:
    """Answers by their keys, or what a query refused."""

    known: Mapping[Hashable, object] = field(default_factory=dict)

    def with_answer(self, key: Hashable, answer: object) -> Beforehand:
        return Beforehand({**self.known, key: answer})
