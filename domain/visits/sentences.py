"""What is said of visits in a sentence: 下周三上午去晨曦, 南桥改到下周一, 不去了. Whom it names is looked up by who asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.base import dates, hours

LONGEST = 60
"""Characters of such a sentence."""
_ENDS = " \t.。!！~"
_AROUND = " \t,，:：的"
_VERB = re.compile(
    r"下次(?:拜访|上门|走访)(?:日期|时间)?[:：]?|(?:要|准备|计划|打算|安排|约了?)?(?:去)?(?:拜访|走访|回访|上门)(?!了)|(?:要|准备|计划|打算|再)?去(?!了)"
    r"|(?<![a-z])(?:next )?visit(?:ing)?(?: to)?(?![a-z])",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?P<name>.*?)(?:拜访|走访|visit)?\s*(?:(?:改期|改约|改|推迟|推|延期|延后|延|挪|提前|换|顺延|调整?)[到至为成]|改期|改约"
    r"|(?:is )?(?:(?:re)?scheduled?|moved?|postponed?|put off|shift(?:ed)?)(?: it| the visit)? (?:to|till|until|for))\s*(?P<day>.+)",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"(?P<name>.*?)(?:这次)?(?:先|暂时|暂)?(?:取消了?(?:这次)?(?:拜访)?|拜访取消|不去|去不了|不拜访|不用去|call(?:ed)?(?: it)? off|cancel(?:led|ed)?(?: it| the visit| visit)?|not going)了?吧?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class VisitSaid:
    """`name` as it was written, empty where nobody is named; `day` with its hour, empty where the visit is called off."""

    name: str
    day: str = ""


def moved(text: str, today: date) -> VisitSaid | None:
    """改到下周二, 南桥改到下周一上午."""
    found = _MOVED.fullmatch(_plain(text))
    if found is None or not dates.read(dates.where_asked(hours.parted(found["day"], today).day), today, "future"):
        return None
    return VisitSaid(found["name"].strip(_AROUND), found["day"].strip())


def called_off(text: str) -> VisitSaid | None:
    """取消, 南桥不去了."""
    found = _OFF.fullmatch(_plain(text))
    return None if found is None else VisitSaid(found["name"].strip(_AROUND))


def planned(text: str, today: date) -> Iterator[VisitSaid]:
    """Each way to part it into whom and when, the longest day first: 下周三去星河, 下次拜访 白桦 下周三, visit Chenxi next Wed 3pm."""
    plain = _plain(text)
    verb = _VERB.search(plain)
    if verb is None:
        return
    rest = f"{plain[: verb.start()]} {plain[verb.end() :]}".strip(_AROUND)
    for at in range(1, len(rest)):
        if day := _to_come(rest[:-at], today):
            yield VisitSaid(rest[-at:].strip(_AROUND), day)
        if day := _to_come(rest[at:], today):
            yield VisitSaid(rest[:at].strip(_AROUND), day)


def _to_come(text: str, today: date) -> str:
    plain = re.sub(r"(?:[我咱]们?|i|we)$", "", text.strip(_AROUND), flags=re.IGNORECASE).strip(_AROUND)
    read = dates.read(hours.parted(plain, today).day, today, "future")
    days = [each.day for each in read if isinstance(each, dates.Day)]
    return plain if days and len(days) == len(read) and min(days) >= today else ""


def _plain(text: str) -> str:
    plain = text.strip().strip(_ENDS)
    return plain if len(plain) <= LONGEST and "\n" not in plain else ""
