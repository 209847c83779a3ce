"""How figures say what is to be known of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.statistics.words import notes
from tests.rules.statistics.test_picture import figures, group, words

MONTHS = (
    ("HKD", date(2026, 1, 1)),
    ("USD", date(2025, 11, 1)),
    ("USD", date(2025, 12, 1)),
    ("USD", date(2026, 1, 1)),
    ("USD", date(2026, 5, 1)),
)


def test_every_month_without_a_rate_is_named() -> None:
    (told,) = notes(replace(figures(group("", "", None)), unrated=MONTHS))
    assert words("zh")(told) == ("⚠ 2026年1月港元、2025年11月–2026年1月美元、2026年5月美元没有汇率，算不出人民币金额")
    assert words("en")(told).startswith("⚠ No rate for ")
    assert words("en")(told).endswith("May 2026, so there is no amount in yuan")
