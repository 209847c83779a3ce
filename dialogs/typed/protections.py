"""How long a customer is protected, asked in a sentence: 阳光还有几天, 白桦保护期到哪天, 还剩多少天保护. Its card says it; without a
name the list does, where those that end first stand in front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.shared.words import middle
from dialogs.typed import Claim, Wordings
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter

MOST = 4
LONGEST = 40
_LEFT = r"(?:还剩下?|还有|剩下?|余下?)?(?:多少|几)\s?天"
_WHEN = r"(?:到)?(?:什么时候|什么时间|啥时候?|何时|哪天|哪一天|几号|几月|多久|哪月)"
_END = r"(?:保护期?|到期|过期|失效|截止)"
_ASKS = re.compile(
    rf"{_LEFT}(?:就|会)?{_END}?|{_WHEN}(?:会|就)?{_END}|{_END}.{{0,4}}?(?:{_WHEN}|{_LEFT})|{_END}(?:到了?|过了?|还在|没到|了)?(?:吗|没有|没|么)"
    r"|how (?:long|many days)(?=.*(?:protect|left))|when(?=.*expires?)",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    rf"{_END}|请?问一?下?|查一?下?|看一?下?|还剩下?|还有|现在|那个|这个|那边|这边|客户|我们?的?|的|是|了|呢|啊|吗|[?？,，。:：]"
    r"|(?<![a-z])(?:is|are|the|of|for|has|does|do|days?|left|protected|protection|until|expires?|still)(?![a-z])",
    re.IGNORECASE,
)


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    line = text.strip()
    if "\n" in line or len(line) > LONGEST or (found := _ASKS.search(line)) is None:
        return ()
    name = " ".join(_BESIDES.sub(" ", f"{line[: found.start()]} {line[found.end() :]}").split())
    if not name:
        return (Claim(say("customers-entry"), Open("customers", {})),)
    rows, total = ask(customer_filters.customers, Filter(text=name), 0, MOST)
    if total > MOST:
        return (Claim(say("counted", entry=say("read-as-search"), count=total), Open("customers", {"text": name})),)
    return [
        Claim(
            say("read-as-protection", name=middle(each.customer.name)), Open("customer", {"customer": each.customer.id})
        )
        for each in rows
    ]
