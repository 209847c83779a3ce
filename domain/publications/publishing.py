"""资料下载: publishing a document, taking it away, fetching it (docs/publications.md). Whoever may announce may publish, to the
same people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.announcements import announcing
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand, may, reach
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.people.records import AccountType
from domain.publications.records import Publication


@dataclass(frozen=True, kw_only=True)
class Publish:
    """`content` is a file or an address. `replaces`: an earlier version, which goes."""

    heading: str
    content: KeptFile | str
    types: tuple[AccountType, ...] = ()
    units: tuple[int, ...] = ()
    agencies: tuple[int, ...] = ()
    valid_until: date | None = None
    replaces: int | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawPublication:
    publication: int


@dataclass(frozen=True, kw_only=True)
class FetchPublication:
    publication: int


@dataclass
class OutOfDate(Refusal):
    """It was taken away, or has run out."""

    title: str


@dataclass(frozen=True, kw_only=True)
class Published(Event, subject="publication"):
    publication: int


@dataclass(frozen=True, kw_only=True)
class PublicationWithdrawn(Event, subject="publication"):
    publication: int


@dataclass(frozen=True, kw_only=True)
class PublicationFetched(Event, subject="publication"):
    publication: int
    account: int


def publish(work: Work, command: Publish) -> Publication:
    """Those who are to have it and are there hear of it as of an announcement. Raises `NotAllowed`, `NotFound` for somebody out of the author's reach."""
    demand(work.actor, Action.ANNOUNCE)
    if command.replaces is not None:
        authored(work, command.replaces)
        _take_away(work, command.replaces)
    audience = announcing.audience(work, command.types, command.units, command.agencies)
    made = work.publications.add(
        author_id=work.actor.id,
        title=command.heading,
        content=command.content,
        audience=audience,
        valid_until=command.valid_until,
        at=work.now,
        replaces=command.replaces,
    )
    work.events.record(Published(publication=made.id))
    announcing.announce_publication(work, made.id, made.title, audience)
    return made


def withdraw(work: Work, command: WithdrawPublication) -> Publication:
    """Raises `NotFound`."""
    found = authored(work, command.publication)
    _take_away(work, found.id)
    return work.publications.get(found.id)


def _take_away(work: Work, publication_id: int) -> None:
    if work.publications.withdraw(publication_id, work.now):
        work.events.record(PublicationWithdrawn(publication=publication_id))


def fetch(work: Work, command: FetchPublication) -> Publication:
    """It is on record who did. Raises `NotFound` for what isn't meant for the actor, `OutOfDate`."""
    found = work.publications.get(command.publication)
    if watches(work, found):
        return found
    if not meant(work, found):
        raise NotFound("publication")
    if not found.current(work.today):
        raise OutOfDate(found.title)
    work.publications.fetch(found.id, work.actor.id, work.now)
    work.events.record(PublicationFetched(publication=found.id, account=work.actor.id))
    return found


def meant(work: Work, found: Publication) -> bool:
    """Whether the actor is of its audience, as he is now."""
    me = work.actor
    unit = me.unit_id if me.agency_id is None else work.people.agency(me.agency_id).unit_id
    return not me.former and found.audience.covers(me.type, unit, me.agency_id)


def watches(work: Work, found: Publication) -> bool:
    """Who looks after it: its author, and the administrators."""
    if not may(work.actor, Action.ANNOUNCE):
        return False
    return found.author_id == work.actor.id or reach(work.actor, Action.ANNOUNCE) == EVERYTHING


def authored(work: Work, publication_id: int) -> Publication:
    """Raises `NotFound`."""
    found = work.publications.get(publication_id)
    if not watches(work, found):
        raise NotFound("publication")
    return found
