"""The verdict over two names, with score and reasons (docs/names.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.names import bopomofo
from domain.names import score as scoring
from domain.names.brands import estimated_bearers, is_nobodys
from domain.names.parts import Parts
from domain.names.readings import NameReading, readings
from domain.names.reasons import Reason
from domain.names.score import Bearers, Score
from domain.names.text import fold, is_traditional, look, look_key, same_key, without_brackets

_CLEAR = 0.95
"""From this score on no other reading is tried: it would cost more than it could gain."""


class Verdict(StrEnum):
    SAME = "same"
    STRONG = "strong"
    """A look-alike that the reporter is asked about."""
    WEAK = "weak"
    """A look-alike that only the manager's card shows."""
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` runs from 0 to 1; reasons come in the order of the name's parts."""

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]


def verdict_of(score: float) -> Verdict:
    """Of a look-alike's score; *same* is never a matter of degree."""
    if score >= scoring.STRONG:
        return Verdict.STRONG
    return Verdict.WEAK if score >= scoring.WEAK else Verdict.DIFFERENT


def best(typed: tuple[NameReading, ...], known: Parts, bearers: Bearers) -> tuple[Score, NameReading]:
    """The typed name's reading that comes nearest to the known name."""
    found: tuple[Score, NameReading] | None = None
    for reading in typed:
        if found is not None and found[0].value >= _CLEAR:
            break
        if not reading.may_mean(known):
            continue
        fit = scoring.score(reading.parts, known, bearers)
        if found is None or fit.value * reading.factor > found[0].value:
            found = Score(fit.value * reading.factor, fit.reasons), reading
    assert found is not None  # a name always has a reading
    return found


def is_unsplit(known: Parts) -> bool:
    """Whether a kept name begins with what may be a region with a slip in it (东亨市华远), which stands before its brand."""
    return not known.region and not _PLACE_ENDS.isdisjoint(known.core[2:4])


_PLACE_ENDS = frozenset("市县")


def best_split(typed: NameReading, known: str, bearers: Bearers) -> tuple[Score, Parts] | None:
    """The other reading of a kept name that comes nearest to the likeliest one of the typed name."""
    found: tuple[Score, Parts] | None = None
    for reading in readings(known)[1:]:
        if reading.may_mean(typed.parts):
            fit = scoring.score(typed.parts, reading.parts, bearers)
            if found is None or fit.value * reading.factor > found[0].value:
                found = Score(fit.value * reading.factor, fit.reasons + reading.reasons), reading.parts
    return found


def _writing(a: str, b: str) -> tuple[Reason, ...]:
    """Reasons of two names with one key that aren't the same text."""
    if a == b:
        return (Reason.IDENTICAL,)
    found = [Reason.TRADITIONAL] if is_traditional(a) != is_traditional(b) else []
    return (*found, Reason.WRITING) if not found or fold(a) != fold(b) else tuple(found)


def _region_writing(a: str, b: str, fit: Score, mine: Parts, theirs: Parts) -> tuple[Reason, ...]:
    """地区写法, when the regions are the same but the texts without what else differs are not."""
    if not mine.region or mine.region != theirs.region or Reason.REGION_WRITING in fit.reasons:
        return ()
    return () if _place(a, mine) == _place(b, theirs) else (Reason.REGION_WRITING,)


def _place(raw: str, parts: Parts) -> str:
    """What stands before the brand: the region as written, or nothing when it stands elsewhere."""
    text = without_brackets(look(raw))
    return text[: max(text.find(parts.core), 0)].removesuffix(parts.town)


def same_shape(a: str, b: str) -> bool:
    """Whether two names that aren't the same can't be told apart by the eye."""
    seen = look_key(a)
    return seen == look_key(b) != "" and same_key(a) != same_key(b)


def _is_disguised(raw: str) -> bool:
    """Whether the name has letters that look like Latin or Chinese ones and are none."""
    return look(raw) != fold(raw)


_BY_THE_LETTER = frozenset({Reason.ONE_WRONG, Reason.TWO_WRONG})
"""What is said of other letters, which says nothing more of letters that look the same."""


def explain(typed: str, known: str, fit: Score, reading: NameReading, parts: Parts) -> tuple[Reason, ...]:
    """The reasons in words of a hit, with those that only the texts show."""
    if same_key(typed) == same_key(known):
        return _writing(typed, known)
    traditional = is_traditional(typed) != is_traditional(known)
    disguised = same_shape(typed, known) or _is_disguised(typed) != _is_disguised(known)
    reasons = [Reason.SAME_SHAPE] if disguised else []
    if bopomofo.read(typed) != typed or bopomofo.read(known) != known:
        reasons.append(Reason.HOMOPHONE)
    odd = _BY_THE_LETTER if same_shape(typed, known) else frozenset[Reason]()
    reasons += [
        *(each for each in fit.reasons if each not in odd),
        *reading.reasons,
        *_region_writing(typed, known, fit, reading.parts, parts),
    ]
    if traditional:
        reasons.append(Reason.TRADITIONAL)
    if is_nobodys(parts.core) and Reason.OTHER_REGION in reasons:
        reasons.append(Reason.NO_BRAND)
    return tuple(dict.fromkeys(reasons)) or (Reason.WRITING,)


def alike(typed: str, known: str, bearers: Bearers = estimated_bearers) -> Comparison:
    """The verdict by the names alone."""
    key = same_key(typed)
    if key and key == same_key(known):
        return Comparison(Verdict.SAME, 1.0, _writing(typed, known))
    mine, theirs = readings(typed), readings(known)
    # a doubtful reading of the one is held against the likeliest reading of the other
    pairs = [
        (mine[0], theirs[0]),
        *((other, theirs[0]) for other in mine[1:]),
        *((mine[0], other) for other in theirs[1:]),
    ]
    judged = [
        (scoring.score(a.parts, b.parts, bearers), a, b)
        for a, b in pairs
        if a.may_mean(b.parts) and b.may_mean(a.parts)
    ]
    fit, a, b = max(judged, key=lambda each: each[0].value * each[1].factor * each[2].factor)
    fit = Score(fit.value * a.factor * b.factor, fit.reasons + b.reasons)
    if same_shape(typed, known):
        fit = fit.raised(scoring.SAME_SHAPE)
    value = min(fit.value, scoring.SURE)
    return Comparison(verdict_of(value), round(value, 3), explain(typed, known, fit, a, b.parts))


def _same_code(a: str, b: str) -> bool:
    """Of two credit codes, or one of them and an organisation code, which is its characters 9–17."""
    from stdnum.cn import uscc  # slow to load, and seldom needed

    longer, shorter = sorted(
        (uscc.compact(a).replace("-", ""), uscc.compact(b).replace("-", "")), key=len, reverse=True
    )
    return longer == shorter or (len(longer) == 18 and len(shorter) == 9 and longer[8:17] == shorter)


def compare(
    typed: str,
    known: str,
    *,
    typed_code: str | None = None,
    known_code: str | None = None,
    bearers: Bearers = estimated_bearers,
) -> Comparison:
    """The verdict with the credit codes, where both are given: equal codes decide for *same*, two different ones for
    *different*, whatever the names; the names' score and reasons are still told."""
    found = alike(typed, known, bearers)
    if not typed_code or not known_code:
        return found
    if _same_code(typed_code, known_code):
        return Comparison(Verdict.SAME, 1.0, (Reason.SAME_CODE, *found.reasons))
    return Comparison(Verdict.DIFFERENT, found.score, (Reason.OTHER_CODE, *found.reasons))
