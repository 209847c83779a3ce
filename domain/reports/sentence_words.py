"""What one word, or some words in a row, say in a report's sentence: which question of the report they answer, and how
(docs/typing.md#a-report-in-a-sentence). Pure.

Each kind of word is read by what reads it in a form: numbers by `quantities`, places by `regions`, product domains by the policy's
table, codes and phones by `identifiers`. Deliberately absent: which customers there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from domain.base import identifiers, quantities, regions
from domain.base.policy import Policy
from domain.names.bodies import says_its_kind
from domain.products import domains as products

A_SERIES = Decimal(100_000)
"""Pieces from which on a bare 500k is what somebody needs in a year; 5k is what an order has."""
_NOBODY = re.compile(r"(?:我们?|咱们|你们|您|他们|贵|本|该|这家|那家|哪家|某)?(?:公司|集团|厂)")
_ONE = r"(?:[a-z]{2,}\d[a-z0-9\-]{0,20}|[a-z]\d+[a-z]+\d[a-z0-9\-]{0,20})"
_KIND = r"(?:\s?(?:系列|单片机|芯片|mcu|series))?"
_MODELS = re.compile(rf"{_ONE}{_KIND}(?:\s*[/+&、]\s*{_ONE}{_KIND})*", re.IGNORECASE)
_NO_MODEL = re.compile(r"(?:ip|iso|gb|usb|wifi|bt)\d+|[ad]c\d+v", re.IGNORECASE)
_CODE = re.compile(r"(?=.*\d)[0-9A-Z]{18}", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:联系人|contact)?[:\s]*(?:[\u4e00-\u9fff]{1,3}(?:工|总|经理|先生|女士|小姐|老师|主任|厂长)|(?:mr|ms|mrs|miss|dr)\.?\s[a-z]+(?:\s[a-z]+)?)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"^(?:联系方式|联系电话|电话|手机号?|座机|微信|邮箱|tel|phone|mobile|e-?mail)[.:：\s]*", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{3})+")
_BELOW = re.compile(r"[区县市旗镇乡村路道街园港湾湖]$")
_CUSTOMER = ("客户", "终端", "customer", "client")
YEARLY = ("每年", "一年", "年", "a year", "per year", "yearly", "annually", "annual")
IN_FRONT = {
    "mcus": ("用的是", "使用", "在用", "用", "uses", "using"),
    "domain": ("做的是", "做", "用于", "主营", "生产", "makes", "making"),
    "region": ("位于", "在"),
}


def is_nobody(text: str) -> bool:
    """我们公司, 贵司的厂: no name."""
    return _NOBODY.fullmatch(text) is not None


def is_somebody(text: str) -> bool:
    """Who can be called, or is called by name: not an e-mail address alone."""
    return _PERSON.fullmatch(text) is not None or isinstance(identifiers.phone(_REACHED.sub("", text)), str)


def is_full_name(text: str, policy: Policy) -> bool:
    """A company's, by its kind of body; of Latin words the last one says it."""
    if len(text) < 4 or is_nobody(text) or not any(map(str.isalpha, text)):
        return False
    kinds, words = policy.report.kinds_of_body, text.split()
    if not text.isascii():
        return len(words) == 1 and says_its_kind(text, kinds)
    return len(words) > 1 and says_its_kind(f"X {words[-1]}", kinds) and not any(map(_is_figure, words))


def _is_figure(word: str) -> bool:
    return _MODELS.fullmatch(word) is not None or quantities.parse(word.strip(",")) is not None


def _is_place(text: str) -> bool:
    """佛山启明 is somebody's short name: below the city only what says so."""
    known = all(
        all(not each.below or _BELOW.search(each.below) for each in regions.find(word)) for word in text.split()
    )
    return known and all(map(regions.find, text.split())) and bool(regions.find(text))


def read(text: str, policy: Policy) -> tuple[str, str] | None:
    """The question by its field and what answers it; `name` only where it is full. None: it says none of these."""
    if _CODE.fullmatch(text):
        return "credit_code", text
    if _PERSON.fullmatch(text) or _reaches(text):
        return "people", text
    labels = policy.labels.customer
    told = _behind(text, (*labels.volume, *YEARLY))
    if volume := _volume(told, by_the_year=told != text):
        return "volume", volume
    model = _behind(text, (*labels.mcus, *IN_FRONT["mcus"]))
    if _MODELS.fullmatch(model) and not _NO_MODEL.fullmatch(model):
        return "mcus", model
    domain = _behind(text, (*labels.domain, *IN_FRONT["domain"])).removesuffix("的")
    if products.find(policy, domain):
        return "domain", domain
    name = _behind(text, [each for each in labels.name if each.startswith(_CUSTOMER)])
    if is_full_name(name, policy):
        return "name", name
    region = _behind(text, (*labels.region, *IN_FRONT["region"]))
    return ("region", region) if _is_place(region) else None


def _behind(text: str, labels: Sequence[str]) -> str:
    """Without the longest of the labels in front."""
    low = text.casefold()
    found = max((each for each in labels if low.startswith(each.casefold())), key=len, default="")
    rest = text[len(found) :].lstrip(" 是为:：")
    behind = text[len(found) : len(found) + 1]
    cuts_a_word = bool(found) and found[-1].isascii() and behind.isascii() and behind.isalpha()
    return text if cuts_a_word or not rest else rest


def _reaches(text: str) -> bool:
    address = _REACHED.sub("", text)
    return isinstance(identifiers.phone(address), str) or (
        "@" in address and isinstance(identifiers.email(address), str)
    )


def _volume(text: str, *, by_the_year: bool) -> str:
    """As the form's question reads it; empty where it is none. A bare number may be anything, 2026年 is a year."""
    plain = quantities.without_hedge(text)
    monthly = quantities.of_a_month(plain)
    found = quantities.parse(plain if monthly is None else monthly)
    if found is None or (monthly is None and quantities.in_units(plain) is None):
        return ""
    if by_the_year or monthly is not None or found.unit not in ("", "年", *quantities.PIECES):
        return text
    if any(mark in plain for mark in "万萬亿億wW") or (
        found.value >= A_SERIES and (found.scaled or found.unit in quantities.PIECES)
    ):
        return text
    return f"{text} pcs" if found.value >= A_SERIES and _GROUPED.fullmatch(plain) else ""
