"""How alike two brands are."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from domain.letters import is_han
from domain.letters.halves import is_split
from domain.names.brands import is_nobodys
from domain.names.reasons import Reason
from domain.names.sound import initials, look_alike, near_sound, same_sound, spelt

_VALUES = {
    char: value
    for value, chars in enumerate("零〇0 一壹1 二贰两2 三叁3 四肆4 五伍5 六陆6 七柒7 八捌8 九玖9 十拾".split())
    for char in chars
}


_NUMBERS = frozenset(_VALUES)
_NATIONAL = "中国"


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


def weight_of(core: str) -> int:
    """Characters as evidence: two letters or digits say as much as one Chinese character."""
    if not core.isascii() and len(core.encode()) == 3 * len(core):  # nothing but Chinese: nearly always
        return len(core)
    letters = sum(char.isascii() for char in core)
    return len(core) - letters + (letters + 1) // 2


def _typed_in_pinyin(a: str, b: str) -> Likeness | None:
    """qinghe may be 青禾, and so may 青he."""
    latin, other = (a, b) if len(a) > len(b) else (b, a)
    if not _is_chinese(latin) and _is_chinese(other) and latin.isalpha() and spelt(latin) == spelt(other):
        return Likeness(0.87, (Reason.HOMOPHONE,))
    return None


def _is_chinese(core: str) -> bool:
    return len(core.encode()) == 3 * len(core)


def _in_initials(a: str, b: str) -> Likeness | None:
    """BH may be 白桦."""
    latin, other = (a, b) if a.isascii() else (b, a)
    if latin.isascii() and latin.isalpha() and latin == initials(other):
        return Likeness(0.84 if len(latin) == 2 else 0.87, (Reason.INITIALS,))
    return None


def _split_in_two(a: str, b: str) -> Likeness | None:
    """白木华 is drawn like 白桦."""
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    at = next((i for i, (x, y) in enumerate(zip(shorter, longer, strict=False)) if x != y), -1)
    if at < 0 or shorter[at + 1 :] != longer[at + 2 :] or not is_split(shorter[at], longer[at : at + 2]):
        return None
    return Likeness(slipped(len(shorter), (0.87, 0.9, 0.92, 0.94)), (Reason.LOOKS_ALIKE,))


def _numbers_differ(a: str, b: str) -> bool:
    """第一 and 第二: as alike as can be, and certainly not the same."""
    values = [(_VALUES.get(x), _VALUES.get(y)) for x, y in zip(a, b, strict=True) if x != y]
    return all(None not in pair and pair[0] != pair[1] for pair in values)


def _same_length(a: str, b: str) -> Likeness | None:
    """Two cores of one length, character by character: numbers, homophones, swapped characters."""
    if not _NUMBERS.isdisjoint(a) and _numbers_differ(a, b):
        return Likeness(0.5, (Reason.OTHER_NUMBER,))
    for x, y in zip(a, b, strict=True):
        if x != y and not near_sound(x, y):
            break
    else:
        if not (a.isascii() and b.isascii()):
            exact = all(same_sound(x, y) for x, y in zip(a, b, strict=True) if x != y)
            factors = (0.87, 0.95) if exact else (0.84, 0.93)
            return Likeness(factors[len(a) > 2], (Reason.HOMOPHONE,))
    if a[0] in b and a[-1] in b and sorted(a) == sorted(b):
        return Likeness(0.93, (Reason.CHARACTERS_SWAPPED,))
    return None


def _one_inserted(a: str, b: str, full: bool) -> Likeness:
    """One character more in one of them. At either end of a full name it makes another brand (小米 / 小米粥, 宏达 /
    新宏达), unless the brand is long or the character was only doubled."""
    shorter, longer = sorted((a, b), key=len)
    reasons = (Reason.ONE_MORE if len(a) > len(b) else Reason.ONE_LESS,)
    if len(longer) == 3 and full and (longer.startswith(shorter) or longer.endswith(shorter)):
        doubled = longer[0] == longer[1] or longer[1] == longer[2]
        return Likeness(0.85 if doubled else 0.66, reasons)
    return Likeness(slipped(weight_of(longer), (0.62, 0.83, 0.88, 0.92)), reasons)


def one_drawn_or_sounding_so(a: str, b: str) -> bool:
    """Whether the one character in which two texts of one length differ is drawn or sounds like the other."""
    differ = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and len(differ) == 1 and (look_alike(*differ[0]) or same_sound(*differ[0]))


def _is_strange(char: str) -> bool:
    """Of a script in which no Chinese company is named: it may be meant for any character that it is drawn like."""
    return not char.isascii() and not is_han(char)


def _slips(a: str, b: str, full: bool) -> Likeness:
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance > 2 or (distance == 2 and max(len(a), len(b)) < 4):
        return OTHER
    length = max(weight_of(a), weight_of(b))
    if distance == 1 and len(a) == len(b):
        at, x, y = next((i, x, y) for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
        if at < 2 and len(a) >= 5:  # what follows is a trade that the list doesn't know: 美的 / 美菱 电动窗帘
            length = 2
        if look_alike(x, y) or _is_strange(x) != _is_strange(y):
            return Likeness(slipped(length, (0.84, 0.9, 0.92, 0.94)), (Reason.ONE_WRONG, Reason.LOOKS_ALIKE))
        return Likeness(slipped(length, ONE_SLIP), (Reason.ONE_WRONG,))
    if distance == 1:
        return _one_inserted(a, b, full)
    if distance == 2 and length >= 4:
        return Likeness(0.66 if length == 4 else 0.74 if length == 5 else 0.78, (Reason.TWO_WRONG,))
    return OTHER


def _abbreviated(a: str, b: str) -> float:
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    if len(shorter) < 2:
        return 0.0
    return 0.95 if longer.startswith(shorter) else 0.85 if longer.endswith(shorter) else 0.0


def likeness(a: str, b: str, *, full: bool) -> Likeness:
    """Of two cores. `full`: both names are given in full, so that a brand inside a brand is no abbreviation."""
    if a == b:
        return EQUAL
    if not a or not b:
        return OTHER
    if _NATIONAL in (a.removesuffix(b), b.removesuffix(a)):  # (中国) 联合网络通信: who is that well known leaves it out
        return Likeness(0.95, (Reason.ABBREVIATION,))
    found = _same_length(a, b) if len(a) == len(b) else _typed_in_pinyin(a, b)
    if is_nobodys(a) and is_nobodys(b):  # two different words, not a slip: 中国电信 / 中国电力
        return Likeness(0.4, found.reasons if found and Reason.OTHER_NUMBER in found.reasons else OTHER.reasons)
    found = found or _in_initials(a, b) or (_split_in_two(a, b) if abs(len(a) - len(b)) == 1 else None)
    if found:
        return found
    slips = _slips(a, b, full)
    inside = 0.0 if full else _abbreviated(a, b)
    return Likeness(inside, (Reason.ABBREVIATION,)) if inside > slips.factor else slips
