"""Places written in Latin letters, in pinyin or as English has them: Shenzhen, Guangdong; Nanshan District, Shenzhen; Hong Kong.

They are put into Chinese, in every way in which they may be meant, and then read like any other place (`regions.find`):
苏州 and 宿州 are spelt alike, so Suzhou is asked about. Initials aren't read: sz is a search, no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

from pypinyin import lazy_pinyin

from domain.base import english
from domain.names.sound import spelt

LONGEST_PART = 40
MOST = 60
"""Ways to write a text in Chinese that are tried."""
_LEVELS = 4
_PARTS = re.compile(r"[,;/|\n()·–—-]+")
_SAID_BESIDES = re.compile(
    r"\b(?:new area|new district|city|province|prefecture|municipality|district|county|town|special administrative region|autonomous region"
    r"|sar|shi|sheng|qu|p\.? ?r\.? ?(?:of )?(?:china|c\b)|china|of|the)(?![a-z])\.?"
)
_LETTERS = re.compile(r"[^a-z]+")
_ONLY = {"shanxi": "山西"}
"""Spelt alike, but told apart by everybody who writes Latin letters: 陕西 is Shaanxi."""


def is_latin(text: str) -> bool:
    """Whether there are Latin letters and no others (é and ü count, for people write Lüliang), and no figures."""
    letters = [each for each in text if each.isalpha()]
    return len(letters) > 3 and all(each < "ɐ" for each in letters) and not any(each.isdigit() for each in text)


def table(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Spelling → the places that are spelt so."""
    known: dict[str, tuple[str, ...]] = {}
    spelled = [(letters, name) for name in names for letters in {"".join(lazy_pinyin(name)), spelt(name)}]
    for letters, name in (*spelled, *english.latin_spellings().items()):
        if _ONLY.get(letters, name) == name and name not in known.get(letters, ()):
            known[letters] = (*known.get(letters, ()), name)
    return known


def in_chinese(text: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ways to write it, none where a part of it isn't known."""
    several = [list(islice(_cut(_LETTERS.sub("", part), known, _LEVELS), MOST)) for part in parts(text)]
    if not 0 < len(several) <= _LEVELS:
        return ()
    found: dict[str, None] = {}
    for chosen in islice(
        product(*several), MOST
    ):  # English goes from the lowest place up, Chinese from the highest down
        found |= dict.fromkeys(("".join(chosen), "".join(reversed(chosen))))
    return tuple(found)


def parts(text: str) -> list[str]:
    """Between its commas, without what is only said besides: City, Province, China."""
    folded = text.casefold().replace("ü", "v").replace("é", "e").replace("ê", "e")
    return [
        part for each in _PARTS.split(_SAID_BESIDES.sub(" ", folded)) if (part := each.strip(" .'’")[:LONGEST_PART])
    ]


def _cut(letters: str, known: Mapping[str, tuple[str, ...]], deep: int) -> Iterator[str]:
    """All ways to read the letters as places one behind the other."""
    if not letters:
        yield ""
    elif deep:
        for length in range(len(letters), 3, -1):
            for name in known.get(letters[:length], ()):
                for rest in _cut(letters[length:], known, deep - 1):
                    yield f"{name}{rest}"
