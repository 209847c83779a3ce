"""What people write around a company's name in their own lists: ★深圳市…公司, 1. 深圳市…公司, …公司-老客户, …公司（重点）.

A name without it is only proposed, side by side with the one that stands in the list, and taken when somebody says so: no
cleaning turns one valid name into another. Brackets with a place, a branch, a legal form or a number stay what they are.
"""

from __future__ import annotations

import re

from domain.letters import visible

_SIGNS = "★☆●○◎◆◇■□▲△▶►※✔✓√♥❤🔴🟢🟡⭐•·*#＊＃~!！^"
_NUMBER = r"[(（]\d{1,4}[)）]|\d{1,4}\s*[.、．)）](?!\d)|[①-⑳]"
_SAID = (
    r"(?:[老新大小]客户?|客户|重点(?:客户|关注|跟进)?|重要(?:客户)?|核心(?:客户)?|战略(?:客户)?|优质(?:客户)?|潜在(?:客户)?|意向(?:客户)?"
    r"|[A-Da-d][类级](?:客户)?|VIP|TOP\s?\d*|已?签约|未签约|已?成交|未成交|已报备|待报备|未报备|跟进中|待跟进|在跟|在谈|洽谈中|已?合作|合作中|停止合作|已?停用"
    r"|暂停|已?流失|送样|已送样|小批|试产|量产|已量产|转介绍|展会|自有|新增|补录|待定|待确认|待核实|急)"
)
_FRONT = re.compile(
    rf"^(?:[{re.escape(_SIGNS)}\s]+|{_NUMBER}|[【\[(（]\s*{_SAID}\s*[】\])）]|{_SAID}\s*[-—_:：])\s*", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"\s*(?:[{re.escape(_SIGNS)}]+|[【\[(（]\s*{_SAID}\s*[】\])）]|[-—–_/|，,、\s]+{_SAID})$", re.IGNORECASE
)
_LEAST = 4


def without(name: str) -> str:
    """The name that may be meant; the name itself where nothing stands around it, or too little would be left."""
    left, before = visible(name), ""
    while left != before:
        before = left
        left = _BEHIND.sub("", _FRONT.sub("", left)).strip()
    return left if sum(each.isalnum() for each in left) >= _LEAST else name
