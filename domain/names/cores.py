"""How alike two brands are."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from domain.names.brands import is_nobodys
from domain.names.reasons import Reason
from domain.names.sound import look_alike, near_sound, same_sound, spelt

_DIGITS = "〇一二三四五六七八九十零0123456789"


class Likeness(NamedTuple):
    """A factor from 0 to 1, and why it isn't 1 (or why it is)."""

    factor: float
    reasons: tuple[Reason, ...] = ()


EQUAL = Likeness(1.0)
OTHER = Likeness(0.0, (Reason.OTHER_BRAND,))


ONE_SLIP = (0.62, 0.82, 0.88, 0.92)


def slipped(length: int, factors: tuple[float, float, float, float]) -> float:
    """The factor for brands of 2, 3, 4, and more characters."""
    return factors[min(max(length, 2), 5) - 2]


def _length(core: str) -> int:
    """Characters as evidence: two letters or digits say as much as one Chinese character."""
    letters = sum(char.isascii() for char in core)
    return len(core) - letters + (letters + 1) // 2


def _of_sound(a: str, b: str) -> Likeness | None:
    """Homophones, character by character, or one of the two typed in pinyin."""
    if len(a) != len(b) or a.isascii() or b.isascii():
        latin, other = (a, b) if a.isascii() else (b, a)
        typed = latin.isascii() and latin.isalpha() and len(latin) > 3 and not other.isascii() and spelt(other) == latin
        return Likeness(0.87, (Reason.HOMOPHONE,)) if typed else None
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if all(same_sound(x, y) for x, y in differing):
        return Likeness(0.87 if len(a) <= 2 else 0.95, (Reason.HOMOPHONE,))
    if all(near_sound(x, y) for x, y in differing):
        return Likeness(0.84 if len(a) <= 2 else 0.93, (Reason.HOMOPHONE,))
    return None


def _numbers_differ(a: str, b: str) -> bool:
    """第一 and 第二: as alike as can be, and certainly not the same."""
    differing = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and all(x in _DIGITS and y in _DIGITS for x, y in differing)


def _one_inserted(a: str, b: str, full: bool) -> Likeness:
    """One character more in one of them. At either end of a full name it makes another brand (小米 / 小米粥, 宏达 /
    新宏达), unless the brand is long or the character was only doubled."""
    shorter, longer = sorted((a, b), key=len)
    reasons = (Reason.ONE_MORE if len(a) > len(b) else Reason.ONE_LESS,)
    if len(longer) == 3 and full and (longer.startswith(shorter) or longer.endswith(shorter)):
        doubled = longer[0] == longer[1] or longer[1] == longer[2]
        return Likeness(0.85 if doubled else 0.66, reasons)
    return Likeness(slipped(_length(longer), (0.62, 0.83, 0.88, 0.92)), reasons)


def _slips(a: str, b: str, full: bool) -> Likeness:
    length = max(_length(a), _length(b))
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1 and len(a) == len(b):
        x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
        if look_alike(x, y):
            return Likeness(slipped(length, (0.84, 0.9, 0.92, 0.94)), (Reason.ONE_WRONG, Reason.LOOKS_ALIKE))
        return Likeness(slipped(length, ONE_SLIP), (Reason.ONE_WRONG,))
    if distance == 1:
        return _one_inserted(a, b, full)
    if distance == 2 and length >= 4:
        return Likeness(0.66 if length == 4 else 0.74 if length == 5 else 0.78, (Reason.TWO_WRONG,))
    return OTHER


def likeness(a: str, b: str, *, full: bool) -> Likeness:
    """Of two cores. `full`: both names are given in full, so that a brand inside a brand is no abbreviation."""
    if a == b:
        return EQUAL
    if not a or not b:
        return OTHER
    if is_nobodys(a) and is_nobodys(b):  # two different words, not a slip: 中国电信 / 中国电力
        return Likeness(0.4, (Reason.OTHER_NUMBER if _numbers_differ(a, b) else Reason.OTHER_BRAND,))
    if _numbers_differ(a, b):
        return Likeness(0.5, (Reason.OTHER_NUMBER,))
    if sound := _of_sound(a, b):
        return sound
    if len(a) == len(b) and sorted(a) == sorted(b):
        return Likeness(0.93, (Reason.CHARACTERS_SWAPPED,))
    slips = _slips(a, b, full)
    shorter, longer = sorted((a, b), key=len)
    if full or len(shorter) < 2:
        return slips
    inside = 0.95 if longer.startswith(shorter) else 0.85 if longer.endswith(shorter) else 0.0
    return Likeness(inside, (Reason.ABBREVIATION,)) if inside > slips.factor else slips
