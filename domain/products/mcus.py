"""The vendor's product table of MCU models: what a typed model is looked up in (docs/follow-ups.md)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class McuModel:
    """`series` groups models in lists; both are written as the vendor writes them."""

    model: str
    series: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        return model_key(self.model)


def model_key(model: str) -> str:
    """Width, case, blanks and dashes don't tell models apart."""
    return "".join(unicodedata.normalize("NFKC", model).casefold().split()).replace("-", "")


def is_of(written: str, model: str) -> bool:
    """Whether it is that model as somebody wrote it, with a package suffix perhaps."""
    return model_key(written).startswith(model_key(model))


class Mcus(Protocol):
    """The port."""

    def all(self) -> Sequence[McuModel]:
        """By series and model."""

    def known(self, models: Sequence[str]) -> frozenset[str]:
        """Those of them that stand in the table, as they were given."""

    def put(self, model: McuModel) -> bool:
        """Whether it is new; one that is known is brought up to date."""
