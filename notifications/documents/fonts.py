"""Noto Sans as a package brings it: whole, for what is drawn, and cut down to the characters of one document, a file of a few kilobytes."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

REGULAR, BOLD = 400, 700
KEPT: Final = 8
"""Sets of characters whose fonts are kept, some 200 KB each."""
FAMILIES: Final = ("SC", "JP", "TC", "KR")
"""Simplified Chinese has nearly all that names need; a few characters are in the others alone (𠮷)."""
_NOT_PRINTED: Final = ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VVAR", "VORG", "DSIG"]
"""Tables for features and for vertical lines."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Sk"})
"""Joiners, variation selectors, shades of skin: they say nothing by themselves."""
_ALWAYS: Final = "".join(map(chr, range(0x20, 0x7F))) + "　、。，：；（）“”·…—"


def families(text: str) -> Iterator[tuple[str, str]]:
    """The families that a text needs, each with its characters of it; the first is the document's own. What none of them
    knows is nobody's: `readable` names it before."""
    yield FAMILIES[0], text + _ALWAYS
    lacking = set(text) - known(FAMILIES[0])
    for family in FAMILIES[1:]:
        if lacking and (found := lacking & known(family)):
            yield family, "".join(sorted(found))
            lacking -= found


def readable(text: str) -> str:
    """With the name of each character that no family has in its place: `[thumbs up sign]`. Of an emoji only what it shows, not
    how its pieces hang together."""
    lacking = {each for each in set(text) - known(FAMILIES[0]) if not each.isspace()}
    for family in FAMILIES[1:]:
        lacking = lacking - known(family) if lacking else lacking
    return text.translate({ord(each): _named(each) for each in lacking})


def _named(char: str) -> str:
    if unicodedata.category(char) in _UNSEEN:
        return ""
    return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"


def write(family: str, text: str, folder: Path) -> Mapping[int, Path]:
    """Fonts with the characters of the text, by weight."""
    made = {weight: folder / f"{family}{weight}.ttf" for weight in (REGULAR, BOLD)}
    for weight, font in _cut(family, "".join(sorted(set(text)))).items():
        made[weight].write_bytes(font)
    return made


@lru_cache(maxsize=KEPT)
def _cut(family: str, characters: str) -> Mapping[int, bytes]:
    """Cut once for both weights: that takes longest. Kept, for one document is printed for more than one person."""
    small = BytesIO()
    with _opened(family) as font:
        cut = Subsetter(Options(layout_features=[], notdef_outline=True, hinting=False, drop_tables=_NOT_PRINTED))
        cut.populate(text=characters)
        cut.subset(font)
        font.save(small)
    return {weight: _weighted(small, weight) for weight in (REGULAR, BOLD)}


def _weighted(small: BytesIO, weight: int) -> bytes:
    small.seek(0)
    made = BytesIO()
    with TTFont(small) as font, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of tables that a printed page doesn't need
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.save(made)
    return made.getvalue()


@cache
def known(family: str) -> frozenset[str]:
    """The characters that it has."""
    with _opened(family) as font:
        return frozenset(map(chr, font.getBestCmap()))


@contextmanager
def file(family: str) -> Iterator[Path]:
    """The whole font in all weights, as the package brings it; what opens it without choosing one gets the thinnest."""
    place = ("fonts", "ofl", f"notosans{family.lower()}", f"NotoSans{family}[wght].ttf")
    with as_file(files("justmytype_intl_cjk").joinpath(*place)) as path:
        yield path


@contextmanager
def _opened(family: str) -> Iterator[TTFont]:
    with file(family) as path, TTFont(path, lazy=True) as font:
        yield font
