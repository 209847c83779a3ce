"""How people call a customer or a project: by its name, without region and legal form, by the front of its brand, in
pinyin, by initials, or by other characters that sound the same.

Absent: likeness. A slip of the pen is asked about, not repaired: two customers of one agency may differ by one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from domain.names import parse
from domain.names.sound import syllable
from domain.names.text import fold, without_brackets
from domain.orders.reading.records import How

SHORTEST = 2
LONGEST_FRONT = 12
_WORDS = re.compile("[a-z0-9]+|.")
NO_NAME = frozenset(
    """今天 昨天 前天 明天 今日 昨日 月底 年底 含税 未税 单价 总价 合计 批次 批号 合同 订单 客户 项目 型号 数量 价格 日期 发货 出货 交货 公司 一单 再来
    左右 大概 科技 电子 有限 开票 带票 税率 一共 下单 样品 退货 备注 pcs pc kk usd hkd rmb cny lot dc po ea qty""".split()
)
"""Words of the grammar: nobody is called so for short."""


class ShortName(NamedTuple):
    """`how` is None for a name that stands so in the records. `literal` is the one writing, `sound` is given for what may
    be looked up by ear."""

    literal: str
    how: How | None


@lru_cache(maxsize=65536)
def of_company(name: str) -> tuple[ShortName, ...]:
    """The longest, surest first; `name` as it stands on the licence, or an alias."""
    whole = without_brackets(fold(name))
    parts = parse(name)
    core = without_brackets(parts.core)
    body = core + parts.trade
    place = whole.split(core, 1)[0] if core and core in whole else ""
    short = dict.fromkeys(
        (
            whole.removesuffix(parts.legal) if parts.legal else whole,
            f"{place}{body}",
            f"{_bare(place)}{body}",
            f"{_bare(place)}{core}",
            f"{place}{core}",
            body,
            _bare(core),  # a place that nobody knows stands in it: 东亨市朗月 is said 东亨朗月
            *(core + parts.trade[:end] for end in range(2, len(parts.trade), 2)),
            *_fronts(core),
        )
    )
    return (
        ShortName(whole, None),
        *(ShortName(each, How.SHORT) for each in short if each != whole and _may_be_called(each)),
    )


def _bare(place: str) -> str:
    """佛山市 is said 佛山."""
    return re.sub("[省市区县](?=.{2}|$)", "", place) if len(place) > 2 else place


def _fronts(core: str) -> Iterator[str]:
    """星河联创, 星河联, 星河: whole words of Latin letters, single characters of Chinese."""
    words = _WORDS.findall(core)
    for end in range(len(words), 0, -1):
        yield "".join(words[:end])


def _may_be_called(text: str) -> bool:
    return len(text) >= SHORTEST and text not in NO_NAME and not text.isdigit()


@lru_cache(maxsize=65536)
def of_project(name: str) -> tuple[ShortName, ...]:
    """Its name, and the front of it: 云台 for 云台电机."""
    whole = without_brackets(fold(name))
    fronts = (each for each in _fronts(whole[:LONGEST_FRONT]) if each != whole and _may_be_called(each))
    return (ShortName(whole, None), *(ShortName(each, How.SHORT) for each in fronts))


@lru_cache(maxsize=65536)
def spoken(text: str) -> tuple[str, ...]:
    """Its syllables; what isn't Chinese has none, and then it isn't found by ear."""
    syllables = tuple(map(syllable, text))
    return syllables if all(each != char for each, char in zip(syllables, text, strict=True)) else ()


def spelt(text: str) -> tuple[str, ...]:
    """`dajiang` and `dj`."""
    syllables = spoken(text)
    if len(syllables) < SHORTEST:
        return ()
    initials = "".join(each[0] for each in syllables)
    return tuple(each for each in ("".join(syllables), initials) if each not in NO_NAME)
