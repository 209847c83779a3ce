"""Sixteen salespeople of sixteen agencies report customers, and their managers approve: update after update.

What a person taps depends on the screen, so the newest screen and card of each chat are noted as a step puts them into the
outbox. Every script ends where it began, and a round is a working day: the quotas are the policy's own.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection

from bot.drivers.telegram import button_data
from bot.serving.app import App
from domain.people.records import AccountState, AccountType, AgencyState

PEOPLE, COLLEAGUES, MANAGERS = 16, 4, 4
STEPS = 12
"""Of a report, approval and all."""
MANAGER = 100
"""Chats from here on are managers'."""

Body = dict[str, Any]


@dataclass
class Screens:
    """What each chat saw last: its conversation's screen, and the cards that wait for a tap."""

    shown: dict[int, Body] = field(default_factory=dict)
    cards: dict[int, dict[int, Body]] = field(default_factory=lambda: defaultdict(dict))


@dataclass(frozen=True)
class Update:
    kind: str
    chat: int
    raw: dict[str, Any]


class Script:
    """One salesperson's day, over and over."""

    def __init__(self, person: int, screens: Screens, names: Iterator[int]) -> None:
        self._person = person
        self._manager = MANAGER + person % MANAGERS
        self._screens = screens
        self._names = names

    def updates(self) -> Iterator[Update]:
        yield self._says("home", "主页")
        while True:
            yield self._taps("tap", "report_customer")
            yield self._says("name", f"深圳市{_letters(next(self._names))}电子有限公司")
            yield self._taps("tap", "skip")
            yield self._says("choice", "深圳")
            yield self._says("choice", "空调")
            yield self._says("question", "120")
            yield self._says("question", "STM32F103")
            yield self._taps("tap", "finish")
            yield self._taps("submission", "submit")
            yield self._approves()
            yield self._says("home", "主页")

    def _says(self, kind: str, text: str) -> Update:
        message = {**_message(self._person), "from": _sender(self._person), "text": text}
        return Update(kind, self._person, {"message": message})

    def _taps(self, kind: str, verb: str) -> Update:
        body = self._screens.shown[self._person]
        return Update(kind, self._person, _tap(self._person, body, verb))

    def _approves(self) -> Update:
        cards = self._screens.cards[self._manager]
        wanted = next(number for number, body in cards.items() if f'"P{self._person}"' in json.dumps(body))
        return Update("approval", self._manager, _tap(self._manager, cards.pop(wanted), '"approve"'))


def scripts(screens: Screens) -> dict[int, Iterator[Update]]:
    names = count(int(time.time()) % 100_000 * 1000)  # noqa: TID251
    return {person: Script(person, screens, names).updates() for person in range(1, PEOPLE + 1)}


def _tap(chat: int, body: Body, verb: str) -> dict[str, Any]:
    acts = [button["act"] for row in body["screen"]["rows"] for button in row if "act" in button]
    for index, act in enumerate(acts):
        if verb in json.dumps(act):
            query = {"id": "1", "from": _sender(chat), "chat_instance": "1", "data": button_data(body["token"], index)}
            return {"callback_query": {**query, "message": {**_message(chat), "text": "x"}}}
    raise AssertionError(f"no {verb} on {json.dumps(body, ensure_ascii=False)}")


def _message(chat: int) -> dict[str, Any]:
    return {
        "message_id": 7,
        "date": 1795000000,
        "chat": {"id": chat, "type": "private", "first_name": _called(chat)},
    }


def _sender(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": _called(chat)}


def _called(chat: int) -> str:
    return f"P{chat}"


def _letters(number: int) -> str:
    """A name of five characters that is like no other."""
    return "".join(chr(0x4E00 + (number * step + 811 * step) % 19_000) for step in (7919, 6007, 104_729, 1299, 31_337))


def lay(conn: Connection, app: App, now: datetime) -> None:
    """A unit with its managers, an agency for each salesperson, with colleagues."""
    work = app.system(conn, now)
    unit = work.people.units()[0]
    managers = []
    for place in range(MANAGERS):
        manager = work.people.add_account(name=f"M{place}", type=AccountType.MANAGER, unit_id=unit.id)
        work.people.bind(manager.id, MANAGER + place, AccountState.ACTIVE)
        managers.append(manager.id)
    for person in range(1, PEOPLE + 1):
        agency = work.people.add_agency(
            name=f"代理{person}有限公司",
            short_name=f"代理{person}",
            unit_id=unit.id,
            manager_id=managers[person % MANAGERS],
            state=AgencyState.ACTIVE,
            province="广东",
            city="深圳",
        )
        for place in range(COLLEAGUES):
            account = work.people.add_account(
                name=_called(person) if place == 0 else f"C{person}-{place}",
                type=AccountType.SALESPERSON,
                agency_id=agency.id,
            )
            work.people.bind(account.id, person if place == 0 else None, AccountState.ACTIVE)
