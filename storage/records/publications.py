"""Published documents, and who fetched them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, or_, select, update

from domain.announcements.records import Audience
from domain.base.errors import NotFound
from domain.base.written import KeptFile
from domain.people.records import AccountId
from domain.publications.records import Fetched, Publication, PublicationId
from storage.engine import Found, dialect
from storage.records import audiences
from storage.records.audiences import audience_from_json, audience_to_json
from storage.records.kept_files import files_from_json, files_to_json
from storage.tables.people import accounts, agencies
from storage.tables.publications import publication_fetches, publications


class StoredPublications:
    """Fulfils `domain.publications.records.Publications`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, publication_id: int) -> Publication:
        row = self.conn.execute(select(publications).where(publications.c.id == publication_id)).one_or_none()
        if row is None:
            raise NotFound("publication")
        return _publication(row)

    def move_unit(self, gone: int, into: int) -> None:
        audiences.move_unit(self.conn, publications, gone, into)

    def add(
        self,
        *,
        author_id: int,
        title: str,
        content: KeptFile | str,
        audience: Audience,
        valid_until: date | None,
        at: datetime,
        replaces: int | None,
    ) -> Publication:
        made = insert(publications).values(
            author_id=author_id,
            title=title,
            file=files_to_json([content])[0] if isinstance(content, KeptFile) else None,
            link=content if isinstance(content, str) else None,
            audience=audience_to_json(audience),
            valid_until=valid_until,
            created_at=at,
            replaces_id=replaces,
        )
        return _publication(self.conn.execute(made.returning(publications)).one())

    def withdraw(self, publication_id: int, at: datetime) -> bool:
        there = (publications.c.id == publication_id, publications.c.withdrawn_at.is_(None))
        return self.conn.execute(update(publications).where(*there).values(withdrawn_at=at)).rowcount == 1

    def current(self, today: date) -> Sequence[Publication]:
        there = (
            publications.c.withdrawn_at.is_(None),
            or_(publications.c.valid_until.is_(None), publications.c.valid_until >= today),
        )
        rows = self.conn.execute(select(publications).where(*there).order_by(publications.c.id.desc()))
        return [_publication(row) for row in rows]

    def of_author(self, author_id: int | None, offset: int, limit: int) -> tuple[Sequence[Publication], int]:
        where = () if author_id is None else (publications.c.author_id == author_id,)
        total = self.conn.execute(select(func.count()).select_from(publications).where(*where)).scalar_one()
        page = select(publications).where(*where).order_by(publications.c.id.desc()).limit(limit).offset(offset)
        return [_publication(row) for row in self.conn.execute(page)], total

    def fetch(self, publication_id: int, account_id: int, at: datetime) -> None:
        once = dialect.insert(self.conn, publication_fetches).on_conflict_do_nothing()
        self.conn.execute(once, {"publication_id": publication_id, "account_id": account_id, "at": at})

    def fetched_by(self, account_id: int) -> frozenset[PublicationId]:
        query = select(publication_fetches.c.publication_id).where(publication_fetches.c.account_id == account_id)
        return frozenset(PublicationId(each) for each in self.conn.execute(query).scalars())

    def fetchers(self, publication_id: int, offset: int, limit: int) -> tuple[Sequence[Fetched], int]:
        of_it = publication_fetches.c.publication_id == publication_id
        total = self.conn.execute(select(func.count()).select_from(publication_fetches).where(of_it)).scalar_one()
        people = publication_fetches.join(accounts, accounts.c.id == publication_fetches.c.account_id)
        query = (
            select(accounts.c.name, func.coalesce(agencies.c.short_name, agencies.c.name, ""), publication_fetches.c.at)
            .select_from(people.outerjoin(agencies, agencies.c.id == accounts.c.agency_id))
            .where(of_it)
            .order_by(publication_fetches.c.at.desc(), publication_fetches.c.account_id)
            .limit(limit)
            .offset(offset)
        )
        return [Fetched(name, company, at) for name, company, at in self.conn.execute(query)] if limit else [], total


def _publication(row: Found) -> Publication:
    return Publication(
        id=PublicationId(row.id),
        author_id=AccountId(row.author_id),
        title=row.title,
        file=files_from_json([row.file])[0] if row.file is not None else None,
        link=row.link or "",
        audience=audience_from_json(row.audience),
        valid_until=row.valid_until,
        created_at=row.created_at,
        withdrawn_at=row.withdrawn_at,
    )
