"""Batches: 批次 A12 A13, LOT:A12,A13, 批次A12 2k A13 1k, 两个批次 A84 A85, dictated 批次a二十一.

A list goes on as long as what follows looks like its first one; what looks otherwise is read by somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.orders.reading import numerals
from domain.orders.reading.records import Option, ReadBatch
from domain.orders.reading.text import LineText

_HOW_MANY = r"(?:\d{1,2}|[一二两三四五六七八九十])"
_LABEL = re.compile(
    rf"(?:分?{_HOW_MANY}\s?[个种])?(?:生产)?(?:批次号?|批号|批(?=[a-z]{{1,3}}\d))(?:[1-3](?=[\s:]))?"
    rf"|(?:分(?:成|为)?|(?<![\w.])){_HOW_MANY}\s?批(?=[\s:,]*[a-z]{{0,3}}\d)"
    r"|(?<![\w.@])\d\s(?:lots|batches)(?![a-z])"
    r"|(?<![a-z])(?:lots?|batch(?:es)?|d/c|dc|date\s?code)(?:\s?(?:no\.?|号|#))?(?![a-z])"
)
_BETWEEN = re.compile(r"(?:[\s,、/;&+和及:#是为]|[都均](?=[是为\s]*[a-z\d]))*")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.\-]*[a-z0-9]|[a-z0-9]")
_DICTATED = re.compile(r"(?P<front>[a-z]{1,3})\s?(?P<number>[〇零一二两三四五六七八九十百]{1,6})(?![\w])")
"""批次a二十一."""
_NONE_YET = re.compile(r"\s?[:]?\s?(?:还没(?:出来?|定|有|下来)?|待定|未定|未知|暂无|没有|后补|待补|无|tbd)")
_QUANTITY = re.compile(
    rf"[\s:(*x×]*(?P<number>(?:{numerals.PLAIN}\s?{numerals.SCALE}|{numerals.PLAIN}))\s?(?P<unit>pcs|pc|片|颗|只|个|粒)?\s?\)?"
)
_SCALED = re.compile(r"\d+(?:\.\d+)?(?:kk|k|w|pcs|pc)")
_RANGE = re.compile(r"(?P<front>[a-z]*)(?P<first>\d+)-(?P<again>[a-z]*)(?P<last>\d+)")
MOST = 60


@dataclass(frozen=True, slots=True)
class Batches:
    """`unclear` is a range as written, which may be one batch with a hyphen or several. `spare` is a quantity behind the
    last one that may be the whole line's."""

    listed: tuple[ReadBatch, ...] = ()
    unclear: str = ""
    spare: int | None = None
    said: bool = False


def claim(line: LineText) -> Batches:
    """All that are labelled in the line."""
    found = Batches()
    for label in line.found(_LABEL):
        more = _list(line, label)
        if more is not None:
            found = replace(
                more,
                listed=(
                    *found.listed,
                    *(each for each in more.listed if each.code not in {b.code for b in found.listed}),
                ),
                unclear=found.unclear or more.unclear,
            )
    return found


def _list(line: LineText, label: re.Match[str]) -> Batches | None:
    none = _NONE_YET.match(line.open, label.end())
    if none is not None:
        line.claim(label.start(), none.end(), "batches")
        return Batches(said=True)
    listed: list[ReadBatch] = []
    at = end = label.end()
    unclear = ""
    while len(listed) < MOST:
        between = _BETWEEN.match(line.open, at)
        start = between.end() if between else at
        heard = _DICTATED.match(line.open, start)
        if heard is not None and (code_of := dictated(heard)) is not None:
            listed.append(ReadBatch(code_of))
            at = end = heard.end()
            continue
        code = _CODE.match(line.open, start)
        if code is None or not _goes_on(code.group(), listed):
            break
        written = kept(line, *code.span())
        if is_range(code.group()):
            unclear = unclear or written
        else:
            listed.append(ReadBatch(written))
        at = end = code.end()
        quantity = _QUANTITY.match(line.open, at) if listed else None
        if quantity is not None and _counts(line, quantity, listed):
            amount = numerals.value(quantity["number"])
            if amount is not None and amount == amount.to_integral_value() and amount > 0:
                listed[-1] = ReadBatch(listed[-1].code, int(amount))
                at = end = quantity.end()
    if not listed and not unclear:
        return None
    return _single_quantity(line, label.start(), end, listed, unclear)


def dictated(found: re.Match[str]) -> str | None:
    """a二十一 is A21, a二零二四 A2024."""
    said = found["number"]
    digits = [numerals.spoken(each) for each in said] if not re.search("[十百]", said) else [numerals.spoken(said)]
    if any(each is None for each in digits):
        return None
    return found["front"].upper() + "".join(map(str, digits))


def claim_alone(line: LineText, most: int) -> tuple[ReadBatch, ...]:
    """What stands without a label and surely is a batch; none where there are too many."""
    found = list(dict.fromkeys(each.span() for each in _ALONE.finditer(line.open)))
    if not 0 < len(found) <= most:
        return ()
    for each in found:
        line.claim(*each, "batches")
    return tuple(ReadBatch(code) for code in dict.fromkeys(kept(line, *each) for each in found))


def kept(line: LineText, start: int, end: int) -> str:
    """As it was typed, in one width, so that Ａ１２ is A12 in every list."""
    return unicodedata.normalize("NFKC", line.written(start, end))


def _single_quantity(line: LineText, start: int, end: int, listed: list[ReadBatch], unclear: str) -> Batches:
    """Where only the last one has a quantity, that is the line's."""
    line.claim(start, end, "batches")
    having = [each for each in listed if each.quantity is not None]
    if len(having) == 1 and listed[-1].quantity is not None:
        spare = listed[-1].quantity
        listed[-1] = ReadBatch(listed[-1].code)
        return Batches(tuple(listed), unclear, spare, said=True)
    return Batches(tuple(listed), unclear, said=True)


def _shape(code: str) -> str:
    return re.sub(r"\d+", "9", re.sub("[a-z]+", "a", code))


def _goes_on(code: str, listed: list[ReadBatch]) -> bool:
    if not listed:
        return True
    first = listed[0].code.casefold()
    if _SCALED.fullmatch(code) or not any(char.isdigit() for char in code):
        return False
    if code.isdigit() or first.isdigit():
        return code.isdigit() and first.isdigit() and len(code) == len(first) >= 3
    return _shape(code) == _shape(first) or code[0] == first[0]


def _counts(line: LineText, quantity: re.Match[str], listed: list[ReadBatch]) -> bool:
    """Whether a number behind a batch is its quantity: one with a scale or unit, or a bare one before the next batch."""
    if quantity["unit"] or not re.fullmatch(numerals.PLAIN, quantity["number"]):
        return True
    if quantity.group().strip().startswith("(") and quantity.group().endswith(")") and listed[:-1]:
        return listed[-2].quantity is not None  # the last one of A12(3000) A13(2000)
    following = _CODE.match(line.open, _past(line, quantity.end()))
    if following is None and listed[:-1] and all(each.quantity is not None for each in listed[:-1]):
        return "." not in quantity["number"]  # the last one of A12 3000 A13 2000
    return (
        "." not in quantity["number"]
        and following is not None
        and not following.group().isdigit()
        and _goes_on(following.group(), listed)
    )


def _past(line: LineText, at: int) -> int:
    between = _BETWEEN.match(line.open, at)
    return between.end() if between else at


def is_range(code: str) -> bool:
    found = _RANGE.fullmatch(code)
    if found is None or found["again"] not in ("", found["front"]):
        return False
    return (
        len(found["first"]) >= len(found["last"]) - 1
        and int(found["first"]) < int(found["last"]) <= int(found["first"]) + MOST
    )


def readings(listed: tuple[ReadBatch, ...], unclear: str) -> tuple[Option, ...]:
    """A12-A15 as one batch with a hyphen or as four, beside those that are certain."""
    codes = tuple(each.code for each in listed)
    return (Option({"batches": (*codes, unclear)}), Option({"batches": (*codes, *spread(unclear))}))


def spread(written: str) -> tuple[str, ...]:
    """A12-A15 as four batches."""
    found = _RANGE.fullmatch(written.casefold())
    if found is None:
        return ()
    front = written[: len(found["front"])]
    width = len(found["first"])
    return tuple(f"{front}{number:0{width}d}" for number in range(int(found["first"]), int(found["last"]) + 1))


_WORD = re.compile(r"[^\s,，、;；:：*x×()（）]+")


def answered(text: str, listed: Sequence[ReadBatch], quantity: int | None) -> str:
    """What was asked for, how many of each batch, with the label that nobody writes then: A12 2k A13 1k, or the quantities alone
    where they add up, or are as many."""
    words = [each.group() for each in _WORD.finditer(text)]
    codes = {each.code.casefold() for each in listed}
    if words and words[0].casefold() in codes:
        return f"批次 {text}"
    shares = [numerals.value(each.casefold()) for each in words]
    adds_up = sum(filter(None, shares)) == quantity or len(shares) > 2  # else it is asked, with the sum of these
    if len(shares) == len(listed) and None not in shares and adds_up:
        return "批次 " + " ".join(f"{each.code} {share}pcs" for each, share in zip(listed, shares, strict=True))
    return text


DATE_CODE = re.compile(r"(?P<year>[12]\d)(?P<week>0[1-9]|[1-4]\d|5[0-3])")
SURELY = re.compile(r"[a-z]{1,2}\d{2,4}")
"""What stands alone behind quantity and price and looks so is a batch; it is marked."""
_ALONE = re.compile(rf"(?<![\w.\-/#])(?:{SURELY.pattern})(?![\w.\-/])")
LIKE_A_BATCH = re.compile(r"[a-z]{1,3}\d{2,6}[a-z]?|[a-z]\d")
