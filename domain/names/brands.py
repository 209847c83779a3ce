"""How much a brand says: brands made of words that nobody owns, and a guess of how many companies carry one."""

from __future__ import annotations

from functools import lru_cache

from domain.names import regions, trades

_NOBODYS = frozenset(
    """中国 中华 华夏 东方 全国 国家 国有 国营 国际 世界 全球 环球 亚洲 亚太 人民 中央 地方 新华 城市 城乡 乡镇 县级 市级 省级 第一 第二 第三 第四 第五
    第六 第七 第八 第九 第十 省 市 县 区 镇 乡 村 街道 管委会 管理局 总社 供销社 北方 南方 西部 东部 中部 北部 南部 华东 华南 华北 华中 东北 西北 西南 中心
    集体 公共 社会 职工 青年 妇女 大学 学院 部队 铁路局 邮政局 水利局 粮食局 建设局 交通局 农业局""".split()
)
_NUMBERS = tuple("一二三四五六七八九十")
_LONGEST = max(map(len, _NOBODYS))

_FAVOURITE = frozenset(
    "鑫华金天宏达盛兴瑞祥通泰恒诚信安德源丰隆顺康福利永昌新正和明海汇中大建凯博润嘉宝创佳龙"
    "东光联亚美科吉万广荣富邦宇辉晟亿众杰腾飞鸿弘鼎立捷方星河远景阳平成伟益友力胜元旺春长江"
)
"""Characters that founders like best."""

COMMON = 100
"""Bearers from which a brand counts as common."""
RARE = 3
"""Bearers up to which a brand is evidence."""


@lru_cache(maxsize=65536)
def is_nobodys(core: str) -> bool:
    """Whether the core has no brand in it, only frequent words: 国有 (资产经营), 中国电信, 城市 (建设投资), a region."""
    known = trades.trades().group
    reachable = {0, 1} if core[:1] in _NUMBERS else {0}
    for i in range(len(core)):
        if i in reachable:
            ends = (i + length for length in range(1, min(max(_LONGEST, 7), len(core) - i) + 1))
            reachable |= {end for end in ends if core[i:end] in known or core[i:end] in _NOBODYS}
            if (place := regions.at(core, i)) and not place[1].bare and (i or place[0] == len(core)):
                reachable.add(place[0])
    return bool(core) and len(core) in reachable


@lru_cache(maxsize=65536)
def estimated_bearers(core: str) -> int:
    """Companies in the country that may carry the brand, guessed from its characters alone; to be used where there is
    no index to ask, or only a small one."""
    if is_nobodys(core):
        return 10 * COMMON
    favourite = sum(char in _FAVOURITE for char in core)
    if len(core) <= 2:
        return (30, 60, 2 * COMMON)[favourite] if core.isalpha() and not core.isascii() else 10
    if len(core) == 3:
        return (RARE, RARE, 6, 20)[favourite]
    return RARE
