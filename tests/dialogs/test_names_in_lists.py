"""A name in a list keeps both of its ends, and as much of it as a phone's line holds."""

from __future__ import annotations

import pytest

from dialogs.core.words import columns
from dialogs.shared.words import middle
from domain.base.bilingual import in_language


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("深圳市星河联创电子有限公司", "深圳市星河联创电子有限公司"),
        ("广东省惠州市仲恺高新区星河联创半导体科技有限责任公司", "广东省惠州市仲恺高新区…有限责任公司"),
        ("Zhongshan Sunshine Lighting", "Zhongshan Sunshine Lighting"),
        ("Zhongshan Sunshine Lighting Technology Company Limited", "Zhongshan Sunshine Lig…pany Limited"),
    ],
)
def test_it_is_shortened_in_the_middle(name: str, told: str) -> None:
    assert in_language(middle(name), "zh") == told
    assert columns(told) <= 36 + 1
