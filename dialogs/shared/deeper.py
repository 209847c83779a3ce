"""A row that is tapped opens what it is made of, and 返回 leads to where it stood: a page of figures keeps the way in its args."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.core.page import Args
from dialogs.core.screen import Json

FROM = "from"
DEEPEST = 6
"""So many steps lead back; what is older is forgotten."""


def deeper(here: Mapping[str, Json], there: Mapping[str, Json]) -> dict[str, Json]:
    """`there` with the way back to `here`, which may have one of its own."""
    return {**there, FROM: _short(dict(here), DEEPEST - 1)}


def way_back(args: Args) -> dict[str, Json]:
    """The way, as far as there is one, to be kept while what is shown changes."""
    before = args.get(FROM)
    return {FROM: before} if isinstance(before, dict) and before else {}


def back_to(args: Args) -> dict[str, Json]:
    before = args.get(FROM)
    return before if isinstance(before, dict) else {}


def _short(args: dict[str, Json], steps: int) -> dict[str, Json]:
    before = args.get(FROM)
    if not isinstance(before, dict):
        return args
    rest = {name: value for name, value in args.items() if name != FROM}
    return {**rest, FROM: _short(before, steps - 1)} if steps > 0 else rest
