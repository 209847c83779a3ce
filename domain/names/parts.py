"""A company name taken apart: [region] brand [trade] legal form [branch] (docs/names.md)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from domain.names import latin, misspelt, regions, trades
from domain.names.text import look, without_brackets

MAX_LENGTH = 80
"""Characters looked at; no registered name is longer, and the time must not grow with what somebody pastes."""

_LEGAL = sorted(
    """有限责任公司 有限公司 有限责任 股份有限公司 股份公司 集团有限公司 集团公司 总公司 股份合作公司 公司 集团 控股 股份 有限 总厂 厂 研究院 研究所
    设计院 设计所 事务所 中心 院 所 合伙企业 有限合伙 有限合伙企业 普通合伙 普通合伙企业 特殊普通合伙 特殊普通合伙企业 合伙 独资企业 个人独资企业
    合作社 专业合作社 工作室 经营部 服务部 门市部 营业部 商行 coltd companylimited limited gmbh corporation""".split(),
    key=len,
    reverse=True,
)
_LEGAL_BY_END: dict[str, tuple[str, ...]] = {}
for _form in _LEGAL:
    _LEGAL_BY_END[_form[-1]] = (*_LEGAL_BY_END.get(_form[-1], ()), _form)
_IN_BRACKETS = frozenset(
    "集团 股份 有限 控股 有限合伙 普通合伙 特殊普通合伙 合伙 普通 特殊 有限责任 个人独资 独资 合伙企业".split()
)
_NATIONAL = frozenset({"中国", "中华"})
_SAYS_NOTHING = frozenset(
    {
        "中国",
        "china",
        "微型企业",
        "小微企业",
        "已注销",
        "注销",
        "吊销",
        "存续",
        "在业",
        "筹",
        "已更名",
        "更名",
        "曾用名",
    }
)

_ORDINAL = re.compile("第(?=[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾0-9])")
"""第二机床厂 is also called 二机床厂."""

_NO_BEGINNING = tuple("是事式试示")
"""What sounds like 市 and begins no brand: 东莞是晨曦家电."""

_OFFICE = "分公司|支公司|办事处|代表处|联络处|分厂|分店|分行|支行|分理处|储蓄所|分部|营业部|经营部|销售部|门市部|分院|分所|分中心|分支机构|事业部"
_BRANCH = re.compile(
    rf"(?P<head>.+?(?:公司\)?|联合社|联社|合伙企业(?:\([^()]*\))?))(?P<branch>(?!.*(?:有限|责任|股份|集团)公司)[^()].+)"
    rf"|(?P<head2>.+?(?:总厂|厂|集团\)?|研究院|研究所|中心))(?P<branch2>.*?(?:{_OFFICE}))"
)
_BRANCH_WITHOUT_HEAD = re.compile(
    r"(?P<head>.{2,}?)(?P<branch>第?[一二三四五六七八九十\d]*(?:分公司|支公司|办事处|代表处))"
)


class Parts(NamedTuple):
    """`region` is a code of GB/T 2260, the lowest that the name has, or empty; `town` a zone or town below it as
    written. The other parts are text in the one writing; `core` (the brand) is empty only for an empty name."""

    region: str
    town: str
    core: str
    trade: str
    legal: str
    branch: str

    @property
    def body(self) -> str:
        return self.core + self.trade


def split_branch(text: str) -> tuple[str, str]:
    """(head, branch); the branch is empty for a company itself."""
    if found := _BRANCH.fullmatch(text):
        head, branch = found["head"] or found["head2"], found["branch"] or found["branch2"]
        return head, branch.replace("(", "").replace(")", "")
    if found := _BRANCH_WITHOUT_HEAD.fullmatch(text):
        head, branch = found["head"], found["branch"]
        for start in range(max(2, len(head) - 6), len(head) - 1):  # 宏达科技 上海 分公司
            place = regions.at(head, start)
            if place and place[0] == len(head) and not place[1].bare:
                return head[:start], head[start:] + branch
        return head, branch
    return text, ""


def split_brackets(text: str) -> tuple[str, str, str]:
    """(text without what was in brackets, region code, legal form). What is neither stays in the text."""
    region = legal = ""

    def place(found: re.Match[str]) -> str:
        nonlocal region, legal
        content = found[1]
        if content in _IN_BRACKETS:
            legal += content
            return ""
        if content in _SAYS_NOTHING or content.startswith("原"):
            return ""
        end, code, _ = leading_region(content)
        if code and end == len(content):
            region = region or code
            return ""
        return content

    if "(" in text or ")" in text:
        text = re.sub(r"\(([^()]*)\)", place, text).replace("(", "").replace(")", "")
    return text, region, legal


def split_legal(text: str) -> tuple[str, str]:
    """(rest, legal forms from the end). At least two characters are left; a trade word that ends with a legal form
    (医院, 诊所) stays."""
    rest = text
    while forms := _LEGAL_BY_END.get(rest[-1:]):
        form = next((form for form in forms if rest.endswith(form) and len(rest) - len(form) >= 2), None)
        if form is None or trades.word_at_end(rest, 0) > len(form):
            break
        rest = rest[: -len(form)]
    return rest, text[len(rest) :]


def leading_region(text: str) -> tuple[int, str, int]:
    """(where the regions at the front end, the lowest one's code, where a last bare county among them begins or -1).

    A second region counts only under the one before it: 永和 is a county elsewhere, in 杭州永和电缆 the brand.
    """
    end, code, bare = 0, "", -1
    while found := regions.at(text, end, code):
        if found[1].brandlike and not code:
            break
        bare = end if found[1].bare else -1
        end, code = found[0], found[1].code
    return end, code, bare


def split_trade(text: str) -> tuple[str, str]:
    """(core, trade): trade words from the end as long as two characters are left, which are the brand."""
    core = text
    while length := trades.word_at_end(core, 2):
        core = core[:-length]
    if len(core) >= 5:  # a word that the list doesn't know hides the trade: 宏达电子孵化园
        inside = trades.word_inside(core, 2)
        if inside > 0:
            core = core[:inside]
    if core in _NATIONAL:  # 中国 alone tells nothing apart: 中国电信, 中国人寿
        core = text[: len(core) + len(trades.words(text[len(core) :])[0])] if len(text) > len(core) else core
    return core, text[len(core) :]


def split_place(place: str, rest: str) -> tuple[str, str]:
    """(core, trade) where a place is the brand, as nothing but trade words is behind it: 德州仪器 半导体技术."""
    word = next(iter(trades.words(rest)), "")
    return place + word, rest[len(word) :]


def _region_and_body(text: str) -> tuple[str, str, str]:
    """(region code, town, what is left)."""
    end, code, bare = leading_region(text)
    if meant := misspelt.at(text, end, code):
        return meant[1].code, "", text[meant[0] :]
    if not code:
        return _region_at_end(text)
    if len(text) - end < 2:
        end = bare if bare > 0 and len(text) - bare >= 2 else 0
        code = leading_region(text[:end])[1]
    elif bare >= 0 and not trades.unsaid(text[end:]):
        end = bare  # only trade words behind it: the county's name is the brand (深圳南山科技)
        code = leading_region(text[:bare])[1]
    if code:
        if text[end : end + 1] in _NO_BEGINNING and text[end - 1 : end] not in "省市县区" and len(text) - end > 4:
            return code, "", text[end + 1 :]
        zone = regions.zone_at(text, end)
        if end < zone <= len(text) - 4:
            return code, text[end:zone], text[zone:]
    return code, "", text[end:]


def _region_at_end(text: str) -> tuple[str, str, str]:
    """中航普惠科技江苏: the region, not a bare county's, behind the trade."""
    for start in range(max(2, len(text) - 6), len(text) - 1):
        found = regions.at(text, start)
        if found and found[0] == len(text) and not found[1].bare and trades.word_at_end(text[:start], 2):
            return found[1].code, "", text[:start]
    return "", "", text


@lru_cache(maxsize=4096)
def parse(raw: str) -> Parts:
    """The parts of a name; never fails, whatever the text."""
    return parse_folded(look(raw)[:MAX_LENGTH])


def parse_folded(text: str) -> Parts:
    if text.isascii() and (found := latin.taken_apart(without_brackets(text))):
        return Parts(found.region, "", found.brand, found.trade, found.legal, "")
    head, branch = split_branch(text)
    head, inner, in_brackets = split_brackets(head)
    rest, legal = split_legal(head)
    region, town, body = _region_and_body(rest)
    body = _ORDINAL.sub("", body) if len(body) > 2 else body
    core, trade = split_trade(body)
    if inner and not regions.is_under(region or inner, inner):
        if not regions.is_under(inner, region):  # 上海温兴（赣州）: what stands in front is another company's place
            town = ""
            if not trades.unsaid(body):  # or the brand: 德州仪器（上海）
                core, trade = split_place(rest[: len(rest) - len(body)], body)
        region = inner
    region = region or inner
    return Parts(region, town, core, trade, in_brackets + legal if legal else in_brackets, branch)
