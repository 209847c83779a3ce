"""Noto Sans SC as a package brings it, cut down to the characters of one document: a font file of a few kilobytes."""

from __future__ import annotations

import warnings
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

REGULAR, BOLD = 400, 700
_FONT: Final = ("fonts", "ofl", "notosanssc", "NotoSansSC[wght].ttf")
_ALWAYS: Final = "".join(map(chr, range(0x20, 0x7F))) + "　、。，：；（）“”·…—"


def write(text: str, weight: int, to: Path) -> Path:
    """The font with the characters of the text, in one weight. A character that it doesn't know is left out."""
    with as_file(files("justmytype_intl_cjk").joinpath(*_FONT)) as path, TTFont(path, lazy=True) as font:
        cut = Subsetter(Options(layout_features=[], notdef_outline=True, hinting=False))
        cut.populate(text=text + _ALWAYS)
        cut.subset(font)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of tables that a printed page doesn't need
            instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.save(to)
    return to
