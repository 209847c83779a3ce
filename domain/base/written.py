"""What somebody writes with pictures or files to it, whatever it is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the content store. `type` is what its content is, `size` in bytes."""

    sha256: str
    name: str
    type: str
    size: int

    @property
    def picture(self) -> bool:
        return self.type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Written:
    """Words, and files; one of the two may be absent."""

    text: str
    files: tuple[KeptFile, ...] = ()
