"""How people correct what stands on a card (价格不对，应该3.2, 批次改A52, 少了500), and what is no correction though it names something
of it: a question, a visit, somebody who isn't known.

Absent: what a correction changes (`amend`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.orders.reading import intents, numerals
from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.records import Ask, Option, ReadRow
from domain.orders.reading.text import LineText

_WRONG = r"(?:不太?对|错了?|有误|(?:写|打|搞|报|记|录|说|弄|填)错了?|不是\s?[^,，。；;\s是]{1,12}(?=[,，\s是]))"
_INTO = r"(?:改成|改为|改到|改|换成|换为|换|变成|写成|调成)"
_SHOULD = r"(?:应该|应当|应|该)?(?:是|为)?"
_LABEL_ANEW = re.compile(
    rf"(?P<label>数量|单价|价格|价钱|批次号?|批号|合同日期|日期)\s*(?P<anew>{_SHOULD}{_WRONG}[\s,，。；;]*{_SHOULD}{_INTO}?|{_SHOULD}{_INTO}|{_SHOULD}(?<=[是为该应当]))\s*"
)
_BATCHES_ANEW = re.compile(rf"(?:批次号?|批号)\s*(?:{_SHOULD}{_WRONG}|{_SHOULD}{_INTO})|^\W*{_WRONG}|不是")
_SIGNED = re.compile(
    r"改|换|应该|应为|不是|不对|错|更正|纠正|变成|调成|写成|少|多|漏|加|减|扣|去掉|不要|删|第\s?[\d一二两三四五六七八九十]|最后"
    r"|数量|单价|价格|价|批次|批号|日期|总价|客户|项目|(?<![a-z])(?:change|should be|make|wrong|typo|qty|price|lot|batch)(?![a-z])"
)
_WHOM_TOLD = re.compile(
    r"客户|项目|型号|换成|换为|换|改成|改为|改|应该|应为|不是|错|(?<![a-z])(?:customer|project|change|should be)(?![a-z])"
)
_NO_COMPANY = "他们|我们|你们|我司|贵司|贵|本|该|原|总|分|家|个"
_COMPANY = re.compile(
    rf"[\u3400-\u9fff()]{{2,}}(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|研究院|研究所|总厂|合伙企业)"
    rf"|(?!(?:{_NO_COMPANY}))[\u3400-\u9fff()]{{4,}}(?:公司|集团|厂)(?![\u3400-\u9fff])"
    r"|[a-z][a-z &.\-]{2,40}(?:co\.?\s?,?\s?ltd|limited|gmbh|inc)(?![a-z])"
)
_SHIFT = re.compile(
    rf"(?:^|(?<=[\s,，\x00]))(?:数量)?(?P<how>少(?:写|算|录)?了?|多(?:写|算|录)?了?|漏(?:写|算|录)?了?|(?:再|还要?|多)?加(?:上)?|补(?:上)?|减(?:去|掉)?|扣(?:除|掉)?|去掉)\s?"
    rf"(?P<number>{numerals.NUMBER})\s?(?:pcs|pc|片|颗|只|个|粒)?(?![\d.a-z]|\s?(?:元|块|毛|角|分|%))"
)
_MORE, _LESS = re.compile("加|补|漏"), re.compile("减|扣|去掉")


def plainly(text: str) -> str:
    """The label and its new value, without the words between: 价格不对，应该3.2 is 价格 3.2."""
    return _LABEL_ANEW.sub(lambda found: f"{found['label']} ", text)


def replaces_batches(text: str) -> bool:
    """批次改A52, 打错 A85: instead of what stood there, not beside it."""
    return _BATCHES_ANEW.search(text) is not None


def is_signed(text: str) -> bool:
    """Whether it says that it corrects something, or what."""
    return _SIGNED.search(LineText(text).plain) is not None


def tells_whom(text: str) -> bool:
    """客户是海棠, 换成海棠: that it is for somebody else."""
    return _WHOM_TOLD.search(LineText(text).plain) is not None


def is_something_else(text: str, catalogue: Catalogue) -> bool:
    """A question, a plan, a visit, a complaint; or it names a company that isn't known."""
    line = LineText(" ".join(text.split()))
    if intents.tells_of_a_visit(line.plain):
        return True
    catalogue.mentions(line)
    return intents.asks_or_plans(line.open) or unknown_company(line) is not None


def unknown_company(line: LineText) -> str | None:
    """A full name in what names nobody who is known, as written."""
    found = next(line.found(_COMPANY), None)
    return line.written(*found.span()) if found is not None else None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many pieces more or less; `amounts`, where the words leave open which: both."""

    amounts: tuple[Decimal, ...]


def shift(line: LineText) -> Shift | None:
    """少了500, 再加500: takes its words."""
    found = next(line.found(_SHIFT), None)
    number = numerals.value(found["number"]) if found is not None else None
    if found is None or number is None or number <= 0 or number != number.to_integral_value():
        return None
    line.claim(*found.span(), "quantity")
    if _MORE.search(found["how"]):
        return Shift((number,))
    if _LESS.search(found["how"]):
        return Shift((-number,))
    return Shift((number, -number) if found["how"].startswith("少") else (-number, number))


def shifted(row: ReadRow, by: Shift | None) -> ReadRow:
    """少了500 may mean that 500 are missing, or that it were 500 fewer: asked."""
    if by is None or row.quantity is None:
        return row
    meant = [each for each in (row.quantity + int(amount) for amount in by.amounts) if each > 0]
    if len(meant) == 1 and len(by.amounts) == 1:
        marks = {name: how for name, how in row.marks.items() if name != "quantity"}
        return replace(row, quantity=meant[0], marks=marks, asks=tuple(a for a in row.asks if a is not Ask.QUANTITY))
    if not meant:
        return row
    offered = tuple(Option({"quantity": each}) for each in meant)
    asks = tuple(dict.fromkeys((*row.asks, Ask.QUANTITY)))
    return replace(row, asks=asks, options={**row.options, Ask.QUANTITY: offered})


_UNITS = {
    "元": Decimal(1),
    "块": Decimal(1),
    "块钱": Decimal(1),
    "毛": Decimal("0.1"),
    "角": Decimal("0.1"),
    "分": Decimal("0.01"),
}
_DEARER = re.compile(
    rf"(?:含税|未税)?(?:单?价格?|价钱)?(?:再|又|要|还|应该?)?(?P<how>便宜|优惠|让利?|降低?|减少?|[少低多贵高涨加])(?:了|掉)?\s?"
    rf"(?P<number>{numerals.NUMBER})\s?(?P<unit>块钱|[元块毛角分])(?P<more>[\d一二两三四五六七八九])?钱?"
)


def price_shift(line: LineText) -> Shift | None:
    """便宜2毛, 价格涨了1块2: takes its words. 贵了 and 少了 may be said of what is wrong or of what is wanted: both."""
    found = next(line.found(_DEARER), None)
    number = numerals.value(found["number"]) if found is not None else None
    if found is None or number is None or number <= 0:
        return None
    unit = _UNITS[found["unit"]]
    more = numerals.value(found["more"]) if found["more"] else None
    amount = number * unit + (more or Decimal(0)) * unit / 10
    line.claim(*found.span(), "price")
    if found["how"] in ("涨", "加"):
        return Shift((amount,))
    if found["how"] in ("少", "低", "多", "贵", "高"):
        return Shift((-amount, amount))
    return Shift((-amount,))


def repriced(row: ReadRow, by: Shift | None) -> ReadRow:
    if by is None or row.price is None:
        return row
    meant = [each for each in (row.price + amount for amount in by.amounts) if each > 0]
    if len(meant) == 1 and len(by.amounts) == 1:
        marks = {name: how for name, how in row.marks.items() if name != "price"}
        left = tuple(each for each in row.asks if each is not Ask.PRICE)
        return replace(row, price=meant[0], untaxed=None, total=None, marks=marks, asks=left)
    if not meant:
        return row
    offered = tuple(Option({"price": each}) for each in meant)
    asks = tuple(dict.fromkeys((*row.asks, Ask.PRICE)))
    return replace(row, asks=asks, options={**row.options, Ask.PRICE: offered})
