"""People written down with their numbers, as from an address book: who may invite them is led to where that is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.typed import Claim, Wordings
from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.rights import Action, may
from domain.home import views

_PERSON = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{2,4}|[A-Za-z]+(?: [A-Za-z]+){1,2})[\s，,、:：|\t]+(?P<rest>\S.*)")

_NUMBER = re.compile(r"[+(（]?\d[\d\s()（）-]{5,}\d")


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    if not are_people(text) or not may(ask(views.me).account, Action.MANAGE_AGENCY_PEOPLE):
        return ()
    return (Claim(say("people-entry"), Open("people")),)


def are_people(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(map(_is_person, lines))


def _is_person(line: str) -> bool:
    """A name with a number behind it, and nothing that tells how it goes with a customer."""
    found = _PERSON.fullmatch(line)
    number = _NUMBER.match(found["rest"]) if found is not None else None
    return number is not None and not isinstance(identifiers.phone(number.group().strip()), Flaw)
