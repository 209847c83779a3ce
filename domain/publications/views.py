"""What screens ask of published documents: those that are meant for the reader, those that he published, who fetched one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotFound
from domain.base.rights import EVERYTHING, Action, may, reach
from domain.base.work import Work
from domain.publications.publishing import authored, meant, watches
from domain.publications.records import Fetched, Publication


@dataclass(frozen=True, slots=True)
class PublicationRow:
    publication: Publication
    fetched: bool
    """By the reader."""


@dataclass(frozen=True, slots=True)
class PublicationView:
    """`fetched` counts who did, of `audience` who are there; both for whoever looks after it, else None."""

    publication: Publication
    author: str
    current: bool
    fetched: int | None
    audience: int | None


def for_me(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[PublicationRow], int]:
    """What is there now and meant for the reader, newest first; with `text` those whose title has all of its words."""
    words = text.casefold().split()
    found = [each for each in work.publications.current(work.today) if meant(work, each) and _has(each, words)]
    mine = work.publications.fetched_by(work.actor.id) if found else frozenset()
    return [PublicationRow(each, each.id in mine) for each in found[offset : offset + limit]], len(found)


def _has(found: Publication, words: Sequence[str]) -> bool:
    title = found.title.casefold()
    return all(each in title for each in words)


def by_me(work: Work, offset: int, limit: int) -> tuple[Sequence[Publication], int]:
    """What the reader published, an administrator everybody's. Raises `NotAllowed`."""
    everybody = reach(work.actor, Action.ANNOUNCE) == EVERYTHING
    return work.publications.of_author(None if everybody else work.actor.id, offset, limit)


def publication(work: Work, publication_id: int) -> PublicationView:
    """Raises `NotFound`, also when it isn't meant for the reader."""
    found = work.publications.get(publication_id)
    mine = watches(work, found)
    if not mine and not meant(work, found):
        raise NotFound("publication")
    return PublicationView(
        found,
        work.people.account(found.author_id).name,
        found.current(work.today),
        work.publications.fetchers(found.id, 0, 0)[1] if mine else None,
        work.announcements.count_audience(found.audience, found.author_id) if mine else None,
    )


def fetchers(work: Work, publication_id: int, offset: int, limit: int) -> tuple[Sequence[Fetched], int]:
    """Raises `NotFound`."""
    return work.publications.fetchers(authored(work, publication_id).id, offset, limit)


def to_replace(work: Work, publication_id: int) -> Publication:
    """Raises `NotFound`."""
    return authored(work, publication_id)


def may_publish(work: Work) -> bool:
    return may(work.actor, Action.ANNOUNCE)
