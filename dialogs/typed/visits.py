"""What is told of a visit, or begins with 跟进: how it goes with a customer, whatever pieces and prices stand in it.

Where it tells of an order as well, both are offered, and both one after the other (`orders`): neither is read into the other in
silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.follow_ups.replying import reports
from dialogs.shared.by_customer import CustomerText, named
from dialogs.shared.words import middle
from dialogs.typed import Claim, Wordings
from dialogs.visits.said import changed, opening, planned
from domain.base.rights import Action, may
from domain.follow_ups import views as follow_up_views
from domain.home import views
from domain.orders import noting

_NOTED = re.compile(r"\W*(?:写|补|记)?跟进(?:一下|记录)?(?:了|：|:|，|,|\s)*(?P<told>.*)", re.DOTALL)
"""跟进 白桦：…, as somebody asks for a note."""
_VISITED = re.compile(
    r"(?:今天|昨天|前天|刚刚?|上午|下午|早上|中午|本周|上周|周[一二三四五六日天])*\s*(?:去了?|拜访了?|走访了?|回访了?|见了|到了?)"
    r"\s*(?P<name>\w{2,20}?)[，,。；;：: ]"
)
"""今天去了白桦，…: whom somebody was with."""
_THERE = re.compile(
    r"\W*(?P<name>\w{2,20}?)\s*(?:今天|昨天|前天|今早|昨晚|刚刚?|上午|下午|早上|中午|本周|上周|周[一二三四五六日天])+\s*(?:去|拜访|走访|回访|见|到)[了过]"
)
"""白桦今天去了，…"""
_WAS = re.compile(
    r"\W*(?:(?:today|yesterday|this morning|this afternoon),?\s+)?(?:(?:i|we)\s+)?(?:have\s+)?(?:just\s+)?(?:visited|met(?: with)?|went to|called on)\s+"
    r"(?P<name>\w[\w &.-]{1,40}?)(?:\s+(?:today|yesterday|this (?:morning|afternoon|week)|last \w+|on \w+))?\s*[,，.;:：\n]",
    re.IGNORECASE,
)
_NAME = re.compile(r"\w{2,20}?(?=[，,。；;：:\s]|$)")


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    customer = visited(text, ask)
    if customer is None:
        return _to_come(text, ask)
    return (Claim(say("read-as-follow-up", name=called(customer, ask)), report(text, customer)),)


def _to_come(text: str, ask: Ask) -> Sequence[Claim]:
    """下周三上午去晨曦, 晨曦的拜访改到周五: the form of its day."""
    if not may(ask(views.me).account, Action.WRITE_FOLLOW_UP):
        return ()
    customers, day = planned(text, ask)
    opens = opening(customers, day, ask) or changed(text, (), ask)
    if opens is None:
        return ()
    names = ask(follow_up_views.names, customers)
    return (Claim(say("read-as-visit", name=tuple(map(middle, names))) if names else say("visit-key"), opens),)


def report(text: str, customer: int) -> Open:
    """What stands behind 跟进, or all of it."""
    noted = _NOTED.match(text)
    return reports(CustomerText(customer, noted["told"] if noted is not None else text))


def visited(text: str, ask: Ask) -> int | None:
    """The customer that such a text is about, where its reader writes reports."""
    if not may(ask(views.me).account, Action.WRITE_FOLLOW_UP):
        return None
    noted = _NOTED.match(text)
    visit, told = _VISITED.match(text), _THERE.match(text) or _WAS.match(text)
    if noted is None and visit is None:
        return named(told["name"], ask) if told is not None else None
    name = visit["name"] if visit is not None else ""
    if noted is not None:
        first = _NAME.match(noted["told"])
        name = first.group() if first is not None else ""
    return named(name, ask) or _only(text, ask)


def _only(text: str, ask: Ask) -> int | None:
    """跟进蓝鲸云台电机要3k: nobody else is named anywhere."""
    found = ask(noting.named_in, text) if may(ask(views.me).account, Action.LOG_ORDERS) else ()
    return found[0] if len(found) == 1 else None


def called(customer: int, ask: Ask) -> str:
    return middle(ask(follow_up_views.names, [customer])[0])
