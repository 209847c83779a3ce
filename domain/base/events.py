"""What happened, as facts that are never changed: audit, statistics and notifications read them.

Each kind of event is a frozen dataclass beside the use-case that records it, registered by its name; storage keeps
the name and the facts. Facts are JSON values, ids and names of records, never secrets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar, get_type_hints

from typing_extensions import override

from domain.base.rights import Reach

KINDS: dict[str, type[Event]] = {}
E = TypeVar("E", bound="Event")


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events. `subject` names the record it belongs to, e.g. `("customer", 12)`."""

    subject_kind: ClassVar[str]

    @override
    def __init_subclass__(cls, subject: str = "", **rest: object) -> None:
        super().__init_subclass__(**rest)
        if subject:
            cls.subject_kind = subject
            KINDS[cls.__name__] = cls

    @property
    def subject_id(self) -> int:
        value = getattr(self, self.subject_kind)
        assert isinstance(value, int)
        return value


@dataclass(frozen=True, slots=True)
class Logged:
    """An event with its stamp and its number in the log. `actor` is an account's id, None for the system or a stranger."""

    at: datetime
    actor: int | None
    event: Event
    id: int = 0


@dataclass(frozen=True, slots=True)
class Trail:
    """What the events of a matter are found by: the records that they belong to (kind → ids), and the names (their same-keys)
    and codes that somebody asked for."""

    subjects: Mapping[str, Collection[int]]
    keys: Collection[str] = ()
    codes: Collection[str] = ()


class Log(Protocol):
    """The append-only log. `record` stamps the time and the acting account of the `Work`."""

    def record(self, *several: Event) -> None: ...
    def of_actor(
        self, account_id: int, kind: type[E], since: datetime, *, key: str | None = None, subject: int | None = None
    ) -> Sequence[E]:
        """What this account did of one kind since then, oldest first: what quotas are counted by. `key`: with that fact of
        this name alone; `subject`: to that record alone."""

    def of_subjects(
        self, subject_kind: str, ids: Collection[int], *, offset: int, limit: int, kinds: Collection[type[Event]] = ()
    ) -> Sequence[Logged]:
        """A part of the history of records, oldest first; with `kinds` of these alone. A negative offset counts from the
        end: -8 is the last eight."""

    def on_trail(
        self, trail: Trail, *, kinds: Collection[type[Event]] = (), offset: int = 0, limit: int | None = None
    ) -> Sequence[Logged]:
        """What lies on it, oldest first; with `kinds` of these alone."""

    def tally(self, trail: Trail) -> Mapping[str, int]:
        """How much lies on it, by the names of kinds."""

    def of_kind(self, kind: type[E], reach: Reach, offset: int, limit: int) -> Sequence[Logged]:
        """Newest first, of the accounts within the reach."""

    def newest(
        self, kinds: Collection[type[Event]], actors: Collection[int] | None, offset: int, limit: int
    ) -> tuple[Sequence[Logged], int]:
        """A part of these kinds, newest first, and how many there are; with `actors` what one of these did."""


def to_facts(event: Event) -> dict[str, object]:
    """The event's fields as JSON values."""

    def plain(value: object) -> object:
        match value:
            case datetime() | date():
                return value.isoformat()
            case Decimal():
                return str(value)
            case _:
                return value

    return {name: plain(value) for name, value in asdict(event).items()}


@cache
def _hints(name: str) -> dict[str, object]:
    """They are compiled from text each time."""
    return get_type_hints(KINDS[name])


def from_facts(kind: str, facts: dict[str, Any]) -> Event | None:
    """The event again; None when its kind is no longer known. Facts that its class no longer has are ignored."""
    cls = KINDS.get(kind)
    if cls is None:
        return None
    hints = _hints(kind)
    known: dict[str, Any] = {}
    for each in fields(cls):
        if each.name not in facts:
            continue
        value = facts[each.name]
        hint = str(hints[each.name])
        if isinstance(value, str) and "datetime.datetime" in hint:
            value = datetime.fromisoformat(value)
        elif isinstance(value, str) and "datetime.date" in hint:
            value = date.fromisoformat(value)
        elif isinstance(value, str) and "decimal.Decimal" in hint:
            value = Decimal(value)
        elif isinstance(value, list):
            value = tuple(value)
        known[each.name] = value
    return cls(**known)
