"""Money as it stands in a cell: what it is, in which currency, for how many pieces, with tax or without."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from domain.imports.findings import Findings
from domain.lists.reading import Mark
from domain.orders.listing.columns import OrderColumn
from domain.orders.reading import amounts
from domain.orders.reading.records import Tax
from domain.orders.reading.text import LineText
from domain.orders.records import YUAN


@dataclass(frozen=True, slots=True)
class Money:
    """`per` tells that the cell itself says for how many pieces, and `value` is for one."""

    value: Decimal
    currency: str = ""
    tax: Tax | None = None
    per: bool = False


_PLAIN_MONEY = re.compile(r"[¥￥]?\s*(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,15})?)\s*元?")


def money(found: Findings, column: OrderColumn) -> Money | None:
    typed = found.text(column)
    if not typed:
        return None
    if found.mark(column) == Mark.MERGED:
        found.wrong(column, "merged")
        return None
    plain = _PLAIN_MONEY.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    told = Money(Decimal(plain["number"].replace(",", ""))) if plain is not None else _spoken(typed)
    negative = told is not None and told.value < 0 and column is not OrderColumn.AMOUNT
    if told is None or negative:
        found.wrong(column, "money")
        return None
    if told.value == 0 and column is not OrderColumn.AMOUNT:
        found.wrong(column, "free")
        return None
    return told


def _spoken(typed: str) -> Money | None:
    line = LineText(typed)
    said = amounts.claim(line)
    values = [each.value for each in said.prices] or [each.value for each in said.bare] or said.totals
    if len(values) != 1 or said.quantities or said.unclear:
        return None
    left = "".join(line.left())
    if left and not (said.bare and left == said.bare[0].text):
        return None
    try:
        value = -abs(values[0]) if said.minus else values[0]
    except InvalidOperation:
        return None
    return Money(value, said.currency if said.currency != YUAN else "", said.tax, "/" in typed or "每" in typed)


_NAMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("人民币", "元", "rmb", "cny", "¥", "￥", "cn¥", "yuan"), YUAN),
    **dict.fromkeys(("美元", "美金", "usd", "us$", "$", "美刀"), "USD"),
    **dict.fromkeys(("港币", "港元", "港纸", "hkd", "hk$"), "HKD"),
}


def code(typed: str, known: tuple[str, ...]) -> str:
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    code = _NAMES.get(plain, plain.upper())
    return code if code in known else ""


_YES = frozenset("是 含 含税 y yes true 1 √ ✓ incl included taxed".split())
_NO = frozenset("否 不含 未 未税 不含税 n no false 0 × excl excluded net".split())


def tax(found: Findings) -> Tax | None:
    """A bare rate says how much, not whether it is in the price."""
    typed = found.text(OrderColumn.TAX)
    if not typed:
        return None
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    if re.fullmatch(r"\d{1,2}(?:\.\d+)?\s*%|0\.\d{1,4}|\d{1,2}", plain) and plain not in ("0", "1"):
        return None
    if plain in _YES or plain in _NO:
        return Tax.INCLUDED if plain in _YES else Tax.EXCLUDED
    tax = amounts.claim(LineText(typed)).tax
    if tax is None:
        found.wrong(OrderColumn.TAX, "tax")
    return tax
