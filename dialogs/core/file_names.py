"""How a file is called: as its sender called it; what the messenger gives a running number for want of a name, as its photos,
by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dialogs.core import words
from dialogs.core.screen import Wording, say

_UNNAMED: Final = re.compile(r"(photo|video|audio)-\d+(?:\.\w+)?")
"""As the driver calls what comes without a name."""
SHORT: Final = 40
"""Characters."""


def unnamed(name: str) -> bool:
    return _UNNAMED.fullmatch(name) is not None


def named(name: str, place: int = 0, longest: int = SHORT) -> Wording:
    """照片 2 at its `place`; 0 where there is but one."""
    found = _UNNAMED.fullmatch(name)
    match found[1] if found is not None else "":
        case "photo":
            return say("core-unnamed-photo", place=place)
        case "video":
            return say("core-unnamed-video", place=place)
        case "audio":
            return say("core-unnamed-audio", place=place)
        case _:
            return words.head(words.clean(name), longest)


def all_named(names: Iterable[str], longest: int = SHORT) -> Iterator[Wording]:
    """In their order, those without a name counted among themselves."""
    place = 0
    for name in names:
        place += unnamed(name)
        yield named(name, place, longest)


def next_place(before: Iterable[str]) -> int:
    """Of one that comes behind these."""
    return sum(map(unnamed, before)) + 1
