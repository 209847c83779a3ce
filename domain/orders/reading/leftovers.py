"""What is left over beside a figure: it may belong to it (三元点一五, 2万点零500), so the figure is asked.

An amount of something unknown (过路50元) isn't the price in silence, where another figure may be it.

Absent: what else is left over (`LineText.left`), which is shown and asks nothing.
"""

from __future__ import annotations

import re
from datetime import date

from domain.orders.reading import days
from domain.orders.reading.amounts import Amounts
from domain.orders.reading.records import Ask
from domain.orders.reading.solving import Solved
from domain.orders.reading.text import LineText

_DIGITS = r"[\d〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖拾佰仟十百千万亿半]"
_ENDS = r"(?=$|[^\w]|元|块|片|个|颗|只|分|毛|角|点|k|w)"
_BEHIND = re.compile(rf"\s?[点.]?{_DIGITS}+{_ENDS}")
_BEFORE = re.compile(rf"(?:^|[^\w.]|点){_DIGITS}*[\d〇零]?[点.]$|(?:^|[^\w.\-]){_DIGITS}+$")
_ASKED = {"quantity": (Ask.QUANTITY,), "price": (Ask.PRICE,), "amounts": (Ask.QUANTITY, Ask.PRICE)}


def doubt(line: LineText, solved: Solved) -> None:
    """Asks what such a left-over touches, as it was read without it offered."""
    asked = dict.fromkeys(
        ask
        for claim in line.claims
        if claim.part in _ASKED and _touched(line, claim.start, claim.end)
        for ask in _ASKED[claim.part]
    )
    for ask in asked:
        value = solved.quantity if ask is Ask.QUANTITY else solved.price
        if value is None:
            continue
        name = "quantity" if ask is Ask.QUANTITY else "price"
        solved.ask(ask, ({name: value},))
        solved.doubted.add(ask)
        setattr(solved, name, None)


def doubt_price(line: LineText, solved: Solved, found: Amounts, today: date) -> None:
    """`3.2 过路50元`: 50 yuan and the 2nd of March, or 3.2 and 50 yuan of something else."""
    of = found.prices[0].of if len(found.prices) == 1 else None
    dotted = next((each.value for each in solved.used if days.dotted(each.text, today) is not None), None)
    if of is None or dotted is None or solved.price is None or solved.day is None or not line.open[of - 1].isalpha():
        return
    readings = [{"price": dotted, "day": today}, {"price": solved.price, "day": solved.day}]
    for ask in (Ask.PRICE, Ask.DATE):
        solved.ask(ask, readings)
    solved.price = solved.day = None


def _touched(line: LineText, start: int, end: int) -> bool:
    behind = line.open[end : end + 1]
    if behind and not behind.isspace() and _BEHIND.match(line.open, end) is not None:
        return True
    return _BEFORE.search(line.open[max(0, start - 12) : start]) is not None
