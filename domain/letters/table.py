"""The generated table (`domain/data/letters.tsv`), read when it is first needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ALPHABETS = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic", "Lisu")
"""Scripts whose letters look like Latin ones."""


@dataclass(frozen=True, slots=True)
class LetterTable:
    version: str
    ignorable: frozenset[str]
    """Default_Ignorable_Code_Point: what is drawn as nothing at all."""
    marks: frozenset[str]
    """Signs that are drawn on the character before them."""
    emoji: frozenset[str]
    pictures: frozenset[str]
    """Extended_Pictographic: emoji, and the places kept free for later ones."""
    han: frozenset[str]
    alphabets: dict[str, str]
    """Letter → its script."""
    radicals: dict[int, str]
    """A radical or a stroke as a character of its own → the Chinese character that it is taken from."""
    confusable: dict[int, str]
    """Letter → the Latin letter, digit or Chinese character that it looks like (UTS #39), or of which it is the Japanese
    form."""
    foreign: frozenset[str]
    """Letters that look like Latin or Chinese ones, and Latin ones with more to them."""
    hidden: frozenset[str]
    """What makes a printable text one that must be looked at closely."""


@cache
def table() -> LetterTable:
    version, ranged, mapped = "", dict[str, set[str]](), dict[str, dict[int, str]]()
    text = files("domain").joinpath("data", "letters.tsv").read_text(encoding="utf-8")
    for kind, *fields in (line.split("\t") for line in text.splitlines()):
        if kind == "version":
            version = fields[0]
        elif kind in ("radical", "japanese", "confusable"):
            other = chr(int(fields[1], 16)) if kind == "radical" else fields[1]
            mapped.setdefault(kind, {})[int(fields[0], 16)] = other
        else:
            ranged.setdefault(kind, set()).update(map(chr, range(int(fields[0], 16), int(fields[1], 16) + 1)))
    alphabets = {char: script for script in ALPHABETS for char in ranged[script]}
    confusable = dict(_drawn_on(alphabets)) | mapped["confusable"] | mapped["japanese"]
    confusable |= dict(_small_capitals(alphabets, confusable)) | dict(_digits()) | dict(_framed()) | _DRAWN
    lookalikes = {char for char in map(chr, confusable) if char not in ranged["Han"]}
    return LetterTable(
        version=version,
        ignorable=frozenset(ranged["ignorable"]),
        marks=frozenset(ranged["mark"]),
        emoji=frozenset(ranged["emoji"]),
        pictures=frozenset(ranged["picture"]),
        han=frozenset(ranged["Han"]),
        alphabets=alphabets,
        radicals=mapped["radical"],
        confusable=confusable,
        foreign=frozenset(lookalikes | {char for char in alphabets if not char.isascii()}),
        hidden=frozenset(ranged["ignorable"] | ranged["mark"]),
    )


def _small_capitals(alphabets: dict[str, str], confusable: dict[int, str]) -> Iterator[tuple[int, str]]:
    """A small Cyrillic letter is drawn like its capital: т with Т goes with T, unless it looks like a Latin one itself."""
    for char in (char for char, script in alphabets.items() if script == "Cyrillic"):
        own, capital = confusable.get(ord(char), char), confusable.get(ord(char.upper()[0]), char)
        if not own.isascii() and capital.isascii():
            yield ord(char), capital.lower()


_LATIN = re.compile(r"LATIN (?:CAPITAL |SMALL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .*)?$")


def _drawn_on(alphabets: dict[str, str]) -> Iterator[tuple[int, str]]:
    """A Latin letter with a stroke or a hook, or as a small capital: Ƭ, Ł, ᴛ."""
    for char in (char for char, script in alphabets.items() if script == "Latin" and not char.isascii()):
        found = _LATIN.match(unicodedata.name(char, ""))
        if found is not None and unicodedata.normalize("NFKC", char) == char:
            yield ord(char), found[1].lower()


def _digits() -> Iterator[tuple[int, str]]:
    """Digits of every script, and those in black circles: ٣, ❸."""
    for code in range(0x80, 0x1FC00):
        digit = unicodedata.digit(chr(code), None)
        if digit is not None:
            yield code, str(digit)


def _framed() -> Iterator[tuple[int, str]]:
    """Latin letters on black, and those of which flags are made: 🅣, 🆃, 🇹."""
    for first in (0x1F150, 0x1F170, 0x1F1E6):
        yield from ((first + i, chr(ord("A") + i)) for i in range(26))


_STROKES = """
エㅗ工 カㄌ力 ロㅁ口 ニ二 ーㅡㄧ一 ハㅅ八 タ夕 トㅏ卜 ミ三 チ千 オ才 ヌㄡ又 メㄨ乂 ヒ匕 ナ大 セ七 ムㄙ厶 キ丰 ㄚ丫 ㄈ匚 ㄇ冂 ㄏ厂 ㄠ幺 ㄦ儿 ㄕ尸 ㄆ攵
ㄅ勹 ㄗ卩 ㄔ彳 ㄩ凵 ㄤ尤 ㄖ日 ㄊ去 ㄓ之 ㄉ刀 ㄋ乃 ㄝ也 ㄒ丅 リ刂 ㅣ丨 ㅜ丁 ㅈ大 ㅂ日 ㄹ己 ㄱ乛
""".split()
_DRAWN = {ord(unicodedata.normalize("NFKC", char)): group[-1] for group in _STROKES for char in group[:-1]}
"""Signs of Japanese, Bopomofo and Korean by the Chinese character that they look like, beyond UTS #39."""


def is_han(char: str) -> bool:
    """A Chinese character, also one that this Python's Unicode doesn't know yet."""
    return char in table().han


def unified(text: str) -> str:
    """Radicals, as they come out of a PDF, as the characters that they look like: ⻓沙 → 长沙."""
    return text.translate(table().radicals)
