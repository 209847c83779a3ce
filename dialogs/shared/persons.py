"""People to choose from, told apart: `陈经理 · 华南 · 0001`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogs.core import search
from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.screen import Wording, say
from domain.base import identifiers
from domain.base.bilingual import translated
from domain.people import callings
from domain.people.callings import PersonCalling
from domain.people.records import Account


def persons(ask: Ask, accounts: Sequence[Account]) -> tuple[Option, ...]:
    """The vendor's by name, unit and number; an agency's by name alone, as long as that tells them apart."""
    names = [each.name for each in accounts]
    return tuple(
        Option(
            str(each.account.id),
            _label(each, alone=each.account.agency_id is not None and names.count(each.account.name) == 1),
            find=f"{each.unit} {each.account.email} {identifiers.phone_digits(each.account.phone)}",
            names=(each.account.name, each.number),
        )
        for each in ask(callings.of, accounts)
    )


def fitting(people: Sequence[Option], text: str, wordings: Callable[[Wording], Sequence[str]]) -> tuple[Option, ...]:
    """Whom a typed name means at a page: the one who is called so, else all whom its characters, pinyin or initials fit."""
    index = search.Index((each, (*wordings(each.label), *each.names), each.find) for each in people)
    exact = index.exactly(text)
    return tuple(exact if len(exact) == 1 else index.find(text))


def is_called(person: Option, text: str, wordings: Callable[[Wording], Sequence[str]]) -> bool:
    return any(search.same(text, each) for each in (*wordings(person.label), *person.names))


def _label(each: PersonCalling, *, alone: bool) -> Wording:
    if alone:
        return each.account.name
    if not each.unit:
        return say("person-numbered", name=each.account.name, number=each.number)
    return say("person-called", name=each.account.name, unit=translated(each.unit), number=each.number)
