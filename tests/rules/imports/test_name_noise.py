"""What people write around a name in their own lists is told apart from what belongs to it."""

from __future__ import annotations

import pytest

from domain.names.noise import without

STAR = "深圳市星河联创电子有限公司"


@pytest.mark.parametrize(
    "written",
    [
        "★{}", "★★ {}", "1.{}", "12、{}", "（3）{}", "① {}", "*{}", "【重点】{}", "VIP-{}", "{}-老客户", "{}（重点）", "{} (VIP)", "{}★", "{}/已签约",
        "1. ★{}（老客户）-量产", "● {} 在跟", "{}—A类客户", "#{}",
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_seen(written: str) -> None:
    assert without(written.format(STAR)) == STAR


@pytest.mark.parametrize(
    "name",
    [
        STAR, "3M中国有限公司", "58同城信息技术有限公司", "7.5度咖啡有限公司", "宏达科技（深圳）有限公司", "深圳市星河电子有限公司（有限合伙）", "星河电子（集团）", "星河-明月电子有限公司",
        "深圳市星河电子有限公司-东莞分公司", "S.A. Foo & Co., Ltd.", "No.1 Electronics Ltd", "新客户科技有限公司", "重点实验室", "老客户", "急", "大客户", "36氪", "深圳A类客户", "Yuasa-KA",
        "星河电子(一厂)", "100%果汁有限公司", "C&A（中国）有限公司", "#", "",
    ],
)  # fmt: skip
def test_what_may_belong_to_it_is_left(name: str) -> None:
    assert without(name) == name
