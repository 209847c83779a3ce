"""Chinese companies written in Latin letters: Guangzhou Qinghe Energy Storage Technology Co., Ltd.; or all of it in pinyin.

Only what is pinyin is taken apart so: a brand of two to four syllables, behind a place or before words of a trade or a legal
form. TCL, Siemens or Sony stay what they are; which Chinese brand an English word stands for must be known (aliases).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from domain.names import regions
from domain.names.sound import spelt, syllables

_FORMS = """coltd colimited companylimited limited ltd llc inc corp corporation company co group holdings youxiangongsi gufenyouxiangongsi
    youxianzerengongsi youxianzeren gongsi jituan gmbh""".split()
_TRADES = """technology technologies tech electronics electronic electric electrical appliance appliances intelligent intelligence
    smart energy storage power supply lighting light industrial industry industries science scientific semiconductor
    microelectronics optoelectronics photoelectric machinery machine equipment home tools tool motor motors automation auto
    automotive automobile instrument instruments medical new materials material international trading trade import export
    manufacturing manufacture products product control controls system systems communication communications telecom network
    information software digital battery household security fan pump plastic plastics hardware metal toys toy and of china the
    development innovation precision mechanical electromechanical robot robotics internet things data vehicle vehicles
    keji dianzi jishu dianqi zhineng shiye gongye jixie shebei nengyuan chuneng zhaoming banruiti gongcheng fazhan guangdian
    zidonghua dianli dianyuan dianji zhizao maoyi""".split()
_CITY = re.compile("^(?:city|province)")
_LONGEST_BRAND = 4


class Latin(NamedTuple):
    """`trade` and `legal` are the words as they stood, joined."""

    region: str
    brand: str
    trade: str
    legal: str


@cache
def _places() -> dict[str, str]:
    """Pinyin of provinces and prefectures → code; empty where several places are spelt so (苏州, 宿州)."""
    found: dict[str, str] = {}
    for code, name in regions.table().names.items():
        if code.endswith("00") and not code.startswith("99"):
            spelled = spelt(name)
            found[spelled] = code if found.get(spelled, code)[:2] == code[:2] else ""
    return found


def _ending(text: str, words: list[str], leaving: int) -> int:
    lengths = [len(word) for word in words if text.endswith(word) and len(text) - len(word) >= leaving]
    return max(lengths, default=0)


def _stripped(text: str, words: list[str]) -> str:
    while length := _ending(text, words, 4):
        text = text[:-length]
    return text


def _place(text: str) -> tuple[str, str] | None:
    """(code, what is left) of a place in front or at the end."""
    places = _places()
    for length in range(min(14, len(text) - 4), 3, -1):
        if text[:length] in places:
            return places[text[:length]], _CITY.sub("", text[length:])
    for length in range(min(14, len(text) - 4), 3, -1):
        if text[-length:] in places:
            return places[text[-length:]], text[:-length]
    return None


def taken_apart(text: str) -> Latin | None:
    """Of a folded text without blanks; None where it isn't a Chinese company's in Latin letters."""
    if not (text.isascii() and text.isalpha() and len(text) > 5):
        return None
    plain = _stripped(text, _FORMS)
    legal = text[len(plain) :]
    place = _place(plain)
    region, body = place if place is not None else ("", plain)
    body = _stripped(body, _FORMS)  # behind a place: qinghe co ltd (shenzhen)
    left = _stripped(body, _TRADES)
    trade = body[len(left) :]
    sounds = syllables(left)
    if sounds is None or len(sounds) < 2 or not (place or trade or legal):
        return None
    if len(sounds) > _LONGEST_BRAND:
        if place is None:
            return None
        brand = "".join(sounds[:2])
        return Latin(region, brand, left[len(brand) :] + trade, legal)
    return Latin(region, left, trade, legal)
