"""A report in a sentence: which word answers which question, and that none is lost (docs/typing.md#a-report-in-a-sentence)."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base.policy.loading import default
from domain.reports.sentence import IN_FRONT, read
from domain.reports.sentence_words import IN_FRONT as IN_FRONT_OF
from domain.reports.sentence_words import YEARLY

POLICY = default()
WHOLE = {"name": "中山市阳光灯饰厂", "domain": "LED驱动", "volume": "50万", "mcus": "STC8"}
ENGLISH = {"name": "Zhongshan Sunshine Lighting", "domain": "LED driver", "volume": "500k", "mcus": "STC8"}


@pytest.mark.parametrize(
    ("text", "answers", "rest"),
    [
        ("中山市阳光灯饰厂，LED驱动，50万，STC8", WHOLE, ()),
        ("STC8 50万 LED驱动 中山市阳光灯饰厂", WHOLE, ()),
        ("中山市阳光灯饰厂\nLED驱动\n50万\nSTC8", WHOLE, ()),
        ("中山市阳光灯饰厂做LED驱动的，一年50万，用STC8", WHOLE, ()),
        ("帮我报备一下：中山市阳光灯饰厂 LED驱动 年用量50万 主控STC8", WHOLE, ()),
        ("1. 中山市阳光灯饰厂\n2、LED驱动\n3) 50万\n4. STC8", WHOLE, ()),
        ("中山市阳光灯饰厂（LED驱动）年用量50万 在用:STC8", WHOLE, ()),
        ("中山市阳光灯饰厂/LED驱动/50万/STC8", WHOLE, ()),
        ("中山市阳光灯饰厂LED驱动50万STC8", WHOLE, ()),
        ("客户是中山市阳光灯饰厂 产品LED驱动 一年50万 MCU是STC8", WHOLE, ()),
        (
            "宏达科技（深圳）有限公司，50万，80万/年（预计）",
            {"name": "宏达科技（深圳）有限公司", "volume": "50万"},
            ("80万/年（预计）",),
        ),
        ("阳光灯饰，LED驱动，50万，STC8", {**WHOLE, "name": "阳光灯饰"}, ()),
        ("佛山启明，LED驱动，50万，STC8", {**WHOLE, "name": "佛山启明"}, ()),
        ("中山 阳光灯饰 LED驱动 50万 STC8", {**WHOLE, "name": "阳光灯饰", "region": "中山"}, ()),
        (
            "中山市阳光灯饰厂，LED驱动，50万，STC8，广东 中山，王工 13800138000",
            {**WHOLE, "region": "广东 中山", "people": "王工 13800138000"},
            (),
        ),
        ("中山市阳光灯饰厂，LED驱动，约50万，STC8，老板姓何", {**WHOLE, "volume": "约50万"}, ("老板姓何",)),
        ("中山市阳光灯饰厂，LED驱动，50万，80万，STC8", {**WHOLE, "volume": "50万、80万"}, ()),
        ("今天拜访了中山市阳光灯饰厂，LED驱动，50万，STC8", WHOLE, ("今天拜访了",)),
        ("中山市阳光灯饰厂 STC8 5k", {"name": "中山市阳光灯饰厂", "mcus": "STC8"}, ("5k",)),
        ("中山市阳光灯饰厂 STC8 50", {"name": "中山市阳光灯饰厂", "mcus": "STC8"}, ("50",)),
        ("中山市阳光灯饰厂 2026年 STC8 IP65", {"name": "中山市阳光灯饰厂", "mcus": "STC8"}, ("2026年", "IP65")),
        ("报备 LED驱动 50万", {"domain": "LED驱动", "volume": "50万"}, ()),
        ("Zhongshan Sunshine Lighting, LED driver, 500k, STC8", ENGLISH, ()),
        ("Zhongshan Sunshine Lighting LED driver 500k STC8", ENGLISH, ()),
        (
            "report: STC8, 500,000, Zhongshan Sunshine Lighting Co., Ltd., LED driver, Zhongshan, Mr Wang, +86 13800138000",
            {
                "name": "Zhongshan Sunshine Lighting Co., Ltd.",
                "domain": "LED driver",
                "volume": "500,000 pcs",
                "mcus": "STC8",
                "region": "Zhongshan",
                "people": "Mr Wang、+86 13800138000",
            },
            (),
        ),
        (
            "Sunshine Lighting Inc, 650,000 a year, STC8",
            {"name": "Sunshine Lighting Inc", "volume": "650,000 a year", "mcus": "STC8"},
            (),
        ),
    ],
)
def test_what_is_understood(text: str, answers: dict[str, str], rest: tuple[str, ...]) -> None:
    found = read(text, POLICY)
    assert found is not None
    assert (found.answers, found.rest, found.sure) == (answers, rest, True)


@pytest.mark.parametrize("text", ["阳光灯饰，LED驱动，50万", "阳光灯饰，50万，STC8", "中山市阳光灯饰厂，LED驱动"])
def test_with_less_it_may_be_a_report(text: str) -> None:
    found = read(text, POLICY)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "中山市阳光灯饰厂",
        "阳光灯饰",
        "STC8",
        "50万",
        "BB-2026-00001",
        "LED驱动 50万 STC8",
        "中山市阳光灯饰厂 STC8 5k 3.2元",
        "中山市阳光灯饰厂 STC8 50万 单价3.2",
        "我们公司 80万 STC8",
        "阳光灯饰这个月下了多少 LED驱动 50万 STC8？",
        "上月 出货 50万 STC8",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read(text, POLICY) is None


def test_of_several_full_names_the_others_are_left_over() -> None:
    text = "中山市阳光灯饰厂，佛山市启明电机有限公司，LED驱动，50万"
    first, second = read(text, POLICY), read(text, POLICY, "佛山市启明电机有限公司")
    assert first is not None
    assert second is not None
    assert first.names == second.names == ("中山市阳光灯饰厂", "佛山市启明电机有限公司")
    assert (first.name, first.rest) == ("中山市阳光灯饰厂", ("佛山市启明电机有限公司",))
    assert (second.name, second.rest) == ("佛山市启明电机有限公司", ("中山市阳光灯饰厂",))


WORDS = (
    *(
        "中山市阳光灯饰厂",
        "阳光灯饰",
        "Sunshine Lighting Co., Ltd.",
        "LED驱动",
        "风扇",
        "电机",
        "LED driver",
        "fan",
        "STC8",
        "STM32F103",
    ),
    *(
        "50万",
        "500k",
        "1,200万",
        "5k",
        "50",
        "2026年",
        "大约80万左右",
        "中山",
        "广东 中山",
        "南山",
        "Zhongshan",
        "王工",
        "13800138000",
    ),
    *("91440300MA5DA1234X", "报备", "年用量80万", "用STC8", "客户", "采购 张三", "老板姓何", "?", "…", "---", "@3.2"),
)
NOISE = st.text(alphabet="阳光灯司厂客户年万用做k8 ,，。:：-@" + string.ascii_letters, max_size=8)
SAID = st.lists(st.tuples(st.sampled_from(WORDS) | NOISE, st.sampled_from("，,、 \n；")), min_size=1, max_size=8)
FRAME = sorted(
    {
        *(word for words in POLICY.labels.customer.model_dump().values() for word in words),
        *(word for words in IN_FRONT_OF.values() for word in words),
        *YEARLY,
    },
    key=len,
    reverse=True,
)
"""Words that say whose answer stands behind them."""


@given(SAID)
@settings(max_examples=150)
def test_no_word_is_lost(said: list[tuple[str, str]]) -> None:
    text = "".join(f"{word}{mark}" for word, mark in said)
    found = read(text, POLICY)
    if found is None:
        return
    kept = _plain("".join((*found.answers.values(), *found.rest)))
    for word in re.split(r"[\s,，、；;。|]+", IN_FRONT.sub("", text.strip(), count=1)):
        assert any(each in kept for each in _without_frame(_plain(word))), (text, word, found)


def _plain(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def _without_frame(word: str) -> list[str]:
    """The word, and what it is without those in front of it."""
    frames = [frame for frame in map(_plain, FRAME) if frame and word.startswith(frame)]
    found = [word, *(word.removeprefix(frame).lstrip("是为") for frame in frames)]
    return [*found, *(each.removesuffix("的") for each in found)]
