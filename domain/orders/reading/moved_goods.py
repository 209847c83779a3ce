"""What a reply says of goods of an order that exists: 发 2k A14 3月15日, 退 500 昨天."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.orders.reading import amounts, batches, days, solving, terms
from domain.orders.reading.text import LineText

_DELIVERY = re.compile(
    r"^\s?(?:已?发(?:货|了|出)?|出货?(?:了)?|交货?(?:了)?|送货?(?:了)?|shipped|delivered|ship)(?![票])"
)
_RETURN = re.compile(r"^\s?(?:退货|退回|退换|返货|退了|退|returned|return|refund)(?!款)")


@dataclass(frozen=True, slots=True)
class Delivered:
    """`发 2k A14 3月15日` of an order that exists. `quantity` is None where no number is told, or (`unclear`) no exact one;
    `day` is None for one that is to come, or that isn't clear."""

    quantity: int | None
    batches: tuple[str, ...]
    day: date | None
    rest: tuple[str, ...]
    unclear: bool = False

    @property
    def exact(self) -> bool:
        """All of it was understood: it may be done at once."""
        return self.day is not None and not self.unclear and not self.rest


def delivery(text: str, today: date) -> Delivered | None:
    """None for what tells of no delivery."""
    return _moved(text, today, _DELIVERY)


def given_back(text: str, today: date) -> Delivered | None:
    """`退 500 昨天` of an order that exists; None for what tells of no return."""
    return _moved(text, today, _RETURN)


_WHEN = re.compile(
    r"(?:上上|上|下下|下|本|这)个?(?:周|星期|礼拜|月)(?![一二三四五六日天底末\d])(?:初|末|底)?|过(?:几|两|些)天|改天|回头|稍后|晚点|尽快|马上|next (?:week|month)|soon|later"
)
"""A time that is no day."""
_DELIVERED_CODE = re.compile(r"[a-z]{1,4}[-_]?\d{1,8}[a-z]?")
"""In a delivery whatever begins with a letter and goes on with digits is a batch."""


def _moved(text: str, today: date, how: re.Pattern[str]) -> Delivered | None:
    line = LineText(" ".join(text.split()))
    vague = _first(line, how)
    if vague is None:
        return None
    dated, _ = days.claim(line, today)
    listed = batches.claim(line)
    codes = [each.code for each in listed.listed]
    for code in line.found(re.compile(rf"(?<![\w.\-])(?:{_DELIVERED_CODE.pattern})(?![\w.\-])")):
        codes.append(line.written(*code.span()))
        line.claim(*code.span(), "batches")
    found = amounts.claim(line)
    if not dated:
        dated = days.claim_slashed(line, today)
        found.bare = [each for each in found.bare if line.open[each.start : each.end] == each.text]
    numbers = [*found.quantities, *((Decimal(listed.spare),) if listed.spare is not None else ())]
    whole = [each for each in found.bare if solving.is_quantity(each)]
    if not numbers and len(whole) == 1:
        numbers.append(whole[0].value)
        line.claim(whole[0].start, whole[0].end, "quantity")
    exact = len(numbers) == 1 and not found.unclear and numbers[0] == numbers[0].to_integral_value() and numbers[0] > 0
    terms.claim_filler(line)
    day = (dated[0].day if len({each.day for each in dated}) == 1 else None) if dated else today
    return Delivered(
        int(numbers[0]) if exact else None,
        tuple(dict.fromkeys(codes)),
        None if vague else day,
        tuple(line.left()),
        unclear=not exact and bool(numbers or found.unclear),
    )


def _first(line: LineText, how: re.Pattern[str]) -> bool | None:
    """Takes the sign at the front, behind a time perhaps (昨天发 2k, 下周发 400): whether that time is no day; None without a
    sign."""
    sign = how.search(line.open)
    when = None if sign else _WHEN.match(line.open)
    lead = when or days.leading(line)
    if sign is None and lead is not None:
        behind = how.search(line.plain[lead.end() :])
        if behind is not None:
            line.claim(lead.end() + behind.start(), lead.end() + behind.end(), "sign")
            if when is not None:
                line.claim(*when.span(), "day")
            return when is not None
    if sign is None:
        return None
    line.claim(*sign.span(), "sign")
    found = next(line.found(_WHEN), None)
    if found is not None:
        line.claim(*found.span(), "day")
    return found is not None
