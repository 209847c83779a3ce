"""Words that say what a company does, and how alike two trades are.

The words and their kin are in `domain/data/trades.txt`, one group a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_GENERIC_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Trades:
    group: dict[str, str]
    """Word → the first word of its group, which stands for the group."""
    generic: frozenset[str]
    """Groups that nearly every company may carry (科技, 发展)."""
    longest: int


@cache
def trades() -> Trades:
    group: dict[str, str] = {}
    generic: set[str] = set()
    for line in files("domain").joinpath("data", "trades.txt").read_text(encoding="utf-8").splitlines():
        words = line.lstrip("~").split()
        if not words or line.startswith("#"):
            continue
        group |= dict.fromkeys(words, words[0])
        if line.startswith("~"):
            generic.add(words[0])
    return Trades(group, frozenset(generic), max(map(len, group)))


def word_at_end(text: str, leaving: int) -> int:
    """Length of the longest trade word that ends the text and leaves as many characters before it; 0 for none."""
    known = trades()
    for length in range(min(known.longest, len(text) - leaving), 1, -1):
        if text[-length:] in known.group:
            return length
    return 0


def word_inside(text: str, start: int) -> int:
    """Where the first word that really names a trade (not 科技, 发展) begins at or after `start`; -1 for none."""
    known = trades()
    for i in range(start, len(text) - 1):
        for length in (4, 3, 2):
            group = known.group.get(text[i : i + length])
            if group is not None and group not in known.generic:
                return i
    return -1


@lru_cache(maxsize=65536)
def words(trade: str) -> tuple[str, ...]:
    """The trade's words, split from the end; what is no known word stays in one piece."""
    found: list[str] = []
    while trade:
        length = word_at_end(trade, 0) or len(trade)
        found.append(trade[-length:])
        trade = trade[:-length]
    return tuple(reversed(found))


@lru_cache(maxsize=65536)
def weights(trade: str) -> tuple[dict[str, float], float]:
    """Groups of the trade's words with the weight of what they say, and the sum of the weights."""
    known = trades()
    found = {
        group: _GENERIC_WEIGHT if group in known.generic else 1.0
        for group in (known.group.get(word, word) for word in words(trade))
    }
    return found, sum(found.values())


def overlap(a: str, b: str) -> float:
    """How much two trades have in common, from 0 to 1, by groups of words: 电子 and 半导体 have everything."""
    (mine, my_sum), (theirs, their_sum) = weights(a), weights(b)
    shared = sum([weight for group, weight in mine.items() if group in theirs])
    return shared / (my_sum + their_sum - shared or 1.0)


def same_words(a: str, b: str) -> bool:
    """Whether the words are the same in another order."""
    return len(a) == len(b) and set(a) == set(b) and sorted(words(a)) == sorted(words(b))


@lru_cache(maxsize=65536)
def unsaid(text: str) -> str:
    """What is left of the text when known trade words are taken from its end: empty when it says nothing else."""
    while length := word_at_end(text, 0):
        text = text[:-length]
    return text


@lru_cache(maxsize=65536)
def is_known(trade: str) -> bool:
    """Whether all its words are known ones, so that it holds no slip."""
    known = trades().group
    return all(word in known for word in words(trade))
