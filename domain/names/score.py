"""How alike two names are: core × trade × region × legal form × branch, each from 0 to 1 (docs/names.md).

Symmetric, but for the reasons that have a direction (多一字 / 少一字: the first name has one more or less).
Runs for every candidate of a search, a few microseconds each: no parsing here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from domain.names import brands, cores, regions, trades
from domain.names.cores import Likeness
from domain.names.parts import Parts
from domain.names.reasons import Reason

STRONG = 0.80
WEAK = 0.60

SURE = 0.99
"""The most that a look-alike can reach; only the same name is 1. (Not held by `score`, which ranks.)"""
SAME_SHAPE = 0.97
"""The least that two names reach which the eye can't tell apart."""
_RARE_BONUS = 0.06
_FAR = 0.5
"""Brand and trade below this are another company's."""
_BODY = 0.9
"""The most that brand and trade as one text can reach."""

Bearers = Callable[[str], int]
"""How many companies carry a brand, given its core."""


class Score(NamedTuple):
    value: float
    reasons: tuple[Reason, ...]

    def raised(self, least: float) -> Score:
        return self if self.value >= least else Score(least, self.reasons)


def _slip(a: str, b: str) -> Reason:
    if len(a) == len(b):
        return Reason.ONE_WRONG
    return Reason.ONE_MORE if len(a) > len(b) else Reason.ONE_LESS


def _trade(a: str, b: str, *, full: bool, nobodys: bool) -> Likeness:
    if a == b:
        return cores.EQUAL
    if trades.same_words(a, b):
        return Likeness(0.97, (Reason.WORDS_SWAPPED,))
    more_or_less = (Reason.TRADE_MORE_OR_LESS,)
    if a and b and a.isascii() != b.isascii():  # the one in English, or in pinyin
        return Likeness(0.94)
    if not a or not b:
        if nobodys:
            return Likeness(0.7 if full else 0.85, more_or_less)
        return Likeness(0.82 if full else 0.94, more_or_less)
    if nobodys:  # the trade is all that such a name says
        return Likeness(0.5 + 0.3 * trades.overlap(a, b), (Reason.OTHER_TRADE,))
    if a.startswith(b) or b.startswith(a):
        return Likeness(0.97, more_or_less)
    if OSA.distance(a, b, score_cutoff=1) == 1 and not (trades.is_known(a) and trades.is_known(b)):
        return Likeness(0.96 if cores.one_drawn_or_sounding_so(a, b) else 0.9, (_slip(a, b),))
    shorter, longer = sorted((a, b), key=len)
    if set(trades.words(shorter)) <= set(trades.words(longer)):
        return Likeness(0.93, more_or_less)
    return Likeness(0.62 + 0.3 * trades.overlap(a, b), (Reason.OTHER_TRADE,))


def _in_trade(a: Parts, b: Parts, x: str, y: str) -> bool:
    """Whether two texts of one slip's distance differ behind the brand of the name whose character it was."""
    at = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    return (len(x) >= len(y) and at >= len(a.core)) or (len(y) >= len(x) and at >= len(b.core))


def _other_word(name: Parts, own: str, other: str) -> bool:
    """Whether the two characters in which the bodies differ are one word of the trade: another word, not two slips."""
    at = len(name.core)
    for word in trades.words(name.trade):
        if len(word) == 2 and own[at : at + 2] == word and word[0] != other[at] and word[1] != other[at + 1]:
            return True
        at += len(word)
    return False


def _body(a: Parts, b: Parts) -> Likeness:
    """Brand and trade as one text: finds what breaks the split, a slip inside a trade word."""
    x, y = a.core + a.trade, b.core + b.trade
    if x == y:
        return cores.EQUAL
    distance = OSA.distance(x, y, score_cutoff=2)
    if len(x) == len(y) and set(x) == set(y) and sorted(x) == sorted(y):
        return Likeness(0.9, (Reason.CHARACTERS_SWAPPED if distance == 1 else Reason.WORDS_SWAPPED,))
    if distance > 2:
        return cores.OTHER
    shared = max(2, min(len(a.core), len(b.core)))
    if distance == 1:
        length = min(cores.weight_of(a.core), cores.weight_of(b.core))
        factor = 0.9 if _in_trade(a, b, x, y) else cores.slipped(length, cores.ONE_SLIP)
        return Likeness(factor, (_slip(x, y),))
    if distance == 2 and len(x) == len(y) >= 5 and x[:shared] == y[:shared]:
        return Likeness(0.7 if _other_word(a, x, y) or _other_word(b, y, x) else 0.82, (Reason.TWO_WRONG,))
    return cores.OTHER


def _brand_and_trade(a: Parts, b: Parts, *, full: bool, mine: bool, theirs: bool) -> Likeness:
    """`mine`, `theirs`: whether the one or the other core is nobody's."""
    core = cores.likeness(a.core, b.core, full=full)
    split = core
    if core.factor:
        trade = _trade(a.trade, b.trade, full=full, nobodys=mine or theirs)
        split = Likeness(core.factor * trade.factor, core.reasons + trade.reasons)
    if core.factor == 1 or split.factor >= _BODY or (mine and theirs) or Reason.OTHER_NUMBER in core.reasons:
        return split
    body = _body(a, b)
    return body if body.factor > split.factor else split


def _region(a: Parts, b: Parts, bearers: int, nobodys: bool) -> Likeness:
    if a.region == b.region:
        if a.town == b.town:
            return cores.EQUAL
        both = a.town and b.town
        return Likeness(0.82, (Reason.OTHER_REGION,)) if both else Likeness(0.97, (Reason.REGION_LEVEL,))
    if not a.region or not b.region:
        return Likeness(0.78 if nobodys else 0.94, (Reason.REGION_MISSING,))
    if regions.is_under(a.region, b.region) or regions.is_under(b.region, a.region):
        factor = 0.55 if nobodys else 0.85 if bearers >= brands.COMMON else 0.95
        return Likeness(factor, (Reason.REGION_LEVEL,))
    if nobodys:
        return Likeness(0.3, (Reason.OTHER_REGION,))
    factor = 0.82 if bearers <= brands.RARE else 0.66 if bearers >= brands.COMMON else 0.72
    return Likeness(factor, (Reason.OTHER_REGION,))


def _is_full(legal: str) -> bool:
    """Whether a name with that legal form is one given in full: 视源股份 is not."""
    return legal not in ("", "股份", "集团", "有限", "控股")


def _kind(legal: str) -> str:
    """Sort of legal form: 有限公司 and 股份有限公司 are one, 厂 and 合伙企业 others."""
    if "合伙" in legal:
        return "合伙"
    return "公司" if "公司" in legal or "集团" in legal or legal.isascii() else legal[-1:]


def _legal(a: str, b: str) -> Likeness:
    if a == b:
        return cores.EQUAL
    if _is_full(a) != _is_full(b):
        return Likeness(0.99, (Reason.ABBREVIATION,))
    return Likeness(0.985 if _kind(a) == _kind(b) else 0.95, (Reason.OTHER_LEGAL_FORM,))


def _branch(a: str, b: str) -> Likeness:
    """Branches are the one company; which of two is meant is told by the nearer place."""
    if a == b:
        return cores.EQUAL
    nearness = Levenshtein.normalized_similarity(a, b) if a and b else 1.0
    return Likeness(0.95 + 0.02 * nearness, (Reason.BRANCH,))


def score(a: Parts, b: Parts, bearers: Bearers) -> Score:
    """Of two names taken apart."""
    mine, theirs = brands.is_nobodys(a.core), brands.is_nobodys(b.core)
    value, reasons = _brand_and_trade(a, b, full=_is_full(a.legal) and _is_full(b.legal), mine=mine, theirs=theirs)
    if value < _FAR:
        return _far(a, b, reasons)
    # how rare a brand is matters only where it is the same one
    carriers = max(bearers(a.core), bearers(b.core)) if value >= STRONG else brands.COMMON
    region = _region(a, b, carriers, mine or theirs)
    legal = _legal(a.legal, b.legal)
    branch = _branch(a.branch, b.branch)
    bonus = _RARE_BONUS if carriers <= brands.RARE else 0.0
    return Score(
        value * region.factor * legal.factor * branch.factor + bonus,
        tuple(dict.fromkeys(reasons + region.reasons + legal.reasons + branch.reasons)),
    )


def _far(a: Parts, b: Parts, reasons: tuple[Reason, ...]) -> Score:
    """Of another company: the likeness of the letters puts such names in order, all of them below *weak*."""
    near = 1.0 if a.region[:4] == b.region[:4] else 0.8
    value = (0.1 + 0.4 * Levenshtein.normalized_similarity(a.body, b.body)) * near
    value += 0.02 * (a.legal == b.legal) + 0.02 * (len(a.core) == len(b.core) and a.trade == b.trade)
    return Score(value if a.branch == b.branch else 0.97 * value, reasons)
