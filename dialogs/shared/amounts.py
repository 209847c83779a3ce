"""Amounts in 万元, as companies tell their size: 5000, 5000万, 1.2亿元, 50000000元."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from typing_extensions import override

from dialogs.core.amounts import Number
from domain.base import quantities

YUAN = frozenset({"元", "人民币", "元人民币", "rmb", "cny", "yuan"})
TEN_THOUSAND = 10_000


class TenThousandYuan(Number):
    """A number without a unit is in 万元, in English in yuan; one in 元, or with 万 or 亿, is converted. `unit` names the sentence
    that shows it."""

    def __init__(self, *, unit: str = "ten-thousand-yuan", examples: Sequence[str] = ("5000", "1.2亿")) -> None:
        super().__init__(unit=unit, per=TEN_THOUSAND, at_least=0, at_most=100_000_000, examples=examples)

    @override
    def _parse(self, text: str, language: str) -> Decimal | None:
        found = quantities.parse(text)
        if found is None:
            return None
        unit = found.unit.strip().lower()
        if unit and unit not in YUAN:
            return None
        return found.value / TEN_THOUSAND if found.scaled or unit or language == "en" else found.value
