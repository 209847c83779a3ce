"""The generated table (`domain/data/letters.tsv`), read when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ALPHABETS = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic", "Lisu")
"""Scripts whose letters look like Latin ones."""


@dataclass(frozen=True, slots=True)
class Table:
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
    """Letter → the Latin letter, digit or Chinese character that it looks like (UTS #39)."""
    foreign: frozenset[str]
    """Letters that look like Latin or Chinese ones, and Latin ones with more to them."""
    hidden: frozenset[str]
    """What makes a printable text one that must be looked at closely."""


@cache
def table() -> Table:
    version, ranged, mapped = "", dict[str, set[str]](), dict[str, dict[int, str]]()
    text = files("domain").joinpath("data", "letters.tsv").read_text(encoding="utf-8")
    for kind, *fields in (line.split("\t") for line in text.splitlines()):
        if kind == "version":
            version = fields[0]
        elif kind in ("radical", "confusable"):
            other = chr(int(fields[1], 16)) if kind == "radical" else fields[1]
            mapped.setdefault(kind, {})[int(fields[0], 16)] = other
        else:
            ranged.setdefault(kind, set()).update(map(chr, range(int(fields[0], 16), int(fields[1], 16) + 1)))
    alphabets = {char: script for script in ALPHABETS for char in ranged[script]}
    confusable = mapped["confusable"] | dict(_small_capitals(alphabets, mapped["confusable"]))
    lookalikes = {char for char in map(chr, confusable) if char not in ranged["Han"]}
    return Table(
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


def is_han(char: str) -> bool:
    """A Chinese character, also one that this Python's Unicode doesn't know yet."""
    return char in table().han


def unified(text: str) -> str:
    """Radicals, as they come out of a PDF, as the characters that they look like: ⻓沙 → 长沙."""
    return text.translate(table().radicals)
