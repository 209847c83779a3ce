"""Prices, sums, tax and quantities: what is labelled first, then what has a unit, then bare numbers.

What is found is a list of candidates with how sure they are; `solving` chooses among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from domain.orders.reading import numerals, reels
from domain.orders.reading.records import Tax
from domain.orders.reading.text import LineText

NUMBER = numerals.NUMBER
PLAIN = numerals.PLAIN
_PIECES = numerals.PIECES
_NOT_BEFORE = r"(?<![\w.\-])"
_START = numerals.START
_value = numerals.of_pieces

_INCLUDED = r"含税|带票|带税|含票|开票|价税合计|税后|incl(?:uding|usive)?\.?\s?(?:of\s)?(?:vat|tax)|(?:vat|tax)\sincl(?:uded|usive)?|with\s(?:vat|tax|invoice)"
_EXCLUDED = r"不含税|未含税|未税|不带票|不开票|不开发票|免税|税前|裸价|ex(?:cl(?:uding|usive)?)?\.?\s?(?:vat|tax)|(?:vat|tax)\sexcl(?:uded|usive)?|without\s(?:vat|tax|invoice)|w/o\s(?:vat|tax)"
_RATE = r"\s?[(\[]?\s?(?:增值税|税率|税点)?\s?(?:\d{1,2}\s?%|\d{1,2}\s?个?点)(?:税|票|专票|增值税)?\s?[)\]]?"
_TAX = re.compile(
    rf"(?P<excluded>{_EXCLUDED})(?:{_RATE})?(?:单价|价格?)?|(?P<included>{_INCLUDED})(?:{_RATE})?(?:单价|价格?)?|含\s?\d{{1,2}}\s?(?:%|个?点)的?(?:税|票)?价?"
    r"|(?<![\d.])\d{1,2}\s?(?:%|个点)(?:的?(?:税|增值税|专票|普票))?|税率\s?[:]?\s?\d{1,2}\s?%?"
)
_CURRENCIES = (
    ("USD", re.compile(r"(?<![a-z])(?:usd|us\$|us dollars?|dollars?)(?![a-z])|美元|美金|美刀|刀(?![具片])|(?<!k)\$")),
    ("HKD", re.compile(r"(?<![a-z])(?:hkd|hk\$)(?![a-z])|港币|港元|港纸")),
    ("EUR", re.compile(r"(?<![a-z])(?:eur|euros?)(?![a-z])|欧元|€")),
    ("JPY", re.compile(r"(?<![a-z])(?:jpy|yen)(?![a-z])|日元|日币")),
    ("TWD", re.compile(r"(?<![a-z])(?:twd|nt\$|ntd)(?![a-z])|台币|新台币")),
)
_YUAN = numerals.YUAN
_PER = rf"(?:\s?/\s?(?P<perk>1?k(?:pcs)?|千片?|1000(?:片|pcs)?)|\s?/\s?{_PIECES}|\s?一{_PIECES}|\s?每{_PIECES}|\s?per\s(?:piece|pc))"

_HAN = "一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_KUAI = re.compile(
    rf"{_START}(?P<spoken>\d+|[{_HAN}十]+)(?:块|元)(?P<parts>\d{{2}}|[〇零{_HAN}]{{2}})(?![\d./\-k〇零一二两三四五六七八九十百千万w片个颗只])"
    rf"|{_START}(?P<yuan>\d+|[{_HAN}十]+)(?:块|元)(?:(?P<jiao>[\d{_HAN}])\s?[毛角])?(?P<fen>[\d{_HAN}])(?:分|[毛角](?!\s?\d)|(?![\d./\-k万千w片个颗只十百]))"
    rf"|{_START}(?P<only>[\d{_HAN}])\s?[毛角]\s?(?:(?P<fen2>[\d{_HAN}])分?)?"
)
_LABELLED = re.compile(
    rf"(?P<label>单\s?价|现价|价格|售价|报价|成交价|价钱|价|unit\sprice|price|@|每{_PIECES}|(?:rmb|cny|人民币|¥))"
    rf"\s?[:=为是]?\s?(?:rmb|cny|人民币|¥)?\s?(?P<number>{NUMBER})(?![\d.]|\.\d)\s?{_YUAN}?{_PER}?"
)
_AT = re.compile(
    rf"(?:按照?|照|以)\s?¥?(?P<number>{numerals.POINTED}|{PLAIN})(?![\d.]|\s?(?:{numerals.SCALE}|{_PIECES}|[月号日天%/\-]))\s?{_YUAN}?(?:\s?一{_PIECES})?\s?(?:走|算|签|出|结|成交|的?价格?)?"
    rf"|{_START}(?P<number2>{numerals.POINTED}|{PLAIN})\s?{_YUAN}?的(?:单价|价格|价钱|价)"
)
"""按3.2走, 3.2的价."""
_WITH_UNIT = re.compile(rf"{_START}(?P<number>{NUMBER})\s?(?P<unit>{_YUAN})(?!\s?\d*\s?[毛角])(?:整|钱)?{_PER}?")
_PER_ONLY = re.compile(rf"{_START}(?P<number>{PLAIN}){_PER}(?![a-z\d])")
_TOTAL = re.compile(
    rf"(?P<label>总\s?共|总\s?价|总\s?额|总\s?金额|金额|合计|总计|共计|一共|小计|货款|total|amount|sum|=)\s?[:=为是]?\s?(?:rmb|cny|人民币|¥)?\s?"
    rf"(?P<number>{NUMBER})(?![\d.])\s?(?P<unit>{_YUAN})?(?:整)?(?!\s?(?:{_PIECES}|[批单次笔种款行条箱盘]))"
)
_TIMES = re.compile(
    rf"{_START}(?P<one>{NUMBER})\s?{_PIECES}?(?:\s?[×*]\s?|(?<!\s)x\s?|\sx(?=\s|\d+\.\d|\d{{4}})\s?)(?:¥|rmb)?\s?(?P<other>{NUMBER})(?![\d.])\s?(?P<unit>{_YUAN}|{_PIECES})?"
)
_BROKEN = re.compile(rf"{_START}\d+(?:\.\d+){{2,}}(?![\d.])")

_DECIMAL_COMMA = re.compile(
    rf"(?<![a-z\d.,])\d{{1,2}},(?=\d{{2}}(?![\d.,]|\s?(?:{numerals.SCALE}|{_PIECES}|[月号日/\-])))"
)
"""3,15: there are no thousands in it."""

_QUANTITY = rf"(?:{numerals.SCALED}|{PLAIN}|{numerals.SPOKEN})\s?{_PIECES}?"
_ABOUT = re.compile(
    rf"(?:大概|大约|差不多|将近|接近|估计|约|近|about|around|approx\.?|~)\s?(?P<number>{_QUANTITY})"
    rf"|{_START}(?P<number2>{_QUANTITY})\s?(?:左右|上下|以上|以内|出头|不到|多(?=\s|$|,|片|个|颗)|来(?={_PIECES}))\s?{_PIECES}?|{_START}几[百千万]\s?{_PIECES}?"
)
_SPAN = re.compile(rf"{_START}(?P<low>{_QUANTITY})\s?(?:-|~|–|—|至|到|或者?|/)\s?(?P<high>{_QUANTITY})(?![\d.\-/])")
_SUM = re.compile(rf"{_START}(?P<first>{_QUANTITY})(?:\s?(?:\+|加)\s?(?P<second>{_QUANTITY}))+(?![\d.])")
_MASS = re.compile(
    rf"{_START}(?P<number>{PLAIN})\s?(?:kgs?|公斤|千克|克|吨|g|mg|斤|米|m(?!\w)|mm|million|百万)(?![a-z])"
)
_QUANTITY_LABEL = re.compile(rf"(?:数\s?量|qty|quantity)\s?[:=为是]?\s?(?P<number>{NUMBER})(?![\d.])\s?{_PIECES}?")
_COUNTED = re.compile(
    rf"{_START}(?P<number>{numerals.SCALED})\s?{_PIECES}?(?![a-z]|\d+(?!\d*\.\d))"
    rf"|{_START}(?P<number2>{PLAIN}|{numerals.SPOKEN})\s?{_PIECES}(?![a-z]|\d+(?!\d*\.\d))"
    rf"|{_START}(?P<number4>{numerals.POINTED}(?<=[万千kw]))"
    rf"|(?P<number3>(?![〇零])[{numerals.DIGITS}十][{numerals.DIGITS}十拾]*[百千万佰仟][{numerals.DIGITS}十百千万拾佰仟]*)"
)
_SPACED = re.compile(
    r"(?<![\d.a-z\-])(?P<head>\d{1,3})\s(?P<scale>[w万])\s?(?P<tail>[1-9])(?=\s+(?:¥|rmb|单价|价格|@)?\s?(?:\d{1,3}\.\d|\d+\s?(?:元|块)))"
)
"""2 w5 and 2 万 5 before a price, as dictation sets blanks: 25,000. Elsewhere W5 may be a batch, and 5 a price."""
_MINUS = re.compile(rf"(?<![\w.)])[-−]\s?(?P<number>{NUMBER})\s?{_PIECES}?(?![\d.])")
_BARE = re.compile(
    rf"(?:(?<![\w.\-])|(?<=[\u3400-\u9fff])(?=[\d.]{{3,9}}\x00))(?P<number>{PLAIN}|{numerals.POINTED}(?<![万千kw]))(?![\w.]|-\d)"
)
_SPOKEN_DIGITS = (
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")}
    | {"两": 2}
)


@dataclass(frozen=True, slots=True)
class Price:
    """`certain` when a label or unit says that it is one; `value` is for a piece. `total_too` tells that the unit alone
    (`16000元`) may as well be that of a sum; `of` is where the unit alone told so, for a word in front may tell of what."""

    value: Decimal
    tax: Tax | None = None
    certain: bool = True
    total_too: bool = False
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that nothing tells of."""

    text: str
    value: Decimal
    start: int
    end: int


@dataclass(slots=True)
class Amounts:
    """`unclear` are quantities that must be asked, as what they may be meant; empty of one that can't be guessed (5 kg)."""

    prices: list[Price] = field(default_factory=list)
    totals: list[Decimal] = field(default_factory=list)
    quantities: list[Decimal] = field(default_factory=list)
    unclear: list[tuple[Decimal, ...]] = field(default_factory=list)
    bare: list[Bare] = field(default_factory=list)
    currency: str = "CNY"
    tax: Tax | None = None
    broken: list[str] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    """As written, of what quantities nothing can be offered: 2盘, 5kg, 0片."""
    minus: bool = False


def claim(line: LineText) -> Amounts:
    """All of them, in the order in which a reader would believe them; bare numbers are not claimed yet."""
    found = Amounts()
    for comma in line.found(_DECIMAL_COMMA):
        line.reads(comma.end() - 1, ".")
    _minus(line, found)
    _unclear(line, found)
    _reels(line, found)
    _spaced(line, found)
    _taxes(line, found)
    _currency(line, found)
    _spoken_prices(line, found)
    _times(line, found)
    _at(line, found)
    _labelled(line, found)
    _counted(line, found)
    _labelled(line, found)  # once more: 5k3.2元 shows its price when the quantity in front of it is known
    for broken in line.found(_BROKEN):
        found.broken.append(line.written(*broken.span()))
        line.claim(*broken.span(), "broken")
    for bare in line.found(_BARE):
        if (number := numerals.value(bare["number"])) is not None:
            found.bare.append(Bare(bare["number"], number, *bare.span()))
    return found


def _minus(line: LineText, found: Amounts) -> None:
    for minus in line.found(_MINUS):
        found.minus = True
        number = _value(minus["number"])
        if number is not None:
            found.quantities.append(number)
        line.claim(*minus.span(), "quantity")


def _unclear(line: LineText, found: Amounts) -> None:
    """What is no exact figure, before anything reads a part of it."""
    for mass in line.found(_MASS):
        text = mass.group()
        millions = numerals.plain(mass["number"]) * 10**6 if re.search(r"(?:m|million|百万)$", text) else None
        found.unclear.append((millions,) if millions is not None and "mm" not in text else ())
        if not found.unclear[-1]:
            found.vague.append(line.written(*mass.span()))
        line.claim(*mass.span(), "quantity")
    for about in line.found(_ABOUT):
        number = _value(about["number"] or about["number2"] or "")
        if number is None or number >= 50 or number != number.to_integral_value():
            found.unclear.append(() if number is None else (number,))
            if number is None:
                found.vague.append(line.written(*about.span()))
            line.claim(*about.span(), "quantity")
    for span in line.found(_SPAN):
        low, high = _pair(span["low"], span["high"])
        if low is not None and high is not None and _is_span(span["low"], span["high"], low, high):
            found.unclear.append((low, high))
            line.claim(*span.span(), "quantity")
    for total in line.found(_SUM):
        parts = [_value(each) for each in re.split(r"\s?(?:\+|加)\s?", total.group())]
        if all(each is not None and each >= 10 for each in parts):
            found.unclear.append((sum((each for each in parts if each is not None), Decimal(0)),))
            line.claim(*total.span(), "quantity")


def _pair(low: str, high: str) -> tuple[Decimal | None, Decimal | None]:
    """5-6k is 5k to 6k."""
    first, last = _value(low), _value(high)
    if first is not None and last is not None and re.fullmatch(PLAIN, low.strip()) and first < 1000 <= last:
        scale = re.search(numerals.SCALE, high)
        first = _value(f"{low.strip()}{scale.group()}") if scale else first
    return first, last


def _is_span(low: str, high: str, first: Decimal, last: Decimal) -> bool:
    counted = any(not re.fullmatch(PLAIN, each.strip()) for each in (low, high))
    return first < last and (counted or first >= 100) and last <= first * 20


def _reels(line: LineText, found: Amounts) -> None:
    told = reels.claim(line)
    found.quantities += told.quantities
    if not found.quantities:
        found.unclear += [()] * len(told.alone)
        found.vague += told.alone


def _spaced(line: LineText, found: Amounts) -> None:
    """Where nothing else is counted."""
    for spaced in line.found(_SPACED):
        start, end = spaced.span()
        number = _value(f"{spaced['head']}{spaced['scale']}{spaced['tail']}")
        if found.quantities or found.unclear or number is None or _COUNTED.search(line.open[:start] + line.open[end:]):
            return
        found.quantities.append(number)
        line.claim(start, end, "quantity")


def _taxes(line: LineText, found: Amounts) -> None:
    """A tax word before a number makes it that price; anywhere else it is said of the price."""
    by_tax: dict[Tax, Decimal] = {}
    for tax in line.found(_TAX):
        kind = (
            Tax.EXCLUDED
            if tax["excluded"]
            else Tax.INCLUDED
            if tax["included"] or tax.group().startswith("含")
            else None
        )
        number = re.compile(
            rf"\s?[:是为]?\s?(?:¥|rmb)?\s?(?P<number>{numerals.POINTED}|{PLAIN})(?![\d.]|\s?(?:{numerals.SCALE}|{_PIECES}|[月号日]))\s?{_YUAN}?{_PER}?"
        ).match(line.open, tax.end())
        end = tax.end()
        amount = numerals.value(number["number"]) if number is not None else None
        if kind is not None and number is not None and amount is not None:
            value = _per(number, amount)
            by_tax[kind] = value
            found.prices.append(Price(value, kind))
            end = number.end()
        line.claim(tax.start(), end, "price")
        found.tax = found.tax or kind
    if Tax.INCLUDED in by_tax:
        found.tax = Tax.INCLUDED
        found.prices = [each for each in found.prices if each.tax is not Tax.EXCLUDED or not _agree(by_tax)]


def _agree(by_tax: dict[Tax, Decimal]) -> bool:
    """2.83 未税 and 3.2 含税: some rate between nothing and a fifth lies between them."""
    without = by_tax.get(Tax.EXCLUDED)
    return without is not None and without < by_tax[Tax.INCLUDED] <= without * Decimal("1.2")


def _per(found: re.Match[str], value: Decimal) -> Decimal:
    return value / 1000 if found["perk"] else value


def _currency(line: LineText, found: Amounts) -> None:
    """The word, and the number beside it: `USD 0.45`, `0.45美元`."""
    for code, pattern in _CURRENCIES:
        for word in line.found(pattern):
            found.currency = code
            start, end = word.span()
            behind = re.compile(rf"\s?(?P<number>{PLAIN})(?![\d.]|\s?(?:{numerals.SCALE}|{_PIECES})){_PER}?").match(
                line.open, end
            )
            before = re.search(rf"(?<![\d.])(?P<number>{PLAIN})\s?$", line.open[:start])
            if before is not None:
                start = before.start()
                found.prices.append(Price(numerals.plain(before["number"])))
            elif behind is not None:
                end = behind.end()
                found.prices.append(Price(_per(behind, numerals.plain(behind["number"]))))
            line.claim(start, end, "price")


def _spoken_prices(line: LineText, found: Amounts) -> None:
    """3块2, 两块五, 三块一五, 3元2角5分, 8毛5."""
    for kuai in line.found(_KUAI):
        if kuai["parts"]:
            value = numerals.value(f"{kuai['spoken']}点{kuai['parts']}") or Decimal(0)
        elif kuai["only"]:
            value = _digit(kuai["only"]) / 10 + (_digit(kuai["fen2"]) / 100 if kuai["fen2"] else 0)
        else:
            yuan = numerals.value(kuai["yuan"])
            if yuan is None:
                continue
            last = _digit(kuai["fen"])
            value = yuan + (_digit(kuai["jiao"]) / 10 + last / 100 if kuai["jiao"] else last / 10)
        behind = re.compile(_PER).match(line.open, kuai.end())
        line.claim(kuai.start(), behind.end() if behind else kuai.end(), "price")
        found.prices.append(Price(_per(behind, value) if behind else value))


def _digit(text: str) -> Decimal:
    return Decimal(int(text) if text.isdigit() else _SPOKEN_DIGITS[text])


def _times(line: LineText, found: Amounts) -> None:
    """5000×3.2, 3.2*5000: the whole number is the quantity; where both are whole, both are left to be chosen."""
    for times in line.found(_TIMES):
        one, other = _value(times["one"]), _value(times["other"])
        if one is None or other is None:
            continue
        unit = times["unit"] or ""
        price_first = bool(re.fullmatch(_PIECES, unit)) or (
            one != one.to_integral_value() and other == other.to_integral_value()
        )
        price_last = bool(re.fullmatch(_YUAN, unit)) or other != other.to_integral_value() or (one >= 1000 > other)
        if price_first is price_last:
            continue
        quantity, price = (other, one) if price_first else (one, other)
        line.claim(*times.span(), "amounts")
        found.quantities.append(quantity)
        found.prices.append(Price(price))


def _at(line: LineText, found: Amounts) -> None:
    for at in line.found(_AT):
        number = _value(at["number"] or at["number2"])
        if number is not None:
            found.prices.append(Price(number))
            line.claim(*at.span(), "price")


def _labelled(line: LineText, found: Amounts) -> None:
    for quantity in line.found(_QUANTITY_LABEL):
        number = _value(quantity["number"])
        if number is not None:
            found.quantities.append(number)
            line.claim(*quantity.span(), "quantity")
    for total in line.found(_TOTAL):
        number = _value(total["number"])
        if number is not None:
            found.totals.append(number)
            line.claim(*total.span(), "total")
    for price in line.found(_LABELLED):
        number = _value(price["number"])
        if number is not None:
            found.prices.append(Price(_per(price, number)))
            line.claim(*price.span(), "price")
    for priced in line.found(_WITH_UNIT):
        number = _value(priced["number"])
        if number is not None:
            per = re.compile(_PER).search(priced.group())
            found.prices.append(Price(_per(priced, number), total_too=per is None, of=priced.start()))
            line.claim(*priced.span(), "price")
    for priced in line.found(_PER_ONLY):
        found.prices.append(Price(_per(priced, numerals.plain(priced["number"]))))
        line.claim(*priced.span(), "price")


def _counted(line: LineText, found: Amounts) -> None:
    for counted in line.found(_COUNTED):
        number = _value(counted["number"] or counted["number2"] or counted["number3"] or counted["number4"])
        if number is not None:
            found.quantities.append(number)
            if number <= 0 or number != number.to_integral_value():
                found.vague.append(line.written(*counted.span()))
            line.claim(*counted.span(), "quantity")
