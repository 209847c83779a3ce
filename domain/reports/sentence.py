"""A report in a sentence: `中山市阳光灯饰厂，LED驱动，50万，STC8`: a company's full name, and a volume or a model (docs/typing.md).

Pure: which customers there are shows in nothing here. What isn't understood is left over, in the order in which it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.base.policy import Policy
from domain.names.bodies import says_its_kind
from domain.products import domains as products

_APART = re.compile(r"(?:[\s;；、。]|(?<!\d)[,，]|[,，](?!\d))+")
"""Not within 1,200万."""
_NOBODY = re.compile(r"(?:我们?|咱们|你们|您|他们|贵|本|该|这家|那家|哪家|某)?(?:公司|集团|厂)")
_IN_FRONT = re.compile(
    r"^(?:请?(?:帮我|帮忙)?(?:报备|登记)(?:一下|一个|个)?(?:新?客户)?|新客户|新增客户|report)[:：]?", re.IGNORECASE
)
_USED = re.compile(r"^(?:在?用|主控|型号|mcu)[:：]?(?=[a-z])", re.IGNORECASE)
_MODEL = re.compile(r"[a-z]{2,}\d[a-z0-9\-]{0,20}", re.IGNORECASE)
_FOR = re.compile(r"^(?:做|用于|产品是?)")
_YEARLY = r"(?:年总?用量|总?用量|年需求量?|年出货量?|每年|一年|年)"
_VOLUME = re.compile(
    rf"(?P<before>{_YEARLY}(?:约|大约|大概)?)?(?P<figure>[\d.,，]+(?:万|百万|千万|亿|w|k|m)?)(?P<unit>片|颗|只|个|pcs)?(?P<after>/年|/y|每年|一年|年)?",
    re.IGNORECASE,
)
_PRICE = re.compile(r"(?:单价|[@¥￥])?\d[\d.]*(?:元|块)\S*|[@¥￥]\d[\d.]*")
FIELDS = ("name", "volume", "mcus", "domain")
LONGEST = 200
"""Characters; whoever writes more has more than a sentence to say."""


@dataclass(frozen=True, slots=True)
class Sentence:
    name: str
    volume: str
    models: tuple[str, ...]
    domain: str
    rest: tuple[str, ...]


def read(text: str, policy: Policy) -> Sentence | None:
    """None where it isn't one: no full name, or nothing but the name."""
    said = _IN_FRONT.sub("", text.strip())
    if len(said) > LONGEST or "\n" in said:
        return None
    words = [each for each in _APART.split(said) if each]
    bodies = (each for each in words if len(each) >= 4 and says_its_kind(each, policy.report.kinds_of_body))
    name = next((each for each in bodies if not _NOBODY.fullmatch(each)), None)
    if name is None:
        return None
    volume, domain, models, rest = "", "", list[str](), list[str]()
    for word in words:
        if word == name:
            continue
        model, use = _USED.sub("", word), _FOR.sub("", word)
        if _MODEL.fullmatch(model):
            models.append(model)
        elif not volume and (told := _volume(word)):
            volume = told
        elif not domain and products.find(policy, use):
            domain = use
        else:
            rest.append(word)
    if any(_PRICE.fullmatch(each) for each in rest):
        return None  # an order of somebody who isn't known is no report of him
    return Sentence(name, volume, tuple(models), domain, tuple(rest)) if volume or models else None


def lines(found: Sentence, policy: Policy) -> list[str]:
    """The same with labels, as a paste has it, and what is left over behind."""
    parts = dict(zip(FIELDS, (found.name, found.volume, "、".join(found.models), found.domain), strict=True))
    labels = {field: getattr(policy.labels.customer, field)[0] for field in FIELDS}
    return [*(f"{labels[field]}：{value}" for field, value in parts.items() if value), *found.rest]


def _volume(word: str) -> str:
    """Without the word for it; empty where it is none. A bare number is none: it may be anything."""
    found = _VOLUME.fullmatch(word)
    if found is None:
        return ""
    counted = found["figure"][-1] in "万亿wW" or found["unit"] is not None
    yearly = found["before"] or (found["after"] and found["after"] != "年")  # 2026年 is a year
    if not counted and not yearly:
        return ""
    return word[len(found["before"] or "") :]
