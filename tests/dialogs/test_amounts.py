"""Amounts in 万元 as companies write them."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.core.field import Asking, Misread, Took
from dialogs.shared.amounts import TenThousandYuan

ASKING = Asking(date(2026, 11, 22), lambda wording: (), lambda: ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5000", "5000"),
        ("5000万", "5000"),
        ("5,000 万元", "5000"),
        ("1.2亿", "12000"),
        ("50000000元", "5000"),
        ("3000万人民币", "3000"),
        ("0", "0"),
    ],
)
def test_an_amount_is_kept_in_units_of_ten_thousand_yuan(text: str, value: str) -> None:
    assert TenThousandYuan().typed(text, ASKING) == Took(value)


@pytest.mark.parametrize("text", ["很多", "-5", "12台", "1000亿亿", "1e9"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert isinstance(TenThousandYuan().typed(text, ASKING), Misread)
