"""The terms under which a name is found: 32 bits of a checksum over kind and text (names.md, section 4).

A checksum is enough: two texts that share one only bring a candidate that the score then refuses.
"""

from __future__ import annotations

import re
from zlib import crc32

from domain.names.parts import Parts
from domain.names.sound import sound_key

RECIPE = 1
"""Changes whenever a name would get other terms or other parts; an index of another recipe is built anew."""

_OFFICE = re.compile(r"[省市县区]?(?:中心)?(?:分|支)?公司?$|办事处$|代表处$")

KINDS = {"k": 1.0, "d": 0.9, "p": 0.8, "r": 1.1, "q": 0.9, "h": 0.9, "b": 3.0, "3": 0.6}
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


def texts(parts: Parts) -> list[tuple[str, str]]:
    """(kind, text), each once. Regions count by their prefecture, so that district and city meet."""
    core, body, place = parts.core, parts.body, parts.region[:4]
    if not core:
        return []
    sound, tail = sound_key(core), body[-2:]
    found = [("d", core), ("p", sound), ("r", f"{sound}|{place}")]
    found += [("q", f"{char}{i}{end}|{place}") for i, (char, end) in enumerate(zip(core, tail, strict=False))]
    if len(core) > 2:
        found.append(("h", f"{pair(core[:2])}|{place}"))
    else:
        found.append(("q", f"{core[:1]}1{tail[1:]}|{place}"))
    if parts.branch:  # an insurer has thousands of branches, which share all the rest
        office = branch_place(parts.branch)
        found += [("b", f"{end}|{office}") for end in (body[:2], tail)]
        found += [("b", f"{core}|{char}") for char in dict.fromkeys(office[:2])]
    found += [("3", body[i : i + 3]) for i in range(min(len(core), len(body) - 2, 4))]
    return found


def key_term(key: str) -> int:
    """Where the names with this same-key are; others may be there too."""
    return term("k", key)


def terms(key: str, parts: Parts) -> list[int]:
    """All terms of a name that is to be found, each once."""
    return list(dict.fromkeys([key_term(key), *(term(kind, text) for kind, text in texts(parts))]))


def weighted_terms(parts: Parts) -> dict[int, float]:
    """The terms to look for, with the weight of a match.

    A core of more than two characters may be one of two with a broken trade word behind it.
    """
    wanted = {term(kind, text): KINDS[kind] for kind, text in texts(parts)}
    core, place = parts.core, parts.region[:4]
    if len(core) > 2:
        wanted.setdefault(term("r", f"{sound_key(core[:2])}|{place}"), KINDS["h"])
        wanted.setdefault(term("q", f"{core[:1]}1{parts.body[-1:]}|{place}"), KINDS["q"])
    elif core:
        wanted.setdefault(term("h", f"{pair(core)}|{place}"), KINDS["h"])
    return wanted
