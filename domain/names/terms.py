"""The terms under which a name is found: 32 bits of a checksum over kind and text (docs/names.md).

A checksum is enough: two texts that share one only bring a candidate that the score then refuses.
"""

from __future__ import annotations

import re
from zlib import crc32

from domain.names.parts import Parts
from domain.names.sound import initials, sound_key
from domain.names.text import look_key, same_key

RECIPE = 6
"""Changes whenever a name would get another same-key, other terms or other parts; what was kept by another recipe is
made anew."""

_OFFICE = re.compile(r"[省市县区]?(?:中心)?(?:分|支)?公司?$|办事处$|代表处$")

KINDS = {"k": 1.0, "d": 0.9, "p": 0.8, "r": 1.1, "q": 0.9, "h": 0.9, "i": 1.0, "l": 1.0, "b": 3.0, "3": 1.0}
"""Kind → weight of a match."""


def term(kind: str, text: str) -> int:
    """A signed 32-bit number: four bytes in SQLite, INTEGER in PostgreSQL."""
    return crc32(f"{kind}{text}".encode()) - 0x80000000


def pair(two: str) -> str:
    """The same for two characters in either order."""
    return two if two[:1] <= two[1:] else two[::-1]


def branch_place(branch: str) -> str:
    """What tells branches apart, mostly a place: 献县支公司 → 献, 第二分公司 → 第二."""
    return _OFFICE.sub("", branch) or branch


def _skeleton(char: str, i: int, parts: Parts) -> tuple[str, str]:
    """A character of the brand, the region, and the last or last but one character of brand and trade."""
    tail = parts.body[-2:]
    return "q", f"{char}{i}{tail[i : i + 1]}|{parts.region[:4]}"


def texts(parts: Parts) -> list[tuple[str, str]]:
    """(kind, text), each once. Regions count by their prefecture, so that district and city meet."""
    core, body, place = parts.core, parts.body, parts.region[:4]
    if not core:
        return []
    sound = sound_key(core)
    found = [("d", core), ("p", sound), ("r", f"{sound}|{place}")]
    found += [_skeleton(char, i, parts) for char, i in zip(core, (0, 1, 1), strict=False)]
    found.append(("h", f"{pair(core[:2])}|{place}") if len(core) > 2 else _skeleton(core[0], 1, parts))
    found += [("3", body[i : i + 3]) for i in range(min(len(core), len(body) - 2, 4))]
    if parts.branch:  # an insurer has thousands of branches, which share all the rest
        office = branch_place(parts.branch)
        found += [("b", f"{end}|{office}") for end in (body[:2], body[-2:])]
        found += [("b", f"{core}|{char}") for char in dict.fromkeys(office[:2])]
    return found


def _by_initials(parts: Parts) -> tuple[str, str] | None:
    """(kind, text): `i` for a brand in characters, `l` for one in Latin letters, by which the other is found. Apart, since there
    are as many of the former as there are names, and few of the latter."""
    core = parts.core
    letters, kind = (core, "l") if core.isascii() and 2 <= len(core) <= 4 and core.isalpha() else (initials(core), "i")
    return (kind, f"{letters}|{parts.region[:4]}|{parts.body[-2:]}") if letters else None


def key_term(key: str) -> int:
    """Where the names are that have this same-key, or that look so; others may be there too."""
    return term("k", key)


def terms(raw: str, parts: Parts) -> list[int]:
    """All terms of a name that is to be found, each once. What the eye reads is for most names what they are."""
    keys = (key_term(same_key(raw)), key_term(look_key(raw)))
    found = texts(parts)
    if found and (letters := _by_initials(parts)):
        found.append(letters)
    return list(dict.fromkeys([*keys, *(term(kind, text) for kind, text in found)]))


def weighted_terms(parts: Parts) -> dict[int, float]:
    """The terms to look for, with the weight of a match.

    More than a name has: its core may have lost a character, or be one of two with a broken trade word behind it.
    """
    found = texts(parts)
    core, place = parts.core, parts.region[:4]
    found += [_skeleton(char, i, parts) for char in core[:3] for i in (0, 1)]
    found.append(("h", f"{pair(core[:2])}|{place}"))
    found.append(("r", f"{sound_key(core[:2])}|{place}"))
    if letters := _by_initials(parts):
        found.append(("i" if letters[0] == "l" else "l", letters[1]))
    return {term(kind, text): KINDS[kind] for kind, text in found}
