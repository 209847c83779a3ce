"""What can't be a company's name, whatever is asked for: text that was pasted or meant for somebody else.

Names may hold brackets, dots, &, quotes and digits (3M中国有限公司, 北京路88号餐饮有限公司); measured on a million registered
ones, fewer than 1 in 100,000 are refused. Deliberately absent: whether a name is full enough (`conflict.looks_full`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from domain.base.errors import Refusal
from domain.letters import visible


class NoName(StrEnum):
    """Why a text is no name."""

    LINES = "lines"
    COMMAND = "command"
    MAIL = "mail"
    COLON = "colon"
    PHONE = "phone"
    ADDRESS = "address"
    LABEL = "label"
    RENAMED = "renamed"
    """A former name and the present one: the present one is meant."""
    WEB = "web"
    SEVERAL = "several"
    """One question is about one company: a list of names would be many for the price of one."""


@dataclass
class NotAName(Refusal):
    """`why` is a `NoName`."""

    name: str
    why: str


LONGEST = 400
"""Characters looked at."""
_MAIL = re.compile("@")
_WEB = re.compile(r"(?<![a-z])(?:www\.|https?:?//)|[a-z0-9-]\.(?:com|cn|net|org)(?![a-z])", re.IGNORECASE)
_RENAMED = re.compile(
    r"(?<=.{4})[\s(\[【;,]*(?:现名称?|现更名|现称|现为|现已?改名|(?:后|已)?(?:更|改)名)为?\s*:?\s*(?=.{4})"
)
_OTHER_NAME = re.compile(
    r"(?<=.{4})[\s(;,]*(?:第二名称|从属名称|原名称?|曾用名|又名|增挂|其他名称|另一名称|名称2?)\s*:"
)
"""A registered name may carry another one: 衡器厂 第二名称:衡器制造公司."""
_LABELLED = re.compile(r"(?:(?:终端)?客户|公司|企业|单位)?(?:名称|全称|全名)\s*[(\[【「『]")
"""名称（中山晴岚）: what a form calls it, and the name in brackets."""
_BETWEEN = re.compile(r"(?<=\d)[\s\-–—.()]+(?=\d)|(?<=\d)\)|\((?=\d)")
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?86)?1[3-9]\d{9}(?!\d)"
    r"|(?<!\d)0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}(?!\d)"
    r"|(?<!\d)(?:400|800)\d{7}(?!\d)"
    r"|\+\d{8,15}(?!\d)"
)
_NUMBER = r"(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,5})"
_STREET = re.compile(
    rf"(?:路|街|大道|道|巷|弄|胡同|村|园区?|工业区|开发区|大厦|广场|中心|城|组)\s*(?:[东南西北中]段?|[甲乙])?\s*第?{_NUMBER}"
    rf"(?:\s*[-—之]\s*{_NUMBER})?\s*号(?P<behind>.*)$"
)
_BUSINESS = re.compile(
    r"(?:公司|集团|[厂店馆吧坊铺行社站部城]|酒楼|中心|院|所|工作室|合伙\)?|企业|商行|超市|市场|餐厅|食堂|宾馆|公寓|会所|俱乐部|基地)$"
)
"""How what is called after a street and a number ends: 北京路88号餐饮有限公司, 人民路12号酒店."""
_ENGLISH_STREET = re.compile(
    r"(?:^|[\s,])(?:no\.?\s*)?\d{1,5}\w?[\s,]+(?:[\w'.]+\s+){1,4}(?:road|rd|street|avenue|ave|boulevard|blvd|lane)\.?$"
    r"|(?:^|[\s,])(?:[\w'.]+\s+){1,4}(?:road|rd|street|avenue|ave)\.?\s*,?\s*(?:no\.?\s*)?\d{1,5}$",
    re.IGNORECASE,
)


_COMPANY = re.compile(r"(?:有限|责任|股份|集团)公司|(?:(?<![分支])公司|[厂店院所]|中心)(?=\s*(?:[/、,;|]|$))")
_COLONS = str.maketrans(dict.fromkeys("∶꞉ː︰⁚˸։፡", ":"))
"""What looks like one and doesn't fold to it."""
_MOST_COMPANIES = 2
"""A name may say what it was before, or of whom it is a branch."""
_SIDE_BY_SIDE = re.compile(r"(?:有限|责任|股份|集团)公司\s*[/、;|]\s*.{4,}公司$")
"""深圳市甲乙电子有限公司/深圳市丙丁电子有限公司."""
_FIGURES = re.compile(r"(?:(?:^|[、,;/])\s*[^\d、,;/]{2,}?\s*\d[\d.]*\s*(?:万元?|亿元?|元|[kKwW])?\s*){2,}[、,;。.]?$")
"""深圳市政府 300、南方科大 200: a list with a figure behind each."""


_SIGNS = ((NoName.MAIL, _MAIL), (NoName.WEB, _WEB), (NoName.RENAMED, _RENAMED))


def no_name(text: str) -> NoName | None:
    """Why the text, as it was written, can't be a name; None where it may be one."""
    plain = unicodedata.normalize("NFKC", visible(text[:LONGEST]).translate(_COLONS)).strip()
    if plain.startswith("/"):
        return NoName.COMMAND
    if len(plain.splitlines()) > 1:
        return NoName.LINES
    found = next((why for why, sign in _SIGNS if sign.search(plain)), None)
    if found is not None:
        return found
    if ":" in _OTHER_NAME.sub("", plain):
        return NoName.COLON
    if _LABELLED.match(plain):
        return NoName.LABEL
    if _PHONE.search(_BETWEEN.sub("", plain)):
        return NoName.PHONE
    if len(_COMPANY.findall(plain)) > _MOST_COMPANIES or _SIDE_BY_SIDE.search(plain) or _FIGURES.match(plain):
        return NoName.SEVERAL
    bare = plain.rstrip(" )]}】。.,，;；")
    street = _STREET.search(bare)
    if (street is not None and not _BUSINESS.search(street["behind"])) or _ENGLISH_STREET.search(bare):
        return NoName.ADDRESS
    return None


def demand_name(text: str) -> None:
    """Raises `NotAName`."""
    why = no_name(text)
    if why is not None:
        raise NotAName(text[:40], why.value)
