"""What can be pushed when something happened, and the table of who hears of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from dialogs.core.screen import Json, Screen
from domain.base.events import Event
from domain.base.work import Work


@dataclass(frozen=True, slots=True)
class Note:
    """A message to an account (wherever it is bound), or to a chat that is no longer it."""

    screen: Screen
    account: int | None = None
    chat: int | None = None


@dataclass(frozen=True, slots=True)
class PushedCard:
    """A page pushed to an account; it acts as that account and changes itself when its subject does."""

    account: int
    page: str
    args: Mapping[str, Json] = field(default_factory=dict)
    subject: str = ""
    instead: Screen | None = None
    """What older ones of the same page and subject become, where only the newest is alive."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """Every card of this subject is shown anew, with what args its page has from now on; None: those that it had."""

    subject: str
    args: Mapping[str, Json] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """What the chat still shows of an account that isn't its any more goes, as far as the messenger lets it."""

    account: int
    chat: int


@dataclass(frozen=True, slots=True)
class Mail:
    """The lines of a screen by mail, where a server for that is configured; in the language of the chat."""

    address: str
    chat: int
    screen: Screen


@dataclass(frozen=True, slots=True)
class Notice:
    """A note, or a card that is pushed. `bulk`: a reminder or an announcement, which may make a sound and gives way to all
    else; a decision, or what is to be decided, comes silently and at once."""

    push: Note | PushedCard
    bulk: bool


Push: TypeAlias = Note | PushedCard | Refresh | Blank | Mail
E = TypeVar("E", bound=Event)
HEARERS: dict[type[Event], Callable[[Work, Any], Iterable[Push]]] = {}


def hears(kind: type[E]) -> Callable[[Callable[[Work, E], Iterable[Push]]], Callable[[Work, E], Iterable[Push]]]:
    """Register who hears of a kind of event. Raises `ValueError` where somebody hears of it already."""

    def register(hearer: Callable[[Work, E], Iterable[Push]]) -> Callable[[Work, E], Iterable[Push]]:
        if kind in HEARERS:
            raise ValueError(f"{kind.__name__} is heard twice")
        HEARERS[kind] = hearer
        return hearer

    return register
